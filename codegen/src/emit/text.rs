//! Strings with rules: newtypes that no wrong string gets into.

use super::{Context, Emitted, docs, read_impl};
use crate::names::ident;
use crate::shape::Item;
use proc_macro2::TokenStream;
use quote::quote;
use tollgate_core::JsonType;

/// Emits `pub struct ObjectId(String);`.
pub(super) fn emit(ctx: &Context<'_>, item: &Item) -> Emitted {
    let node = ctx.node(item.node);
    let docs = docs::of_type(&node.annotations, "A string with rules.", &node.location);
    let deprecated = docs::deprecated(&node.annotations);
    let (name, visibility) = (ident(&item.name), &ctx.options.visibility);
    let body = body(ctx, item);
    let read = read_impl(ctx, item, &body);
    Emitted {
        definition: quote! {
            #docs
            #deprecated
            #[derive(
                ::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ::std::cmp::Eq,
                ::std::cmp::PartialOrd, ::std::cmp::Ord, ::std::hash::Hash
            )]
            #visibility struct #name(::std::string::String);
        },
        hidden: quote!(#read text_type!(super::#name);),
    }
}

fn body(ctx: &Context<'_>, item: &Item) -> TokenStream {
    let Some(typed) = ctx.ir.typed(item.node) else {
        return quote!(M::absent());
    };
    let rules = ctx.string_rules(typed);
    let name = ident(&item.name);
    let part = quote! {
        let Some(text) = r.string()? else { return M::absent() };
        #rules
        Ok(M::build(|| super::#name(text.to_owned_text())))
    };
    ctx.item_body(typed, JsonType::String, part)
}
