//! `oneOf` (Core 2020-12 §10.2.1.3).

use crate::reader::{Choice, Mode, Reader, Stop};
use crate::report::{Failure, ValidationError};
use std::ops::Range;

#[cold]
pub(crate) fn none(span: Range<usize>, branches: Vec<ValidationError>) -> Failure {
    Failure::new(
        "oneOf",
        span,
        "the value is none of the allowed alternatives",
    )
    .with_help("see what each alternative has against it, and satisfy one")
    .with_branches(branches)
}

/// Two branches hold, by their indexes.
#[cold]
pub(crate) fn several(span: Range<usize>, first: usize, second: usize) -> Failure {
    let message = format!(
        "the value is two of the alternatives of which it must be one: {first} and {second}"
    );
    Failure::new("oneOf", span, message).with_help(
        "alternatives are counted from 0; change the value so that one of the two is not satisfied",
    )
}

impl<M: Mode> Reader<'_, M> {
    /// The one of the alternatives that allows the value at hand, which stays at hand; `None` where
    /// there is none or more than one, which is reported.
    pub(crate) fn one_of(&mut self, choice: &Choice) -> Result<Option<usize>, Stop> {
        let mark = self.evaluated_so_far();
        let mut found = None;
        for index in self.candidates(choice) {
            if self.holds(choice.check(index))? {
                if let Some(first) = found {
                    self.forget_evaluated(mark);
                    let span = self.span_at_hand()?;
                    self.sink().fail(|| several(span, first, index))?;
                    return Ok(None);
                }
                found = Some(index);
            }
        }
        if found.is_none() {
            self.no_branch(none, choice.checks())?;
        }
        Ok(found)
    }
}
