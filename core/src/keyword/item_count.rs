//! `minItems` and `maxItems` (Validation 2020-12 §6.4.1, §6.4.2).

use crate::reader::{Array, Reader, Sink, Stop};
use crate::report::Failure;
use std::ops::Range;

#[cold]
pub(crate) fn too_few(count: u64, least: u64, span: Range<usize>) -> Failure {
    Failure::new(
        "minItems",
        span,
        format!("{}, at least {least} needed", items(count)),
    )
}

#[cold]
pub(crate) fn too_many(count: u64, most: u64, span: Range<usize>) -> Failure {
    Failure::new(
        "maxItems",
        span,
        format!("{}, at most {most} allowed", items(count)),
    )
}

fn items(count: u64) -> String {
    if count == 1 {
        "1 item".to_owned()
    } else {
        format!("{count} items")
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that an array had at least `least` items.
    #[inline]
    pub fn min_items(&mut self, array: &Array, least: u64) -> Result<(), Stop> {
        let count = array.count() as u64;
        if count >= least {
            return Ok(());
        }
        let span = array.span(self);
        self.sink().fail(|| too_few(count, least, span))
    }

    /// Checks that an array had at most `most` items.
    #[inline]
    pub fn max_items(&mut self, array: &Array, most: u64) -> Result<(), Stop> {
        let count = array.count() as u64;
        if count <= most {
            return Ok(());
        }
        let span = array.span(self);
        self.sink().fail(|| too_many(count, most, span))
    }
}
