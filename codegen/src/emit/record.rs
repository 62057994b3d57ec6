//! Which structs are nothing but rows, and whose rows are unrolled.

use super::Context;
use crate::ir::{Ir, Member, NodeId, Typed};
use crate::options::{Options, Unrolled};
use crate::pass::Cycles;
use crate::shape::{Item, ItemKind, Shapes};
use std::collections::BTreeSet;
use tollgate_core::{JsonType, TypeSet};

/// Of more members than these, hardly any document has all in order, and the code would be long.
const MOST_IN_ORDER: usize = 8;

/// The rows of such objects are unrolled if all of them together have no more members.
const MOST_UNROLLED: usize = 64;

/// The objects whose rows are unrolled: that is the fastest way for documents that have all members in the
/// schema's order, as programs write messages, and the longest code. So they have few members, and are few;
/// and what people write, in any order and mostly with few of the members, is left to tables.
pub(super) fn unrolled(
    ir: &Ir,
    shapes: &Shapes,
    options: &Options,
    cycles: &Cycles,
) -> BTreeSet<NodeId> {
    let is_asked = match options.unrolled {
        Unrolled::Never => false,
        Unrolled::Messages => is_of_messages(ir, shapes),
        Unrolled::Always => true,
    };
    if !is_asked {
        return BTreeSet::new();
    }
    let structs = shapes
        .items
        .iter()
        .filter_map(|item| Some((item.node, members(ir, item)?.len())));
    let few: Vec<(NodeId, usize)> = structs
        .filter(|(_, members)| *members <= MOST_IN_ORDER)
        .collect();
    let members: usize = few.iter().map(|(_, members)| members).sum();
    if members > MOST_UNROLLED {
        return BTreeSet::new();
    }
    // What remembers its verdicts is called by a pointer, and would be no part of what calls it.
    let nodes = few.into_iter().map(|(node, _)| node);
    nodes.filter(|node| !cycles.contain(*node)).collect()
}

/// Whether documents are messages: objects of few members of which at least half have to be there.
fn is_of_messages(ir: &Ir, shapes: &Shapes) -> bool {
    let mut roots = shapes.roots.iter().flatten();
    roots.any(|root| {
        members(ir, shapes.item(*root)).is_some_and(|members| {
            let required = members.iter().filter(|member| !member.required.is_empty());
            members.len() <= MOST_IN_ORDER
                && !members.is_empty()
                && members.len() <= 2 * required.count()
        })
    })
}

/// The members of a struct.
fn members<'i>(ir: &'i Ir, item: &Item) -> Option<&'i [Member]> {
    match item.kind {
        ItemKind::Struct { .. } => Some(&ir.typed(item.node)?.plan.members),
        _ => None,
    }
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
