//! Which Rust type each node becomes.

mod choice;
mod choose;
mod integer;
mod item;
mod part;
mod same;

pub(crate) use choose::choose;
pub(crate) use integer::IntegerKind;
pub(crate) use item::{
    ChoiceVariant, Field, Item, ItemKind, Others, RestItems, Slot, UnionVariant, Variant,
};
pub(crate) use part::variant_name;

use crate::ir::{Ir, NodeId};
use std::collections::{BTreeMap, BTreeSet};

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
    /// That of another node.
    As(NodeId),
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
    boxed: BTreeSet<ItemId>,
    choices: BTreeSet<NodeId>,
}

impl Shapes {
    /// The type of a node's values; references have the type of their target.
    pub(crate) fn of(&self, ir: &Ir, node: NodeId) -> &Shape {
        let (mut target, _) = ir.target(node);
        // Nodes that look at the same value in a circle were refused.
        while let Some(Shape::As(other)) = self.by_node.get(&target) {
            (target, _) = ir.target(*other);
        }
        self.by_node.get(&target).unwrap_or(&Shape::Json)
    }

    /// The type of a node's values as that is written for the node, which is no reference.
    pub(crate) fn of_target(&self, node: NodeId) -> &Shape {
        self.by_node.get(&node).unwrap_or(&Shape::Json)
    }

    /// Whether values of a node are built, not only judged.
    pub(crate) fn is_built(&self, node: NodeId) -> bool {
        self.by_node.contains_key(&node)
    }

    /// Whether a node's values are told apart by the schemas that allow them.
    pub(crate) fn is_choice(&self, node: NodeId) -> bool {
        self.choices.contains(&node)
    }

    pub(crate) fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0]
    }

    /// Whether values of the type stand in a box where they would stand in another value: those of
    /// a recursive type would contain values of the same type without end.
    pub(crate) fn is_boxed(&self, item: ItemId) -> bool {
        self.boxed.contains(&item)
    }

    /// Finds the types to box. What is left after types have been taken away, again and again, that
    /// contain none or stand in none, is the cycles and what lies between them.
    fn find_boxed(&mut self, ir: &Ir) {
        let mut inside: BTreeMap<ItemId, BTreeSet<ItemId>> = BTreeMap::new();
        let mut around: BTreeMap<ItemId, BTreeSet<ItemId>> = BTreeMap::new();
        for outer in (0..self.items.len()).map(ItemId) {
            for inner in self.contained(ir, outer) {
                inside.entry(outer).or_default().insert(inner);
                around.entry(inner).or_default().insert(outer);
            }
        }
        self.boxed = (0..self.items.len()).map(ItemId).collect();
        let mut open: Vec<ItemId> = self.boxed.iter().copied().collect();
        while let Some(item) = open.pop() {
            let none = |edges: &BTreeMap<ItemId, BTreeSet<ItemId>>| {
                edges.get(&item).is_none_or(BTreeSet::is_empty)
            };
            if !self.boxed.contains(&item) || !(none(&inside) || none(&around)) {
                continue;
            }
            self.boxed.remove(&item);
            open.extend(take_away(&mut inside, &mut around, item));
            open.extend(take_away(&mut around, &mut inside, item));
        }
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
            ItemKind::Choice(variants) => {
                let values = variants.iter().map(|variant| variant.value);
                values.map(|value| self.of(ir, value)).collect()
            }
            ItemKind::Tuple { slots, .. } => {
                let values = slots.iter().filter_map(|slot| slot.value);
                values.map(|value| self.of(ir, value)).collect()
            }
            ItemKind::Root => vec![self.of(ir, self.item(item).node)],
        };
        let named = shapes.into_iter().filter_map(|shape| self.named(ir, shape));
        named.collect()
    }

    fn named(&self, ir: &Ir, shape: &Shape) -> Option<ItemId> {
        match shape {
            Shape::Named(item) => Some(*item),
            Shape::Nullable(inner) => self.named(ir, inner),
            Shape::As(node) => self.named(ir, self.of(ir, *node)),
            _ => None,
        }
    }
}

/// Takes the edges away that lead from `item`; gives where they led.
fn take_away(
    edges: &mut BTreeMap<ItemId, BTreeSet<ItemId>>,
    reverse: &mut BTreeMap<ItemId, BTreeSet<ItemId>>,
    item: ItemId,
) -> BTreeSet<ItemId> {
    let ends = edges.remove(&item).unwrap_or_default();
    for end in &ends {
        if let Some(starts) = reverse.get_mut(end) {
            starts.remove(&item);
        }
    }
    ends
}
