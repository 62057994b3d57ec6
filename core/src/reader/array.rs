//! Arrays, item by item.

use super::slot::Reading;
use super::{Build, Judge, Mode, Reader, Sink, Stop, scan};
use crate::keyword::enum_::{Listed, NO_WORD};
use crate::report::{Edge, Step};
use crate::schema::Read;
use crate::{Json, JsonType};
use std::hint::cold_path;
use std::ops::Range;

/// An array that is being read.
#[derive(Debug)]
pub struct Array {
    start: usize,
    items: usize,
}

impl Array {
    /// Where the array stands, once all of it was read.
    pub(crate) fn span<S: Sink>(&self, reader: &Reader<'_, S>) -> Range<usize> {
        self.start..reader.at
    }

    /// How many items were read.
    pub(crate) fn count(&self) -> usize {
        self.items
    }

    /// Goes to the next item; `false` behind the last one.
    #[inline]
    pub fn next<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Result<bool, Stop> {
        if self.items == 0 {
            Ok(self.first(reader))
        } else {
            self.another(reader)
        }
    }

    /// Goes to the first item; `false` where there is none.
    #[inline]
    fn first<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> bool {
        if scan::byte(reader.bytes(), reader.at) <= b' ' {
            S::pass_blanks(reader, false);
        }
        if scan::byte(reader.bytes(), reader.at) == b']' {
            reader.at += 1;
            reader.ascend();
            return false;
        }
        self.items = 1;
        true
    }

    /// Goes from an item to the one behind it; `false` if it is the last one.
    #[inline]
    fn another<S: Sink>(&mut self, reader: &mut Reader<'_, S>) -> Result<bool, Stop> {
        if scan::byte(reader.bytes(), reader.at) <= b' ' {
            S::pass_blanks(reader, true);
        }
        match scan::byte(reader.bytes(), reader.at) {
            b',' => {
                reader.at += 1;
                match scan::byte(reader.bytes(), reader.at) {
                    b' ' => {
                        cold_path(); // so that it is guessed, and not waited for
                        reader.at += 1;
                    }
                    0..b' ' => S::pass_blanks(reader, false),
                    _ => {}
                }
            }
            b']' => {
                reader.at += 1;
                reader.ascend();
                return Ok(false);
            }
            _ => return reader.malformed("`,` or `]`"),
        }
        self.items += 1;
        Ok(true)
    }

    /// Reads all items with `read` and puts them into `items`.
    #[inline]
    pub fn items<'a, M: Mode, T>(
        &mut self,
        reader: &mut Reader<'a, M>,
        items: &mut M::Out<Vec<T>>,
        edge: impl Into<Edge>,
        read: impl Copy + Fn(&mut Reader<'a, M>) -> Result<M::Out<T>, Stop>,
    ) -> Result<(), Stop> {
        if !M::BUILDS {
            return self.pass_all(reader, edge, read);
        }
        while self.next(reader)? {
            let item = read(reader)?;
            M::modify(items, |items| items.push(M::take(item)));
        }
        Ok(())
    }

    /// Reads all items, for nothing but their verdict.
    #[cfg_attr(
        not(debug_assertions),
        expect(
            clippy::inline_always,
            reason = "the function that reads an item is known there"
        ),
        inline(always)
    )]
    pub(super) fn pass_all<'a, S: Sink, T>(
        &mut self,
        reader: &mut Reader<'a, S>,
        edge: impl Into<Edge>,
        read: impl Copy + Fn(&mut Reader<'a, S>) -> Result<T, Stop>,
    ) -> Result<(), Stop> {
        if S::KEEPS_FAILURES {
            return self.pass_all_apart(reader, edge.into(), &read);
        }
        let mut is_there = self.first(reader);
        while is_there {
            read(reader)?;
            is_there = self.another(reader)?;
        }
        Ok(())
    }

    /// The same where a report is made, which is in no hurry: one function for all arrays.
    #[inline(never)]
    fn pass_all_apart<'a, S: Sink, T>(
        &mut self,
        reader: &mut Reader<'a, S>,
        edge: Edge,
        read: &dyn Fn(&mut Reader<'a, S>) -> Result<T, Stop>,
    ) -> Result<(), Stop> {
        while self.next(reader)? {
            let index = self.items - 1;
            reader.within(|_| Step::item(index, edge), read)?;
        }
        Ok(())
    }
}

