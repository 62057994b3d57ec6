//! Values that one of several schemas allows: enums with a variant for each.

use super::demands::Who;
use super::types::Scope;
use super::{Context, Emitted, docs, in_place, read_impl, write_variants};
use crate::ir::{InPlace, Ir, NodeId, Ruled, Typed};
use crate::names::{constant_case, ident, last_words, unused};
use crate::pass::Leaves;
use crate::shape::{ChoiceVariant, Item, Shape, Shapes};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// Emits `pub enum Source { Card(Card), Account(Account) }`.
pub(super) fn emit(ctx: &Context<'_>, item: &Item, variants: &[ChoiceVariant]) -> Emitted {
    let node = ctx.node(item.node);
    let docs = docs::of_type(
        &node.annotations,
        "One of several kinds of values.",
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
        .map(|variant| ctx.type_of_field(Some(variant.value), Scope::User));
    let variant_docs = variants.iter().map(|variant| {
        let (target, _) = ctx.ir.target(variant.value);
        docs::of_field(
            &ctx.node(variant.value).annotations,
            &ctx.node(target).annotations,
            &format!("What {} allows.", docs::code(&ctx.node(target).location)),
        )
    });
    let read = |index: usize, node| {
        let variant = &names[index];
        ctx.reader_beside_type(node).map_or_else(
            || quote!(r.variant_of(Self::#variant)),
            |reader| quote!(r.variant(Self::#variant, #reader)),
        )
    };
    let typed = ctx.ir.typed(item.node);
    let body = typed.map_or_else(
        || quote!(M::absent()),
        |typed| body(ctx, item.node, typed, read),
    );
    let constant = ctx.choice_definition(item.node);
    let read = read_impl(ctx, item, &body);
    let written = variants.iter().zip(&names).map(|(variant, name)| {
        let written = ctx.node_written(Some(variant.value));
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
        hidden: quote!(#constant #read #write),
    }
}

/// Emits the body of a function that finds the alternative that holds and reads the value by it.
/// `read` gives an expression for an alternative, by its index and its schema.
fn body(
    ctx: &Context<'_>,
    node: NodeId,
    typed: &Typed,
    read: impl Fn(usize, NodeId) -> TokenStream,
) -> TokenStream {
    let Some(rule) = typed.only_choice() else {
        return quote!(M::absent());
    };
    let types = Context::types(typed);
    let listed = in_place::listed(typed, false);
    let beside = ctx.beside(typed, true, Who::Look);
    let choice = ctx.choice_here(node, rule);
    let nodes = typed.plan.choice.iter().flatten();
    let arms = nodes.enumerate().map(|(index, &node)| {
        let read = read(index, node);
        let index = Literal::usize_unsuffixed(index);
        quote!(#index => #read,)
    });
    let body = quote! {
        #types #listed #beside
        r.choose(#choice, |r, index| match index {
            #(#arms)*
            _ => r.refused(),
        })
    };
    ctx.asking(typed, &body)
}

/// Emits the body of a function for a choice that has no type of its own: `null` or something, or
/// one alternative alone.
pub(super) fn unnamed_body(
    ctx: &Context<'_>,
    node: NodeId,
    typed: &Typed,
    shape: &Shape,
) -> TokenStream {
    body(ctx, node, typed, |_, alternative| {
        let reader = ctx.reader(Some(alternative));
        let Shape::Nullable(value) = shape else {
            return quote!(#reader(r));
        };
        let Shape::As(value) = **value else {
            return quote!(r.refused());
        };
        if value != alternative {
            return quote!(r.none());
        }
        if ctx.is_boxed(ctx.shapes.of(ctx.ir, value)) {
            quote!(r.some_boxed(#reader))
        } else {
            quote!(r.some(#reader))
        }
    })
}

/// Names the constants for choices that are alternatives of others.
pub(super) fn constants(ir: &Ir, shapes: &Shapes, leaves: &Leaves) -> BTreeMap<NodeId, String> {
    let mut taken = BTreeSet::new();
    let named = leaves.nested().map(|node| {
        let words = match shapes.of_target(node) {
            Shape::Named(item) if shapes.is_built(node) => shapes.item(*item).name.clone(),
            _ => last_words(&ir.get(node).location),
        };
        let name = format!("CHOICE_{}", constant_case(&words));
        (node, unused(&mut taken, &[name]))
    });
    named.collect()
}

impl Context<'_> {
    /// Emits a reference to the choice that a node is read by.
    pub(super) fn choice_here(&self, node: NodeId, rule: &Ruled<InPlace>) -> TokenStream {
        if let Some(name) = self.choice_name(node) {
            return quote!(#name);
        }
        let choice = self.choice(rule);
        quote!(const { &#choice })
    }

    /// Emits `const CHOICE_SOURCE: &Choice = …;`, if that is what other choices name.
    pub(super) fn choice_definition(&self, node: NodeId) -> Option<TokenStream> {
        let name = self.choice_name(node)?;
        let choice = self.choice(self.ir.typed(node)?.only_choice()?);
        Some(quote!(const #name: &Choice = &#choice;))
    }
}
