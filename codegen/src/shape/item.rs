//! Types with a name.

use super::Shape;
use crate::ir::NodeId;
use tollgate_core::JsonType;

/// A type that is generated.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) name: String,
    /// Where its values are described.
    pub(crate) node: NodeId,
    pub(crate) kind: ItemKind,
    /// Whether its values borrow from the document that they were read from.
    pub(crate) borrows: bool,
}

#[derive(Debug)]
pub(crate) enum ItemKind {
    /// A string with rules.
    Text,
    /// A string out of a list.
    Enum(Vec<Variant>),
    /// An object with named members.
    Struct {
        fields: Vec<Field>,
        others: Option<Others>,
    },
    /// An array whose first items have schemas of their own.
    Tuple {
        slots: Vec<Slot>,
        /// The items behind those; no field, where there can be none.
        rest: Option<RestItems>,
    },
    /// A value of one of several types.
    Union(Vec<UnionVariant>),
    /// A value that one of several schemas allows.
    Choice(Vec<ChoiceVariant>),
    /// A root that would have no name otherwise.
    Root,
}

/// A string out of a list.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: String,
    /// The string itself.
    pub(crate) text: String,
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// The member's name in the document.
    pub(crate) member: String,
    pub(crate) required: bool,
    /// What judges the value; `None` where nothing does.
    pub(crate) value: Option<NodeId>,
}

/// The field for members without a field of their own.
#[derive(Debug)]
pub(crate) struct Others {
    pub(crate) name: String,
    /// What judges their values; `None` where nothing does.
    pub(crate) value: Option<NodeId>,
}

/// An item with a schema of its own.
#[derive(Debug)]
pub(crate) struct Slot {
    /// Whether every array is long enough to have it.
    pub(crate) required: bool,
    pub(crate) value: Option<NodeId>,
}

/// The items behind those with a schema of their own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RestItems {
    /// What judges each of them; `None` where nothing does.
    pub(crate) value: Option<NodeId>,
}

/// One of the types that a value may have.
#[derive(Debug)]
pub(crate) struct UnionVariant {
    pub(crate) name: String,
    /// `None` for all types that have no variant of their own.
    pub(crate) json_type: Option<JsonType>,
    pub(crate) shape: Shape,
}

/// One of the schemas that may allow a value.
#[derive(Debug)]
pub(crate) struct ChoiceVariant {
    pub(crate) name: String,
    pub(crate) value: NodeId,
}
