//! The walk that makes the value.

use super::{Mode, Sink, Stop, Verdict};
use crate::json::read_items;
use crate::keyword::enum_::Listed;
use crate::members::Members;
use crate::number::FromNumber;
use crate::pattern::Pattern;
use crate::reader::number::Holding;
use crate::reader::slot::Reading;
use crate::reader::table::{self, Table};
use crate::reader::{
    Array, Choice, Demands, Enumerated, Fill, Names, NumberRule, Object, Once, Places, Reader,
    Rows, StringToken, TextRule, filling,
};
use crate::report::{Edge, Failure};
use crate::schema::{Read, ReadDraft};
use crate::{Json, TypeSet};
use std::convert;

/// Builds values and stops at the first failure.
#[derive(Debug, Default)]
pub struct Build;

fail_fast!(Build);

impl Mode for Build {
    type Out<T> = T;
    const BUILDS: bool = true;
    #[inline]
    fn build<T>(make: impl FnOnce() -> T) -> T {
        make()
    }
    #[inline]
    fn take<T>(out: T) -> T {
        out
    }
    #[inline]
    fn modify<T>(out: &mut T, change: impl FnOnce(&mut T)) {
        change(out);
    }
    type Place<'p, T: 'p> = &'p mut Option<T>;
    type Draft<'p, T: 'p> = &'p mut T;
    type Seen = ();
    const UNSEEN: () = ();
    #[inline]
    fn put<T>(place: &mut Option<T>, make: impl FnOnce() -> T) {
        Self::fill(place, make());
    }
    #[inline]
    fn done(judged: Result<(), Stop>) -> Result<(), Stop> {
        judged
    }
    #[inline]
    fn text_within<'a, T>(
        reader: &mut Reader<'a, Self>,
        rules: &'static [TextRule],
        make: impl Copy + FnOnce(&StringToken<'a>) -> T,
    ) -> Result<T, Stop> {
        match Self::text_kept(reader, rules) {
            Ok(Some(text)) => Ok(make(&text)),
            Ok(None) => Err(Stop::Invalid),
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn number_as<T: FromNumber>(
        reader: &mut Reader<'_, Self>,
        holding: &'static Holding,
    ) -> Result<T, Stop> {
        T::built(reader, holding.expected, &[])
    }
    #[inline]
    fn number_within<T: FromNumber>(
        reader: &mut Reader<'_, Self>,
        holding: &'static Holding,
        rules: &'static [NumberRule],
    ) -> Result<T, Stop> {
        T::built(reader, holding.expected, rules)
    }
    #[inline]
    fn made<T, U>(read: Result<T, Stop>, make: impl Copy + FnOnce(T) -> U) -> Result<U, Stop> {
        match read {
            Ok(value) => Ok(make(value)),
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn made_of<'a, T: Read<'a>, U>(
        reader: &mut Reader<'a, Self>,
        make: impl Copy + FnOnce(T) -> U,
    ) -> Result<U, Stop> {
        T::made(reader, make)
    }
    #[inline]
    fn put_read<T>(place: &mut Option<T>, read: Result<T, Stop>) -> Result<(), Stop> {
        match read {
            Ok(value) => {
                Self::fill(place, value);
                Ok(())
            }
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn draft<'p, T: Default + 'p>(place: &'p mut Option<T>) -> &'p mut T {
        Self::fill(place, T::default());
        place.as_mut().expect("it was just filled")
    }
    #[expect(clippy::mut_mut, reason = "a draft is a reference here")]
    #[inline]
    fn slot<'s, T, F>(
        draft: &'s mut &mut T,
        (): &'s mut (),
        field: impl FnOnce(&mut T) -> &mut Option<F>,
    ) -> &'s mut Option<F> {
        field(draft)
    }
    #[expect(clippy::mut_mut, reason = "a draft is a reference here")]
    #[inline]
    fn part<'s, T, F>(
        draft: &'s mut &mut T,
        (): &'s mut (),
        field: impl FnOnce(&mut T) -> &mut F,
    ) -> &'s mut F {
        field(draft)
    }
    #[inline]
    fn inner<'a, T: Read<'a>>(
        object: &mut Object,
        reader: &mut Reader<'a, Self>,
        slot: &mut Option<T>,
        _: Edge,
    ) -> Result<(), Stop> {
        T::read_member(object, reader, slot)
    }
    #[inline]
    fn other<'a, T>(
        object: &mut Object,
        reader: &mut Reader<'a, Self>,
        members: &mut Members<T>,
        _: Edge,
        read: Reading<'a, Self, T>,
    ) -> Result<(), Stop> {
        let name = object.new_name(reader)?;
        match read(reader) {
            Ok(value) => {
                members.push_new(name, value);
                Ok(())
            }
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn map<'a, T>(
        reader: &mut Reader<'a, Self>,
        names: Option<&'static Pattern>,
        edge: Edge,
        read: Reading<'a, Self, T>,
    ) -> Result<Members<T>, Stop> {
        let mut members = Members::new();
        reader.members(
            Names::NONE,
            &mut filling(
                |object, reader, _| match object.has_name_of(reader, names) {
                    Ok(true) => Self::other(object, reader, &mut members, edge, read),
                    Ok(false) => object.forbidden(reader, Names::NONE),
                    Err(stop) => Err(stop),
                },
            ),
        )?;
        Ok(members)
    }
    #[inline]
    fn in_place<'a, T: Read<'a>>(reader: &mut Reader<'a, Self>) -> Result<T, Stop> {
        let mut slot = None;
        match T::read_apart(reader, &mut slot) {
            Ok(()) => match slot {
                Some(value) => Ok(value),
                None => Err(Stop::Invalid),
            },
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn drafted<'a, T: ReadDraft<'a>>(reader: &mut Reader<'a, Self>) -> Result<T, Stop> {
        T::built(reader, convert::identity)
    }
    #[inline]
    fn list_of<'a, T: Read<'a>>(reader: &mut Reader<'a, Self>, _: Edge) -> Result<Vec<T>, Stop> {
        let mut items = Vec::new();
        match reader.list_to(&mut items) {
            Ok(()) => Ok(items),
            Err(stop) => Err(stop),
        }
    }
    fn list_of_text(reader: &mut Reader<'_, Self>, edge: Edge) -> Result<Vec<String>, Stop> {
        reader.list(edge, Reader::text)
    }
    fn list_of_any(reader: &mut Reader<'_, Self>, _: Edge) -> Result<Vec<Json>, Stop> {
        match reader.array_here()? {
            Some(array) => read_items(reader, array),
            None => Self::absent(),
        }
    }
    #[inline]
    fn items_of<'a, T: Read<'a>>(
        reader: &mut Reader<'a, Self>,
        array: &mut Array,
        items: &mut Vec<T>,
        _: Edge,
    ) -> Result<(), Stop> {
        array.items_built(reader, items)
    }
    #[inline]
    fn each<'a>(
        reader: &mut Reader<'a, Self>,
        array: &mut Array,
        edge: Edge,
        judge: Reading<'a, Self, ()>,
    ) -> Result<(), Stop> {
        Self::pass_items(array, reader, edge, judge)
    }
    #[inline]
    fn absent<T>() -> Result<T, Stop> {
        Err(Stop::Invalid)
    }
    #[inline]
    fn choose<'a, T>(
        reader: &mut Reader<'a, Self>,
        choice: &Choice,
        read: impl Copy + Fn(&mut Reader<'a, Self>, usize) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let chosen = reader.alternative_to_build(choice)?;
        read(reader, chosen)
    }
    fn judge_members(
        reader: &mut Reader<'_, Self>,
        demands: &'static Demands,
    ) -> Result<bool, Stop> {
        reader.verdict(|reader| reader.judge_object(demands)).0
    }
    fn judge_noted(
        reader: &mut Reader<'_, Self>,
        demands: &'static Demands,
        places: &mut Places,
    ) -> Result<(), Stop> {
        let judge = |reader: &mut Reader<'_, Verdict>| reader.judge_places(demands, places);
        reader.verdict(judge).0
    }
    fn pass_choice(reader: &mut Reader<'_, Self>, choice: &Choice) -> Result<(), Stop> {
        let (passed, end) = reader.verdict(|reader| Verdict::pass_choice(reader, choice));
        reader.at = end;
        passed
    }
    #[inline]
    fn draft_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        draft: &mut T,
        _: &Table<'a>,
        noting: N,
        build: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut T, N) -> Result<(), Stop>,
        _: impl Copy + FnOnce(&mut Reader<'a, Verdict>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        build(reader, draft, noting)
    }
    #[inline]
    fn by_rows<'a, T: Rows<'a> + Fill<'a>>(
        reader: &mut Reader<'a, Self>,
        draft: &mut T,
    ) -> Result<(), Stop> {
        reader.members(T::TABLE.names, draft)
    }
    fn judge_by<'a>(reader: &mut Reader<'a, Self>, table: &Table<'a>) -> Result<(), Stop> {
        let (judged, end) = reader.verdict(|reader| table::judge_by_table(reader, table, ()));
        reader.at = end;
        judged
    }
    #[inline]
    fn place_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        place: &mut Option<T>,
        _: &Table<'a>,
        noting: N,
        build: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut Option<T>, N) -> Result<(), Stop>,
        _: impl Copy + FnOnce(&mut Reader<'a, Verdict>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        build(reader, place, noting)
    }
    #[inline]
    fn one_of<T: Copy>(
        reader: &mut Reader<'_, Self>,
        listed: &Listed,
        values: &[T],
    ) -> Result<T, Stop> {
        match Self::word(reader, listed) {
            Ok(index) => values.get(index).copied().ok_or(Stop::Invalid),
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn put_listed<T: Clone>(
        reader: &mut Reader<'_, Self>,
        place: &mut Option<T>,
        values: Option<&Enumerated<'_, T>>,
    ) -> Result<(), Stop> {
        let Some(values) = values else {
            return Err(Stop::Invalid);
        };
        match Self::word(reader, values.listed()) {
            Ok(index) => {
                if let Some(value) = values.value(index) {
                    Self::fill(place, value.clone());
                }
                Ok(())
            }
            Err(stop) => Err(stop),
        }
    }
    #[inline(never)]
    fn flag(reader: &mut Reader<'_, Self>) -> Result<bool, Stop> {
        match reader.boolean() {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err(Stop::Invalid),
            Err(stop) => Err(stop),
        }
    }
    // Compiled once: a string asks for memory, which takes longer than a call.
    #[inline(never)]
    fn text(reader: &mut Reader<'_, Self>) -> Result<String, Stop> {
        reader.text_here()
    }
    #[inline(never)]
    fn text_or_null(reader: &mut Reader<'_, Self>) -> Result<Option<String>, Stop> {
        reader.text_or_null_here()
    }
    #[inline]
    fn nullable<'a, T>(
        reader: &mut Reader<'a, Self>,
        types: TypeSet,
        read: Reading<'a, Self, T>,
    ) -> Result<Option<T>, Stop> {
        reader.built_or_null(types, read)
    }
    #[inline]
    fn json(reader: &mut Reader<'_, Self>) -> Result<Json, Stop> {
        crate::json::read(reader)
    }
}
