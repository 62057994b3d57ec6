//! Objects, member by member. Members mostly come in the order of the schema, so the name that is
//! expected next is compared with the bytes before anything else is done; any other is found by hash.

use super::key::Key;
use super::name::Name;
use super::names::Names;
use super::scan::{Indentation, filled_block, run_ends};
use super::string::StringToken;
use super::unnamed::Unnamed;
use super::{Reader, Sink, Stop, scan};
use crate::JsonType;
use std::borrow::Cow;
use std::hint::cold_path;
use std::ops::Range;

/// An object that is being read. The cursor stays on its bracket until the first member is asked
/// for. What a walk needs that stops at the first failure is not kept while names come as expected.
#[derive(Debug)]
pub struct Object<'a> {
    start: usize,
    /// What stood before the last name.
    indentation: Indentation,
    /// Whether the last name was the expected one, so that it pays to look for the next.
    is_in_order: bool,
    /// The name of the member at hand, if it is a known one; only walks that keep failures ask.
    pub(super) known: Option<&'static str>,
    /// Where the quotes of the name stand, and whether it is escaped; known behind
    /// [`Object::next`] only.
    pub(super) name_start: usize,
    name_end: usize,
    name_is_escaped: bool,
    pub(super) unnamed: Unnamed<'a>,
}

impl<'a> Object<'a> {
    /// Where the object stands, once all of it was read.
    pub(crate) fn span<S: Sink>(&self, reader: &Reader<'a, S>) -> Range<usize> {
        self.start..reader.at
    }

