//! The engine of linear time: an automaton whose states are made when a text first leads to them.

use regex_automata::Input;
use regex_automata::hybrid::dfa::{Cache, Config, DFA};
use regex_automata::nfa::thompson;
use regex_automata::util::pool::Pool;
use regex_automata::util::syntax;
use std::error::Error;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// A pattern may take so many bytes before there is any state.
const MEMORY: usize = 10 << 20;

/// An engine for a pattern.
pub struct Regex {
    automaton: Arc<DFA>,
    /// The states that were made, for each thread that looks at a text at the same time.
    states: Pool<Cache, MakeCache>,
}

type MakeCache = Box<dyn Fn() -> Cache + Send + Sync + UnwindSafe + RefUnwindSafe>;

impl fmt::Debug for Regex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Regex").finish_non_exhaustive()
    }
}

impl Regex {
    /// Whether the pattern matches anywhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        let input = Input::new(text).earliest(true);
        let found = self
            .automaton
            .try_search_fwd(&mut self.states.get(), &input);
        // It fails where it is told to give up, or to quit at some byte, and it is told neither.
        found.is_ok_and(|found| found.is_some())
    }
}

/// An engine for a pattern in this engine's syntax.
///
/// # Errors
/// Why there is none: the syntax, or a size beyond the engine's budget.
pub fn compile(translated: &str) -> Result<Regex, String> {
    // Boundaries of ASCII words are allowed between any two bytes; those inside of a character are
    // no matches.
    let automaton = DFA::builder()
        .syntax(syntax::Config::new().utf8(false))
        .thompson(
            thompson::Config::new()
                .utf8(true)
                .nfa_size_limit(Some(MEMORY)),
        )
        .configure(Config::new().skip_cache_capacity_check(true))
        .build(translated);
    let automaton = Arc::new(automaton.map_err(|error| reason(&error))?);
    let made = Arc::clone(&automaton);
    let make: MakeCache = Box::new(move || made.create_cache());
    Ok(Regex {
        automaton,
        states: Pool::new(make),
    })
}

/// What the innermost part says that failed.
fn reason(error: &dyn Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
