//! `duplicate`: a member name is given twice. Readers differ in which of the two they take
//! (RFC 8259 §4), so neither is.

use crate::report::{Failure, Text, excerpt};
use std::ops::Range;

#[cold]
pub(crate) fn failure(name: &str, span: Range<usize>) -> Failure {
    let message = Text::quoting(
        format!("the member {} is given more than once", excerpt(name)),
        "a member is given more than once",
    );
    Failure::new("duplicate", span, message).with_help("keep one of them")
}
