//! Schemas that look at a value beside others: the cursor is marked, the value read, the cursor set
//! back. What is read this way is judged by the schema alone. Failures of capacity are left to the
//! one walk that goes over the value as such, so they never decide a branch.

use super::memory::Memory;
use super::{Build, Choice, Collect, Mode, Reader, Sink, Stop, Verdict};
use crate::report::{Edge, Step, ValidationError};
use crate::schema::{Origin, Read};
use crate::{JsonType, TypeSet};
use std::ops::Range;

/// A schema that judges values in place.
pub struct Check {
    edge: Edge,
    /// Values of other types are refused without a look.
    types: TypeSet,
    verdict: for<'a> fn(&mut Reader<'a, Verdict>) -> Result<(), Stop>,
    report: for<'a> fn(&mut Reader<'a, Collect>) -> Result<(), Stop>,
    /// The alternatives, one of which is all that the schema asks for.
    choice: Option<&'static Choice>,
}

/// Judges the value at hand by the schema of a type. A closure in its place would be compiled twice: as itself,
/// and as the function that a table of checks leads to.
#[inline]
fn judged<T: for<'r> Read<'r>, M: Mode>(reader: &mut Reader<'_, M>) -> Result<M::Out<T>, Stop> {
    T::read(reader)
}

impl Check {
    /// The schema of a generated type, and the way to it.
    pub const fn of<T: for<'a> Read<'a>>(types: TypeSet, edge: Edge) -> Self {
        Self::new(types, edge, judged::<T, Verdict>, judged::<T, Collect>)
    }

    /// The schema of a generated type, and the path to it.
    pub const fn at<T: for<'a> Read<'a>>(types: TypeSet, path: &'static str) -> Self {
        Self::of::<T>(types, Edge::to(path))
    }

    /// The schema of a generated type, and the path to a reference that leads to it.
    pub const fn through<T>(types: TypeSet, path: &'static str) -> Self
    where
        T: for<'a> Read<'a> + Origin,
    {
        Self::of::<T>(types, Edge::through(path, T::SOURCE.location))
    }

    /// A schema that allows no value but of `types`, the way to it, and its reading function once
    /// for each kind of walk.
    pub const fn new(
        types: TypeSet,
        edge: Edge,
        verdict: for<'a> fn(&mut Reader<'a, Verdict>) -> Result<(), Stop>,
        report: for<'a> fn(&mut Reader<'a, Collect>) -> Result<(), Stop>,
    ) -> Self {
        Self {
            edge,
            types,
            verdict,
            report,
            choice: None,
        }
    }

    /// The same where the schema asks for nothing but one of some alternatives.
    #[must_use]
    pub const fn choosing(self, choice: &'static Choice) -> Self {
        Self {
            choice: Some(choice),
            ..self
        }
    }

    pub(super) const fn choice(&self) -> Option<&'static Choice> {
        self.choice
    }

    /// Whether the schema may allow a value whose first byte tells this type.
    #[inline]
    pub(crate) const fn may_allow(&self, found: JsonType) -> bool {
        self.types.may_hold(found)
    }
}

/// What a walk knows besides its place: empty for most documents.
#[derive(Debug, Default)]
pub(super) struct Aside {
    pub(super) state: State,
    /// Where the members and items begin that were evaluated, in the order of that.
    pub(super) evaluated: Vec<usize>,
    pub(super) memory: Memory,
    /// Where the last value begins and ends of which a verdict was kept or remembered.
    pub(super) passed: (usize, usize),
    /// How many more bytes may be looked over to tell alternatives apart.
    pub(super) looks: usize,
}

impl Aside {
    /// Looks at what is nested would take time squared otherwise.
    const LOOKS_PER_BYTE: usize = 8;

    pub(super) fn of_document(length: usize) -> Self {
        // Each by itself: a whole default would be made elsewhere first, and waited for.
        Self {
            state: State::default(),
            evaluated: Vec::new(),
            memory: Memory::default(),
            passed: (0, 0),
            looks: Self::LOOKS_PER_BYTE * length.min(usize::MAX / Self::LOOKS_PER_BYTE),
        }
    }
}

/// No place in a document.
pub(super) const NOWHERE: usize = usize::MAX;

/// What is set back with the cursor.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct State {
    /// Whether the cursor may yet be set back to before where it stands: then verdicts are worth
    /// remembering.
    pub(super) tentative: bool,
    /// Whether the value's own walk comes later, or goes on around this one.
    beside: bool,
    /// Where that walk began, if it is beside and only its verdict is asked, not where it ends.
    pub(super) start: usize,
    /// Whether that one reports, and so takes failures of capacity.
    lenient: bool,
    /// While it is open whether the walk's types are those that hold the value in the end: whether a
    /// number did not fit its type.
    pub(super) out_of_range: Option<bool>,
    /// How many schemas around ask what was evaluated.
    pub(super) asked: usize,
}

