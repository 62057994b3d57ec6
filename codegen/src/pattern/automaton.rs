//! Patterns as deterministic automata, which the generated code runs by itself: for each state and
//! each class of characters the next state. What would become too large is left to the engine.

use super::alphabet::Alphabet;
use super::characters::contains;
use super::parts::{Part, Parts};
use crate::partition;
use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, Config, DFA};
use regex_automata::util::start;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tollgate_core::pattern::{network, spelling};

/// So many ranges of characters beyond ASCII may be told apart. Tables of letters are shorter as
/// the engine's alphabet.
const RANGES: usize = 128;

/// States that are made before equal ones become one.
const RAW_STATES: usize = 512;
/// States that are left, each of which has a byte for its name,
const STATES: usize = u8::MAX as usize - NAMES as usize - FIRST;
/// and the entries of a table of them.
const ENTRIES: usize = 4096;
/// The name of the first state; those of the most are characters.
const NAMES: u8 = b'0';
/// Memory of the engine that makes the states.
const MEMORY: usize = 1 << 20;

/// The state from which no text matches, and the one from which each does.
const NEVER: usize = 0;
const ALWAYS: usize = 1;
/// The one that begins the walk.
const FIRST: usize = 2;

/// An automaton that tells which texts match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Automaton {
    /// The classes that are told apart from one another and from the characters that none has.
    pub(crate) classes: Vec<Vec<(char, char)>>,
    /// The states, the one that begins the walk first.
    states: Vec<State>,
}

/// A state.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    /// The next state by each symbol: of an automaton, by a character of no class, and by one of
    /// each.
    next: Vec<usize>,
    /// Whether a text matches that ends here.
    end: bool,
}

impl Automaton {
    /// The automaton of those texts that match each of the parts, or do not, as it is wanted of
    /// each.
    pub(super) fn of(alphabet: &Alphabet, parts: &Parts) -> Option<Self> {
        if alphabet.ranges() > RANGES {
            return None;
        }
        let engines = parts.parts.iter().map(Engine::of);
        let mut engines: Vec<_> = engines.collect::<Option<_>>()?;
        let symbols = symbols(alphabet, &engines);
        let states = minimal(&explore(&mut engines, &symbols)?);
        Self::with_classes(alphabet, symbols, &states)
    }

    /// Makes classes of the symbols that no state tells apart.
    fn with_classes(
        alphabet: &Alphabet,
        symbols: Vec<BTreeSet<u16>>,
        states: &[State],
    ) -> Option<Self> {
        let mut columns: BTreeMap<Vec<usize>, BTreeSet<u16>> = BTreeMap::new();
        for (at, kinds) in symbols.into_iter().enumerate() {
            let column = states.iter().map(|state| state.next[at]).collect();
            columns.entry(column).or_default().extend(kinds);
        }
        let mut columns: Vec<_> = columns
            .into_iter()
            .map(|(column, kinds)| (alphabet.characters(&kinds), column))
            .collect();
        // The class that would take the most to write is what no other has.
        columns.sort_by_cached_key(|(class, _)| {
            let others = class.iter().filter(|range| !range.1.is_ascii()).count();
            (Reverse(others), class.clone())
        });
        if states.len() > STATES || states.len() * (columns.len() + 1) > ENTRIES {
            return None;
        }
        let state = |(at, state): (usize, &State)| State {
            next: columns.iter().map(|(_, column)| column[at]).collect(),
            end: state.end,
        };
        Some(Self {
            states: states.iter().enumerate().map(state).collect(),
            classes: columns.into_iter().skip(1).map(|column| column.0).collect(),
        })
    }

    /// Whether a text matches.
    pub(super) fn is_match(&self, text: &str) -> bool {
        let symbol = |character| {
            let class = self
                .classes
                .iter()
                .position(|class| contains(class, character));
            class.map_or(0, |class| class + 1)
        };
        let mut now = FIRST;
        for character in text.chars() {
            match now {
                NEVER => return false,
                ALWAYS => return true,
                _ => now = self.states[now - FIRST].next[symbol(character)],
            }
        }
        now == ALWAYS || (now >= FIRST && self.states[now - FIRST].end)
    }

