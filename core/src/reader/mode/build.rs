//! The walk that makes the value.

use super::{Mode, Sink, Stop, Verdict};
use crate::Json;
use crate::reader::table::{self, Table};
use crate::reader::{Choice, Demands, Once, Places, Reader, StringToken, TextRule, Words};
use crate::report::Failure;

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
        make: impl FnOnce(&StringToken<'a>) -> T,
    ) -> Result<T, Stop> {
        match Self::text_kept(reader, rules) {
            Ok(Some(text)) => Ok(make(&text)),
            Ok(None) => Err(Stop::Invalid),
            Err(stop) => Err(stop),
        }
    }
    #[inline]
    fn made<T, U>(read: Result<T, Stop>, make: impl FnOnce(T) -> U) -> Result<U, Stop> {
        match read {
            Ok(value) => Ok(make(value)),
            Err(stop) => Err(stop),
        }
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
    fn read_into<T>(
        slot: &mut Option<T>,
        read: impl FnOnce(&mut Option<T>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        read(slot)
    }
    #[inline]
    fn placed<T>(read: impl FnOnce(&mut Option<T>) -> Result<(), Stop>) -> Result<T, Stop> {
        let mut slot = None;
        read(&mut slot)?;
        slot.ok_or(Stop::Invalid)
    }
    #[inline]
    fn read_item<T>(
        items: &mut Vec<T>,
        read: impl FnOnce(&mut Option<T>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let mut slot = None;
        read(&mut slot)?;
        match slot {
            Some(item) => items.push(item),
            None => return Err(Stop::Invalid),
        }
        Ok(())
    }
    #[inline]
    fn read_last<T: Default>(
        items: &mut Vec<T>,
        read: impl FnOnce(&mut T) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        // Made where it is to stand: what is pushed would be made elsewhere, and copied.
        items.resize_with(items.len() + 1, T::default);
        items.last_mut().map_or(Err(Stop::Invalid), read)
    }
    #[inline]
    fn absent<T>() -> Result<T, Stop> {
        Err(Stop::Invalid)
    }
    #[inline]
    fn choose<'a, T>(
        reader: &mut Reader<'a, Self>,
        choice: &Choice,
        read: impl Fn(&mut Reader<'a, Self>, usize) -> Result<T, Stop>,
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
    fn draft_by<'a, T>(
        reader: &mut Reader<'a, Self>,
        draft: &mut T,
        _: &Table<'a>,
        build: impl FnOnce(&mut Reader<'a, Build>, &mut T) -> Result<(), Stop>,
        _: impl FnOnce(&mut Reader<'a, Verdict>, &Table<'a>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        build(reader, draft)
    }
    fn judge_by<'a>(reader: &mut Reader<'a, Self>, table: &Table<'a>) -> Result<(), Stop> {
        let (judged, end) = reader.verdict(|reader| table::judge_by_table(reader, table));
        reader.at = end;
        judged
    }
    #[inline]
    fn place_by<'a, T>(
        reader: &mut Reader<'a, Self>,
        place: &mut Option<T>,
        _: &Table<'a>,
        build: impl FnOnce(&mut Reader<'a, Build>, &mut Option<T>) -> Result<(), Stop>,
        _: impl FnOnce(&mut Reader<'a, Verdict>, &Table<'a>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        build(reader, place)
    }
    #[inline]
    fn one_of<T: Copy>(
        reader: &mut Reader<'_, Self>,
        keyword: &'static str,
        typed: bool,
        words: &Words,
        values: &[T],
    ) -> Result<T, Stop> {
        match Self::word(reader, keyword, typed, words) {
            Ok(index) => match values.get(index) {
                Some(value) => Ok(*value),
                None => Err(Stop::Invalid),
            },
            Err(stop) => Err(stop),
        }
    }
    fn json(reader: &mut Reader<'_, Self>) -> Result<Json, Stop> {
        crate::json::read(reader)
    }
}
