//! Whether two nodes ask the same of values in the same words, so that one type serves both.

use crate::ir::{Additional, ArrayRule, Ir, Kind, Listed, MemberRule, NodeId, ObjectRule, Typed};
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
            (Kind::Refer(one), Kind::Refer(other)) => {
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

    fn typed(&mut self, one: &Typed, other: &Typed) -> bool {
        let Typed {
            declared,
            admitted,
            listed,
            string,
            number,
            array,
            object,
        } = one;
        *declared == other.declared
            && *admitted == other.admitted
            && same_lists(listed, &other.listed)
            && *string == other.string
            && *number == other.number
            && match (array, &other.array) {
                (Some(one), Some(other)) => self.arrays(one, other),
                (None, None) => true,
                _ => false,
            }
            && match (object, &other.object) {
                (Some(one), Some(other)) => self.objects(one, other),
                (None, None) => true,
                _ => false,
            }
    }

    fn arrays(&mut self, one: &ArrayRule, other: &ArrayRule) -> bool {
        one.counts == other.counts && self.optional(one.items, other.items)
    }

    fn objects(&mut self, one: &ObjectRule, other: &ObjectRule) -> bool {
        one.impossible == other.impossible
            && match (one.additional, other.additional) {
                (Additional::Schema(one), Additional::Schema(other)) => self.nodes(one, other),
                (one, other) => one == other,
            }
            && one.members.len() == other.members.len()
            && one
                .members
                .iter()
                .zip(&other.members)
                .all(|(one, other)| self.members(one, other))
    }

    fn members(&mut self, one: &MemberRule, other: &MemberRule) -> bool {
        one.name == other.name
            && one.required == other.required
            && one.edge == other.edge
            && self.optional(one.value, other.value)
    }
}

fn same_lists(one: &[Listed], other: &[Listed]) -> bool {
    let texts = |listed: &Listed| {
        listed
            .values
            .iter()
            .map(|value| value.text.clone())
            .collect::<Vec<_>>()
    };
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| one.keyword == other.keyword && texts(one) == texts(other))
}
