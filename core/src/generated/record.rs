//! How objects are read and judged of which nothing is asked but what the schema of each member says: from
//! one row for each member, `0 optional "mode" mode: inner(super::Mode) to "/definitions/mode";`. It says
//! the member's index, its name, the field for it, what reads it, and the way to the schema that says so,
//! where that does not stand in `properties` of the schema at hand. Where the struct is made only when all
//! members are there, `[mode]` behind the field names the variable that the value waits in.
//!
//! A report is made by a table of the rows, and so is a verdict, unless `unrolled` stands before them:
//! then there is a step for each, behind which the next member in the schema's order is looked for before
//! any other. That is the fastest for documents in that order, and the longest to compile.

/// What a struct has of which nothing else is asked: how it is read, judged and written.
#[doc(hidden)]
#[macro_export]
macro_rules! __record_type {
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
            #[inline]
            fn read<M: $crate::generated::v1::Mode>(
                reader: &mut $crate::generated::v1::Reader<'a, M>,
            ) -> ::std::result::Result<M::Out<Self>, $crate::generated::v1::Stop> {
                $crate::generated::v1::read_in_place(reader)
            }
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
        draft $reader:ident $draft:ident, required [$($required:expr),*] $(, $unrolled:ident)?;
        $($index:literal $kind:ident $name:literal $field:ident $(as $way:ty)?:
            $how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $($other:ident $(as $other_way:ty)?)?
            $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {{
        const NAMES: &$crate::generated::v1::Names = $crate::__names![$($name),*];
        M::draft_by(
            $reader,
            $draft,
            const {
                &$crate::__table!(
                    NAMES [$($unrolled)?] [$($required),*]
                    [$($how $($inner)? ($($read)*) $(to $target)? $(via $edge)?;)*]
                    $others $($other_how ($($other_read)*))? $(, via $other_edge)?
                )
            },
            |reader, draft: &mut Self| {
                type M = $crate::generated::v1::Build;
                let mut object = $crate::generated::v1::Object::of(reader)?;
                $crate::__members!(
                    $($unrolled)? object reader NAMES
                    [$(
                        $index: (&mut draft.$field) $how $($inner)? ($($read)*);
                    )*]
                    $crate::__others!(
                        $others object reader NAMES $((&mut draft.$other))?
                        $($other_how ($($other_read)*))?
                    )
                );
                ::std::result::Result::Ok(())
            },
            $crate::__judge!(
                $($unrolled)? NAMES [$($index: $kind $how $($inner)? ($($read)*);)*]
                $others $($other_how ($($other_read)*))?
            ),
        )
    }};
    (
        whole $reader:ident $place:ident, required [$($required:expr),*] $(, $unrolled:ident)?;
        $($index:literal $kind:ident $name:literal $field:ident [$slot:ident] $(as $way:ty)?:
            $how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*
        $others:ident $($other:ident [$other_slot:ident] $(as $other_way:ty)?)?
            $(: $other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {{
        const NAMES: &$crate::generated::v1::Names = $crate::__names![$($name),*];
        M::place_by(
            $reader,
            $place,
            const {
                &$crate::__table!(
                    NAMES [$($unrolled)?] [$($required),*]
                    [$($how $($inner)? ($($read)*) $(to $target)? $(via $edge)?;)*]
                    $others $($other_how ($($other_read)*))? $(, via $other_edge)?
                )
            },
            |reader, place: &mut ::std::option::Option<Self>| {
                type M = $crate::generated::v1::Build;
                $(let mut $slot = ::std::option::Option::None;)*
                $(let mut $other_slot = $crate::Members::new();)?
                let mut object = $crate::generated::v1::Object::of(reader)?;
                $crate::__members!(
                    $($unrolled)? object reader NAMES
                    [$(
                        $index: (&mut $slot) $how $($inner)? ($($read)*);
                    )*]
                    $crate::__others!(
                        $others object reader NAMES $((&mut $other_slot))?
                        $($other_how ($($other_read)*))?
                    )
                );
                <M as $crate::generated::v1::Mode>::fill(place, Self {
                    $($field: $crate::__taken!($kind $slot),)*
                    $($other: $other_slot,)?
                });
                ::std::result::Result::Ok(())
            },
            $crate::__judge!(
                $($unrolled)? NAMES [$($index: $kind $how $($inner)? ($($read)*);)*]
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
        M::judge_by(
            $reader,
            const {
                &$crate::__table!(
                    NAMES [$($settling)?] [$($required),*]
                    [$($how ($($read)*) $(to $target)? $(via $edge)?;)*]
                    $others $($other_how ($($other_read)*))? $(, via $other_edge)?
                )
            },
        )
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

/// Reads all members of an object into their places.
#[doc(hidden)]
#[macro_export]
macro_rules! __members {
    (
        unrolled $object:ident $reader:ident $names:ident
        [$($index:literal: ($place:expr) $how:ident $($inner:ident)? ($($read:tt)*);)*]
        $other:expr
    ) => {
        let mut next = $object.next_of($reader, $names, 0)?;
        while next.is_some() {
            $(
                if next == ::std::option::Option::Some($index) {
                    $crate::__member!(
                        fill_apart $object $reader ($place) $how $($inner)? ($($read)*)
                    )?;
                    next = $object.next_of($reader, $names, $index + 1)?;
                }
            )*
            if next == ::std::option::Option::Some($names.others()) {
                $other?;
                next = $object.next($reader, $names)?;
            }
        }
    };
    (
        $object:ident $reader:ident $names:ident
        [$($index:literal: ($place:expr) $how:ident $($inner:ident)? ($($read:tt)*);)*]
        $other:expr
    ) => {
        while let ::std::option::Option::Some(index) = $object.next($reader, $names)? {
            match index {
                $($index => $crate::__member!(
                    fill $object $reader ($place) $how $($inner)? ($($read)*)
                ),)*
                _ => $other,
            }?;
        }
    };
}

/// What judges an object of which nothing is built, for a verdict.
#[doc(hidden)]
#[macro_export]
macro_rules! __judge {
    (
        unrolled $names:ident
        [$($index:literal: $kind:ident $how:ident $($inner:ident)? ($($read:tt)*);)*]
        $others:ident $($other_how:ident ($($other_read:tt)*))?
    ) => {
        |reader, _| {
            type M = $crate::generated::v1::Verdict;
            let mut object = $crate::generated::v1::Object::of(reader)?;
            let mut met = [false; $names.others() as usize];
            let mut next = object.next_of(reader, $names, 0)?;
            while next.is_some() {
                $(
                    if next == ::std::option::Option::Some($index) {
                        let judge = $crate::__reader!($how $($inner)? ($($read)*));
                        object.pass_known(reader, &mut met[$index], judge)?;
                        next = object.next_of(reader, $names, $index + 1)?;
                    }
                )*
                if next == ::std::option::Option::Some($names.others()) {
                    $crate::__others!(
                        pass $others object reader $names $($other_how ($($other_read)*))?
                    )?;
                    next = object.next(reader, $names)?;
                }
            }
            $($crate::__met!($kind met[$index]);)*
            ::std::result::Result::Ok(())
        }
    };
    ($($rows:tt)*) => {
        $crate::generated::v1::judge_by_table
    };
}

/// Reads the member at hand into its place.
#[doc(hidden)]
#[macro_export]
macro_rules! __member {
    ($fill:ident $object:ident $reader:ident ($place:expr) inner ($($read:tt)*)) => {
        $object.inner($reader, $place, $crate::generated::v1::Edge::NONE)
    };
    ($fill:ident $object:ident $reader:ident ($place:expr) boxed $how:ident ($($read:tt)*)) => {
        $object.$fill($reader, $place, |reader| {
            reader.boxed($crate::__reader!($how ($($read)*)))
        })
    };
    ($fill:ident $object:ident $reader:ident ($place:expr) $how:ident ($($read:tt)*)) => {
        $object.$fill($reader, $place, $crate::__reader!($how ($($read)*)))
    };
}

/// Reads a member that has no row, or judges it for a verdict.
#[doc(hidden)]
#[macro_export]
macro_rules! __others {
    (others $object:ident $reader:ident $names:ident ($place:expr) kept_by ($name:ident)) => {
        $name::<M>(&mut $object, $reader, $names, $place)
    };
    (pass others $object:ident $reader:ident $names:ident kept_by ($name:ident)) => {
        $name::<M>(&mut $object, $reader, $names, &mut ())
    };
    (pass judged $object:ident $reader:ident $names:ident judged_by ($name:ident)) => {
        $name::<M>(&mut $object, $reader, $names)
    };
    (pass forbidden $object:ident $reader:ident $names:ident) => {
        $object.forbidden($reader, $names)
    };
    (pass ignored $object:ident $reader:ident $names:ident) => {
        $object.ignore($reader)
    };
    (pass $others:ident $object:ident $reader:ident $names:ident $how:ident ($($read:tt)*)) => {
        $object.pass(
            $reader,
            $crate::generated::v1::Edge::NONE,
            $crate::__reader!($how ($($read)*)),
        )
    };
    (others $object:ident $reader:ident $names:ident ($place:expr) $how:ident ($($read:tt)*)) => {
        $object.other(
            $reader,
            $place,
            $crate::generated::v1::Edge::NONE,
            $crate::__reader!($how ($($read)*)),
        )
    };
    ($others:ident $object:ident $reader:ident $names:ident $($how:ident ($($read:tt)*))?) => {
        $crate::__others!(pass $others $object $reader $names $($how ($($read)*))?)
    };
}

/// The function that reads a value, on a walk for what is called `M`.
#[doc(hidden)]
#[macro_export]
macro_rules! __reader {
    (boxed $how:ident ($($read:tt)*)) => {
        $crate::__reader!($how ($($read)*))
    };
    (method ($($name:tt)*)) => {
        $crate::generated::v1::Reader::<M>::$($name)*
    };
    (inner ($type:ty)) => {
        $crate::generated::v1::read::<$type, M>
    };
    (own ($name:ident)) => {
        $name::<M>
    };
}

/// The value of a field. That a member has to be there ends the walk.
#[doc(hidden)]
#[macro_export]
macro_rules! __taken {
    (member $slot:ident) => {
        $slot.ok_or($crate::generated::v1::Stop::Invalid)?
    };
    (optional $slot:ident) => {
        $slot
    };
}

/// That a member has to be there ends the walk.
#[doc(hidden)]
#[macro_export]
macro_rules! __met {
    (member $met:expr) => {
        if !$met {
            return ::std::result::Result::Err($crate::generated::v1::Stop::Invalid);
        }
    };
    (optional $met:expr) => {};
}

/// The table by which an object is judged.
#[doc(hidden)]
#[macro_export]
macro_rules! __table {
    (
        $names:ident [$($set:ident)?] [$($required:expr),*]
        [$($how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*]
        $others:ident $($other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {
        $crate::generated::v1::Table {
            names: $crate::generated::v1::Table::names($names),
            edges: &[$($crate::__table!(@edge $(to $target)? $(via $edge)?)),*],
            required: &[$($required),*],
            others: $crate::__table!(@others $others $(via $other_edge)?),
            settles: $crate::__table!(@settles $($set)?),
            verdict: {
                type M = $crate::generated::v1::Verdict;
                $crate::__table!(
                    @judges $($set)? [$($how $($inner)? ($($read)*);)*]
                    $($other_how ($($other_read)*))?
                )
            },
            collect: {
                type M = $crate::generated::v1::Collect;
                $crate::__table!(
                    @judges [$($how $($inner)? ($($read)*);)*] $($other_how ($($other_read)*))?
                )
            },
        }
    };
    // What is unrolled judges by itself.
    (@judges unrolled $($rows:tt)*) => {
        $crate::generated::v1::Judges {
            members: &[],
            others: $crate::generated::v1::Reader::<M>::any,
            by_name: ::std::option::Option::None,
        }
    };
    (
        @judges $(settling)? [$($how:ident $($inner:ident)? ($($read:tt)*);)*]
        $($other_how:ident ($($other_read:tt)*))?
    ) => {
        $crate::generated::v1::Judges {
            members: &[$($crate::__reader!($how $($inner)? ($($read)*))),*],
            others: $crate::__table!(@other $($other_how ($($other_read)*))?),
            by_name: $crate::__table!(@by_name $($other_how ($($other_read)*))?),
        }
    };
    (@settles settling) => { true };
    (@settles $($unrolled:ident)?) => { false };
    (@edge) => { $crate::generated::v1::Edge::NONE.to_property() };
    (@edge to $target:literal) => { $crate::generated::v1::Edge::NONE.to_reference($target) };
    (@edge via $edge:expr) => { $edge };
    (@others ignored) => { $crate::generated::v1::Others::Ignored };
    (@others forbidden) => {
        $crate::generated::v1::Others::Forbidden(::std::option::Option::None)
    };
    (@others forbidden via $edge:expr) => {
        $crate::generated::v1::Others::Forbidden(::std::option::Option::Some($edge))
    };
    (@others $others:ident via $edge:expr) => { $crate::generated::v1::Others::Judged($edge) };
    (@others $others:ident) => { $crate::generated::v1::Others::Ignored };
    (@other kept_by ($name:ident)) => { $crate::generated::v1::Reader::<M>::any };
    (@other judged_by ($name:ident)) => { $crate::generated::v1::Reader::<M>::any };
    (@other) => { $crate::generated::v1::Reader::<M>::any };
    (@other $how:ident ($($read:tt)*)) => { $crate::__reader!($how ($($read)*)) };
    (@by_name kept_by ($name:ident)) => {
        ::std::option::Option::Some(|object, reader, names| {
            $name::<M>(object, reader, names, &mut ())
        })
    };
    (@by_name judged_by ($name:ident)) => { ::std::option::Option::Some($name::<M>) };
    (@by_name $($other:tt)*) => { ::std::option::Option::None };
}
