//! Objects of whose members nothing is asked but what the schema of each says. Where nothing is built, one
//! function walks over all of them, by a table of what judges each member.

use super::met::{self, BITS, MOST_WORDS, Met};
use super::name::Name;
use super::names::Names;
use super::next::{END, decode};
use super::number::Holding;
use super::slot::Reading;
use super::{Collect, Noting, Object, Reader, Sink, Stop, Verdict};
use crate::keyword::enum_::Listed;
use crate::number::FromNumber;
use crate::report::Edge;
use crate::schema::Read;

/// What an object is judged by; generated code makes it of one row for each member.
#[derive(Debug)]
pub struct Table<'a> {
    /// The members that have a row.
    pub names: &'static Names,
    /// The way to what judges each of them, in the order of the names.
    pub edges: &'a [Edge],
    /// Those that have to be there, by the ways to the schemas that say so.
    pub required: &'a [Required<'a>],
    /// The same as bits, where they are not too many members for that.
    pub needed: u64,
    /// What is done with all others.
    pub others: Others,
    /// Whether a walk that began beside the own walk of this very object ends when all were met that
    /// have a row, if those are no more than fit a word of bits.
    pub settles: bool,
    /// What judges them for a verdict,
    pub verdict: Judges<'a, Verdict>,
    /// and for a report.
    pub collect: Judges<'a, Collect>,
}

/// What has a table. Implemented by generated code: a constant of a function that is generic over the walk
/// would be made once for each kind of walk.
#[doc(hidden)]
pub trait Rows<'a> {
    /// The table.
    const TABLE: &'a Table<'a>;
}

/// Members that have to be there, and the way to the schema that says so, if it is not the one at hand.
pub type Required<'a> = (Option<Edge>, &'a [u32]);

/// What is done with members that have no row.
#[derive(Debug, Clone, Copy)]
pub enum Others {
    /// Nothing judges them.
    Ignored,
    /// There must be none, says the schema at hand or the one at the end of this way.
    Forbidden(Option<Edge>),
    /// All by one schema: the way to it.
    Judged(Edge),
}

/// What judges a member. What most members are is told: then no function is compiled for them, and the place
/// of the cursor stays in a register.
#[derive(Debug)]
pub enum Judge<'a, S> {
    /// A string, of which nothing else is asked.
    Text,
    /// A boolean.
    Flag,
    /// A number that a type holds, of which nothing else is asked.
    Number(&'static Holding),
    /// One of the listed strings.
    Word(&'static Listed),
    /// Anything else.
    By(Reading<'a, S, ()>),
}

impl<S> Judge<'_, S> {
    /// A number in a type of Rust.
    pub const fn number<T: FromNumber>() -> Self {
        Self::Number(const { &Holding::number::<T>() })
    }

    /// An integer in a type of Rust.
    pub const fn integer<T: FromNumber>() -> Self {
        Self::Number(const { &Holding::integer::<T>() })
    }
}

impl<'a> Judge<'a, Verdict> {
    /// A value of a generated type.
    pub const fn of<T: Read<'a>>() -> Self {
        match T::LISTED {
            Some(values) => Self::Word(values.listed()),
            None => Self::By(T::read::<Verdict>),
        }
    }
}

impl<'a> Judge<'a, Collect> {
    /// A value of a generated type.
    pub const fn of<T: Read<'a>>() -> Self {
        match T::LISTED {
            Some(values) => Self::Word(values.listed()),
            None => Self::By(T::read::<Collect>),
        }
    }
}

/// What judges the members on one kind of walk.
#[derive(Debug)]
pub struct Judges<'a, S> {
    /// In the order of the names.
    pub members: &'a [Judge<'a, S>],
    /// What judges all others alike,
    pub others: Reading<'a, S, ()>,
    /// or each by its name.
    pub by_name: ByName<'a, S>,
}

/// What judges the member at hand by its name, which is none of those that have a row.
#[derive(Debug)]
pub enum ByName<'a, S> {
    /// Nothing does.
    None,
    /// A function that judges.
    Judged(fn(&mut Object, &mut Reader<'a, S>, &'static Names) -> Result<(), Stop>),
    /// One that keeps what it reads where values are built.
    Kept(fn(&mut Object, &mut Reader<'a, S>, &'static Names, &mut ()) -> Result<(), Stop>),
}

