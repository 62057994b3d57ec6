//! The value of the member at hand: by what it is judged, and where it goes.

use super::{Build, Mode, Object, Once, Reader, Sink, Stop, Verdict};
use crate::keyword::required;
use crate::report::{Edge, Step};
use crate::schema::Read;

/// How a value is read. It is no type of its own for each function, so that what gets it is compiled once;
/// where it counts, that is made part of the caller, which knows the function.
pub(super) type Reading<'a, S, O> = fn(&mut Reader<'a, S>) -> Result<O, Stop>;

impl Object {
    pub(super) fn step_here<S: Sink>(&self, reader: &Reader<'_, S>, edge: Edge) -> Step {
        match self.known {
            Some(name) => Step::known_member(name, edge),
            None => Step::member(self.name_token(reader).to_owned_text(), edge),
        }
    }

    /// Reads the value of the member at hand through `read`.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_of`"),
        inline(always)
    )]
    pub(super) fn within<'a, S: Sink, T>(
        &self,
        reader: &mut Reader<'a, S>,
        edge: Edge,
        read: impl FnOnce(&mut Reader<'a, S>) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        if S::KEEPS_FAILURES {
            return reader.within(|reader| S::step(self, reader, edge), read);
        }
        read(reader)
    }

    /// Reads the value of the member at hand into `slot`. A second value for the same slot is
    /// reported and skipped.
    #[inline]
    pub fn member<'a, M: Mode, O>(
        &mut self,
        reader: &mut Reader<'a, M>,
        slot: &mut Option<O>,
        edge: impl Into<Edge>,
        read: Reading<'a, M, O>,
    ) -> Result<(), Stop> {
        if slot.is_some() {
            return M::duplicate(self, reader);
        }
        let value = self.within(reader, edge.into(), read)?;
        // What is in an empty slot need not be dropped, which takes longer to find out by itself.
        std::mem::forget(slot.replace(value));
        Ok(())
    }

    /// Reads the value of the member at hand into `slot`, where the type of the field says how.
    #[inline]
    pub fn inner<'a, M: Mode, T: Read<'a>>(
        &mut self,
        reader: &mut Reader<'a, M>,
        slot: &mut Option<M::Out<T>>,
        edge: impl Into<Edge>,
    ) -> Result<(), Stop> {
        M::inner(self, reader, slot, edge.into())
    }

    /// Reads the value of the member at hand into `slot`, by what `properties` says of it in the
    /// schema at hand.
    #[inline]
    pub fn property<'a, M: Mode, O>(
        &mut self,
        reader: &mut Reader<'a, M>,
        slot: &mut Option<O>,
        read: Reading<'a, M, O>,
    ) -> Result<(), Stop> {
        self.member(reader, slot, Edge::NONE.to_property(), read)
    }

    /// Reads the value of the member at hand into `slot`, by what a reference leads to that stands in
    /// `properties` of the schema at hand.
    #[inline]
    pub fn reference<'a, M: Mode, O>(
        &mut self,
        reader: &mut Reader<'a, M>,
        slot: &mut Option<O>,
        target: &'static str,
        read: Reading<'a, M, O>,
    ) -> Result<(), Stop> {
        self.member(reader, slot, Edge::NONE.to_reference(target), read)
    }

    /// Reads a value that is built as a function of its own for each way to read one: they would
    /// be moved about among those of the other members. Takes the place `at` of the cursor and gives
    /// that of its end: what follows waits for nothing else, and would wait for it longer if it came
    /// through memory.
    #[inline(never)]
    fn build_apart<'a, T>(
        &mut self,
        reader: &mut Reader<'a, Build>,
        at: usize,
        slot: &mut Option<T>,
        read: impl FnOnce(&mut Reader<'a, Build>) -> Result<T, Stop>,
    ) -> Result<usize, Stop> {
        reader.at = at;
        if slot.is_some() {
            Build::duplicate(self, reader)?;
        } else {
            Build::fill(slot, read(reader)?);
        }
        Ok(reader.at)
    }

    /// The same where most values are read by `quick`, which gives the value and where it ends: what takes more
    /// care has no part in it, so nothing need be kept on the stack for that.
    #[inline(never)]
    fn build_quickly<'a, T>(
        &mut self,
        reader: &mut Reader<'a, Build>,
        at: usize,
        slot: &mut Option<T>,
        quick: impl FnOnce(&Reader<'a, Build>, usize) -> Option<(T, usize)>,
        read: Reading<'a, Build, T>,
    ) -> Result<usize, Stop> {
        if slot.is_none()
            && let Some((value, end)) = quick(reader, at)
        {
            Build::fill(slot, value);
            return Ok(end);
        }
        self.build_apart(reader, at, slot, read)
    }

    /// Judges the value of the member at hand; `met` says whether there was one of its name. The cursor is
    /// `at`, as for `next_of`.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[cfg_attr(
        not(debug_assertions),
        expect(
            clippy::inline_always,
            reason = "as for `next_of`: what judges it is known there"
        ),
        inline(always)
    )]
    pub fn pass_known<'a>(
        &mut self,
        reader: &mut Reader<'a, Verdict>,
        at: &mut usize,
        met: &mut bool,
        judge: impl FnOnce(&mut Reader<'a, Verdict>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        reader.at = *at;
        if std::mem::replace(met, true) {
            return Verdict::duplicate(self, reader);
        }
        judge(reader)?;
        *at = reader.at;
        Ok(())
    }

    /// Reads the value of the member at hand into a slot, where that is built, by a function of its own for
    /// each way to read one. The cursor is `at`, as for `next_of`.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_of`"),
        inline(always)
    )]
    pub fn fill_apart<'a, T>(
        &mut self,
        reader: &mut Reader<'a, Build>,
        at: &mut usize,
        slot: &mut Option<T>,
        read: impl FnOnce(&mut Reader<'a, Build>) -> Result<T, Stop>,
    ) -> Result<(), Stop> {
        *at = self.build_apart(reader, *at, slot, read)?;
        Ok(())
    }

    /// The same by `quick` where that knows the value.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `next_of`"),
        inline(always)
    )]
    pub fn fill_quickly<'a, T>(
        &mut self,
        reader: &mut Reader<'a, Build>,
        at: &mut usize,
        slot: &mut Option<T>,
        quick: impl FnOnce(&Reader<'a, Build>, usize) -> Option<(T, usize)>,
        read: Reading<'a, Build, T>,
    ) -> Result<(), Stop> {
        *at = self.build_quickly(reader, *at, slot, quick, read)?;
        Ok(())
    }

    /// Reads the value of the member at hand into a slot, where the type of the field says how.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn fill_inner<'a, T: Read<'a>>(
        &mut self,
        reader: &mut Reader<'a, Build>,
        at: &mut usize,
        slot: &mut Option<T>,
    ) -> Result<(), Stop> {
        reader.at = *at;
        T::read_member(self, reader, slot)?;
        *at = reader.at;
        Ok(())
    }

    /// Whether a walk that began beside the own walk of this very object can end, because all members
    /// are there that it asks for.
    #[inline]
    pub fn is_settled<S: Sink>(&self, reader: &Reader<'_, S>, there: &[bool]) -> bool {
        !S::KEEPS_FAILURES
            && reader.began_beside_at(self.start())
            && there.iter().all(|&is_there| is_there)
    }

    /// Reports each required member that is absent: `members` says of each whether it is there.
    #[inline]
    pub fn required<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        members: &[(&'static str, bool)],
    ) -> Result<(), Stop> {
        for &(name, is_there) in members {
            if !is_there {
                S::missing(self, reader, name)?;
            }
        }
        Ok(())
    }

    pub(super) fn missing_here<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        name: &'static str,
    ) -> Result<(), Stop> {
        let span = self.span(reader);
        let there = if S::KEEPS_FAILURES {
            reader.last_unnamed()
        } else {
            Vec::new()
        };
        reader.sink.fail(|| required::failure(name, &there, span))
    }
}
