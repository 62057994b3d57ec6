//! Names that are one letter away from a keyword.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::dialect::{Dialect, Draft, Keyword, Vocabularies};
use tollgate_core::tree::{Member, Value};

/// Shorter names are near to too much else.
const SHORTEST: usize = 5;

/// What others use as annotations, although it is near to a keyword.
const IN_USE: [&str; 4] = ["example", "defaults", "definition", "schema"];

/// The keywords of all drafts that are worth a comparison, each with what its value is.
const KEYWORDS: [(&str, Takes); 48] = {
    use Takes::{Any, Bool, Count, List, Number, Object, Schema, Schemas, Text};
    [
        ("$anchor", Text),
        ("$comment", Text),
        ("$defs", Object),
        ("$dynamicAnchor", Text),
        ("$dynamicRef", Text),
        ("$recursiveAnchor", Any),
        ("$recursiveRef", Text),
        ("$schema", Text),
        ("additionalItems", Schema),
        ("additionalProperties", Schema),
        ("allOf", List),
        ("anyOf", List),
        ("const", Any),
        ("contains", Schema),
        ("contentEncoding", Text),
        ("contentMediaType", Text),
        ("contentSchema", Schema),
        ("default", Any),
        ("definitions", Object),
        ("dependencies", Object),
        ("dependentRequired", Object),
        ("dependentSchemas", Object),
        ("deprecated", Bool),
        ("description", Text),
        ("examples", List),
        ("exclusiveMaximum", Any),
        ("exclusiveMinimum", Any),
        ("format", Text),
        ("items", Schemas),
        ("maxContains", Count),
        ("maxItems", Count),
        ("maxLength", Count),
        ("maxProperties", Count),
        ("maximum", Number),
        ("minContains", Count),
        ("minItems", Count),
        ("minLength", Count),
        ("minProperties", Count),
        ("minimum", Number),
        ("multipleOf", Number),
        ("oneOf", List),
        ("pattern", Text),
        ("patternProperties", Object),
        ("prefixItems", List),
        ("properties", Object),
        ("propertyNames", Schema),
        ("required", List),
        ("title", Text),
    ]
};

/// The values that a keyword takes, as far as they tell it from something else of nearly the same
/// name.
#[derive(Clone, Copy)]
enum Takes {
    Any,
    Bool,
    Count,
    Number,
    Text,
    List,
    Object,
    Schema,
    /// A schema or a list of them.
    Schemas,
}

impl Takes {
    fn fits(self, value: &Value<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Bool => matches!(value, Value::Bool(_)),
            Self::Count | Self::Number => matches!(value, Value::Number(_)),
            Self::Text => matches!(value, Value::String(_)),
            Self::List => matches!(value, Value::Array(_)),
            Self::Object => matches!(value, Value::Object(_)),
            Self::Schema => matches!(value, Value::Object(_) | Value::Bool(_)),
            Self::Schemas => matches!(value, Value::Object(_) | Value::Array(_) | Value::Bool(_)),
        }
    }
}

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    // Who has a meta-schema of his own may have keywords of his own.
    if subject.dialect.vocabularies != Vocabularies::STANDARD {
        return;
    }
    for member in subject.members {
        let Some(meant) = meant(subject.dialect, member) else {
            continue;
        };
        let place = subject.at_name(member);
        let message = format!("`{}` is no keyword", member.name);
        diagnostics
            .lint(Code::MisspeltKeyword, &place, message)
            .with_help(format!("is `{meant}` meant?"));
    }
}

/// The keyword that is one letter away, if it could stand here with this value and does not.
fn meant(dialect: Dialect, member: &Member<'_>) -> Option<&'static str> {
    let name = member.name.as_ref();
    let is_keyword = |draft: Draft| Dialect::of(draft).keyword(name) != Keyword::Unknown;
    if name.len() < SHORTEST || IN_USE.contains(&name) || Draft::ALL.into_iter().any(is_keyword) {
        return None;
    }
    let mut near = KEYWORDS.into_iter().filter(|(keyword, takes)| {
        let is_near = keyword.eq_ignore_ascii_case(name)
            || keyword.len().abs_diff(name.len()) <= 1
                && strsim::damerau_levenshtein(keyword, name) == 1;
        is_near && dialect.keyword(keyword) != Keyword::Unknown && takes.fits(&member.node.value)
    });
    near.next().map(|(keyword, _)| keyword)
}
