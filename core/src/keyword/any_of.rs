//! `anyOf` (Core 2020-12 §10.2.1.2).

use crate::reader::{Check, Choice, Mode, Reader, Stop};
use crate::report::{Failure, ValidationError};
use std::ops::Range;

#[cold]
pub(crate) fn failure(span: Range<usize>, branches: Vec<ValidationError>) -> Failure {
    Failure::new(
        "anyOf",
        span,
        "the value is none of the allowed alternatives",
    )
    .with_help("see what each alternative has against it, and satisfy one")
    .with_branches(branches)
}

impl<M: Mode> Reader<'_, M> {
    /// The first of the alternatives that allows the value at hand, which stays at hand; `None` where
    /// there is none, which is reported.
    pub(crate) fn any_of(&mut self, choice: &Choice) -> Result<Option<usize>, Stop> {
        let mut first = None;
        for index in self.candidates(choice) {
            if self.holds(choice.check(index))? {
                first = first.or(Some(index));
                // All alternatives that hold say what is evaluated.
                if !self.is_asked() {
                    return Ok(first);
                }
            }
        }
        if first.is_none() {
            self.no_branch(failure, choice.checks())?;
        }
        Ok(first)
    }

    /// Reports that none of `branches` allows the value at hand.
    #[cold]
    pub(crate) fn no_branch(
        &mut self,
        failure: fn(Range<usize>, Vec<ValidationError>) -> Failure,
        branches: &[Check],
    ) -> Result<(), Stop> {
        let span = self.span_at_hand()?;
        let failures = M::failures(self, branches)?;
        self.sink().fail(|| failure(span, failures))
    }

    /// Where the value at hand stands; looked for only where failures are kept.
    #[inline]
    pub(crate) fn span_at_hand(&mut self) -> Result<Range<usize>, Stop> {
        self.peek();
        if M::KEEPS_FAILURES {
            self.extent()
        } else {
            Ok(self.position()..self.position())
        }
    }
}
