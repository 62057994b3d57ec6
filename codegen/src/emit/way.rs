//! Ways through the schema as the edges that a walk keeps.

use super::Context;
use crate::ir::{NodeId, Way};
use proc_macro2::TokenStream;
use quote::quote;

/// Emits `Edge::to("/items")`.
pub(super) fn edge(way: &Way) -> TokenStream {
    let path = &way.path;
    match &way.target {
        _ if way.is_here() => quote!(Edge::NONE),
        Some(target) => quote!(Edge::through(#path, #target)),
        None => quote!(Edge::to(#path)),
    }
}

/// Emits `call?`, made where the rule is written.
pub(super) fn along(way: &Way, call: &TokenStream) -> TokenStream {
    if way.is_here() {
        return quote!(#call?;);
    }
    let edge = edge(way);
    quote!(r.refer(#edge, |r| #call)?;)
}

impl Context<'_> {
    /// The way to a node, on through its references.
    pub(super) fn way_to(&self, way: &Way, node: NodeId) -> Way {
        way.then(&self.ir.way("", node))
    }

    /// The way from a value to what judges it, as an argument: a path alone where that says it all.
    pub(super) fn edge_to(&self, value: Option<&(Way, NodeId)>) -> TokenStream {
        let way = value.map(|(way, node)| self.way_to(way, *node));
        match &way {
            None => quote!(Edge::NONE),
            Some(way) if way.is_here() || way.target.is_some() => edge(way),
            Some(Way { path, .. }) => quote!(#path),
        }
    }
}
