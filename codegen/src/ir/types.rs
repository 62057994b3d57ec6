//! Sets of types as `type` means them, where an integer is a number.

use crate::schema::{Constant, ConstantKind};
use tollgate_core::{JsonType, TypeSet};

/// The keyword `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Types {
    pub(crate) set: TypeSet,
    /// Whether `1.0` is no integer.
    pub(crate) integer_by_form: bool,
}

impl Types {
    pub(crate) fn new(set: TypeSet, integer_by_form: bool) -> Self {
        let set = normal(set);
        Self {
            set,
            integer_by_form: integer_by_form && set.contains(JsonType::Integer),
        }
    }
}

/// An integer is a number already.
fn normal(set: TypeSet) -> TypeSet {
    if set.contains(JsonType::Number) {
        set.without(JsonType::Integer)
    } else {
        set
    }
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

/// The types in one of the sets.
pub(crate) fn unite(one: TypeSet, other: TypeSet) -> TypeSet {
    other.iter().fold(one, TypeSet::with)
}

/// The types in both sets.
pub(crate) fn intersect(one: TypeSet, other: TypeSet) -> TypeSet {
    let integers = |set: TypeSet| {
        if set.contains(JsonType::Number) {
            set.with(JsonType::Integer)
        } else {
            set
        }
    };
    let (one, other) = (integers(one), integers(other));
    let both = JsonType::ALL
        .into_iter()
        .filter(|&json_type| one.contains(json_type) && other.contains(json_type))
        .fold(TypeSet::NONE, TypeSet::with);
    normal(both)
}
