//! The JSON reader made for generated code: a cursor over text that hands out strings, numbers and
//! members one by one. It builds nothing by itself and knows no schema.
//!
//! Every function of the reader leaves the cursor behind what it read. A value that turns out to
//! be wrong is skipped with the same scrutiny as one that is kept: syntax, duplicates and nesting
//! are judged alike wherever they stand.

mod apart;
mod array;
mod choice;
mod demands;
mod doubled;
mod enumerated;
mod evaluated;
mod expected;
mod hop;
mod imprint;
mod in_place;
mod item;
mod key;
mod lines;
mod look;
mod member;
mod memory;
mod met;
mod mode;
mod name;
mod names;
mod next;
mod nullable;
mod number;
mod object;
mod once;
mod other;
mod padded;
mod plain;
mod put;
mod remember;
pub(crate) mod scan;
mod seldom;
mod shadowed;
mod skip;
mod slot;
mod string;
mod table;
mod text_within;
mod texts;
mod unnamed;
mod value;
mod window;
mod within;
mod words;

pub use apart::Apart;
pub use array::Array;
pub use choice::Choice;
pub use demands::{ByMembers, Demand, Demands, Noting};
pub use enumerated::Enumerated;
pub use evaluated::{Evaluated, Mark};
pub use in_place::{Asks, Check};
pub use key::Key;
pub use look::{Places, Tell};
pub use mode::{Build, Collect, Mode, Sink, Stop, Verdict};
pub use name::Name;
pub use names::{Names, Slot};
pub use number::NumberToken;
pub use object::{Fill, Object, filling};
pub use once::Once;
pub use string::StringToken;
pub use table::{
    ByName, Judge, Judges, Others, Required, Rows, Table, judge_by_table, judge_noted_by_table,
};
pub use text_within::TextRule;
pub use texts::Texts;
pub use within::NumberRule;
pub use words::Words;

pub use padded::Document;
pub(crate) use plain::Untold;

pub(crate) use padded::judge as judge_padded;

use self::window::{Text, WINDOW};
use crate::keyword::syntax;
use crate::pattern::Effort;
use crate::report::Step;

/// How a document is read, fixed for each generated type by its schema's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How deep containers may nest; deeper is an error with the keyword `depth`.
    pub max_depth: usize,
    /// Whether the last of several equally named members counts, instead of being an error.
    pub last_duplicate_counts: bool,
}

impl Settings {
    /// 128 levels, duplicates rejected.
    pub const DEFAULT: Self = Self {
        max_depth: 128,
        last_duplicate_counts: false,
    };
}

/// A cursor over the text of one document.
// In this order: side by side, `at` and `depth_left` would be counted up as one vector at the end
// of each object, which then waits for both to reach memory.
#[repr(C)]
pub struct Reader<'a, S> {
    /// Where members are shadowed, it has no windows: then they need a closer look.
    text: Text<'a>,
    at: usize,
    /// Where the names of members that a later one replaces begin; sorted.
    shadowed: Vec<usize>,
    /// Names of the open objects that their schemas do not know.
    noted: unnamed::Notes,
    /// Where the document ends, behind which the text may go on with zeros.
    end: usize,
    depth_left: usize,
    lines: lines::Lines,
    aside: in_place::Aside,
    effort: Effort,
    sink: S,
}

impl<'a, S: Sink> Reader<'a, S> {
    pub(crate) fn new(text: &'a str, settings: Settings, sink: S) -> Self {
        Self::of_document(Document::new(text), settings, sink)
    }

    #[inline]
    pub(crate) fn of_document(
        Document { text, end }: Document<'a>,
        settings: Settings,
        sink: S,
    ) -> Self {
        Self {
            text: Text::new(text),
            at: 0,
            end,
            depth_left: settings.max_depth,
            lines: lines::Lines::default(),
            shadowed: Vec::new(),
            noted: unnamed::Notes::default(),
            aside: in_place::Aside::of_document(text.len()),
            effort: Effort::of_document(text.len()),
            sink,
        }
    }

