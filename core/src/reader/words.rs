//! The strings that a schema lists, found by hash as the names of members are.

use super::key::Key;
use super::names::{Entry, enter, search};
use super::scan::same;
use super::{Reader, Sink, StringToken};
use std::ops::Range;

/// Strings that a schema lists, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    list: &'static [&'static str],
    /// As that of [`Names`](super::Names). A string that is listed twice is found at its first place.
    table: &'static [Entry],
}

/// Up to this many strings are compared one by one, which is quicker than to hash.
const FEW: usize = 8;

impl Words {
    /// No strings.
    pub(super) const NONE: Self = Self::new(&[], &[Entry::GAP]);

    /// The strings of `list`, whose table is `table`.
    pub const fn new(list: &'static [&'static str], table: &'static [Entry]) -> Self {
        Self { list, table }
    }

    /// The table for a list.
    pub const fn table<const LENGTH: usize>(list: &[&str]) -> [Entry; LENGTH] {
        let mut table = [Entry::GAP; LENGTH];
        let mut index = 0;
        while index < list.len() {
            enter(&mut table, &Key::of_name(list[index].as_bytes()), index);
            index += 1;
        }
        table
    }

    /// The strings.
    #[inline]
    pub(crate) const fn list(&self) -> &'static [&'static str] {
        self.list
    }

    /// The index of a string.
    #[inline]
    pub(crate) fn index_of(&self, text: &str) -> Option<usize> {
        if self.list.len() <= FEW {
            return self.list.iter().position(|word| same(word, text));
        }
        self.find(text)
    }

    /// The index of a string of which the key has all characters, and that stands without escapes.
    #[inline]
    pub(super) fn find_short(&self, key: &Key) -> Option<usize> {
        let found = search(self.table, key.hash(), |entry| entry.key().begins_like(key))?;
        Some(found as usize)
    }

    /// The index of a string with this hash for which `is_it` holds.
    #[inline]
    pub(super) fn find_hashed(&self, hash: u64, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        let is_it = |entry: &Entry| {
            let word = self.list.get(entry.place() as usize - 1);
            entry.key().hash() == hash && word.is_some_and(|word| is_it(word))
        };
        let found = search(self.table, hash, is_it)?;
        Some(found as usize)
    }

    /// The same by hash.
    #[inline]
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let is_it = |place: u32| {
            let word = self.list.get(place as usize - 1);
            word.is_some_and(|word| same(word, text))
        };
        let key = Key::of_text(text.as_bytes());
        let found = search(self.table, key.hash(), |entry| is_it(entry.place()))?;
        Some(found as usize)
    }
}

impl<S: Sink> Reader<'_, S> {
    /// The index of a string of the document among `words`.
    #[inline]
    pub(crate) fn index_in(&self, given: &StringToken<'_>, words: &Words) -> Option<usize> {
        if given.is_escaped() {
            return words.find(&given.text());
        }
        let Range { start, end } = given.span();
        self.index_at(start + 1..end - 1, words)
    }

    /// The index of a part of the document among `words`.
    #[inline]
    pub(crate) fn index_at(&self, span: Range<usize>, words: &Words) -> Option<usize> {
        words.index_of(self.text_of(span))
    }
}

/// The strings of a list, prepared: `words!["EUR", "USD"]` is a constant.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    ($($word:expr),* $(,)?) => {{
        const LIST: &[&str] = &[$($word),*];
        const TABLE: &[$crate::generated::v1::Entry] = &$crate::generated::v1::Words::table::<
            { $crate::generated::v1::Names::table_length(LIST.len()) },
        >(LIST);
        $crate::generated::v1::Words::new(LIST, TABLE)
    }};
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::reader::{Reader, Settings, Verdict};

    #[track_caller]
    fn check(words: &Words, text: &str, expected: Option<usize>) {
        let document = serde_json::to_string(text).unwrap();
        let mut reader = Reader::new(&document, Settings::DEFAULT, Vec::new(), Verdict);
        let given = reader.string().ok().flatten().unwrap();
        assert_eq!(reader.index_in(&given, words), expected, "{text}");
        assert_eq!(words.find(text), expected, "{text}");
    }

    #[test]
    fn each_word_is_found_and_no_other() {
        const WORDS: Words = crate::__words![
            "",
            "a",
            "é",
            "EUR",
            "a word of sixteen",
            "sixteen bytes do",
            "a word longer than a block",
            "one",
            "two"
        ];
        const FEW: Words = crate::__words!["b", "EUR", "\""];
        for words in [&WORDS, &FEW] {
            for (index, text) in words.list().iter().enumerate() {
                check(words, text, Some(index));
            }
        }
        for text in ["B", "EU", "EUR ", "EUR\0", "sixteen bytes da", "\\", "e"] {
            check(&WORDS, text, None);
        }
    }
}
