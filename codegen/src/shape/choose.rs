//! Goes over the nodes from the roots on, parents first, and gives each its type and its name.

use super::item::{Field, Item, ItemKind, Others, UnionVariant, Variant};
use super::same::same;
use super::{ItemId, Shape, Shapes, integer};
use crate::ir::{Additional, Ir, Kind, NodeId, ObjectRule, Typed};
use crate::names::{field_case, type_case, unused};
use crate::options::{Options, UnknownMembers};
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
    chooser.shapes.find_boxed(ir);
    chooser.shapes
}

struct Chooser<'c> {
    ir: &'c Ir,
    options: &'c Options,
    shapes: Shapes,
    /// Names of types.
    taken: BTreeSet<String>,
    /// Names of functions.
    functions: BTreeSet<String>,
    /// Types by the name that they asked for.
    by_hint: BTreeMap<String, Vec<ItemId>>,
    /// Nodes that still need a type; the next one last. Stands in for recursion.
    pending: Vec<(NodeId, Hint)>,
}

/// What a type may be called: the best name first.
#[derive(Clone)]
struct Hint {
    name: String,
    parent: String,
}

impl Hint {
    fn child(&self, name: &str) -> Self {
        Self {
            name: type_case(name),
            parent: self.name.clone(),
        }
    }

    fn candidates(&self) -> Vec<String> {
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
            && let Some(json_type) = single(typed.admitted)
            && self.would_be_item(typed, json_type)
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
        id
    }

    fn reserve(&mut self, name: String, node: NodeId) -> ItemId {
        let id = ItemId(self.shapes.items.len());
        self.shapes.items.push(Item {
            name,
            node,
            kind: ItemKind::Text,
        });
        id
    }

    /// Gives a node its type, and everything under it.
    fn node(&mut self, node: NodeId, hint: &Hint) {
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
            Kind::Refer(target) => {
                // A definition is called by its own name, not by that of who refers to it.
                let name = self
                    .definition_name(*target)
                    .unwrap_or_else(|| hint.name.clone());
                self.node(
                    *target,
                    &Hint {
                        name: type_case(&name),
                        parent: hint.parent.clone(),
                    },
                );
            }
            Kind::Typed(typed) => self.typed(node, typed, hint),
        }
    }

    fn set(&mut self, node: NodeId, shape: Shape) {
        self.shapes.by_node.insert(node, shape);
    }

    fn definition_name(&self, node: NodeId) -> Option<String> {
        let location = &self.ir.get(node).location;
        let (_, name) = location.rsplit_once('/')?;
        let name = name.replace("~1", "/").replace("~0", "~");
        Some(name)
    }

    fn typed(&mut self, node: NodeId, typed: &Typed, hint: &Hint) {
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
    fn function(&mut self, node: NodeId, hint: &Hint) {
        let names: Vec<String> = hint
            .candidates()
            .iter()
            .map(|name| format!("read_{}", field_case(name)))
            .collect();
        let name = unused(&mut self.functions, &names);
        self.shapes.functions.entry(node).or_insert(name);
    }

    fn would_be_item(&self, typed: &Typed, json_type: JsonType) -> bool {
        match json_type {
            JsonType::String => !typed.string.is_empty() || typed.names_strings(),
            JsonType::Object => typed.object.as_ref().is_some_and(is_struct),
            _ => false,
        }
    }

    /// The type for values of one JSON type.
    fn part(&mut self, node: NodeId, typed: &Typed, json_type: JsonType, hint: &Hint) -> Shape {
        if self.would_be_item(typed, json_type) {
            return Shape::Named(self.item(node, typed, json_type, hint));
        }
        match json_type {
            JsonType::Null => Shape::Null,
            JsonType::Boolean => Shape::Bool,
            JsonType::Number => Shape::Number,
            JsonType::Integer => Shape::Integer(integer::choose(&typed.number)),
            JsonType::String => Shape::String,
            JsonType::Array => {
                let items = typed.array.as_ref().and_then(|array| array.items);
                if let Some(items) = items {
                    self.pending
                        .push((items, hint.child(&item_name(&hint.name))));
                }
                Shape::List(items)
            }
            JsonType::Object => {
                let additional = typed.object.as_ref().map(|object| object.additional);
                match additional {
                    Some(Additional::Schema(value)) => {
                        self.pending.push((value, hint.child("Value")));
                        Shape::Map(Some(value))
                    }
                    Some(Additional::Any | Additional::Forbidden) | None => Shape::Map(None),
                }
            }
        }
    }

    /// A named type: one that asks the same under the same name, or a new one.
    fn item(&mut self, node: NodeId, typed: &Typed, json_type: JsonType, hint: &Hint) -> ItemId {
        let alike = self.by_hint.get(&hint.name).into_iter().flatten().copied();
        let alike: Vec<ItemId> = alike.collect();
        for id in alike {
            if same(self.ir, self.shapes.items[id.0].node, node) {
                return id;
            }
        }
        let name = unused(&mut self.taken, &hint.candidates());
        let id = self.reserve(name, node);
        self.by_hint.entry(hint.name.clone()).or_default().push(id);
        // Set before the parts are looked at, which may refer back to this node.
        if single(typed.admitted) == Some(json_type) {
            self.set(node, Shape::Named(id));
        } else if single(typed.admitted.without(JsonType::Null)) == Some(json_type) {
            self.set(node, Shape::Nullable(Box::new(Shape::Named(id))));
        }
        self.fill(id, typed, json_type, hint);
        id
    }

    fn fill(&mut self, id: ItemId, typed: &Typed, json_type: JsonType, hint: &Hint) {
        let kind = match (&typed.object, json_type) {
            (Some(object), JsonType::Object) => self.struct_(object, hint),
            _ if typed.names_strings() => ItemKind::Enum(variants(typed)),
            _ => ItemKind::Text,
        };
        self.shapes.items[id.0].kind = kind;
    }

    fn struct_(&mut self, object: &ObjectRule, hint: &Hint) -> ItemKind {
        let keeps_others = match object.additional {
            Additional::Any => self.options.unknown == UnknownMembers::Keep,
            Additional::Schema(_) => true,
            Additional::Forbidden => false,
        };
        let mut taken = BTreeSet::new();
        let others = keeps_others.then(|| unused(&mut taken, &["other".to_owned()]));
        let mut fields = Vec::new();
        for member in &object.members {
            let name = field_case(&member.name);
            let name = unused(&mut taken, &[name.clone(), format!("{name}_")]);
            let (member_name, edge) = (member.name.clone(), member.edge.clone());
            let (required, value) = (member.required, member.value);
            fields.push(Field {
                name,
                member: member_name,
                required,
                value,
                edge,
            });
        }
        let value = match object.additional {
            Additional::Schema(value) => Some(value),
            Additional::Any | Additional::Forbidden => None,
        };
        let other = value.map(|value| (value, hint.child("OtherValue")));
        self.pending.extend(other);
        // The first member is taken from the list first.
        for field in fields.iter().rev() {
            let value = field.value.map(|value| (value, hint.child(&field.member)));
            self.pending.extend(value);
        }
        ItemKind::Struct {
            fields,
            others: others.map(|name| Others { name, value }),
        }
    }

    /// An `enum` with a variant for each type that the schema says something of.
    fn union(&mut self, node: NodeId, typed: &Typed, hint: &Hint) {
        let name = unused(&mut self.taken, &hint.candidates());
        let id = self.reserve(name.clone(), node);
        self.set(node, Shape::Named(id));
        let hint = Hint {
            name,
            parent: hint.parent.clone(),
        };
        let is_open = typed.declared.is_none() && typed.listed.is_empty();
        let own = typed
            .admitted
            .iter()
            .filter(|&json_type| !is_open || typed.rules(json_type));
        let mut variants = Vec::new();
        for json_type in own.collect::<Vec<_>>() {
            let variant = variant_name(json_type);
            let part_hint = Hint {
                name: format!("{}{variant}", hint.name),
                ..hint.clone()
            };
            let shape = self.part(node, typed, json_type, &part_hint);
            let name = variant.to_owned();
            variants.push(UnionVariant {
                name,
                json_type: Some(json_type),
                shape,
            });
        }
        if is_open {
            let name = "Other".to_owned();
            variants.push(UnionVariant {
                name,
                json_type: None,
                shape: Shape::Json,
            });
        }
        self.shapes.items[id.0].kind = ItemKind::Union(variants);
    }
}

