//! The member at hand where its schema does not name it: kept, judged, passed over or forbidden.

use super::names::Names;
use super::slot::Reading;
use super::{Build, Mode, Object, Once, Reader, Sink, Stop};
use crate::keyword::duplicate;
use crate::members::Members;
use crate::pattern::Pattern;
use crate::report::Edge;
use std::borrow::Cow;
use std::ops::Range;

impl Object {
    /// Reads the value of a member that the schema does not name into `members`.
    #[inline]
    pub fn other<'a, M: Mode, T>(
        &mut self,
        reader: &mut Reader<'a, M>,
        members: &mut M::Out<Members<T>>,
        edge: impl Into<Edge>,
        read: Reading<'a, M, M::Out<T>>,
    ) -> Result<(), Stop> {
        M::other(self, reader, members, edge.into(), read)
    }

    /// The same where nothing judges the value, and values are built: what most objects do with other
    /// members, compiled once.
    pub fn other_of_any(
        &mut self,
        reader: &mut Reader<'_, Build>,
        members: &mut Members,
    ) -> Result<(), Stop> {
        self.other(reader, members, Edge::NONE, Reader::any)
    }

    /// The name of a member that the schema does not name, where values are built.
    ///
    /// # Errors
    /// It is there already.
    pub(super) fn new_name(&mut self, reader: &mut Reader<'_, Build>) -> Result<String, Stop> {
        if !self.is_new(reader) {
            Build::duplicate(self, reader)?;
            return Err(Stop::Invalid);
        }
        Ok(self.name(reader).0.into_owned())
    }

    /// Reads the value of a member that the schema does not name, for nothing but its verdict.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_of`"),
        inline(always)
    )]
    pub fn pass<'a, S: Sink, T>(
        &mut self,
        reader: &mut Reader<'a, S>,
        edge: impl Into<Edge>,
        read: Reading<'a, S, T>,
    ) -> Result<(), Stop> {
        if S::KEEPS_FAILURES {
            return self.pass_apart(reader, edge.into(), read);
        }
        if !self.is_new(reader) {
            return S::duplicate(self, reader);
        }
        read(reader).map(drop)
    }

    /// The same as a function of its own.
    pub(super) fn pass_other_here<'a, S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        edge: Edge,
        read: Reading<'a, S, ()>,
    ) -> Result<(), Stop> {
        self.pass(reader, edge, read)
    }

    /// The same where a report is made.
    #[inline(never)]
    fn pass_apart<'a, S: Sink, T>(
        &mut self,
        reader: &mut Reader<'a, S>,
        edge: Edge,
        read: Reading<'a, S, T>,
    ) -> Result<(), Stop> {
        if !self.is_new(reader) {
            return S::duplicate(self, reader);
        }
        self.within(reader, edge, read).map(drop)
    }

    /// Reads over the value of a member that the schema does not name and does not judge.
    #[inline]
    pub fn ignore<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Result<(), Stop> {
        if !self.is_new(reader) {
            return S::duplicate(self, reader);
        }
        self.within(reader, Edge::NONE, Reader::skip)
    }

    /// The same for walks that need not know where they are.
    #[inline]
    pub(super) fn ignore_quickly<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
    ) -> Result<(), Stop> {
        if !self.is_new(reader) {
            return S::duplicate(self, reader);
        }
        reader.skip_quickly()
    }

    /// Reports a member that `additionalProperties: false` forbids. `known` are the allowed names.
    #[inline]
    pub fn forbidden<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        known: &'static Names,
    ) -> Result<(), Stop> {
        S::forbidden(self, reader, known)
    }

    pub(super) fn forbidden_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        known: &'static Names,
    ) -> Result<(), Stop> {
        if !self.is_new(reader) {
            return S::duplicate(self, reader);
        }
        self.forbid(reader, known)?;
        self.within(reader, Edge::NONE, Reader::skip)
    }

    /// Goes into the value of the member at hand through `read`, which gets the name; a second
    /// member of that name is reported and skipped instead.
    pub(crate) fn named<'a, S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        read: impl FnOnce(&mut Reader<'a, S>, Cow<'a, str>, Range<usize>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        if !self.is_new(reader) {
            return S::duplicate(self, reader);
        }
        let (name, span) = self.name(reader);
        self.within(reader, Edge::NONE, |reader| read(reader, name, span))
    }

    #[inline]
    pub(super) fn is_new<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> bool {
        if S::KEEPS_FAILURES || self.unnamed.may_be_there() {
            return S::is_new_text(self, reader);
        }
        self.unnamed.note(reader, self.name_start);
        true
    }

    pub(super) fn is_new_text_here<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> bool {
        let is_new = self.unnamed.passes_for_new(reader) || {
            let name = self.name_token(reader);
            !self.unnamed.was_met(reader, &name)
        };
        if is_new {
            self.unnamed.note(reader, self.name_start);
        }
        is_new
    }

    pub(super) fn duplicate_here<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
    ) -> Result<(), Stop> {
        if !S::KEEPS_FAILURES {
            // Other walks do not know the names of all members, and ask for none.
            reader.capacity(|| duplicate::failure("", 0..0))?;
            return reader.skip();
        }
        let name = self.name_token(reader);
        self.within(reader, Edge::NONE, |reader| {
            reader.capacity(|| duplicate::failure(&name.text(), name.span()))?;
            reader.skip()
        })
    }
}

impl<'a, M: Mode> Reader<'a, M> {
    /// Reads an object of whose members each is read alike, whatever its name is.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn map<T>(
        &mut self,
        edge: Edge,
        read: Reading<'a, M, M::Out<T>>,
    ) -> Result<M::Out<Members<T>>, Stop> {
        M::map(self, None, edge, read)
    }

    /// The same where the names of all members have to match a pattern.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn map_of_matching<T>(
        &mut self,
        pattern: &'static Pattern,
        edge: Edge,
        read: Reading<'a, M, M::Out<T>>,
    ) -> Result<M::Out<Members<T>>, Stop> {
        M::map(self, Some(pattern), edge, read)
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// The same for nothing but its verdict: one function for all such objects.
    pub(super) fn pass_map_here(
        &mut self,
        names: Option<&'static Pattern>,
        edge: Edge,
        read: Reading<'a, S, ()>,
    ) -> Result<(), Stop> {
        let Some(mut object) = self.object_here()? else {
            return if S::KEEPS_FAILURES {
                Ok(())
            } else {
                Err(Stop::Invalid)
            };
        };
        while object.next_of_any(self)? {
            if object.has_name_of(self, names)? {
                object.pass(self, edge, read)?;
            } else {
                object.forbidden(self, Names::NONE)?;
            }
        }
        Ok(())
    }
}
