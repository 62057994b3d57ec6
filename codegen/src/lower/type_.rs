//! `type`: the types that are declared, and those that can pass once all is considered.

use crate::ir::{Typed, intersect, types_of};
use crate::schema::Keywords;
use tollgate_core::{JsonType, TypeSet};

pub(super) fn declared(keywords: &Keywords) -> Option<TypeSet> {
    let types = keywords.type_.as_ref()?.value;
    // An integer is a number already.
    let is_number = types.contains(JsonType::Number);
    Some(if is_number {
        types.without(JsonType::Integer)
    } else {
        types
    })
}

pub(super) fn admitted(typed: &Typed) -> TypeSet {
    let all = TypeSet::ALL.without(JsonType::Integer);
    let declared = typed.declared.unwrap_or(all);
    if typed.listed.is_empty() {
        return declared;
    }
    let listed = typed.listed.iter().map(|listed| types_of(&listed.values));
    let admitted = listed.fold(declared, intersect);
    let is_number = admitted.contains(JsonType::Number);
    if is_number {
        admitted.without(JsonType::Integer)
    } else {
        admitted
    }
}
