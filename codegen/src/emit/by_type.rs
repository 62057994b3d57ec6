//! What is done with a value by its type: at once where a schema has one type, else by the first byte.

use super::Context;
use super::demands::Who;
use super::in_place;
use super::judge::End;
use crate::ir::Typed;
use crate::names::ident;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use tollgate_core::{JsonType, TypeSet};

/// What is done with values of one type.
pub(super) struct Part {
    /// `None` for all types that have no part of their own.
    json_type: Option<JsonType>,
    /// An expression that reads the value.
    read: TokenStream,
    /// Whether that judges all that the schema says of the value.
    is_whole: bool,
}

impl Part {
    pub(super) fn of(json_type: JsonType, read: TokenStream, is_whole: bool) -> Self {
        Self {
            json_type: Some(json_type),
            read,
            is_whole,
        }
    }

    pub(super) fn of_others(read: TokenStream) -> Self {
        Self {
            json_type: None,
            read,
            is_whole: false,
        }
    }
}

impl Context<'_> {
    /// Emits the body of a function that reads values of a node: at once where there is one type,
    /// else by the type of the value at hand.
    pub(super) fn body(&self, typed: &Typed, parts: &[Part], who: Who) -> TokenStream {
        let listed = in_place::listed(typed, true);
        let beside = self.beside(typed, false, who);
        let strays = typed.strays();
        if let [part] = parts
            && let Some(json_type) = part.json_type
            && strays.is_empty()
        {
            let read = &part.read;
            if json_type == JsonType::String && typed.is_string_enum() {
                return self.asking(typed, &quote!(#beside #read));
            }
            if typed.declared() == Some(TypeSet::from(json_type)) && !typed.names_strings() {
                return self.asking(typed, &quote!(#listed #beside #read));
            }
        }
        let before = quote!(#listed #beside);
        let in_parts = !before.is_empty() && parts.iter().any(|part| part.is_whole);
        let (types, expected) = match typed.declared() {
            Some(declared) if strays.is_empty() && !in_parts && tells_integers(declared, parts) => {
                (TokenStream::new(), declared)
            }
            _ if typed.types.is_empty() => (TokenStream::new(), TypeSet::ALL),
            // A value of a wrong type is judged by everything else as well.
            _ => (Self::types(typed), TypeSet::ALL),
        };
        if !in_parts {
            let (arms, rest) = self.arms(typed, parts, &TokenStream::new());
            let walk = Self::by_type(expected, &arms, &rest);
            return self.asking(typed, &quote!(#types #before #walk));
        }
        let (arms, rest) = self.arms(typed, parts, &before);
        let walk = Self::by_type(expected, &arms, &rest);
        quote!(#types #walk)
    }

    /// Emits what is done by the type of the value at hand. Those of `expected` that have no arm are done as
    /// `rest`, and others are reported.
    fn by_type(
        expected: TypeSet,
        arms: &[(JsonType, TokenStream)],
        rest: &TokenStream,
    ) -> TokenStream {
        let told = |json_type: &JsonType| arms.iter().any(|(of, _)| of == json_type);
        let arms = arms.iter().map(|(of, arm)| {
            let of = json_type(*of);
            quote!(#of => { #arm })
        });
        if expected.covers_all() && arms.len() == 0 {
            return rest.clone();
        }
        if expected.covers_all() {
            return quote!(match r.type_at_hand() { #(#arms)* _ => { #rest } });
        }
        let left: BTreeSet<_> = expected.iter().map(first_byte_type).collect();
        let left: Vec<_> = left
            .into_iter()
            .filter(|of| !told(of))
            .map(json_type)
            .collect();
        let rest = (!left.is_empty()).then(|| quote!(#(#left)|* => { #rest }));
        let expected = type_set(expected);
        quote! {
            match r.type_at_hand() { #(#arms)* #rest _ => r.unexpected(#expected), }
        }
    }

    /// What is done with a value of each type, by the type that its first byte tells, and with all others.
    /// `before` is what is judged before the value is read, save where the reading function does that by
    /// itself.
    fn arms(
        &self,
        typed: &Typed,
        parts: &[Part],
        before: &TokenStream,
    ) -> (Vec<(JsonType, TokenStream)>, TokenStream) {
        let judged = |read: &TokenStream| {
            let read = quote!(#before #read);
            if before.is_empty() {
                read
            } else {
                self.asking(typed, &read)
            }
        };
        let read = |part: &Part| {
            if part.is_whole {
                part.read.clone()
            } else {
                judged(&part.read)
            }
        };
        let strays = typed.strays().into_iter().map(|stray| {
            let part = self.judging_part(typed, stray, End::Refused, false, Who::Look);
            (stray, judged(&part))
        });
        let told = parts.iter().filter_map(|part| {
            let json_type = part.json_type?;
            Some((first_byte_type(json_type), read(part)))
        });
        let rest = parts.iter().find(|part| part.json_type.is_none());
        let rest = rest.map_or_else(|| judged(&quote!(r.refused())), read);
        (strays.chain(told).collect(), rest)
    }

    /// The body of the reading function of a type for values of one JSON type.
    pub(super) fn item_body(
        &self,
        typed: &Typed,
        json_type: JsonType,
        part: TokenStream,
    ) -> TokenStream {
        let who = match json_type {
            JsonType::Object => Who::Walk,
            _ => Who::Look,
        };
        if typed.admitted == TypeSet::from(json_type) {
            return self.body(typed, &[Part::of(json_type, part, false)], who);
        }
        let listed = in_place::listed(typed, true);
        let beside = self.beside(typed, false, who);
        self.asking(typed, &quote!(#listed #beside #part))
    }
}

/// Whether numbers that are no integers are told from those where the types are: the first byte does
/// not tell, so it takes a part that reads integers.
fn tells_integers(declared: TypeSet, parts: &[Part]) -> bool {
    let are_integers = declared.contains(JsonType::Integer) && !declared.contains(JsonType::Number);
    let is_of_integers = |part: &Part| part.json_type == Some(JsonType::Integer);
    !are_integers || parts.iter().any(is_of_integers)
}

impl Typed {
    /// Types that cannot pass but of which the schema says something, which is reported beside the
    /// wrong type.
    pub(super) fn strays(&self) -> Vec<JsonType> {
        let all = JsonType::ALL.into_iter();
        all.filter(|&json_type| {
            json_type != JsonType::Integer
                && self.rules(json_type)
                && !self.admitted.may_hold(json_type)
        })
        .collect()
    }
}

/// Numbers are told from other values by their first byte, integers are not told from numbers.
fn first_byte_type(part_type: JsonType) -> JsonType {
    match part_type {
        JsonType::Integer => JsonType::Number,
        other => other,
    }
}

/// Emits `JsonType::String`.
pub(super) fn json_type(json_type: JsonType) -> TokenStream {
    let name = variant_name(json_type);
    quote!(JsonType::#name)
}

/// Emits `TypeSet::STRING`, or `v1::types![Boolean, String]`.
pub(super) fn type_set(types: TypeSet) -> TokenStream {
    let mut each = types.iter();
    match (each.next(), each.next()) {
        _ if types.covers_all() => quote!(TypeSet::ALL),
        (Some(only), None) => {
            let name = ident(&only.name().to_uppercase());
            quote!(TypeSet::#name)
        }
        _ => {
            let types = types.iter().map(variant_name);
            quote!(v1::types![#(#types),*])
        }
    }
}

fn variant_name(json_type: JsonType) -> Ident {
    ident(crate::shape::variant_name(json_type))
}
