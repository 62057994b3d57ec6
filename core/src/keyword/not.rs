//! `not` (Core 2020-12 §10.2.1.4).

use crate::reader::{Check, Mode, Reader, Stop};
use crate::report::Failure;
use std::ops::Range;

#[cold]
pub(crate) fn failure(span: Range<usize>) -> Failure {
    Failure::new("not", span, "the value is what it must not be")
        .with_help("change the value so that the schema under `not` does not allow it")
}

impl<M: Mode> Reader<'_, M> {
    /// Checks that `check` does not allow the value at hand, which stays at hand.
    #[inline]
    pub fn not(&mut self, check: &Check) -> Result<(), Stop> {
        let mark = self.evaluated_so_far();
        let holds = self.holds(check)?;
        // Nothing is evaluated by a schema that must not hold.
        self.forget_evaluated(mark);
        if !holds {
            return Ok(());
        }
        let span = self.span_at_hand()?;
        self.sink().fail(|| failure(span))
    }
}
