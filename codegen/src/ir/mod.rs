//! What a schema means, whatever draft it was written in: nodes in an arena, one for each schema
//! location that can be reached. Nodes know no Rust; types are chosen by `shape`.

use crate::schema::{Constant, ConstantKind};
use std::ops::Range;
use tollgate_core::{JsonType, TypeSet};

/// Index of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) usize);

/// The nodes of all documents.
#[derive(Debug, Default)]
pub(crate) struct Ir {
    pub(crate) nodes: Vec<Node>,
    /// The root node of each document that is JSON.
    pub(crate) roots: Vec<Option<NodeId>>,
}

impl Ir {
    pub(crate) fn get(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId)
    }

    /// The node behind a chain of references, and how many references there are.
    pub(crate) fn target(&self, mut id: NodeId) -> (NodeId, usize) {
        let mut references = 0;
        while let Kind::Refer(next) = self.get(id).kind
            && references <= self.nodes.len()
        {
            id = next;
            references += 1;
        }
        (id, references)
    }
}

/// One schema location.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) document: usize,
    /// JSON Pointer into the document.
    pub(crate) location: String,
    pub(crate) span: Range<usize>,
    pub(crate) annotations: Annotations,
    pub(crate) kind: Kind,
}

/// What a schema says to people.
#[derive(Debug, Clone, Default)]
pub(crate) struct Annotations {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) examples: Vec<String>,
    pub(crate) default: Option<Constant>,
    pub(crate) deprecated: bool,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// Every value.
    Any,
    /// No value.
    Never,
    /// What another location says.
    Refer(NodeId),
    Typed(Box<Typed>),
}

/// What is asked of values, by their type. A keyword about one type lets the others pass.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    /// The types that the keyword `type` lists, where there is one.
    pub(crate) declared: Option<TypeSet>,
    /// The types that can pass, all keywords considered.
    pub(crate) admitted: TypeSet,
    /// `enum` and `const`, in the order of the schema.
    pub(crate) listed: Vec<Listed>,
    pub(crate) string: Vec<StringRule>,
    pub(crate) number: Vec<NumberRule>,
    pub(crate) array: Option<ArrayRule>,
    pub(crate) object: Option<ObjectRule>,
}

/// An `enum`, or a `const`, which allows one value.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) keyword: &'static str,
    pub(crate) values: Vec<Constant>,
}

impl Listed {
    /// The values, if all are strings.
    pub(crate) fn strings(&self) -> Option<Vec<&str>> {
        let string = |value: &'_ Constant| match &value.kind {
            ConstantKind::String(_) => true,
            ConstantKind::Null
            | ConstantKind::Bool
            | ConstantKind::Number { .. }
            | ConstantKind::Array
            | ConstantKind::Object => false,
        };
        self.values
            .iter()
            .all(string)
            .then(|| self.string_values().collect())
    }

    /// Those of the values that are strings.
    pub(crate) fn string_values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter_map(|value| match &value.kind {
            ConstantKind::String(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StringRule {
    MinLength(u64),
    MaxLength(u64),
    Pattern(crate::pattern::Pattern),
}

/// A bound on numbers: the keyword and the number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberRule {
    pub(crate) keyword: BoundKeyword,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BoundKeyword {
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
}

#[derive(Debug, Default)]
pub(crate) struct ArrayRule {
    pub(crate) items: Option<NodeId>,
    pub(crate) counts: Vec<CountRule>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CountRule {
    Min(u64),
    Max(u64),
}

#[derive(Debug)]
pub(crate) struct ObjectRule {
    /// Members that the schema names, whether or not it says anything of their values.
    pub(crate) members: Vec<MemberRule>,
    /// Required members that `additionalProperties: false` forbids.
    pub(crate) impossible: Vec<String>,
    pub(crate) additional: Additional,
}

#[derive(Debug)]
pub(crate) struct MemberRule {
    pub(crate) name: String,
    pub(crate) required: bool,
    /// What judges the value; `None` where nothing does.
    pub(crate) value: Option<NodeId>,
    /// The way there: `/properties/…` or `/additionalProperties`.
    pub(crate) edge: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Additional {
    /// Members that the schema does not name may be anything.
    Any,
    /// They are judged by a schema.
    Schema(NodeId),
    /// There must be none.
    Forbidden,
}

/// The types that constants have.
pub(crate) fn types_of(values: &[Constant]) -> TypeSet {
    values.iter().fold(TypeSet::NONE, |types, value| {
        types.with(match value.kind {
            ConstantKind::Null => JsonType::Null,
            ConstantKind::Bool => JsonType::Boolean,
            ConstantKind::Number { is_integer: true } => JsonType::Integer,
            ConstantKind::Number { is_integer: false } => JsonType::Number,
            ConstantKind::String(_) => JsonType::String,
            ConstantKind::Array => JsonType::Array,
            ConstantKind::Object => JsonType::Object,
        })
    })
}

/// The types in both sets; an integer is a number.
pub(crate) fn intersect(one: TypeSet, other: TypeSet) -> TypeSet {
    let integers = |set: TypeSet| {
        if set.contains(JsonType::Number) {
            set.with(JsonType::Integer)
        } else {
            set
        }
    };
    let (one, other) = (integers(one), integers(other));
    JsonType::ALL
        .into_iter()
        .filter(|&json_type| one.contains(json_type) && other.contains(json_type))
        .fold(TypeSet::NONE, TypeSet::with)
}
