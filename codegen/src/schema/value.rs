//! The values that keywords take.

use super::{Constant, ConstantKind, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::dialect::Draft;
use std::collections::BTreeSet;
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Node, Value};
use tollgate_core::{JsonType, Number, TypeSet};

/// Numbers are shown up to this length.
const SHOWN: usize = 20;

/// Reads the value of one keyword; what is no such value is reported.
pub(super) struct Values<'v, 'd> {
    pub(super) node: &'v Node<'v>,
    pub(super) place: &'v Place,
    pub(super) diagnostics: &'v mut Diagnostics<'d>,
}

impl Values<'_, '_> {
    fn expected<T>(&mut self, what: &str) -> Option<T> {
        self.found_instead(what);
        None
    }

    fn found_instead(&mut self, what: &str) -> &mut Diagnostic {
        let found = type_name(&self.node.value);
        let message = format!("expected {what}, found {found}");
        self.diagnostics.error(self.place, message)
    }

    /// A number may be the wrong one, so it is shown.
    fn expected_number<T>(&mut self, what: &str) -> Option<T> {
        let Some(text) = number_text(self.node).filter(|text| text.len() <= SHOWN) else {
            return self.expected(what);
        };
        let message = format!("expected {what}, found {text}");
        self.diagnostics.error(self.place, message);
        None
    }

    pub(super) fn spanned<T>(&self, value: T) -> Spanned<T> {
        Spanned {
            value,
            span: self.node.span.clone(),
        }
    }

    pub(super) fn string(&mut self) -> Option<Spanned<String>> {
        match self.node.as_str() {
            Some(text) => Some(self.spanned(text.to_owned())),
            None => self.expected("a string"),
        }
    }

    pub(super) fn bool(&mut self) -> Option<bool> {
        match self.node.value {
            Value::Bool(value) => Some(value),
            _ => self.expected("true or false"),
        }
    }

    pub(super) fn number(&mut self) -> Option<Spanned<String>> {
        match number_text(self.node) {
            Some(text) => Some(self.spanned(text.to_owned())),
            None => self.expected("a number"),
        }
    }

    /// `exclusiveMinimum` and `exclusiveMaximum` since draft 6.
    pub(super) fn exclusive_bound(&mut self) -> Option<Spanned<String>> {
        if matches!(self.node.value, Value::Bool(_)) {
            let found = self.found_instead("a number");
            found.with_help("since draft 6 it is the bound itself; draft 4 has true or false here");
            return None;
        }
        self.number()
    }

    /// `exclusiveMinimum` and `exclusiveMaximum` in draft 4; `bound` is what they speak of.
    pub(super) fn is_exclusive(&mut self, bound: &str) -> bool {
        if matches!(self.node.value, Value::Number(_)) {
            let help =
                format!("in draft 4 it says whether `{bound}`, the bound, is excluded itself");
            self.found_instead("true or false").with_help(help);
            return false;
        }
        self.bool() == Some(true)
    }

    pub(super) fn positive_number(&mut self) -> Option<Spanned<String>> {
        let number = self.number()?;
        let is_positive = |number: Number| number > Number::default();
        if number.value.parse().is_ok_and(is_positive) {
            return Some(number);
        }
        self.expected_number("a number above 0")
    }

    /// A whole number that is not negative; `2.0` is one (Core 2020-12 §4.2.3), save in draft 4,
    /// which goes by how a number is written (Core draft 4 §3.5).
    pub(super) fn count(&mut self, draft: Draft) -> Option<Spanned<u64>> {
        let text = number_text(self.node);
        let text = text.filter(|text| draft != Draft::Draft4 || !text.contains(['.', 'e', 'E']));
        let number: Option<Number> = text.and_then(|text| text.parse().ok());
        let what = match draft {
            Draft::Draft4 => "a whole number that is not negative, written without fraction",
            _ => "a whole number that is not negative",
        };
        match number {
            Some(number) if number.is_integer() && number >= Number::default() => {
                // No document has more than 2^64 of anything.
                Some(self.spanned(number.to().unwrap_or(u64::MAX)))
            }
            Some(_) | None => self.expected_number(what),
        }
    }

    pub(super) fn types(&mut self) -> Option<Spanned<TypeSet>> {
        let is_list = matches!(self.node.value, Value::Array(_));
        let nodes = match &self.node.value {
            Value::String(_) => std::slice::from_ref(self.node),
            Value::Array(items) if !items.is_empty() => items,
            Value::Array(_) => {
                let message = "expected at least one type in this list";
                self.diagnostics.error(self.place, message);
                return None;
            }
            _ => return self.expected("the name of a type, or a list of such names"),
        };
        let mut types = TypeSet::NONE;
        for (index, node) in nodes.iter().enumerate() {
            let place = if is_list {
                self.inner(node, &index.to_string())
            } else {
                self.place.clone()
            };
            let name = node.as_str().unwrap_or_default();
            let Some(json_type) = JsonType::from_name(name) else {
                self.unknown_type(node, &place);
                continue;
            };
            if types.contains(json_type) {
                self.diagnostics
                    .error(&place, format!("the type \"{name}\" is listed twice"));
            }
            types = types.with(json_type);
        }
        (!types.is_empty()).then(|| self.spanned(types))
    }

