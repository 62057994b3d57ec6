//! Keywords that count only beside another one, or not beside a `$ref`.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::dialect::{Draft, Keyword};
use tollgate_core::tree::Value;

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    for (keyword, partner) in [
        ("then", "if"),
        ("else", "if"),
        ("minContains", "contains"),
        ("maxContains", "contains"),
    ] {
        if subject.keyword(partner).is_none() {
            let message = format!("`{keyword}` is ignored without `{partner}` beside it");
            report(subject, keyword, message, diagnostics);
        }
    }
    let items = subject.keyword("items").map(|member| &member.node.value);
    if !matches!(items, Some(Value::Array(_))) {
        let message = "`additionalItems` is ignored where `items` is no list".to_owned();
        report(subject, "additionalItems", message, diagnostics);
    }
    // Since 2019-09 a condition can matter for what it evaluates.
    let is_for_nothing = subject.dialect.draft <= Draft::Draft7 || !subject.whole.has_unevaluated;
    if is_for_nothing && subject.keyword("then").is_none() && subject.keyword("else").is_none() {
        let message = "`if` changes nothing without `then` or `else` beside it".to_owned();
        report(subject, "if", message, diagnostics);
    }
}

fn report(
    subject: &Subject<'_>,
    keyword: &str,
    message: String,
    diagnostics: &mut Diagnostics<'_>,
) {
    if let Some(member) = subject.keyword(keyword) {
        let place = subject.at_name(member);
        diagnostics.lint(Code::KeywordWithoutPartner, &place, message);
    }
}

/// What only tells people something is often written beside a `$ref`, and does no harm there.
pub(super) fn check_beside_ref(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    for member in subject.members {
        match subject.dialect.keyword(&member.name) {
            Keyword::Applicator(_) | Keyword::Unevaluated(_) | Keyword::Validation(_) => {}
            Keyword::Unknown
            | Keyword::Core(_)
            | Keyword::MetaData(_)
            | Keyword::Format
            | Keyword::Content(_) => continue,
        }
        let (name, draft) = (&member.name, subject.dialect.draft.name());
        let message = format!("`{name}` is ignored: in draft {draft} nothing beside `$ref` counts");
        let place = subject.at_name(member);
        diagnostics
            .lint(Code::IgnoredBesideRef, &place, message)
            .with_help("`\"allOf\": [{\"$ref\": …}]` in the place of the `$ref` makes both count");
    }
}
