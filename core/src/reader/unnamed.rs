//! Names of members that a schema does not know, kept while their object is read, so that a doubled
//! one is found. Known names need none of this: each has a place of its own.

use super::doubled::suspects;
use super::seldom::Seldom;
use super::string::StringToken;
use super::{Reader, Sink, Stop};
use crate::keyword::duplicate;
use crate::keyword::nearest::MOST_COMPARED;
use std::borrow::Cow;
use std::cell::Cell;

/// A name that was met in an object that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noted {
    pub(super) hash: u64,
    /// Where its quote stands.
    pub(super) start: usize,
}

/// Up to this many names are compared with each new one; of more, the doubled ones are found at the
/// end of the object, which takes no longer where many have one hash.
const FEW: usize = 24;

/// The notes of all objects that are open, those of the innermost one last.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Noted>,
    /// What only walks have that keep failures.
    kept: Seldom<Kept>,
}

/// Such a walk goes on behind a doubled name. Of many it knows too late which ones those are, so then
/// there is another walk, which is told.
#[derive(Debug, Default)]
struct Kept {
    /// Where doubled names stand that were found at the end of an object, or told before the walk.
    doubled: Vec<usize>,
    is_told: bool,
    /// The first notes of the object that was read last: helps speak of its names.
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
        if self.list.len() == self.list.capacity() {
            self.push_with_room(noted);
        } else {
            self.list.push(noted);
        }
    }

    pub(super) fn tell(&mut self, doubled: Vec<usize>) {
        let kept = self.kept.0.get_or_insert_default();
        (kept.doubled, kept.is_told) = (doubled, true);
    }

    fn is_told(&self) -> bool {
        self.kept.0.as_ref().is_some_and(|kept| kept.is_told)
    }

    /// Whether it was told that the name is doubled which stands at `start`.
    fn tells(&self, start: usize) -> bool {
        let told = self.kept.0.as_ref().filter(|kept| kept.is_told);
        told.is_some_and(|kept| kept.doubled.binary_search(&start).is_ok())
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
    #[inline(never)]
    fn push_with_room(&mut self, noted: Noted) {
        if self.list.capacity() == 0 {
            self.list = ROOM.try_with(Cell::take).unwrap_or_default();
            self.list.clear();
            self.list.reserve(FEW);
        }
        self.list.push(noted);
    }

    #[inline(never)]
    fn keep_room(&mut self) {
        if self.list.capacity() <= MOST_KEPT {
            let list = std::mem::take(&mut self.list);
            // At the end of a thread there is nobody to keep it for.
            let _ = ROOM.try_with(|room| room.set(list));
        }
    }
}

impl Drop for Notes {
    #[inline]
    fn drop(&mut self) {
        if self.list.capacity() > 0 {
            self.keep_room();
        }
    }
}

/// The names of one object that its schema does not know.
#[derive(Debug)]
pub(super) struct Unnamed {
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

    /// Whether the name that was read last may be one that is noted.
    #[inline]
    pub(super) fn may_be_there(&self) -> bool {
        self.filter & self.bit() != 0
    }

    #[inline]
    fn bit(&self) -> u64 {
        1 << (self.hash >> 58)
    }

    /// Notes the name that was read last, which stands at `start`. Beside the walk that judges
    /// capacity nobody asks for doubled names.
    #[inline]
    pub(super) fn note<S: Sink>(&mut self, reader: &mut Reader<'_, S>, start: usize) {
        if S::KEEPS_FAILURES || (S::TELLS_DOUBLED && !reader.is_beside()) {
            self.filter |= self.bit();
            let hash = self.hash;
            reader.noted.push(Noted { hash, start });
        }
    }

    /// Whether nothing has to be asked of the name that was read last: it is new, or the end of the
    /// object tells.
    pub(super) fn passes_for_new<S: Sink>(&mut self, reader: &Reader<'_, S>) -> bool {
        if S::KEEPS_FAILURES && reader.noted.is_told() {
            return false;
        }
        if reader.noted.len() > self.first + FEW {
            // Nobody compares them any more, so this is asked for again only where hashes share a bit.
            self.filter = 0;
            return true;
        }
        !self.may_be_there()
    }

    /// Whether the name that was read last is known to have been there already.
    pub(super) fn was_met<S: Sink>(&self, reader: &Reader<'_, S>, name: &StringToken<'_>) -> bool {
        let noted = self.of(reader);
        let written = reader.bytes().get(name.span()).unwrap_or_default();
        let is_same = |noted: &Noted| {
            noted.hash == self.hash
                // Mostly both are written alike, quotes and all.
                && (reader.bytes()[noted.start..].starts_with(written)
                    || reader.string_at(noted.start).text() == name.text())
        };
        let is_among_few = noted.len() <= FEW && noted.iter().any(is_same);
        is_among_few || (S::KEEPS_FAILURES && reader.noted.tells(name.span().start))
    }