impl Array {
    /// Has all items judged by one function, of which nothing is built.
    #[inline]
    pub fn each<'a, M: Mode>(
        &mut self,
        reader: &mut Reader<'a, M>,
        edge: impl Into<Edge>,
        judge: Reading<'a, M, M::Out<()>>,
    ) -> Result<(), Stop> {
        M::each(reader, self, edge.into(), judge)
    }

    /// Reads all items and puts them into `items`, where their type says how.
    #[inline]
    pub fn inner<'a, M: Mode, T: Read<'a>>(
        &mut self,
        reader: &mut Reader<'a, M>,
        items: &mut M::Out<Vec<T>>,
        edge: impl Into<Edge>,
    ) -> Result<(), Stop> {
        M::items_of(reader, self, items, edge.into())
    }

    /// Has all items judged by one function.
    #[inline]
    pub(super) fn pass_items_here<'a, S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        edge: Edge,
        judge: Reading<'a, S, ()>,
    ) -> Result<(), Stop> {
        self.pass_all(reader, edge, judge)
    }

    /// Reads all items by what puts each where it belongs: one function for all arrays.
    ///
    /// # Errors
    /// Why the walk ended early.
    pub(super) fn items_built<'a>(
        &mut self,
        reader: &mut Reader<'a, Build>,
        each: &mut dyn TakeItem<'a>,
    ) -> Result<(), Stop> {
        let start = reader.at;
        let mut is_there = self.first(reader);
        while is_there {
            let items = self.items - 1;
            each.take(reader, SoFar { items, start })?;
            is_there = self.another(reader)?;
        }
        Ok(())
    }
}

/// What reads the item at hand, of which list so much was read, and puts it where it belongs.
pub(crate) trait TakeItem<'a> {
    fn take(&mut self, reader: &mut Reader<'a, Build>, so_far: SoFar) -> Result<(), Stop>;
}

impl<'a, T: Read<'a>> TakeItem<'a> for Vec<T> {
    #[inline]
    fn take(&mut self, reader: &mut Reader<'a, Build>, so_far: SoFar) -> Result<(), Stop> {
        so_far.read_into(self, reader)
    }
}

/// What takes the indices of listed strings. As [`Fill`](super::Fill), no closure.
pub(super) trait TakeWord {
    fn take(&mut self, index: usize);
}

/// How much of a list was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SoFar {
    items: usize,
    /// Where the first one begins.
    start: usize,
}

impl SoFar {
    /// Reads the item at hand and puts it behind the others.
    #[inline]
    pub(crate) fn read_into<'a, T: Read<'a>>(
        self,
        items: &mut Vec<T>,
        reader: &mut Reader<'a, Build>,
    ) -> Result<(), Stop> {
        if items.len() == items.capacity() {
            let left = reader.bytes().len() - reader.at;
            let room = self.room(reader.at, left, size_of::<T>());
            // Both make just this much room, as `reserve_exact` would, which is more to compile where there
            // are few kinds of lists.
            if items.is_empty() {
                // What has no room holds nothing to drop.
                std::mem::forget(std::mem::replace(items, Vec::with_capacity(room)));
            } else {
                items.reserve(room);
            }
        }
        T::read_item(reader, items)
    }

    /// For how many more items of this size room is made in a list that is full, going by what those took
    /// that it has, up to the place `at`, behind which so much is `left`. Copying a list each time it doubles
    /// costs as much as reading some.
    #[cold]
    fn room(self, at: usize, left: usize, size: usize) -> usize {
        match self.items {
            0 if size > LARGE => 1,
            few @ 0..FEW => FEW - few,
            many => {
                let expected = left / ((at - self.start) / many).max(1) + 1;
                expected.clamp(many, many * MOST_AHEAD)
            }
        }
    }
}

/// So many items are read before it is guessed how many there are.
const FEW: usize = 4;
/// Of items that are larger there is room for one first: room for a few would be of a size that takes
/// allocators longer.
const LARGE: usize = 256;
/// Room is made for at most so many times the items that there are: what is left may be no items.
const MOST_AHEAD: usize = 8;

impl<'a, M: Mode> Reader<'a, M> {
    /// Reads an array of which nothing is asked but what `read` asks of each item.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn list<T>(
        &mut self,
        edge: impl Into<Edge>,
        read: impl Copy + Fn(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<Vec<T>>, Stop> {
        let mut items = M::build(Vec::new);
        let Some(mut array) = self.array()? else {
            return M::absent();
        };
        array.items(self, &mut items, edge, read)?;
        Ok(items)
    }

    /// Reads an array of strings of which nothing is asked. This and the next one are what most lists are,
    /// and compiled once for each kind of walk.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn list_of_text(&mut self, edge: impl Into<Edge>) -> Result<M::Out<Vec<String>>, Stop> {
        M::list_of_text(self, edge.into())
    }

