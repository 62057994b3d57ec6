//! What rows become: what reads each member into its place, what judges it, and the table of them.

/// Reads all members of the object at hand into their places. `[noted noting]` notes where they stand.
#[doc(hidden)]
#[macro_export]
macro_rules! __members {
    (
        unrolled $object:ident $reader:ident [] $names:ident
        [$($index:literal: ($place:expr) $how:ident $($inner:ident)? ($($read:tt)*);)*]
        $other:expr
    ) => {{
        let $object = &mut $crate::generated::v1::Object::of($reader)?;
        let at = &mut $reader.position();
        let mut next = $object.next_of($reader, at, $names, 0)?;
        while next.is_some() {
            $(
                if next == ::std::option::Option::Some($index) {
                    $crate::__member!(
                        apart $object $reader at ($place) $how $($inner)? ($($read)*)
                    )?;
                    next = $object.next_of($reader, at, $names, $index + 1)?;
                }
            )*
            if next == ::std::option::Option::Some($names.others()) {
                $reader.go_to(*at);
                $other?;
                next = $object.next($reader, $names)?;
                *at = $reader.position();
            }
        }
        $reader.go_to(*at);
        ::std::result::Result::Ok(())
    }};
    (
        $object:ident $reader:ident [$(noted $noting:ident)?] $names:ident
        [$($index:literal: ($place:expr) $how:ident $($inner:ident)? ($($read:tt)*);)*]
        $other:expr
    ) => {
        $reader.members(
            $names,
            &mut $crate::generated::v1::filling(|$object, $reader, index| {
                $($noting.note($object, $reader, index);)?
                match index {
                    $($index => $crate::__member!(
                        put $object $reader ($place) $how $($inner)? ($($read)*)
                    ),)*
                    _ => $other,
                }
            }),
        )
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
        |reader, _, ()| {
            type M = $crate::generated::v1::Verdict;
            let object = &mut $crate::generated::v1::Object::of(reader)?;
            let mut met = [false; $names.others() as usize];
            let at = &mut reader.position();
            let mut next = object.next_of(reader, at, $names, 0)?;
            while next.is_some() {
                $(
                    if next == ::std::option::Option::Some($index) {
                        let judge = $crate::__reader!($how $($inner)? ($($read)*));
                        object.pass_known(reader, at, &mut met[$index], judge)?;
                        next = object.next_of(reader, at, $names, $index + 1)?;
                    }
                )*
                if next == ::std::option::Option::Some($names.others()) {
                    reader.go_to(*at);
                    $crate::__others!(
                        pass $others object reader $names $($other_how ($($other_read)*))?
                    )?;
                    next = object.next(reader, $names)?;
                    *at = reader.position();
                }
            }
            reader.go_to(*at);
            $($crate::__met!($kind met[$index]);)*
            ::std::result::Result::Ok(())
        }
    };
    (noted $($rows:tt)*) => {
        $crate::generated::v1::judge_noted_by_table
    };
    ($($rows:tt)*) => {
        $crate::generated::v1::judge_by_table
    };
}

/// What is noted of an object's members, if anything is.
#[doc(hidden)]
#[macro_export]
macro_rules! __noting {
    ($demands:expr, $spoken:expr, $by_members:ident) => {
        &mut $crate::generated::v1::Noting::new($demands, $spoken, &mut $by_members)
    };
    () => {
        ()
    };
}

/// Reads the member at hand into its place: where that is known to be empty, or as a step of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __member {
    (put $object:ident $reader:ident ($place:expr) inner ($($read:tt)*)) => {
        $crate::generated::v1::Read::read_apart($reader, $place)
    };
    (put $object:ident $reader:ident ($place:expr) boxed $how:ident ($($read:tt)*)) => {
        <M as $crate::generated::v1::Mode>::put_read(
            $place,
            $reader.boxed($crate::__reader!($how ($($read)*))),
        )
    };
    (put $object:ident $reader:ident ($place:expr) method (list_as::<$type:ty>)) => {
        $reader.put_list_as::<$type>($place)
    };
    (put $object:ident $reader:ident ($place:expr) method (text)) => {
        $reader.put_text($place)
    };
    (put $object:ident $reader:ident ($place:expr) method (flag)) => {
        $reader.put_flag($place)
    };
    (put $object:ident $reader:ident ($place:expr) method (number_as::<$type:ty>)) => {
        $reader.put_number_as::<$type>($place)
    };
    (put $object:ident $reader:ident ($place:expr) method (integer_as::<$type:ty>)) => {
        $reader.put_integer_as::<$type>($place)
    };
    (put $object:ident $reader:ident ($place:expr) $how:ident ($($read:tt)*)) => {
        <M as $crate::generated::v1::Mode>::put_read(
            $place,
            $crate::__reader!($how ($($read)*))($reader),
        )
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) inner ($($read:tt)*)) => {
        $object.fill_inner($reader, $at, $place)
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) boxed $how:ident ($($read:tt)*)) => {
        $object.fill_apart($reader, $at, $place, |reader| {
            reader.boxed($crate::__reader!($how ($($read)*)))
        })
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) method (text)) => {
        $object.fill_apart($reader, $at, $place, $crate::generated::v1::Reader::<M>::text_here)
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) method (borrowed_text)) => {
        $crate::__member!(
            quickly $object $reader $at ($place) borrowed_text_at, borrowed_text
        )
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) method (text_as::<$type:ty>)) => {
        $crate::__member!(
            quickly $object $reader $at ($place) text_as_at::<$type>, text_as::<$type>
        )
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) method (number_as::<$type:ty>)) => {
        $crate::__member!(
            quickly $object $reader $at ($place) number_at::<$type>, number_as::<$type>
        )
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) method (integer_as::<$type:ty>)) => {
        $crate::__member!(
            quickly $object $reader $at ($place) integer_at::<$type>, integer_as::<$type>
        )
    };
    (
        quickly $object:ident $reader:ident $at:ident ($place:expr)
        $quick:ident $(::<$quick_type:ty>)?, $read:ident $(::<$type:ty>)?
    ) => {
        $object.fill_quickly(
            $reader,
            $at,
            $place,
            $crate::generated::v1::Reader::<M>::$quick $(::<$quick_type>)?,
            $crate::generated::v1::Reader::<M>::$read $(::<$type>)?,
        )
    };
    (apart $object:ident $reader:ident $at:ident ($place:expr) $how:ident ($($read:tt)*)) => {
        $object.fill_apart($reader, $at, $place, $crate::__reader!($how ($($read)*)))
    };
}

