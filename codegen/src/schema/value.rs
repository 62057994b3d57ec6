//! The values that keywords take.

use super::parse::bound;
use super::{Constant, ConstantKind, Spanned};
use crate::diagnostic::{Diagnostics, Place};
use tollgate_core::tree::{Node, Value};
use tollgate_core::{JsonType, Number, TypeSet};

/// Reads the value of one keyword; what is no such value is reported.
pub(super) struct Values<'v, 'd> {
    pub(super) node: &'v Node<'v>,
    pub(super) place: &'v Place,
    pub(super) diagnostics: &'v mut Diagnostics<'d>,
}

impl Values<'_, '_> {
    fn expected<T>(&mut self, what: &str) -> Option<T> {
        let found = type_name(&self.node.value);
        self.diagnostics
            .error(self.place, format!("expected {what}, found {found}"));
        None
    }

    fn spanned<T>(&self, value: T) -> Spanned<T> {
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
        bound(self.node).or_else(|| self.expected("a number"))
    }

    /// A whole number that is not negative; `2.0` is one (Core 2020-12 §4.2.3).
    pub(super) fn count(&mut self) -> Option<Spanned<u64>> {
        let number: Option<Number> = number_text(self.node).and_then(|text| text.parse().ok());
        match number {
            Some(number) if number.is_integer() && number >= Number::default() => {
                // No document has more than 2^64 of anything.
                Some(self.spanned(number.to().unwrap_or(u64::MAX)))
            }
            Some(_) | None => self.expected("a whole number that is not negative"),
        }
    }

    pub(super) fn types(&mut self) -> Option<Spanned<TypeSet>> {
        let nodes = match &self.node.value {
            Value::String(_) => std::slice::from_ref(self.node),
            Value::Array(items) if !items.is_empty() => items,
            _ => return self.expected("the name of a type, or a list of such names"),
        };
        let mut types = TypeSet::NONE;
        for node in nodes {
            let name = node.as_str().unwrap_or_default();
            let Some(json_type) = JsonType::from_name(name) else {
                self.unknown_type(node);
                continue;
            };
            if types.contains(json_type) {
                self.at(node, format!("the type \"{name}\" is listed twice"));
            }
            types = types.with(json_type);
        }
        (!types.is_empty()).then(|| self.spanned(types))
    }

    fn unknown_type(&mut self, node: &Node<'_>) {
        let names = JsonType::ALL.map(JsonType::name).join(", ");
        let message = match node.as_str() {
            Some(name) => format!("{name:?} is not a JSON type"),
            None => format!(
                "expected the name of a type, found {}",
                type_name(&node.value)
            ),
        };
        let place = Place {
            span: node.span.clone(),
            ..self.place.clone()
        };
        self.diagnostics
            .error(&place, message)
            .with_help(format!("the types are: {names}"));
    }

    fn at(&mut self, node: &Node<'_>, message: String) {
        let place = Place {
            span: node.span.clone(),
            ..self.place.clone()
        };
        self.diagnostics.error(&place, message);
    }

    pub(super) fn constants(&mut self) -> Option<Spanned<Vec<Constant>>> {
        match &self.node.value {
            Value::Array(items) => Some(self.spanned(items.iter().map(constant).collect())),
            _ => self.expected("a list of the allowed values"),
        }
    }

    /// Values as texts, for documentation.
    pub(super) fn texts(&mut self) -> Vec<String> {
        match &self.node.value {
            Value::Array(items) => items.iter().map(|item| constant(item).text).collect(),
            _ => self.expected("a list of examples").unwrap_or_default(),
        }
    }

    /// Member names, each once.
    pub(super) fn names(&mut self) -> Vec<String> {
        let Value::Array(items) = &self.node.value else {
            return self.expected("a list of member names").unwrap_or_default();
        };
        let mut names: Vec<String> = Vec::new();
        for item in items {
            match item.as_str() {
                Some(name) if names.iter().any(|other| other == name) => {
                    self.at(item, format!("the name {name:?} is listed twice"));
                }
                Some(name) => names.push(name.to_owned()),
                None => {
                    let found = type_name(&item.value);
                    self.at(item, format!("expected a member name, found {found}"));
                }
            }
        }
        names
    }
}

fn type_name(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

pub(super) fn number_text<'n>(node: &Node<'n>) -> Option<&'n str> {
    match node.value {
        Value::Number(text) => Some(text),
        _ => None,
    }
}

/// A value that the schema holds.
pub(super) fn constant(node: &Node<'_>) -> Constant {
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
