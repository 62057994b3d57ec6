//! Alternatives that are nothing but alternatives themselves: what can be told of a value before it is
//! read is told of the schemas in the end, the leaves, all at once.

use crate::ir::{Ir, NodeId, Typed, intersect};
use std::collections::{BTreeMap, BTreeSet};

/// Schemas that ask for nothing but one of some alternatives, with all their leaves.
#[derive(Debug, Default)]
pub(crate) struct Leaves {
    of_choices: BTreeMap<NodeId, Vec<NodeId>>,
    /// Those that stand among the alternatives of others.
    nested: BTreeSet<NodeId>,
}

/// So many leaves have a bit.
const MOST: usize = 64;

/// Alternatives in alternatives are looked into so deep.
const DEEPEST: usize = 6;

impl Leaves {
    /// Finds them among the nodes that are read by their alternatives.
    pub(crate) fn find(ir: &Ir, is_read_by_choice: impl Fn(NodeId) -> bool) -> Self {
        let choices: Vec<(NodeId, Vec<NodeId>)> = ir
            .ids()
            .filter(|&node| is_read_by_choice(node))
            .filter_map(|node| Some((node, only_alternatives(ir, ir.typed(node)?)?)))
            .collect();
        let is_choice: BTreeSet<NodeId> = choices.iter().map(|(node, _)| *node).collect();
        let mut leaves = Self::default();
        // Innermost ones first: whose alternatives are no choices, then those above them.
        for _ in 0..DEEPEST {
            let known =
                |node: &NodeId| !is_choice.contains(node) || leaves.of_choices.contains_key(node);
            let next = choices.iter();
            let next = next.filter(|(node, _)| !leaves.of_choices.contains_key(node));
            let next = next.filter(|(_, alternatives)| alternatives.iter().all(known));
            let found = next.map(|(node, alternatives)| (*node, leaves.below(alternatives)));
            let found: Vec<_> = found.filter(|(_, below)| below.len() <= MOST).collect();
            leaves.of_choices.extend(found);
        }
        let rules = ir.ids().filter_map(|node| ir.typed(node));
        let rules = rules.flat_map(|typed| &typed.in_place);
        for alternatives in rules.filter_map(|rule| rule.rule.branches()) {
            let alternatives = targets(ir, alternatives);
            if leaves.below(&alternatives).len() <= MOST {
                let nested = alternatives.into_iter();
                let nested = nested.filter(|node| leaves.of_choices.contains_key(node));
                leaves.nested.extend(nested);
            }
        }
        leaves
    }

    /// The leaves of some alternatives, where these are not all leaves and every leaf has a bit.
    pub(crate) fn of(&self, ir: &Ir, alternatives: &[NodeId]) -> Option<Vec<NodeId>> {
        let alternatives = targets(ir, alternatives);
        let is_nested = alternatives.iter().any(|node| self.nested.contains(node));
        let below = is_nested.then(|| self.below(&alternatives))?;
        (below.len() <= MOST).then_some(below)
    }

    /// The choices that are alternatives of others.
    pub(crate) fn nested(&self) -> impl Iterator<Item = NodeId> {
        self.nested.iter().copied()
    }

    fn below(&self, alternatives: &[NodeId]) -> Vec<NodeId> {
        let below = alternatives.iter().map(|node| {
            let known = self.of_choices.get(node);
            known.map_or(std::slice::from_ref(node), Vec::as_slice)
        });
        below.flatten().copied().collect()
    }
}

/// What the alternatives refer to.
fn targets(ir: &Ir, alternatives: &[NodeId]) -> Vec<NodeId> {
    let targets = alternatives.iter().map(|&node| ir.target(node).0);
    targets.collect()
}

/// The alternatives, where nothing else is asked: also no type that they don't ask for themselves.
fn only_alternatives(ir: &Ir, typed: &Typed) -> Option<Vec<NodeId>> {
    let alternatives = typed.only_choice()?.rule.branches()?;
    if typed.in_place.len() > 1 || typed.asks_what_is_evaluated() {
        return None;
    }
    let asks_more = typed.types.iter().any(|types| {
        let allows_all = |&node: &NodeId| {
            let possible = ir.possible_types(node);
            intersect(possible, types.rule.set) == possible
        };
        types.rule.integer_by_form || !alternatives.iter().all(allows_all)
    });
    (!asks_more).then(|| targets(ir, alternatives))
}
