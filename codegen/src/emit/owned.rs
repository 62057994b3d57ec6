//! How values that borrow come to outlive the document that they were read from.

use super::Context;
use crate::names::ident;
use crate::shape::{Item, ItemKind, Shape};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// Emits `into_owned!(Payment { owned utr, kept mode });`: which parts borrow.
pub(super) fn into_owned(ctx: &Context<'_>, item: &Item) -> TokenStream {
    if !item.borrows {
        return TokenStream::new();
    }
    let name = ident(&item.name);
    let node = |node| ctx.shapes.node_borrows(ctx.ir, node);
    let shape = |shape: &Shape| ctx.shapes.borrows(ctx.ir, shape);
    let parts: Vec<TokenStream> = match &item.kind {
        ItemKind::Text | ItemKind::Root => vec![quote!(owned 0)],
        ItemKind::Enum(_) => Vec::new(),
        ItemKind::Struct { fields, others } => {
            let fields = fields.iter().map(|field| (&field.name, field.value));
            let others = others.iter().map(|others| (&others.name, others.value));
            let fields = fields.chain(others);
            fields
                .map(|(name, value)| part(node(value), ident(name)))
                .collect()
        }
        ItemKind::Tuple { slots, rest } => {
            let slots = slots.iter().map(|slot| slot.value);
            let values = slots.chain(rest.iter().map(|rest| rest.value));
            let values = values.enumerate();
            values
                .map(|(index, value)| part(node(value), Literal::usize_unsuffixed(index)))
                .collect()
        }
        ItemKind::Union(variants) => {
            let variants = variants.iter();
            let variants = variants.map(|it| part(shape(&it.shape), ident(&it.name)));
            return quote!(v1::into_owned!(#name #(| #variants)*););
        }
        ItemKind::Choice(variants) => {
            let variants = variants.iter();
            let variants = variants.map(|it| part(node(Some(it.value)), ident(&it.name)));
            return quote!(v1::into_owned!(#name #(| #variants)*););
        }
    };
    quote!(v1::into_owned!(#name { #(#parts),* });)
}

fn part(borrows: bool, name: impl ToTokens) -> TokenStream {
    if borrows {
        quote!(owned #name)
    } else {
        quote!(kept #name)
    }
}
