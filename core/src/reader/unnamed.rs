//! Names of members that a schema does not know, kept while their object is read, so that a doubled
//! one is found. Known names need none of this: each has a place of its own.

use super::string::StringToken;
use super::{Reader, Sink, Stop};
use crate::keyword::duplicate;
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeSet;

/// A name that was met in an object that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noted {
    hash: u64,
    /// Where its quote stands.
    start: usize,
}

/// Up to this many names are compared with each new one; of more, the doubled one is found when all
/// of them are sorted at the end of the object, which takes no longer where many have one hash.
const FEW: usize = 24;

/// The notes of all objects that are open, those of the innermost one last.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Noted>,
    /// What only walks have that keep failures.
    kept: Option<Box<Kept>>,
}

/// Such a walk goes on behind a doubled name, and is in no hurry.
#[derive(Debug, Default)]
struct Kept {
    /// Names of objects that have many, each with the place where the object's notes begin.
    many: BTreeSet<(usize, String)>,
    /// The notes of the object that was read last: helps speak of its names.
    last: Vec<Noted>,
}

thread_local! {
    /// Room for the notes of the thread's next walk: asking for memory takes as long as reading a
    /// hundred bytes.
    static ROOM: Cell<Vec<Noted>> = const { Cell::new(Vec::new()) };
}

/// No more room than this is kept.
const MOST_KEPT: usize = 4_096;

impl Notes {
    #[inline]
    fn push(&mut self, noted: Noted) {
        if self.list.capacity() == 0 {
            self.take_room();
        }
        self.list.push(noted);
    }

    /// How many notes there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Forgets all but the first notes: the cursor was set back to where there were so many.
    #[inline]
    pub(super) fn truncate(&mut self, length: usize) {
        self.list.truncate(length);
    }

    #[cold]
    fn take_room(&mut self) {
        self.list = ROOM.try_with(Cell::take).unwrap_or_default();
        self.list.clear();
        self.list.reserve(FEW);
    }
}

impl Drop for Notes {
    #[inline]
    fn drop(&mut self) {
        if (1..=MOST_KEPT).contains(&self.list.capacity()) {
            let list = std::mem::take(&mut self.list);
            // At the end of a thread there is nobody to keep it for.
            let _ = ROOM.try_with(|room| room.set(list));
        }
    }
}

/// The names of one object that its schema does not know.
#[derive(Debug)]
pub struct Unnamed {
    /// The hash of the last name that was read.
    pub(super) hash: u64,
    /// A bit for each hash that was met: a name whose bit is not set is new.
    filter: u64,
    /// Where the notes begin that are of this object.
    first: usize,
}

impl Unnamed {
    #[inline]
    pub(super) fn in_object<S: Sink>(reader: &Reader<'_, S>) -> Self {
        Self {
            hash: 0,
            filter: 0,
            first: reader.noted.len(),
        }
    }

    /// Notes the name that was read last; `false` when it is known to have been there already.
    #[inline]
    pub(super) fn insert<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        name: &StringToken<'_>,
    ) -> bool {
        if S::KEEPS_FAILURES {
            if !self.is_new_for_report(reader, name) {
                return false;
            }
        } else if !S::TELLS_DOUBLED || reader.is_beside() {
            // Beside the walk that judges capacity nobody asks for doubled names.
            return true;
        } else if self.filter >> (self.hash >> 58) & 1 != 0 && self.is_among_few(reader, name) {
            return false;
        }
        self.filter |= 1 << (self.hash >> 58);
        let (hash, start) = (self.hash, name.span().start);
        reader.noted.push(Noted { hash, start });
        true
    }

    fn of<'r, S: Sink>(&self, reader: &'r Reader<'_, S>) -> &'r [Noted] {
        reader.noted.list.get(self.first..).unwrap_or_default()
    }

    fn is_among_few<S: Sink>(&self, reader: &Reader<'_, S>, name: &StringToken<'_>) -> bool {
        let is_same = |noted: &Noted| {
            noted.hash == self.hash && reader.string_at(noted.start).text() == name.text()
        };
        let noted = self.of(reader);
        noted.len() <= FEW && noted.iter().any(is_same)
    }

    fn is_new_for_report<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        name: &StringToken<'_>,
    ) -> bool {
        let noted = self.of(reader).to_vec();
        if noted.len() < FEW {
            return !self.is_among_few(reader, name);
        }
        let mut kept = reader.noted.kept.take().unwrap_or_default();
        if noted.len() == FEW {
            let texts = noted
                .iter()
                .map(|noted| reader.string_at(noted.start).to_owned_text());
            kept.many.extend(texts.map(|text| (self.first, text)));
        }
        let is_new = kept.many.insert((self.first, name.to_owned_text()));
        reader.noted.kept = Some(kept);
        is_new
    }

    /// Forgets the names at the end of their object; a doubled one among many is reported now.
    #[inline]
    pub(super) fn end<S: Sink>(&self, reader: &mut Reader<'_, S>) -> Result<(), Stop> {
        let noted = reader.noted.len();
        if S::KEEPS_FAILURES {
            self.keep(reader);
        } else if noted > self.first + FEW {
            return S::sort(self, reader);
        } else if noted > self.first {
            reader.noted.truncate(self.first);
        }
        Ok(())
    }

    fn keep<S: Sink>(&self, reader: &mut Reader<'_, S>) {
        let notes = &mut reader.noted;
        let kept = notes.kept.get_or_insert_default();
        kept.last = notes.list.split_off(self.first.min(notes.list.len()));
        if kept.last.len() >= FEW {
            // Objects inside have forgotten theirs.
            kept.many.split_off(&(self.first, String::new()));
        }
    }

    pub(super) fn sort_here<S: Sink>(&self, reader: &mut Reader<'_, S>) -> Result<(), Stop> {
        let mut names = reader.noted.list.split_off(self.first);
        let text = |noted: &Noted| reader.string_at(noted.start).text();
        names.sort_unstable_by(|one, other| {
            let hashes = one.hash.cmp(&other.hash);
            hashes.then_with(|| text(one).cmp(&text(other)))
        });
        let doubled = names
            .array_windows()
            .find(|[one, other]| one.hash == other.hash && text(one) == text(other));
        match doubled {
            None => Ok(()),
            Some(&[one, other]) => {
                let name = reader.string_at(one.start.max(other.start));
                reader.capacity(|| duplicate::failure(&name.text(), name.span()))
            }
        }
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// The names that a schema does not know of the object that was read last. Only for walks that
    /// keep failures.
    pub(super) fn last_unnamed(&self) -> Vec<Cow<'a, str>> {
        let last = self.noted.kept.iter().flat_map(|kept| &kept.last);
        last.map(|noted| self.string_at(noted.start).text())
            .collect()
    }
}