impl Typed {
    /// Whether a list names the strings that can pass, so that they become an enum.
    pub(crate) fn names_strings(&self) -> bool {
        match self.listed.as_slice() {
            [listed] => listed.string_values().next().is_some(),
            _ => false,
        }
    }

    /// Whether nothing but strings out of a list can pass, so that the enum judges everything.
    pub(crate) fn is_string_enum(&self) -> bool {
        match self.listed.as_slice() {
            [listed] => listed.strings().is_some() && self.declares_at_most(JsonType::String),
            _ => false,
        }
    }

    fn declares_at_most(&self, json_type: JsonType) -> bool {
        self.declared
            .is_none_or(|declared| declared == TypeSet::from(json_type))
    }

    /// Whether the schema says something of values of a type, besides that they may be.
    fn rules(&self, json_type: JsonType) -> bool {
        match json_type {
            JsonType::Null | JsonType::Boolean => false,
            JsonType::Number | JsonType::Integer => !self.number.is_empty(),
            JsonType::String => !self.string.is_empty(),
            JsonType::Array => self.array.is_some(),
            JsonType::Object => self.object.is_some(),
        }
    }
}

/// Whether an object has members to make fields of, or must have none.
fn is_struct(object: &ObjectRule) -> bool {
    !object.members.is_empty()
        || !object.impossible.is_empty()
        || object.additional == Additional::Forbidden
}

fn variants(typed: &Typed) -> Vec<Variant> {
    let mut taken = BTreeSet::new();
    let mut texts: Vec<&str> = Vec::new();
    for text in typed
        .listed
        .iter()
        .flat_map(super::super::ir::Listed::string_values)
    {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let variant = |text: &&str| Variant {
        name: unused(&mut taken, &[type_case(text)]),
        text: (*text).to_owned(),
    };
    texts.iter().map(variant).collect()
}

fn single(types: TypeSet) -> Option<JsonType> {
    if types.len() == 1 {
        types.iter().next()
    } else {
        None
    }
}

/// What the items of a list are called: `Invoices` has items of `Invoice`.
fn item_name(list: &str) -> String {
    match list.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with('s') => one.to_owned(),
        _ => format!("{list}Item"),
    }
}

fn variant_name(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "Null",
        JsonType::Boolean => "Boolean",
        JsonType::Number => "Number",
        JsonType::Integer => "Integer",
        JsonType::String => "String",
        JsonType::Array => "Array",
        JsonType::Object => "Object",
    }
}
