//! The next member of an object where its name is expected: it is compared with the bytes before
//! anything else is done.

use super::name::Name;
use super::names::Names;
use super::next::{Code, decode};
use super::object::Object;
use super::scan::Indentation;
use super::{Reader, Sink, Stop, scan};

impl Object {
    /// The same as [`Object::next`], where the compiler knows which of the names should come next:
    /// the first one at the beginning, later the one behind the name of the member that was read
    /// last.
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
        names: &'static Names,
        expected: u32,
    ) -> Result<Option<u32>, Stop> {
        if reader.shadowed.is_empty()
            && let Some(name) = names.get(expected)
            && let Some((start, end)) = name.expected(reader.bytes(), reader.at, expected == 0)
        {
            self.keep_expected::<S>(name, start);
            reader.at = end;
            return Ok(Some(expected));
        }
        // Behind the last name there is mostly nothing more.
        if expected > 0
            && expected == names.others()
            && scan::byte(reader.bytes(), reader.at) == b'}'
        {
            return decode(self.end(reader));
        }
        let at = reader.at;
        let (end, code) = S::next_expecting(self, reader, at, names, expected);
        reader.at = end;
        decode(code)
    }

    /// The same for a name that is not written as compactly as can be, or not the expected one. Takes
    /// the place `at` of the cursor and gives that of its end, as `build_apart` does.
    pub(super) fn next_expecting_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        expected: u32,
    ) -> (usize, Code) {
        reader.at = at;
        // Written compactly, or with one space behind the comma, the name would have been found already.
        let before = at + usize::from(expected != 0);
        if scan::byte(reader.bytes(), before) <= b' ' && reader.shadowed.is_empty() {
            if expected > 0 && scan::byte(reader.bytes(), at) <= b' ' {
                let code = self.end_apart(reader, names);
                return (reader.at, code);
            }
            let name = names.get(expected);
            let found = name.and_then(|name| self.apart(reader, name, before, expected == 0));
            if let Some(end) = found {
                return (end, expected);
            }
        }
        // Compared already.
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

    /// Where the next value is, if this name stands before it, behind the blanks at `blanks`.
    #[inline]
    fn apart<S: Sink>(
        &mut self,
        reader: &Reader<'_, S>,
        name: &Name,
        blanks: usize,
        is_first: bool,
    ) -> Option<usize> {
        let (length, end) = if scan::byte(reader.bytes(), blanks) != b' ' {
            let end = self.indented(reader, name, is_first)?;
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

    /// Where the next value is, if this name stands before it, on a line of its own and indented like
    /// the last one.
    #[inline]
    pub(super) fn indented<S: Sink>(
        &mut self,
        reader: &Reader<'_, S>,
        name: &Name,
        is_first: bool,
    ) -> Option<usize> {
        // The byte before the blanks: the comma, or the bracket, which was passed.
        let before = reader.at - usize::from(is_first);
        let window = scan::window(reader.bytes(), before)?;
        if is_first {
            self.indentation = Indentation::behind_first_byte(window)?;
        } else if window[0] != b',' || !self.indentation.is_behind_first_byte(window) {
            return None;
        }
        let length = name.end_at(window, 1 + self.indentation.length())?;
        Some(before + length)
    }
}
