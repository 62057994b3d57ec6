//! Which types borrow from the document: those that hold strings, and those that hold such types.

use super::{Item, ItemId, ItemKind, Shape, Shapes};
use crate::ir::{Ir, NodeId};
use std::collections::BTreeMap;

/// What a type comes to once lists, maps and the like are opened.
enum Core {
    String,
    Named(ItemId),
    Other,
}

impl Shapes {
    /// Marks all types that hold strings, in whatever depth.
    pub(super) fn find_borrowing(&mut self, ir: &Ir) {
        self.borrows = true;
        let mut around: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
        let mut open = Vec::new();
        for (id, item) in self.items.iter().enumerate() {
            let id = ItemId(id);
            if let ItemKind::Text = item.kind {
                open.push(id);
            }
            for shape in self.all_parts(ir, item) {
                match self.core(ir, shape) {
                    Core::String => open.push(id),
                    Core::Named(inner) => around.entry(inner).or_default().push(id),
                    Core::Other => {}
                }
            }
        }
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut self.items[id.0].borrows, true) {
                open.extend(around.remove(&id).unwrap_or_default());
            }
        }
    }

    /// Whether values of a type borrow from the document.
    pub(crate) fn borrows(&self, ir: &Ir, shape: &Shape) -> bool {
        match self.core(ir, shape) {
            Core::String => self.borrows,
            Core::Named(item) => self.item(item).borrows,
            Core::Other => false,
        }
    }

    /// The same for the type of a node's values.
    pub(crate) fn node_borrows(&self, ir: &Ir, node: Option<NodeId>) -> bool {
        node.is_some_and(|node| self.borrows(ir, self.of(ir, node)))
    }

    fn all_parts<'s>(&'s self, ir: &Ir, item: &'s Item) -> Vec<&'s Shape> {
        let mut parts = self.parts(ir, item);
        let behind = match &item.kind {
            ItemKind::Struct { others, .. } => others.as_ref().and_then(|others| others.value),
            ItemKind::Tuple { rest, .. } => rest.and_then(|rest| rest.value),
            _ => None,
        };
        parts.extend(behind.map(|node| self.of(ir, node)));
        parts
    }

    /// Ends because types that would lead back to themselves have names.
    fn core<'s>(&'s self, ir: &Ir, mut shape: &'s Shape) -> Core {
        loop {
            shape = match shape {
                Shape::String => return Core::String,
                Shape::Named(item) => return Core::Named(*item),
                Shape::Nullable(inner) => inner,
                Shape::List(Some(node)) | Shape::Map(Some(node)) | Shape::As(node) => {
                    self.of(ir, *node)
                }
                Shape::List(None)
                | Shape::Map(None)
                | Shape::Json
                | Shape::Never
                | Shape::Null
                | Shape::Bool
                | Shape::Number
                | Shape::Integer(_) => return Core::Other,
            };
        }
    }
}
