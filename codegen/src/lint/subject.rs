//! The schema that lints look at: what it means, and how it is written.

use super::Whole;
use crate::diagnostic::Place;
use crate::dialect::{Dialect, Keyword};
use crate::ir::{intersect, types_of};
use crate::schema::{Body, Keywords, Schema, SchemaId, Schemas, is_only_ref};
use crate::source::Library;
use std::collections::BTreeMap;
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Member, Node, Value};
use tollgate_core::{JsonType, TypeSet};

/// The objects of all documents that are compiled, by document and first byte.
pub(super) struct Nodes<'n>(BTreeMap<(usize, usize), &'n Node<'n>>);

impl<'n> Nodes<'n> {
    pub(super) fn of(library: &'n Library<'_>) -> Self {
        let mut nodes = BTreeMap::new();
        for document in library.compiled() {
            let mut open: Vec<&Node<'_>> = library.tree(document).into_iter().collect();
            while let Some(node) = open.pop() {
                match &node.value {
                    Value::Object(members) => {
                        nodes.insert((document, node.span.start), node);
                        open.extend(members.iter().map(|member| &member.node));
                    }
                    Value::Array(items) => open.extend(items),
                    _ => {}
                }
            }
        }
        Self(nodes)
    }

    fn members(&self, place: &Place) -> Option<&'n [Member<'n>]> {
        match &self.0.get(&(place.document, place.span.start))?.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }
}

/// A schema that is an object.
pub(super) struct Subject<'s> {
    pub(super) whole: &'s Whole<'s>,
    pub(super) schema: &'s Schema,
    pub(super) keywords: &'s Keywords,
    pub(super) members: &'s [Member<'s>],
    pub(super) dialect: Dialect,
    /// Whether nothing beside its `$ref` counts.
    pub(super) only_ref: bool,
}

impl<'s> Subject<'s> {
    /// `None` for what is no object, or in a document that is not to be compiled.
    pub(super) fn new(whole: &'s Whole<'s>, id: SchemaId) -> Option<Self> {
        let schema = whole.schemas.get(id);
        let Body::Object(keywords) = &schema.body else {
            return None;
        };
        let members = whole.nodes.members(&schema.place)?;
        let dialect = whole.schemas.resource_of(id).dialect;
        Some(Self {
            whole,
            schema,
            keywords,
            members,
            dialect,
            only_ref: is_only_ref(members, dialect.draft),
        })
    }

    pub(super) fn schemas(&self) -> &'s Schemas {
        self.whole.schemas
    }

    /// The member of this name, if it is a keyword of the dialect.
    pub(super) fn keyword(&self, name: &str) -> Option<&'s Member<'s>> {
        let is_known = self.dialect.keyword(name) != Keyword::Unknown;
        let mut members = self.members.iter();
        members.find(|member| is_known && member.name == name)
    }

    /// Where the name of a member stands: for what is said of a keyword as such.
    pub(super) fn at_name(&self, member: &Member<'_>) -> Place {
        Place {
            document: self.schema.place.document,
            span: member.name_span.clone(),
            location: self.location(&[&member.name]),
        }
    }

    /// Where a value stands that the steps lead to.
    pub(super) fn at_value(&self, node: &Node<'_>, steps: &[&str]) -> Place {
        Place {
            document: self.schema.place.document,
            span: node.span.clone(),
            location: self.location(steps),
        }
    }

    fn location(&self, steps: &[&str]) -> String {
        let own = self.schema.place.location.clone();
        steps.iter().fold(own, |location, step| {
            format!("{location}/{}", escape_pointer(step))
        })
    }

    /// The types that `type`, `enum` and `const` allow.
    pub(super) fn allowed(&self) -> TypeSet {
        let Keywords {
            type_,
            enum_,
            const_,
            ..
        } = self.keywords;
        let all = TypeSet::ALL.without(JsonType::Integer);
        let types = type_.iter().map(|types| types.value);
        let listed = enum_.iter().map(|values| types_of(&values.value));
        let only = const_
            .iter()
            .map(|value| types_of(std::slice::from_ref(&value.value)));
        types.chain(listed).chain(only).fold(all, intersect)
    }

    /// Whether a value of this type can pass.
    pub(super) fn allows(&self, json_type: JsonType) -> bool {
        self.allowed().may_hold(json_type)
    }

    /// Whether a schema lets nothing pass: `false`, and what says so in draft 4.
    pub(super) fn is_never(&self, id: SchemaId) -> bool {
        match &self.schemas().get(id).body {
            Body::Bool(allows) => !allows,
            Body::Object(keywords) => keywords.not.is_some_and(|not| self.is_always(not)),
        }
    }

    /// Whether a schema lets everything pass and says so: `true` and `{}`.
    pub(super) fn is_always(&self, id: SchemaId) -> bool {
        let schema = self.schemas().get(id);
        match &schema.body {
            Body::Bool(allows) => *allows,
            Body::Object(_) => {
                let members = self.whole.nodes.members(&schema.place);
                members.is_some_and(<[_]>::is_empty)
            }
        }
    }
}

/// Values are shown up to this length.
const SHOWN: usize = 40;

/// A value as messages show it.
pub(super) fn shown(node: &Node<'_>) -> String {
    cut(&node.to_json())
}

pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
