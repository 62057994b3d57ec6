//! The next member of an object: where its value is, and which of the names that a schema knows it has.
//!
//! What is always made part of its callers is so only in programs without debug assertions: others are
//! built to be built soon, and would compile it for each member of each type.

use super::key::Key;
use super::name::Name;
use super::names::Names;
use super::object::{ESCAPED, Object};
use super::window::WINDOW;
use super::{Reader, Sink, Stop, scan};
use std::hint::cold_path;

/// What comes next in an object, as one number: the index of a name, which no schema has so many of,
/// or one of three. `Result<Option<u32>, Stop>` would be put together and taken apart again for each
/// member.
pub(super) type Code = u32;

/// The object is at its end.
pub(super) const END: Code = u32::MAX;
const INVALID: Code = u32::MAX - 1;
const FATAL: Code = u32::MAX - 2;

#[inline]
pub(super) fn decode(code: Code) -> Result<Option<u32>, Stop> {
    // One comparison for most.
    if code < FATAL {
        return Ok(Some(code));
    }
    match code {
        END => Ok(None),
        INVALID => Err(Stop::Invalid),
        _ => Err(Stop::Fatal),
    }
}

#[inline]
fn encode(result: Result<Option<u32>, Stop>) -> Code {
    match result {
        Ok(Some(index)) => index,
        Ok(None) => END,
        Err(Stop::Invalid) => INVALID,
        Err(Stop::Fatal) => FATAL,
    }
}

/// Behind the colon, and behind one space where there is one.
#[inline]
pub(super) fn behind_colon<S: Sink>(reader: &Reader<'_, S>, end: usize) -> usize {
    if scan::byte(reader.bytes(), end) == b' ' {
        cold_path(); // so that it is guessed, and not waited for
        return end + 1;
    }
    end
}

impl Object {
    /// Goes to the value of the next member. Gives the index of its name in `names`, or
    /// `names.others()` for another name; `None` behind the last member.
    #[inline]
    pub fn next<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Result<Option<u32>, Stop> {
        decode(S::next_code(self, reader, names))
    }

    /// The same as a code, made part of the caller.
    #[inline]
    pub(super) fn next_code_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Code {
        let (end, code) = self.next_code_at::<S, true>(reader, reader.at, names);
        reader.at = end;
        code
    }

