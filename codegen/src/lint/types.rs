//! Keywords about values of a type that `type`, `enum` or `const` beside them does not allow. They
//! let values of all other types pass (Validation 2020-12 §3.1).

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::dialect::{Applicator, Dialect, Keyword, Unevaluated, Validation};
use tollgate_core::JsonType;
use tollgate_core::tree::Member;

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    let allowed = subject.allowed();
    // Where nothing can pass, that is said.
    if allowed.is_empty() {
        return;
    }
    for member in subject.members {
        let Some(about) = about(subject.dialect, member) else {
            continue;
        };
        if allowed.may_hold(about) {
            continue;
        }
        let (name, plural) = (&member.name, plural(about));
        let message = format!("`{name}` is about {plural}, but only {allowed} is allowed here");
        let place = subject.at_name(member);
        let found = diagnostics.lint(Code::KeywordOfOtherType, &place, message);
        if subject.keywords.type_.is_some() {
            let about = about.name();
            found.with_help(format!("leave it out, or let `type` allow \"{about}\""));
        }
    }
}

fn plural(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "null",
        JsonType::Boolean => "booleans",
        JsonType::Number | JsonType::Integer => "numbers",
        JsonType::String => "strings",
        JsonType::Array => "arrays",
        JsonType::Object => "objects",
    }
}

/// The type of the values that a keyword is about, if it is about some only.
fn about(dialect: Dialect, member: &Member<'_>) -> Option<JsonType> {
    match dialect.keyword(&member.name) {
        Keyword::Unknown | Keyword::Core(_) | Keyword::MetaData(_) | Keyword::Content(_) => None,
        Keyword::Applicator(keyword) => about_applicator(keyword),
        Keyword::Unevaluated(Unevaluated::Items) => Some(JsonType::Array),
        Keyword::Unevaluated(Unevaluated::Properties) => Some(JsonType::Object),
        Keyword::Validation(keyword) => about_validation(keyword),
        // The formats that drafts describe are about strings; others may be about anything.
        Keyword::Format => {
            let is_known = |name| dialect.knows_format(name);
            member
                .node
                .as_str()
                .is_some_and(is_known)
                .then_some(JsonType::String)
        }
    }
}

fn about_applicator(keyword: Applicator) -> Option<JsonType> {
    match keyword {
        Applicator::AllOf
        | Applicator::AnyOf
        | Applicator::OneOf
        | Applicator::Not
        | Applicator::If
        | Applicator::Then
        | Applicator::Else => None,
        Applicator::PrefixItems
        | Applicator::Items
        | Applicator::ItemsOrList
        | Applicator::AdditionalItems
        | Applicator::Contains => Some(JsonType::Array),
        Applicator::DependentSchemas
        | Applicator::Dependencies
        | Applicator::Properties
        | Applicator::PatternProperties
        | Applicator::AdditionalProperties
        | Applicator::PropertyNames => Some(JsonType::Object),
    }
}

fn about_validation(keyword: Validation) -> Option<JsonType> {
    match keyword {
        Validation::Type | Validation::Enum | Validation::Const => None,
        Validation::Pattern | Validation::MinLength | Validation::MaxLength => {
            Some(JsonType::String)
        }
        Validation::Minimum
        | Validation::Maximum
        | Validation::ExclusiveMinimum
        | Validation::ExclusiveMaximum
        | Validation::MinimumIsExclusive
        | Validation::MaximumIsExclusive
        | Validation::MultipleOf => Some(JsonType::Number),
        Validation::MinItems
        | Validation::MaxItems
        | Validation::UniqueItems
        | Validation::MinContains
        | Validation::MaxContains => Some(JsonType::Array),
        Validation::Required
        | Validation::MinProperties
        | Validation::MaxProperties
        | Validation::DependentRequired => Some(JsonType::Object),
    }
}
