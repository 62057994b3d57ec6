//! Schemas as they are written: a faithful tree, every keyword a field, every value with its place.

mod parse;
mod value;

pub(crate) use parse::parse;

use crate::diagnostic::Place;
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
    /// The root schema of each document that is JSON.
    pub(crate) roots: Vec<Option<SchemaId>>,
    /// The `$id` of each document's root.
    pub(crate) ids: BTreeMap<usize, String>,
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

    fn add(&mut self, schema: Schema) -> SchemaId {
        let id = SchemaId(self.all.len());
        let key = (schema.place.document, schema.place.location.clone());
        self.by_location.insert(key, id);
        self.all.push(schema);
        id
    }
}

/// One schema.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) place: Place,
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

/// The keywords of a schema object.
#[derive(Debug, Default)]
pub(crate) struct Keywords {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) default: Option<Constant>,
    pub(crate) examples: Vec<String>,
    pub(crate) deprecated: bool,

    pub(crate) ref_: Option<Reference>,
    pub(crate) defs: Vec<(String, SchemaId)>,

    pub(crate) type_: Option<Spanned<TypeSet>>,
    pub(crate) enum_: Option<Spanned<Vec<Constant>>>,
    pub(crate) const_: Option<Spanned<Constant>>,

    pub(crate) pattern: Option<Spanned<String>>,
    pub(crate) min_length: Option<Spanned<u64>>,
    pub(crate) max_length: Option<Spanned<u64>>,

    pub(crate) minimum: Option<Spanned<String>>,
    pub(crate) maximum: Option<Spanned<String>>,
    pub(crate) exclusive_minimum: Option<Spanned<String>>,
    pub(crate) exclusive_maximum: Option<Spanned<String>>,

    pub(crate) items: Option<SchemaId>,
    pub(crate) min_items: Option<Spanned<u64>>,
    pub(crate) max_items: Option<Spanned<u64>>,

    pub(crate) properties: Vec<(String, SchemaId)>,
    pub(crate) required: Vec<String>,
    pub(crate) additional_properties: Option<SchemaId>,
}

/// A `$ref`, and where it leads once that is known.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    pub(crate) uri: Spanned<String>,
    pub(crate) target: Option<SchemaId>,
}

/// What a member of a schema object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keyword {
    /// Says nothing about which values are allowed, nor about types.
    Annotation,
    /// Known, and refused until it is built: what is ignored would be a wrong verdict.
    NotBuilt,
    /// No keyword of the draft; an annotation (Core 2020-12 §6.5).
    Unknown,
    Id,
    Ref,
    Defs,
    Title,
    Description,
    Default,
    Examples,
    Deprecated,
    Type,
    Enum,
    Const,
    Pattern,
    MinLength,
    MaxLength,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    Items,
    MinItems,
    MaxItems,
    Properties,
    Required,
    AdditionalProperties,
}
