//! Objects with named members: structs.

use super::types::Scope;
use super::{Context, Emitted, default, docs, read_impl, write_impl};
use crate::ir::{Annotations, Kind, Typed};
use crate::names::{ident, local};
use crate::shape::{Field, Item, Others};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tollgate_core::JsonType;

/// Emits `pub struct Payment { … }`.
pub(super) fn emit(
    ctx: &Context<'_>,
    item: &Item,
    fields: &[Field],
    others: Option<&Others>,
) -> Emitted {
    let body = body(ctx, item, fields, others);
    let read = read_impl(ctx, item, &body);
    let write = write_impl(item, &write_body(fields, others));
    let accessors = default::accessors(ctx, item, fields);
    let definition = definition(ctx, item, fields, others);
    Emitted {
        definition: quote!(#definition #accessors),
        hidden: quote!(#read #write),
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
    let has_required = fields.iter().any(|field| field.required);
    let default = (!has_required).then(|| quote!(, ::std::default::Default));
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
        #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq #default)]
        #visibility struct #name {
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

fn body(ctx: &Context<'_>, item: &Item, fields: &[Field], others: Option<&Others>) -> TokenStream {
    let Kind::Typed(typed) = &ctx.node(item.node).kind else {
        return quote!(M::absent());
    };
    let part = part(ctx, item, typed, fields, others);
    if typed.admitted.len() == 1 {
        ctx.body(typed, &[(Some(JsonType::Object), part)])
    } else {
        part
    }
}

fn part(
    ctx: &Context<'_>,
    item: &Item,
    typed: &Typed,
    fields: &[Field],
    others: Option<&Others>,
) -> TokenStream {
    let name = ident(&item.name);
    let members = fields.iter().map(|field| &field.member);
    let slots: Vec<_> = fields.iter().map(|field| local(&field.name)).collect();
    let known = fields.iter().enumerate().map(|(index, field)| {
        let slot = local(&field.name);
        let edge = ctx.edge(&field.edge, field.value);
        let reader = ctx.field_reader(field.value);
        let [index, next] = [index, index + 1].map(Literal::usize_unsuffixed);
        quote! {
            if next == Some(#index) {
                object.member(r, &mut #slot, #edge, #reader)?;
                next = object.next_of(r, NAMES, #next)?;
            }
        }
    });
    let others_slot = others.map(|others| {
        let name = ident(&others.name);
        quote!(let mut #name = M::build(Members::new);)
    });
    let rest = rest(ctx, typed, others);
    let required = required(typed, fields);
    let values = fields.iter().map(|field| {
        let (name, slot) = (ident(&field.name), local(&field.name));
        let take = if field.required {
            quote!(required)
        } else {
            quote!(optional)
        };
        quote!(#name: M::#take(#slot),)
    });
    let others_value = others.map(|others| {
        let name = ident(&others.name);
        quote!(#name: M::take(#name),)
    });
    quote! {
        const NAMES: &[Name] = &[#(Name::new(#members)),*];
        #(let mut #slots = None;)*
        #others_slot
        let Some(mut object) = r.object()? else { return M::absent() };
        let mut next = object.next_of(r, NAMES, 0)?;
        while next.is_some() {
            #(#known)*
            if next == Some(NAMES.len()) {
                #rest;
                next = object.next(r, NAMES)?;
            }
        }
        #required
        Ok(M::build(|| super::#name { #(#values)* #others_value }))
    }
}

/// What is done with a member that the schema does not name.
fn rest(ctx: &Context<'_>, typed: &Typed, others: Option<&Others>) -> TokenStream {
    let forbids = typed
        .object
        .as_ref()
        .is_some_and(|object| object.additional == crate::ir::Additional::Forbidden);
    match others {
        Some(others) => {
            let name = ident(&others.name);
            let edge = ctx.edge("/additionalProperties", others.value);
            let reader = ctx.reader(others.value);
            quote!(object.other(r, &mut #name, #edge, #reader)?)
        }
        None if forbids => quote!(object.forbidden(r, NAMES)?),
        None => quote!(object.ignore(r)?),
    }
}

fn required(typed: &Typed, fields: &[Field]) -> TokenStream {
    let named = fields.iter().filter(|field| field.required).map(|field| {
        let (member, slot) = (&field.member, local(&field.name));
        quote!((#member, #slot.is_some()))
    });
    let impossible = typed.object.iter().flat_map(|object| &object.impossible);
    let impossible = impossible.map(|member| quote!((#member, false)));
    let all: Vec<TokenStream> = named.chain(impossible).collect();
    if all.is_empty() {
        TokenStream::new()
    } else {
        quote!(object.required(r, &[#(#all),*])?;)
    }
}

fn write_body(fields: &[Field], others: Option<&Others>) -> TokenStream {
    let members = fields.iter().map(|field| {
        let (member, name) = (&field.member, ident(&field.name));
        if field.required {
            quote!(object.member(#member, &self.#name);)
        } else {
            quote!(object.optional(#member, self.#name.as_ref());)
        }
    });
    let others = others.map(|others| {
        let name = ident(&others.name);
        quote!(object.others(&self.#name);)
    });
    quote! {
        let mut object = ObjectWriter::new(json);
        #(#members)*
        #others
        object.end();
    }
}
