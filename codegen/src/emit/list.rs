//! Reading functions of nodes whose types have no name: lists, maps, numbers with bounds, values
//! that may be null.

use super::by_type::Part;
use super::demands::Who;
use super::types::Scope;
use super::{Context, choice};
use crate::ir::{Kind, NodeId, Typed};
use crate::names::ident;
use crate::shape::Shape;
use proc_macro2::TokenStream;
use quote::quote;
use tollgate_core::JsonType;

/// Emits `fn lines<M: Mode>(r: …) -> Result<M::Out<Vec<…>>, Stop>` for each node that needs one.
pub(super) fn functions(ctx: &Context<'_>) -> TokenStream {
    let functions = ctx.shapes.functions.iter().filter_map(|(&node, name)| {
        let Kind::Typed(typed) = &ctx.node(node).kind else {
            return None;
        };
        ctx.needs_function(node, typed)
            .then(|| function(ctx, node, typed, name))
    });
    quote!(#(#functions)*)
}

fn function(ctx: &Context<'_>, node: NodeId, typed: &Typed, name: &str) -> TokenStream {
    let shape = ctx.shapes.unwrapped(node);
    let (name, type_name) = (ident(name), ctx.type_of(shape, Scope::Hidden));
    let body = match shape {
        _ if ctx.shapes.is_choice(node) => choice::unnamed_body(ctx, node, typed, shape),
        Shape::Json => ctx.body(typed, &[Part::of_others(quote!(r.any()))], Who::Look),
        Shape::Nullable(inner) => nullable(ctx, typed, inner),
        Shape::Never => ctx.body(typed, &[], Who::Look),
        shape => {
            let part = ctx.part(typed, shape);
            let parts = typed.admitted.iter().next();
            let parts = parts.map(|json_type| Part::of(json_type, part, false));
            ctx.body(typed, parts.as_slice(), Who::Look)
        }
    };
    let body = ctx.remembered(node, &body);
    let constant = ctx.choice_definition(node);
    let location = format!(" `{}`", ctx.node(node).location);
    quote! {
        #constant
        #[doc = #location]
        #[inline]
        fn #name<'a, M: Mode>(
            r: &mut Reader<'a, M>,
        ) -> Result<M::Out<#type_name>, Stop> {
            #body
        }
    }
}

fn nullable(ctx: &Context<'_>, typed: &Typed, inner: &Shape) -> TokenStream {
    let json_type = typed.admitted.without(JsonType::Null).iter().next();
    let read = ctx.part_function(typed, inner);
    let some = if ctx.is_boxed(inner) {
        quote!(some_boxed)
    } else {
        quote!(some)
    };
    let value = quote!(r.#some(#read));
    let is_whole = matches!(inner, Shape::Named(_));
    let null = Part::of(JsonType::Null, quote!(r.none()), false);
    let parts = json_type.map(|json_type| Part::of(json_type, value, is_whole));
    let parts: Vec<Part> = std::iter::once(null).chain(parts).collect();
    ctx.body(typed, &parts, Who::Look)
}