    /// Goes to the value of the next member. Gives the index of its name in `names`, or
    /// `names.len()` for another name; `None` behind the last member.
    #[inline(never)]
    pub fn next<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: Names,
    ) -> Result<Option<usize>, Stop> {
        if !S::KEEPS_FAILURES && reader.shadowed.is_empty() {
            let byte = reader.bytes().get(reader.at).copied();
            let separator = if reader.at == self.start { b'{' } else { b',' };
            if byte == Some(separator) {
                if let Some(key) = self.simple_name(reader) {
                    let found = names.find(&key, || self.name(reader).0);
                    self.unnamed.key = key;
                    return Ok(Some(found.unwrap_or(names.len())));
                }
            } else if byte == Some(b'}') {
                return self.end(reader);
            }
        }
        self.next_with_care(reader, names)
    }

    /// Goes to the value of the member that comes next, behind the byte at hand, where its name is
    /// written as simply as most writers do it. Gives the name's key.
    #[inline]
    fn simple_name(&mut self, reader: &mut Reader<'a, impl Sink>) -> Option<Key> {
        let bytes = reader.bytes();
        let mut start = reader.at + 1;
        if *bytes.get(start)? != b'"' {
            if bytes.get(start..start + 2)? != b" \"" {
                return None;
            }
            start += 1;
        }
        let name = start + 1;
        let block = filled_block(bytes, name);
        let ends = run_ends(&block);
        if ends == 0 {
            return self.simple_long_name(reader, start);
        }
        let length = ends.trailing_zeros() as usize;
        self.pass_simple_name(reader, start, name + length)?;
        Some(Key::of_block(&block, length))
    }

    #[inline(never)]
    fn simple_long_name(
        &mut self,
        reader: &mut Reader<'a, impl Sink>,
        start: usize,
    ) -> Option<Key> {
        let end = scan::string_end(reader.bytes(), start + 1);
        self.pass_simple_name(reader, start, end)?;
        Some(Key::of_text(reader.bytes().get(start + 1..end)?))
    }

    /// Goes behind the colon that stands behind the quote at `end`.
    #[inline]
    fn pass_simple_name(
        &mut self,
        reader: &mut Reader<'a, impl Sink>,
        start: usize,
        end: usize,
    ) -> Option<()> {
        let bytes = reader.bytes();
        if bytes.get(end..end + 2)? != b"\":" {
            return None;
        }
        self.name_start = start;
        self.name_end = end + 1;
        self.name_is_escaped = false;
        reader.at = end + 2;
        if bytes.get(end + 2) == Some(&b' ') {
            cold_path(); // so that it is guessed, and not waited for
            reader.at += 1;
        }
        Some(())
    }

    /// The same as [`Object::next`], where the compiler knows which of the names should come next:
    /// the first one at the beginning, later the one behind the name of the member that was read
    /// last.
    #[expect(
        clippy::inline_always,
        reason = "`expected` is a constant, and so the name that is compared; part of what took a \
                  third off the time for a verdict on req-pay"
    )]
    #[inline(always)]
    pub fn next_of<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: Names,
        expected: usize,
    ) -> Result<Option<usize>, Stop> {
        if !S::KEEPS_FAILURES
            && reader.shadowed.is_empty()
            && let Some(name) = names.get(expected)
        {
            let separator = if expected == 0 { b'{' } else { b',' };
            if reader.bytes().get(reader.at) == Some(&separator)
                && let Some(end) = name.end_in(reader.bytes(), reader.at + 1)
            {
                reader.at = end;
                return Ok(Some(expected));
            }
        }
        self.next_expecting(reader, names, expected)
    }

    /// The same for a name that is not written as compactly as can be, or not the expected one.
    #[inline(never)]
    fn next_expecting<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: Names,
        expected: usize,
    ) -> Result<Option<usize>, Stop> {
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
        reader: &Reader<'a, S>,
        name: &Name,
        is_first: bool,
    ) -> Option<usize> {
        let window = scan::window(reader.bytes(), reader.at)?;
        if is_first {
            self.indentation = Indentation::behind_first_byte(window)?;
        } else if !self.indentation.is_behind_first_byte(window) {
            return None;
        }
        let length = name.end_at(window, 1 + self.indentation.length())?;
        Some(reader.at + length)
    }

    #[inline(never)]
    fn next_with_care<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: Names,
    ) -> Result<Option<usize>, Stop> {
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
    fn separator<S: Sink>(&mut self, reader: &mut Reader<'a, S>) -> Result<bool, Stop> {
        let is_first = reader.at == self.start;
        reader.at += usize::from(is_first);
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
    fn end<S: Sink>(&mut self, reader: &mut Reader<'a, S>) -> Result<Option<usize>, Stop> {
        reader.at += 1;
        reader.ascend();
        self.unnamed.end(reader)?;
        Ok(None)
    }

    /// Reads a name and gives its index.
    fn name_index<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: Names,
    ) -> Result<usize, Stop> {
        if reader.peek() != Some(b'"') {
            return reader.malformed("a member name in double quotes");
        }
        let token = reader.quoted()?;
        if !reader.eat(b':') {
            return reader.malformed("`:`");
        }
        self.name_start = token.span().start;
        self.name_end = token.span().end;
        self.name_is_escaped = token.is_escaped();
        let text = token.text();
        let key = Key::of_text(text.as_bytes());
        let found = names.find(&key, || text.clone());
        self.unnamed.key = key;
        self.known = found.and_then(|index| names.get(index)).map(Name::text);
        Ok(found.unwrap_or(names.len()))
    }

    /// Whether a later member replaces the one at hand, whose value is passed over then.
    #[cold]
    fn is_shadowed<S: Sink>(&self, reader: &mut Reader<'a, S>) -> Result<bool, Stop> {
        let is_shadowed = reader.shadowed.binary_search(&self.name_start).is_ok();
        if is_shadowed {
            reader.skip()?;
        }
        Ok(is_shadowed)
    }

    /// The name of the member at hand.
    pub(super) fn name_token<S: Sink>(&self, reader: &Reader<'a, S>) -> StringToken<'a> {
        reader.string_between(self.name_start..self.name_end, self.name_is_escaped)
    }

    /// The name of the member at hand, and where it stands.
    pub(crate) fn name<S: Sink>(&self, reader: &Reader<'a, S>) -> (Cow<'a, str>, Range<usize>) {
        let token = self.name_token(reader);
        (token.text(), token.span())
    }
}

impl<'a, S: Sink> Reader<'a, S> {
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
    pub fn object(&mut self) -> Result<Option<Object<'a>>, Stop> {
        if self.peek() != Some(b'{') {
            self.wrong_type(JsonType::Object.into())?;
            return Ok(None);
        }
        if !self.descend()? {
            self.skip_unnested()?;
            return Ok(None);
        }
        Ok(Some(self.object_at_hand()))
    }

    /// The object whose bracket the cursor stands on.
    #[inline]
    pub(super) fn object_at_hand(&self) -> Object<'a> {
        Object {
            start: self.at,
            indentation: Indentation::default(),
            is_in_order: true,
            known: None,
            name_start: self.at,
            name_end: self.at,
            name_is_escaped: false,
            unnamed: Unnamed::in_object(self),
        }
    }
}
