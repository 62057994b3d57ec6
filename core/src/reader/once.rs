//! Long parts of the reader that are never made part of what calls them. A generic function is compiled
//! again in every crate that uses it; these are compiled with this crate, once for each kind of walk.

use super::next::Code;
use super::shadowed::Ignore;
use super::{Build, Collect, Names, Object, Reader, Stop, Verdict};
use crate::TypeSet;
use crate::keyword::enum_::Allowed;
use std::ops::Range;

macro_rules! once {
    ($($(#[$cold:meta])? fn $name:ident($this:ident: $type:ty $(, $argument:ident: $of:ty)*)
        -> $result:ty, $by:ident;)*) => {
        /// What is compiled once. Each function is that of `this` which is called the same, and `here`.
        pub trait Once: Sized {
            $(
                #[doc(hidden)]
                fn $name($this: $type $(, $argument: $of)*) -> $result;
            )*
        }
        once!(for Build: $($(#[$cold])? $name $by ($this: $type $(, $argument: $of)*) $result;)*);
        once!(for Verdict: $($(#[$cold])? $name $by ($this: $type $(, $argument: $of)*) $result;)*);
        once!(for Collect: $($(#[$cold])? $name $by ($this: $type $(, $argument: $of)*) $result;)*);
        once!(for Ignore: $($(#[$cold])? $name $by ($this: $type $(, $argument: $of)*) $result;)*);
    };
    (for $mode:ty: $($(#[$cold:meta])? $name:ident $by:ident
        ($this:ident: $type:ty $(, $argument:ident: $of:ty)*) $result:ty;)*) => {
        impl Once for $mode {
            $(
                $(#[$cold])?
                #[inline(never)]
                fn $name($this: $type $(, $argument: $of)*) -> $result {
                    $this.$by($($argument),*)
                }
            )*
        }
    };
}

once! {
    fn skip(reader: &mut Reader<'_, Self>) -> Result<(), Stop>, skip_here;
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
    fn next_expecting(
        object: &mut Object, reader: &mut Reader<'_, Self>, at: usize, names: &'static Names,
        expected: u32
    ) -> (usize, Code), next_expecting_here;
    #[cold] fn next_with_care(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names
    ) -> Code, next_with_care_here;
    #[cold] fn end_of_many(object: &mut Object, reader: &mut Reader<'_, Self>)
        -> Code, end_of_many_here;
    #[cold] fn duplicate(object: &mut Object, reader: &mut Reader<'_, Self>)
        -> Result<(), Stop>, duplicate_here;
    #[cold] fn missing(object: &Object, reader: &mut Reader<'_, Self>, name: &'static str)
        -> Result<(), Stop>, missing_here;
    fn forbid(object: &Object, reader: &mut Reader<'_, Self>, known: &'static Names)
        -> Result<(), Stop>, forbid_here;
    #[cold] fn wrong_type(reader: &mut Reader<'_, Self>, expected: TypeSet)
        -> Result<(), Stop>, wrong_type_here;
    #[cold] fn not_a_string(
        reader: &mut Reader<'_, Self>, keyword: &'static str, typed: bool,
        names: &'static [&'static str]
    ) -> Result<(), Stop>, not_a_string_here;
    fn find_by_key(reader: &mut Reader<'_, Self>, allowed: &Allowed)
        -> Result<(Range<usize>, bool), Stop>, find_by_key_here;
}
