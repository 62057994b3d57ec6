//! Objects, member by member. Members mostly come in the order of the schema, so the name that is
//! expected next is compared with the bytes before anything else is done; any other is found by hash.
//!
//! What is always made part of its callers is so only in programs without debug assertions: others are
//! built to be built soon, and would compile it for each member of each type.

use super::key::Key;
use super::name::Name;
use super::names::Names;
use super::scan::Indentation;
use super::string::StringToken;
use super::unnamed::Unnamed;
use super::words::Words;
use super::{Reader, Sink, Stop, scan};
use crate::JsonType;
use std::borrow::Cow;
use std::hint::cold_path;
use std::ops::Range;

/// An object that is being read. What a walk needs that stops at the first failure is not kept while
/// names come as expected.
#[derive(Debug)]
pub struct Object {
    /// Behind the bracket.
    first: usize,
    /// What stood before the last name.
    indentation: Indentation,
    /// Whether the last name was the expected one, so that it pays to look for the next.
    is_in_order: bool,
    /// The name of the member at hand, if it is a known one; only walks that keep failures ask.
    pub(super) known: Option<&'static str>,
    /// Where the name's quote stands, and how many bytes stand between its quotes, or [`ESCAPED`];
    /// known behind [`Object::next`], and to walks that keep failures.
    pub(super) name_start: usize,
    name_length: usize,
    pub(super) unnamed: Unnamed,
}

/// The length of a name that holds escapes.
const ESCAPED: usize = usize::MAX;

/// What comes next in an object, as one number: the index of a name, which no schema has so many of,
/// or one of three. `Result<Option<u32>, Stop>` would be put together and taken apart again for each
/// member.
pub(super) type Code = u32;

/// The object is at its end.
const END: Code = u32::MAX;
const INVALID: Code = u32::MAX - 1;
const FATAL: Code = u32::MAX - 2;

