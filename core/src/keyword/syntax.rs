//! `syntax`: the document is not JSON (RFC 8259).

use crate::report::{Failure, visible};
use std::ops::Range;

/// The reader stopped at `at`, where `expected` should stand.
#[cold]
pub(crate) fn failure(text: &str, at: usize, expected: &'static str) -> Failure {
    let rest = text.get(at..).unwrap_or("");
    let Some(found) = rest.chars().next() else {
        let message = format!("the document ends where {expected} should stand");
        return Failure::new("syntax", at..at, message);
    };
    let message = crate::report::Text::quoting(
        format!("expected {expected}, found `{}`", visible(found)),
        format!("expected {expected}"),
    );
    let failure = Failure::new("syntax", at..at + found.len_utf8(), message);
    match help(found, expected) {
        Some(help) => failure.with_help(help),
        None => failure,
    }
}

/// What people mean by the characters that JSON does not know.
fn help(found: char, expected: &str) -> Option<&'static str> {
    match (found, expected) {
        ('\u{feff}', _) => Some("remove the byte order mark"),
        ('\'', _) => Some("JSON strings stand in double quotes"),
        ('/' | '#', _) => Some("JSON has no comments"),
        ('}' | ']', "a value" | "an item after `,`" | "a member name in double quotes") => {
            Some("a comma or a colon before it is too many, or a value is missing")
        }
        ('N' | 'I', "a value" | "a digit") => Some("JSON has no NaN and no infinities"),
        ('u', "a value") => Some("write `null`"),
        ('T' | 'F', "a value") => Some("write `true` or `false` in small letters"),
        ('+', "a value") => Some("JSON numbers have no plus sign"),
        ('.', "a value") => Some("write a zero before the point"),
        _ => None,
    }
}

/// The document is no UTF-8 (RFC 8259 §8.1).
#[cold]
pub(crate) fn not_utf8(valid_up_to: usize, span: Range<usize>) -> Failure {
    let message = format!("the document is not UTF-8 from byte {valid_up_to} on");
    Failure::new("syntax", span, message).with_help("save the document as UTF-8")
}
