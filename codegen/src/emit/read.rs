//! How the values of a node are read: by a function of the run time, by the `Read` of a named
//! type, or by a function of the node's own.

use super::demands::Who;
use super::function::Function;
use super::rules::{number_rules, text_rules};
use super::types::Scope;
use super::way::along;
use super::{Context, array, object};
use crate::ir::{Kind, NodeId, NumberRule, StringRule, Typed};
use crate::names::ident;
use crate::options::StringType;
use crate::shape::{Item, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::BTreeMap;
use tollgate_core::JsonType;

impl Context<'_> {
    /// A function that reads a value of the node into a field: boxed, where the type is recursive.
    pub(super) fn field_reader(&self, node: Option<NodeId>) -> TokenStream {
        let reader = self.reader(node);
        let is_boxed = node.is_some_and(|node| {
            self.shapes.is_built(self.ir.target(node).0)
                && self.is_boxed(self.shapes.of(self.ir, node))
        });
        if is_boxed {
            quote!(|r| r.boxed(#reader))
        } else {
            quote!(#reader)
        }
    }

    /// The same for a field of a type that is built: what type it has, the compiler knows from that.
    pub(super) fn inferred_reader(&self, node: Option<NodeId>) -> TokenStream {
        match node {
            Some(node) => self.reader_beside_type(node).unwrap_or(quote!(read)),
            None => self.field_reader(node),
        }
    }

    /// The same, if it is not the type itself that says how its values are read.
    pub(super) fn reader_beside_type(&self, node: NodeId) -> Option<TokenStream> {
        let item = self.named(self.ir.target(node).0);
        let is_boxed = self.is_boxed(self.shapes.of(self.ir, node));
        (item.is_none() || is_boxed).then(|| self.field_reader(Some(node)))
    }

    /// A function that reads what stands in a type that only wraps another.
    pub(super) fn wrapped_reader(&self, node: NodeId) -> TokenStream {
        let shape = self.shapes.unwrapped(node);
        if shape == self.shapes.of_target(node) {
            return self.field_reader(Some(node));
        }
        let typed = self.ir.typed(node);
        let reader = typed.and_then(|typed| self.runtime_reader(node, typed, shape));
        let reader = reader.unwrap_or_else(|| self.own_reader(node));
        quote!(#reader)
    }

    /// A function that reads a value of the node.
    pub(super) fn reader(&self, node: Option<NodeId>) -> Function {
        let Some(node) = node else {
            return Function::method(quote!(any));
        };
        let (target, _) = self.ir.target(node);
        match &self.node(target).kind {
            // A chain of references that does not end was reported and cut.
            Kind::Any | Kind::Refer { .. } => Function::method(quote!(any)),
            Kind::Never => Function::method(quote!(never)),
            Kind::Typed(_) if !self.shapes.is_built(target) => self.judging_reader(target),
            Kind::Typed(typed) => {
                let shape = self.shapes.of_target(target);
                match self.runtime_reader(target, typed, shape) {
                    Some(reader) => reader,
                    None => self.node_reader(target, shape),
                }
            }
        }
    }

    /// The run time's function for a type of which nothing else is asked.
    fn runtime_reader(&self, node: NodeId, typed: &Typed, shape: &Shape) -> Option<Function> {
        let is_plain = typed.declared() == Some(typed.admitted)
            && typed.listed.is_empty()
            && typed.in_place.is_empty()
            && typed.strays().is_empty();
        if !is_plain {
            return None;
        }
        let type_name = self.type_of(shape, Scope::Hidden);
        let method = match shape {
            Shape::Null => quote!(unit),
            Shape::Bool => quote!(flag),
            Shape::String if typed.string.is_empty() => self.text_reader(),
            Shape::Number if typed.number.is_empty() => quote!(number_as::<#type_name>),
            Shape::Integer(_) if typed.number.is_empty() => quote!(integer_as::<#type_name>),
            Shape::List(_) if !self.cycles.contain(node) => {
                let item = self.plain_item(typed)?;
                quote!(list_as::<#item>)
            }
            Shape::Nullable(inner) if !self.cycles.contain(node) => {
                self.nullable_reader(typed, inner)?
            }
            Shape::Json
            | Shape::Never
            | Shape::String
            | Shape::Number
            | Shape::Integer(_)
            | Shape::Named(_)
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::As(_)
            | Shape::Nullable(_) => return None,
        };
        Some(Function::method(method))
    }

    /// The same for a plain string or an object of a type, where there may be `null` instead.
    fn nullable_reader(&self, typed: &Typed, inner: &Shape) -> Option<TokenStream> {
        let types = typed.admitted.without(JsonType::Null);
        match inner {
            Shape::String
                if typed.string.is_empty() && matches!(self.options.string, StringType::Owned) =>
            {
                Some(quote!(text_or_null))
            }
            Shape::Named(item) if types == JsonType::Object.into() && !self.is_boxed(inner) => {
                let name = self.shapes.item(*item).path();
                Some(quote!(object_or_null::<#name>))
            }
            _ => None,
        }
    }

    fn node_reader(&self, target: NodeId, shape: &Shape) -> Function {
        if let Shape::Named(item) = shape {
            return Function::of_type(self.shapes.item(*item).path());
        }
        self.own_reader(target)
    }

    /// The function that is generated for a node.
    fn own_reader(&self, node: NodeId) -> Function {
        let own = self.shapes.functions.get(&node);
        own.map_or_else(|| Function::method(quote!(any)), |name| Function::own(name))
    }

    /// The type whose own function reads the values of a node, which is no reference.
    pub(super) fn named(&self, target: NodeId) -> Option<&Item> {
        match self.shapes.of_target(target) {
            Shape::Named(item) if self.shapes.is_built(target) => Some(self.shapes.item(*item)),
            _ => None,
        }
    }

    /// Whether the node needs a reading function of its own.
    pub(super) fn needs_function(&self, node: NodeId, typed: &Typed) -> bool {
        let shape = self.shapes.unwrapped(node);
        !matches!(shape, Shape::Named(_)) && self.runtime_reader(node, typed, shape).is_none()
    }

    /// The function that reads a value of one type, where no other expression has to.
    pub(super) fn part_reader(&self, typed: &Typed, shape: &Shape) -> Option<Function> {
        let type_name = self.type_of(shape, Scope::Hidden);
        let method = match shape {
            Shape::Json => quote!(any),
            Shape::Never => quote!(never),
            Shape::Null => quote!(unit),
            Shape::Bool => quote!(flag),
            Shape::String if typed.string.is_empty() => self.text_reader(),
            Shape::Number if typed.number.is_empty() => quote!(number_as::<#type_name>),
            Shape::Integer(_) if typed.number.is_empty() && typed.declares_integers() => {
                quote!(integer_as::<#type_name>)
            }
            Shape::Named(item) => return Some(Function::of_type(self.shapes.item(*item).path())),
            Shape::String
            | Shape::Number
            | Shape::Integer(_)
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::As(_)
            | Shape::Nullable(_) => return None,
        };
        Some(Function::method(method))
    }

    /// Emits a function that reads a value of one type: by its name, or as a closure.
    pub(super) fn part_function(&self, typed: &Typed, shape: &Shape) -> TokenStream {
        if let Some(reader) = self.part_reader(typed, shape) {
            return quote!(#reader);
        }
        let part = self.part(typed, shape);
        quote!(|r| { #part })
    }

    /// Emits an expression that reads a value of one type.
    pub(super) fn part(&self, typed: &Typed, shape: &Shape) -> TokenStream {
        if let Some(reader) = self.part_reader(typed, shape) {
            return reader.call();
        }
        let type_name = self.type_of(shape, Scope::Hidden);
        match shape {
            Shape::Number => self.number(typed, "number", &type_name),
            Shape::Integer(_) if typed.declares_integers() => {
                self.number(typed, "integer", &type_name)
            }
            Shape::Integer(_) => self.number_by_token(typed, "listed_integer", &type_name),
            Shape::List(_) => {
                let items = format_ident!("items");
                let target = array::Target {
                    slots: Vec::new(),
                    finish: quote!(Ok(#items)),
                    is_list: true,
                    rest: Some(items),
                };
                self.array(typed, &target)
            }
            Shape::Map(value) => {
                let members = format_ident!("members");
                let target = object::Target {
                    slots: Vec::new(),
                    others: Some((&members, *value)),
                    is_struct: false,
                    draft: BTreeMap::new(),
                    may_end_early: false,
                    who: Who::Look,
                    finish: quote!(Ok(#members)),
                    end: None,
                };
                self.object(typed, &target)
            }
            // A part has one type, and is no choice.
            Shape::Nullable(inner) => self.part(typed, inner),
            Shape::String => self.string(typed),
            // The others have functions.
            _ => quote!(r.refused()),
        }
    }

    fn number(&self, typed: &Typed, read: &str, type_name: &TokenStream) -> TokenStream {
        let Some(rules) = number_rules(typed) else {
            return self.number_by_token(typed, read, type_name);
        };
        let read = format_ident!("{read}_within");
        quote!(r.#read::<#type_name>(#rules))
    }

    /// The same where each check has a way of its own.
    fn number_by_token(&self, typed: &Typed, read: &str, type_name: &TokenStream) -> TokenStream {
        let read = ident(read);
        if typed.number.is_empty() {
            return quote! {
                match r.#read()? {
                    Some(number) => r.held::<#type_name>(number),
                    None => M::absent(),
                }
            };
        }
        let rules = self.number_rules(typed);
        quote! {
            let Some(mut number) = r.#read()? else { return M::absent() };
            #rules
            r.held::<#type_name>(number)
        }
    }

    /// Checks of the number `number`.
    pub(super) fn number_rules(&self, typed: &Typed) -> TokenStream {
        let rules = typed.number.iter().map(|rule| {
            let call = match &rule.rule {
                NumberRule::Bound(keyword, text) => {
                    let method = ident(keyword.method());
                    quote!(r.#method(&mut number, &const { Bound::new(#text) }))
                }
                NumberRule::MultipleOf(text) => {
                    quote!(r.multiple_of(&mut number, &const { Divisor::new(#text) }))
                }
            };
            along(&rule.way, &call)
        });
        quote!(#(#rules)*)
    }

    fn string(&self, typed: &Typed) -> TokenStream {
        self.text_with_rules(typed, &self.text_value())
    }

    /// A string `text` that keeps rules, as `value`.
    pub(super) fn text_with_rules(&self, typed: &Typed, value: &TokenStream) -> TokenStream {
        // Where rows are unrolled, the rules of a string are part of what reads its object.
        if self.unrolled.is_empty()
            && let Some((patterns, rules)) = text_rules(typed)
        {
            return quote!(#patterns M::text_within(r, #rules, |text| #value));
        }
        let rules = self.string_rules(typed);
        quote! {
            let Some(text) = r.string()? else { return M::absent() };
            #rules
            Ok(M::build(|| #value))
        }
    }

    /// The reader's method for strings without rules.
    fn text_reader(&self) -> TokenStream {
        match &self.options.string {
            StringType::Owned => quote!(text),
            StringType::Borrowed => quote!(borrowed_text),
            StringType::Path(_) => {
                let type_name = self.string_type(Scope::Hidden);
                quote!(text_as::<#type_name>)
            }
        }
    }

    /// Emits the value of the string `text`.
    pub(super) fn text_value(&self) -> TokenStream {
        match &self.options.string {
            StringType::Owned => quote!(text.to_owned_text()),
            StringType::Borrowed => quote!(text.text()),
            StringType::Path(_) => quote!(text.to()),
        }
    }

    /// Checks of the string `text`.
    pub(super) fn string_rules(&self, typed: &Typed) -> TokenStream {
        let rules = typed.string.iter().map(|rule| {
            let along = |call: TokenStream| along(&rule.way, &call);
            match &rule.rule {
                StringRule::MinLength(least) => along(quote!(r.min_length(&text, #least))),
                StringRule::MaxLength(most) => along(quote!(r.max_length(&text, #most))),
                StringRule::Pattern(source) => {
                    let (pattern, call) = (
                        super::pattern::pattern(source),
                        along(quote!(r.pattern(&text, &PATTERN))),
                    );
                    quote!({ static PATTERN: Pattern = #pattern; #call })
                }
                StringRule::Format(format) => {
                    let name = ident(&format!("{format:?}"));
                    along(quote!(r.format(&text, Format::#name)))
                }
            }
        });
        quote!(#(#rules)*)
    }
}

impl Typed {
    /// Whether what reads an integer judges that it is one.
    fn declares_integers(&self) -> bool {
        let declared = self.declared();
        declared.is_some_and(|types| types.contains(JsonType::Integer)) && self.strays().is_empty()
    }
}
