//! The walk that makes a report: it goes on behind failures, and keeps each with its place.

use super::{Build, Mode, Sink, Stop, Verdict};
use crate::keyword::enum_::Listed;
use crate::number::FromNumber;
use crate::pattern::Pattern;
use crate::reader::number::Holding;
use crate::reader::slot::Reading;
use crate::reader::table::{self, Table};
use crate::reader::{
    Array, Asks, Choice, Demands, Enumerated, Fill, Judge, NumberRule, Object, Once, Places,
    Reader, Rows, StringToken, TextRule,
};
use crate::report::{Edge, Failure, Report, Step, Trail, ValidationError};
use crate::schema::{Read, ReadDraft};
use std::sync::Arc;

/// The failures around those of branches.
pub(in crate::reader) struct OuterFailures {
    errors: Vec<ValidationError>,
    more: usize,
}

/// Builds nothing and gathers every failure, each with its place.
#[derive(Debug)]
pub struct Collect {
    /// The schema location that the walk begins with.
    root: &'static str,
    trail: Trail,
    errors: Vec<ValidationError>,
    limit: usize,
    more: usize,
    /// How long the document is, where that is known.
    length: usize,
    syntax: Option<ValidationError>,
    /// How many failures inside branches may still be kept, and how deep in branches those are
    /// that are gathered now.
    branches_left: usize,
    nesting: usize,
}

/// So many errors are found before it is guessed how many there are.
const FEW: usize = 4;
/// Room is made for at most so many times the errors that there are.
const MOST_AHEAD: usize = 8;

/// Of failures inside branches, a report keeps at most this many,
const BRANCH_FAILURES: usize = 1_000;
/// and none of branches that are deeper inside others than this.
const BRANCH_NESTING: usize = 3;

impl Collect {
    /// A sink that keeps `limit` failures and counts the rest. `location` is where in its document
    /// the schema stands that the walk begins with.
    pub(crate) fn new(location: &'static str, limit: usize) -> Self {
        Self {
            root: location,
            trail: Trail::default(),
            errors: Vec::new(),
            limit,
            more: 0,
            length: 0,
            syntax: None,
            branches_left: BRANCH_FAILURES,
            nesting: 0,
        }
    }

    /// The same for a document of so many bytes.
    pub(crate) fn of_length(self, length: usize) -> Self {
        Self { length, ..self }
    }

    /// Makes room in a list that is full for as many more errors as there may be, going by those up to
    /// the place `read`. Copying a list each time it doubles costs as much as finding the errors.
    fn expect_more(&mut self, read: usize) {
        let count = self.errors.len();
        if count < self.errors.capacity() || count < FEW || self.nesting > 0 {
            return;
        }
        let left = self.length.saturating_sub(read);
        let expected = left / (read / count).max(1) + 1;
        let room = expected.clamp(count, count * MOST_AHEAD);
        self.errors.reserve_exact(room.min(self.limit - count));
        self.trail.expect(room);
    }

    /// Keeps a failure, for which there is room.
    fn keep(&mut self, failure: Failure) {
        self.branches_left -= usize::from(self.nesting > 0);
        self.expect_more(failure.span.start);
        let way = self.trail.begin();
        self.errors.push(ValidationError::new(failure, way));
    }

    /// How many failures there were so far.
    pub(in crate::reader) fn failures(&self) -> usize {
        self.errors.len() + self.more
    }

    /// Whether failures inside branches are still kept.
    pub(in crate::reader) fn keeps_branches(&self) -> bool {
        self.branches_left > 0 && self.nesting < BRANCH_NESTING
    }

    /// Whether no more failures are kept.
    pub(in crate::reader) fn is_full(&self) -> bool {
        if self.nesting > 0 {
            self.branches_left == 0
        } else {
            self.errors.len() >= self.limit
        }
    }

    /// Begins to gather failures inside branches; gives what was gathered around them.
    pub(in crate::reader) fn begin_branches(&mut self) -> OuterFailures {
        self.nesting += 1;
        OuterFailures {
            errors: std::mem::take(&mut self.errors),
            more: std::mem::take(&mut self.more),
        }
    }

