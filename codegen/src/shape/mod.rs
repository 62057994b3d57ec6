//! Which Rust type each node becomes.

mod choose;
mod integer;
mod item;
mod same;

pub(crate) use choose::choose;
pub(crate) use integer::IntegerKind;
pub(crate) use item::{Field, Item, ItemKind, Others, UnionVariant, Variant};

use crate::ir::{Ir, NodeId};
use std::collections::BTreeMap;

/// Index of a named type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ItemId(pub(crate) usize);

/// The type of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Anything: `Json`.
    Json,
    /// Nothing: `Never`.
    Never,
    /// `null`: `()`.
    Null,
    Bool,
    String,
    Number,
    Integer(IntegerKind),
    Named(ItemId),
    /// A list of what a node says, or of anything.
    List(Option<NodeId>),
    /// A map of what a node says, or of anything.
    Map(Option<NodeId>),
    Nullable(Box<Shape>),
}

/// The types of all nodes.
#[derive(Debug, Default)]
pub(crate) struct Shapes {
    by_node: BTreeMap<NodeId, Shape>,
    /// A function name for each node that needs a reading function of its own.
    pub(crate) functions: BTreeMap<NodeId, String>,
    pub(crate) items: Vec<Item>,
    /// The root type of each document that is JSON.
    pub(crate) roots: Vec<Option<ItemId>>,
}

impl Shapes {
    /// The type of a node's values; references have the type of their target.
    pub(crate) fn of(&self, ir: &Ir, node: NodeId) -> &Shape {
        let (target, _) = ir.target(node);
        self.by_node.get(&target).unwrap_or(&Shape::Json)
    }

    pub(crate) fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0]
    }

    /// Whether values of the type would contain values of the same type without end, so that they
    /// have to stand in a box.
    pub(crate) fn is_recursive(&self, ir: &Ir, item: ItemId) -> bool {
        let mut reached = Vec::new();
        let mut open = self.contained(ir, item);
        while let Some(next) = open.pop() {
            if next == item {
                return true;
            }
            if !reached.contains(&next) {
                reached.push(next);
                open.extend(self.contained(ir, next));
            }
        }
        false
    }

    /// The named types that stand in a type as they are, neither in a list nor in a map.
    fn contained(&self, ir: &Ir, item: ItemId) -> Vec<ItemId> {
        let shapes: Vec<&Shape> = match &self.item(item).kind {
            ItemKind::Text | ItemKind::Enum(_) => Vec::new(),
            ItemKind::Struct { fields, .. } => {
                let values = fields.iter().filter_map(|field| field.value);
                values.map(|value| self.of(ir, value)).collect()
            }
            ItemKind::Union(variants) => variants.iter().map(|variant| &variant.shape).collect(),
            ItemKind::Root => vec![self.of(ir, self.item(item).node)],
        };
        shapes.into_iter().filter_map(named).collect()
    }
}

fn named(shape: &Shape) -> Option<ItemId> {
    match shape {
        Shape::Named(item) => Some(*item),
        Shape::Nullable(inner) => named(inner),
        _ => None,
    }
}
