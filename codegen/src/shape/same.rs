//! Whether two nodes ask the same of values in the same words, so that one type serves both.

use crate::ir::{
    Additional, ArrayRule, InPlace, Ir, Kind, Listed, NodeId, ObjectRule, Rest, Ruled, Typed,
};
use std::collections::BTreeSet;

/// How many levels of two nodes are compared. What is equal deeper down gets two types.
const MAX_DEPTH: usize = 64;

/// Compares two nodes. Cycles are taken as equal until something says otherwise.
pub(super) fn same(ir: &Ir, one: NodeId, other: NodeId) -> bool {
    Comparison {
        ir,
        assumed: BTreeSet::new(),
        depth: 0,
    }
    .nodes(one, other)
}

struct Comparison<'i> {
    ir: &'i Ir,
    assumed: BTreeSet<(NodeId, NodeId)>,
    depth: usize,
}

impl Comparison<'_> {
    fn nodes(&mut self, one: NodeId, other: NodeId) -> bool {
        if one == other || !self.assumed.insert((one, other)) {
            return true;
        }
        self.depth += 1;
        let same = self.depth <= MAX_DEPTH && self.kinds(one, other);
        self.depth -= 1;
        same
    }

    fn kinds(&mut self, one: NodeId, other: NodeId) -> bool {
        match (&self.ir.get(one).kind, &self.ir.get(other).kind) {
            (Kind::Any, Kind::Any) | (Kind::Never, Kind::Never) => true,
            (Kind::Refer { to: one, .. }, Kind::Refer { to: other, .. }) => {
                let same_place = self.ir.get(*one).location == self.ir.get(*other).location;
                same_place && self.nodes(*one, *other)
            }
            (Kind::Typed(one), Kind::Typed(other)) => self.typed(one, other),
            _ => false,
        }
    }

    fn optional(&mut self, one: Option<NodeId>, other: Option<NodeId>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => self.nodes(one, other),
            (None, None) => true,
            _ => false,
        }
    }

    fn lists(&mut self, one: &[NodeId], other: &[NodeId]) -> bool {
        one.len() == other.len()
            && one
                .iter()
                .zip(other)
                .all(|(&one, &other)| self.nodes(one, other))
    }

    fn typed(&mut self, one: &Typed, other: &Typed) -> bool {
        let Typed {
            types,
            listed,
            string,
            number,
            array,
            object,
            in_place,
            admitted: _,
            possible: _,
            plan: _,
            is_asked,
        } = one;
        *is_asked == other.is_asked
            && all_same(types, &other.types, |one, other| one == other)
            && all_same(listed, &other.listed, same_lists)
            && all_same(string, &other.string, |one, other| one == other)
            && all_same(number, &other.number, |one, other| one == other)
            && all_same(array, &other.array, |one, other| self.arrays(one, other))
            && all_same(object, &other.object, |one, other| self.objects(one, other))
            && all_same(in_place, &other.in_place, |one, other| {
                self.in_place(one, other)
            })
    }

    fn arrays(&mut self, one: &ArrayRule, other: &ArrayRule) -> bool {
        let contains = match (&one.contains, &other.contains) {
            (Some(one), Some(other)) => {
                (one.least, one.most, one.evaluates) == (other.least, other.most, other.evaluates)
                    && self.nodes(one.node, other.node)
            }
            (None, None) => true,
            _ => false,
        };
        contains
            && one.counts == other.counts
            && one.unique == other.unique
            && (one.prefix_keyword, one.rest_keyword) == (other.prefix_keyword, other.rest_keyword)
            && match (one.rest, other.rest) {
                (Rest::Schema(one), Rest::Schema(other)) => self.nodes(one, other),
                (one, other) => one == other,
            }
            && self.optional(one.unevaluated, other.unevaluated)
            && self.lists(&one.prefix, &other.prefix)
    }

    fn objects(&mut self, one: &ObjectRule, other: &ObjectRule) -> bool {
        let properties = |one: &ObjectRule| -> Vec<String> {
            let names = one.properties.iter();
            let names = names.map(|(name, _)| name.clone());
            let patterns = one.patterns.iter();
            names
                .chain(patterns.map(|rule| rule.pattern.source.clone()))
                .collect()
        };
        let values = |one: &ObjectRule| -> Vec<NodeId> {
            let named = one.properties.iter().map(|(_, node)| *node);
            named
                .chain(one.patterns.iter().map(|rule| rule.value))
                .collect()
        };
        one.required == other.required
            && one.counts == other.counts
            && one.dependent == other.dependent
            && properties(one) == properties(other)
            && match (one.additional, other.additional) {
                (Additional::Schema(one), Additional::Schema(other)) => self.nodes(one, other),
                (one, other) => one == other,
            }
            && self.optional(one.names, other.names)
            && self.optional(one.unevaluated, other.unevaluated)
            && self.lists(&values(one), &values(other))
    }

    fn in_place(&mut self, one: &InPlace, other: &InPlace) -> bool {
        let (first, second) = (one.schemas(), other.schemas());
        let paths = |schemas: &[(String, NodeId)]| -> Vec<String> {
            schemas.iter().map(|(path, _)| path.clone()).collect()
        };
        let nodes = |schemas: &[(String, NodeId)]| -> Vec<NodeId> {
            schemas.iter().map(|(_, node)| *node).collect()
        };
        paths(&first) == paths(&second) && self.lists(&nodes(&first), &nodes(&second))
    }
}

/// Whether rules are the same one by one, and come by the same ways.
fn all_same<T>(one: &[Ruled<T>], other: &[Ruled<T>], mut same: impl FnMut(&T, &T) -> bool) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| one.way == other.way && same(&one.rule, &other.rule))
}

fn same_lists(one: &Listed, other: &Listed) -> bool {
    let texts = |listed: &Listed| -> Vec<String> {
        let values = listed.values.iter();
        values.map(|value| value.text.clone()).collect()
    };
    one.keyword == other.keyword && texts(one) == texts(other)
}
