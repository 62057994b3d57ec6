//! Schemas as they are written: a faithful tree, every keyword a field, every value with its place.

mod parse;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use parse::{Input, Parser, is_only_ref, parse};
pub(crate) use value::type_name as value_name;

use crate::diagnostic::Place;
use crate::dialect::Dialect;
use std::collections::BTreeMap;
use std::ops::Range;
use tollgate_core::TypeSet;

/// Index of a schema among all schemas of all documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SchemaId(pub(crate) usize);

/// All schemas of all documents.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    all: Vec<Schema>,
    /// By document and JSON Pointer.
    by_location: BTreeMap<(usize, String), SchemaId>,
    /// Resources by their URIs. A document that has two is there twice.
    by_uri: BTreeMap<String, usize>,
    /// The root schema of each document to compile, if it is JSON.
    pub(crate) roots: Vec<Option<SchemaId>>,
    pub(crate) resources: Vec<Resource>,
}

impl Schemas {
    pub(crate) fn get(&self, id: SchemaId) -> &Schema {
        &self.all[id.0]
    }

    pub(crate) fn get_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.all[id.0]
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.all.len()).map(SchemaId)
    }

    pub(crate) fn at(&self, document: usize, location: &str) -> Option<SchemaId> {
        self.by_location
            .get(&(document, location.to_owned()))
            .copied()
    }

    /// The resource that a schema belongs to.
    pub(crate) fn resource_of(&self, id: SchemaId) -> &Resource {
        &self.resources[self.get(id).resource]
    }

    /// The resource with this URI.
    pub(crate) fn resource_at(&self, uri: &str) -> Option<usize> {
        self.by_uri.get(uri).copied()
    }

    /// The index that the next schema gets.
    fn next(&self) -> SchemaId {
        SchemaId(self.all.len())
    }

    fn add(&mut self, schema: Schema) -> SchemaId {
        let id = self.next();
        let key = (schema.place.document, schema.place.location.clone());
        self.by_location.insert(key, id);
        self.all.push(schema);
        id
    }

    fn open(&mut self, resource: Resource) -> usize {
        let index = self.resources.len();
        self.by_uri.entry(resource.uri.clone()).or_insert(index);
        self.resources.push(resource);
        index
    }
}

/// A schema with an identifier of its own, and everything in it that has none (Core 2020-12 §4.3.5).
#[derive(Debug, Clone)]
pub(crate) struct Resource {
    /// What references in it are resolved against: an absolute URI without fragment.
    pub(crate) uri: String,
    pub(crate) document: usize,
    /// JSON Pointer to the root.
    pub(crate) location: String,
    pub(crate) root: SchemaId,
    pub(crate) dialect: Dialect,
    /// The schemas that a reference may name, `$dynamicAnchor` included.
    pub(crate) anchors: BTreeMap<String, SchemaId>,
    /// Schemas that a `$dynamicRef` may find, by name; with the empty name the root of a resource
    /// that says `$recursiveAnchor: true`.
    pub(crate) dynamic_anchors: BTreeMap<String, SchemaId>,
}

/// One schema.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) place: Place,
    /// Index into [`Schemas::resources`].
    pub(crate) resource: usize,
    pub(crate) body: Body,
}

#[derive(Debug)]
pub(crate) enum Body {
    /// `true` or `false`.
    Bool(bool),
    Object(Box<Keywords>),
}

/// A value of the schema document and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
}

