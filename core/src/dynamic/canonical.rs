//! A text for a JSON value that equal values share, so that values can be hashed.

use super::numbers::Numbers;
use crate::number::Exact;
use crate::tree::{Node, Value};
use serde_json::Value as SerdeValue;
use std::fmt::Write as _;

/// The text of a value of a document.
pub(super) fn canonical(node: &Node<'_>) -> String {
    let mut text = String::new();
    write_node(&mut text, node);
    text
}

/// The text of a value of the schema.
pub(super) fn canonical_value(value: &SerdeValue, numbers: &Numbers) -> String {
    match value {
        SerdeValue::Null => "null".to_owned(),
        SerdeValue::Bool(value) => value.to_string(),
        SerdeValue::Number(number) => Exact::new(&numbers.text(number)).canonical(),
        SerdeValue::String(text) => format!("{text:?}"),
        SerdeValue::Array(items) => {
            let items: Vec<_> = items
                .iter()
                .map(|item| canonical_value(item, numbers))
                .collect();
            format!("[{}]", items.join(","))
        }
        SerdeValue::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|&(name, _)| name);
            let member = |(name, value)| format!("{name:?}:{}", canonical_value(value, numbers));
            let members: Vec<_> = members.into_iter().map(member).collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

fn write_node(text: &mut String, node: &Node<'_>) {
    // Writing to a `String` can't fail.
    let _ = match &node.value {
        Value::Null => text.write_str("null"),
        Value::Bool(value) => write!(text, "{value}"),
        Value::Number(number) => text.write_str(&Exact::new(number).canonical()),
        Value::String(string) => write!(text, "{string:?}"),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                write_node(text, item);
            }
            text.write_char(']')
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|member| &member.name);
            text.push('{');
            for (at, member) in members.into_iter().enumerate() {
                let _ = write!(text, "{}{:?}:", if at > 0 { "," } else { "" }, member.name);
                write_node(text, &member.node);
            }
            text.write_char('}')
        }
    };
}
