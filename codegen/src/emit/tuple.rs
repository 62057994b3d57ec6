//! Arrays whose first items have schemas of their own: tuple structs.

use super::array::Target;
use super::types::Scope;
use super::{Context, Emitted, docs, read_impl};
use crate::names::ident;
use crate::shape::{Item, RestItems, Slot};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use tollgate_core::JsonType;

/// Emits `pub struct Point(pub f64, pub f64, pub Vec<Json>);`.
pub(super) fn emit(
    ctx: &Context<'_>,
    item: &Item,
    slots: &[Slot],
    rest: Option<RestItems>,
) -> Emitted {
    let node = ctx.node(item.node);
    let docs = docs::of_type(
        &node.annotations,
        "An array whose first items have a meaning of their own.",
        &node.location,
    );
    let deprecated = docs::deprecated(&node.annotations);
    let (name, visibility) = (ident(&item.name), &ctx.options.visibility);
    let types = slots.iter().enumerate().map(|(index, slot)| {
        let value = ctx.type_of_field(slot.value, Scope::User);
        let docs = docs::line(&format!("The item {index}."));
        if slot.required {
            quote!(#docs pub #value)
        } else {
            quote!(#docs pub ::std::option::Option<#value>)
        }
    });
    let rest_type = rest.map(|rest| {
        let value = ctx.type_of_node(rest.value, Scope::User);
        let docs = docs::line("The items behind those.");
        quote!(#docs pub ::std::vec::Vec<#value>)
    });
    let types = types.chain(rest_type);
    let lifetime = item.lifetime();
    let body = body(ctx, item, slots, rest.is_some());
    let read = read_impl(ctx, item, &body);
    let write = write(ctx, item, slots, rest);
    Emitted {
        definition: quote! {
            #docs
            #deprecated
            #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq)]
            #visibility struct #name #lifetime(#(#types),*);
        },
        hidden: quote!(#read #write),
    }
}

fn body(ctx: &Context<'_>, item: &Item, slots: &[Slot], has_rest: bool) -> TokenStream {
    let Some(typed) = ctx.ir.typed(item.node) else {
        return quote!(M::absent());
    };
    let names: Vec<Ident> = (0..slots.len())
        .map(|index| format_ident!("item_{index}"))
        .collect();
    let rest = has_rest.then(|| format_ident!("rest"));
    let values = slots.iter().zip(&names).map(|(slot, name)| {
        if slot.required {
            quote!(M::required(#name))
        } else {
            quote!(M::optional(#name))
        }
    });
    let values = values.chain(rest.iter().map(|rest| quote!(M::take(#rest))));
    let target = Target {
        slots: names.clone(),
        rest: rest.clone(),
        is_list: false,
        finish: quote!(Ok(M::build(|| Self(#(#values),*)))),
    };
    let part = ctx.array(typed, &target);
    ctx.item_body(typed, JsonType::Array, part)
}

/// Emits `array_type!(super::Point { item 0, item 1; rest 2 });`: what is written.
fn write(ctx: &Context<'_>, item: &Item, slots: &[Slot], rest: Option<RestItems>) -> TokenStream {
    let items = slots.iter().enumerate().map(|(index, slot)| {
        let index = Literal::usize_unsuffixed(index);
        let written = ctx.node_written(slot.value);
        if slot.required {
            quote!(item #index #written)
        } else {
            quote!(optional #index #written)
        }
    });
    let rest = rest.map(|rest| {
        let index = Literal::usize_unsuffixed(slots.len());
        let written = ctx.node_written(rest.value);
        quote!(; rest #index #written)
    });
    let name = item.path();
    quote!(v1::array_type!(#name { #(#items),* #rest });)
}