    /// Reads an array of any values.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn list_of_any(&mut self, edge: impl Into<Edge>) -> Result<M::Out<Vec<Json>>, Stop> {
        M::list_of_any(self, edge.into())
    }

    /// Reads an array of which nothing is asked but what the type of its items says of each.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn list_of<T: Read<'a>>(&mut self, edge: impl Into<Edge>) -> Result<M::Out<Vec<T>>, Stop> {
        M::list_of(self, edge.into())
    }

    /// The same where the type of the items belongs to the very schema that `items` says.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn list_as<T: Read<'a>>(&mut self) -> Result<M::Out<Vec<T>>, Stop> {
        self.list_of::<T>("/items")
    }
}

impl<'a> Reader<'a, Build> {
    /// Reads the array at hand, of which each item is a listed string: one function for all such arrays.
    ///
    /// # Errors
    /// Why the walk ended early.
    pub(super) fn each_word(
        &mut self,
        listed: &Listed,
        each: &mut dyn TakeWord,
    ) -> Result<(), Stop> {
        let mut array = self.array_here()?.ok_or(Stop::Invalid)?;
        while array.next(self)? {
            match self.word_here(listed)? {
                NO_WORD => return Err(Stop::Invalid),
                index => each.take(index),
            }
        }
        Ok(())
    }

    /// Reads the array at hand, each item as the type says, into a list.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub(super) fn list_to<T: Read<'a>>(&mut self, items: &mut Vec<T>) -> Result<(), Stop> {
        // Known before anything is compiled: no type has both this and what follows.
        if const { T::LISTED.is_none() } {
            return self.list_built(items);
        }
        match T::LISTED {
            Some(values) => values.list(self, items),
            None => Err(Stop::Invalid),
        }
    }

    /// Reads the array at hand into the field for it, which is empty: a list that was made elsewhere would have
    /// to be moved, and dropped on each way out.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn put_list_as<T: Read<'a>>(&mut self, place: &mut Option<Vec<T>>) -> Result<(), Stop> {
        Build::fill(place, Vec::new());
        match place {
            Some(items) => self.list_to(items),
            None => Err(Stop::Invalid),
        }
    }

    /// Reads the array at hand by what puts each item where it belongs.
    ///
    /// # Errors
    /// Why the walk ended early.
    fn list_built(&mut self, each: &mut dyn TakeItem<'a>) -> Result<(), Stop> {
        let mut array = self.array_here()?.ok_or(Stop::Invalid)?;
        array.items_built(self, each)
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Reads over an array of strings.
    pub(super) fn pass_list_of_text_here(&mut self, edge: Edge) -> Result<(), Stop> {
        self.pass_list_of(edge, Reader::pass_text)
    }

    /// Reads over an array of any values.
    pub(super) fn pass_list_of_any_here(&mut self, edge: Edge) -> Result<(), Stop> {
        self.pass_list_of(edge, Reader::skip)
    }

    /// Reads over an array of which each item is judged alike: what does that is part of the loop.
    #[inline]
    pub(super) fn pass_list_of(
        &mut self,
        edge: Edge,
        read: impl Copy + Fn(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        match self.array_here()? {
            Some(mut array) => array.pass_all(self, edge, read),
            None if S::KEEPS_FAILURES => Ok(()),
            None => Err(Stop::Invalid),
        }
    }

    /// Has all items of the array at hand judged alike.
    pub(super) fn pass_list_by_here(
        &mut self,
        edge: Edge,
        judge: &Judge<'a, S>,
    ) -> Result<(), Stop> {
        match judge {
            Judge::Word(listed) => self.pass_list_of(edge, |reader| {
                reader.at = reader.pass_word_here(reader.at, listed)?;
                Ok(())
            }),
            Judge::By(read) => self.pass_list_of(edge, *read),
            _ => self.pass_list_of(edge, |reader| {
                reader.at = reader.judged_by(reader.at, judge)?;
                Ok(())
            }),
        }
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Reads the beginning of an array; `None` where something else stands, or where it would nest
    /// too deep, which is reported and skipped.
    #[inline]
    pub fn array(&mut self) -> Result<Option<Array>, Stop> {
        if S::KEEPS_FAILURES {
            return S::array(self);
        }
        self.array_here()
    }

    /// The same as part of what calls it, on any walk.
    #[inline]
    pub(super) fn array_here(&mut self) -> Result<Option<Array>, Stop> {
        if !self.open(b'[', JsonType::Array)? {
            return Ok(None);
        }
        let start = self.at - 1;
        Ok(Some(Array { start, items: 0 }))
    }
}
