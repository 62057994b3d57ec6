//! Long parts of the reader that are never made part of what calls them. A generic function is compiled
//! again in every crate that uses it; these are compiled with this crate, once for each kind of walk.

use super::shadowed::Ignore;
use super::unnamed::Unnamed;
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
                fn $name($this: $type $(, $argument: $of)*) -> Result<$result, Stop>;
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
                fn $name($this: $type $(, $argument: $of)*) -> Result<$result, Stop> {
                    $this.$by($($argument),*)
                }
            )*
        }
    };
}

once! {
    fn skip(reader: &mut Reader<'_, Self>) -> (), skip_here;
    #[cold] fn skip_unnested(reader: &mut Reader<'_, Self>) -> (), skip_unnested_here;
    fn next_long(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names, start: usize
    ) -> Option<u32>, next_long_here;
    fn next_expecting(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names, expected: u32
    ) -> Option<u32>, next_expecting_here;
    #[cold] fn next_with_care(
        object: &mut Object, reader: &mut Reader<'_, Self>, names: &'static Names
    ) -> Option<u32>, next_with_care_here;
    #[cold] fn sort(names: &Unnamed, reader: &mut Reader<'_, Self>) -> (), sort_here;
    #[cold] fn duplicate(object: &mut Object, reader: &mut Reader<'_, Self>) -> (), duplicate_here;
    #[cold] fn missing(object: &Object, reader: &mut Reader<'_, Self>, name: &'static str)
        -> (), missing_here;
    fn forbid(object: &Object, reader: &mut Reader<'_, Self>, known: &'static Names)
        -> (), forbid_here;
    #[cold] fn wrong_type(reader: &mut Reader<'_, Self>, expected: TypeSet) -> (), wrong_type_here;
    #[cold] fn not_a_string(
        reader: &mut Reader<'_, Self>, keyword: &'static str, typed: bool, names: &[&str]
    ) -> (), not_a_string_here;
    fn find_by_key(reader: &mut Reader<'_, Self>, allowed: &Allowed)
        -> (Range<usize>, bool), find_by_key_here;
}
