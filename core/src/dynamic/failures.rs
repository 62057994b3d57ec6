//! What `jsonschema` found, in the words that generated code has for it.

use super::canonical::canonical;
use super::numbers::Numbers;
use super::place::{Document, members, split_last};
use crate::keyword::{
    additional_properties, bounds, enum_, false_, item_count, length, multiple_of, pattern,
    required, type_, unique_items,
};
use crate::report::{Failure, Text, excerpt};
use crate::tree::{Node, Value};
use crate::{JsonType, TypeSet};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as SerdeValue;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What was judged: a value of the document, or the name of a member.
pub(super) enum Subject<'d> {
    Value(&'d Node<'d>),
    Name(String, Range<usize>),
}

impl Subject<'_> {
    pub(super) fn span(&self) -> Range<usize> {
        match self {
            Self::Value(node) => node.span.clone(),
            Self::Name(_, span) => span.clone(),
        }
    }

    fn string(&self) -> Option<&str> {
        match self {
            Self::Value(node) => node.as_str(),
            Self::Name(name, _) => Some(name),
        }
    }

    fn json_type(&self) -> JsonType {
        match self {
            Self::Name(..) => JsonType::String,
            Self::Value(node) => match node.value {
                Value::Null => JsonType::Null,
                Value::Bool(_) => JsonType::Boolean,
                Value::Number(_) => JsonType::Number,
                Value::String(_) => JsonType::String,
                Value::Array(_) => JsonType::Array,
                Value::Object(_) => JsonType::Object,
            },
        }
    }

    fn length(&self) -> u64 {
        match self {
            Self::Value(Node {
                value: Value::Array(items),
                ..
            }) => items.len() as u64,
            Self::Value(Node {
                value: Value::Object(members),
                ..
            }) => members.len() as u64,
            _ => self.string().map_or(0, |text| text.chars().count() as u64),
        }
    }
}

/// A failed keyword, seen from the schema that has it.
pub(super) struct Failed<'c, 'd> {
    pub(super) keyword: &'static str,
    pub(super) kind: &'c Kind,
    pub(super) subject: Subject<'d>,
    pub(super) document: &'c Document<'d>,
    /// The document that the schema stands in, and where the keyword stands in that.
    pub(super) schema: Option<&'c Document<'c>>,
    pub(super) schema_location: &'c str,
    pub(super) numbers: &'c Numbers,
}

impl Failed<'_, '_> {
    /// One failure, or one for each offending member or item.
    pub(super) fn failures(&self) -> Vec<Failure> {
        match self.kind {
            Kind::AdditionalProperties { unexpected } => self.additional_properties(unexpected),
            Kind::AdditionalItems { limit } => self.additional_items(*limit),
            Kind::UnevaluatedProperties { unexpected } => self.unevaluated_properties(unexpected),
            Kind::UnevaluatedItems { unexpected } => self.unevaluated_items(unexpected),
            _ => vec![self.failure()],
        }
    }

