//! Patterns that are matched by an engine, which is made at its first use. What makes it is known to the
//! pattern alone, as a function: where no pattern of a program needs an engine, none is linked.

use super::{Effort, Exhausted, Linear, Part, Regex};
use std::fmt::Debug;
use std::mem::ManuallyDrop;
use std::sync::OnceLock;

/// A pattern, as what its engine is made of.
#[derive(Debug)]
pub(super) struct ByEngine<P> {
    pattern: P,
    make: fn(&P) -> Box<dyn Engine>,
    /// Nothing drops a static, but what could would be compiled with every program.
    made: ManuallyDrop<OnceLock<Box<dyn Engine>>>,
}

/// What matches a pattern.
pub(super) trait Engine: Debug + Send + Sync {
    /// Whether a text matches, at a cost that the document can still bear.
    fn is_match(&self, text: &str, effort: &mut Effort) -> Result<bool, Exhausted>;
}

impl<P> ByEngine<P> {
    pub(super) const fn new(pattern: P, make: fn(&P) -> Box<dyn Engine>) -> Self {
        Self {
            pattern,
            make,
            made: ManuallyDrop::new(OnceLock::new()),
        }
    }

    pub(super) fn is_match(&self, text: &str, effort: &mut Effort) -> Result<bool, Exhausted> {
        let engine = self.made.get_or_init(|| (self.make)(&self.pattern));
        engine.is_match(text, effort)
    }
}

/// The parts of a pattern of linear time.
#[derive(Debug)]
pub(super) struct Parts {
    /// How the characters beyond ASCII are told apart.
    pub(super) alphabet: &'static str,
    pub(super) parts: &'static [Part],
}

impl Engine for Linear {
    fn is_match(&self, text: &str, _: &mut Effort) -> Result<bool, Exhausted> {
        Ok(self.is_match(text))
    }
}

/// Makes the engine of linear time.
pub(super) fn linear(pattern: &Parts) -> Box<dyn Engine> {
    let question = |part: &Part| {
        let engine = Regex::of_steps(part.steps);
        let engine = engine.expect("the compiler of the schema tried this pattern");
        (engine, part.wanted)
    };
    let questions = pattern.parts.iter().map(question).collect();
    Box::new(Linear::new(pattern.alphabet, questions))
}

#[cfg(feature = "backtracking")]
impl Engine for super::Backtracking {
    fn is_match(&self, text: &str, effort: &mut Effort) -> Result<bool, Exhausted> {
        self.is_match_within(text, effort)
    }
}

/// Makes the engine that tries several ways.
#[cfg(feature = "backtracking")]
pub(super) fn backtracking(translated: &&'static str) -> Box<dyn Engine> {
    let engine = super::compile_backtracking(translated);
    Box::new(engine.expect("the compiler of the schema tried this pattern"))
}
