//! How objects are read and judged of which nothing is asked but what the schema of each member says: from
//! one row for each member, `0 optional "mode" mode: inner(super::Mode) to "/definitions/mode";`. It says
//! the member's index, its name, the field for it, what reads it, and the way to the schema that says so,
//! where that does not stand in `properties` of the schema at hand. Where the struct is made only when all
//! members are there, `[mode]` behind the field names the variable that the value waits in.
//!
//! The last row is about all other members: `others other: method(any)` keeps them, `judged: method(text)`
//! judges them, and there are `ignored` and `forbidden`. `kept_by(f)` and `judged_by(f)` stand for a
//! function that does either, whatever their names ask for.
//!
//! Behind `required […]` of what is read inside of a function, `noted [DEMANDS, &[0, 255], by_members]` says
//! where the places of members are noted that other schemas ask for.
//!
//! A report is made by a table of the rows, and so is a verdict, unless `unrolled` stands before them:
//! then there is a step for each, behind which the next member in the schema's order is looked for before
//! any other. That is the fastest for documents in that order, and the longest to compile.

/// What a struct has of which nothing else is asked: how it is read, judged and written.
#[doc(hidden)]
#[macro_export]
macro_rules! __record_type {
    (
        draft $type:ty, required [$($required:expr),*];
        $($index:literal $kind:ident $name:literal $field:ident $(as $way:ty)?:
            $how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $($other:ident $(as $other_way:ty)?)?
            $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {
        impl<'a> $crate::generated::v1::Rows<'a> for $type {
            const TABLE: &'a $crate::generated::v1::Table<'a> = &$crate::__table!(
                ($crate::__names![$($name),*]) [] [$($required),*]
                [$($how $($inner)? ($($read)*) $(to $target)? $(via $edge)?;)*]
                $others $($other_how ($($other_read)*))? $(, via $other_edge)?
            );
        }
        impl<'a> $crate::generated::v1::Fill<'a> for $type {
            fn fill(
                &mut self,
                object: &mut $crate::generated::v1::Object,
                reader: &mut $crate::generated::v1::Reader<'a, $crate::generated::v1::Build>,
                index: u32,
            ) -> ::std::result::Result<(), $crate::generated::v1::Stop> {
                type M = $crate::generated::v1::Build;
                match index {
                    $($index => $crate::__member!(
                        put object reader (&mut self.$field) $how $($inner)? ($($read)*)
                    ),)*
                    _ => $crate::__others!(
                        $others object reader
                        (<Self as $crate::generated::v1::Rows<'a>>::TABLE.names)
                        $((&mut self.$other))? $($other_how ($($other_read)*))?
                    ),
                }
            }
        }
        $crate::__object_type!($type {
            $($kind $name $field $(as $way)?),* $(; others $other $(as $other_way)?)?
        });
    };
    (draft $type:ty, $($rows:tt)*) => {
        impl<'a> $crate::generated::v1::ReadDraft<'a> for $type {
            fn read_draft<M: $crate::generated::v1::Mode>(
                reader: &mut $crate::generated::v1::Reader<'a, M>,
                draft: M::Draft<'_, Self>,
            ) -> ::std::result::Result<M::Out<()>, $crate::generated::v1::Stop> {
                $crate::__record!(draft reader draft, $($rows)*)
            }
        }
        $crate::__record_writer!($type, $($rows)*);
    };
    (whole $type:ty, $($rows:tt)*) => {
        impl<'a> $crate::generated::v1::Read<'a> for $type {
            fn read_to<M: $crate::generated::v1::Mode>(
                reader: &mut $crate::generated::v1::Reader<'a, M>,
                place: M::Place<'_, Self>,
            ) -> ::std::result::Result<M::Out<()>, $crate::generated::v1::Stop> {
                $crate::__record!(whole reader place, $($rows)*)
            }
        }
        $crate::__record_writer!($type, $($rows)*);
    };
}

/// Reads the object at hand into a draft, which is there before its members are, or into a place that is
/// filled when all of them were read.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    (
        draft $reader:ident $draft:ident, required [$($required:expr),*]
            $($noted:ident [$($noting:tt)*])? $(, $unrolled:ident)?;
        $($index:literal $kind:ident $name:literal $field:ident $(as $way:ty)?:
            $how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $($other:ident $(as $other_way:ty)?)?
            $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {{
        const NAMES: &$crate::generated::v1::Names = $crate::__names![$($unrolled)? $($name),*];
        $crate::__rows!(
            NAMES [$($unrolled)?] [$($required),*]
            [$($how $($inner)? ($($read)*) $(to $target)? $(via $edge)?;)*]
            $others $($other_how ($($other_read)*))? $(, via $other_edge)?
        );
        M::draft_by(
            $reader,
            $draft,
            <Rows as $crate::generated::v1::Rows<'_>>::TABLE,
            $crate::__noting!($($($noting)*)?),
            |reader, draft: &mut Self, noting| {
                type M = $crate::generated::v1::Build;
                $crate::__members!(
                    $($unrolled)? object reader [$($noted noting)?] NAMES
                    [$(
                        $index: (&mut draft.$field) $how $($inner)? ($($read)*);
                    )*]
                    $crate::__others!(
                        $others object reader NAMES $((&mut draft.$other))?
                        $($other_how ($($other_read)*))?
                    )
                )
            },
            $crate::__judge!(
                $($noted)? $($unrolled)? NAMES [$($index: $kind $how $($inner)? ($($read)*);)*]
                $others $($other_how ($($other_read)*))?
            ),
        )
    }};
    (
        whole $reader:ident $place:ident, required [$($required:expr),*]
            $($noted:ident [$($noting:tt)*])? $(, $unrolled:ident)?;
        $($index:literal $kind:ident $name:literal $field:ident [$slot:ident] $(as $way:ty)?:
            $how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $($other:ident [$other_slot:ident] $(as $other_way:ty)?)?
            $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {{
        const NAMES: &$crate::generated::v1::Names = $crate::__names![$($unrolled)? $($name),*];
        $crate::__rows!(
            NAMES [$($unrolled)?] [$($required),*]
            [$($how $($inner)? ($($read)*) $(to $target)? $(via $edge)?;)*]
            $others $($other_how ($($other_read)*))? $(, via $other_edge)?
        );
        M::place_by(
            $reader,
            $place,
            <Rows as $crate::generated::v1::Rows<'_>>::TABLE,
            $crate::__noting!($($($noting)*)?),
            |reader, place: &mut ::std::option::Option<Self>, noting| {
                type M = $crate::generated::v1::Build;
                $(let mut $slot = ::std::option::Option::None;)*
                $(let mut $other_slot = $crate::Members::new();)?
                $crate::__members!(
                    $($unrolled)? object reader [$($noted noting)?] NAMES
                    [$(
                        $index: (&mut $slot) $how $($inner)? ($($read)*);
                    )*]
                    $crate::__others!(
                        $others object reader NAMES $((&mut $other_slot))?
                        $($other_how ($($other_read)*))?
                    )
                )?;
                $($crate::__taken!($kind $slot);)*
                <M as $crate::generated::v1::Mode>::fill(place, Self {
                    $($field: $slot,)*
                    $($other: $other_slot,)?
                });
                ::std::result::Result::Ok(())
            },
            $crate::__judge!(
                $($noted)? $($unrolled)? NAMES [$($index: $kind $how $($inner)? ($($read)*);)*]
                $others $($other_how ($($other_read)*))?
            ),
        )
    }};
}

/// Judges the object at hand, of which nothing is built. `settling`: a walk beside the value's own ends
/// where all members were met that have a row.
#[doc(hidden)]
#[macro_export]
macro_rules! __judged {
    (
        $reader:ident $($settling:ident)?, required [$($required:expr),*];
        $($name:literal: $how:ident ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {{
        const NAMES: &$crate::generated::v1::Names = $crate::__names![$($name),*];
        $crate::__rows!(
            NAMES [$($settling)?] [$($required),*]
            [$($how ($($read)*) $(to $target)? $(via $edge)?;)*]
            $others $($other_how ($($other_read)*))? $(, via $other_edge)?
        );
        M::judge_by($reader, <Rows as $crate::generated::v1::Rows<'_>>::TABLE)
    }};
}

/// What such a struct writes.
#[doc(hidden)]
#[macro_export]
macro_rules! __record_writer {
    (
        $type:ty, required [$($required:expr),*] $(, $unrolled:ident)?;
        $($index:literal $kind:ident $name:literal $field:ident $([$slot:ident])? $(as $way:ty)?:
            $how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $($other:ident $([$other_slot:ident])? $(as $other_way:ty)?)?
            $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {
        $crate::__object_type!($type {
            $($kind $name $field $(as $way)?),* $(; others $other $(as $other_way)?)?
        });
    };
}