impl Table<'_> {
    /// The names of a table.
    ///
    /// # Panics
    /// At compile time, where they are more than a table can have.
    pub const fn names(names: &'static Names) -> &'static Names {
        assert!(names.others() as usize <= BITS * MOST_WORDS);
        names
    }

    /// Those of the first members that have to be there, as bits.
    pub const fn needed(required: &[Required<'_>]) -> u64 {
        let (mut needed, mut rest) = (0, required);
        while let [(_, members), behind @ ..] = rest {
            let mut members = *members;
            while let [index, others @ ..] = members {
                if (*index as usize) < BITS {
                    needed |= 1 << *index;
                }
                members = others;
            }
            rest = behind;
        }
        needed
    }
}

/// Judges the value at a place, and gives where it ends. No function, not even one that is part of its caller:
/// each way asks by itself whether the walk goes on, and what a function gives is asked for all of them again.
macro_rules! judged {
    ($reader:ident, $at:expr, $judge:expr) => {
        match $judge {
            Judge::Number(holding) => S::pass_number_as($reader, $at, holding)?,
            Judge::Word(listed) => S::pass_word($reader, $at, listed)?,
            Judge::Text => {
                $reader.at = $at;
                $reader.pass_text()?;
                $reader.at
            }
            Judge::Flag => {
                $reader.at = $at;
                $reader.pass_flag_here()?;
                $reader.at
            }
            Judge::By(read) => {
                $reader.at = $at;
                read($reader)?;
                $reader.at
            }
        }
    };
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Judges the object at hand. `note` is called for each member, with the place of its value and its index;
    /// it gives that place. It may ask for the member's name only if the walk is `NOTED`.
    #[inline]
    fn by_table<const NOTED: bool>(
        &mut self,
        table: &Table<'a>,
        judges: &Judges<'a, S>,
        note: impl FnMut(&mut Self, &Object, usize, u32) -> usize,
    ) -> Result<(), Stop> {
        if judges.members.len() <= BITS {
            self.by_table_of::<1, NOTED>(table, judges, note)
        } else {
            self.by_table_of::<MOST_WORDS, NOTED>(table, judges, note)
        }
    }

    #[inline]
    fn by_table_of<const WORDS: usize, const NOTED: bool>(
        &mut self,
        table: &Table<'a>,
        judges: &Judges<'a, S>,
        mut note: impl FnMut(&mut Self, &Object, usize, u32) -> usize,
    ) -> Result<(), Stop> {
        let Some(mut object) = self.object_here()? else {
            return if S::KEEPS_FAILURES {
                Ok(())
            } else {
                Err(Stop::Invalid)
            };
        };
        let mut met = Met::<WORDS>::none();
        let settles = table.settles && !S::KEEPS_FAILURES && self.began_beside_at(object.start());
        // What is met where the walk may end: where it may not, nothing, as it never is behind a member.
        let enough = if settles {
            met::all(table.names.others())
        } else {
            0
        };
        // The cursor, which is set only where something else is called.
        let mut at = self.at;
        loop {
            let (end, code) = object.next_code_at::<S, NOTED>(self, at, table.names);
            let Some(judge) = judges.members.get(code as usize) else {
                // Asked for first: half of what is no known member is the end of an object.
                if code == END {
                    break;
                }
                let Some(index) = decode(code)? else {
                    break;
                };
                self.at = note(self, &object, end, index);
                self.other_by_table(&mut object, table, judges)?;
                at = self.at;
                continue;
            };
            let end = note(self, &object, end, code);
            if !met.add(code) {
                self.at = end;
                S::duplicate(&mut object, self)?;
                at = self.at;
                continue;
            }
            if S::KEEPS_FAILURES {
                self.at = end;
                let edge = table.edges.get(code as usize).copied();
                object.within(self, edge.unwrap_or(Edge::NONE), |reader| {
                    reader.at = reader.judged_by(reader.at, judge)?;
                    Ok(())
                })?;
                at = self.at;
            } else {
                at = judged!(self, end, judge);
                if WORDS == 1 && met.0[0] == enough {
                    self.at = at;
                    return Ok(());
                }
            }
        }
        if WORDS == 1 && table.needed & !met.0[0] == 0 {
            return Ok(());
        }
        for (edge, members) in table.required {
            for &index in *members {
                if !met.has(index) {
                    self.missing_by_table(&object, table, *edge, index)?;
                }
            }
        }
        Ok(())
    }

    /// Judges the value at `at`, and gives where it ends: what `judged` is for walks that report, and for items.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "part of the loop over items"),
        inline(always)
    )]
    pub(super) fn judged_by(&mut self, at: usize, judge: &Judge<'a, S>) -> Result<usize, Stop> {
        Ok(judged!(self, at, judge))
    }

    fn other_by_table(
        &mut self,
        object: &mut Object,
        table: &Table<'a>,
        judges: &Judges<'a, S>,
    ) -> Result<(), Stop> {
        match judges.by_name {
            ByName::None => {}
            ByName::Judged(judge) => return judge(object, self, table.names),
            ByName::Kept(judge) => return judge(object, self, table.names, &mut ()),
        }
        match table.others {
            Others::Ignored if S::KEEPS_FAILURES => object.ignore(self),
            Others::Ignored => object.ignore_quickly(self),
            Others::Forbidden(None) => object.forbidden(self, table.names),
            Others::Forbidden(Some(edge)) => {
                self.refer(edge, |reader| S::forbid(object, reader, table.names))?;
                object.ignore(self)
            }
            Others::Judged(edge) => object.pass(self, edge, judges.others),
        }
    }

    #[cold]
    fn missing_by_table(
        &mut self,
        object: &Object,
        table: &Table<'a>,
        edge: Option<Edge>,
        index: u32,
    ) -> Result<(), Stop> {
        let name = table.names.get(index).map_or("", Name::text);
        match edge {
            None => S::missing(object, self, name),
            Some(edge) => self.refer(edge, |reader| S::missing(object, reader, name)),
        }
    }
}

/// Judges by a table, compiled once.
///
/// # Errors
/// Why the walk ended early.
pub fn judge_by_table<'a>(
    reader: &mut Reader<'a, Verdict>,
    table: &Table<'a>,
    (): (),
) -> Result<(), Stop> {
    reader.by_table::<false>(table, &table.verdict, |_, _, end, _| end)
}

/// The same where it is noted where members stand.
///
/// # Errors
/// Why the walk ended early.
pub fn judge_noted_by_table<'a>(
    reader: &mut Reader<'a, Verdict>,
    table: &Table<'a>,
    noting: &mut Noting<'_>,
) -> Result<(), Stop> {
    reader.by_table::<true>(table, &table.verdict, |reader, object, end, index| {
        reader.at = end;
        object.note_member_here(reader, noting, index);
        reader.at
    })
}

/// The same where a report is made.
///
/// # Errors
/// Why the walk ended early.
pub(super) fn collect_by_table<'a>(
    reader: &mut Reader<'a, Collect>,
    table: &Table<'a>,
) -> Result<(), Stop> {
    reader.by_table::<false>(table, &table.collect, |_, _, end, _| end)
}
