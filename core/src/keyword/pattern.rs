//! `pattern` (Validation 2020-12 §6.3.3).

use super::limit;
use crate::pattern::{Exhausted, Pattern};
use crate::reader::{Reader, Sink, Stop, StringToken};
use crate::report::{Failure, Said, Text, cut, excerpt, visible};

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

/// A string does not match `pattern`; `given` is an excerpt of it.
#[cold]
pub(crate) fn said(given: &str, pattern: &str, offence: Option<Offence>) -> Said {
    let pattern = shown(pattern);
    let message = Text::quoting(
        format!("{given} does not match the pattern {pattern}"),
        format!("the string does not match the pattern {pattern}"),
    );
    let said = Said::new(message);
    match offence {
        None => said,
        Some(Offence::Character { index, character }) => said.with_help(Text::quoting(
            format!(
                "`{}` is not allowed as character {}",
                visible(character),
                index + 1
            ),
            "a character is not allowed there",
        )),
        Some(Offence::TooShort { missing: 1 }) => said.with_help("one character is missing"),
        Some(Offence::TooShort { missing }) => {
            said.with_help(format!("at least {missing} characters are missing"))
        }
        Some(Offence::TooLong { from }) => {
            said.with_help(format!("more than {from} characters are too many"))
        }
    }
}

/// A message shows so many characters of a pattern: some are lists of hundreds of words, which the schema
/// has.
const MOST_SHOWN: usize = 200;

pub(super) fn shown(pattern: &str) -> String {
    cut(pattern, MOST_SHOWN)
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that a string matches `pattern`.
    #[inline]
    pub fn pattern(&mut self, given: &StringToken<'_>, pattern: &Pattern) -> Result<(), Stop> {
        let is_sure = !given.is_escaped() && pattern.surely_matches(given.span().len() - 2);
        if is_sure {
            return Ok(());
        }
        S::matched(self, given, pattern)
    }

    /// The same for what its length does not tell.
    pub(crate) fn matched_here(
        &mut self,
        given: &StringToken<'_>,
        pattern: &Pattern,
    ) -> Result<(), Stop> {
        if self.matches(given, pattern)? {
            return Ok(());
        }
        self.mismatch(given, pattern)
    }

    /// Whether a string matches `pattern`. The walk ends where telling takes too many steps: no
    /// branch may be decided by that.
    #[inline]
    pub(crate) fn matches(
        &mut self,
        given: &StringToken<'_>,
        pattern: &Pattern,
    ) -> Result<bool, Stop> {
        let found = if given.is_escaped() {
            pattern.is_match(&given.text(), true, self.effort())
        } else {
            pattern.is_match(given.raw(), false, self.effort())
        };
        found.or_else(|Exhausted| self.give_up(given, pattern))
    }

    #[cold]
    fn mismatch(&mut self, given: &StringToken<'_>, pattern: &Pattern) -> Result<(), Stop> {
        self.sink().fail(|| {
            let text = given.text();
            let (offence, source) = (pattern.offence(&text), pattern.source());
            let given_text = excerpt(&text);
            let words = move || said(&given_text, source, offence);
            Failure::later("pattern", given.span(), words)
        })
    }

    #[cold]
    fn give_up(&mut self, given: &StringToken<'_>, pattern: &Pattern) -> Result<bool, Stop> {
        let mut failure = || limit::of_pattern(given.span(), pattern.source());
        self.sink().syntax(&mut failure);
        Err(Stop::Fatal)
    }
}

#[cfg(test)]
mod messages {
    use super::{MOST_SHOWN, shown};

    #[test]
    fn a_long_pattern_is_cut() {
        let whole = "é".repeat(MOST_SHOWN);
        assert_eq!(shown(&whole), whole);
        assert_eq!(shown(&format!("{whole}a")), format!("{whole}…"));
    }
}

#[cfg(all(test, feature = "backtracking"))]
mod tests {
    use crate::TypeSet;
    use crate::pattern::Pattern;
    use crate::reader::{Check, Collect, Mode, Reader, Settings, Stop, Verdict};
    use crate::report::Edge;

    fn read<M: Mode>(reader: &mut Reader<'_, M>) -> Result<(), Stop> {
        static HOSTILE: Pattern = Pattern::of_backtracking("…", "^(?:a|a(?=a)|aa)*(?=c)d");
        match reader.string()? {
            Some(given) => reader.pattern(&given, &HOSTILE),
            None => Ok(()),
        }
    }

    /// In a branch too: one that was not judged is neither right nor wrong.
    #[test]
    fn a_pattern_that_takes_too_long_ends_the_walk() {
        static CHECK: Check = Check::new(TypeSet::ALL, Edge::NONE, read, read);
        let text = format!("\"{}\"", "a".repeat(1_000));
        let new = |sink| Reader::new(&text, Settings::DEFAULT, sink);
        for judge in [read, |reader: &mut Reader<'_, Collect>| reader.not(&CHECK)] {
            let mut reader = new(Collect::new("", 9));
            assert_eq!(judge(&mut reader), Err(Stop::Fatal));
            let report = reader.into_sink().into_report(text.as_bytes()).unwrap();
            assert_eq!((report.len(), report[0].keyword()), (1, "limit"));
        }
        let mut reader = Reader::new(&text, Settings::DEFAULT, Verdict);
        assert_eq!(reader.not(&CHECK), Err(Stop::Fatal));
    }
}
