//! All names that a schema knows of an object's members, found by hash.

use super::key::Key;
use super::name::Name;

/// The names of the members that a schema knows, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    list: &'static [Name],
    /// Where a name's hash says, or behind that, its place in the list, counted from 1; no two
    /// names share one, and there are gaps.
    table: &'static [u32],
}

impl Names {
    /// No names.
    pub const NONE: &Self = &Self::new(&[], &[0]);

    /// The names of `list`, whose table is `table`.
    pub const fn new(list: &'static [Name], table: &'static [u32]) -> Self {
        Self { list, table }
    }

    /// How long the table for so many names is: a power of two.
    pub const fn table_length(names: usize) -> usize {
        (names * 2).next_power_of_two()
    }

    /// The table for a list.
    pub const fn table<const LENGTH: usize>(list: &[Name]) -> [u32; LENGTH] {
        let mut table = [0; LENGTH];
        let mut index = 0;
        while index < list.len() {
            table = entered(table, list[index].key(), index);
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
        self.search(key, |name| name.key().begins_like(key))
    }

    /// The index of a name that stands without escapes and is longer than a block.
    #[inline]
    pub(super) fn find_long(&self, key: &Key, text: &str) -> Option<u32> {
        let is_it = |name: &Name| {
            name.key() == key
                && name.text().len() == text.len()
                && (text.len() <= 2 * Key::LENGTH || name.text() == text)
        };
        self.search(key, is_it)
    }

    /// The index of any name.
    pub(super) fn find(&self, key: &Key, text: &str) -> Option<u32> {
        self.search(key, |name| name.text() == text)
    }

    #[inline]
    fn search(&self, key: &Key, is_it: impl Fn(&Name) -> bool) -> Option<u32> {
        let mut slot = first_slot(key, self.table.len());
        loop {
            let place = *self.table.get(slot)?;
            let index = place.checked_sub(1)?;
            if is_it(self.get(index)?) {
                return Some(index);
            }
            slot = (slot + 1) & (self.table.len() - 1);
        }
    }
}

/// The table with one more text, which has this index.
pub(super) const fn entered<const LENGTH: usize>(
    mut table: [u32; LENGTH],
    key: &Key,
    index: usize,
) -> [u32; LENGTH] {
    let mut slot = first_slot(key, LENGTH);
    while table[slot] != 0 {
        slot = (slot + 1) % LENGTH;
    }
    #[expect(clippy::cast_possible_truncation, reason = "no schema is that long")]
    let place = index as u32 + 1;
    table[slot] = place;
    table
}

/// Where to look first in a table of this length, which is a power of two.
#[inline]
pub(super) const fn first_slot(key: &Key, length: usize) -> usize {
    (key.hash() >> 32) as usize & (length - 1)
}

/// The names of members, prepared: `names!["id", "name"]` is a constant.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    ($($name:expr),* $(,)?) => {{
        const LIST: &[$crate::generated::v1::Name] =
            &[$($crate::generated::v1::Name::new($name)),*];
        const TABLE: &[u32] = &$crate::generated::v1::Names::table::<
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
        if text.len() >= Key::LENGTH {
            assert_eq!(names.find_long(&key, text), found);
        } else if !text.contains('\0') {
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