    /// Gives what was gathered since [`Collect::begin_branches`], and goes on around it.
    pub(in crate::reader) fn end_branches(&mut self, outer: OuterFailures) -> Vec<ValidationError> {
        self.more = outer.more;
        self.nesting -= 1;
        std::mem::replace(&mut self.errors, outer.errors)
    }

    /// Takes an error that another engine found.
    #[cfg(feature = "dynamic")]
    pub(crate) fn push(&mut self, error: impl FnOnce() -> ValidationError) {
        if self.errors.len() < self.limit {
            self.errors.push(error());
        } else {
            self.more += 1;
        }
    }

    /// What was gathered so far, by a walk that is at its end.
    #[cfg(feature = "dynamic")]
    pub(crate) fn errors(&mut self) -> &[ValidationError] {
        self.settle();
        &self.errors
    }

    /// Ends the ways to what was gathered at the root.
    fn settle(&mut self) {
        self.trail.come_by(0, Step::root(self.root));
        let trail = Arc::new(std::mem::take(&mut self.trail));
        for error in self.errors.iter_mut().chain(&mut self.syntax) {
            error.settle(&trail);
        }
    }

    pub(crate) fn into_report(mut self, text: &[u8]) -> Option<Report> {
        self.settle();
        match self.syntax {
            Some(error) => Some(Report::new(vec![error], 0, text)),
            None if self.errors.is_empty() => None,
            None => Some(Report::new(self.errors, self.more, text)),
        }
    }
}

impl Sink for Collect {
    const KEEPS_FAILURES: bool = true;

    fn fail(&mut self, failure: impl FnOnce() -> Failure) -> Result<(), Stop> {
        if self.is_full() {
            self.more += 1;
        } else {
            self.keep(failure());
        }
        Ok(())
    }
    fn syntax(&mut self, failure: &mut dyn FnMut() -> Failure) {
        let failure = failure();
        // What is no JSON has no place in it.
        self.syntax = Some(match failure.keyword {
            "syntax" => ValidationError::of_document(failure),
            _ => ValidationError::new(failure, self.trail.begin()),
        });
    }
    #[inline]
    fn open_ways(&self) -> usize {
        self.trail.open()
    }
    #[cold]
    fn come_by(&mut self, open: usize, step: Step) {
        self.trail.come_by(open, step);
    }
}

impl Mode for Collect {
    build_nothing!();
    #[inline]
    fn choose<'a, T>(
        reader: &mut Reader<'a, Self>,
        choice: &Choice,
        _: impl Copy + Fn(&mut Reader<'a, Self>, usize) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        reader.read_alternative(choice)
    }
    fn judge_members(_: &mut Reader<'_, Self>, _: &'static Demands) -> Result<bool, Stop> {
        Ok(false)
    }
    fn judge_noted(
        _: &mut Reader<'_, Self>,
        _: &'static Demands,
        _: &mut Places,
    ) -> Result<(), Stop> {
        Ok(())
    }
    fn pass_choice(reader: &mut Reader<'_, Self>, choice: &Choice) -> Result<(), Stop> {
        Self::alternative(reader, choice)?;
        reader.skip()
    }
    #[inline]
    fn draft_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        (): (),
        table: &Table<'a>,
        _: N,
        _: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut T, N) -> Result<(), Stop>,
        _: impl Copy + FnOnce(&mut Reader<'a, Verdict>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        Self::judge_by(reader, table)
    }
    #[inline]
    fn place_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        (): (),
        table: &Table<'a>,
        _: N,
        _: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut Option<T>, N) -> Result<(), Stop>,
        _: impl Copy + FnOnce(&mut Reader<'a, Verdict>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        Self::judge_by(reader, table)
    }
    #[inline]
    fn by_rows<'a, T: Rows<'a> + Fill<'a>>(
        reader: &mut Reader<'a, Self>,
        (): (),
    ) -> Result<(), Stop> {
        table::collect_by_table(reader, T::TABLE)
    }
    fn judge_by<'a>(reader: &mut Reader<'a, Self>, table: &Table<'a>) -> Result<(), Stop> {
        table::collect_by_table(reader, table)
    }
    #[inline]
    fn absent<T>() -> Result<(), Stop> {
        Ok(())
    }
}
