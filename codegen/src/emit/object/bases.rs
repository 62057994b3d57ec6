//! Names for ways that many members share.

use super::super::way::edge;
use crate::ir::Way;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::cell::RefCell;

/// The ways to `properties` in other schemas than the one at hand: each has a name, since there may
/// be many members.
#[derive(Default)]
pub(super) struct Bases(RefCell<Vec<(Way, Option<String>)>>);

impl Bases {
    /// The constant for what `properties` says in the schema that `way` leads to, or for what a
    /// reference there leads to.
    pub(super) fn name(&self, way: Way, target: Option<&String>) -> Ident {
        let mut ways = self.0.borrow_mut();
        let known = ways
            .iter()
            .position(|(other, to)| *other == way && to.as_ref() == target);
        let index = known.unwrap_or(ways.len());
        if known.is_none() {
            ways.push((way, target.cloned()));
        }
        format_ident!("VIA_{index}")
    }

    /// The definitions of all constants that were named.
    pub(super) fn definitions(&self) -> TokenStream {
        let ways = self.0.borrow();
        let definitions = ways.iter().enumerate().map(|(index, (way, target))| {
            let (name, edge) = (format_ident!("VIA_{index}"), edge(way));
            let end = match target {
                None => quote!(to_property()),
                Some(target) => quote!(to_reference(#target)),
            };
            quote!(const #name: Edge = #edge.#end;)
        });
        quote!(#(#definitions)*)
    }
}
