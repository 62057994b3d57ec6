//! Grammars of one line, as regular expressions of this crate's own.

use crate::pattern::{Regex, reason};
use regex_automata::nfa::thompson::Compiler;

/// An engine for a pattern in the syntax of `regex-syntax`, which reads UTF-8.
pub(super) fn engine(pattern: &str) -> Regex {
    let engine = Compiler::new().build(pattern);
    let engine = engine.map_err(|error| reason(&error)).and_then(Regex::new);
    engine.expect("a pattern of this crate")
}
