//! `required` (Validation 2020-12 §6.5.3).

use super::nearest::nearest;
use crate::report::{Failure, Text, excerpt};
use std::borrow::Cow;
use std::ops::Range;

/// The member `name` is absent from the object at `span`, which has the members `unknown` that
/// the schema does not name.
#[cold]
pub(crate) fn failure(name: &str, unknown: &[Cow<'_, str>], span: Range<usize>) -> Failure {
    let failure = Failure::new(
        "required",
        span,
        format!("the member \"{name}\" is missing"),
    );
    match nearest(name, unknown.iter().map(AsRef::as_ref)) {
        Some(there) => failure.with_help(Text::quoting(
            format!("there is {}: is it \"{name}\" misspelt?", excerpt(there)),
            format!("add it; a member that is there may be \"{name}\" misspelt"),
        )),
        None => failure.with_help(format!("add \"{name}\" to this object")),
    }
}
