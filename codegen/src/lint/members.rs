//! Required members that no object can have.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::pattern::{Form, Pattern};
use crate::schema::SchemaId;
use std::collections::BTreeMap;
use tollgate_core::JsonType;
use tollgate_core::tree::Value;

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    let Some(Value::Array(names)) = subject.keyword("required").map(|member| &member.node.value)
    else {
        return;
    };
    if !subject.allows(JsonType::Object) {
        return;
    }
    let named = Named::by(subject);
    for (index, node) in names.iter().enumerate() {
        let name = node.as_str().unwrap_or_default();
        let Some(why) = named.why_impossible(name) else {
            continue;
        };
        let place = subject.at_value(node, &["required", &index.to_string()]);
        let message = format!("no object passes: {name:?} is required, but {why}");
        diagnostics.lint(Code::ImpossibleMember, &place, message);
    }
}

/// The members that a schema names.
struct Named<'s> {
    subject: &'s Subject<'s>,
    properties: BTreeMap<&'s str, SchemaId>,
    /// Of `patternProperties`; `None` for a pattern that nothing is said of.
    patterns: Vec<(Option<Pattern>, SchemaId)>,
}

impl<'s> Named<'s> {
    fn by(subject: &'s Subject<'s>) -> Self {
        let properties = subject.keywords.properties.iter();
        let patterns = subject.keywords.pattern_properties.iter();
        Self {
            subject,
            properties: properties
                .map(|(name, schema)| (name.as_str(), *schema))
                .collect(),
            patterns: patterns
                .map(|(pattern, schema)| (certain(&pattern.value), *schema))
                .collect(),
        }
    }

    fn why_impossible(&self, name: &str) -> Option<&'static str> {
        let is_never = |schema: SchemaId| self.subject.is_never(schema);
        let named = self.properties.get(name).copied();
        if named.is_some_and(is_never) {
            return Some("its schema lets nothing pass");
        }
        let matching = self.matching(name)?;
        if matching.iter().copied().any(is_never) {
            return Some("a schema of `patternProperties` for it lets nothing pass");
        }
        let additional = self.subject.keywords.additional_properties;
        let is_additional = named.is_none() && matching.is_empty();
        (is_additional && additional.is_some_and(is_never))
            .then_some("`additionalProperties` is false, and nothing beside it names that member")
    }

    /// The schemas whose patterns match a name, if that can be told of all patterns.
    fn matching(&self, name: &str) -> Option<Vec<SchemaId>> {
        let mut matching = Vec::new();
        for (pattern, schema) in &self.patterns {
            if pattern.as_ref()?.is_match(name) {
                matching.push(*schema);
            }
        }
        Some(matching)
    }
}

/// A pattern that gives an answer in all cases: an engine that tries several ways may give up.
pub(super) fn certain(pattern: &str) -> Option<Pattern> {
    let pattern = Pattern::compile(pattern, false).ok()?;
    match pattern.form {
        Form::Backtracking(_) => None,
        Form::Runs(_) | Form::Automaton(_) | Form::Parts(_) => Some(pattern),
    }
}
