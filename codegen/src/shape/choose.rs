//! Goes over the nodes from the roots on, parents first, and gives each its type and its name.

use super::item::{Item, ItemKind};
use super::part::would_be_item;
use super::same::same;
use super::{ItemId, Shape, Shapes};
use crate::ir::{Ir, Kind, NodeId, Typed};
use crate::names::{field_case, type_case, unused};
use crate::options::{Options, StringType};
use crate::source::Document;
use std::collections::{BTreeMap, BTreeSet};
use tollgate_core::{JsonType, TypeSet};

/// Chooses the types of everything that can be reached from the roots.
pub(crate) fn choose(ir: &Ir, documents: &[Document], options: &Options) -> Shapes {
    let mut chooser = Chooser {
        ir,
        options,
        shapes: Shapes::default(),
        taken: BTreeSet::new(),
        functions: BTreeSet::new(),
        by_hint: BTreeMap::new(),
        pending: Vec::new(),
    };
    let names: Vec<String> = ir
        .roots
        .iter()
        .zip(documents)
        .map(|(root, document)| chooser.root_name(*root, document))
        .collect();
    for (root, name) in ir.roots.iter().zip(names) {
        let item = root.map(|root| chooser.root(root, &name));
        chooser.shapes.roots.push(item);
        while let Some((node, hint)) = chooser.pending.pop() {
            chooser.node(node, &hint);
        }
    }
    chooser.shapes.name_circles(ir, &mut chooser.taken);
    chooser.shapes.find_boxed(ir);
    if let StringType::Borrowed = options.string {
        chooser.shapes.find_borrowing(ir);
    }
    chooser.shapes
}

pub(super) struct Chooser<'c> {
    pub(super) ir: &'c Ir,
    pub(super) options: &'c Options,
    pub(super) shapes: Shapes,
    /// Names of types.
    pub(super) taken: BTreeSet<String>,
    /// Names of functions.
    functions: BTreeSet<String>,
    /// Types by the name that they asked for.
    by_hint: BTreeMap<String, Vec<ItemId>>,
    /// Nodes that still need a type; the next one last. Stands in for recursion.
    pub(super) pending: Vec<(NodeId, Hint)>,
}

/// What a type may be called: the best name first.
#[derive(Clone)]
pub(super) struct Hint {
    pub(super) name: String,
    pub(super) parent: String,
}

impl Hint {
    pub(super) fn child(&self, name: &str) -> Self {
        Self {
            name: type_case(name),
            parent: self.name.clone(),
        }
    }

    pub(super) fn candidates(&self) -> Vec<String> {
        vec![self.name.clone(), format!("{}{}", self.parent, self.name)]
    }
}

