//! Patterns that are matched by an engine, which is built at its first use. What makes it is known to the
//! pattern alone, as a function: where no pattern of a program needs an engine, none is linked.

use super::linear::{Regex, compile};
use super::{Effort, Exhausted, Part};
use std::fmt::Debug;
use std::mem::ManuallyDrop;
use std::sync::OnceLock;

/// A pattern in the syntax of its engine.
#[derive(Debug)]
pub(super) struct ByEngine {
    spelling: Spelling,
    make: fn(&Spelling) -> Box<dyn Engine>,
    /// Nothing drops a static, but what could would be compiled with every program.
    made: ManuallyDrop<OnceLock<Box<dyn Engine>>>,
}

#[derive(Debug)]
pub(super) enum Spelling {
    One(&'static str),
    Parts(&'static [Part]),
}

/// What matches a pattern.
pub(super) trait Engine: Debug + Send + Sync {
    /// Whether a text matches, at a cost that the document can still bear.
    fn is_match(&self, text: &str, effort: &mut Effort) -> Result<bool, Exhausted>;
}

impl ByEngine {
    pub(super) const fn new(spelling: Spelling, make: fn(&Spelling) -> Box<dyn Engine>) -> Self {
        Self {
            spelling,
            make,
            made: ManuallyDrop::new(OnceLock::new()),
        }
    }

    pub(super) fn is_match(&self, text: &str, effort: &mut Effort) -> Result<bool, Exhausted> {
        let engine = self.made.get_or_init(|| (self.make)(&self.spelling));
        engine.is_match(text, effort)
    }
}

/// Engines of linear time: the parts of the pattern, and whether each is to match.
#[derive(Debug)]
struct Linear(Vec<(Regex, bool)>);

impl Engine for Linear {
    fn is_match(&self, text: &str, _: &mut Effort) -> Result<bool, Exhausted> {
        let mut parts = self.0.iter();
        Ok(parts.all(|(engine, wanted)| engine.is_match(text) == *wanted))
    }
}

/// Makes the engine of linear time.
pub(super) fn linear(spelling: &Spelling) -> Box<dyn Engine> {
    let checked =
        |translated| compile(translated).expect("the compiler of the schema tried this pattern");
    Box::new(Linear(match spelling {
        Spelling::One(translated) => vec![(checked(translated), true)],
        Spelling::Parts(parts) => {
            let parts = parts.iter();
            let parts = parts.map(|part| (checked(part.translated), part.wanted));
            parts.collect()
        }
    }))
}

#[cfg(feature = "backtracking")]
impl Engine for super::Backtracking {
    fn is_match(&self, text: &str, effort: &mut Effort) -> Result<bool, Exhausted> {
        self.is_match_within(text, effort)
    }
}

/// Makes the engine that tries several ways.
#[cfg(feature = "backtracking")]
pub(super) fn backtracking(spelling: &Spelling) -> Box<dyn Engine> {
    let Spelling::One(translated) = spelling else {
        unreachable!("a pattern for this engine has no parts")
    };
    let engine = super::compile_backtracking(translated);
    Box::new(engine.expect("the compiler of the schema tried this pattern"))
}
