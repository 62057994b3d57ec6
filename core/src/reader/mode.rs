//! What a walk over a document is for. A generated function is written once and generic over its
//! [`Mode`], so that the verdict, the value and the report come from the same lines.

use crate::keyword::enum_::Listed;
use crate::members::Members;
use crate::number::FromNumber;
use crate::pattern::Pattern;
use crate::reader::number::Holding;
use crate::reader::slot::Reading;
use crate::reader::table::Table;
use crate::reader::{
    Array, Choice, Demands, Enumerated, Fill, NumberRule, Object, Once, Places, Reader, Rows,
    StringToken, TextRule,
};
use crate::report::{Edge, Failure, Step};
use crate::schema::{Read, ReadDraft};
use crate::{Json, TypeSet};

/// Why a walk ended early.
// As large as the words of the values that it stands beside in results: were it one byte, they would be
// moved in parts of one byte and the rest, which cannot be read back before all was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Stop {
    /// The schema does not allow the value; what stopped is a walk that needs to know no more.
    Invalid,
    /// The document is refused whatever the schema says: it is not JSON, or beyond a capacity.
    Fatal,
}

/// Where failures go.
pub trait Sink: Once {
    /// Takes a failure; an error ends the walk.
    fn fail(&mut self, failure: impl FnOnce() -> Failure) -> Result<(), Stop>;
    /// Takes a failure of capacity, which is one whatever the schema says.
    fn capacity(&mut self, failure: impl FnOnce() -> Failure) -> Result<(), Stop> {
        self.fail(failure)
    }
    /// Takes the one error of a malformed document.
    fn syntax(&mut self, failure: &mut dyn FnMut() -> Failure);
    /// How many failures there are whose places are not known yet, or ways to several of them.
    #[inline]
    fn open_ways(&self) -> usize {
        0
    }
    /// Comes back from a part of the value, or from where a reference leads: the step there goes
    /// before the ways to the failures since there were `open` ways.
    #[inline]
    fn come_by(&mut self, open: usize, step: Step) {
        let _ = (open, step);
    }
    /// Whether failures are kept, so that hints for them are worth gathering.
    const KEEPS_FAILURES: bool = false;
    /// Whether the walk has to find doubled names of members.
    const TELLS_DOUBLED: bool = true;
}