/// A JSON value that the schema holds, as its text, and its type.
#[derive(Debug, Clone)]
pub(crate) struct Constant {
    pub(crate) text: String,
    pub(crate) kind: ConstantKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ConstantKind {
    Null,
    Bool,
    /// A number, and whether it is an integer by value.
    Number {
        is_integer: bool,
    },
    /// A string, decoded.
    String(String),
    Array,
    Object,
}

/// The keywords of a schema object, as its dialect understands them: a keyword that the dialect does
/// not know, or that does not count beside a `$ref`, is not here.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the schema"
)]
pub(crate) struct Keywords {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) default: Option<Constant>,
    pub(crate) examples: Vec<String>,
    pub(crate) deprecated: bool,

    pub(crate) ref_: Option<Reference>,
    /// `$dynamicRef`, or `$recursiveRef`.
    pub(crate) dynamic_ref: Option<DynamicReference>,

    pub(crate) all_of: Vec<SchemaId>,
    pub(crate) any_of: Vec<SchemaId>,
    pub(crate) one_of: Vec<SchemaId>,
    pub(crate) not: Option<SchemaId>,
    pub(crate) if_: Option<SchemaId>,
    pub(crate) then: Option<SchemaId>,
    pub(crate) else_: Option<SchemaId>,
    /// `dependentSchemas`, and those of `dependencies`.
    pub(crate) dependent_schemas: Vec<Dependent<SchemaId>>,

    pub(crate) type_: Option<Spanned<TypeSet>>,
    /// Whether `1.0` is no integer: draft 4 goes by how a number is written (Core draft 4 §3.5).
    pub(crate) integer_by_form: bool,
    pub(crate) enum_: Option<Spanned<Vec<Constant>>>,
    pub(crate) const_: Option<Spanned<Constant>>,

    pub(crate) pattern: Option<Spanned<String>>,
    pub(crate) min_length: Option<Spanned<u64>>,
    pub(crate) max_length: Option<Spanned<u64>>,
    /// `format`, where it is an assertion.
    pub(crate) format: Option<Spanned<String>>,

    /// Draft 4's boolean `exclusiveMinimum` has turned `minimum` into an exclusive one here.
    pub(crate) minimum: Option<Spanned<String>>,
    pub(crate) maximum: Option<Spanned<String>>,
    pub(crate) exclusive_minimum: Option<Spanned<String>>,
    pub(crate) exclusive_maximum: Option<Spanned<String>>,
    pub(crate) multiple_of: Option<Spanned<String>>,

    /// `prefixItems`, or the list of `items` in older drafts.
    pub(crate) prefix_items: Vec<SchemaId>,
    /// Whether it was `items` that had the list.
    pub(crate) items_is_list: bool,
    /// `items`, or `additionalItems` beside a list of `items` in older drafts.
    pub(crate) items: Option<SchemaId>,
    pub(crate) min_items: Option<Spanned<u64>>,
    pub(crate) max_items: Option<Spanned<u64>>,
    /// `uniqueItems: true`.
    pub(crate) unique_items: Option<Spanned<()>>,
    pub(crate) contains: Option<SchemaId>,
    pub(crate) min_contains: Option<Spanned<u64>>,
    pub(crate) max_contains: Option<Spanned<u64>>,
    /// Whether an item that `contains` matches is evaluated (2020-12 only: Core §10.3.1.3).
    pub(crate) contains_evaluates: bool,
    pub(crate) unevaluated_items: Option<SchemaId>,

    pub(crate) properties: Vec<(String, SchemaId)>,
    pub(crate) pattern_properties: Vec<(Spanned<String>, SchemaId)>,
    pub(crate) additional_properties: Option<SchemaId>,
    pub(crate) property_names: Option<SchemaId>,
    pub(crate) required: Vec<String>,
    pub(crate) min_properties: Option<Spanned<u64>>,
    pub(crate) max_properties: Option<Spanned<u64>>,
    /// `dependentRequired`, and those of `dependencies`.
    pub(crate) dependent_required: Vec<Dependent<Vec<String>>>,
    pub(crate) unevaluated_properties: Option<SchemaId>,
}

impl Keywords {
    /// The keyword that `prefix_items` come from.
    pub(crate) fn prefix_keyword(&self) -> &'static str {
        if self.items_is_list {
            "items"
        } else {
            "prefixItems"
        }
    }

    /// The keyword that `items` comes from.
    pub(crate) fn items_keyword(&self) -> &'static str {
        if self.items_is_list {
            "additionalItems"
        } else {
            "items"
        }
    }

    /// The schemas that are values of keywords, or in them, and count.
    pub(crate) fn subschemas(&self) -> Vec<SchemaId> {
        let one = [
            self.not,
            self.if_,
            self.then,
            self.else_,
            self.items,
            self.contains,
            self.unevaluated_items,
            self.additional_properties,
            self.property_names,
            self.unevaluated_properties,
        ];
        let lists = [&self.all_of, &self.any_of, &self.one_of, &self.prefix_items];
        let dependent = self
            .dependent_schemas
            .iter()
            .map(|dependent| dependent.what);
        let named = self.properties.iter().map(|&(_, schema)| schema);
        let by_pattern = self.pattern_properties.iter().map(|&(_, schema)| schema);
        let mut all: Vec<SchemaId> = one.into_iter().flatten().collect();
        all.extend(lists.into_iter().flatten());
        all.extend(dependent.chain(named).chain(by_pattern));
        all
    }
}

/// What holds where a member is there.
#[derive(Debug, Clone)]
pub(crate) struct Dependent<T> {
    /// `dependentRequired`, `dependentSchemas` or `dependencies`.
    pub(crate) keyword: &'static str,
    /// The name of the member.
    pub(crate) name: String,
    pub(crate) what: T,
}

/// A `$ref`, and where it leads once that is known.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    pub(crate) uri: Spanned<String>,
    pub(crate) target: Option<SchemaId>,
}

/// A `$dynamicRef` or a `$recursiveRef`.
#[derive(Debug, Clone)]
pub(crate) struct DynamicReference {
    /// `$dynamicRef` or `$recursiveRef`.
    pub(crate) keyword: &'static str,
    pub(crate) uri: Spanned<String>,
    /// Where it leads if nothing in the dynamic scope says otherwise.
    pub(crate) target: Option<SchemaId>,
    /// The dynamic anchor that is looked for in the dynamic scope, from the outermost resource on;
    /// `None` where the reference is an ordinary one (Core 2020-12 §8.2.3.2). For `$recursiveRef`
    /// the empty name.
    pub(crate) anchor: Option<String>,
}
