//! The engine of linear time: automata whose states are made when a text first leads to them.

use super::alphabet::Alphabet;
use super::steps::{Step, network};
use regex_automata::Input;
use regex_automata::hybrid::dfa::{Cache, Config, DFA};
use regex_automata::nfa::thompson::NFA;
use regex_automata::util::pool::Pool;
use std::borrow::Borrow;
use std::error::Error;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// A question may take so many bytes before there is any state.
const MEMORY: usize = 10 << 20;

/// An engine for a pattern.
#[derive(Debug)]
pub struct Linear {
    alphabet: Alphabet,
    questions: Vec<(Regex, bool)>,
}

impl Linear {
    /// The engine for a pattern that is several questions, each with whether it is to match. The
    /// kinds of characters are as `alphabet` writes them.
    pub fn new(alphabet: &str, questions: Vec<(Regex, bool)>) -> Self {
        let alphabet = Alphabet::read(alphabet);
        Self {
            alphabet,
            questions,
        }
    }

    /// Whether the pattern matches anywhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        let kinds = self.alphabet.kinds(text);
        let mut questions = self.questions.iter();
        questions.all(|(engine, wanted)| engine.is_match(&kinds) == *wanted)
    }
}

/// An engine for one question about a text.
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
    /// An engine for what `steps` make, which reads kinds of characters.
    ///
    /// # Errors
    /// Why there is none: a size beyond its budget.
    pub fn of_steps<K, T>(steps: &[Step<K, T>]) -> Result<Self, String>
    where
        K: Borrow<[(u16, u16)]>,
        T: Borrow<str>,
    {
        Self::new(network(steps, MEMORY).map_err(|error| reason(&*error))?)
    }

    /// An engine that makes the states of an automaton.
    pub(crate) fn new(network: NFA) -> Result<Self, String> {
        let automaton = DFA::builder()
            .configure(Config::new().skip_cache_capacity_check(true))
            .build_from_nfa(network);
        let automaton = Arc::new(automaton.map_err(|error| reason(&error))?);
        let made = Arc::clone(&automaton);
        let make: MakeCache = Box::new(move || made.create_cache());
        Ok(Self {
            automaton,
            states: Pool::new(make),
        })
    }

    /// Whether it matches anywhere in `text`.
    pub(crate) fn is_match(&self, text: &[u8]) -> bool {
        let input = Input::new(text).earliest(true);
        let found = self
            .automaton
            .try_search_fwd(&mut self.states.get(), &input);
        // It fails where it is told to give up, or to quit at some byte, and it is told neither.
        found.is_ok_and(|found| found.is_some())
    }
}

/// What the innermost part says that failed.
pub(crate) fn reason(error: &dyn Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
