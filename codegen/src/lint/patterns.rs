//! Patterns that are none, in schemas that nothing refers to: no engine is built for those, and the
//! meta-schema only notes what they should be.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics, Place};
use crate::pattern::{Pattern, Refused};
use crate::schema::Spanned;
use tollgate_core::report::escape_pointer;

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    if let Some(pattern) = &subject.keywords.pattern {
        check_one(subject, pattern, "/pattern", diagnostics);
    }
    for (pattern, _) in &subject.keywords.pattern_properties {
        let step = format!("/patternProperties/{}", escape_pointer(&pattern.value));
        check_one(subject, pattern, &step, diagnostics);
    }
}

/// What is an error already, because the schema is reached, is not said again.
fn check_one(
    subject: &Subject<'_>,
    pattern: &Spanned<String>,
    step: &str,
    diagnostics: &mut Diagnostics<'_>,
) {
    if jsonschema_regex::is_valid_ecma_regex(&pattern.value) {
        return;
    }
    let Err(Refused::Unsupported(reason)) = Pattern::compile(&pattern.value, true) else {
        return;
    };
    let own = &subject.schema.place;
    let place = Place {
        document: own.document,
        span: pattern.span.clone(),
        location: format!("{}{step}", own.location),
    };
    diagnostics.lint(Code::BrokenPattern, &place, reason);
}
