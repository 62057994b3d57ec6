//! Which types can pass, once everything that a schema says of types is considered.

use crate::ir::{Ir, Kind, Typed, intersect, types_of};
use tollgate_core::{JsonType, TypeSet};

pub(super) fn admitted(ir: &mut Ir) {
    for node in &mut ir.nodes {
        if let Kind::Typed(typed) = &mut node.kind {
            typed.admitted = of(typed);
        }
    }
}

fn of(typed: &Typed) -> TypeSet {
    let all = TypeSet::ALL.without(JsonType::Integer);
    let types = typed.types.iter().map(|rule| rule.rule.set);
    let listed = typed.listed.iter();
    let listed = listed.map(|listed| types_of(&listed.rule.values));
    types.chain(listed).fold(all, intersect)
}
