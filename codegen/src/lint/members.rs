//! Required members that no object can have.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::pattern::{Form, Pattern};
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
    let patterns = Patterns::new(subject);
    for (index, node) in names.iter().enumerate() {
        let name = node.as_str().unwrap_or_default();
        let Some(why) = why_impossible(subject, &patterns, name) else {
            continue;
        };
        let place = subject.at_value(node, &["required", &index.to_string()]);
        let message = format!("no object passes: {name:?} is required, but {why}");
        diagnostics.lint(Code::ImpossibleMember, &place, message);
    }
}

fn why_impossible(subject: &Subject<'_>, patterns: &Patterns, name: &str) -> Option<&'static str> {
    let keywords = subject.keywords;
    let named = keywords.properties.iter().find(|(other, _)| other == name);
    if named.is_some_and(|(_, schema)| subject.is_never(*schema)) {
        return Some("its schema lets nothing pass");
    }
    let matching = patterns.matching(name)?;
    let by_pattern = |index: &usize| keywords.pattern_properties[*index].1;
    if matching
        .iter()
        .map(by_pattern)
        .any(|schema| subject.is_never(schema))
    {
        return Some("a schema of `patternProperties` for it lets nothing pass");
    }
    let additional = keywords.additional_properties;
    let is_additional = named.is_none() && matching.is_empty();
    (is_additional && additional.is_some_and(|schema| subject.is_never(schema)))
        .then_some("`additionalProperties` is false, and nothing beside it names that member")
}

/// The patterns of `patternProperties`; `None` for one that nothing is said of.
struct Patterns(Vec<Option<Pattern>>);

impl Patterns {
    fn new(subject: &Subject<'_>) -> Self {
        let patterns = subject.keywords.pattern_properties.iter();
        let compiled = patterns.map(|(pattern, _)| certain(&pattern.value));
        Self(compiled.collect())
    }

    /// Which of them match a name, if that can be told of all.
    fn matching(&self, name: &str) -> Option<Vec<usize>> {
        let mut matching = Vec::new();
        for (index, pattern) in self.0.iter().enumerate() {
            if pattern.as_ref()?.is_match(name) {
                matching.push(index);
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
        Form::Runs(_) | Form::Regex(_) | Form::Parts(_) => Some(pattern),
    }
}