/// Reads a member that has no row, or judges it for a verdict.
#[doc(hidden)]
#[macro_export]
macro_rules! __others {
    (others $object:ident $reader:ident $names:tt ($place:expr) kept_by ($name:ident)) => {
        $name::<M>($object, $reader, $names, $place)
    };
    (pass others $object:ident $reader:ident $names:tt kept_by ($name:ident)) => {
        $name::<M>($object, $reader, $names, &mut ())
    };
    (pass judged $object:ident $reader:ident $names:tt judged_by ($name:ident)) => {
        $name::<M>($object, $reader, $names)
    };
    (pass forbidden $object:ident $reader:ident $names:tt) => {
        $object.forbidden($reader, $names)
    };
    (pass ignored $object:ident $reader:ident $names:tt) => {
        $object.ignore($reader)
    };
    (pass $others:ident $object:ident $reader:ident $names:tt $how:ident ($($read:tt)*)) => {
        $object.pass(
            $reader,
            $crate::generated::v1::Edge::NONE,
            $crate::__reader!($how ($($read)*)),
        )
    };
    (others $object:ident $reader:ident $names:tt ($place:expr) method (any)) => {
        $object.other_of_any($reader, $place)
    };
    (others $object:ident $reader:ident $names:tt ($place:expr) $how:ident ($($read:tt)*)) => {
        $object.other(
            $reader,
            $place,
            $crate::generated::v1::Edge::NONE,
            $crate::__reader!($how ($($read)*)),
        )
    };
    ($others:ident $object:ident $reader:ident $names:tt $($how:ident ($($read:tt)*))?) => {
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

/// What judges a value on a walk for what is called `M`, which builds nothing: told where that is a usual one.
#[doc(hidden)]
#[macro_export]
macro_rules! __judge_by {
    (method (text)) => { $crate::generated::v1::Judge::Text };
    (method (borrowed_text)) => { $crate::generated::v1::Judge::Text };
    (method (text_as::<$type:ty>)) => { $crate::generated::v1::Judge::Text };
    (method (flag)) => { $crate::generated::v1::Judge::Flag };
    (method (number_as::<$type:ty>)) => { $crate::generated::v1::Judge::number::<$type>() };
    (method (integer_as::<$type:ty>)) => { $crate::generated::v1::Judge::integer::<$type>() };
    (inner ($type:ty)) => { $crate::generated::v1::Judge::<M>::of::<$type>() };
    ($($how:tt)*) => { $crate::generated::v1::Judge::By($crate::__reader!($($how)*)) };
}

/// The value of a field, in the variable for it. That a member has to be there ends the walk.
#[doc(hidden)]
#[macro_export]
macro_rules! __taken {
    (member $slot:ident) => {
        let ::std::option::Option::Some($slot) = $slot else {
            return ::std::result::Result::Err($crate::generated::v1::Stop::Invalid);
        };
    };
    (optional $slot:ident) => {};
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

/// The table of rows, as that of a type: one for all kinds of walks, which it knows nothing of.
#[doc(hidden)]
#[macro_export]
macro_rules! __rows {
    ($($rows:tt)*) => {
        struct Rows;
        impl<'a> $crate::generated::v1::Rows<'a> for Rows {
            const TABLE: &'a $crate::generated::v1::Table<'a> = &$crate::__table!($($rows)*);
        }
    };
}

/// The table by which an object is judged.
#[doc(hidden)]
#[macro_export]
macro_rules! __table {
    (
        $names:tt [$($set:ident)?] [$($required:expr),*]
        [$($how:ident $($inner:ident)? ($($read:tt)*) $(to $target:literal)? $(via $edge:expr)?;)*]
        $others:ident $($other_how:ident ($($other_read:tt)*))? $(, via $other_edge:expr)?
    ) => {
        $crate::generated::v1::Table {
            names: $crate::generated::v1::Table::names($names),
            edges: &[$($crate::__table!(@edge $(to $target)? $(via $edge)?)),*],
            required: &[$($required),*],
            needed: $crate::generated::v1::Table::needed(&[$($required),*]),
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
            by_name: $crate::generated::v1::ByName::None,
        }
    };
    (
        @judges $(settling)? [$($how:ident $($inner:ident)? ($($read:tt)*);)*]
        $($other_how:ident ($($other_read:tt)*))?
    ) => {
        $crate::generated::v1::Judges {
            members: &[$($crate::__judge_by!($how $($inner)? ($($read)*))),*],
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
    (@by_name kept_by ($name:ident)) => { $crate::generated::v1::ByName::Kept($name::<M>) };
    (@by_name judged_by ($name:ident)) => { $crate::generated::v1::ByName::Judged($name::<M>) };
    (@by_name $($other:tt)*) => { $crate::generated::v1::ByName::None };
}
