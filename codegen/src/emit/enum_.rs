//! Strings out of a list: enums.

use super::{Context, Emitted, docs, read_impl};
use crate::ir::{NodeId, Typed};
use crate::names::ident;
use crate::shape::{Item, Variant};
use proc_macro2::TokenStream;
use quote::quote;
use tollgate_core::{JsonType, TypeSet};

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
    let hidden = hidden(ctx, item, &texts);
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
        hidden,
    }
}

/// How such values are read and written.
fn hidden(ctx: &Context<'_>, item: &Item, texts: &[&str]) -> TokenStream {
    let name = ident(&item.name);
    let Some(typed) = ctx.ir.typed(item.node) else {
        let read = read_impl(ctx, item, &quote!(M::absent()));
        return quote!(#read v1::enum_type!(super::#name););
    };
    let keyword = typed
        .listed
        .first()
        .map_or("enum", |listed| listed.rule.keyword);
    let is_typed = !typed.types.is_empty();
    if ctx.is_only_listed(item.node, typed) {
        return quote!(v1::enum_type!(super::#name, #keyword, #is_typed, [#(#texts),*]););
    }
    let rules = ctx.string_rules(typed);
    let body = if rules.is_empty() {
        quote! {
            static LISTED: Listed = Listed::new(#keyword, #is_typed, v1::words![#(#texts),*]);
            M::one_of(r, &LISTED, &Self::ALL)
        }
    } else {
        quote! {
            const WORDS: Words = v1::words![#(#texts),*];
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
    let read = read_impl(ctx, item, &ctx.item_body(typed, JsonType::String, body));
    quote!(#read v1::enum_type!(super::#name);)
}

impl Context<'_> {
    /// Whether nothing is asked of a value but that it is one of some strings.
    fn is_only_listed(&self, node: NodeId, typed: &Typed) -> bool {
        let string = TypeSet::from(JsonType::String);
        typed.admitted == string
            && (typed.types.is_empty() || typed.declared() == Some(string))
            && typed.listed.len() == 1
            && typed.in_place.is_empty()
            && typed.string.is_empty()
            && typed.object.is_empty()
            && !typed.asks_what_is_evaluated()
            && !self.cycles.contain(node)
    }
}
