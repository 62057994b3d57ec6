//! Objects with named members: structs.

use super::demands::Who;
use super::object::{Record, Rows, Target};
use super::types::Scope;
use super::{Context, Emitted, default, docs};
use crate::ir::{Annotations, Typed};
use crate::names::{ident, local};
use crate::shape::{Field, Item, Others};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeMap;
use tollgate_core::JsonType;

/// Emits `pub struct Payment { … }`.
pub(super) fn emit(
    ctx: &Context<'_>,
    item: &Item,
    fields: &[Field],
    others: Option<&Others>,
) -> Emitted {
    let hidden = hidden(ctx, item, fields, others);
    let accessors = default::accessors(ctx, item, fields);
    let definition = definition(ctx, item, fields, others);
    Emitted {
        definition: quote!(#definition #accessors),
        hidden,
    }
}

fn definition(
    ctx: &Context<'_>,
    item: &Item,
    fields: &[Field],
    others: Option<&Others>,
) -> TokenStream {
    let node = ctx.node(item.node);
    let docs = docs::of_type(&node.annotations, "An object.", &node.location);
    let deprecated = docs::deprecated(&node.annotations);
    let (name, visibility) = (ident(&item.name), &ctx.options.visibility);
    let lifetime = item.lifetime();
    let has_required = fields.iter().any(|field| field.required);
    let default = (!has_required).then(|| quote!(#[derive(::std::default::Default)]));
    let fields = fields.iter().map(|field| field_definition(ctx, field));
    let others = others.map(|others| {
        let name = ident(&others.name);
        let value = others.value.map(|value| {
            let value = ctx.type_of_node(Some(value), Scope::User);
            quote!(<#value>)
        });
        let (runtime, docs) = (
            &ctx.options.runtime,
            docs::line("Members that no field is for."),
        );
        quote!(#docs pub #name: #runtime::Members #value,)
    });
    quote! {
        #docs
        #deprecated
        #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq)]
        #default
        #visibility struct #name #lifetime {
            #(#fields)*
            #others
        }
    }
}

fn field_definition(ctx: &Context<'_>, field: &Field) -> TokenStream {
    let fallback = format!("The member {}.", docs::code(&field.member));
    let (own, target) = annotations(ctx, field);
    let docs = docs::of_field(&own, &target, &fallback);
    let deprecated = docs::deprecated(&own);
    let name = ident(&field.name);
    let value = ctx.type_of_field(field.value, Scope::User);
    let value = if field.required {
        value
    } else {
        quote!(::std::option::Option<#value>)
    };
    quote!(#docs #deprecated pub #name: #value,)
}

/// What is said of a member where it stands, and where its reference leads.
fn annotations(ctx: &Context<'_>, field: &Field) -> (Annotations, Annotations) {
    match field.value {
        None => (Annotations::default(), Annotations::default()),
        Some(value) => {
            let (target, _) = ctx.ir.target(value);
            (
                ctx.node(value).annotations.clone(),
                ctx.node(target).annotations.clone(),
            )
        }
    }
}

/// Emits how values are read and written.
fn hidden(
    ctx: &Context<'_>,
    item: &Item,
    fields: &[Field],
    others: Option<&Others>,
) -> TokenStream {
    let record = Record {
        name: &item.name,
        fields,
        others,
        is_unrolled: ctx.unrolled.contains(&item.node),
    };
    let Some(typed) = ctx.ir.typed(item.node) else {
        let read = read_impl(ctx, item, &quote!(M::absent()), false);
        let write = write(ctx, item, fields, others);
        return quote!(#read #write);
    };
    let rows = with_target(typed, &record, |target| ctx.rows(typed, target, &record));
    let Some(Rows {
        vias,
        function,
        lines,
        end,
    }) = rows
    else {
        let part = with_target(typed, &record, |target| ctx.object(typed, target));
        return by_function(ctx, item, typed, &record, part);
    };
    let kind = record.kind();
    if vias.is_empty() && ctx.is_only_object(item.node, typed) {
        let (name, lifetime) = (ident(&item.name), item.lifetime());
        return quote! {
            #function
            v1::record_type! { #kind super::#name #lifetime, #lines }
        };
    }
    let place = if record.is_draft() {
        quote!(draft)
    } else {
        quote!(place)
    };
    let record_read = quote!(v1::record!(#kind r #place, #lines));
    let part = match end {
        None => quote!(#vias #record_read),
        Some(end) => quote!(#vias let read = #record_read?; #end Ok(read)),
    };
    let by_function = by_function(ctx, item, typed, &record, part);
    quote!(#function #by_function)
}

/// Emits the functions that read and write a struct, around what reads the object.
fn by_function(
    ctx: &Context<'_>,
    item: &Item,
    typed: &Typed,
    record: &Record<'_>,
    part: TokenStream,
) -> TokenStream {
    let body = ctx.item_body(typed, JsonType::Object, part);
    let read = read_impl(ctx, item, &body, record.is_draft());
    let write = write(ctx, item, record.fields, record.others);
    quote!(#read #write)
}

/// Hands over where the values of the members go.
fn with_target<T>(typed: &Typed, record: &Record<'_>, emit: impl FnOnce(&Target<'_>) -> T) -> T {
    let (fields, others) = (record.fields, record.others);
    let others_slot = others.map(|others| (ident(&others.name), others.value));
    emit(&Target {
        slots: slots(typed, fields),
        others: others_slot.as_ref().map(|(name, value)| (name, *value)),
        finish: if record.is_draft() {
            quote!(Ok(M::build(|| ())))
        } else {
            finish(fields, others)
        },
        end: None,
        is_struct: true,
        draft: draft(record),
        may_end_early: false,
        who: Who::Walk,
    })
}

/// The places for members where the struct can be there before they are, because it needs none.
fn draft(record: &Record<'_>) -> BTreeMap<Ident, Ident> {
    if !record.is_draft() {
        return BTreeMap::new();
    }
    let fields = record.fields.iter();
    let fields = fields.map(|field| (local(&field.name), ident(&field.name)));
    let others = record.others.iter();
    let others = others.map(|others| (ident(&others.name), ident(&others.name)));
    fields.chain(others).collect()
}

/// Emits `impl Read for …` around the body of the function that puts a value in its place, or
/// `impl ReadDraft for …` where it is there already.
fn read_impl(ctx: &Context<'_>, item: &Item, body: &TokenStream, is_draft: bool) -> TokenStream {
    let (name, lifetime) = (ident(&item.name), item.lifetime());
    let body = ctx.remembered(item.node, body);
    if is_draft {
        return quote! {
            impl<'a> ReadDraft<'a> for super::#name #lifetime {
                fn read_draft<M: Mode>(
                    r: &mut Reader<'a, M>,
                    mut draft: M::Draft<'_, Self>,
                ) -> Result<M::Out<()>, Stop> {
                    #body
                }
            }
        };
    }
    quote! {
        impl<'a> Read<'a> for super::#name #lifetime {
            fn read_to<M: Mode>(
                r: &mut Reader<'a, M>,
                place: M::Place<'_, Self>,
            ) -> Result<M::Out<()>, Stop> {
                #body
            }
        }
    }
}

/// The variables for the members: those of the fields, and others for members that have none
/// because they are not allowed.
fn slots(typed: &Typed, fields: &[Field]) -> Vec<Ident> {
    let mut fields = fields.iter();
    let members = typed.plan.members.iter().enumerate();
    members
        .map(|(index, member)| {
            let field = if member.is_field() {
                fields.next()
            } else {
                None
            };
            field.map_or_else(
                || format_ident!("member__{index}"),
                |field| local(&field.name),
            )
        })
        .collect()
}

fn finish(fields: &[Field], others: Option<&Others>) -> TokenStream {
    let values = fields.iter().map(|field| {
        let (name, slot) = (ident(&field.name), local(&field.name));
        let take = if field.required {
            quote!(required)
        } else {
            quote!(optional)
        };
        quote!(#name: M::#take(#slot),)
    });
    let others = others.map(|others| {
        let name = ident(&others.name);
        quote!(#name: M::take(#name),)
    });
    quote!(Ok(M::put(place, || Self { #(#values)* #others })))
}

/// Emits `object_type!(super::Payment { member "mode" mode, others other });`: what is written.
fn write(ctx: &Context<'_>, item: &Item, fields: &[Field], others: Option<&Others>) -> TokenStream {
    let members = fields.iter().map(|field| {
        let (member, name) = (&field.member, ident(&field.name));
        let written = ctx.node_written(field.value);
        if field.required {
            quote!(member #member #name #written)
        } else {
            quote!(optional #member #name #written)
        }
    });
    let others = others.map(|others| {
        let name = ident(&others.name);
        let written = ctx.node_written(others.value);
        quote!(; others #name #written)
    });
    let (name, lifetime) = (ident(&item.name), item.lifetime());
    quote!(v1::object_type!(super::#name #lifetime { #(#members),* #others });)
}
