//! Patterns of strings, in the meaning of ECMA-262, that take linear time; with the feature
//! `backtracking` also such as may take more, up to a limit.

mod alphabet;
mod automaton;
#[cfg(feature = "backtracking")]
mod backtracking;
mod engine;
mod linear;
mod runs;
mod steps;

pub use alphabet::{KINDS, spelling};
pub use automaton::Automaton;
#[cfg(feature = "backtracking")]
pub use backtracking::{Backtracking, compile_backtracking};
#[cfg(feature = "formats")]
pub(crate) use linear::reason;
pub use linear::{Linear, Regex};
pub use steps::{Step, network};

use crate::keyword::pattern::Offence;
use engine::{ByEngine, Parts};
use runs::{Ranges, ascii_fits, fits, offence_in_runs};

/// A pattern that a schema asks for.
#[derive(Debug)]
pub struct Pattern {
    /// As the schema spells it.
    source: &'static str,
    /// How many bytes a string without escapes has at least and at most that surely matches, whatever
    /// its characters are: no number where there is no such string.
    surely: [usize; 2],
    matcher: Matcher,
}

/// For patterns that speak of characters.
const NONE_SURELY: [usize; 2] = [1, 0];

#[derive(Debug)]
enum Matcher {
    /// The whole text is a sequence of repeated characters.
    Runs {
        runs: &'static [Run],
        /// Those of the first few.
        ranges: [Ranges; 3],
        any_plain: bool,
    },
    /// A table tells.
    Automaton(&'static Automaton),
    /// An engine of linear time tells.
    Linear(ByEngine<Parts>),
    /// An engine tells that tries several ways.
    #[cfg(feature = "backtracking")]
    Backtracking(ByEngine<&'static str>),
}

/// A part of a pattern: a question about the whole text.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// What makes it.
    pub steps: &'static [Step],
    /// Whether it is to match.
    pub wanted: bool,
}

/// Matching would take more steps than a document may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exhausted;

/// What the patterns of a document may still cost, of those that do not take linear time: about
/// so many bytes looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    #[cfg(feature = "backtracking")]
    left: u64,
}

#[cfg(feature = "backtracking")]
impl Effort {
    /// The square of the longest text,
    const BASE: u64 = 1 << 28;
    /// and so much for each byte of the document, so that the whole stays linear.
    const PER_BYTE: u64 = 256;

    /// More bytes than that count as so many: one comparison, behind which nothing overflows.
    const LONGEST: u64 = 1 << 48;

    /// What a document of `length` bytes may cost.
    #[inline]
    pub(crate) fn of_document(length: usize) -> Self {
        Self {
            left: Self::BASE + Self::PER_BYTE * (length as u64).min(Self::LONGEST),
        }
    }

    fn spend(&mut self, cost: u64) -> Result<(), Exhausted> {
        self.left = self.left.checked_sub(cost).ok_or(Exhausted)?;
        Ok(())
    }
}

#[cfg(not(feature = "backtracking"))]
impl Effort {
    pub(crate) fn of_document(_: usize) -> Self {
        Self {}
    }
}

/// Between `least` and `most` characters of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The class.
    pub class: Class,
    /// At least so many.
    pub least: u32,
    /// At most so many; `u32::MAX` for no end.
    pub most: u32,
}

/// A class of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class {
    /// A bit for each ASCII character.
    pub ascii: u128,
    /// Ranges of other characters, in order.
    pub others: &'static [(char, char)],
}

/// The ASCII characters that stand in a JSON string as they are: all but control characters, the
/// quote and the backslash.
const PLAIN: u128 = !(0xffff_ffff | 1 << b'"' | 1 << b'\\');

impl Class {
    #[inline]
    fn contains(&self, character: char) -> bool {
        if character.is_ascii() {
            return self.ascii >> (character as u32) & 1 != 0;
        }
        self.others
            .iter()
            .any(|&(first, last)| (first..=last).contains(&character))
    }

    /// Whether every character is in the class that a string without escapes can have.
    const fn contains_all_plain(&self) -> bool {
        let others = matches!(self.others, [('\u{80}', char::MAX)]);
        self.ascii & PLAIN == PLAIN && others
    }
}

