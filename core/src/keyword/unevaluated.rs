//! `unevaluatedProperties: false` and `unevaluatedItems: false` (Core 2020-12 §11), and
//! `additionalItems: false` (Core 2019-09 §9.3.1.2), which forbids items alike.

use crate::report::{Failure, Text, excerpt};
use std::ops::Range;

#[cold]
pub(crate) fn member(name: &str, span: Range<usize>) -> Failure {
    let message = Text::quoting(
        format!("the member {} is not allowed here", excerpt(name)),
        "a member is not allowed here",
    );
    Failure::new("unevaluatedProperties", span, message)
        .with_help("no part of the schema that applies here knows it: remove it")
}

#[cold]
pub(crate) fn item(keyword: &'static str, index: usize, span: Range<usize>) -> Failure {
    Failure::new(
        keyword,
        span,
        format!("the item {index} is not allowed here"),
    )
    .with_help("remove it")
}
