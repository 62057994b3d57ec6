//! Names of members that a schema does not know, kept while their object is read, so that a doubled
//! one is found. Known names need none of this: each has a place of its own.

use super::string::StringToken;
use super::{Reader, Sink, Stop};
use crate::keyword::duplicate;
use std::borrow::Cow;
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

/// The names of one object that its schema does not know. The reader has the notes of all objects
/// that are open, those of the innermost one last.
#[derive(Debug)]
pub(super) struct Unnamed<'a> {
    /// The hash of the last name that was read.
    pub(super) hash: u64,
    /// A bit for each hash that was met: a name whose bit is not set is new.
    filter: u64,
    /// Where the reader's notes begin that are of this object.
    first: usize,
    /// Instead of notes the names themselves, where failures are kept: helps speak of them.
    kept: Option<Box<BTreeSet<Cow<'a, str>>>>,
}

impl<'a> Unnamed<'a> {
    #[inline]
    pub(super) fn in_object<S: Sink>(reader: &Reader<'a, S>) -> Self {
        Self {
            hash: 0,
            filter: 0,
            first: reader.noted.len(),
            kept: None,
        }
    }

    /// Notes the name that was read last; `false` when it is known to have been there already.
    #[inline]
    pub(super) fn insert<S: Sink>(
        &mut self,
        reader: &mut Reader<'a, S>,
        name: &StringToken<'a>,
    ) -> bool {
        if S::KEEPS_FAILURES {
            return self.kept.get_or_insert_default().insert(name.text());
        }
        // Beside the walk that judges capacity nobody asks for doubled names.
        if !S::TELLS_DOUBLED || reader.is_beside() {
            return true;
        }
        let hash = self.hash;
        let bit = 1 << (hash >> 58);
        if self.filter & bit != 0 && self.is_among_few(reader, name) {
            return false;
        }
        self.filter |= bit;
        let start = name.span().start;
        reader.noted.push(Noted { hash, start });
        true
    }

    fn is_among_few<S: Sink>(&self, reader: &Reader<'a, S>, name: &StringToken<'a>) -> bool {
        let noted = reader.noted.get(self.first..).unwrap_or_default();
        let is_same = |noted: &Noted| {
            noted.hash == self.hash && reader.string_at(noted.start).text() == name.text()
        };
        noted.len() <= FEW && noted.iter().any(is_same)
    }

    /// Forgets the names at the end of their object; a doubled one among many is reported now.
    #[inline]
    pub(super) fn end<S: Sink>(&self, reader: &mut Reader<'a, S>) -> Result<(), Stop> {
        let noted = reader.noted.len();
        if noted > self.first + FEW {
            return self.sort(reader);
        }
        if noted > self.first {
            reader.noted.truncate(self.first);
        }
        Ok(())
    }

    #[cold]
    fn sort<S: Sink>(&self, reader: &mut Reader<'a, S>) -> Result<(), Stop> {
        let mut names = reader.noted.split_off(self.first);
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

    /// The names, where failures are kept.
    pub(super) fn names(&self) -> impl Iterator<Item = &Cow<'a, str>> {
        self.kept.iter().flat_map(|kept| kept.iter())
    }
}