    fn of<'r, S: Sink>(&self, reader: &'r Reader<'_, S>) -> &'r [Noted] {
        reader.noted.list.get(self.first..).unwrap_or_default()
    }

    /// Forgets the names at the end of their object; `false` where that needs
    /// [`Unnamed::end_of_many`].
    #[inline]
    pub(super) fn end<S: Sink>(&self, reader: &mut Reader<'_, S>) -> bool {
        let noted = reader.noted.len();
        if noted == self.first {
            return true;
        }
        if noted > self.first + FEW {
            return false;
        }
        reader.noted.truncate(self.first);
        true
    }

    /// The same where they are kept for what is said of the object.
    pub(super) fn keep<S: Sink>(&self, reader: &mut Reader<'_, S>) {
        if reader.noted.len() <= self.first && reader.noted.kept.0.is_none() {
            return;
        }
        let mut kept = reader.noted.kept.0.take().unwrap_or_default();
        if reader.noted.len() > self.first + FEW && !kept.is_told {
            kept.doubled.extend(self.doubled(reader));
        }
        kept.last.clear();
        let last = self.of(reader).iter().take(MOST_COMPARED);
        kept.last.extend(last.copied());
        reader.noted.truncate(self.first);
        reader.noted.kept.0 = Some(kept);
    }

    /// The same for many names; a doubled one among them is reported now.
    #[cold]
    pub(super) fn end_of_many<S: Sink>(&self, reader: &mut Reader<'_, S>) -> Result<(), Stop> {
        let doubled = self.doubled(reader);
        reader.noted.truncate(self.first);
        match doubled.first() {
            None => Ok(()),
            Some(&start) => {
                let name = reader.string_at(start);
                reader.capacity(|| duplicate::failure(&name.text(), name.span()))
            }
        }
    }

    /// Where the names stand that were there before in the object, which has many.
    fn doubled<S: Sink>(&self, reader: &Reader<'_, S>) -> Vec<usize> {
        let mut names = suspects(self.of(reader));
        let text = |noted: &Noted| reader.string_at(noted.start).text();
        names.sort_unstable_by(|one, other| {
            let hashes = one.hash.cmp(&other.hash);
            let texts = hashes.then_with(|| text(one).cmp(&text(other)));
            texts.then_with(|| one.start.cmp(&other.start))
        });
        let pairs = names.array_windows();
        let same = pairs.filter(|[one, other]| one.hash == other.hash && text(one) == text(other));
        same.map(|[_, other]| other.start).collect()
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// The names that a schema does not know of the object that was read last, the first of many. Only
    /// for walks that keep failures.
    pub(super) fn last_unnamed(&self) -> Vec<Cow<'a, str>> {
        let last = self.noted.kept.0.iter().flat_map(|kept| &kept.last);
        last.map(|noted| self.string_at(noted.start).text())
            .collect()
    }

    /// Where doubled names stand that a walk which keeps failures passed by, in order: to find what
    /// is wrong beside them, another one has to be told.
    pub(crate) fn doubled(&mut self) -> Vec<usize> {
        let kept = self.noted.kept.0.as_mut().filter(|kept| !kept.is_told);
        let mut doubled = kept.map_or_else(Vec::new, |kept| std::mem::take(&mut kept.doubled));
        doubled.sort_unstable();
        doubled.dedup();
        doubled
    }
}

#[cfg(test)]
mod tests {
    use crate::{Json, Schema, ValidationError};

    #[test]
    fn a_doubled_name_is_found_however_either_is_written() {
        for (json, is_doubled) in [
            (r#"{"ab":1,"ab":2}"#, true),
            (r#"{"ab":1,"\u0061b":2}"#, true),
            (r#"{"\u0061b":1,"ab":2}"#, true),
            (r#"{"\u0061b":1,"\u0061b":2}"#, true),
            (r#"{"\u0061b":1,"a\u0062":2}"#, true),
            (r#"{"\"":1,"\u0022":2}"#, true),
            (r#"{"":1,"":2}"#, true),
            (r#"{"ab":1,"abc":2}"#, false),
            (r#"{"abc":1,"ab":2}"#, false),
            (r#"{"a":1,"a\"":2,"a\\":3}"#, false),
            (r#"{"ab":{"ab":1},"b":[{"ab":1},{"ab":2}]}"#, false),
        ] {
            let report = Json::validate_json(json.as_bytes()).err();
            let keywords = report.iter().flat_map(|report| report.iter());
            let keywords: Vec<_> = keywords.map(ValidationError::keyword).collect();
            let expected: &[_] = if is_doubled { &["duplicate"] } else { &[] };
            assert_eq!(keywords, expected, "{json}");
            assert_eq!(Json::is_valid_json(json.as_bytes()), !is_doubled, "{json}");
            assert_eq!(
                Json::from_json(json.as_bytes()).is_ok(),
                !is_doubled,
                "{json}"
            );
        }
    }
}
