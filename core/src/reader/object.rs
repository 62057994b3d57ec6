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
use super::{Reader, Sink, Stop, scan};
use crate::JsonType;
use std::borrow::Cow;
use std::hint::cold_path;
use std::num::NonZero;
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
    /// Where the name stands, quotes included; known behind [`Object::next`] only. No end where it
    /// holds escapes.
    pub(super) name_start: usize,
    name_end: Option<NonZero<usize>>,
    pub(super) unnamed: Unnamed,
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
    #[inline(never)]
    pub fn next<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Result<Option<u32>, Stop> {
        self.next_inlined(reader, names)
    }

    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "skipping is a loop around it"),
        inline(always)
    )]
    pub(super) fn next_inlined<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
    ) -> Result<Option<u32>, Stop> {
        if S::KEEPS_FAILURES || !reader.shadowed.is_empty() {
            return S::next_with_care(self, reader, names);
        }
        let filled;
        let window: &[u8; 40] = if let Some(window) = scan::piece(reader.bytes(), reader.at) {
            window
        } else {
            filled = scan::last_piece(reader.bytes(), reader.at);
            &filled
        };
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
            let start = reader.at + before;
            return S::next_long(self, reader, names, start);
        }
        let length = ends.trailing_zeros() as usize;
        let Some(&[b'"', b':', behind]) = name[length..].first_chunk() else {
            return S::next_with_care(self, reader, names);
        };
        self.name_start = reader.at + before;
        reader.at = self.name_start + length + 3;
        self.name_end = NonZero::new(reader.at - 1);
        if behind == b' ' {
            cold_path(); // as above
            reader.at += 1;
        }
        let key = Key::of_start(blocks, length);
        let found = names.find_short(&key);
        self.unnamed.hash = key.hash();
        Ok(Some(found.unwrap_or(names.others())))
    }

    /// The same for a long name, whose quote stands at `start`.
    pub(super) fn next_long_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        start: usize,
    ) -> Result<Option<u32>, Stop> {
        let bytes = reader.bytes();
        let end = scan::string_end(bytes, start + 1);
        let Some([b'"', b':']) = bytes.get(end..end + 2) else {
            return S::next_with_care(self, reader, names);
        };
        self.name_start = start;
        self.name_end = NonZero::new(end + 1);
        reader.at = end + 2;
        let name = &reader.text[start + 1..end];
        let key = Key::of_text(name.as_bytes());
        let found = names.find(&key, name);
        self.unnamed.hash = key.hash();
        Ok(Some(found.unwrap_or(names.others())))
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
        if !S::KEEPS_FAILURES
            && reader.shadowed.is_empty()
            && let Some(name) = names.get(expected)
            && let Some(end) = name.end_in(reader.bytes(), reader.at, expected == 0)
        {
            reader.at = end;
            return Ok(Some(expected));
        }
        // Behind the last name there is mostly nothing more.
        if !S::KEEPS_FAILURES
            && expected > 0
            && expected == names.others()
            && scan::byte(reader.bytes(), reader.at) == b'}'
        {
            return self.end(reader);
        }
        S::next_expecting(self, reader, names, expected)
    }

    /// The same for a name that is not written as compactly as can be, or not the expected one.
    pub(super) fn next_expecting_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        names: &'static Names,
        expected: u32,
    ) -> Result<Option<u32>, Stop> {
        if !S::KEEPS_FAILURES && reader.shadowed.is_empty() && self.is_in_order {
            if let Some(name) = names.get(expected)
                && let Some(end) = self.indented(reader, name, expected == 0)
            {
                reader.at = end;
                return Ok(Some(expected));
            }
            if expected > 0 && reader.comes_to_end() {
                return self.end(reader);
            }
        }
        let found = self.next(reader, names)?;
        self.is_in_order = found == Some(expected);
        Ok(found)
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
    ) -> Result<Option<u32>, Stop> {
        loop {
            if !self.separator(reader)? {
                return self.end(reader);
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
    fn end<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Result<Option<u32>, Stop> {
        reader.at += 1;
        reader.ascend();
        self.unnamed.end(reader)?;
        Ok(None)
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
        let end = Some(token.span().end).filter(|_| !token.is_escaped());
        self.name_end = end.and_then(NonZero::new);
        let text = token.text();
        let key = Key::of_text(text.as_bytes());
        let found = names.find(&key, &text);
        self.unnamed.hash = key.hash();
        self.known = found.and_then(|index| names.get(index)).map(Name::text);
        Ok(found.unwrap_or(names.others()))
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
        match self.name_end {
            Some(end) => reader.simple_string(self.name_start..end.get()),
            None => reader.string_at(self.name_start),
        }
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
            name_end: None,
            unnamed: Unnamed::in_object(self),
        }))
    }
}
