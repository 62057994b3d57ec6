//! Which types can pass, once everything that a schema says of types is considered.

use crate::ir::{Ir, Kind, NodeId, Typed, intersect, types_of, unite};
use tollgate_core::{JsonType, TypeSet};

pub(super) fn admitted(ir: &mut Ir) {
    for node in &mut ir.nodes {
        if let Kind::Typed(typed) = &mut node.kind {
            typed.admitted = of(typed);
            typed.possible = typed.admitted;
        }
    }
    for _ in 0..DEEPEST {
        look_into_alternatives(ir);
    }
}

/// So deep in alternatives of alternatives types are looked for.
const DEEPEST: usize = 4;

/// Takes the types away that no alternative allows.
fn look_into_alternatives(ir: &mut Ir) {
    for index in 0..ir.nodes.len() {
        let possible = ir.typed(NodeId(index)).map(|typed| {
            let branches = typed
                .in_place
                .iter()
                .filter_map(|rule| rule.rule.branches());
            let of_all = |branches: &[NodeId]| {
                let each = branches.iter().map(|&branch| ir.possible_types(branch));
                each.fold(TypeSet::NONE, unite)
            };
            branches.map(of_all).fold(typed.possible, intersect)
        });
        if let (Some(possible), Kind::Typed(typed)) = (possible, &mut ir.nodes[index].kind) {
            typed.possible = possible;
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