impl Pattern {
    /// A pattern over the whole text, made of `runs` of which each ends where the next begins.
    pub const fn of_runs(source: &'static str, runs: &'static [Run]) -> Self {
        let (any_plain, surely) = match runs {
            [run] if run.class.contains_all_plain() => {
                // A character takes between one and four bytes.
                let least = match run.least.checked_sub(1) {
                    Some(others) => (others as usize).saturating_mul(4) + 1,
                    None => 0,
                };
                (true, [least, run.most as usize])
            }
            _ => (false, NONE_SURELY),
        };
        Self {
            source,
            surely,
            matcher: Matcher::Runs {
                runs,
                ranges: Ranges::of_runs(runs),
                any_plain,
            },
        }
    }

    /// A pattern that a table tells.
    pub const fn of_automaton(source: &'static str, automaton: &'static Automaton) -> Self {
        Self {
            source,
            surely: NONE_SURELY,
            matcher: Matcher::Automaton(automaton),
        }
    }

    /// A pattern for the engine, whose parts are all asked. `alphabet` says which characters beyond
    /// ASCII are told apart.
    pub const fn of_parts(
        source: &'static str,
        alphabet: &'static str,
        parts: &'static [Part],
    ) -> Self {
        Self {
            source,
            surely: NONE_SURELY,
            matcher: Matcher::Linear(ByEngine::new(Parts { alphabet, parts }, engine::linear)),
        }
    }

    /// A pattern for the engine that tries several ways; `translated` is in that engine's syntax.
    #[cfg(feature = "backtracking")]
    pub const fn of_backtracking(source: &'static str, translated: &'static str) -> Self {
        Self {
            source,
            surely: NONE_SURELY,
            matcher: Matcher::Backtracking(ByEngine::new(translated, engine::backtracking)),
        }
    }

    /// As the schema spells it.
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether every string of so many bytes matches that is written without escapes.
    #[inline]
    pub(crate) fn surely_matches(&self, length: usize) -> bool {
        let [least, most] = self.surely;
        least <= length && length <= most
    }

    /// Whether `text` matches. `escaped` says whether the text came from a string with escapes.
    #[inline]
    pub(crate) fn is_match(
        &self,
        text: &str,
        escaped: bool,
        effort: &mut Effort,
    ) -> Result<bool, Exhausted> {
        Ok(match &self.matcher {
            Matcher::Runs {
                runs: [run],
                any_plain: true,
                ..
            } if !escaped => fits(run, text),
            Matcher::Runs { runs, ranges, .. } => {
                ascii_fits(runs, ranges, text.as_bytes())
                    || !text.is_ascii() && offence_in_runs(runs, text).is_none()
            }
            Matcher::Automaton(automaton) => automaton.is_match(text),
            Matcher::Linear(engine) => return engine.is_match(text, effort),
            #[cfg(feature = "backtracking")]
            Matcher::Backtracking(engine) => return engine.is_match(text, effort),
        })
    }