    /// Finds the members that a later one replaces, where the settings say that it does.
    // Not by what makes the reader, which would be moved then.
    #[inline]
    pub(crate) fn find_shadowed(&mut self, settings: Settings) {
        if settings.last_duplicate_counts {
            self.shadowed = shadowed::members(&self.text.as_str()[..self.end], settings);
            if !self.shadowed.is_empty() {
                self.text = self.text.without_windows();
            }
        }
    }

    /// Tells the walk which names are doubled, by where they stand, in order: those that a walk like
    /// this one [found](Self::doubled).
    pub(crate) fn with_doubled(mut self, doubled: Vec<usize>) -> Self {
        self.noted.tell(doubled);
        self
    }

    pub(crate) fn into_sink(self) -> S {
        self.sink
    }

    pub(crate) fn sink(&mut self) -> &mut S {
        &mut self.sink
    }

    /// A part of the text that was read.
    pub(crate) fn text_of(&self, span: std::ops::Range<usize>) -> &'a str {
        &self.text.as_str()[span]
    }

    /// Where the cursor stands, in bytes.
    #[inline]
    pub fn position(&self) -> usize {
        self.at
    }

    /// Sets the cursor to a place that was found without it.
    #[inline]
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// What patterns may still cost.
    pub(crate) fn effort(&mut self) -> &mut Effort {
        &mut self.effort
    }

    /// How many more levels of containers may be opened.
    pub(crate) fn depth_left(&self) -> usize {
        self.depth_left
    }

    #[inline]
    fn bytes(&self) -> &'a [u8] {
        self.text.as_str().as_bytes()
    }

    /// The window that begins at the cursor; `None` where less than that is left of the text, or members
    /// are shadowed.
    #[inline]
    fn window(&self) -> Option<&'a [u8; WINDOW]> {
        self.text.window(self.at)
    }

    /// Whether this byte stands at the cursor.
    #[inline]
    pub(crate) fn is_at(&self, byte: u8) -> bool {
        scan::byte(self.bytes(), self.at) == byte
    }

    /// The next byte that is not white space; the cursor stands on it afterwards.
    #[inline]
    pub fn peek(&mut self) -> Option<u8> {
        let byte = *self.bytes().get(self.at)?;
        if byte > b' ' {
            return Some(byte);
        }
        self.peek_behind_whitespace()
    }

    #[inline(never)]
    fn peek_behind_whitespace(&mut self) -> Option<u8> {
        // One space behind a comma or a colon is what many writers put there.
        if let Some(&byte) = self.bytes().get(self.at + 1)
            && byte > b' '
            && self.bytes()[self.at] == b' '
        {
            self.at += 1;
            return Some(byte);
        }
        self.at = scan::skip_whitespace(self.bytes(), self.at);
        self.bytes().get(self.at).copied()
    }

    /// Reads `byte` if it comes next, after white space.
    #[inline]
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Ends the walk: the document is not JSON. `expected` says what should stand here.
    #[inline]
    fn malformed<T>(&mut self, expected: &'static str) -> Result<T, Stop> {
        self.malformed_at(self.at, expected)
    }

    #[inline]
    fn malformed_at<T>(&mut self, at: usize, expected: &'static str) -> Result<T, Stop> {
        Err(S::malformed_at(self, at, expected))
    }

    fn malformed_at_here(&mut self, at: usize, expected: &'static str) -> Stop {
        self.sink
            .syntax(&mut || syntax::failure(self.text.as_str(), at, expected));
        Stop::Fatal
    }

    /// Checks that nothing but white space follows the document.
    pub(crate) fn finish(&mut self) -> Result<(), Stop> {
        if self.at != self.end {
            self.peek();
        }
        if self.at == self.end {
            return Ok(());
        }
        self.malformed("the end of the document")
    }

    /// Reads a part of the value at hand through `step`, so that errors in it know their place.
    #[inline]
    pub(crate) fn within<T>(
        &mut self,
        step: impl FnOnce(&Self) -> Step,
        read: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        if !S::KEEPS_FAILURES {
            return read(self);
        }
        let open = self.sink.open_ways();
        let value = read(self);
        if self.sink.open_ways() > open {
            let step = step(self);
            self.sink.come_by(open, step);
        }
        value
    }

    /// Reads the value at hand through a reference.
    #[inline]
    pub fn refer<T>(
        &mut self,
        edge: crate::report::Edge,
        read: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        if !S::KEEPS_FAILURES {
            return read(self);
        }
        let open = self.sink.open_ways();
        let value = read(self);
        self.come_back(open, edge);
        value
    }

    /// Comes back from where a reference leads, when there were so many open ways before.
    #[inline(never)]
    fn come_back(&mut self, open: usize, edge: crate::report::Edge) {
        if self.sink.open_ways() > open {
            self.sink.come_by(open, Step::in_place(edge));
        }
    }

    /// Counts one more level of nesting; `false` when there are too many, which is reported.
    #[inline]
    fn descend(&mut self) -> Result<bool, Stop> {
        if self.depth_left == 0 {
            let at = self.at;
            self.capacity(|| crate::keyword::depth::failure(at))?;
            return Ok(false);
        }
        self.depth_left -= 1;
        Ok(true)
    }

    #[inline]
    fn ascend(&mut self) {
        self.depth_left += 1;
    }

    /// Reads `true` or `false`; `None` where something else stands, which is reported and skipped.
    #[inline]
    pub fn boolean(&mut self) -> Result<Option<bool>, Stop> {
        // Reports are in no hurry.
        if !S::KEEPS_FAILURES
            && let Some(found) = self.short_boolean()
        {
            return Ok(Some(found));
        }
        S::boolean_with_care(self)
    }

    /// Reads over a boolean.
    #[inline]
    fn pass_flag_here(&mut self) -> Result<(), Stop> {
        // One assignment for both ways, as in `pass_text`; reports are in no hurry.
        self.at = if !S::KEEPS_FAILURES
            && let Some((_, end)) = self.short_boolean_here()
        {
            end
        } else {
            S::boolean_with_care(self)?;
            self.at
        };
        Ok(())
    }

    /// Reads a boolean where one stands at the cursor, else nothing.
    #[inline]
    fn short_boolean(&mut self) -> Option<bool> {
        let (found, end) = self.short_boolean_here()?;
        self.at = end;
        Some(found)
    }

    /// The boolean at the cursor, and where it ends.
    #[inline]
    fn short_boolean_here(&self) -> Option<(bool, usize)> {
        let window = self.window()?;
        if window.first_chunk() == Some(b"true") {
            return Some((true, self.at + 4));
        }
        (window.first_chunk() == Some(b"false")).then_some((false, self.at + 5))
    }

    fn boolean_with_care_here(&mut self) -> Result<Option<bool>, Stop> {
        match self.peek() {
            Some(b't') => self.literal("true").map(|()| Some(true)),
            Some(b'f') => self.literal("false").map(|()| Some(false)),
            _ => self
                .wrong_type(crate::JsonType::Boolean.into())
                .map(|()| None),
        }
    }

    /// Reads `null`; `false` where something else stands, which is reported and skipped.
    #[inline]
    pub fn null(&mut self) -> Result<bool, Stop> {
        S::null(self)
    }

    fn null_here(&mut self) -> Result<bool, Stop> {
        match self.peek() {
            Some(b'n') => self.literal("null").map(|()| true),
            _ => self
                .wrong_type(crate::JsonType::Null.into())
                .map(|()| false),
        }
    }

    fn literal(&mut self, word: &'static str) -> Result<(), Stop> {
        if self.bytes()[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        self.malformed("a value")
    }
}