impl<S: Sink> Reader<'_, S> {
    /// Whether the walk is beside the value's own, which looks for doubled members.
    #[inline]
    pub(super) fn is_beside(&self) -> bool {
        self.aside.state.beside
    }

    /// Whether the walk began at this place, beside the own walk of the value there.
    #[inline]
    pub(super) fn began_beside_at(&self, place: usize) -> bool {
        self.aside.state.beside && self.aside.state.start == place
    }

    /// Where the last value begins and ends of which a verdict was kept or remembered, if it was
    /// allowed.
    #[inline]
    pub(super) fn last_passed(&self) -> Range<usize> {
        self.aside.passed.0..self.aside.passed.1
    }

    /// Takes a failure of capacity that is one whatever schema asks: any walk that meets it can end
    /// there, also one beside the value's own, which would meet it too.
    pub(super) fn capacity(
        &mut self,
        failure: impl FnOnce() -> crate::report::Failure,
    ) -> Result<(), Stop> {
        if self.aside.state.lenient {
            Ok(())
        } else {
            self.sink.capacity(failure)
        }
    }

    /// Takes the failure of a type to hold a number that its schema allows. It counts where the
    /// value is built by that type in the end.
    pub(super) fn out_of_range(
        &mut self,
        failure: impl FnOnce() -> crate::report::Failure,
    ) -> Result<(), Stop> {
        match &mut self.aside.state.out_of_range {
            Some(noted) => {
                *noted = true;
                Ok(())
            }
            None => self.sink.fail(failure),
        }
    }

    /// Walks beside the value's own walk, and comes back to where the cursor stands.
    pub(crate) fn beside<T>(
        &mut self,
        walk: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        self.peek();
        let (start, depth_left, state) = (self.at, self.depth_left, self.aside.state);
        self.aside.state.open();
        self.aside.state.beside = true;
        self.aside.state.start = start;
        self.aside.state.lenient |= S::KEEPS_FAILURES;
        let result = walk(self);
        (self.at, self.depth_left, self.aside.state) = (start, depth_left, state);
        result
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// The same walk with nothing kept and nothing built; comes back with where it got to.
    pub(super) fn verdict<T>(
        &mut self,
        walk: impl FnOnce(&mut Reader<'a, Verdict>) -> T,
    ) -> (T, usize) {
        let mut aside = std::mem::take(&mut self.aside);
        let state = aside.state;
        aside.state.lenient |= S::KEEPS_FAILURES;
        let mut verdict = Reader {
            text: self.text,
            at: self.at,
            end: self.end,
            depth_left: self.depth_left,
            lines: self.lines,
            shadowed: std::mem::take(&mut self.shadowed),
            noted: super::unnamed::Notes::default(),
            aside,
            effort: self.effort,
            sink: Verdict,
        };
        let result = walk(&mut verdict);
        self.shadowed = verdict.shadowed;
        self.aside = verdict.aside;
        self.aside.state = state;
        self.effort = verdict.effort;
        (result, verdict.at)
    }
}

impl State {
    /// Begins a walk that may come to nothing.
    fn open(&mut self) {
        self.tentative = true;
        self.out_of_range.get_or_insert(false);
    }
}

impl Reader<'_, Collect> {
    /// Reads the value at hand by `check`, and takes its failures as those of the value.
    pub(super) fn report_by(&mut self, check: &Check) -> Result<(), Stop> {
        (check.report)(self)
    }
}

impl Reader<'_, Verdict> {
    /// Whether `check` allows the value at hand.
    pub(super) fn allows(&mut self, check: &Check) -> Result<bool, Stop> {
        let mark = self.aside.evaluated.len();
        match self.beside(|reader| reader.pass_by(check)) {
            Ok(()) => Ok(true),
            Err(Stop::Invalid) => {
                self.aside.evaluated.truncate(mark);
                Ok(false)
            }
            Err(Stop::Fatal) => Err(Stop::Fatal),
        }
    }

    /// Reads the value at hand by `check`.
    #[inline]
    pub(super) fn pass_by(&mut self, check: &Check) -> Result<(), Stop> {
        (check.verdict)(self)
    }

    /// Walks over the value at hand as if that were its own walk; comes back where it is not allowed.
    pub(super) fn attempt(
        &mut self,
        walk: impl FnOnce(&mut Self) -> Result<(), Stop>,
    ) -> Result<bool, Stop> {
        self.peek();
        let (start, depth_left, state) = (self.at, self.depth_left, self.aside.state);
        let (evaluated, noted) = (self.aside.evaluated.len(), self.noted.len());
        self.aside.state.open();
        self.aside.state.start = NOWHERE;
        match walk(self) {
            Ok(()) => {
                let own = &mut self.aside.state;
                (own.tentative, own.start) = (state.tentative, state.start);
                if state.out_of_range.is_none() && own.out_of_range.take() == Some(true) {
                    // These are the types that count.
                    return Err(Stop::Invalid);
                }
                Ok(true)
            }
            Err(Stop::Invalid) => {
                self.aside.evaluated.truncate(evaluated);
                self.noted.truncate(noted);
                (self.at, self.depth_left, self.aside.state) = (start, depth_left, state);
                Ok(false)
            }
            Err(Stop::Fatal) => Err(Stop::Fatal),
        }
    }

    /// Walks over the value at hand where no type of a schema's own holds it, so that it does not
    /// matter what the types of its alternatives hold.
    pub(super) fn whatever_the_range<T>(
        &mut self,
        walk: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let state = self.aside.state;
        self.aside.state.out_of_range.get_or_insert(false);
        // What reads the alternatives goes on behind the value.
        self.aside.state.start = NOWHERE;
        let result = walk(self);
        self.aside.state = state;
        result
    }
}

