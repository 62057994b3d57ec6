//! Objects that are being read. Their next member is found in `expected.rs`, where the name is known
//! that mostly comes next, else in `next.rs`.

use super::met::{BITS, MOST_WORDS, Met};
use super::name::Name;
use super::names::Names;
use super::string::StringToken;
use super::unnamed::Unnamed;
use super::words::Words;
use super::{Build, Once, Reader, Sink, Stop, scan};
use crate::JsonType;
use std::borrow::Cow;
use std::hint::cold_path;
use std::ops::Range;

/// An object that is being read. What a walk needs that stops at the first failure is not kept while
/// names come as expected.
#[derive(Debug)]
pub struct Object {
    /// Behind the bracket.
    pub(super) first: usize,
    /// The index of the name that stands behind the last known one in the schema, and likely in the
    /// document too.
    pub(super) likely: u32,
    /// The name of the member at hand, if it is a known one; only walks that keep failures ask.
    pub(super) known: Option<&'static str>,
    /// Where the name's quote stands, and how many bytes stand between its quotes, or [`ESCAPED`];
    /// known behind [`Object::next`], and to walks that keep failures.
    pub(super) name_start: usize,
    pub(super) name_length: usize,
    pub(super) unnamed: Unnamed,
}

/// The length of a name that holds escapes.
pub(super) const ESCAPED: usize = usize::MAX;

impl Object {
    /// The object at hand, where nothing else can be built.
    ///
    /// # Errors
    /// Why there is none.
    #[inline]
    pub fn of<S: Sink>(reader: &mut Reader<'_, S>) -> Result<Self, Stop> {
        match reader.object_here() {
            Ok(Some(object)) => Ok(object),
            Ok(None) => Err(Stop::Invalid),
            Err(stop) => Err(stop),
        }
    }

    /// Where the object stands, once all of it was read.
    pub(crate) fn span<S: Sink>(&self, reader: &Reader<'_, S>) -> Range<usize> {
        self.start()..reader.at
    }

    /// Where its bracket stands.
    #[inline]
    pub(super) fn start(&self) -> usize {
        self.first - 1
    }

    /// Keeps the name that was found by hash, for walks that keep failures, and which one is likely to
    /// come behind it.
    #[inline]
    pub(super) fn keep_known<S: Sink>(&mut self, names: &'static Names, found: u32) {
        if found != names.others() {
            self.likely = found + 1;
        }
        if S::KEEPS_FAILURES {
            self.known = names.get(found).map(Name::text);
        }
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

/// What reads the members of an object into their places. No `dyn FnMut`: closures are compiled as `FnOnce` too
/// for that, which nobody calls.
#[doc(hidden)]
pub trait Fill<'a> {
    /// Reads the value of the member at hand, by the index of its name.
    ///
    /// # Errors
    /// Why the walk ended early.
    fn fill(
        &mut self,
        object: &mut Object,
        reader: &mut Reader<'a, Build>,
        index: u32,
    ) -> Result<(), Stop>;
}

impl<'a, F> Fill<'a> for F
where
    F: FnMut(&mut Object, &mut Reader<'a, Build>, u32) -> Result<(), Stop>,
{
    #[inline]
    fn fill(
        &mut self,
        object: &mut Object,
        reader: &mut Reader<'a, Build>,
        index: u32,
    ) -> Result<(), Stop> {
        self(object, reader, index)
    }
}

/// A closure that reads members, as itself: what it takes is known by this.
#[inline]
pub fn filling<'a, F>(fill: F) -> F
where
    F: FnMut(&mut Object, &mut Reader<'a, Build>, u32) -> Result<(), Stop>,
{
    fill
}

impl<'a> Reader<'a, Build> {
    /// Reads the object at hand by what reads each of its members, of which none of those with these names
    /// comes twice: one function for all objects.
    ///
    /// # Errors
    /// Why the walk ended early.
    pub fn members(&mut self, names: &'static Names, each: &mut dyn Fill<'a>) -> Result<(), Stop> {
        if names.others() as usize <= BITS {
            self.members_of::<1>(names, each)
        } else {
            self.members_of::<MOST_WORDS>(names, each)
        }
    }

    #[inline]
    fn members_of<const WORDS: usize>(
        &mut self,
        names: &'static Names,
        each: &mut dyn Fill<'a>,
    ) -> Result<(), Stop> {
        let mut object = Object::of(self)?;
        let mut met = Met::<WORDS>::none();
        while let Some(index) = object.next(self, names)? {
            if index != names.others() && !met.add(index) {
                return Build::duplicate(&mut object, self);
            }
            each.fill(&mut object, self, index)?;
        }
        Ok(())
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Goes behind the bracket of the container at hand; `false` where something else stands, or where it
    /// would nest too deep, which is reported and skipped.
    #[inline]
    pub(super) fn open(&mut self, bracket: u8, container: JsonType) -> Result<bool, Stop> {
        if scan::byte(self.bytes(), self.at) != bracket || self.depth_left == 0 {
            cold_path(); // so that neither is computed as a truth value first
            return S::open_with_care(self, bracket, container);
        }
        self.depth_left -= 1;
        self.at += 1;
        Ok(true)
    }

    pub(super) fn open_with_care_here(
        &mut self,
        bracket: u8,
        container: JsonType,
    ) -> Result<bool, Stop> {
        if self.peek() != Some(bracket) {
            self.wrong_type(container.into())?;
            return Ok(false);
        }
        if !self.descend()? {
            self.skip_unnested()?;
            return Ok(false);
        }
        self.at += 1;
        Ok(true)
    }

    /// Reads the beginning of an object; `None` where something else stands, or where it would
    /// nest too deep, which is reported and skipped.
    #[inline]
    pub fn object(&mut self) -> Result<Option<Object>, Stop> {
        if S::KEEPS_FAILURES {
            return S::object(self);
        }
        self.object_here()
    }

    /// The same as part of what calls it, on any walk.
    #[inline]
    pub(super) fn object_here(&mut self) -> Result<Option<Object>, Stop> {
        if !self.open(b'{', JsonType::Object)? {
            return Ok(None);
        }
        Ok(Some(Object {
            first: self.at,
            likely: 0,
            known: None,
            name_start: self.at,
            name_length: ESCAPED,
            unnamed: Unnamed::in_object(self),
        }))
    }
}
