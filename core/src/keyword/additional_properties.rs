//! `additionalProperties: false` (Core 2020-12 §10.3.2.3).

use super::nearest::nearest;
use crate::report::{Failure, Text, excerpt};
use std::ops::Range;

/// The member `name`, which stands at `span`, is none of the `allowed` ones.
#[cold]
pub(crate) fn failure<'n>(
    name: &str,
    span: Range<usize>,
    allowed: impl IntoIterator<Item = &'n str>,
) -> Failure {
    let message = Text::quoting(
        format!("the member {} is not allowed here", excerpt(name)),
        "a member is not allowed here",
    );
    let failure = Failure::new("additionalProperties", span, message);
    match nearest(name, allowed) {
        Some(meant) => failure.with_help(format!("did you mean \"{meant}\"?")),
        None => failure.with_help("remove it"),
    }
}
