//! `contains`, `minContains` and `maxContains` (Core 2020-12 §10.3.1.3; Validation 2020-12 §6.4.4,
//! §6.4.5).

use crate::reader::{Array, Mode, Reader, Stop};
use crate::report::Failure;
use std::ops::Range;

impl<M: Mode> Reader<'_, M> {
    /// Checks that of an array's items at least `least` matched `contains`. `keyword` is `contains`,
    /// or `minContains` where the schema says that.
    #[inline]
    pub fn min_contains(
        &mut self,
        array: &Array,
        keyword: &'static str,
        matched: u64,
        least: u64,
    ) -> Result<(), Stop> {
        if matched >= least {
            return Ok(());
        }
        let span = array.span(self);
        self.sink().fail(|| too_few(keyword, span, matched, least))
    }

    /// Checks that of an array's items at most `most` matched `contains`.
    #[inline]
    pub fn max_contains(&mut self, array: &Array, matched: u64, most: u64) -> Result<(), Stop> {
        if matched <= most {
            return Ok(());
        }
        let span = array.span(self);
        self.sink().fail(|| too_many(span, matched, most))
    }
}

#[cold]
fn too_few(keyword: &'static str, span: Range<usize>, matched: u64, least: u64) -> Failure {
    let message = match (matched, least) {
        (0, 1) => "no item is what one must be".to_owned(),
        _ => format!("{matched} items are what at least {least} must be"),
    };
    Failure::new(keyword, span, message)
}

#[cold]
fn too_many(span: Range<usize>, matched: u64, most: u64) -> Failure {
    let message = format!("{matched} items are what at most {most} may be");
    Failure::new("maxContains", span, message)
}
