//! Schemas that look at a value beside others: the cursor is marked, the value read, the cursor set
//! back. What is read this way is judged by the schema alone. Failures of capacity are left to the
//! one walk that goes over the value as such, so they never decide a branch.

use super::{Build, Collect, Mode, Reader, Sink, Stop, Verdict};
use crate::report::{Edge, Step, ValidationError};
use crate::schema::{Origin, Read};
use crate::{JsonType, TypeSet};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

/// A schema that judges values in place.
pub struct Check {
    edge: Edge,
    /// Values of other types are refused without a look.
    types: TypeSet,
    verdict: for<'a> fn(&mut Reader<'a, Verdict>) -> Result<(), Stop>,
    report: for<'a> fn(&mut Reader<'a, Collect>) -> Result<(), Stop>,
}

impl Check {
    /// The schema of a generated type, and the way to it.
    pub const fn of<T: for<'a> Read<'a>>(types: TypeSet, edge: Edge) -> Self {
        Self::new(types, edge, |r| T::read(r), |r| T::read(r))
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
        Self::of::<T>(types, Edge::through(path, T::SCHEMA_LOCATION))
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
        }
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
    /// Whether the walk is beside the one that judges capacity.
    active: bool,
    /// How many schemas around ask what was evaluated.
    pub(super) asked: usize,
    /// Where the members and items begin that were evaluated, in the order of that.
    pub(super) evaluated: Vec<usize>,
    verdicts: HashMap<(u32, usize), Remembered, BuildHasherDefault<DefaultHasher>>,
}

#[derive(Debug)]
struct Remembered {
    /// Where the value ends, if the schema allows it.
    end: Option<usize>,
    /// What was evaluated, if anybody asked then.
    evaluated: Option<Box<[usize]>>,
}

impl<S: Sink> Reader<'_, S> {
    /// Whether the walk is beside the one that judges capacity.
    #[inline]
    pub(super) fn is_beside(&self) -> bool {
        self.aside.active
    }

    /// Takes a failure of capacity.
    pub(super) fn capacity(
        &mut self,
        failure: impl FnOnce() -> crate::report::Failure,
    ) -> Result<(), Stop> {
        if self.aside.active {
            Ok(())
        } else {
            self.sink.fail(failure)
        }
    }

    /// Walks beside the walk that judges capacity, and comes back to where the cursor stands.
    pub(crate) fn beside<T>(
        &mut self,
        walk: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        self.peek();
        let (start, depth_left) = (self.at, self.depth_left);
        let was_active = std::mem::replace(&mut self.aside.active, true);
        let asked = self.aside.asked;
        let result = walk(self);
        // A walk that ended early did not come back to where these were counted down.
        (self.aside.active, self.aside.asked) = (was_active, asked);
        (self.at, self.depth_left) = (start, depth_left);
        result
    }

    /// The same walk with nothing kept and nothing built.
    fn verdict<T>(&mut self, walk: impl FnOnce(&mut Reader<'_, Verdict>) -> T) -> T {
        let mut verdict = Reader {
            text: self.text,
            at: self.at,
            depth_left: self.depth_left,
            shadowed: std::mem::take(&mut self.shadowed),
            noted: super::unnamed::Notes::default(),
            aside: std::mem::take(&mut self.aside),
            effort: self.effort,
            sink: Verdict,
        };
        let result = walk(&mut verdict);
        self.shadowed = verdict.shadowed;
        self.aside = verdict.aside;
        self.effort = verdict.effort;
        result
    }
}

impl Reader<'_, Verdict> {
    /// Whether `check` allows the value at hand.
    fn allows(&mut self, check: &Check) -> Result<bool, Stop> {
        let mark = self.aside.evaluated.len();
        match self.beside(|reader| (check.verdict)(reader)) {
            Ok(()) => Ok(true),
            Err(Stop::Invalid) => {
                self.aside.evaluated.truncate(mark);
                Ok(false)
            }
            Err(Stop::Fatal) => Err(Stop::Fatal),
        }
    }
}

/// How a walk asks a schema about the value at hand.
pub trait Asks: Sink {
    /// Whether `check` allows the value at hand; says nothing if it does not.
    #[inline]
    fn holds(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop> {
        if check.may_allow(reader.type_at_hand()) {
            Self::holds_by_walk(reader, check)
        } else {
            Ok(false)
        }
    }
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

macro_rules! fail_fast {
    ($mode:ty, $with:ident) => {
        impl Asks for $mode {
            #[inline]
            fn holds_by_walk(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop> {
                $with!(reader, |reader| reader.allows(check))
            }
            #[inline]
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
        $reader.verdict(|$inner| $walk)
    };
}
fail_fast!(Verdict, directly);
fail_fast!(Build, converted);

impl Asks for Collect {
    fn holds_by_walk(reader: &mut Reader<'_, Self>, check: &Check) -> Result<bool, Stop> {
        let verdict = reader.verdict(|reader| reader.allows(check));
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
                || Step::in_place(check.edge),
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
    /// Reads the value at hand by a schema that is in a cycle. Beside the value's own walk it may be
    /// asked again about the same place: then it gives the verdict it gave, so that the work stays
    /// at most schemas times bytes.
    pub fn remember<T>(
        &mut self,
        schema: u32,
        walk: impl FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<T>, Stop> {
        if M::KEEPS_FAILURES || M::BUILDS || !self.aside.active {
            return walk(self);
        }
        self.peek();
        let key = (schema, self.at);
        if let Some(known) = self.aside.verdicts.get(&key)
            && (self.aside.asked == 0 || known.evaluated.is_some())
        {
            let Some(end) = known.end else {
                return Err(Stop::Invalid);
            };
            let evaluated = known.evaluated.iter().flatten();
            self.aside.evaluated.extend(evaluated);
            self.at = end;
            return M::judged();
        }
        let mark = self.aside.evaluated.len();
        let result = walk(self);
        if let Ok(_) | Err(Stop::Invalid) = result {
            let is_asked = self.aside.asked > 0;
            let noted = self.aside.evaluated.get(mark..).unwrap_or_default();
            let verdict = Remembered {
                end: result.is_ok().then_some(self.at),
                evaluated: is_asked.then(|| noted.into()),
            };
            self.aside.verdicts.insert(key, verdict);
        }
        result
    }

    /// The branch that the type of the value at hand leaves, if it leaves one alone: then reading by
    /// that one is all there is to do. Not for walks that report what each branch says, or that ask
    /// what is evaluated.
    #[inline]
    pub(crate) fn only_candidate(&mut self, branches: &[Check]) -> Option<usize> {
        if M::KEEPS_FAILURES || self.aside.asked > 0 {
            return None;
        }
        let found = self.type_at_hand();
        let mut candidates = (0..branches.len()).filter(|&index| branches[index].may_allow(found));
        candidates.next().filter(|_| candidates.next().is_none())
    }

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
