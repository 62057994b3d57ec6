//! The walk for a verdict alone.

use super::{Build, Mode, Sink, Stop};
use crate::keyword::enum_::Listed;
use crate::number::FromNumber;
use crate::pattern::Pattern;
use crate::reader::number::Holding;
use crate::reader::slot::Reading;
use crate::reader::table::{self, Table};
use crate::reader::{
    Array, Choice, Demands, Enumerated, Fill, Judge, NumberRule, Object, Once, Places, Reader,
    Rows, StringToken, TextRule,
};
use crate::report::{Edge, Failure};
use crate::schema::{Read, ReadDraft};

/// Builds nothing and stops at the first failure.
#[derive(Debug, Default)]
pub struct Verdict;

fail_fast!(Verdict);

impl Mode for Verdict {
    build_nothing!();
    #[inline]
    fn choose<'a, T>(
        reader: &mut Reader<'a, Self>,
        choice: &Choice,
        _: impl Copy + Fn(&mut Reader<'a, Self>, usize) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        reader.pass_alternative(choice)
    }
    fn judge_members(
        reader: &mut Reader<'_, Self>,
        demands: &'static Demands,
    ) -> Result<bool, Stop> {
        reader.judge_object(demands)
    }
    fn judge_noted(
        reader: &mut Reader<'_, Self>,
        demands: &'static Demands,
        places: &mut Places,
    ) -> Result<(), Stop> {
        reader.judge_places(demands, places)
    }
    fn pass_choice(reader: &mut Reader<'_, Self>, choice: &Choice) -> Result<(), Stop> {
        reader.whatever_the_range(|reader| reader.pass_alternative(choice))
    }
    #[inline]
    fn draft_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        (): (),
        table: &Table<'a>,
        noting: N,
        _: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut T, N) -> Result<(), Stop>,
        judge: impl Copy + FnOnce(&mut Reader<'a, Self>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        judge(reader, table, noting)
    }
    #[inline]
    fn place_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        (): (),
        table: &Table<'a>,
        noting: N,
        _: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut Option<T>, N) -> Result<(), Stop>,
        judge: impl Copy + FnOnce(&mut Reader<'a, Self>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        judge(reader, table, noting)
    }
    #[inline]
    fn by_rows<'a, T: Rows<'a> + Fill<'a>>(
        reader: &mut Reader<'a, Self>,
        (): (),
    ) -> Result<(), Stop> {
        table::judge_by_table(reader, T::TABLE, ())
    }
    fn judge_by<'a>(reader: &mut Reader<'a, Self>, table: &Table<'a>) -> Result<(), Stop> {
        table::judge_by_table(reader, table, ())
    }
    #[inline]
    fn remember<'a, T>(
        reader: &mut Reader<'a, Self>,
        schema: u32,
        walk: impl FnOnce(&mut Reader<'a, Self>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        reader.remembered(schema, &mut Some(walk))
    }
    #[inline]
    fn judged<T>() -> Result<(), Stop> {
        Ok(())
    }
    #[inline]
    fn absent<T>() -> Result<(), Stop> {
        Err(Stop::Invalid)
    }
}