    /// The same where the cursor is `at`, and not set: gives where it stands behind the name, as `build_apart`
    /// does. Unless it `KEEPS` known names, where such a one stands is kept for walks only that keep failures.
    #[inline]
    pub(super) fn next_code_at<S: Sink, const KEEPS: bool>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
    ) -> (usize, Code) {
        self.next_code_by::<S, KEEPS>(reader, at, names, |key| names.index_of(key))
    }

    /// The same where no names are known, inside of a loop; `false` behind the last member.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "skipping is a loop around it"),
        inline(always)
    )]
    pub(super) fn next_unnamed<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
    ) -> Result<bool, Stop> {
        let others = |_: &Key| Names::NONE.others();
        let (end, code) = self.next_code_by::<S, false>(reader, reader.at, Names::NONE, others);
        reader.at = end;
        decode(code).map(|next| next.is_some())
    }

    /// The same on any walk: for those that report no part of the loop.
    #[inline]
    pub(super) fn next_of_any<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
    ) -> Result<bool, Stop> {
        // Reports are in no hurry.
        if S::KEEPS_FAILURES {
            return Ok(self.next(reader, Names::NONE)?.is_some());
        }
        self.next_unnamed(reader)
    }

    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_unnamed`"),
        inline(always)
    )]
    fn next_code_by<S: Sink, const KEEPS: bool>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        find: impl Fn(&Key) -> u32,
    ) -> (usize, Code) {
        match reader.text.window(at) {
            Some(window) => self.next_in::<S, KEEPS>(reader, at, names, window, find),
            None => self.next_by(reader, at, names, S::next_near_end),
        }
    }

    /// The same by a function of its own.
    #[inline]
    fn next_by<'a, S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        at: usize,
        names: &'static Names,
        next: fn(&mut Self, &mut Reader<'a, S>, &'static Names) -> Code,
    ) -> (usize, Code) {
        reader.at = at;
        let code = next(self, reader, names);
        (reader.at, code)
    }

    /// The same where the text ends within the window. All ways that are rare are functions of their
    /// own that the others end with, so that these need no room on the stack.
    pub(super) fn next_near_end_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Code {
        if !reader.shadowed.is_empty() {
            return S::next_with_care(self, reader, names);
        }
        // Mostly what is left are brackets.
        if scan::byte(reader.bytes(), reader.at) == b'}' {
            return self.end(reader);
        }
        let window = scan::last_piece(reader.bytes(), reader.at);
        let find = |key: &Key| names.index_of(key);
        let (end, code) = self.next_in::<S, true>(reader, reader.at, names, &window, find);
        reader.at = end;
        code
    }

    /// The same by the bytes at the cursor.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_unnamed`"),
        inline(always)
    )]
    fn next_in<S: Sink, const KEEPS: bool>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        window: &[u8; WINDOW],
        find: impl Fn(&Key) -> u32,
    ) -> (usize, Code) {
        let is_first = at == self.first;
        let before = match window {
            [b',', b'"', ..] if !is_first => 1,
            [b',', b' ', b'"', ..] if !is_first => {
                cold_path(); // so that it is guessed, and not waited for
                2
            }
            [b'"', ..] if is_first => 0,
            [b'}', ..] => {
                reader.at = at + 1;
                return (at + 1, self.close(reader));
            }
            _ => return self.next_by(reader, at, names, S::next_apart),
        };
        match window[before..].first_chunk() {
            Some(text) => self.member_named::<S, KEEPS>(reader, at, names, at + before, text, find),
            None => self.next_by(reader, at, names, S::next_with_care),
        }
    }

    /// The member whose name's quote stands at `start`, by the bytes from there on.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_unnamed`"),
        inline(always)
    )]
    fn member_named<S: Sink, const KEEPS: bool>(
        &mut self,
        reader: &mut Reader<'_, S>,
        at: usize,
        names: &'static Names,
        start: usize,
        text: &[u8; 38],
        find: impl Fn(&Key) -> u32,
    ) -> (usize, Code) {
        let likely = self.likely;
        if let Some(name) = names.get(likely)
            && let Some(written) = text.first_chunk()
            && name.is_at(written)
        {
            self.keep_found::<S, KEEPS>(likely, name, start);
            return (behind_colon(reader, start + name.length()), likely);
        }
        if let Some(written) = text.first_chunk()
            && let Some((found, length)) = names.written_at(written)
            && let Some(name) = names.get(found)
        {
            self.keep_found::<S, KEEPS>(found, name, start);
            return (behind_colon(reader, start + length + 3), found);
        }
        let Some(name) = text[1..].first_chunk::<35>() else {
            return self.next_by(reader, at, names, S::next_with_care);
        };
        let Some((blocks, _)) = name.split_first_chunk() else {
            return self.next_by(reader, at, names, S::next_with_care);
        };
        let ends = scan::ends_in(blocks);
        if ends == 0 {
            reader.at = at;
            let code = S::next_long(self, reader, names, start);
            return (reader.at, code);
        }
        let length = ends.trailing_zeros() as usize;
        let Some(&[b'"', b':', _]) = name[length..].first_chunk() else {
            return self.next_by(reader, at, names, S::next_with_care);
        };
        self.name_start = start;
        self.name_length = length;
        let key = Key::of_start(blocks, length);
        self.unnamed.hash = key.hash();
        let found = if names.are_told_apart() {
            // It would have been found above.
            names.others()
        } else {
            find(&key)
        };
        self.keep_known::<S>(names, found);
        (behind_colon(reader, start + length + 3), found)
    }

    /// Keeps a known name, which has this index and whose quote stands at `start`.
    #[inline]
    fn keep_found<S: Sink, const KEEPS: bool>(&mut self, index: u32, name: &Name, start: usize) {
        self.likely = index + 1;
        if !KEEPS && !S::KEEPS_FAILURES {
            return;
        }
        self.name_start = start;
        self.name_length = name.text().len();
        self.unnamed.hash = name.key().hash();
        if S::KEEPS_FAILURES {
            self.known = Some(name.text());
        }
    }

    /// The same where a name stands on a line of its own: it is indented like the last one, mostly.
    pub(super) fn next_apart_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Code {
        let is_first = reader.at == self.first;
        // The byte before the blanks: the comma, or the bracket, which was passed.
        let before = reader.at - usize::from(is_first);
        let Some(window) = scan::window(reader.bytes(), before) else {
            return S::next_with_care(self, reader, names);
        };
        if window[0] != b',' && !is_first {
            return self.end_apart(reader, names);
        }
        let Some(blanks) = reader.blanks_before_name(window) else {
            return S::next_with_care(self, reader, names);
        };
        let start = before + 1 + blanks;
        let Some(text) = scan::piece(reader.bytes(), start) else {
            return S::next_with_care(self, reader, names);
        };
        let find = |key: &Key| names.index_of(key);
        let (end, code) = self.member_named::<S, true>(reader, reader.at, names, start, text, find);
        reader.at = end;
        code
    }

    /// The same where no comma comes: most likely the bracket of the end.
    #[inline]
    fn end_apart<S: Sink>(&mut self, reader: &mut Reader<'_, S>, names: &'static Names) -> Code {
        let end = reader.behind_blanks(reader.at, true);
        if scan::byte(reader.bytes(), end) != b'}' {
            return S::next_with_care(self, reader, names);
        }
        reader.at = end;
        self.end(reader)
    }

    /// The same for a long name, whose quote stands at `start`.
    pub(super) fn next_long_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        start: usize,
    ) -> Code {
        let bytes = reader.bytes();
        let likely = self.likely;
        if let Some(name) = names.get(likely)
            && let Some(end) = name.end_of_long(bytes, start)
        {
            self.keep_found::<S, true>(likely, name, start);
            reader.at = behind_colon(reader, end);
            return likely;
        }
        // The first blocks were looked at.
        let end = scan::string_end(bytes, start + 1 + Key::LENGTH);
        let Some([b'"', b':']) = bytes.get(end..end + 2) else {
            return S::next_with_care(self, reader, names);
        };
        let name = &bytes[start + 1..end];
        let Some(hash) = Key::hash_of_long(name) else {
            return S::next_with_care(self, reader, names);
        };
        self.name_start = start;
        self.name_length = name.len();
        self.unnamed.hash = hash;
        reader.at = behind_colon(reader, end + 2);
        let found = names.find_long(hash, name).unwrap_or(names.others());
        self.keep_known::<S>(names, found);
        found
    }

    pub(super) fn next_with_care_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Code {
        encode(self.member_with_care(reader, names))
    }

    fn member_with_care<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Result<Option<u32>, Stop> {
        loop {
            if !self.separator(reader)? {
                return decode(self.end(reader));
            }
            let index = self.name_index(reader, names)?;
            if reader.shadowed.is_empty() || !self.is_shadowed(reader)? {
                return Ok(Some(index));
            }
        }
    }

    /// Goes to the quote of the next name; `false` where the bracket of the end comes.
    fn separator<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Result<bool, Stop> {
        let is_first = reader.at == self.first;
        match reader.peek() {
            Some(b'}') => return Ok(false),
            Some(b',') if !is_first => {
                reader.at += 1;
                let comma = reader.at;
                reader.peek();
                let blanks = &reader.bytes()[comma..reader.at];
                reader.lines.keep(reader.depth_left, blanks);
            }
            _ if !is_first => return reader.malformed("`,` or `}`"),
            _ => {}
        }
        Ok(true)
    }

    /// Goes behind the bracket of the end, which the cursor stands on.
    #[inline]
    pub(super) fn end<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Code {
        reader.at += 1;
        self.close(reader)
    }

    /// The object is at its end: the cursor stands behind the bracket.
    #[inline]
    pub(super) fn close<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Code {
        reader.ascend();
        if S::KEEPS_FAILURES {
            S::keep_names(self, reader);
            return END;
        }
        if self.unnamed.end(reader) {
            return END;
        }
        S::end_of_many(self, reader)
    }

    pub(super) fn keep_names_here<S: Sink>(&self, reader: &mut Reader<'_, S>) {
        self.unnamed.keep(reader);
    }

    /// The same for an object of which more names were noted than are compared one by one.
    pub(super) fn end_of_many_here<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Code {
        encode(self.unnamed.end_of_many(reader).map(|()| None))
    }

    /// Reads a name and gives its index.
    fn name_index<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Result<u32, Stop> {
        if reader.peek() != Some(b'"') {
            return reader.malformed("a member name in double quotes");
        }
        let token = reader.quoted()?;
        if !reader.eat(b':') {
            return reader.malformed("`:`");
        }
        self.name_start = token.span().start;
        self.name_length = if token.is_escaped() {
            ESCAPED
        } else {
            token.span().len() - 2
        };
        let text = token.text();
        let key = Key::of_text(text.as_bytes());
        let found = names.find(&key, &text);
        self.unnamed.hash = key.hash();
        let found = found.unwrap_or(names.others());
        self.keep_known::<S>(names, found);
        Ok(found)
    }

    /// Whether a later member replaces the one at hand, whose value is passed over then.
    #[cold]
    fn is_shadowed<S: Sink>(&self, reader: &mut Reader<'_, S>) -> Result<bool, Stop> {
        let is_shadowed = reader.shadowed.binary_search(&self.name_start).is_ok();
        if is_shadowed {
            reader.skip()?;
        }
        Ok(is_shadowed)
    }
}