    /// Where `text` goes wrong, if that can be told.
    pub(crate) fn offence(&self, text: &str) -> Option<Offence> {
        match &self.matcher {
            Matcher::Runs { runs, .. } => offence_in_runs(runs, text),
            Matcher::Automaton(automaton) => automaton.offence(text),
            Matcher::Linear(_) => None,
            #[cfg(feature = "backtracking")]
            Matcher::Backtracking(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: Class = Class {
        ascii: 0x07ff_fffe_07ff_fffe_03ff_0000_0000_0000,
        others: &[],
    };
    const NO_QUOTES: Class = Class {
        ascii: !(1 << b'"' | 1 << b'\\'),
        others: &[('\u{80}', char::MAX)],
    };
    static ID: Pattern = Pattern::of_runs(
        "^[PMT]{3}[A-Za-z0-9]{2}$",
        &[
            Run {
                class: Class {
                    ascii: 1 << 80 | 1 << 77 | 1 << 84,
                    others: &[],
                },
                least: 3,
                most: 3,
            },
            Run {
                class: WORD,
                least: 2,
                most: 2,
            },
        ],
    );
    static NAME: Pattern = Pattern::of_runs(
        "^[^\\\\\"]{1,3}$",
        &[Run {
            class: NO_QUOTES,
            least: 1,
            most: 3,
        }],
    );

    fn matches(pattern: &Pattern, text: &str, escaped: bool) -> Result<bool, Exhausted> {
        pattern.is_match(text, escaped, &mut Effort::of_document(text.len()))
    }

    #[test]
    fn runs_tell_where_a_text_goes_wrong() {
        assert_eq!(ID.offence("PMTa1"), None);
        assert_eq!(
            ID.offence("PMXa1"),
            Some(Offence::Character {
                index: 2,
                character: 'X'
            })
        );
        assert_eq!(
            ID.offence("PMTa-"),
            Some(Offence::Character {
                index: 4,
                character: '-'
            })
        );
        assert_eq!(ID.offence("PMTa"), Some(Offence::TooShort { missing: 1 }));
        assert_eq!(ID.offence("PMTa12"), Some(Offence::TooLong { from: 5 }));
        assert_eq!(
            ID.offence("PMTa1\n"),
            Some(Offence::Character {
                index: 5,
                character: '\n'
            })
        );
    }

    #[test]
    fn the_short_way_counts_characters_too() {
        for escaped in [false, true] {
            assert_eq!(
                matches(&NAME, "\u{1f600}\u{1f600}\u{1f600}", escaped),
                Ok(true)
            );
            assert_eq!(
                matches(&NAME, "\u{1f600}\u{1f600}\u{1f600}a", escaped),
                Ok(false)
            );
            assert_eq!(matches(&NAME, "", escaped), Ok(false));
            assert_eq!(matches(&NAME, "abc", escaped), Ok(true));
            assert_eq!(matches(&NAME, "abcd", escaped), Ok(false));
        }
        assert_eq!(matches(&NAME, "a\"", true), Ok(false));
    }

    #[test]
    fn no_part_of_a_character_is_taken_for_another_one() {
        assert_eq!(matches(&ID, "PMTC1", false), Ok(true));
        // Its bytes are those of `C1`, but for the highest bits.
        assert_eq!(matches(&ID, "PMT\u{f1}", false), Ok(false));
        assert_eq!(matches(&ID, "PMTC\u{f1}", false), Ok(false));
    }

    #[test]
    fn parts_are_all_asked() {
        const WORD: Step = Step::Kinds(&[(b'-' as u16, b'-' as u16), (b'a' as u16, b'z' as u16)]);
        static PARTS: Pattern = Pattern::of_parts(
            "^(?!-)[a-z-]+(?<!-)$",
            "",
            &[
                Part {
                    steps: &[Step::Start, Step::Text("-"), Step::Join(2)],
                    wanted: false,
                },
                Part {
                    steps: &[Step::Text("-"), Step::End, Step::Join(2)],
                    wanted: false,
                },
                Part {
                    steps: &[
                        Step::Start,
                        WORD,
                        Step::Repeat(1, u32::MAX),
                        Step::End,
                        Step::Join(3),
                    ],
                    wanted: true,
                },
            ],
        );
        let texts = ["a-b", "-ab", "ab-", "a1"];
        let found = texts.map(|text| matches(&PARTS, text, false));
        assert_eq!(found, [Ok(true), Ok(false), Ok(false), Ok(false)]);
    }

    #[test]
    fn a_length_tells_only_what_is_so_for_all_characters() {
        static RUNS: [Run; 4] = [run(0, 2), run(1, 3), run(2, 6), run(2, u32::MAX)];
        const fn run(least: u32, most: u32) -> Run {
            Run {
                class: NO_QUOTES,
                least,
                most,
            }
        }
        for run in RUNS.chunks(1) {
            let pattern = Pattern::of_runs("", run);
            let mut told = 0;
            for character in ["a", "é", "€", "𝄞"] {
                for text in (0..12).map(|count| character.repeat(count)) {
                    if pattern.surely_matches(text.len()) {
                        told += 1;
                        let matches = pattern.is_match(&text, false, &mut Effort::of_document(0));
                        assert_eq!(matches, Ok(true), "{text} {run:?}");
                    }
                }
            }
            assert!(told > 0, "{run:?}");
        }
    }
}
