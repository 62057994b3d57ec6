//! `type`.

use crate::ir::{Ruled, Types};
use crate::schema::Keywords;

pub(super) fn types(keywords: &Keywords) -> Vec<Ruled<Types>> {
    let types = keywords.type_.iter();
    types
        .map(|types| Ruled::here(Types::new(types.value, keywords.integer_by_form)))
        .collect()
}
