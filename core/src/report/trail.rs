//! The ways to the errors of a report. A walk that gathers errors does not keep track of where it is,
//! for most values have none: an error begins a way where it is found, and each step that the walk
//! comes back by goes before the ways that were begun behind it. So they share what they have in
//! common, and nobody writes a pointer before one is read.

use super::location::Step;

/// The ways to errors, which end where those are.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    nodes: Vec<Node>,
    /// The ways that wait for what comes before them, those that were begun last at the end.
    open: Vec<usize>,
}

/// Few ways are longer.
const MANY_STEPS: usize = 16;

#[derive(Debug)]
struct Node {
    /// `None` at the end of a way that another error has in common.
    step: Option<Step>,
    /// The node of the step before; the node itself where there is none.
    before: usize,
}

impl Trail {
    /// Begins a way at the place of an error, and gives its end.
    pub(crate) fn begin(&mut self) -> usize {
        let end = self.push(None);
        self.open.push(end);
        end
    }

    /// Makes room for the ways to so many more errors.
    pub(crate) fn expect(&mut self, errors: usize) {
        // Most have a step of their own, and some lead to others.
        self.nodes.reserve(errors + errors / 2);
    }

    /// How many ways wait for what comes before them.
    #[inline]
    pub(crate) fn open(&self) -> usize {
        self.open.len()
    }

    /// Puts a step before the ways that were begun when so many were open.
    pub(crate) fn come_by(&mut self, open: usize, step: Step) {
        let ways = self.open.get(open..).unwrap_or_default();
        if let &[only] = ways
            && self.nodes[only].step.is_none()
        {
            self.nodes[only].step = Some(step);
            return;
        }
        let node = self.nodes.len();
        for &way in ways {
            self.nodes[way].before = node;
        }
        self.open.truncate(open);
        let node = self.push(Some(step));
        self.open.push(node);
    }

    fn push(&mut self, step: Option<Step>) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node { step, before: node });
        node
    }

    /// The steps of the way that ends there, in order.
    pub(super) fn way(&self, end: usize) -> Vec<&Step> {
        let mut steps = Vec::with_capacity(MANY_STEPS);
        steps.extend(self.back_from(end));
        steps.reverse();
        steps
    }

    /// How deep in the document the way ends.
    pub(super) fn nesting(&self, end: usize) -> usize {
        self.back_from(end).filter(|step| step.goes_in()).count()
    }

    fn back_from(&self, end: usize) -> impl Iterator<Item = &Step> {
        let mut next = Some(end);
        let nodes = std::iter::from_fn(move || {
            let at = next?;
            let node = self.nodes.get(at)?;
            next = Some(node.before).filter(|&before| before != at);
            Some(node)
        });
        nodes.filter_map(|node| node.step.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, Trail};
    use crate::report::{Edge, location};

    fn item(index: usize) -> Step {
        Step::item(index, Edge::NONE)
    }

    #[test]
    fn ways_share_what_they_have_in_common() {
        let mut trail = Trail::default();
        let outer = trail.begin();
        let around = trail.open();
        let (one, other) = (trail.begin(), trail.begin());
        trail.come_by(around, item(3));
        let third = trail.begin();
        trail.come_by(around, item(2));
        trail.come_by(0, item(1));
        let location = |end| {
            let mut location = String::new();
            location::push_instance_location(&mut location, &trail.way(end));
            location
        };
        let locations = [outer, one, other, third].map(location);
        assert_eq!(locations, ["/1", "/1/2/3", "/1/2/3", "/1/2"]);
        assert_eq!([outer, one, third].map(|end| trail.nesting(end)), [1, 3, 2]);
    }

    #[test]
    fn a_single_error_takes_one_node_for_its_first_step() {
        let mut trail = Trail::default();
        let end = trail.begin();
        trail.come_by(0, item(1));
        assert_eq!((trail.nodes.len(), trail.way(end).len()), (1, 1));
        trail.come_by(0, item(0));
        assert_eq!(trail.nesting(end), 2);
    }
}
