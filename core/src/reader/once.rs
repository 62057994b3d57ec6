//! Long parts of the reader that are never made part of what calls them. A generic function is compiled
//! again in every crate that uses it; these are compiled with this crate, once for each kind of walk.

use super::next::Code;
use super::number::Holding;
use super::shadowed::Ignore;
use super::slot::Reading;
use super::{
    Array, Build, Collect, Judge, Name, Names, Noting, NumberRule, NumberToken, Object, Reader,
    Stop, StringToken, TextRule, Verdict, Words,
};
use crate::keyword::enum_::{Allowed, Listed};
use crate::number::Form;
use crate::pattern::Pattern;
use crate::report::{Edge, Step};
use crate::{JsonType, TypeSet};
use std::ops::Range;

macro_rules! once {
    ($($(#[$cold:meta])? fn $name:ident $(<$a:lifetime>)?
        ($this:ident: $type:ty $(, $argument:ident: $of:ty)*) -> $result:ty, $by:ident;)*) => {
        /// What is compiled once. Each function is that of `this` which is called the same, and `here`.
        pub trait Once: Sized {
            $(
                #[doc(hidden)]
                fn $name $(<$a>)? ($this: $type $(, $argument: $of)*) -> $result;
            )*
        }
        once!(for Build: $($(#[$cold])? $name $(<$a>)? $by ($this: $type $(, $argument: $of)*) $result;)*);
        once!(for Verdict: $($(#[$cold])? $name $(<$a>)? $by ($this: $type $(, $argument: $of)*) $result;)*);
        once!(for Collect: $($(#[$cold])? $name $(<$a>)? $by ($this: $type $(, $argument: $of)*) $result;)*);
        once!(for Ignore: $($(#[$cold])? $name $(<$a>)? $by ($this: $type $(, $argument: $of)*) $result;)*);
    };
    (for $mode:ty: $($(#[$cold:meta])? $name:ident $(<$a:lifetime>)? $by:ident
        ($this:ident: $type:ty $(, $argument:ident: $of:ty)*) $result:ty;)*) => {
        impl Once for $mode {
            $(
                $(#[$cold])?
                #[inline(never)]
                fn $name $(<$a>)? ($this: $type $(, $argument: $of)*) -> $result {
                    $this.$by($($argument),*)
                }
            )*
        }
    };
}

once! {
    fn skip(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, skip_here;
    fn skip_object(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, skip_object_here;
    #[cold] fn skip_unnested(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, skip_unnested_here;
    fn next_code(object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names)
        -> Code, next_code_here;
    #[cold] fn next_near_end(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names
    ) -> Code, next_near_end_here;
    fn next_apart(object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names)
        -> Code, next_apart_here;
    fn next_long(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names, start: usize
    ) -> Code, next_long_here;
    fn next_other(
        object: &mut Object, reader: &mut Reader<'_, Self>, at: usize, names: &'static Names,
        expected: u32
    ) -> (usize, Code), next_other_here;
    fn indented(reader: &mut Reader<'_, Self>, before: usize, name: &'static Name, opening: u8)
        -> usize, indented_here;
    fn next_spaced(
        object: &mut Object, reader: &mut Reader<'_, Self>, at: usize, names: &'static Names,
        expected: u32
    ) -> (usize, Code), next_spaced_here;
    fn end_expecting(
        object: &mut Object, reader: &mut Reader<'_, Self>, at: usize, names: &'static Names,
        expected: u32
    ) -> (usize, Code), end_expecting_here;
    fn next_unexpected(
        object: &mut Object, reader: &mut Reader<'_, Self>, at: usize, names: &'static Names,
        expected: u32
    ) -> (usize, Code), next_unexpected_here;
    #[cold] fn next_with_care(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names
    ) -> Code, next_with_care_here;
    #[cold] fn end_of_many(object: &mut Object, reader: &mut Reader<'_, Self>)
        -> Code, end_of_many_here;
    #[cold] fn duplicate(object: &mut Object, reader: &mut Reader<'_, Self>)
        -> Result<(), Stop>, duplicate_here;
    #[cold] fn missing(object: &Object, reader: &mut Reader<'_, Self>, name: &'static str)
        -> Result<(), Stop>, missing_here;
    fn step(object: &Object, reader: &Reader<'_, Self>, edge: Edge) -> Step, step_here;
    fn forbidden(object: &mut Object, reader: &mut Reader<'_, Self>, known: &'static Names)
        -> Result<(), Stop>, forbidden_here;
    fn forbid(object: &Object, reader: &mut Reader<'_, Self>, known: &'static Names)
        -> Result<(), Stop>, forbid_here;
    #[cold] fn wrong_type(reader: &mut Reader<'_, Self>, expected: TypeSet)
        -> Result<(), Stop>, wrong_type_here;
    #[cold] fn not_a_string(
        reader: &mut Reader<'_, Self>, keyword: &'static str, typed: bool,
        names: &'static [&'static str]
    ) -> Result<(), Stop>, not_a_string_here;
    fn string<'a>(reader: &mut Reader<'a, Self>) -> Result<Option<StringToken<'a>>, Stop>, string_here;
    fn text_kept<'a>(reader: &mut Reader<'a, Self>, rules: &'static [TextRule])
        -> Result<Option<StringToken<'a>>, Stop>, text_kept_here;
    fn pass_text_within(reader: &mut Reader<'_, Self>, rules: &'static [TextRule])
        -> Result<(), Stop>, pass_text_within_here;
    fn object(reader: &mut Reader<'_, Self>) -> Result<Option<Object>, Stop>, object_here;
    fn array(reader: &mut Reader<'_, Self>) -> Result<Option<Array>, Stop>, array_here;
    fn pass_other<'a>(
        object: &mut Object, reader: &mut Reader<'a, Self>, edge: Edge, read: Reading<'a, Self, ()>
    ) -> Result<(), Stop>, pass_other_here;
    fn pass_map<'a>(
        reader: &mut Reader<'a, Self>, names: Option<&'static Pattern>, edge: Edge,
        read: Reading<'a, Self, ()>
    ) -> Result<(), Stop>, pass_map_here;
    fn pass_list_by<'a>(reader: &mut Reader<'a, Self>, edge: Edge, judge: &Judge<'a, Self>)
        -> Result<(), Stop>, pass_list_by_here;
    fn pass_items<'a>(
        array: &mut Array, reader: &mut Reader<'a, Self>, edge: Edge, judge: Reading<'a, Self, ()>
    ) -> Result<(), Stop>, pass_items_here;
    fn pass_blanks(reader: &mut Reader<'_, Self>, is_end: bool) -> (), pass_blanks_here;
    fn open_with_care(reader: &mut Reader<'_, Self>, bracket: u8, container: JsonType)
        -> Result<bool, Stop>, open_with_care_here;
    fn keep_names(object: &Object, reader: &mut Reader<'_, Self>) -> (), keep_names_here;
    fn is_new_text(object: &mut Object, reader: &mut Reader<'_, Self>) -> bool, is_new_text_here;
    fn pass_list_of_text(reader: &mut Reader<'_, Self>, edge: Edge)
        -> Result<(), Stop>, pass_list_of_text_here;
    fn pass_list_of_any(reader: &mut Reader<'_, Self>, edge: Edge)
        -> Result<(), Stop>, pass_list_of_any_here;
    fn string_at<'a>(reader: &Reader<'a, Self>, start: usize) -> StringToken<'a>, string_at_here;
    fn pass_string(reader: &mut Reader<'_, Self>, begun: usize)
        -> Result<usize, Stop>, pass_string_here;
    fn pass_long_text(reader: &mut Reader<'_, Self>, at: usize)
        -> Result<usize, Stop>, pass_long_text_here;
    fn pass_text_or_null(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, pass_text_or_null_here;
    fn pass_nullable<'a>(
        reader: &mut Reader<'a, Self>, types: TypeSet, read: Reading<'a, Self, ()>
    ) -> Result<(), Stop>, pass_nullable_here;
    fn pass_any_text(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, pass_any_text_here;
    fn comes_to_string(reader: &mut Reader<'_, Self>) -> Result<bool, Stop>, comes_to_string_here;
    fn comes_to_number(reader: &mut Reader<'_, Self>, expected: JsonType)
        -> Result<bool, Stop>, comes_to_number_here;
    fn pass_any_number(reader: &mut Reader<'_, Self>) -> Result<Form, Stop>, pass_any_number_here;
    fn pass_number_as(
        reader: &mut Reader<'_, Self>, at: usize, holding: &'static Holding
    ) -> Result<usize, Stop>, pass_number_as_here;
    fn pass_number_within(
        reader: &mut Reader<'_, Self>, at: usize, holding: &'static Holding,
        rules: &'static [NumberRule]
    ) -> Result<usize, Stop>, pass_number_within_here;
    #[cold] fn judge_number(
        reader: &mut Reader<'_, Self>, number: &mut NumberToken<'_>, rules: &'static [NumberRule]
    ) -> Result<(), Stop>, judge_number_here;
    #[cold] fn not_an_integer(reader: &mut Reader<'_, Self>, given: NumberToken<'_>)
        -> Result<(), Stop>, not_an_integer_here;
    #[cold] fn not_held(
        reader: &mut Reader<'_, Self>, token: &NumberToken<'_>, type_name: &'static str
    ) -> Result<(), Stop>, not_held_here;
    fn note_member(
        object: &Object, reader: &mut Reader<'_, Self>, noting: &mut Noting<'_>, index: u32
    ) -> (), note_member_here;
    fn type_at_hand(reader: &mut Reader<'_, Self>) -> JsonType, type_at_hand_here;
    fn pass_flag(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, pass_flag_here;
    fn boolean_with_care(reader: &mut Reader<'_, Self>)
        -> Result<Option<bool>, Stop>, boolean_with_care_here;
    fn null(reader: &mut Reader<'_, Self>) -> Result<bool, Stop>, null_here;
    fn nothing(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, nothing_here;
    fn typed(reader: &mut Reader<'_, Self>, types: TypeSet) -> Result<(), Stop>, typed_here;
    fn typed_through(reader: &mut Reader<'_, Self>, edge: Edge, types: TypeSet)
        -> Result<(), Stop>, typed_through_here;
    fn word(reader: &mut Reader<'_, Self>, listed: &Listed) -> Result<usize, Stop>, word_here;
    fn pass_word(reader: &mut Reader<'_, Self>, at: usize, listed: &Listed)
        -> Result<usize, Stop>, pass_word_here;
    fn index_among(
        reader: &mut Reader<'_, Self>, keyword: &'static str, given: &StringToken<'_>, words: &Words
    ) -> Result<Option<usize>, Stop>, index_among_here;
    fn listed(reader: &mut Reader<'_, Self>, allowed: &'static Allowed)
        -> Result<(), Stop>, listed_here;
    fn matched(reader: &mut Reader<'_, Self>, given: &StringToken<'_>, pattern: &Pattern)
        -> Result<(), Stop>, matched_here;
    fn name_matches(object: &Object, reader: &mut Reader<'_, Self>, pattern: &Pattern)
        -> Result<bool, Stop>, name_matches_here;
    fn unique_items(reader: &mut Reader<'_, Self>, array: &Array)
        -> Result<(), Stop>, unique_items_here;
    #[cold] fn malformed_at(reader: &mut Reader<'_, Self>, at: usize, expected: &'static str)
        -> Stop, malformed_at_here;
    fn extent(reader: &mut Reader<'_, Self>) -> Result<Range<usize>, Stop>, extent_here;
}