#[inline]
fn decode(code: Code) -> Result<Option<u32>, Stop> {
    match code {
        END => Ok(None),
        INVALID => Err(Stop::Invalid),
        FATAL => Err(Stop::Fatal),
        index => Ok(Some(index)),
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

impl Object {
    /// Where the object stands, once all of it was read.
    pub(crate) fn span<S: Sink>(&self, reader: &Reader<'_, S>) -> Range<usize> {
        self.start()..reader.at
    }

    /// Where its bracket stands.
    #[inline]
    pub(super) fn start(&self) -> usize {
        self.first - 1
    }

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

    pub(super) fn next_code_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Code {
        let find = |key: &Key| names.find_short(key).unwrap_or(names.others());
        self.next_code_by(reader, names, find)
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
        let code = self.next_code_by(reader, Names::NONE, |_| Names::NONE.others());
        decode(code).map(|next| next.is_some())
    }

    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_unnamed`"),
        inline(always)
    )]
    fn next_code_by<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        find: impl Fn(&Key) -> u32,
    ) -> Code {
        if !reader.shadowed.is_empty() {
            return S::next_with_care(self, reader, names);
        }
        match scan::piece(reader.bytes(), reader.at) {
            Some(window) => self.next_in(reader, names, window, find),
            None => S::next_near_end(self, reader, names),
        }
    }

    /// The same where the text ends within the window. All ways that are rare are functions of their
    /// own that the others end with, so that these need no room on the stack.
    pub(super) fn next_near_end_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Code {
        let window = scan::last_piece(reader.bytes(), reader.at);
        let find = |key: &Key| names.find_short(key).unwrap_or(names.others());
        self.next_in(reader, names, &window, find)
    }

    /// The same by the bytes at the cursor.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_unnamed`"),
        inline(always)
    )]
    fn next_in<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        window: &[u8; 40],
        find: impl Fn(&Key) -> u32,
    ) -> Code {
        let is_first = reader.at == self.first;
        let before = match window {
            [b',', b'"', ..] if !is_first => 1,
            [b',', b' ', b'"', ..] if !is_first => {
                cold_path(); // so that it is guessed, and not waited for
                2
            }
            [b'"', ..] if is_first => 0,
            [b'}', ..] => return self.end(reader),
            _ => return S::next_with_care(self, reader, names),
        };
        let Some(name) = window[before + 1..].first_chunk::<35>() else {
            return S::next_with_care(self, reader, names);
        };
        let Some((blocks, _)) = name.split_first_chunk() else {
            return S::next_with_care(self, reader, names);
        };
        let ends = scan::ends_in(blocks);
        if ends == 0 {
            return S::next_long(self, reader, names, before);
        }
        let length = ends.trailing_zeros() as usize;
        let Some(&[b'"', b':', behind]) = name[length..].first_chunk() else {
            return S::next_with_care(self, reader, names);
        };
        self.name_start = reader.at + before;
        self.name_length = length;
        reader.at = self.name_start + length + 3;
        if behind == b' ' {
            cold_path(); // as above
            reader.at += 1;
        }
        let key = Key::of_start(blocks, length);
        self.unnamed.hash = key.hash();
        let found = find(&key);
        self.keep_known::<S>(names, found);
        found
    }

    /// The same for a long name, whose quote stands `before` bytes behind the cursor.
    pub(super) fn next_long_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        before: usize,
    ) -> Code {
        let bytes = reader.bytes();
        let start = reader.at + before;
        // The first blocks were looked at.
        let end = scan::string_end(bytes, start + 1 + Key::LENGTH);
        let Some([b'"', b':']) = bytes.get(end..end + 2) else {
            return S::next_with_care(self, reader, names);
        };
        let name = &bytes[start + 1..end];
        self.name_start = start;
        self.name_length = name.len();
        reader.at = end + 2;
        let Some(hash) = Key::hash_of_long(name) else {
            return S::next_with_care(self, reader, names);
        };
        self.unnamed.hash = hash;
        let found = names.find_long(hash, name).unwrap_or(names.others());
        self.keep_known::<S>(names, found);
        found
    }

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
            && let Some(end) = name.end_in(reader.bytes(), reader.at, expected == 0)
        {
            let start = reader.at + usize::from(expected != 0);
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
        let code = self.code_expecting(reader, names, expected);
        (reader.at, code)
    }

    #[inline]
    fn code_expecting<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        expected: u32,
    ) -> Code {
        // Written compactly, the name would have been found already.
        let before = reader.at + usize::from(expected != 0);
        let is_apart = scan::byte(reader.bytes(), before) <= b' ';
        if is_apart && self.is_in_order && reader.shadowed.is_empty() {
            if let Some(name) = names.get(expected)
                && let Some(end) = self.indented(reader, name, expected == 0)
            {
                self.keep_expected::<S>(name, before + self.indentation.length());
                reader.at = end;
                return expected;
            }
            if expected > 0 && reader.comes_to_end() {
                return self.end(reader);
            }
        }
        let find = |key: &Key| names.find_short(key).unwrap_or(names.others());
        let found = self.next_code_by(reader, names, find);
        self.is_in_order = found == expected;
        found
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

    /// Keeps the name that was found by hash, for walks that keep failures.
    #[inline]
    fn keep_known<S: Sink>(&mut self, names: &'static Names, found: u32) {
        if S::KEEPS_FAILURES {
            self.known = names.get(found).map(Name::text);
        }
    }

    /// Where the next value is, if this name comes before it, written as simply as most writers do
    /// it and indented like the last one.
    #[inline]
    fn indented<S: Sink>(
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
                self.indentation = Indentation::of_length(reader.at - comma).unwrap_or_default();
            }
            _ if !is_first => return reader.malformed("`,` or `}`"),
            _ => {}
        }
        Ok(true)
    }

    /// Goes behind the bracket of the end, which the cursor stands on.
    #[inline]
    fn end<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Code {
        reader.at += 1;
        reader.ascend();
        if self.unnamed.end(reader) {
            return END;
        }
        S::end_of_many(self, reader)
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

    /// The name of the member at hand.
    pub(super) fn name_token<'a, S: Sink>(&self, reader: &Reader<'a, S>) -> StringToken<'a> {
        match self.name_length {
            ESCAPED => reader.string_at(self.name_start),
            length => reader.simple_string(self.name_start..self.name_start + length + 2),
        }
    }

    /// The index of the name of the member at hand among `words`.
    #[inline]
    pub(super) fn index_of_name<S: Sink>(
        &self,
        reader: &Reader<'_, S>,
        words: &Words,
    ) -> Option<usize> {
        let is_it = |word: &str| match self.name_length {
            ESCAPED => self.name_token(reader).text() == word,
            length => {
                length == word.len()
                    && reader.bytes()[self.name_start + 1..].starts_with(word.as_bytes())
            }
        };
        words.find_hashed(self.unnamed.hash, is_it)
    }

    /// The name of the member at hand, and where it stands.
    pub(crate) fn name<'a, S: Sink>(&self, reader: &Reader<'a, S>) -> (Cow<'a, str>, Range<usize>) {
        let token = self.name_token(reader);
        (token.text(), token.span())
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Whether the end of an object that has members comes next; the cursor stands on it then.
    #[inline]
    fn comes_to_end(&mut self) -> bool {
        let mut at = self.at;
        if let Some(b'\0'..=b' ') = self.bytes().get(at) {
            at = scan::skip_whitespace(self.bytes(), at);
        }
        let is_end = self.bytes().get(at) == Some(&b'}');
        if is_end {
            self.at = at;
        }
        is_end
    }

    /// Reads the beginning of an object; `None` where something else stands, or where it would
    /// nest too deep, which is reported and skipped.
    #[inline]
    pub fn object(&mut self) -> Result<Option<Object>, Stop> {
        if self.peek() != Some(b'{') {
            self.wrong_type(JsonType::Object.into())?;
            return Ok(None);
        }
        if !self.descend()? {
            self.skip_unnested()?;
            return Ok(None);
        }
        self.at += 1;
        Ok(Some(Object {
            first: self.at,
            indentation: Indentation::default(),
            is_in_order: true,
            known: None,
            name_start: self.at,
            name_length: ESCAPED,
            unnamed: Unnamed::in_object(self),
        }))
    }
}
