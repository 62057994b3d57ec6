//! `false`: the boolean schema that allows nothing (Core 2020-12 §4.3.2).

use crate::reader::{Reader, Sink, Stop};
use crate::report::Failure;
use std::ops::Range;

#[cold]
pub(crate) fn failure(span: Range<usize>) -> Failure {
    Failure::new("false", span, "no value is allowed here").with_help("remove the value")
}

impl<S: Sink> Reader<'_, S> {
    /// Reports the value at hand, whatever it is, and skips it.
    pub fn nothing(&mut self) -> Result<(), Stop> {
        S::nothing(self)
    }

    pub(crate) fn nothing_here(&mut self) -> Result<(), Stop> {
        self.peek();
        let start = self.position();
        self.skip()?;
        let span = start..self.position();
        self.sink().fail(|| failure(span))
    }
}
