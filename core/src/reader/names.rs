//! All names that a schema knows of an object's members, found by hash.

use super::key::Key;
use super::name::Name;

/// The names of the members that a schema knows, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    list: &'static [Name],
    table: &'static [Entry],
}

/// A place in a table, which is where a text's hash says, or behind that. No two texts share one,
/// and there are gaps.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    key: Key,
    /// The text's place in its list, counted from 1; 0 for a gap.
    place: u32,
}

impl Entry {
    /// No text.
    pub const GAP: Self = Self {
        key: Key::NONE,
        place: 0,
    };

    #[inline]
    pub(super) const fn key(&self) -> &Key {
        &self.key
    }

    /// The text's place in its list, counted from 1.
    pub(super) fn place(&self) -> u32 {
        self.place
    }
}

impl Names {
    /// No names.
    pub const NONE: &Self = &Self::new(&[], &[Entry::GAP]);

    /// The names of `list`, whose table is `table`.
    pub const fn new(list: &'static [Name], table: &'static [Entry]) -> Self {
        Self { list, table }
    }

    /// How long the table for so many names is: a power of two.
    pub const fn table_length(names: usize) -> usize {
        (names * 2).next_power_of_two()
    }

    /// The table for a list.
    pub const fn table<const LENGTH: usize>(list: &[Name]) -> [Entry; LENGTH] {
        let mut table = [Entry::GAP; LENGTH];
        let mut index = 0;
        while index < list.len() {
            enter(&mut table, list[index].key(), index);
            index += 1;
        }
        table
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

    /// The index of a name of which the key has all characters, and that stands without escapes.
    #[inline]
    pub(super) fn find_short(&self, key: &Key) -> Option<u32> {
        search(self.table, key.hash(), |entry| entry.key.begins_like(key))
    }

    /// The index of any name.
    pub(super) fn find(&self, key: &Key, text: &str) -> Option<u32> {
        let is_it = |entry: &Entry| {
            let name = self.get(entry.place - 1);
            name.is_some_and(|name| name.text() == text)
        };
        search(self.table, key.hash(), is_it)
    }
}

/// Puts one more text into a table, which has this index in its list.
pub(super) const fn enter(table: &mut [Entry], key: &Key, index: usize) {
    let mut slot = first_slot(key.hash(), table.len());
    while table[slot].place != 0 {
        slot = (slot + 1) % table.len();
    }
    #[expect(clippy::cast_possible_truncation, reason = "no schema is that long")]
    let place = index as u32 + 1;
    table[slot] = Entry { key: *key, place };
}

/// The index of the text with this hash for whose entry `is_it` holds.
#[inline]
pub(super) fn search(table: &[Entry], hash: u64, is_it: impl Fn(&Entry) -> bool) -> Option<u32> {
    let mut slot = first_slot(hash, table.len());
    loop {
        let entry = table.get(slot)?;
        let index = entry.place.checked_sub(1)?;
        if is_it(entry) {
            return Some(index);
        }
        slot = (slot + 1) & (table.len() - 1);
    }
}

/// Where to look first in a table of this length, which is a power of two.
#[inline]
const fn first_slot(hash: u64, length: usize) -> usize {
    (hash >> 40) as usize & (length - 1)
}

/// The names of members, prepared: `names!["id", "name"]` is a constant.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    ($($name:expr),* $(,)?) => {{
        const LIST: &[$crate::generated::v1::Name] =
            &[$($crate::generated::v1::Name::new($name)),*];
        const TABLE: &[$crate::generated::v1::Entry] = &$crate::generated::v1::Names::table::<
            { $crate::generated::v1::Names::table_length(LIST.len()) },
        >(LIST);
        const NAMES: &$crate::generated::v1::Names =
            &$crate::generated::v1::Names::new(LIST, TABLE);
        NAMES
    }};
}

#[cfg(test)]
mod tests {
    use super::{Key, Names};

    fn find(names: &Names, text: &str) -> Option<u32> {
        let key = Key::of(text.as_bytes());
        let found = names.find(&key, text);
        if text.len() < Key::LENGTH && !text.contains('\0') {
            assert_eq!(names.find_short(&key), found);
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
