//! `pattern` (Validation 2020-12 §6.3.3).

use crate::pattern::Pattern;
use crate::reader::{Reader, Sink, Stop, StringToken};
use crate::report::{Failure, Text, excerpt, visible};
use std::ops::Range;

/// Where a text stops to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offence {
    /// At this character, counted from 0.
    Character { index: usize, character: char },
    /// At its end.
    TooShort { missing: u32 },
    /// At a character that would be right, were there not too many.
    TooLong { from: usize },
}

/// The string `given` does not match `pattern`.
#[cold]
pub(crate) fn failure(
    given: &str,
    pattern: &str,
    offence: Option<Offence>,
    span: Range<usize>,
) -> Failure {
    let pattern: String = pattern.chars().map(visible).collect();
    let message = Text::quoting(
        format!("{} does not match the pattern {pattern}", excerpt(given)),
        format!("the string does not match the pattern {pattern}"),
    );
    let failure = Failure::new("pattern", span, message);
    match offence {
        None => failure,
        Some(Offence::Character { index, character }) => failure.with_help(Text::quoting(
            format!(
                "`{}` is not allowed as character {}",
                visible(character),
                index + 1
            ),
            "a character is not allowed there",
        )),
        Some(Offence::TooShort { missing: 1 }) => failure.with_help("one character is missing"),
        Some(Offence::TooShort { missing }) => {
            failure.with_help(format!("at least {missing} characters are missing"))
        }
        Some(Offence::TooLong { from }) => {
            failure.with_help(format!("more than {from} characters are too many"))
        }
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that a string matches `pattern`.
    #[inline]
    pub fn pattern(&mut self, given: &StringToken<'_>, pattern: &Pattern) -> Result<(), Stop> {
        if !given.is_escaped() && pattern.is_match(given.raw(), false) {
            return Ok(());
        }
        self.pattern_of_decoded(given, pattern)
    }

    #[cold]
    fn pattern_of_decoded(
        &mut self,
        given: &StringToken<'_>,
        pattern: &Pattern,
    ) -> Result<(), Stop> {
        let text = given.text();
        if given.is_escaped() && pattern.is_match(&text, true) {
            return Ok(());
        }
        let span = given.span();
        self.sink()
            .fail(|| failure(&text, pattern.source(), pattern.offence(&text), span))
    }
}
