//! The next member of an object where its name is expected: it is compared with the bytes before
//! anything else is done.

use super::name::Name;
use super::names::Names;
use super::next::{Code, decode};
use super::object::Object;
use super::scan::{Indentation, Window};
use super::{Reader, Sink, Stop, scan};
use std::hint::cold_path;

impl Object {
    /// The same as [`Object::next`], where the compiler knows which of the names should come next:
    /// the first one at the beginning, later the one behind the name of the member that was read
    /// last. The cursor is `at` here, and only set where something else is called: what follows would
    /// wait for it longer if it came through memory.
    #[cfg_attr(
        not(debug_assertions),
        expect(
            clippy::inline_always,
            reason = "`expected` is a constant, and so the name that is compared; part of what took a \
                  third off the time for a verdict on req-pay"
        ),
        inline(always)
    )]
    pub fn next_of<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: &mut usize,
        names: &'static Names,
        expected: u32,
    ) -> Result<Option<u32>, Stop> {
        // A window is there only where no members are shadowed.
        if let Some(name) = names.get(expected)
            && let Some(window) = reader.text.window(*at)
            && let Some((before, length)) = name.expected(window, expected == 0)
        {
            self.keep_expected::<S>(name, *at + before);
            *at += length;
            return Ok(Some(expected));
        }
        // Behind the last name there is mostly nothing more.
        if expected > 0 && expected == names.others() && scan::byte(reader.bytes(), *at) == b'}' {
            *at += 1;
            reader.at = *at;
            return decode(self.close(reader));
        }
        let (end, code) = S::next_expecting(self, reader, *at, names, expected);
        *at = end;
        decode(code)
    }

    /// The same where another name comes, or blanks before it. Takes the place `at` of the cursor and gives
    /// that of its end, as `build_apart` does. What is rarer is done by functions that this one ends with, so
    /// that it needs no room on the stack.
    pub(super) fn next_expecting_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        let Some(window) = reader.text.window(at) else {
            return S::next_unexpected(self, reader, at, names, expected);
        };
        match window {
            [b'}', ..] => S::end_expecting(self, reader, at, names, expected),
            [0..=b' ', ..] if expected != 0 => S::end_expecting(self, reader, at, names, expected),
            [0..=b' ', ..] | [b',', 0..=b' ', ..] => {
                S::next_indented(self, reader, at, names, expected)
            }
            _ => S::next_other(self, reader, at, names, expected),
        }
    }

    /// The same where another name stands behind the comma, or the bracket.
    pub(super) fn next_other_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        let before = usize::from(expected != 0);
        if let Some(window) = reader.text.window(at)
            && (before == 0 || window[0] == b',')
            && let Some(text) = window[before..].first_chunk()
            && let Some((found, length)) = names.written_at(text)
        {
            if let Some(name) = names.get(found) {
                self.keep_expected::<S>(name, at + before);
            }
            let end = before + length + 3;
            if window[end] == b' ' {
                cold_path(); // so that it is guessed, and not waited for
                return (at + end + 1, found);
            }
            return (at + end, found);
        }
        S::next_unexpected(self, reader, at, names, expected)
    }

    /// The same where blanks stand before the name: mostly the expected one, on a line of its own.
    pub(super) fn next_indented_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        let is_first = expected == 0;
        // The comma, or the bracket, which was passed.
        let before = at - usize::from(is_first);
        if let Some(window) = reader.text.wide_window(before)
            && let Some(name) = names.get(expected)
            && let Some((start, length)) = self.apart(name, window, is_first)
        {
            self.keep_expected::<S>(name, before + start);
            if window[length] != b' ' {
                return without_space(before + length, expected);
            }
            return (before + length + 1, expected);
        }
        S::next_unexpected(self, reader, at, names, expected)
    }

    /// The same where the bracket of the end comes, mostly, or blanks before it.
    pub(super) fn end_expecting_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        _expected: u32,
    ) -> (usize, Code) {
        reader.at = at;
        let code = if scan::byte(reader.bytes(), at) == b'}' {
            self.end(reader)
        } else {
            self.end_apart(reader, names)
        };
        (reader.at, code)
    }

    /// The same for any name, however it is written.
    pub(super) fn next_unexpected_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        _expected: u32,
    ) -> (usize, Code) {
        reader.at = at;
        // The expected one was looked for.
        self.likely = names.others();
        let code = self.next_code_here(reader, names);
        (reader.at, code)
    }

    /// Keeps the name that was expected and found, whose quote stands at `start`, for walks that keep
    /// failures.
    #[inline]
    fn keep_expected<S: Sink>(&mut self, name: &Name, start: usize) {
        if S::KEEPS_FAILURES {
            self.known = Some(name.text());
            self.name_start = start;
            self.name_length = name.text().len();
        }
    }

    /// What stands before this name, and how long it is with that and its colon, if it stands behind the
    /// first byte of the window and blanks.
    #[inline]
    fn apart(&mut self, name: &Name, window: &Window, is_first: bool) -> Option<(usize, usize)> {
        if window[1] != b' ' {
            let length = self.indented(name, window, is_first)?;
            return Some((1 + self.indentation.length(), length));
        }
        // As in `{ "name": 1 }`.
        Some((2, name.end_at(window, 2).filter(|_| is_first)?))
    }

    /// How long this name is with its colon and what stands before it, if it stands on a line of its own
    /// behind the first byte of the window, and indented like the last one.
    #[inline]
    pub(super) fn indented(
        &mut self,
        name: &Name,
        window: &Window,
        is_first: bool,
    ) -> Option<usize> {
        if is_first {
            self.indentation = Indentation::behind_first_byte(window)?;
        } else if window[0] != b',' || !self.indentation.is_behind_first_byte(window) {
            return None;
        }
        name.end_at(window, 1 + self.indentation.length())
    }
}

/// A rarer way is a jump here, which is guessed: as a sum, the space behind a colon would be waited for.
#[cold]
#[inline(never)]
fn without_space(end: usize, found: u32) -> (usize, Code) {
    (end, found)
}
