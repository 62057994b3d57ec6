//! Which structs are nothing but rows, and whose rows are unrolled.

use super::Context;
use crate::ir::{Ir, NodeId, Typed};
use crate::options::Options;
use crate::shape::{ItemKind, Shapes};
use std::collections::BTreeSet;
use tollgate_core::{JsonType, TypeSet};

/// Of more members than these, hardly any document has all in order, and the code would be long.
const MOST_IN_ORDER: usize = 8;

/// The rows of such objects are unrolled if all of them together have no more members.
const MOST_UNROLLED: usize = 64;

/// The objects whose rows are unrolled: that is the fastest way and the longest code, so they have few
/// members, and are few.
pub(super) fn unrolled(ir: &Ir, shapes: &Shapes, options: &Options) -> BTreeSet<NodeId> {
    if !options.unrolled {
        return BTreeSet::new();
    }
    let structs = shapes.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Struct { .. } => Some((item.node, ir.typed(item.node)?.plan.members.len())),
        _ => None,
    });
    let few: Vec<(NodeId, usize)> = structs
        .filter(|(_, members)| *members <= MOST_IN_ORDER)
        .collect();
    let members: usize = few.iter().map(|(_, members)| members).sum();
    if members > MOST_UNROLLED {
        return BTreeSet::new();
    }
    few.into_iter().map(|(node, _)| node).collect()
}

impl Context<'_> {
    /// Whether nothing is asked of a value but that it is an object and what the walk over that judges.
    pub(super) fn is_only_object(&self, node: NodeId, typed: &Typed) -> bool {
        typed.declared() == Some(TypeSet::from(JsonType::Object))
            && typed.strays().is_empty()
            && typed.listed.is_empty()
            && typed.in_place.is_empty()
            && typed
                .object
                .iter()
                .all(|rule| rule.rule.dependent.is_empty())
            && !typed.asks_what_is_evaluated()
            && !self.cycles.contain(node)
    }
}
