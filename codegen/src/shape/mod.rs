//! Which Rust type each node becomes.

mod borrow;
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

impl Shape {
    /// The node whose type is spelt in this one.
    fn inner(&self) -> Option<NodeId> {
        match self {
            Self::List(node) | Self::Map(node) => *node,
            Self::As(node) => Some(*node),
            Self::Nullable(inner) => inner.inner(),
            _ => None,
        }
    }
}

/// The types of all nodes.
#[derive(Debug, Default)]
pub(crate) struct Shapes {
    by_node: BTreeMap<NodeId, Shape>,
    /// What stands in the types that only wrap another, by their nodes.
    wrapped: BTreeMap<NodeId, Shape>,
    /// A function name for each node that needs a reading function of its own.
    pub(crate) functions: BTreeMap<NodeId, String>,
    pub(crate) items: Vec<Item>,
    /// The root type of each document that is JSON.
    pub(crate) roots: Vec<Option<ItemId>>,
    boxed: BTreeSet<ItemId>,
    choices: BTreeSet<NodeId>,
    /// Whether strings borrow from the document.
    borrows: bool,
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

    /// The type that a node's own function reads: of a node whose type wraps another, the other.
    pub(crate) fn unwrapped(&self, node: NodeId) -> &Shape {
        let wrapped = self.wrapped.get(&node);
        wrapped.unwrap_or_else(|| self.of_target(node))
    }

    /// Gives names to types that would contain themselves without any: a list of itself has no type
    /// in Rust that could be written down.
    fn name_circles(&mut self, ir: &Ir, taken: &mut BTreeSet<String>) {
        let nodes: Vec<NodeId> = self.by_node.keys().copied().collect();
        for node in nodes {
            if self.leads_back(ir, node) {
                let name = self.functions.get(&node).map_or("Value", String::as_str);
                let name = crate::names::type_case(name.trim_start_matches("read_"));
                let name = crate::names::unused(taken, &[name]);
                self.wrap(node, name);
            }
        }
    }

    /// Makes the type of a node a named one around the type that it was.
    fn wrap(&mut self, node: NodeId, name: String) -> ItemId {
        let id = ItemId(self.items.len());
        self.items.push(Item {
            name,
            node,
            kind: ItemKind::Root,
            borrows: false,
        });
        self.wrap_in(node, id);
        id
    }

    fn wrap_in(&mut self, node: NodeId, id: ItemId) {
        if let Some(inner) = self.by_node.insert(node, Shape::Named(id)) {
            self.wrapped.insert(node, inner);
        }
    }

    /// Whether the type of a node, spelt out, would come to be spelt again.
    fn leads_back(&self, ir: &Ir, node: NodeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![node];
        while let Some(at) = open.pop() {
            let inner = self.by_node.get(&at).and_then(Shape::inner);
            let Some(next) = inner.map(|next| ir.target(next).0) else {
                continue;
            };
            if next == node {
                return true;
            }
            if seen.insert(next) {
                open.push(next);
            }
        }
        false
    }

    /// Whether values of a node are built, not only judged.
    pub(crate) fn is_built(&self, node: NodeId) -> bool {
        self.by_node.contains_key(&node)
    }

    /// The type in a type that only wraps another: of what the node refers to, if it does.
    pub(crate) fn unwrapped_target(&self, ir: &Ir, node: NodeId) -> &Shape {
        if self.wrapped.contains_key(&node) {
            self.unwrapped(node)
        } else {
            self.of(ir, node)
        }
    }

    /// Whether a node's values are told apart by the schemas that allow them.
    pub(crate) fn is_choice(&self, node: NodeId) -> bool {
        self.choices.contains(&node)
    }

    /// Whether it is the alternatives that read a node's values, where it has some and says nothing of
    /// its own: values of a type that is made without them are read by that type.
    pub(crate) fn is_read_by_choice(&self, node: NodeId) -> bool {
        !self.is_built(node) || self.is_choice(node)
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
        let shapes = self.parts(ir, self.item(item)).into_iter();
        shapes.filter_map(|shape| self.named(ir, shape)).collect()
    }

    /// The types that are spelt in the definition of a type, but for those of members and items that
    /// have no place of their own.
    fn parts<'s>(&'s self, ir: &Ir, item: &'s Item) -> Vec<&'s Shape> {
        match &item.kind {
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
            ItemKind::Root => vec![self.unwrapped_target(ir, item.node)],
        }
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