    fn failure(&self) -> Failure {
        let span = self.subject.span();
        match self.kind {
            Kind::Type { kind } => type_::failure(types(kind), self.subject.json_type(), span),
            Kind::Enum { options: values } => self.enumeration(values),
            Kind::Constant {
                expected_value: value,
            } => self.constant(value),
            Kind::Required { property } => self.required(property),
            Kind::Pattern { pattern } => {
                let given = excerpt(self.subject.string().unwrap_or_default());
                Failure::said(self.keyword, span, pattern::said(&given, pattern, None))
            }
            Kind::Minimum { limit }
            | Kind::Maximum { limit }
            | Kind::ExclusiveMinimum { limit }
            | Kind::ExclusiveMaximum { limit } => self.bound(&self.numbers.json(limit)),
            Kind::Custom { message, .. } => self.exact(message),
            Kind::MultipleOf { multiple_of } => self.multiple_of(*multiple_of),
            Kind::MinLength { limit } => Failure::said(
                "minLength",
                span,
                length::too_short(self.subject.length(), *limit),
            ),
            Kind::MaxLength { limit } => Failure::said(
                "maxLength",
                span,
                length::too_long(self.subject.length(), *limit),
            ),
            Kind::MinItems { limit } => item_count::too_few(self.subject.length(), *limit, span),
            Kind::MaxItems { limit } => item_count::too_many(self.subject.length(), *limit, span),
            Kind::MinProperties { limit } => self.member_count("at least", *limit, "needed"),
            Kind::MaxProperties { limit } => self.member_count("at most", *limit, "allowed"),
            Kind::UniqueItems => self.unique_items(),
            Kind::FalseSchema => false_::failure(span),
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
                self.no_branch(context.len())
            }
            Kind::OneOfMultipleValid { context } => self.several_branches(context),
            other => self.say(plain_words(other, self.keyword)),
        }
    }

    fn say(&self, message: impl Into<Text>) -> Failure {
        Failure::new(self.keyword, self.subject.span(), message)
    }

    /// The value of the document, as it is written.
    fn given(&self) -> Cow<'_, str> {
        match &self.subject {
            Subject::Value(node) => Cow::Borrowed(self.document.text_of(node)),
            Subject::Name(name, _) => Cow::Owned(SerdeValue::from(name.as_str()).to_string()),
        }
    }

    fn enumeration(&self, values: &SerdeValue) -> Failure {
        let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
        let texts: Vec<String> = values
            .iter()
            .map(|value| self.numbers.json(value))
            .collect();
        self.listed(&texts)
    }

    fn constant(&self, value: &SerdeValue) -> Failure {
        self.listed(&[self.numbers.json(value)])
    }

    /// None of the values with these JSON texts.
    fn listed(&self, texts: &[String]) -> Failure {
        let span = self.subject.span();
        let strings: Option<Vec<String>> = texts
            .iter()
            .map(|text| serde_json::from_str(text).ok())
            .collect();
        if let (Some(given), Some(strings)) = (self.subject.string(), strings) {
            let allowed = strings.iter().map(String::as_str);
            let said = enum_::string_said(self.keyword, given, allowed);
            return Failure::said(self.keyword, span, said);
        }
        let allowed = texts.iter().map(String::as_str);
        let said = enum_::value_said(self.keyword, &self.given(), allowed);
        Failure::said(self.keyword, span, said)
    }

    fn bound(&self, limit: &str) -> Failure {
        // Better as the schema spells it.
        let written =
            self.schema
                .and_then(|schema| match schema.find(self.schema_location)?.value {
                    Value::Number(text) if crate::number::equal(text, limit) => Some(text),
                    _ => None,
                });
        let limit = written.unwrap_or(limit);
        let said = bounds::said(self.keyword, &self.given(), limit);
        Failure::said(self.keyword, self.subject.span(), said)
    }

    /// What the exact keywords say: their limit, or the allowed values as a list of JSON texts.
    fn exact(&self, message: &str) -> Failure {
        match serde_json::from_str::<Vec<String>>(message) {
            Ok(texts) => self.listed(&texts),
            Err(_) => self.bound(message),
        }
    }

    fn multiple_of(&self, divisor: f64) -> Failure {
        let written =
            self.schema
                .and_then(|schema| match schema.find(self.schema_location)?.value {
                    Value::Number(text) => Some(text),
                    _ => None,
                });
        let divisor = written.map_or_else(|| divisor.to_string(), str::to_owned);
        multiple_of::failure(&self.given(), &divisor, self.subject.span())
    }

    fn required(&self, property: &SerdeValue) -> Failure {
        let name = property.as_str().unwrap_or_default();
        let known: HashSet<&str> = self.sibling_properties().into_iter().collect();
        let there: Vec<Cow<'_, str>> = match self.subject {
            Subject::Value(node) => members(node)
                .iter()
                .filter(|member| !known.contains(&*member.name))
                .map(|member| Cow::Borrowed(&*member.name))
                .collect(),
            Subject::Name(..) => Vec::new(),
        };
        let misspelt = required::misspelt(name, &there).map(excerpt);
        let said = required::said(name, misspelt.as_deref());
        Failure::said(self.keyword, self.subject.span(), said)
    }

    /// The names that the schema object of the failed keyword has `properties` for.
    fn sibling_properties(&self) -> Vec<&str> {
        let properties = self.schema.and_then(|schema| {
            let (parent, _) = split_last(self.schema_location)?;
            schema.member(schema.find(parent)?, "properties")
        });
        let names = properties
            .map(|properties| members(&properties.node))
            .unwrap_or_default();
        names.iter().map(|member| &*member.name).collect()
    }

    fn additional_properties(&self, unexpected: &[String]) -> Vec<Failure> {
        let known = self.sibling_properties();
        let failure = |name: &String| {
            let said = additional_properties::said(name, known.iter().copied());
            Failure::said("additionalProperties", self.name_span(name), said)
        };
        unexpected.iter().map(failure).collect()
    }

    fn name_span(&self, name: &str) -> Range<usize> {
        let member = match self.subject {
            Subject::Value(node) => self.document.member(node, name),
            Subject::Name(..) => None,
        };
        member.map_or_else(|| self.subject.span(), |member| member.name_span.clone())
    }

    fn unevaluated_properties(&self, unexpected: &[String]) -> Vec<Failure> {
        let failure = |name: &String| {
            let message = Text::quoting(
                format!("the member {} is not allowed here", excerpt(name)),
                "a member is not allowed here",
            );
            Failure::new(self.keyword, self.name_span(name), message).with_help("remove it")
        };
        unexpected.iter().map(failure).collect()
    }

    fn items(&self) -> &[Node<'_>] {
        match &self.subject {
            Subject::Value(Node {
                value: Value::Array(items),
                ..
            }) => items,
            _ => &[],
        }
    }

    fn additional_items(&self, limit: usize) -> Vec<Failure> {
        let items = self.items().iter().enumerate().skip(limit);
        items
            .map(|(at, item)| self.item_not_allowed(at, item))
            .collect()
    }

    /// An item is known by the place where it begins.
    fn unevaluated_items(&self, unexpected: &[String]) -> Vec<Failure> {
        let starts: Vec<usize> = unexpected
            .iter()
            .filter_map(|start| start.parse().ok())
            .collect();
        let items = self.items().iter().enumerate();
        items
            .filter(|(_, item)| starts.binary_search(&item.span.start).is_ok())
            .map(|(at, item)| self.item_not_allowed(at, item))
            .collect()
    }

    fn item_not_allowed(&self, at: usize, item: &Node<'_>) -> Failure {
        let message = format!("item {} is not allowed here", at + 1);
        Failure::new(self.keyword, item.span.clone(), message).with_help("remove it")
    }

    fn member_count(&self, relation: &str, limit: u64, verdict: &str) -> Failure {
        let members = match self.subject.length() {
            1 => "1 member".to_owned(),
            count => format!("{count} members"),
        };
        self.say(format!("{members}, {relation} {limit} {verdict}"))
    }

    fn unique_items(&self) -> Failure {
        let mut seen = HashMap::new();
        let twins = self
            .items()
            .iter()
            .enumerate()
            .find_map(|(at, item)| seen.insert(canonical(item), at).map(|first| (first, at)));
        match twins {
            Some((one, other)) => unique_items::failure(one, other, self.subject.span()),
            None => self.say("two items are equal"),
        }
    }

    fn no_branch(&self, count: usize) -> Failure {
        self.say(format!("the value fits none of the {count} alternatives"))
    }

    fn several_branches<E>(&self, branches: &[Vec<E>]) -> Failure {
        let fitting = branches
            .iter()
            .enumerate()
            .filter(|(_, errors)| errors.is_empty());
        let fitting: Vec<String> = fitting.map(|(at, _)| (at + 1).to_string()).collect();
        let fitting = fitting.join(" and ");
        self.say(format!(
            "the value fits alternatives {fitting}, exactly one is allowed"
        ))
    }
}

fn types(kind: &TypeKind) -> TypeSet {
    let name = |json_type: jsonschema::JsonType| JsonType::from_name(json_type.as_str());
    match kind {
        TypeKind::Single(json_type) => name(*json_type).map(TypeSet::from).unwrap_or_default(),
        TypeKind::Multiple(types) => types
            .iter()
            .filter_map(name)
            .fold(TypeSet::NONE, TypeSet::with),
    }
}

/// Failures that need nothing of the document to be told.
fn plain_words(kind: &Kind, keyword: &str) -> String {
    let words = match (kind, keyword) {
        (Kind::Not { .. }, _) => "the value is one of those that the schema excludes",
        (Kind::Contains, "minContains") => "too few items fit what the array must contain",
        (Kind::Contains, "maxContains") => "too many items fit what the array must contain",
        (Kind::Contains, _) => "no item fits what the array must contain",
        (Kind::Format { format }, _) => return format!("the string is not of the format {format}"),
        (Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. }, _) => {
            "matching the pattern took too many steps"
        }
        (Kind::Referencing(error), _) => return format!("the reference leads nowhere: {error}"),
        _ => return format!("the value does not fit `{keyword}`"),
    };
    words.to_owned()
}
