//! How the values of a node are read: by a function of the run time, by the `Read` of a named
//! type, or by a function of the node's own.

use super::demands::Who;
use super::function::Function;
use super::judge::End;
use super::rules::{number_rules, text_rules};
use super::types::Scope;
use super::way::along;
use super::{Context, array, in_place, object};
use crate::ir::{Kind, NodeId, NumberRule, StringRule, Typed};
use crate::names::ident;
use crate::options::StringType;
use crate::shape::{Item, Shape};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};
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

/// Whether numbers that are no integers are told from those where the types are: the first byte does
/// not tell, so it takes a part that reads integers.
fn tells_integers(declared: TypeSet, parts: &[Part]) -> bool {
    let are_integers = declared.contains(JsonType::Integer) && !declared.contains(JsonType::Number);
    let is_of_integers = |part: &Part| part.json_type == Some(JsonType::Integer);
    !are_integers || parts.iter().any(is_of_integers)
}

impl Typed {
    /// Whether what reads an integer judges that it is one.
    fn declares_integers(&self) -> bool {
        let declared = self.declared();
        declared.is_some_and(|types| types.contains(JsonType::Integer)) && self.strays().is_empty()
    }

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
