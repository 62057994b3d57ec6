//! Numbers that `serde_json` cannot hold. `jsonschema` takes schemas as `serde_json` values, whose
//! numbers are machine numbers; what these would round is kept beside the value.

use crate::number::{Exact, equal};
use crate::tree::{Node, Value};
use serde_json::{Map, Number, Value as SerdeValue};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// From here on, not every integer is an `f64`.
const EXACT_INTEGERS: f64 = 9_007_199_254_740_992.0;

/// The numbers of a schema that no machine number equals: each got a stand-in of its own.
#[derive(Default)]
pub(super) struct Numbers {
    texts: HashMap<u64, Box<str>>,
    taken: HashSet<u64>,
}

impl Numbers {
    /// The schema as a `serde_json` value, and the numbers that have stand-ins there.
    pub(super) fn convert(schema: &Node<'_>) -> (SerdeValue, Self) {
        let mut numbers = Self::default();
        numbers.take_held(schema);
        let value = numbers.value(schema);
        (value, numbers)
    }

    /// Whether there are any.
    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// What the schema says where `serde_json` has `number`.
    pub(super) fn text(&self, number: &Number) -> Cow<'_, str> {
        let standing_in = number
            .as_f64()
            .filter(|_| number.is_f64())
            .map(f64::to_bits);
        match standing_in.and_then(|bits| self.texts.get(&bits)) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(number.to_string()),
        }
    }

    /// A value of the schema as JSON text.
    pub(super) fn json(&self, value: &SerdeValue) -> String {
        match value {
            SerdeValue::Number(number) => self.text(number).into_owned(),
            other => other.to_string(),
        }
    }

    fn take_held(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::Number(text) => {
                let held = held(text).filter(Number::is_f64);
                self.taken
                    .extend(held.and_then(|number| number.as_f64()).map(f64::to_bits));
            }
            Value::Array(items) => items.iter().for_each(|item| self.take_held(item)),
            Value::Object(members) => {
                for member in members {
                    self.take_held(&member.node);
                }
            }
            Value::Null | Value::Bool(_) | Value::String(_) => {}
        }
    }

    fn value(&mut self, node: &Node<'_>) -> SerdeValue {
        match &node.value {
            Value::Null => SerdeValue::Null,
            Value::Bool(value) => SerdeValue::Bool(*value),
            Value::Number(text) => self.number(text),
            Value::String(text) => SerdeValue::String(text.clone().into_owned()),
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Value::Object(members) => SerdeValue::Object(
                members
                    .iter()
                    .map(|member| (member.name.clone().into_owned(), self.value(&member.node)))
                    .collect::<Map<_, _>>(),
            ),
        }
    }

    fn number(&mut self, text: &str) -> SerdeValue {
        if let Some(number) = held(text) {
            return SerdeValue::Number(number);
        }
        let mut stand_in: f64 = text.parse().unwrap_or(f64::MAX);
        stand_in = stand_in.clamp(f64::MIN, f64::MAX);
        if stand_in == 0.0 {
            stand_in = if text.starts_with('-') {
                -f64::MIN_POSITIVE
            } else {
                f64::MIN_POSITIVE
            };
        }
        while !self.taken.insert(stand_in.to_bits()) {
            stand_in = if stand_in > 0.0 {
                stand_in.next_down()
            } else {
                stand_in.next_up()
            };
        }
        self.texts.insert(stand_in.to_bits(), text.into());
        SerdeValue::from(stand_in)
    }
}

/// Whether a document has a number that machine numbers would round.
pub(super) fn has_unheld(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Number(text) => held(text).is_none(),
        Value::Array(items) => items.iter().any(has_unheld),
        Value::Object(members) => members.iter().any(|member| has_unheld(&member.node)),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// The machine number that stands for exactly this text: a 64-bit integer, or an `f64` that is
/// written alike. Numbers that are held so compare as their texts do.
fn held(text: &str) -> Option<Number> {
    if let Ok(value) = text.parse::<i64>() {
        return Some(value.into());
    }
    let exact = Exact::new(text);
    if exact.is_integer() {
        let plain = exact.plain(20)?;
        let whole = plain.split('.').next().unwrap_or_default();
        let integer = || whole.parse::<i64>().map(Number::from);
        return integer()
            .or_else(|_| whole.parse::<u64>().map(Number::from))
            .ok();
    }
    let number = Number::from_f64(text.parse().ok()?)?;
    let small = number
        .as_f64()
        .is_some_and(|value| value.abs() < EXACT_INTEGERS);
    (small && equal(text, &number.to_string())).then_some(number)
}