    fn unknown_type(&mut self, node: &Node<'_>, place: &Place) {
        let names = JsonType::ALL.map(JsonType::name).join(", ");
        let message = match node.as_str() {
            Some(name) => format!("{name:?} is not a JSON type"),
            None => format!(
                "expected the name of a type, found {}",
                type_name(&node.value)
            ),
        };
        self.diagnostics
            .error(place, message)
            .with_help(format!("the types are: {names}"));
    }

    /// The place of a member or an item of the value.
    fn inner(&self, node: &Node<'_>, step: &str) -> Place {
        Place {
            span: node.span.clone(),
            location: format!("{}/{}", self.place.location, escape_pointer(step)),
            ..self.place.clone()
        }
    }

    pub(super) fn constants(&mut self) -> Option<Spanned<Vec<Constant>>> {
        match &self.node.value {
            Value::Array(items) => Some(self.spanned(items.iter().map(constant).collect())),
            _ => self.expected("a list of the allowed values"),
        }
    }

    pub(super) fn constant(&self) -> Constant {
        constant(self.node)
    }

    /// Values as texts, for documentation.
    pub(super) fn texts(&mut self) -> Vec<String> {
        match &self.node.value {
            Value::Array(items) => items.iter().map(|item| constant(item).text).collect(),
            _ => self.expected("a list of examples").unwrap_or_default(),
        }
    }

    /// Member names, each once; `least` is 1 where there has to be one.
    pub(super) fn names(&mut self, least: usize) -> Vec<String> {
        let Value::Array(items) = &self.node.value else {
            let is_flag = matches!(self.node.value, Value::Bool(_));
            let found = self.found_instead("a list of member names");
            if is_flag {
                found.with_help("the object lists the names of the members that it requires");
            }
            return Vec::new();
        };
        if items.len() < least {
            let message = "draft 4 wants at least one name in this list";
            self.diagnostics.error(self.place, message);
        }
        let mut seen = BTreeSet::new();
        let mut names: Vec<String> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = self.inner(item, &index.to_string());
            match item.as_str() {
                Some(name) if !seen.insert(name) => {
                    self.diagnostics
                        .error(&place, format!("the name {name:?} is listed twice"));
                }
                Some(name) => names.push(name.to_owned()),
                None => {
                    let found = type_name(&item.value);
                    self.diagnostics
                        .error(&place, format!("expected a member name, found {found}"));
                }
            }
        }
        names
    }

    /// The name of an anchor (Core 2020-12 §8.2.2).
    pub(super) fn anchor(&mut self, draft: Draft) -> Option<String> {
        let name = self.string()?.value;
        let mut rest = name.chars();
        let first = rest.next();
        let may_begin =
            |c: char| c.is_ascii_alphabetic() || (c == '_' && draft != Draft::Draft201909);
        let may_follow = |c: char| {
            c.is_ascii_alphanumeric()
                || "-._".contains(c)
                || (c == ':' && draft == Draft::Draft201909)
        };
        if first.is_some_and(may_begin) && rest.all(may_follow) {
            return Some(name);
        }
        let message = format!("{name:?} is no name for an anchor");
        let found = self.diagnostics.error(self.place, message);
        found.with_help(match draft {
            Draft::Draft201909 => {
                "it begins with a letter and goes on with letters, digits, `-`, `_`, `:` and `.`"
            }
            _ => {
                "it begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`"
            }
        });
        None
    }

    /// An object whose members are `true` or `false`.
    pub(super) fn flags(&mut self) {
        let Value::Object(members) = &self.node.value else {
            return self.expected("an object").unwrap_or_default();
        };
        for member in members {
            if !matches!(member.node.value, Value::Bool(_)) {
                let found = type_name(&member.node.value);
                let place = self.inner(&member.node, &member.name);
                let message = format!("expected true or false, found {found}");
                self.diagnostics.error(&place, message);
            }
        }
    }
}

/// What a value is, in words.
pub(crate) fn type_name(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

fn number_text<'n>(node: &Node<'n>) -> Option<&'n str> {
    match node.value {
        Value::Number(text) => Some(text),
        _ => None,
    }
}

/// A value that the schema holds.
fn constant(node: &Node<'_>) -> Constant {
    let kind = match &node.value {
        Value::Null => ConstantKind::Null,
        Value::Bool(_) => ConstantKind::Bool,
        Value::Number(text) => ConstantKind::Number {
            is_integer: text
                .parse::<Number>()
                .is_ok_and(|number| number.is_integer()),
        },
        Value::String(text) => ConstantKind::String(text.to_string()),
        Value::Array(_) => ConstantKind::Array,
        Value::Object(_) => ConstantKind::Object,
    };
    Constant {
        text: node.to_json(),
        kind,
    }
}
