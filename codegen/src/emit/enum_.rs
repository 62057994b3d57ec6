//! Strings out of a list: enums.

use super::{Context, Emitted, docs, read_impl};
use crate::names::ident;
use crate::shape::{Item, Variant};
use proc_macro2::TokenStream;
use quote::quote;
use tollgate_core::JsonType;

/// Emits `pub enum Mode { … }`.
pub(super) fn emit(ctx: &Context<'_>, item: &Item, variants: &[Variant]) -> Emitted {
    let node = ctx.node(item.node);
    let docs = docs::of_type(&node.annotations, "One of several strings.", &node.location);
    let deprecated = docs::deprecated(&node.annotations);
    let (name, visibility) = (ident(&item.name), &ctx.options.visibility);
    let names: Vec<_> = variants
        .iter()
        .map(|variant| ident(&variant.name))
        .collect();
    let texts: Vec<&str> = variants
        .iter()
        .map(|variant| variant.text.as_str())
        .collect();
    let variant_docs = texts.iter().map(|text| docs::line(&docs::code(text)));
    let count = variants.len();
    let body = body(ctx, item, &texts);
    let read = read_impl(ctx, item, &body);
    Emitted {
        definition: quote! {
            #docs
            #deprecated
            #[derive(
                ::std::fmt::Debug, ::std::clone::Clone, ::std::marker::Copy,
                ::std::cmp::PartialEq, ::std::cmp::Eq, ::std::cmp::PartialOrd,
                ::std::cmp::Ord, ::std::hash::Hash
            )]
            #visibility enum #name {
                #(#variant_docs #names,)*
            }

            impl #name {
                /// Every value, in the order of the schema.
                pub const ALL: [Self; #count] = [#(Self::#names),*];

                /// The string that documents have for the value.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        #(Self::#names => #texts,)*
                    }
                }
            }
        },
        hidden: quote!(#read v1::enum_type!(super::#name);),
    }
}

fn body(ctx: &Context<'_>, item: &Item, texts: &[&str]) -> TokenStream {
    let Some(typed) = ctx.ir.typed(item.node) else {
        return quote!(M::absent());
    };
    let keyword = typed
        .listed
        .first()
        .map_or("enum", |listed| listed.rule.keyword);
    let is_typed = !typed.types.is_empty();
    let rules = ctx.string_rules(typed);
    let read = if rules.is_empty() {
        quote!(M::one_of(r, #keyword, #is_typed, &WORDS, &Self::ALL))
    } else {
        quote! {
            let Some(text) = r.string_among(#keyword, #is_typed, &WORDS)? else {
                return M::absent()
            };
            #rules
            let Some(index) = r.index_among(#keyword, &text, &WORDS)? else {
                return M::absent()
            };
            Ok(M::build(|| Self::ALL[index]))
        }
    };
    let part = quote! {
        const WORDS: Words = v1::words![#(#texts),*];
        #read
    };
    ctx.item_body(typed, JsonType::String, part)
}
