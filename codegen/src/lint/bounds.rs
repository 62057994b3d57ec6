//! A least that is above the most.

use super::subject::{Subject, cut};
use crate::diagnostic::{Code, Diagnostics, Place};
use crate::dialect::Draft;
use crate::schema::Spanned;
use std::ops::Range;
use tollgate_core::{JsonType, Number};

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    let keywords = subject.keywords;
    check_numbers(subject, diagnostics);
    for (what, json_type, least, most) in [
        (
            "string",
            JsonType::String,
            count("minLength", keywords.min_length.as_ref()),
            count("maxLength", keywords.max_length.as_ref()),
        ),
        (
            "array",
            JsonType::Array,
            count("minItems", keywords.min_items.as_ref()),
            count("maxItems", keywords.max_items.as_ref()),
        ),
        (
            "array",
            JsonType::Array,
            count("minContains", keywords.min_contains.as_ref()),
            count("maxContains", keywords.max_contains.as_ref()),
        ),
        (
            "object",
            JsonType::Object,
            count("minProperties", keywords.min_properties.as_ref()),
            count("maxProperties", keywords.max_properties.as_ref()),
        ),
    ] {
        if let (Some(least), Some(most)) = (least, most)
            && subject.allows(json_type)
        {
            compare(subject, what, &least, &most, diagnostics);
        }
    }
}

fn check_numbers(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    let keywords = subject.keywords;
    if !subject.allows(JsonType::Number) {
        return;
    }
    let exclusive = |keyword, in_draft_4, bound: &Option<Spanned<String>>| {
        let is_draft_4 = subject.dialect.draft == Draft::Draft4;
        let bound = bound.as_ref()?;
        Some(Bound {
            keyword: if is_draft_4 { in_draft_4 } else { keyword },
            span: bound.span.clone(),
            number: bound.value.clone(),
            is_exclusive: true,
            remark: if is_draft_4 {
                ", which is excluded"
            } else {
                ""
            },
        })
    };
    let least = [
        inclusive("minimum", keywords.minimum.as_ref()),
        exclusive("exclusiveMinimum", "minimum", &keywords.exclusive_minimum),
    ];
    let most = [
        inclusive("maximum", keywords.maximum.as_ref()),
        exclusive("exclusiveMaximum", "maximum", &keywords.exclusive_maximum),
    ];
    for least in least.iter().flatten() {
        for most in most.iter().flatten() {
            compare(subject, "number", least, most, diagnostics);
        }
    }
}

/// A least or a most.
struct Bound {
    keyword: &'static str,
    span: Range<usize>,
    number: String,
    is_exclusive: bool,
    /// What is said of it besides.
    remark: &'static str,
}

fn inclusive(keyword: &'static str, bound: Option<&Spanned<String>>) -> Option<Bound> {
    let bound = bound?;
    Some(Bound {
        keyword,
        span: bound.span.clone(),
        number: bound.value.clone(),
        is_exclusive: false,
        remark: "",
    })
}

fn count(keyword: &'static str, bound: Option<&Spanned<u64>>) -> Option<Bound> {
    let text = bound.map(|bound| Spanned {
        value: bound.value.to_string(),
        span: bound.span.clone(),
    });
    inclusive(keyword, text.as_ref())
}

fn compare(
    subject: &Subject<'_>,
    what: &str,
    least: &Bound,
    most: &Bound,
    diagnostics: &mut Diagnostics<'_>,
) {
    let is_exclusive = least.is_exclusive || most.is_exclusive;
    if !contradict(&least.number, &most.number, is_exclusive) {
        return;
    }
    let place = Place {
        document: subject.schema.place.document,
        span: least.span.clone(),
        location: format!("{}/{}", subject.schema.place.location, least.keyword),
    };
    let message = format!(
        "no {what} passes: `{}` is {}{}, but `{}` is {}{}",
        least.keyword,
        cut(&least.number),
        least.remark,
        most.keyword,
        cut(&most.number),
        most.remark
    );
    diagnostics.lint(Code::ContradictingBounds, &place, message);
}

/// Whether no number is at least `from` and at most `to`; `exclusive` says that one of them is
/// excluded itself.
pub(super) fn contradict(from: &str, to: &str, exclusive: bool) -> bool {
    match (from.parse::<Number>(), to.parse::<Number>()) {
        (Ok(from), Ok(to)) => from > to || exclusive && from == to,
        _ => false,
    }
}
