//! `required` (Validation 2020-12 §6.5.3).

use super::nearest::nearest;
use crate::report::{Failure, Said, Text, excerpt};
use std::borrow::Cow;
use std::ops::Range;

/// The member `name` is absent from the object at `span`, which has the members `unknown` that
/// the schema does not name.
#[cold]
pub(crate) fn failure(name: &'static str, unknown: &[Cow<'_, str>], span: Range<usize>) -> Failure {
    let misspelt = misspelt(name, unknown).map(excerpt);
    Failure::later("required", span, move || said(name, misspelt.as_deref()))
}

/// The member that is there and probably meant to be `name`.
pub(crate) fn misspelt<'n>(name: &str, unknown: &'n [Cow<'_, str>]) -> Option<&'n str> {
    nearest(name, unknown.iter().map(AsRef::as_ref))
}

/// What is said of the missing member `name`; `misspelt` is an excerpt of the name that is there
/// instead.
pub(crate) fn said(name: &str, misspelt: Option<&str>) -> Said {
    let said = Said::new(format!("the member \"{name}\" is missing"));
    match misspelt {
        Some(there) => said.with_help(Text::quoting(
            format!("there is {there}: is it \"{name}\" misspelt?"),
            format!("add it; a member that is there may be \"{name}\" misspelt"),
        )),
        None => said.with_help(format!("add \"{name}\" to this object")),
    }
}
