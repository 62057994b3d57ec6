//! Why a schema refuses a value that it holds itself: by the keywords that are cheap to judge.

use super::members::certain;
use super::subject::{Subject, cut};
use crate::dialect::Draft;
use crate::pattern::Pattern;
use std::cmp::Ordering::{Equal, Greater, Less};
use std::collections::BTreeSet;
use tollgate_core::generated::v1::Divisor;
use tollgate_core::tree::{Node, Value};
use tollgate_core::{JsonType, Number, TypeSet};

/// What the keywords of a schema ask of values.
pub(super) struct Asked<'s> {
    subject: &'s Subject<'s>,
    pattern: Option<Pattern>,
    /// The values of `enum`, by their keys.
    listed: Option<BTreeSet<Vec<u8>>>,
    only: Option<Vec<u8>>,
}

impl<'s> Asked<'s> {
    pub(super) fn of(subject: &'s Subject<'s>) -> Self {
        let pattern = subject.keywords.pattern.as_ref();
        let value = |name| subject.keyword(name).map(|member| &member.node);
        let listed = value("enum").and_then(|node| match &node.value {
            Value::Array(items) => Some(items.iter().map(Node::key).collect()),
            _ => None,
        });
        Self {
            subject,
            pattern: pattern.and_then(|pattern| certain(&pattern.value)),
            listed,
            only: value("const").map(Node::key),
        }
    }

    /// What refuses a value of `enum`.
    pub(super) fn refuses_listed(&self, node: &Node<'_>) -> Option<String> {
        self.by_type(node).or_else(|| self.by_range(node))
    }

    /// What refuses the value of `const`.
    pub(super) fn refuses_only(&self, node: &Node<'_>) -> Option<String> {
        self.refuses_listed(node).or_else(|| self.by_enum(node))
    }

    /// What refuses any other value.
    pub(super) fn refuses(&self, node: &Node<'_>) -> Option<String> {
        let is_other = |only: &Vec<u8>| *only != node.key();
        self.by_type(node)
            .or_else(|| self.by_enum(node))
            .or_else(|| {
                let is_other = self.only.as_ref().is_some_and(is_other);
                is_other.then(|| "`const` is another value".to_owned())
            })
            .or_else(|| self.by_range(node))
    }

    fn by_type(&self, node: &Node<'_>) -> Option<String> {
        let types: TypeSet = self.subject.keywords.type_.as_ref()?.value;
        let of = type_of(node);
        let passes =
            types.contains(of) || of == JsonType::Integer && types.contains(JsonType::Number);
        (!passes).then(|| format!("`type` allows only {types}"))
    }

    fn by_enum(&self, node: &Node<'_>) -> Option<String> {
        let listed = self.listed.as_ref()?;
        (!listed.contains(&node.key())).then(|| "`enum` does not list it".to_owned())
    }

    fn by_range(&self, node: &Node<'_>) -> Option<String> {
        match &node.value {
            Value::String(text) => self.by_text(text),
            Value::Number(text) => self.by_number(text),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn by_text(&self, text: &str) -> Option<String> {
        let keywords = self.subject.keywords;
        // No text is longer than can be counted.
        let length = text.chars().count() as u64;
        if let Some(least) = keywords
            .min_length
            .as_ref()
            .filter(|least| length < least.value)
        {
            return Some(format!("`minLength` is {}", least.value));
        }
        if let Some(most) = keywords
            .max_length
            .as_ref()
            .filter(|most| length > most.value)
        {
            return Some(format!("`maxLength` is {}", most.value));
        }
        let pattern = self
            .pattern
            .as_ref()
            .filter(|pattern| !pattern.is_match(text))?;
        Some(format!("`pattern` is {}", cut(&pattern.source)))
    }

    fn by_number(&self, text: &str) -> Option<String> {
        let keywords = self.subject.keywords;
        let number: Number = text.parse().ok()?;
        let is_draft_4 = self.subject.dialect.draft == Draft::Draft4;
        let (least, most, remark) = if is_draft_4 {
            ("minimum", "maximum", ", which is excluded")
        } else {
            ("exclusiveMinimum", "exclusiveMaximum", "")
        };
        let bounds = [
            ("minimum", "", &keywords.minimum, &[Less][..]),
            ("maximum", "", &keywords.maximum, &[Greater]),
            (least, remark, &keywords.exclusive_minimum, &[Less, Equal]),
            (most, remark, &keywords.exclusive_maximum, &[Greater, Equal]),
        ];
        for (keyword, remark, bound, refused) in bounds {
            let Some(text) = bound.as_ref().map(|bound| &bound.value) else {
                continue;
            };
            let refuses = |bound: Number| refused.contains(&number.cmp(&bound));
            if text.parse().is_ok_and(refuses) {
                return Some(format!("`{keyword}` is {}{remark}", cut(text)));
            }
        }
        let divisor = &keywords.multiple_of.as_ref()?.value;
        (!Divisor::new(divisor).divides(text)).then(|| format!("`multipleOf` is {}", cut(divisor)))
    }
}

fn type_of(node: &Node<'_>) -> JsonType {
    match &node.value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        // In draft 4 `1.0` is no integer, but nothing is said of what other drafts let pass.
        Value::Number(text) if text.parse().is_ok_and(|number: Number| number.is_integer()) => {
            JsonType::Integer
        }
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    }
}
