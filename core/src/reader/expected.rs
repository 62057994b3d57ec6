//! The next member of an object where its name is expected: it is compared with the bytes before
//! anything else is done.

use super::name::Name;
use super::names::Names;
use super::next::{Code, decode};
use super::object::Object;
use super::scan::Indentation;
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
        let is_first = expected == 0;
        let before = usize::from(!is_first);
        let Some(window) = reader.text.window(at) else {
            return S::next_unexpected(self, reader, at, names, expected);
        };
        if window[0] == b'}' || window[0] <= b' ' && !is_first {
            return S::end_expecting(self, reader, at, names, expected);
        }
        if window[before] <= b' ' {
            if let Some(name) = names.get(expected)
                && let Some(end) = self.apart(reader, name, at + before, is_first)
            {
                if scan::byte(reader.bytes(), end) != b' ' {
                    return without_space(end, expected);
                }
                return (end + 1, expected);
            }
            return S::next_unexpected(self, reader, at, names, expected);
        }
        if (is_first || window[0] == b',')
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

    /// What stands behind this name and its colon, if it stands behind the blanks at `blanks`.
    #[inline]
    fn apart<S: Sink>(
        &mut self,
        reader: &Reader<'_, S>,
        name: &Name,
        blanks: usize,
        is_first: bool,
    ) -> Option<usize> {
        let (length, end) = if scan::byte(reader.bytes(), blanks) != b' ' {
            let end = self.indented(reader, name, blanks - 1)?;
            (self.indentation.length(), end)
        } else if is_first {
            // As in `{ "name": 1 }`.
            let window = scan::window(reader.bytes(), blanks)?;
            (1, blanks + name.end_at(window, 1)?)
        } else {
            return None;
        };
        self.keep_expected::<S>(name, blanks + length);
        Some(end)
    }

    /// What stands behind this name and its colon, if it stands on a line of its own and indented like the
    /// last one, behind the comma or the bracket at `before`.
    #[inline]
    pub(super) fn indented<S: Sink>(
        &mut self,
        reader: &Reader<'_, S>,
        name: &Name,
        before: usize,
    ) -> Option<usize> {
        let window = scan::window(reader.bytes(), before)?;
        if before < self.first {
            self.indentation = Indentation::behind_first_byte(window)?;
        } else if window[0] != b',' || !self.indentation.is_behind_first_byte(window) {
            return None;
        }
        let length = name.end_at(window, 1 + self.indentation.length())?;
        Some(before + length)
    }
}

/// A rarer way is a jump here, which is guessed: as a sum, the space behind a colon would be waited for.
#[cold]
#[inline(never)]
fn without_space(end: usize, found: u32) -> (usize, Code) {
    (end, found)
}
