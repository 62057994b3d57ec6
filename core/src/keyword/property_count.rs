//! `minProperties` and `maxProperties` (Validation 2020-12 §6.5.1, §6.5.2).

use crate::reader::{Object, Reader, Sink, Stop};
use crate::report::Failure;
use std::ops::Range;

#[cold]
pub(crate) fn too_few(count: u64, least: u64, span: Range<usize>) -> Failure {
    let message = format!("{}, at least {least} needed", members(count));
    Failure::new("minProperties", span, message)
}

#[cold]
pub(crate) fn too_many(count: u64, most: u64, span: Range<usize>) -> Failure {
    let message = format!("{}, at most {most} allowed", members(count));
    Failure::new("maxProperties", span, message)
}

fn members(count: u64) -> String {
    if count == 1 {
        "1 member".to_owned()
    } else {
        format!("{count} members")
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that an object had at least `least` members; `count` is how many it had.
    #[inline]
    pub fn min_properties(&mut self, object: &Object, count: u64, least: u64) -> Result<(), Stop> {
        if count >= least {
            return Ok(());
        }
        let span = object.span(self);
        self.sink().fail(|| too_few(count, least, span))
    }

    /// Checks that an object had at most `most` members.
    #[inline]
    pub fn max_properties(&mut self, object: &Object, count: u64, most: u64) -> Result<(), Stop> {
        if count <= most {
            return Ok(());
        }
        let span = object.span(self);
        self.sink().fail(|| too_many(count, most, span))
    }
}
