//! Objects, member by member. Members mostly come in the order of the schema, so the name that is
//! expected next is compared with the bytes before anything else is done.

use super::string::StringToken;
use super::{Mode, Reader, Sink, Stop};
use crate::JsonType;
use crate::keyword::{duplicate, required};
use crate::members::Members;
use crate::report::{Edge, Step};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// An object that is being read.
#[derive(Debug)]
pub struct Object<'a> {
    start: usize,
    members: usize,
    /// Index of the name that should come next.
    expected: usize,
    at_hand: Name<'a>,
    unknown: Option<Box<Unknown<'a>>>,
}

/// The name of the member at hand.
#[derive(Debug)]
enum Name<'a> {
    Known {
        name: &'static str,
        span: Range<usize>,
    },
    Unknown(StringToken<'a>),
}

/// Unknown names met so far: compared one by one while they are few, by hash when they are many.
#[derive(Debug, Default)]
struct Unknown<'a> {
    few: Vec<StringToken<'a>>,
    many: HashSet<Cow<'a, str>>,
}

const FEW: usize = 12;

impl<'a> Unknown<'a> {
    /// Notes a name; `false` when it was there already.
    fn insert(&mut self, name: StringToken<'a>) -> bool {
        if self.few.len() < FEW {
            let is_new = self.few.iter().all(|other| !same_text(other, &name));
            if is_new {
                self.few.push(name);
            }
            return is_new;
        }
        if self.many.is_empty() {
            self.many.extend(self.few.iter().map(StringToken::text));
        }
        self.many.insert(name.text())
    }

    fn names(&self) -> Vec<Cow<'a, str>> {
        if self.many.is_empty() {
            return self.few.iter().map(StringToken::text).collect();
        }
        let mut names: Vec<_> = self.many.iter().cloned().collect();
        names.sort();
        names
    }
}

fn same_text(one: &StringToken<'_>, other: &StringToken<'_>) -> bool {
    if one.is_escaped() || other.is_escaped() {
        return one.text() == other.text();
    }
    one.raw() == other.raw()
}

impl<'a> Object<'a> {
    /// Where the object stands, once all of it was read.
    pub(crate) fn span<S: Sink>(&self, reader: &Reader<'_, S>) -> Range<usize> {
        self.start..reader.at
    }

    /// How many members were read, duplicates included.
    pub fn len(&self) -> usize {
        self.members
    }

    /// Goes to the value of the next member. Gives the index of its name in `names`, or
    /// `names.len()` for another name; `None` behind the last member.
    #[inline]
    pub fn next<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: &[&'static str],
    ) -> Result<Option<usize>, Stop> {
        loop {
            if !self.separator(reader)? {
                return Ok(None);
            }
            let start = reader.at;
            let index = self.read_name(reader, names)?;
            if !reader.eat(b':') {
                return reader.malformed("`:`");
            }
            if reader.shadowed.is_empty() || reader.shadowed.binary_search(&start).is_err() {
                return Ok(Some(index));
            }
            reader.skip()?;
        }
    }

    /// Goes to the quote of the next name; `false` behind the last member.
    #[inline]
    fn separator<S: Sink>(&mut self, reader: &mut Reader<'a, S>) -> Result<bool, Stop> {
        match reader.peek() {
            Some(b'}') => {
                reader.at += 1;
                reader.ascend();
                return Ok(false);
            }
            Some(b',') if self.members > 0 => {
                reader.at += 1;
                reader.peek();
            }
            _ if self.members > 0 => return reader.malformed("`,` or `}`"),
            _ => {}
        }
        self.members += 1;
        Ok(true)
    }

    /// Reads the name that the cursor stands on.
    #[inline]
    fn read_name<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: &[&'static str],
    ) -> Result<usize, Stop> {
        let start = reader.at;
        if let Some(name) = names.get(self.expected)
            && let Some(end) = quoted_name_end(reader.bytes(), start, name)
        {
            let index = self.expected;
            self.expected += 1;
            reader.at = end;
            self.at_hand = Name::Known {
                name,
                span: start..end,
            };
            return Ok(index);
        }
        self.read_name_out_of_order(reader, names)
    }

    fn read_name_out_of_order<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        names: &[&'static str],
    ) -> Result<usize, Stop> {
        if reader.peek() != Some(b'"') {
            return reader.malformed("a member name in double quotes");
        }
        let token = reader.quoted()?;
        let text = token.text();
        if let Some(index) = names.iter().position(|name| *name == text) {
            self.expected = index + 1;
            self.at_hand = Name::Known {
                name: names[index],
                span: token.span(),
            };
            return Ok(index);
        }
        self.at_hand = Name::Unknown(token);
        Ok(names.len())
    }

    /// The name of the member at hand, and where it stands.
    pub(crate) fn name(&self) -> (Cow<'a, str>, Range<usize>) {
        (self.name_text(), self.name_span())
    }

    fn name_span(&self) -> Range<usize> {
        match &self.at_hand {
            Name::Known { span, .. } => span.clone(),
            Name::Unknown(token) => token.span(),
        }
    }