/// What a walk makes of the values it reads: the values themselves, or nothing.
pub trait Mode: super::Asks {
    /// What stands for a `T` that was read.
    type Out<T>;
    /// Whether values are built.
    const BUILDS: bool;
    /// Makes the value, where this walk builds values.
    fn build<T>(make: impl FnOnce() -> T) -> Self::Out<T>;
    /// The value itself. Only for use inside the closures of [`Mode::build`] and
    /// [`Mode::modify`], which run only where there are values.
    fn take<T>(out: Self::Out<T>) -> T;
    /// Changes a value that was built.
    fn modify<T>(out: &mut Self::Out<T>, change: impl FnOnce(&mut T));
    /// What stands for a value that is not allowed.
    fn absent<T>() -> Result<Self::Out<T>, Stop>;
    /// What stands for a value that a schema allows, where that is all that is asked.
    #[inline]
    fn judged<T>() -> Result<Self::Out<T>, Stop> {
        Self::absent()
    }
    /// Where a value of an object goes, so that a large one is not moved from hand to hand.
    type Place<'p, T: 'p>;
    /// A value in its place, which is changed member by member.
    type Draft<'p, T: 'p>;
    /// Puts a value in its place.
    fn put<T>(place: Self::Place<'_, T>, make: impl FnOnce() -> T) -> Self::Out<()>;
    /// That a value was judged, of which nothing is built.
    fn done(judged: Result<(), Stop>) -> Result<Self::Out<()>, Stop>;
    /// Reads a string that has to keep the rules, and makes of it what `make` does.
    fn text_within<'a, T>(
        reader: &mut Reader<'a, Self>,
        rules: &'static [TextRule],
        make: impl Copy + FnOnce(&StringToken<'a>) -> T,
    ) -> Result<Self::Out<T>, Stop>;
    /// Reads a number as its type says.
    fn number_as<T: FromNumber>(
        reader: &mut Reader<'_, Self>,
        holding: &'static Holding,
    ) -> Result<Self::Out<T>, Stop>;
    /// Reads a number that has to keep the rules.
    fn number_within<T: FromNumber>(
        reader: &mut Reader<'_, Self>,
        holding: &'static Holding,
        rules: &'static [NumberRule],
    ) -> Result<Self::Out<T>, Stop>;
    /// What was read, if it was, in what `make` makes of it.
    fn made<T, U>(
        read: Result<Self::Out<T>, Stop>,
        make: impl Copy + FnOnce(T) -> U,
    ) -> Result<Self::Out<U>, Stop>;
    /// What is read as its type says, in what `make` makes of it.
    fn made_of<'a, T: Read<'a>, U>(
        reader: &mut Reader<'a, Self>,
        make: impl Copy + FnOnce(T) -> U,
    ) -> Result<Self::Out<U>, Stop>;
    /// Puts what was read in its place, if it was.
    fn put_read<T>(
        place: Self::Place<'_, T>,
        read: Result<Self::Out<T>, Stop>,
    ) -> Result<Self::Out<()>, Stop>;
    /// Puts a value in its place that has no member yet.
    fn draft<'p, T: Default + 'p>(place: Self::Place<'p, T>) -> Self::Draft<'p, T>;
    /// What stands for a field of a draft where nothing is built: whether there is a value.
    type Seen;
    /// None yet.
    const UNSEEN: Self::Seen;
    /// Where the value of an optional member goes.
    fn slot<'s, T, F>(
        draft: &'s mut Self::Draft<'_, T>,
        seen: &'s mut Self::Seen,
        field: impl FnOnce(&mut T) -> &mut Option<F>,
    ) -> &'s mut Option<Self::Out<F>>;
    /// The part of a draft that `field` gives; `nothing` stands for it where nothing is built.
    fn part<'s, T, F>(
        draft: &'s mut Self::Draft<'_, T>,
        nothing: &'s mut (),
        field: impl FnOnce(&mut T) -> &mut F,
    ) -> &'s mut Self::Out<F>;
    /// Puts a value into a slot that is empty.
    #[inline]
    fn fill<T>(slot: &mut Option<Self::Out<T>>, value: Self::Out<T>) {
        // What is in an empty slot need not be dropped, which takes longer to find out by itself.
        std::mem::forget(slot.replace(value));
    }
    /// Reads the value of the member at hand into a slot, as the type of the field says.
    fn inner<'a, T: Read<'a>>(
        object: &mut Object,
        reader: &mut Reader<'a, Self>,
        slot: &mut Option<Self::Out<T>>,
        edge: Edge,
    ) -> Result<(), Stop>;
    /// Reads the value of a member that the schema does not name into `members`.
    fn other<'a, T>(
        object: &mut Object,
        reader: &mut Reader<'a, Self>,
        members: &mut Self::Out<Members<T>>,
        edge: Edge,
        read: Reading<'a, Self, Self::Out<T>>,
    ) -> Result<(), Stop>;
    /// Reads an object of whose members each is read alike, whatever its name is, or if that matches.
    fn map<'a, T>(
        reader: &mut Reader<'a, Self>,
        names: Option<&'static Pattern>,
        edge: Edge,
        read: Reading<'a, Self, Self::Out<T>>,
    ) -> Result<Self::Out<Members<T>>, Stop>;
    /// Reads a value of a type that reads into a place.
    ///
    /// # Errors
    /// Why the walk ended early.
    fn in_place<'a, T: Read<'a>>(reader: &mut Reader<'a, Self>) -> Result<Self::Out<T>, Stop>;
    /// Reads a value of a type that is there before its members are.
    ///
    /// # Errors
    /// Why the walk ended early.
    fn drafted<'a, T: ReadDraft<'a>>(reader: &mut Reader<'a, Self>) -> Result<Self::Out<T>, Stop>;
    /// Reads an array of which nothing is asked but what the type of its items says of each.
    fn list_of<'a, T: Read<'a>>(
        reader: &mut Reader<'a, Self>,
        edge: Edge,
    ) -> Result<Self::Out<Vec<T>>, Stop>;
    /// Reads an array of strings of which nothing is asked.
    fn list_of_text(
        reader: &mut Reader<'_, Self>,
        edge: Edge,
    ) -> Result<Self::Out<Vec<String>>, Stop>;
    /// Reads an array of any values.
    fn list_of_any(reader: &mut Reader<'_, Self>, edge: Edge)
    -> Result<Self::Out<Vec<Json>>, Stop>;
    /// Reads all items of an array by what their type says, and puts them into `items`.
    fn items_of<'a, T: Read<'a>>(
        reader: &mut Reader<'a, Self>,
        array: &mut Array,
        items: &mut Self::Out<Vec<T>>,
        edge: Edge,
    ) -> Result<(), Stop>;
    /// Has all items of an array judged by one function, of which nothing is built.
    fn each<'a>(
        reader: &mut Reader<'a, Self>,
        array: &mut Array,
        edge: Edge,
        judge: Reading<'a, Self, Self::Out<()>>,
    ) -> Result<(), Stop>;
    /// Reads the value at hand by the alternative that holds; `read` builds it by one of them.
    fn choose<'a, T>(
        reader: &mut Reader<'a, Self>,
        choice: &Choice,
        read: impl Copy + Fn(&mut Reader<'a, Self>, usize) -> Result<Self::Out<T>, Stop>,
    ) -> Result<Self::Out<T>, Stop>;
    /// Reads over the value at hand, which must be one of the alternatives.
    fn pass_choice(reader: &mut Reader<'_, Self>, choice: &Choice) -> Result<(), Stop>;
    /// Judges the object at hand by what is asked of its members; `false` where the schemas that ask
    /// have to be asked themselves.
    fn judge_members(
        reader: &mut Reader<'_, Self>,
        demands: &'static Demands,
    ) -> Result<bool, Stop>;
    /// Judges an object, all of which was read, by where its members stand.
    fn judge_noted(
        reader: &mut Reader<'_, Self>,
        demands: &'static Demands,
        places: &mut Places,
    ) -> Result<(), Stop>;
    /// Reads the object at hand into a draft by `build`. Where nothing is built, `judge` judges it, and for
    /// a report a table. Both get what is noted on the way.
    fn draft_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        draft: Self::Draft<'_, T>,
        table: &Table<'a>,
        noting: N,
        build: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut T, N) -> Result<(), Stop>,
        judge: impl Copy + FnOnce(&mut Reader<'a, Verdict>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<Self::Out<()>, Stop>;
    /// The same into a place that is empty yet.
    fn place_by<'a, T, N>(
        reader: &mut Reader<'a, Self>,
        place: Self::Place<'_, T>,
        table: &Table<'a>,
        noting: N,
        build: impl Copy + FnOnce(&mut Reader<'a, Build>, &mut Option<T>, N) -> Result<(), Stop>,
        judge: impl Copy + FnOnce(&mut Reader<'a, Verdict>, &Table<'a>, N) -> Result<(), Stop>,
    ) -> Result<Self::Out<()>, Stop>;
    /// Reads the object at hand into a draft by rows, where nothing else is asked.
    fn by_rows<'a, T: Rows<'a> + Fill<'a>>(
        reader: &mut Reader<'a, Self>,
        draft: Self::Draft<'_, T>,
    ) -> Result<Self::Out<()>, Stop>;
    /// Judges the object at hand by a table.
    fn judge_by<'a>(reader: &mut Reader<'a, Self>, table: &Table<'a>) -> Result<(), Stop>;
    /// Reads the value at hand by a schema that is in a cycle.
    #[inline]
    fn remember<'a, T>(
        reader: &mut Reader<'a, Self>,
        schema: u32,
        walk: impl FnOnce(&mut Reader<'a, Self>) -> Result<Self::Out<T>, Stop>,
    ) -> Result<Self::Out<T>, Stop> {
        let _ = schema;
        walk(reader)
    }
    /// Reads a string that must be a listed one: that of `values` with its index.
    fn one_of<T: Copy>(
        reader: &mut Reader<'_, Self>,
        listed: &Listed,
        values: &[T],
    ) -> Result<Self::Out<T>, Stop>;
    /// Reads a string that must be a listed one, and puts the value that stands for it in its place. Where
    /// nothing is listed no value is valid.
    fn put_listed<T: Clone>(
        reader: &mut Reader<'_, Self>,
        place: Self::Place<'_, T>,
        values: Option<&Enumerated<'_, T>>,
    ) -> Result<Self::Out<()>, Stop>;
    /// Reads a boolean.
    fn flag(reader: &mut Reader<'_, Self>) -> Result<Self::Out<bool>, Stop>;
    /// Reads a string.
    fn text(reader: &mut Reader<'_, Self>) -> Result<Self::Out<String>, Stop>;
    /// Reads a string, or `null` for nothing.
    fn text_or_null(reader: &mut Reader<'_, Self>) -> Result<Self::Out<Option<String>>, Stop>;
    /// Reads a value of these types, of which only `null` is read by itself, for nothing.
    fn nullable<'a, T>(
        reader: &mut Reader<'a, Self>,
        types: TypeSet,
        read: Reading<'a, Self, Self::Out<T>>,
    ) -> Result<Self::Out<Option<T>>, Stop>;
    /// Reads any value.
    fn json(reader: &mut Reader<'_, Self>) -> Result<Self::Out<Json>, Stop>;

    /// The value of a required member. Only inside [`Mode::build`], after
    /// [`Object::required`](super::Object::required) has passed.
    #[inline]
    fn required<T>(slot: Option<Self::Out<T>>) -> T {
        Self::take(slot.expect("`Object::required` passed"))
    }
    /// The value of an optional member. Only inside [`Mode::build`].
    #[inline]
    fn optional<T>(slot: Option<Self::Out<T>>) -> Option<T> {
        slot.map(Self::take)
    }
}

/// Where failures go on walks that stop at the first one.
macro_rules! fail_fast {
    ($mode:ty) => {
        impl Sink for $mode {
            #[inline]
            fn fail(&mut self, _: impl FnOnce() -> Failure) -> Result<(), Stop> {
                Err(Stop::Invalid)
            }
            #[inline]
            fn capacity(&mut self, _: impl FnOnce() -> Failure) -> Result<(), Stop> {
                Err(Stop::Fatal)
            }
            #[inline]
            fn syntax(&mut self, _: &mut dyn FnMut() -> Failure) {}
        }
    };
}

/// The parts of [`Mode`] that are the same for walks that build nothing.
macro_rules! build_nothing {
    () => {
        type Out<T> = ();
        const BUILDS: bool = false;
        #[inline]
        fn build<T>(_: impl FnOnce() -> T) {}
        fn take<T>((): ()) -> T {
            unreachable!("a walk that builds nothing runs no closure that takes values")
        }
        #[inline]
        fn modify<T>((): &mut (), _: impl FnOnce(&mut T)) {}
        type Place<'p, T: 'p> = ();
        type Draft<'p, T: 'p> = ();
        type Seen = Option<()>;
        const UNSEEN: Option<()> = None;
        #[inline]
        fn put<T>((): (), _: impl FnOnce() -> T) {}
        #[inline]
        fn done(judged: Result<(), Stop>) -> Result<(), Stop> {
            judged
        }
        #[inline]
        fn text_within<'a, T>(
            reader: &mut Reader<'a, Self>,
            rules: &'static [TextRule],
            _: impl Copy + FnOnce(&StringToken<'a>) -> T,
        ) -> Result<(), Stop> {
            Self::pass_text_within(reader, rules)
        }
        #[inline]
        fn number_as<T: FromNumber>(
            reader: &mut Reader<'_, Self>,
            holding: &'static Holding,
        ) -> Result<(), Stop> {
            reader.at = Self::pass_number_as(reader, reader.at, holding)?;
            Ok(())
        }
        #[inline]
        fn number_within<T: FromNumber>(
            reader: &mut Reader<'_, Self>,
            holding: &'static Holding,
            rules: &'static [NumberRule],
        ) -> Result<(), Stop> {
            reader.at = Self::pass_number_within(reader, reader.at, holding, rules)?;
            Ok(())
        }
        #[inline]
        fn made<T, U>(read: Result<(), Stop>, _: impl Copy + FnOnce(T) -> U) -> Result<(), Stop> {
            read
        }
        #[inline]
        fn made_of<'a, T: Read<'a>, U>(
            reader: &mut Reader<'a, Self>,
            _: impl Copy + FnOnce(T) -> U,
        ) -> Result<(), Stop> {
            T::read(reader)
        }
        #[inline]
        fn put_read<T>((): (), read: Result<(), Stop>) -> Result<(), Stop> {
            read
        }
        #[inline]
        fn draft<'p, T: Default + 'p>((): ()) {}
        #[inline]
        fn slot<'s, T, F>(
            (): &'s mut (),
            seen: &'s mut Option<()>,
            _: impl FnOnce(&mut T) -> &mut Option<F>,
        ) -> &'s mut Option<()> {
            seen
        }
        #[inline]
        fn part<'s, T, F>(
            (): &'s mut (),
            nothing: &'s mut (),
            _: impl FnOnce(&mut T) -> &mut F,
        ) -> &'s mut () {
            nothing
        }
        #[inline]
        fn inner<'a, T: Read<'a>>(
            object: &mut Object,
            reader: &mut Reader<'a, Self>,
            slot: &mut Option<()>,
            edge: Edge,
        ) -> Result<(), Stop> {
            object.member(reader, slot, edge, T::read)
        }
        #[inline]
        fn other<'a, T>(
            object: &mut Object,
            reader: &mut Reader<'a, Self>,
            (): &mut (),
            edge: Edge,
            read: Reading<'a, Self, ()>,
        ) -> Result<(), Stop> {
            Self::pass_other(object, reader, edge, read)
        }
        #[inline]
        fn map<'a, T>(
            reader: &mut Reader<'a, Self>,
            names: Option<&'static Pattern>,
            edge: Edge,
            read: Reading<'a, Self, ()>,
        ) -> Result<(), Stop> {
            Self::pass_map(reader, names, edge, read)
        }
        #[inline]
        fn in_place<'a, T: Read<'a>>(reader: &mut Reader<'a, Self>) -> Result<(), Stop> {
            T::read_to(reader, ())
        }
        #[inline]
        fn drafted<'a, T: ReadDraft<'a>>(reader: &mut Reader<'a, Self>) -> Result<(), Stop> {
            T::read_draft(reader, ())
        }
        #[inline]
        fn list_of_text(reader: &mut Reader<'_, Self>, edge: Edge) -> Result<(), Stop> {
            Self::pass_list_of_text(reader, edge)
        }
        #[inline]
        fn list_of_any(reader: &mut Reader<'_, Self>, edge: Edge) -> Result<(), Stop> {
            Self::pass_list_of_any(reader, edge)
        }
        #[inline]
        fn list_of<'a, T: Read<'a>>(reader: &mut Reader<'a, Self>, edge: Edge) -> Result<(), Stop> {
            // Known before anything is compiled: what follows is no part of such functions.
            if const { Self::KEEPS_FAILURES || T::LISTED.is_some() } {
                return Self::pass_list_by(reader, edge, const { &Judge::<Self>::of::<T>() });
            }
            reader.pass_list_of(edge, T::read)
        }
        #[inline]
        fn items_of<'a, T: Read<'a>>(
            reader: &mut Reader<'a, Self>,
            array: &mut Array,
            (): &mut (),
            edge: Edge,
        ) -> Result<(), Stop> {
            if Self::KEEPS_FAILURES {
                return Self::pass_items(array, reader, edge, T::read);
            }
            // What judges an item is part of the loop here: that is worth its code.
            array.pass_all(reader, edge, T::read)
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
        fn one_of<T: Copy>(
            reader: &mut Reader<'_, Self>,
            listed: &Listed,
            _: &[T],
        ) -> Result<(), Stop> {
            reader.at = Self::pass_word(reader, reader.at, listed)?;
            Ok(())
        }
        #[inline]
        fn put_listed<T: Clone>(
            reader: &mut Reader<'_, Self>,
            (): (),
            values: Option<&Enumerated<'_, T>>,
        ) -> Result<(), Stop> {
            let Some(values) = values else {
                return Err(Stop::Invalid);
            };
            reader.at = Self::pass_word(reader, reader.at, values.listed())?;
            Ok(())
        }
        #[inline]
        fn flag(reader: &mut Reader<'_, Self>) -> Result<(), Stop> {
            Self::pass_flag(reader)
        }
        #[inline(always)]
        fn text(reader: &mut Reader<'_, Self>) -> Result<(), Stop> {
            reader.pass_text()
        }
        #[inline]
        fn text_or_null(reader: &mut Reader<'_, Self>) -> Result<(), Stop> {
            Self::pass_text_or_null(reader)
        }
        #[inline]
        fn nullable<'a, T>(
            reader: &mut Reader<'a, Self>,
            types: crate::TypeSet,
            read: Reading<'a, Self, ()>,
        ) -> Result<(), Stop> {
            Self::pass_nullable(reader, types, read)
        }
        #[inline]
        fn json(reader: &mut Reader<'_, Self>) -> Result<(), Stop> {
            reader.skip()
        }
    };
}

mod build;
mod collect;
mod verdict;

pub use build::Build;
pub use collect::Collect;
pub use verdict::Verdict;
