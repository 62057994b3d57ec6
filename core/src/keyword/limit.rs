//! `limit`: judging the document would take more than it may. What the verdict would be is not
//! known then, so there is none.

use super::pattern::shown;
use crate::report::Failure;
use std::ops::Range;

/// The string at `span` is not compared with `pattern` any more.
#[cold]
pub(crate) fn of_pattern(span: Range<usize>, pattern: &str) -> Failure {
    let pattern = shown(pattern);
    let message = format!("comparing the string with the pattern {pattern} takes too many steps");
    Failure::new("limit", span, message)
        .with_help("shorten the string, or write the pattern without look-around")
}
