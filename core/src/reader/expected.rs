//! The next member of an object where its name is expected: it is compared with the bytes before
//! anything else is done.

use super::name::Name;
use super::names::Names;
use super::next::{Code, behind_colon, decode};
use super::object::Object;
use super::window::WINDOW;
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
        // Where members are shadowed, there are no windows.
        if let Some(name) = names.get(expected)
            && let Some(window) = reader.text.window(*at)
            && let Some((start, end)) = name.expected(reader, *at, window, expected == 0)
        {
            self.keep_expected::<S>(name, start);
            *at = end;
            return Ok(Some(expected));
        }
        cold_path(); // so that the way of names as expected is straight
        // Behind the last name there is mostly nothing more.
        let (end, code) = if expected > 0 && expected == names.others() {
            if scan::byte(reader.bytes(), *at) == b'}' {
                *at += 1;
                reader.at = *at;
                return decode(self.close(reader));
            }
            S::end_expecting(self, reader, *at, names, expected)
        } else {
            S::next_other(self, reader, *at, names, expected)
        };
        *at = end;
        decode(code)
    }

    // Those that follow take the place `at` of the cursor and give that of its end, as `build_apart` does. What
    // is rarer is done by functions that they end with, so that they need no room on the stack.

    /// The same where another name stands behind the comma, or the bracket.
    pub(super) fn next_other_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        // The comma, or the bracket, which was passed.
        let before = at - usize::from(expected == 0);
        let Some(window) = reader.text.window(before) else {
            return S::next_unexpected(self, reader, at, names, expected);
        };
        if window[0] != b',' && expected != 0 {
            return S::end_expecting(self, reader, at, names, expected);
        }
        if let Some(text) = window[1..].first_chunk()
            && let Some((found, length)) = names.written_at(text)
        {
            if let Some(name) = names.get(found) {
                self.keep_expected::<S>(name, before + 1);
            }
            let end = length + 4;
            if window[end] == b' ' {
                cold_path(); // so that it is guessed, and not waited for
                return (before + end + 1, found);
            }
            return (before + end, found);
        }
        S::next_spaced(self, reader, at, names, expected)
    }

    /// The same where the blanks before the name are others than those of the last line, or it is another name.
    /// That a comma stands before them, or the bracket, is known: `next_other` has seen it.
    pub(super) fn next_spaced_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        let is_first = expected == 0;
        let before = at - usize::from(is_first);
        if let Some(window) = reader.text.wide_window(before)
            && let Some(name) = names.get(expected)
            && let Some(blanks) = reader.blanks_before_name(window)
            && let Some(length) = name.end_at(window, 1 + blanks)
        {
            self.keep_expected::<S>(name, before + 1 + blanks);
            return (behind_colon(reader, before + length), expected);
        }
        S::next_unexpected(self, reader, at, names, expected)
    }

    /// The same where the bracket of the end comes, mostly, or blanks before it.
    pub(super) fn end_expecting_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        let end = match scan::byte(reader.bytes(), at) {
            b'}' => at,
            b',' => return S::next_other(self, reader, at, names, expected),
            _ => match reader.bracket_tried(at) {
                Some(end) => end,
                None => return S::next_unexpected(self, reader, at, names, expected),
            },
        };
        reader.at = end + 1;
        let code = self.close(reader);
        (end + 1, code)
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
}

impl Name {
    /// Where this name's quote stands and where what follows its colon begins, if it stands in the window at
    /// `at`: behind a comma, a comma and a space, or a line break like the last one; the first name, behind
    /// the bracket that was passed.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `end_at`"),
        inline(always)
    )]
    fn expected<S: Sink>(
        &'static self,
        reader: &mut Reader<'_, S>,
        at: usize,
        window: &[u8; WINDOW],
        is_first: bool,
    ) -> Option<(usize, usize)> {
        // The comma, or the bracket.
        let (before, opening, blank) = if is_first {
            (at - 1, b'{', window[0])
        } else {
            (at, b',', window[1])
        };
        // Rarer ways are jumps, which are guessed, and no sums, which are waited for.
        if let Some(end) = self.end_in(window, 0, is_first) {
            if is_first && window[end] == b' ' {
                cold_path();
                return Some((before + 1, at + end + 1));
            }
            return Some((before + 1, at + end));
        }
        if blank > b' ' {
            return None;
        }
        cold_path();
        if blank == b'\n' {
            let end = S::indented(reader, before, self, opening);
            return (end != 0).then(|| (end - 1 - self.length(), end));
        }
        if is_first || window[..2] != *b", " {
            return None;
        }
        let end = self.end_in(window, 2, true)?;
        if window[end] == b' ' {
            return Some((at + 2, at + end + 1));
        }
        cold_path();
        Some((at + 2, at + end))
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Name, Reader, Settings, Verdict};

    #[test]
    fn a_name_is_found_behind_what_most_writers_put_there() {
        static ID: Name = Name::new("id");
        #[track_caller]
        fn check(is_first: bool, text: &str, expected: Option<(usize, usize)>) {
            let behind = " ".repeat(70);
            let text = format!("{{{text}{behind}");
            let mut reader = Reader::new(&text, Settings::DEFAULT, Verdict);
            let window = reader.text.window(1).unwrap();
            let found = ID.expected(&mut reader, 1, window, is_first);
            let expected = expected.map(|(start, end)| (1 + start, 1 + end));
            assert_eq!(found, expected, "{text}");
        }
        check(true, "\"id\":1", Some((0, 5)));
        check(true, "\"id\": 1", Some((0, 6)));
        check(true, "\"id\":  1", Some((0, 6)));
        check(true, " \"id\":1", None);
        check(false, ",\"id\":1", Some((1, 6)));
        check(false, ", \"id\":1", Some((2, 7)));
        check(false, ", \"id\": 1", Some((2, 8)));
        check(false, ", \"id\":  1", Some((2, 8)));
        check(false, ",  \"id\":1", None);
        check(false, "  \"id\":1", None);
        // No line is known that these could be like.
        check(true, "\n  \"id\": 1", None);
        check(false, ",\n  \"id\": 1", None);
    }
}