    /// Whether every text matches.
    pub(super) fn matches_all(&self) -> bool {
        // States that no text tells apart are one.
        let is_all = |state: &State| state.end && state.next.iter().all(|&next| next == ALWAYS);
        self.states.first().is_some_and(is_all)
    }

    /// The table as text: for each state the names of the next ones, last that at the end of a text.
    pub(crate) fn written(&self) -> Vec<u8> {
        let name = |state: usize| u8::try_from(state).map_or(0, |state| NAMES + state);
        let row = |state: &State| -> Vec<u8> {
            let next = state.next.iter().copied();
            next.chain([usize::from(state.end)]).map(name).collect()
        };
        let rows: Vec<Vec<u8>> = self.states.iter().map(row).collect();
        rows.join(&b' ')
    }
}

/// What makes the states of a part.
struct Engine {
    dfa: DFA,
    cache: Cache,
    wanted: bool,
}

impl Engine {
    fn of(part: &Part) -> Option<Self> {
        let network = network(&part.steps, MEMORY).ok()?;
        let config = Config::new()
            .cache_capacity(MEMORY)
            .minimum_cache_clear_count(Some(0));
        let dfa = DFA::builder().configure(config).build_from_nfa(network);
        let dfa = dfa.ok()?;
        let cache = dfa.create_cache();
        let wanted = part.wanted;
        Some(Self { dfa, cache, wanted })
    }

    fn start(&mut self) -> Option<Place> {
        let start = self.dfa.start_state(&mut self.cache, &start::Config::new());
        Some(Place::of(start.ok()?))
    }

    /// What follows by a character of a kind.
    fn next(&mut self, place: Place, kind: u16) -> Option<Place> {
        let mut bytes = spelling(kind);
        bytes.try_fold(place, |place, byte| {
            let Place::Open(state) = place else {
                return Some(place);
            };
            let next = self.dfa.next_state(&mut self.cache, state, byte);
            Some(Place::of(next.ok()?))
        })
    }

    /// What follows at the end of a text.
    fn end(&mut self, place: Place) -> Option<Place> {
        let Place::Open(state) = place else {
            return Some(place);
        };
        let next = self.dfa.next_eoi_state(&mut self.cache, state);
        Some(Place::of(next.ok()?))
    }
}

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Matched,
    Never,
    Open(LazyStateID),
}

impl Place {
    fn of(state: LazyStateID) -> Self {
        if state.is_match() {
            Self::Matched
        } else if state.is_dead() {
            Self::Never
        } else {
            Self::Open(state)
        }
    }
}

/// The kinds that no engine tells apart.
fn symbols(alphabet: &Alphabet, engines: &[Engine]) -> Vec<BTreeSet<u16>> {
    let mut symbols: BTreeMap<Vec<u8>, BTreeSet<u16>> = BTreeMap::new();
    for kind in alphabet.kinds() {
        let classes = engines.iter().flat_map(|engine| {
            let classes = engine.dfa.byte_classes();
            spelling(kind).map(|byte| classes.get(byte))
        });
        symbols.entry(classes.collect()).or_default().insert(kind);
    }
    symbols.into_values().collect()
}

/// All states, the two that end the walk first, then the one that begins it.
fn explore(engines: &mut [Engine], symbols: &[BTreeSet<u16>]) -> Option<Vec<State>> {
    let ended = |state| State {
        next: vec![state; symbols.len()],
        end: state == ALWAYS,
    };
    let mut states = vec![ended(NEVER), ended(ALWAYS)];
    let start: Vec<Place> = engines
        .iter_mut()
        .map(Engine::start)
        .collect::<Option<_>>()?;
    let mut numbers = BTreeMap::from([(start.clone(), FIRST)]);
    let mut waiting = VecDeque::from([start]);
    while let Some(places) = waiting.pop_front() {
        let mut next = Vec::with_capacity(symbols.len());
        for symbol in symbols {
            let kind = *symbol.first()?;
            let after = after(engines, &places, |engine, place| engine.next(place, kind))?;
            let number = FIRST + numbers.len();
            let known = verdict(engines, &after)
                .map(usize::from)
                .or_else(|| numbers.get(&after).copied());
            next.push(known.unwrap_or_else(|| {
                waiting.push_back(after.clone());
                numbers.insert(after, number);
                number
            }));
        }
        let end = after(engines, &places, Engine::end)?;
        let end = all_hold(engines, &end);
        states.push(State { next, end });
        if numbers.len() > RAW_STATES {
            return None;
        }
    }
    Some(states)
}

