//! Patterns that an engine has to try in several ways: with look-around in the middle, and with
//! back-references.

use super::{Effort, Exhausted};
use fancy_regex::{Regex, RegexBuilder};

/// So often an engine may take a step back: at first,
const QUICK: usize = 1_000;
/// and where that was not enough.
const THOROUGH: usize = 50_000;
/// About so many bytes could be looked at in the time that a step back takes.
const STEP: u64 = 8;
/// A step may also cost one more look at the rest of the text. So longer texts are not tried.
const LONGEST: usize = 16 * 1024;
/// A pattern may become so many instructions.
const INSTRUCTIONS: usize = 100_000;

/// An engine for a pattern.
#[derive(Debug)]
pub struct Backtracking {
    quick: Regex,
    thorough: Regex,
}

impl Backtracking {
    /// Whether `text` matches.
    ///
    /// # Errors
    /// Telling would take too many steps.
    pub fn is_match(&self, text: &str) -> Result<bool, Exhausted> {
        self.is_match_within(text, &mut Effort::of_document(text.len()))
    }

    /// The same, out of what a document may cost.
    pub(super) fn is_match_within(
        &self,
        text: &str,
        effort: &mut Effort,
    ) -> Result<bool, Exhausted> {
        if text.len() > LONGEST {
            return Err(Exhausted);
        }
        let length = text.len() as u64;
        effort.spend(length * length)?;
        if let Ok(matches) = self.quick.is_match(text) {
            return Ok(matches);
        }
        effort.spend(THOROUGH as u64 * STEP)?;
        self.thorough.is_match(text).map_err(|_| Exhausted)
    }
}

/// An engine for a pattern in this engine's syntax.
///
/// # Errors
/// Why there is none: the syntax, or a size beyond the engine's budget.
pub fn compile_backtracking(translated: &str) -> Result<Backtracking, String> {
    let engine = |steps| {
        let mut builder = RegexBuilder::new(translated);
        builder.backtrack_limit(steps).max_prog_size(INSTRUCTIONS);
        builder.build().map_err(|error| error.to_string())
    };
    Ok(Backtracking {
        quick: engine(QUICK)?,
        thorough: engine(THOROUGH)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_around_and_back_references_match() {
        let matches = |pattern: &str, text: &str| {
            let engine = compile_backtracking(pattern).unwrap();
            engine.is_match(text).unwrap()
        };
        assert!(matches(r"(?<!-)b", "ab") && !matches(r"(?<!-)b", "-b"));
        assert!(matches(r"^([a-z])(?:\1)$", "aa") && !matches(r"^([a-z])(?:\1)$", "ab"));
    }

    #[test]
    fn what_takes_too_long_is_given_up() {
        let hostile = compile_backtracking("^(?:a|a(?=a)|aa)*(?=c)d").unwrap();
        assert_eq!(hostile.is_match(&"a".repeat(1_000)), Err(Exhausted));
        let quadratic = compile_backtracking("(?=[^\n]*[0-9])x").unwrap();
        assert_eq!(quadratic.is_match(&"a".repeat(4_000)), Ok(false));
        assert_eq!(quadratic.is_match(&"a".repeat(20_000)), Err(Exhausted));
    }

    /// Short texts always have what they need; of long ones a document may have a few.
    #[test]
    fn a_document_pays_for_all_of_its_texts() {
        let engine = compile_backtracking("x(?=y)").unwrap();
        let matched = |length: usize, count: usize| {
            let text = "x".repeat(length);
            let mut effort = Effort::of_document(length * count);
            let matches = |_: &usize| engine.is_match_within(&text, &mut effort).is_ok();
            (0..count).take_while(matches).count()
        };
        assert_eq!(matched(200, 10_000), 10_000);
        assert!(matched(10_000, 100) < 10);
    }
}
