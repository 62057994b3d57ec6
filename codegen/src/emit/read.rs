//! How the values of a node are read: by a function of the run time, by the `Read` of a named
//! type, or by a function of the node's own.

use super::Context;
use super::types::Scope;
use crate::ir::{CountRule, Kind, NodeId, StringRule, Typed};
use crate::names::ident;
use crate::pattern::{Form, Run};
use crate::shape::Shape;
use proc_macro2::TokenStream;
use quote::quote;
use tollgate_core::{JsonType, TypeSet};

impl Context<'_> {
    /// The way from a schema to a part of it, on through references: `Edge::to("/items")`.
    pub(super) fn edge(&self, path: &str, node: Option<NodeId>) -> TokenStream {
        let Some(node) = node else {
            return quote!(Edge::NONE);
        };
        let (target, references) = self.ir.target(node);
        if references == 0 {
            return quote!(Edge::to(#path));
        }
        let path = format!("{path}{}", "/$ref".repeat(references));
        let location = &self.node(target).location;
        quote!(Edge::through(#path, #location))
    }

    /// A function that reads a value of the node into a field: boxed, where the type is recursive.
    pub(super) fn field_reader(&self, node: Option<NodeId>) -> TokenStream {
        let reader = self.reader(node);
        let is_boxed = node.is_some_and(|node| self.is_boxed(self.shapes.of(self.ir, node)));
        if is_boxed {
            quote!(|r| r.boxed(#reader))
        } else {
            reader
        }
    }

    /// A function that reads a value of the node.
    pub(super) fn reader(&self, node: Option<NodeId>) -> TokenStream {
        let Some(node) = node else {
            return quote!(Reader::any);
        };
        let (target, _) = self.ir.target(node);
        match &self.node(target).kind {
            // A chain of references that does not end was reported and cut.
            Kind::Any | Kind::Refer(_) => quote!(Reader::any),
            Kind::Never => quote!(Reader::never),
            Kind::Typed(typed) => {
                let shape = self.shapes.of(self.ir, target);
                match self.runtime_reader(typed, shape) {
                    Some(reader) => reader,
                    None => self.node_reader(target, shape),
                }
            }
        }
    }

    /// The run time's function for a type of which nothing else is asked.
    fn runtime_reader(&self, typed: &Typed, shape: &Shape) -> Option<TokenStream> {
        if typed.declared != Some(typed.admitted) || !typed.listed.is_empty() {
            return None;
        }
        let type_name = self.type_of(shape, Scope::Hidden);
        match shape {
            Shape::Null => Some(quote!(Reader::unit)),
            Shape::Bool => Some(quote!(Reader::flag)),
            Shape::String if typed.string.is_empty() => Some(quote!(Reader::text)),
            Shape::Number if typed.number.is_empty() => {
                Some(quote!(Reader::number_as::<#type_name>))
            }
            Shape::Integer(_) if typed.number.is_empty() => {
                Some(quote!(Reader::integer_as::<#type_name>))
            }
            Shape::Json
            | Shape::Never
            | Shape::String
            | Shape::Number
            | Shape::Integer(_)
            | Shape::Named(_)
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Nullable(_) => None,
        }
    }

    fn node_reader(&self, target: NodeId, shape: &Shape) -> TokenStream {
        if let Shape::Named(item) = shape {
            let name = ident(&self.shapes.item(*item).name);
            return quote!(read::<super::#name, _>);
        }
        if let Some(name) = self.shapes.functions.get(&target) {
            let name = ident(name);
            quote!(#name)
        } else {
            quote!(Reader::any)
        }
    }

    /// Whether the node needs a reading function of its own.
    pub(super) fn needs_function(&self, node: NodeId, typed: &Typed) -> bool {
        let shape = self.shapes.of(self.ir, node);
        !matches!(shape, Shape::Named(_)) && self.runtime_reader(typed, shape).is_none()
    }

    /// Emits the body of a function that reads values of a node: at once where there is one type,
    /// else by the type of the value at hand. `parts` are expressions by that type; `None` is for
    /// all types that have no part of their own.
    pub(super) fn body(
        &self,
        typed: &Typed,
        parts: &[(Option<JsonType>, TokenStream)],
    ) -> TokenStream {
        if let [(Some(json_type), part)] = parts {
            if *json_type == JsonType::String && typed.is_string_enum() {
                return part.clone();
            }
            if typed.declared == Some(TypeSet::from(*json_type)) && !typed.names_strings() {
                let listed = listed_checks(typed);
                return quote! { #listed #part };
            }
        }
        let listed = listed_checks(typed);
        let types = type_set(typed.declared.unwrap_or(TypeSet::ALL));
        let arms = parts.iter().map(|(json_type, part)| {
            if let Some(json_type) = json_type {
                let json_type = first_byte_type(*json_type);
                quote!(Some(#json_type) => { #part })
            } else {
                quote!(Some(_) => { #part })
            }
        });
        let covers_all = parts.iter().any(|(json_type, _)| json_type.is_none());
        let rest = (!covers_all).then(|| quote!(Some(_) => r.refused(),));
        quote! {
            #listed
            match r.expect(#types)? {
                #(#arms)*
                #rest
                None => M::absent(),
            }
        }
    }

    /// Emits an expression that reads a value of one type.
    pub(super) fn part(&self, typed: &Typed, shape: &Shape) -> TokenStream {
        let type_name = self.type_of(shape, Scope::Hidden);
        match shape {
            Shape::Json => quote!(r.any()),
            Shape::Never => quote!(r.never()),
            Shape::Null => quote!(r.unit()),
            Shape::Bool => quote!(r.flag()),
            Shape::String if typed.string.is_empty() => quote!(r.text()),
            Shape::String => self.string(typed),
            Shape::Number => self.number(typed, &quote!(number), &type_name),
            Shape::Integer(_) => {
                let declared = typed
                    .declared
                    .is_some_and(|types| types.contains(JsonType::Integer));
                let read = if declared {
                    quote!(integer)
                } else {
                    quote!(listed_integer)
                };
                self.number(typed, &read, &type_name)
            }
            Shape::Named(item) => {
                let name = ident(&self.shapes.item(*item).name);
                quote!(read::<super::#name, _>(r))
            }
            Shape::List(items) => self.list(typed, *items),
            Shape::Map(value) => self.map(*value),
            // A part has one type.
            Shape::Nullable(inner) => self.part(typed, inner),
        }
    }

    fn number(&self, typed: &Typed, read: &TokenStream, type_name: &TokenStream) -> TokenStream {
        if typed.number.is_empty() {
            return quote! {
                match r.#read()? {
                    Some(number) => r.held::<#type_name>(number),
                    None => M::absent(),
                }
            };
        }
        let rules = typed.number.iter().map(|rule| {
            let (method, text) = (ident(rule.keyword.method()), &rule.text);
            quote!(r.#method(&mut number, &const { Bound::new(#text) })?;)
        });
        quote! {
            let Some(mut number) = r.#read()? else { return M::absent() };
            #(#rules)*
            r.held::<#type_name>(number)
        }
    }

    fn string(&self, typed: &Typed) -> TokenStream {
        let rules = self.string_rules(typed);
        quote! {
            let Some(text) = r.string()? else { return M::absent() };
            #rules
            Ok(M::build(|| text.to_owned_text()))
        }
    }

    /// Checks of the string `text`.
    pub(super) fn string_rules(&self, typed: &Typed) -> TokenStream {
        let rules = typed.string.iter().map(|rule| match rule {
            StringRule::MinLength(least) => quote!(r.min_length(&text, #least)?;),
            StringRule::MaxLength(most) => quote!(r.max_length(&text, #most)?;),
            StringRule::Pattern(pattern) => {
                let source = &pattern.source;
                let pattern = match &pattern.form {
                    Form::Runs(runs) => {
                        let runs = runs.iter().map(run);
                        quote!(Pattern::of_runs(#source, &[#(#runs),*]))
                    }
                    Form::Regex(translated) => quote!(Pattern::of_regex(#source, #translated)),
                    Form::Parts(parts) => {
                        let parts = parts.iter().map(|(translated, wanted)| {
                            quote!(Part { translated: #translated, wanted: #wanted })
                        });
                        quote!(Pattern::of_parts(#source, &[#(#parts),*]))
                    }
                    Form::Backtracking(translated) => {
                        quote!(Pattern::of_backtracking(#source, #translated))
                    }
                };
                quote! {
                    static PATTERN: Pattern = #pattern;
                    r.pattern(&text, &PATTERN)?;
                }
            }
        });
        quote!(#(#rules)*)
    }

    fn list(&self, typed: &Typed, items: Option<NodeId>) -> TokenStream {
        let (edge, reader) = (self.edge("/items", items), self.reader(items));
        let counts = typed
            .array
            .iter()
            .flat_map(|array| &array.counts)
            .map(|count| match count {
                CountRule::Min(least) => quote!(r.min_items(&array, #least)?;),
                CountRule::Max(most) => quote!(r.max_items(&array, #most)?;),
            });
        quote! {
            let Some(mut array) = r.array()? else { return M::absent() };
            let mut items = M::build(Vec::new);
            array.items(r, &mut items, #edge, #reader)?;
            #(#counts)*
            Ok(items)
        }
    }

    fn map(&self, value: Option<NodeId>) -> TokenStream {
        let edge = self.edge("/additionalProperties", value);
        let reader = self.reader(value);
        quote! {
            let Some(mut object) = r.object()? else { return M::absent() };
            let mut members = M::build(Members::new);
            while object.next(r, &[])?.is_some() {
                object.other(r, &mut members, #edge, #reader)?;
            }
            Ok(members)
        }
    }
}

/// Checks against lists of values, before the value is read. Strings out of a list become an enum,
/// whose own function judges them.
fn listed_checks(typed: &Typed) -> TokenStream {
    let method = if typed.names_strings() {
        "listed_unless_string"
    } else {
        "listed"
    };
    let method = ident(method);
    let checks = typed.listed.iter().map(|listed| {
        let texts = listed.values.iter().map(|value| &value.text);
        let constructor = if listed.keyword == "const" {
            "only"
        } else {
            "any_of"
        };
        let constructor = ident(constructor);
        quote! {
            {
                static ALLOWED: Allowed = Allowed::#constructor(&[#(#texts),*]);
                r.#method(&ALLOWED)?;
            }
        }
    });
    quote!(#(#checks)*)
}

/// Numbers are told from other values by their first byte, integers are not told from numbers.
fn first_byte_type(json_type: JsonType) -> TokenStream {
    match json_type {
        JsonType::Integer => json_type_tokens(JsonType::Number),
        other => json_type_tokens(other),
    }
}

fn json_type_tokens(json_type: JsonType) -> TokenStream {
    let name = ident(match json_type {
        JsonType::Null => "Null",
        JsonType::Boolean => "Boolean",
        JsonType::Number => "Number",
        JsonType::Integer => "Integer",
        JsonType::String => "String",
        JsonType::Array => "Array",
        JsonType::Object => "Object",
    });
    quote!(JsonType::#name)
}

fn type_set(types: TypeSet) -> TokenStream {
    if types == TypeSet::ALL {
        return quote!(TypeSet::ALL);
    }
    let types = types.iter().map(json_type_tokens);
    quote!(const { TypeSet::of(&[#(#types),*]) })
}

/// Emits `Run { class: …, least: …, most: … }`.
fn run(run: &Run) -> TokenStream {
    let mut ascii = 0u128;
    let mut others = Vec::new();
    for &(first, last) in &run.class {
        for code in (first as u32)..=(last as u32).min(127) {
            ascii |= 1 << code;
        }
        if last > '\x7f' {
            let first = first.max('\u{80}');
            others.push(quote!((#first, #last)));
        }
    }
    let ascii: TokenStream = format!("0x{ascii:032x}").parse().unwrap_or_default();
    let (least, most) = (run.least, run.most.unwrap_or(u32::MAX));
    quote! {
        Run { class: Class { ascii: #ascii, others: &[#(#others),*] }, least: #least, most: #most }
    }
}

impl crate::ir::BoundKeyword {
    /// The reader's method that checks it.
    fn method(self) -> &'static str {
        match self {
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::ExclusiveMinimum => "exclusive_minimum",
            Self::ExclusiveMaximum => "exclusive_maximum",
        }
    }
}
