//! All names that a schema knows of an object's members, found by hash.

use super::apart::Apart;
use super::key::Key;
use super::name::Name;
use super::scan;

/// The names of the members that a schema knows, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    list: &'static [Name],
    slots: &'static [Slot],
    /// What tells the names apart, where that is known.
    apart: &'static Apart,
}

/// Where a text is in its list, counted from 1; 0 for a gap. It stands in a table where the text's
/// hash says, or behind that. The gaps are three times as many as the texts at least: a text that is
/// not where its hash says is a jump that was guessed wrong, which costs more than the gaps.
pub type Slot = u32;

impl Names {
    /// No names.
    pub const NONE: &Self = &Self::new(&[], &[0], &Apart::NONE);

    /// The names of `list`, whose table is `slots`, and what tells them apart.
    pub const fn new(list: &'static [Name], slots: &'static [Slot], apart: &'static Apart) -> Self {
        Self { list, slots, apart }
    }

    /// How long the table for so many texts is: a power of two.
    pub const fn slots_for(texts: usize) -> usize {
        (texts * 4).next_power_of_two()
    }

    /// The table for a list.
    pub const fn slots<const LENGTH: usize>(list: &[Name]) -> [Slot; LENGTH] {
        let mut slots = [0; LENGTH];
        let mut index = 0;
        while index < list.len() {
            enter(&mut slots, list[index].key(), index);
            index += 1;
        }
        slots
    }

    /// How many names there are: the index of every other name.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "no schema is that long")]
    pub const fn others(&self) -> u32 {
        self.list.len() as u32
    }

    /// The name with this index.
    #[inline]
    pub(super) fn get(&self, index: u32) -> Option<&'static Name> {
        self.list.get(index as usize)
    }

    /// The names as texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.list.iter().map(Name::text)
    }

    /// The index of a name of which the key has all characters, and that stands without escapes, or
    /// that of every other name.
    #[inline]
    pub(super) fn index_of(&self, key: &Key) -> u32 {
        let found = self.search(key.hash(), |name| name.key().begins_like(key));
        found.unwrap_or(self.others())
    }

    /// Whether [`Names::written_at`] finds each of these names that is written without escapes, and without
    /// blanks before its colon.
    #[inline]
    pub(super) fn are_told_apart(&self) -> bool {
        self.apart.tells()
    }

    /// The name that is written where these bytes begin, with its quotes and a colon, if these names are told
    /// apart: its index, and how many bytes stand between the quotes. `None` also for what only a closer look
    /// can tell.
    #[inline]
    pub(super) fn written_at(&self, text: &[u8; Key::LENGTH + 1]) -> Option<(u32, usize)> {
        let written = text.first_chunk()?;
        let index = self.apart.index_of(written)?;
        if !self.get(index)?.is_at(written) {
            return None;
        }
        // As long as the name is, but that would be waited for.
        let length = scan::quotes_in(text[1..].first_chunk()?).trailing_zeros();
        Some((index, length as usize))
    }

    /// The index of a long name that stands without escapes.
    #[inline]
    pub(super) fn find_long(&self, hash: u64, text: &[u8]) -> Option<u32> {
        self.search(hash, |name| {
            name.key().hash() == hash && name.text().as_bytes() == text
        })
    }

    /// The index of any name.
    pub(super) fn find(&self, key: &Key, text: &str) -> Option<u32> {
        self.search(key.hash(), |name| name.text() == text)
    }

    #[inline]
    fn search(&self, hash: u64, is_it: impl Fn(&Name) -> bool) -> Option<u32> {
        search(self.slots, hash, |index| {
            self.list.get(index as usize).is_some_and(&is_it)
        })
    }
}

/// Puts one more text into a table, which has this index in its list.
pub(super) const fn enter(slots: &mut [Slot], key: &Key, index: usize) {
    let mut at = first_slot(key.hash(), slots.len());
    while slots[at] != 0 {
        at = (at + 1) % slots.len();
    }
    #[expect(clippy::cast_possible_truncation, reason = "no schema is that long")]
    let place = index as u32 + 1;
    slots[at] = place;
}

/// The index of the text with this hash for which `is_it` holds.
#[inline]
pub(super) fn search(slots: &[Slot], hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
    let mut at = first_slot(hash, slots.len());
    loop {
        let index = slots.get(at)?.checked_sub(1)?;
        if is_it(index) {
            return Some(index);
        }
        at = (at + 1) & (slots.len() - 1);
    }
}

/// Where to look first in a table of this length, which is a power of two.
#[inline]
const fn first_slot(hash: u64, length: usize) -> usize {
    (hash >> 40) as usize & (length - 1)
}

/// The names of members, prepared: `names!["id", "name"]` is a constant. It leads to a static, which is made
/// once; after `unrolled` all of it is constant, so that each part of the program that compares with one of
/// the names knows it.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    (unrolled $($name:expr),*) => {{
        const LIST: &[$crate::generated::v1::Name] =
            &[$($crate::generated::v1::Name::new($name)),*];
        static SLOTS: [
            $crate::generated::v1::Slot;
            $crate::generated::v1::Names::slots_for(LIST.len())
        ] = $crate::generated::v1::Names::slots(LIST);
        static APART: $crate::generated::v1::Apart = $crate::generated::v1::Apart::of(LIST);
        const NAMES: &$crate::generated::v1::Names =
            &$crate::generated::v1::Names::new(LIST, &SLOTS, &APART);
        NAMES
    }};
    ($($name:expr),* $(,)?) => {{
        const LIST: &[$crate::generated::v1::Name] =
            &[$($crate::generated::v1::Name::new($name)),*];
        static NAMES: $crate::generated::v1::Names = $crate::generated::v1::Names::new(
            LIST,
            const {
                &$crate::generated::v1::Names::slots::<
                    { $crate::generated::v1::Names::slots_for(LIST.len()) },
                >(LIST)
            },
            const { &$crate::generated::v1::Apart::of(LIST) },
        );
        &NAMES
    }};
}

#[cfg(test)]
mod tests {
    use super::{Key, Names};

    fn find(names: &Names, text: &str) -> Option<u32> {
        let key = Key::of(text.as_bytes());
        let found = names.find(&key, text);
        if text.len() < Key::LENGTH && !text.contains('\0') {
            assert_eq!(names.index_of(&key), found.unwrap_or(names.others()));
        }
        found
    }

    #[test]
    fn each_name_is_found_and_no_other() {
        const NAMES: &Names = crate::__names![
            "",
            "a",
            "b",
            "id",
            "a name longer than a block",
            "a name longer than a brick",
            "é"
        ];
        for (index, text) in (0..).zip(NAMES.texts()) {
            assert_eq!(find(NAMES, text), Some(index), "{text}");
        }
        for text in [
            "c",
            "i",
            "id\0",
            "a name longer than a block!",
            "ids",
            "e",
            "zero",
            "zero\0\0",
        ] {
            assert_eq!(find(NAMES, text), None, "{text}");
        }
        assert_eq!(find(Names::NONE, ""), None);
    }
}
