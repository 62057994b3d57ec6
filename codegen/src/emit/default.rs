//! `default`: an absent member stays absent, and a function says what it stands for.

use super::{Context, docs};
use crate::ir::{Kind, Node, StringRule};
use crate::names::ident;
use crate::options::{IntegerType, NumberType};
use crate::schema::{Constant, ConstantKind};
use crate::shape::{Field, IntegerKind, Item, ItemKind, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Emits `fn currency_or_default(&self) -> …` for each optional member with a default that its type
/// can hold. A default is an annotation: the schema need not allow it.
pub(super) fn accessors(ctx: &Context<'_>, item: &Item, fields: &[Field]) -> TokenStream {
    let accessors: Vec<TokenStream> = fields
        .iter()
        .filter_map(|field| accessor(ctx, field))
        .collect();
    if accessors.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&item.name);
    let lifetime = item.borrows.then(|| quote!(<'_>));
    quote!(impl #name #lifetime { #(#accessors)* })
}

fn accessor(ctx: &Context<'_>, field: &Field) -> Option<TokenStream> {
    let value = field.value.filter(|_| !field.required)?;
    let (target, _) = ctx.ir.target(value);
    let target_node = ctx.node(target);
    let own = ctx.node(value).annotations.default.as_ref();
    let default = own.or(target_node.annotations.default.as_ref())?;
    let shape = ctx.shapes.of(ctx.ir, value);
    let (name, accessor) = (
        ident(&field.name),
        format_ident!("{}_or_default", field.name.trim_end_matches('_')),
    );
    let (type_name, value) = value_of(ctx, shape, target_node, default)?;
    let body = if type_name.to_string().as_str() == "& str" {
        quote!(self.#name.as_ref().map_or(#value, ::std::convert::AsRef::as_ref))
    } else {
        quote!(self.#name.unwrap_or(#value))
    };
    let docs = docs::line(&format!(
        "The member {}, or {} where it is absent.",
        docs::code(&field.member),
        docs::code(&default.text)
    ));
    Some(quote! {
        #docs
        #[must_use]
        pub fn #accessor(&self) -> #type_name {
            #body
        }
    })
}

/// The type of what the function gives, and the default in it; `None` for a default that the type
/// does not hold, or that no constant expression makes.
fn value_of(
    ctx: &Context<'_>,
    shape: &Shape,
    node: &Node,
    default: &Constant,
) -> Option<(TokenStream, TokenStream)> {
    let Kind::Typed(typed) = &node.kind else {
        return None;
    };
    match (shape, &default.kind) {
        (Shape::Bool, ConstantKind::Bool) => {
            let value = ident(&default.text);
            Some((quote!(bool), quote!(#value)))
        }
        (Shape::String, ConstantKind::String(text)) => Some((quote!(&str), quote!(#text))),
        (Shape::Named(item), ConstantKind::String(text)) => {
            let item = ctx.shapes.item(*item);
            let name = ident(&item.name);
            match &item.kind {
                ItemKind::Enum(variants) => {
                    let variant = variants.iter().find(|variant| variant.text == *text)?;
                    let variant = ident(&variant.name);
                    Some((quote!(#name), quote!(#name::#variant)))
                }
                ItemKind::Text
                    if typed.in_place.is_empty()
                        && typed.string.iter().all(|rule| rule.rule.allows(text)) =>
                {
                    Some((quote!(&str), quote!(#text)))
                }
                _ => None,
            }
        }
        (Shape::Integer(kind), ConstantKind::Number { is_integer: true }) => {
            let type_name = match (kind, &ctx.options.integer) {
                (IntegerKind::Std(name), _) => *name,
                (IntegerKind::Setting, IntegerType::I64) => "i64",
                (IntegerKind::Setting, IntegerType::Exact | IntegerType::Path(_)) => return None,
            };
            let value: tollgate_core::Number = default.text.parse().ok()?;
            let value = value.to::<i128>().filter(|&value| fits(type_name, value))?;
            let literal: TokenStream = format!("{value}").parse().ok()?;
            let type_name = ident(type_name);
            Some((quote!(#type_name), literal))
        }
        (Shape::Number, ConstantKind::Number { .. }) => match &ctx.options.number {
            NumberType::Path(path) if path.to_string() == "f64" => {
                let value: f64 = default.text.parse().ok()?;
                Some((quote!(f64), quote!(#value)))
            }
            NumberType::Path(_) | NumberType::Exact => None,
        },
        _ => None,
    }
}

fn fits(type_name: &str, value: i128) -> bool {
    let (is_signed, bits) = type_name.split_at(1);
    let bits: u32 = bits.parse().unwrap_or(64);
    match is_signed {
        "u" => (0..1i128 << bits).contains(&value),
        _ => (-(1i128 << (bits - 1))..1i128 << (bits - 1)).contains(&value),
    }
}

impl StringRule {
    /// Whether the rule lets a string of the schema pass.
    fn allows(&self, text: &str) -> bool {
        match self {
            Self::MinLength(least) => text.chars().count() as u64 >= *least,
            Self::MaxLength(most) => text.chars().count() as u64 <= *most,
            Self::Pattern(pattern) => pattern.is_match(text),
            // It is the run time that knows formats.
            Self::Format(_) => false,
        }
    }
}