    /// The name of the member at hand.
    fn name_text(&self) -> Cow<'a, str> {
        match &self.at_hand {
            Name::Known { name, .. } => Cow::Borrowed(name),
            Name::Unknown(token) => token.text(),
        }
    }

    fn step(&self, edge: Edge) -> Step {
        match &self.at_hand {
            Name::Known { name, .. } => Step::known_member(name, edge),
            Name::Unknown(token) => Step::member(token.to_owned_text(), edge),
        }
    }

    /// Reads the value of the member at hand into `slot`. A second value for the same slot is
    /// reported and skipped.
    #[inline]
    pub fn member<M: Mode, T>(
        &mut self,
        reader: &mut Reader<'a, M>,
        slot: &mut Option<M::Out<T>>,
        edge: Edge,
        read: impl FnOnce(&mut Reader<'a, M>) -> Result<M::Out<T>, Stop>,
    ) -> Result<(), Stop> {
        if slot.is_some() {
            return self.duplicate(reader);
        }
        *slot = Some(reader.within(|| self.step(edge), read)?);
        Ok(())
    }

    /// Reads the value of a member that the schema does not name into `members`.
    #[inline]
    pub fn other<M: Mode, T>(
        &mut self,
        reader: &mut Reader<'a, M>,
        members: &mut M::Out<Members<T>>,
        edge: Edge,
        read: impl FnOnce(&mut Reader<'a, M>) -> Result<M::Out<T>, Stop>,
    ) -> Result<(), Stop> {
        if !self.is_new() {
            return self.duplicate(reader);
        }
        let value = reader.within(|| self.step(edge), read)?;
        M::modify(members, |members| {
            members.push_new(self.name_text().into_owned(), M::take(value));
        });
        Ok(())
    }

    /// Reads over the value of a member that the schema does not name and does not judge.
    #[inline]
    pub fn ignore<S: Sink>(&mut self, reader: &mut Reader<'a, S>) -> Result<(), Stop> {
        if !self.is_new() {
            return self.duplicate(reader);
        }
        reader.within(|| self.step(Edge::NONE), Reader::skip)
    }

    /// Reports a member that `additionalProperties: false` forbids. `known` are the allowed names.
    pub fn forbidden<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        known: &[&'static str],
    ) -> Result<(), Stop> {
        if !self.is_new() {
            return self.duplicate(reader);
        }
        let (name, span) = self.name();
        let known = known.iter().copied();
        reader
            .sink
            .fail(|| crate::keyword::additional_properties::failure(&name, span, known))?;
        reader.within(|| self.step(Edge::NONE), Reader::skip)
    }

    /// Goes into the value of the member at hand through `read`, which gets the name; a second
    /// member of that name is reported and skipped instead.
    pub(crate) fn named<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        read: impl FnOnce(&mut Reader<'a, S>, Cow<'a, str>, Range<usize>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        if !self.is_new() {
            return self.duplicate(reader);
        }
        let (name, span) = self.name();
        reader.within(|| self.step(Edge::NONE), |reader| read(reader, name, span))
    }

    fn is_new(&mut self) -> bool {
        match self.at_hand {
            Name::Unknown(token) => self.unknown.get_or_insert_default().insert(token),
            Name::Known { .. } => true,
        }
    }

    #[cold]
    fn duplicate<S: Sink>(&mut self, reader: &mut Reader<'a, S>) -> Result<(), Stop> {
        let (name, span) = self.name();
        reader.within(
            || self.step(Edge::NONE),
            |reader| {
                reader.sink.fail(|| duplicate::failure(&name, span))?;
                reader.skip()
            },
        )
    }

    /// Reports each required member that is absent: `members` says of each whether it is there.
    #[inline]
    pub fn required<S: Sink>(
        &self,
        reader: &mut Reader<'a, S>,
        members: &[(&'static str, bool)],
    ) -> Result<(), Stop> {
        for &(name, is_there) in members {
            if !is_there {
                self.missing(reader, name)?;
            }
        }
        Ok(())
    }

    #[cold]
    fn missing<S: Sink>(&self, reader: &mut Reader<'a, S>, name: &'static str) -> Result<(), Stop> {
        let span = self.span(reader);
        reader.sink.fail(|| {
            let there = self
                .unknown
                .as_ref()
                .map(|unknown| unknown.names())
                .unwrap_or_default();
            required::failure(name, &there, span)
        })
    }
}

/// Where the quoted `name` ends that begins at `at`; `None` when something else stands there. A
/// name that is written with escapes is found the slow way.
#[inline]
fn quoted_name_end(bytes: &[u8], at: usize, name: &str) -> Option<usize> {
    let end = at + name.len() + 2;
    let [b'"', written @ .., b'"'] = bytes.get(at..end)? else {
        return None;
    };
    (written == name.as_bytes()).then_some(end)
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Reads the beginning of an object; `None` where something else stands, or where it would
    /// nest too deep, which is reported and skipped.
    #[inline]
    pub fn object(&mut self) -> Result<Option<Object<'a>>, Stop> {
        if self.peek() != Some(b'{') {
            self.wrong_type(JsonType::Object.into())?;
            return Ok(None);
        }
        let start = self.at;
        if !self.descend()? {
            self.skip_unnested()?;
            return Ok(None);
        }
        self.at += 1;
        let at_hand = Name::Known {
            name: "",
            span: start..start,
        };
        Ok(Some(Object {
            start,
            members: 0,
            expected: 0,
            at_hand,
            unknown: None,
        }))
    }
}
