//! `range`: the schema allows the number, but the chosen Rust type cannot hold it.

use crate::report::{Failure, Text};
use std::ops::Range;

#[cold]
pub(crate) fn failure(text: &str, type_name: &str, span: Range<usize>) -> Failure {
    let short: String = text.chars().take(40).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    let message = Text::quoting(
        format!("{short}{dots} cannot be held exactly by `{type_name}`"),
        format!("the number cannot be held exactly by `{type_name}`"),
    );
    Failure::new("range", span, message)
        .with_help("the schema allows this number; generate the type with a wider number type")
}