impl Chooser<'_> {
    fn root_name(&mut self, root: Option<NodeId>, document: &Document) -> String {
        let title = root.and_then(|root| self.ir.get(root).annotations.title.as_deref());
        let name = match title {
            Some(title) if !document.is_named_by_caller() => title,
            _ => document.name(),
        };
        unused(&mut self.taken, &[type_case(name)])
    }

    /// The root is always a type of its own.
    fn root(&mut self, root: NodeId, name: &str) -> ItemId {
        let hint = Hint {
            name: name.to_owned(),
            parent: String::new(),
        };
        if let Kind::Typed(typed) = &self.ir.get(root).kind
            && !self.is_choice(typed)
            && let Some(json_type) = single(typed.admitted)
            && would_be_item(typed, json_type)
        {
            let id = self.reserve(name.to_owned(), root);
            self.shapes.by_node.insert(root, Shape::Named(id));
            self.fill(id, typed, json_type, &hint);
            return id;
        }
        let id = self.reserve(name.to_owned(), root);
        self.shapes.items[id.0].kind = ItemKind::Root;
        self.node(
            root,
            &Hint {
                name: format!("{name}Value"),
                parent: String::new(),
            },
        );
        self.function(root, &hint);
        if matches!(self.ir.get(root).kind, Kind::Typed(_)) && self.is_unnamed(root) {
            self.shapes.wrap_in(root, id);
        }
        id
    }

    /// Whether values of a node have a type that is spelt out wherever it stands.
    fn is_unnamed(&self, node: NodeId) -> bool {
        let shape = self.shapes.by_node.get(&node);
        shape.is_some_and(|shape| shape.inner().is_some())
    }

    pub(super) fn reserve(&mut self, name: String, node: NodeId) -> ItemId {
        let id = ItemId(self.shapes.items.len());
        self.shapes.items.push(Item {
            name,
            node,
            kind: ItemKind::Text,
            borrows: false,
        });
        id
    }

    /// Gives a node its type, and everything under it.
    pub(super) fn node(&mut self, node: NodeId, hint: &Hint) {
        let own = &self.ir.get(node).annotations.title;
        let hint = &match own {
            Some(title) => Hint {
                name: type_case(title),
                parent: hint.parent.clone(),
            },
            None => hint.clone(),
        };
        if self.shapes.by_node.contains_key(&node) {
            return;
        }
        match &self.ir.get(node).kind {
            Kind::Any => self.set(node, Shape::Json),
            Kind::Never => self.set(node, Shape::Never),
            Kind::Refer { .. } => {
                // A definition is called by its own name, not by that of who refers to it.
                let (target, _) = self.ir.target(node);
                let name = self.definition_name(target).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(|| hint.name.clone());
                let hint = Hint {
                    name: type_case(&name),
                    parent: hint.parent.clone(),
                };
                self.pending.push((target, hint));
            }
            Kind::Typed(typed) => self.typed(node, typed, hint),
        }
    }

    pub(super) fn set(&mut self, node: NodeId, shape: Shape) {
        self.shapes.by_node.insert(node, shape);
    }

    pub(super) fn definition_name(&self, node: NodeId) -> Option<String> {
        let location = &self.ir.get(node).location;
        let (_, name) = location.rsplit_once('/')?;
        let name = name.replace("~1", "/").replace("~0", "~");
        Some(name)
    }

    fn typed(&mut self, node: NodeId, typed: &Typed, hint: &Hint) {
        if self.is_choice(typed) {
            self.choice(node, typed, hint);
            self.function(node, hint);
            return;
        }
        let types = typed.admitted;
        let bare = types.without(JsonType::Null);
        match (single(types), single(bare)) {
            (Some(json_type), _) => {
                let shape = self.part(node, typed, json_type, hint);
                self.set(node, shape);
            }
            (None, Some(json_type)) => {
                // The function first: the part may contain the node itself.
                let shape = self.part(node, typed, json_type, hint);
                self.set(node, Shape::Nullable(Box::new(shape)));
            }
            (None, None) if types.is_empty() => self.set(node, Shape::Never),
            (None, None) => self.union(node, typed, hint),
        }
        self.function(node, hint);
    }

    /// A name for the node's reading function, in case it needs one.
    pub(super) fn function(&mut self, node: NodeId, hint: &Hint) {
        let names: Vec<String> = hint
            .candidates()
            .iter()
            .map(|name| format!("read_{}", field_case(name)))
            .collect();
        let name = unused(&mut self.functions, &names);
        self.shapes.functions.entry(node).or_insert(name);
    }

    /// A type that asks the same under the same name.
    pub(super) fn alike(&self, node: NodeId, hint: &Hint) -> Option<ItemId> {
        let alike = self.by_hint.get(&hint.name).into_iter().flatten().copied();
        let mut alike = alike;
        alike.find(|id| same(self.ir, self.shapes.items[id.0].node, node))
    }

    pub(super) fn remember(&mut self, hint: &Hint, id: ItemId) {
        self.by_hint.entry(hint.name.clone()).or_default().push(id);
    }

    /// A named type: one that asks the same under the same name, or a new one.
    pub(super) fn item(
        &mut self,
        node: NodeId,
        typed: &Typed,
        json_type: JsonType,
        hint: &Hint,
    ) -> ItemId {
        if let Some(id) = self.alike(node, hint) {
            return id;
        }
        let name = unused(&mut self.taken, &hint.candidates());
        let id = self.reserve(name, node);
        self.remember(hint, id);
        // Set before the parts are looked at, which may refer back to this node.
        if single(typed.admitted) == Some(json_type) {
            self.set(node, Shape::Named(id));
        } else if single(typed.admitted.without(JsonType::Null)) == Some(json_type) {
            self.set(node, Shape::Nullable(Box::new(Shape::Named(id))));
        }
        self.fill(id, typed, json_type, hint);
        id
    }
}

/// The only type of a set.
pub(super) fn single(types: TypeSet) -> Option<JsonType> {
    if types.len() == 1 {
        types.iter().next()
    } else {
        None
    }
}
