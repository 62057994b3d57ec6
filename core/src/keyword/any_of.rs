//! `anyOf` (Core 2020-12 §10.2.1.2).

use crate::reader::{Check, Mode, Reader, Stop};
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
    /// The first of `branches` that allows the value at hand, which stays at hand; `None` where
    /// there is none, which is reported.
    pub fn any_of(&mut self, branches: &[Check]) -> Result<Option<usize>, Stop> {
        let mut first = None;
        for (index, branch) in branches.iter().enumerate() {
            if self.holds(branch)? {
                first = first.or(Some(index));
                // All branches that hold say what is evaluated.
                if !self.is_asked() {
                    return Ok(first);
                }
            }
        }
        if first.is_none() {
            self.no_branch(failure, branches)?;
        }
        Ok(first)
    }

    /// The first of `branches` that allows the value at hand, which is read by that branch next; as
    /// reading judges too, a branch without rivals is given unasked.
    #[inline]
    pub fn choose_any_of(&mut self, branches: &[Check]) -> Result<Option<usize>, Stop> {
        match self.only_candidate(branches) {
            None => self.any_of(branches),
            only => Ok(only),
        }
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
    pub(crate) fn span_at_hand(&mut self) -> Result<Range<usize>, Stop> {
        self.peek();
        if M::KEEPS_FAILURES {
            self.extent()
        } else {
            Ok(self.position()..self.position())
        }
    }
}