/// How a walk asks a schema about the value at hand.
pub trait Asks: Sink {
    /// Whether `check` allows the value at hand; says nothing if it does not.
    fn holds(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop>;
    /// The first alternative that holds of the value at hand, which stays at hand; `None` where
    /// they do not hold as the keyword wants it, which is reported.
    fn alternative(reader: &mut Reader<'_, Self>, choice: &Choice) -> Result<Option<usize>, Stop>;
    /// The same for a value of a type that `check` may allow.
    fn holds_by_walk(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop>;
    /// Has the value at hand judged; failures are failures of this walk.
    fn ask(reader: &mut Reader<'_, Self>, check: &Check) -> Result<(), Stop>;
    /// The failures of each of `branches`.
    fn failures(
        reader: &mut Reader<'_, Self>,
        branches: &[Check],
    ) -> Result<Vec<ValidationError>, Stop>;
}

/// What is the same for all walks; each is compiled with this crate.
macro_rules! of_all {
    () => {
        fn holds(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop> {
            if check.may_allow(reader.type_at_hand_here()) {
                Self::holds_by_walk(reader, check)
            } else {
                Ok(false)
            }
        }
        fn alternative(
            reader: &mut Reader<'_, Self>,
            choice: &Choice,
        ) -> Result<Option<usize>, Stop> {
            reader.alternative_here(choice)
        }
    };
}
macro_rules! fail_fast {
    ($mode:ty, $with:ident) => {
        impl Asks for $mode {
            of_all!();
            #[inline]
            fn holds_by_walk(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop> {
                $with!(reader, |reader| reader.allows(check))
            }
            fn ask(reader: &mut Reader<'_, Self>, check: &Check) -> Result<(), Stop> {
                if Self::holds(reader, check)? {
                    Ok(())
                } else {
                    Err(Stop::Invalid)
                }
            }
            fn failures(
                _: &mut Reader<'_, Self>,
                _: &[Check],
            ) -> Result<Vec<ValidationError>, Stop> {
                Ok(Vec::new())
            }
        }
    };
}
macro_rules! directly {
    ($reader:ident, |$inner:ident| $walk:expr) => {{
        let $inner = $reader;
        $walk
    }};
}
macro_rules! converted {
    ($reader:ident, |$inner:ident| $walk:expr) => {
        $reader.verdict(|$inner| $walk).0
    };
}
fail_fast!(Verdict, directly);
fail_fast!(Build, converted);

impl Asks for Collect {
    of_all!();

    fn holds_by_walk(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop> {
        let (verdict, _) = reader.verdict(|reader| reader.allows(check));
        if verdict == Err(Stop::Fatal) {
            // Only this walk keeps what ended that one.
            reader.beside(|reader| (check.report)(reader))?;
        }
        verdict
    }

    fn ask(reader: &mut Reader<'_, Self>, check: &Check) -> Result<(), Stop> {
        // A schema that holds has nothing to report; and there is an end to reports, also where
        // schemas in a circle lead to the same mistake by many ways.
        if reader.sink.is_full() || Self::holds(reader, check)? {
            return Ok(());
        }
        let mark = reader.aside.evaluated.len();
        let before = reader.sink.failures();
        let report = |reader: &mut Reader<'_, Self>| {
            reader.within(
                |_| Step::in_place(check.edge),
                |reader| (check.report)(reader),
            )
        };
        reader.beside(report)?;
        if reader.sink.failures() > before {
            // What a schema evaluates counts only where it holds (Core 2020-12 §7.7.1.2).
            reader.aside.evaluated.truncate(mark);
        }
        Ok(())
    }

    fn failures(
        reader: &mut Reader<'_, Self>,
        branches: &[Check],
    ) -> Result<Vec<ValidationError>, Stop> {
        if !reader.sink.keeps_branches() {
            return Ok(Vec::new());
        }
        let outer = reader.sink.begin_branches();
        let mark = reader.aside.evaluated.len();
        let asked: Result<(), Stop> = branches
            .iter()
            .try_for_each(|branch| Self::ask(reader, branch));
        reader.aside.evaluated.truncate(mark);
        let failures = reader.sink.end_branches(outer);
        asked.map(|()| failures)
    }
}

impl<M: Mode> Reader<'_, M> {
    /// Has the value at hand judged beside its own walk, as `allOf` and references do; it stays at
    /// hand.
    #[inline]
    pub fn judge(&mut self, check: &Check) -> Result<(), Stop> {
        M::ask(self, check)
    }

    /// Whether a schema allows the value at hand, as `if` asks; it stays at hand.
    #[inline]
    pub fn holds(&mut self, check: &Check) -> Result<bool, Stop> {
        M::holds(self, check)
    }
}
