//! Values of one of several types: enums with a variant for each; and roots without a type of
//! their own.

use super::by_type::Part;
use super::demands::Who;
use super::types::Scope;
use super::{Context, Emitted, docs, read_impl, write_impl, write_variants};
use crate::ir::Kind;
use crate::names::ident;
use crate::shape::{Item, Shape, UnionVariant};
use quote::quote;

/// Emits `pub enum Id { Integer(i64), String(String) }`.
pub(super) fn emit(ctx: &Context<'_>, item: &Item, variants: &[UnionVariant]) -> Emitted {
    let node = ctx.node(item.node);
    let docs = docs::of_type(
        &node.annotations,
        "A value of one of several types.",
        &node.location,
    );
    let deprecated = docs::deprecated(&node.annotations);
    let (name, visibility) = (ident(&item.name), &ctx.options.visibility);
    let names: Vec<_> = variants
        .iter()
        .map(|variant| ident(&variant.name))
        .collect();
    let types = variants
        .iter()
        .map(|variant| ctx.boxed_type_of(&variant.shape, Scope::User));
    let variant_docs = variants.iter().map(|variant| {
        docs::line(match variant.json_type {
            Some(json_type) => match json_type.name() {
                "null" => "`null`",
                "boolean" => "A boolean.",
                "number" => "A number.",
                "integer" => "An integer.",
                "string" => "A string.",
                "array" => "An array.",
                _ => "An object.",
            },
            None => "Any other value.",
        })
    });
    let body = match &node.kind {
        Kind::Typed(typed) => {
            let parts = variants.iter().map(|variant| {
                let name = ident(&variant.name);
                let read = ctx.part_function(typed, &variant.shape);
                let value = match variant.shape {
                    _ if ctx.is_boxed(&variant.shape) => {
                        quote!(r.variant_boxed(Self::#name, #read))
                    }
                    Shape::Named(_) => quote!(r.variant_of(Self::#name)),
                    _ => quote!(r.variant(Self::#name, #read)),
                };
                let is_whole = matches!(variant.shape, Shape::Named(_));
                match variant.json_type {
                    Some(json_type) => Part::of(json_type, value, is_whole),
                    None => Part::of_others(value),
                }
            });
            ctx.body(typed, &parts.collect::<Vec<_>>(), Who::Look)
        }
        Kind::Any | Kind::Never | Kind::Refer { .. } => quote!(M::absent()),
    };
    let read = read_impl(ctx, item, &body);
    let written = variants.iter().zip(&names).map(|(variant, name)| {
        let written = ctx.written(&variant.shape);
        quote!(#name #written)
    });
    let write = write_variants(item, &written.collect::<Vec<_>>());
    let lifetime = item.lifetime();
    Emitted {
        definition: quote! {
            #docs
            #deprecated
            #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq)]
            #visibility enum #name #lifetime {
                #(#variant_docs #names(#types),)*
            }
        },
        hidden: quote!(#read #write),
    }
}

/// Emits `pub struct Tags(pub Vec<String>);`.
pub(super) fn emit_root(ctx: &Context<'_>, item: &Item) -> Emitted {
    let node = ctx.node(item.node);
    let docs = docs::of_type(&node.annotations, "The document.", &node.location);
    let deprecated = docs::deprecated(&node.annotations);
    let (name, visibility) = (ident(&item.name), &ctx.options.visibility);
    let shape = ctx.shapes.unwrapped_target(ctx.ir, item.node);
    let value = ctx.boxed_type_of(shape, Scope::User);
    let hidden_value = ctx.boxed_type_of(shape, Scope::Hidden);
    let reader = ctx.wrapped_reader(item.node);
    let body = match &node.kind {
        Kind::Refer { .. } => {
            let edge = super::way::edge(&ctx.ir.way("", item.node));
            quote!(r.refer(#edge, |r| r.variant(Self, #reader)))
        }
        Kind::Any | Kind::Never | Kind::Typed(_) => quote!(r.variant(Self, #reader)),
    };
    let read = read_impl(ctx, item, &body);
    let written = ctx.way_to_write(shape).map(|way| quote!(, #way));
    let whole = quote!(&self.0);
    let write = write_impl(
        item,
        &quote!(v1::written!(item #whole #written).write(json);),
    );
    let lifetime = item.lifetime();
    Emitted {
        definition: quote! {
            #docs
            #deprecated
            #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq)]
            #visibility struct #name #lifetime(
                /// The value itself.
                pub #value
            );
        },
        hidden: quote! {
            #read
            #write
            impl #lifetime From<#hidden_value> for super::#name #lifetime {
                fn from(value: #hidden_value) -> Self {
                    Self(value)
                }
            }
        },
    }
}