fn after(
    engines: &mut [Engine],
    places: &[Place],
    next: impl Fn(&mut Engine, Place) -> Option<Place>,
) -> Option<Vec<Place>> {
    let engines = engines.iter_mut().zip(places);
    engines
        .map(|(engine, &place)| next(engine, place))
        .collect()
}

/// What is decided whatever follows.
fn verdict(engines: &[Engine], places: &[Place]) -> Option<bool> {
    let mut all = Some(true);
    for (engine, place) in engines.iter().zip(places) {
        match place {
            Place::Open(_) => all = None,
            place if (*place == Place::Matched) != engine.wanted => return Some(false),
            _ => {}
        }
    }
    all
}

/// What has not matched at the end of a text does not.
fn all_hold(engines: &[Engine], places: &[Place]) -> bool {
    let mut all = engines.iter().zip(places);
    all.all(|(engine, place)| (*place == Place::Matched) == engine.wanted)
}

/// The states that differ, without the two that end the walk, unless that is how it begins.
fn minimal(states: &[State]) -> Vec<State> {
    let ends = states.iter().map(|state| usize::from(state.end)).collect();
    let next = |at: usize| states[at].next.as_slice();
    let kinds = partition::refined(ends, next, usize::MAX);
    let kinds = kinds.expect("each round but the last tells more states apart");
    let count = kinds.iter().max().map_or(0, |last| last + 1);
    let renamed = |state: &State| State {
        next: state.next.iter().map(|&next| kinds[next]).collect(),
        end: state.end,
    };
    if kinds[FIRST] < FIRST {
        return vec![renamed(&states[FIRST])];
    }
    let first = |kind: usize| kinds.iter().position(|&other| other == kind);
    let different = (FIRST..count).filter_map(first);
    different.map(|at| renamed(&states[at])).collect()
}

#[cfg(test)]
mod tests {
    use super::Automaton;
    use crate::pattern::alphabet::Alphabet;
    use crate::pattern::parts::Parts;
    use crate::pattern::{Form, Pattern, parsed, questions, translated};
    use regex_automata::hybrid::dfa::DFA;
    use regex_automata::{Input, nfa::thompson, util::syntax};

