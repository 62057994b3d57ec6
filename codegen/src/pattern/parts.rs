//! Patterns as questions for the engine of linear time.

use super::Step;
use super::alphabet::Alphabet;
use super::characters::{characters, ranges};
use regex_syntax::hir::{Hir, HirKind, Look};
use tollgate_core::pattern::{Linear, Regex};

/// The questions that a pattern is, over kinds of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The kinds of the characters beyond ASCII.
    pub(crate) alphabet: String,
    pub(crate) parts: Vec<Part>,
}

/// A question about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) steps: Vec<Step>,
    /// Whether it is to match.
    pub(crate) wanted: bool,
}

impl Parts {
    /// The questions whether each of several patterns matches, or does not, as it is wanted of each.
    ///
    /// # Errors
    /// Why no engine takes them.
    pub(super) fn of(alphabet: &Alphabet, patterns: &[(Hir, bool)]) -> Result<Self, String> {
        let part = |(pattern, wanted): &(Hir, bool)| {
            let mut steps = Vec::new();
            push(pattern, alphabet, &mut steps)?;
            Regex::of_steps(&steps)?;
            Ok(Part {
                steps,
                wanted: *wanted,
            })
        };
        Ok(Self {
            alphabet: alphabet.written(),
            parts: patterns.iter().map(part).collect::<Result<_, String>>()?,
        })
    }

    /// The engine that the generated code will have.
    pub(super) fn engine(&self) -> Linear {
        let question = |part: &Part| {
            let engine = Regex::of_steps(&part.steps);
            let engine = engine.expect("it was tried when the parts were made");
            (engine, part.wanted)
        };
        Linear::new(&self.alphabet, self.parts.iter().map(question).collect())
    }
}

/// Adds the steps that make a pattern.
fn push(pattern: &Hir, alphabet: &Alphabet, steps: &mut Vec<Step>) -> Result<(), String> {
    let mut each = |parts: &[Hir]| {
        let mut parts = parts.iter();
        parts.try_for_each(|part| push(part, alphabet, steps))
    };
    let step = match pattern.kind() {
        HirKind::Empty => Step::Join(0),
        HirKind::Literal(literal) => match characters(literal)? {
            text if text.is_ascii() => Step::Text(text.to_owned()),
            text => {
                let class = |one| Step::Kinds(alphabet.class(&[(one, one)]));
                steps.extend(text.chars().map(class));
                Step::Join(text.chars().count())
            }
        },
        HirKind::Class(class) => Step::Kinds(alphabet.class(&ranges(class)?)),
        HirKind::Look(Look::Start) => Step::Start,
        HirKind::Look(Look::End) => Step::End,
        HirKind::Look(Look::WordAscii) => Step::Boundary,
        HirKind::Look(Look::WordAsciiNegate) => Step::NoBoundary,
        HirKind::Look(look) => return Err(format!("the boundary {look:?}")),
        HirKind::Repetition(repetition) => {
            push(&repetition.sub, alphabet, steps)?;
            Step::Repeat(repetition.min, repetition.max.unwrap_or(u32::MAX))
        }
        HirKind::Capture(capture) => return push(&capture.sub, alphabet, steps),
        HirKind::Concat(parts) => {
            each(parts)?;
            Step::Join(parts.len())
        }
        HirKind::Alternation(parts) => {
            each(parts)?;
            Step::Either(parts.len())
        }
    };
    steps.push(step);
    Ok(())
}
