//! Strings with rules: newtypes that no wrong string gets into.

use super::types::Scope;
use super::{Context, Emitted, docs, read_impl};
use crate::names::ident;
use crate::options::StringType;
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
    let (text, lifetime) = (ctx.string_type(Scope::User), item.lifetime());
    let held = match ctx.options.string {
        StringType::Borrowed => quote!('a),
        StringType::Owned | StringType::Path(_) => ctx.string_type(Scope::Hidden),
    };
    // Of a type that the caller chose, nothing is known but what it is compared by.
    let compared = (!matches!(ctx.options.string, StringType::Path(_))).then(|| {
        quote! {
            #[derive(
                ::std::cmp::PartialEq, ::std::cmp::Eq, ::std::cmp::PartialOrd, ::std::cmp::Ord,
                ::std::hash::Hash
            )]
        }
    });
    Emitted {
        definition: quote! {
            #docs
            #deprecated
            #[derive(::std::fmt::Debug, ::std::clone::Clone)]
            #compared
            #visibility struct #name #lifetime(#text);
        },
        hidden: quote!(#read v1::text_type!([#held] super::#name #lifetime);),
    }
}

fn body(ctx: &Context<'_>, item: &Item) -> TokenStream {
    let Some(typed) = ctx.ir.typed(item.node) else {
        return quote!(M::absent());
    };
    let value = ctx.text_value();
    let part = ctx.text_with_rules(typed, &quote!(Self(#value)));
    ctx.item_body(typed, JsonType::String, part)
}