    /// All texts of up to four characters out of `characters`.
    fn texts(characters: &str) -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut from = 0;
        for _ in 0..4 {
            let until = texts.len();
            for at in from..until {
                let longer = characters
                    .chars()
                    .map(|next| format!("{}{next}", texts[at]));
                let longer: Vec<String> = longer.collect();
                texts.extend(longer);
            }
            from = until;
        }
        texts
    }

    /// An engine that reads what the pattern was translated to.
    fn engine(source: &str) -> impl Fn(&str) -> bool {
        let engine = DFA::builder()
            .syntax(syntax::Config::new().utf8(false))
            .thompson(thompson::Config::new().utf8(true))
            .build(&translated(source).unwrap())
            .unwrap();
        move |text| {
            let mut cache = engine.create_cache();
            let found = engine.try_search_fwd(&mut cache, &Input::new(text));
            found.unwrap().is_some()
        }
    }

    /// Compares with such engines, and with the one of generated code, on each text.
    #[track_caller]
    fn check(source: &str, characters: &str) -> Option<Automaton> {
        let questions = questions(source).unwrap();
        let engines = questions
            .iter()
            .map(|one| (engine(&one.pattern), one.wanted));
        let engines: Vec<_> = engines.collect();
        let patterns = parsed(&questions).unwrap();
        let alphabet = Alphabet::of(patterns.iter().map(|pattern| &pattern.0)).unwrap();
        let parts = Parts::of(&alphabet, &patterns).unwrap();
        let generated = parts.engine();
        let automaton = Automaton::of(&alphabet, &parts);
        for text in texts(characters) {
            let mut all = engines.iter();
            let expected = all.all(|(engine, wanted)| engine(&text) == *wanted);
            assert_eq!(generated.is_match(&text), expected, "{source} on {text:?}");
            if let Some(automaton) = &automaton {
                assert_eq!(automaton.is_match(&text), expected, "{source} on {text:?}");
            }
        }
        automaton
    }

    #[test]
    fn automata_agree_with_the_engine() {
        for (source, characters) in [
            ("^x-", "x-aé"),
            (r"\.json$".trim_start_matches('\\'), "json."),
            ("ab|ba", "abé"),
            ("^(a|bc|b)$", "abc\n"),
            ("^[a-z]+(-[a-z]+)*$", "az-é"),
            (r"^\d+\.\d+$", "09.٣"),
            ("^(ab)?c*$", "abcé"),
            ("[a-c]{2}$", "abcd"),
            ("^[^a]b", "ab\u{2028}é"),
            ("^.b", "ab\n\u{2028}\u{1f600}"),
            (r"^\S+ \S$", "a \u{a0}é"),
            (r"\s", "a\t\u{2003}\u{feff}"),
            (r"\bab\b", "ab é"),
            (r"\B", "ab é"),
            (r"a\B|é\b", "ab é"),
            ("é|[ü-ÿ]a", "éüýa"),
            ("^$", "aé"),
            ("^(?:a|ab)(?:c|bcd)?$", "abcd"),
            ("(?i:k)a", "kKa\u{212a}"),
            ("[^]b", "ab\né"),
            ("[\u{d7ff}-\u{e000}]a", "a\u{d7fe}\u{d7ff}\u{e000}\u{e001}"),
            ("[^\u{e000}]a", "a\u{d7ff}\u{e000}\u{10ffff}"),
            ("^(?!-)[a-z-]+(?<!-)$", "ab-é"),
            ("^(?=.*a)(?!.*bb)(?:..)*$", "abcé"),
            ("^(?!a|$)", "ab"),
        ] {
            assert!(check(source, characters).is_some(), "{source}");
        }
    }

    #[test]
    fn engines_agree_where_there_is_no_automaton() {
        let words: Vec<String> = ('一'..='\u{4fff}')
            .map(|one| format!("{one}é|a{one}"))
            .collect();
        for (source, characters) in [
            ("^[ab]*a[ab]{9}$", "abé"),
            ("a[ab]{1,2}c|[^a]{300}", "abcé"),
            (r"\p{L}a", "aé1\u{387}"),
            (r"^(\p{Lu}\p{Ll}*|\P{L}+)$", "Aaéß-\u{10ffff}"),
            (r"^(?!-)[\p{L}-]+(?<!-)$", "-aé1"),
            (r"(?i:\p{Ll})\B.$", "aΩ\u{2126}\n"),
            (r"^[^\p{L}\p{N}\p{Han}]?$", "aé1一"),
            (
                &format!("^({})$", words.join("|")),
                "a一丁é\u{4fff}\u{5000}",
            ),
        ] {
            assert_eq!(check(source, characters), None, "{source}");
        }
    }

    #[test]
    fn an_automaton_has_no_more_states_than_it_needs() {
        let written = |source: &str| match Pattern::compile(source, false).unwrap().form {
            Form::Automaton(automaton) => String::from_utf8(automaton.written()).unwrap(),
            other => panic!("{source}: {other:?}"),
        };
        assert_eq!(written("^x-"), "0030 0100");
        assert_eq!(written("(.|[^])*"), "11");
        assert_eq!(written("a[]"), "00");
        assert_eq!(written("^(a|b|c)(a|b|c)$|^a[b]$"), "030 040 001");
        assert_eq!(written("-"), "210");
    }

    #[test]
    fn what_becomes_too_large_is_left_to_the_engine() {
        for source in ["^[ab]*a[ab]{9}$", r"\p{L}a", "^(a{300}|b)$"] {
            let form = Pattern::compile(source, false).unwrap().form;
            assert!(matches!(form, Form::Parts(_)), "{source}");
        }
    }
}
