//! The strings that a schema lists, found by hash as the names of members are.

use super::key::Key;
use super::names::{entered, first_slot};
use super::scan::{filled_block, same};
use super::{Reader, Sink, StringToken};
use std::ops::Range;

/// Strings that a schema lists, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    list: &'static [&'static str],
    /// As that of [`Names`](super::Names). A string that is listed twice is found at its first place.
    table: &'static [u32],
}

/// Up to this many strings are compared one by one, which is quicker than to hash.
const FEW: usize = 8;

impl Words {
    /// No strings.
    pub(super) const NONE: Self = Self::new(&[], &[0]);

    /// The strings of `list`, whose table is `table`.
    pub const fn new(list: &'static [&'static str], table: &'static [u32]) -> Self {
        Self { list, table }
    }

    /// The table for a list.
    pub const fn table<const LENGTH: usize>(list: &[&str]) -> [u32; LENGTH] {
        let mut table = [0; LENGTH];
        let mut index = 0;
        while index < list.len() {
            table = entered(table, &Key::of(list[index].as_bytes()), index);
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
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        self.find_by(&Key::of(text.as_bytes()), text)
    }

    /// The index of a part of a document.
    #[inline]
    pub(super) fn index_of_part(&self, document: &str, span: Range<usize>) -> Option<usize> {
        let text = &document[span.clone()];
        if self.list.len() <= FEW {
            return self.list.iter().position(|word| same(word, text));
        }
        if text.len() >= Key::LENGTH {
            return self.find(text);
        }
        let block = filled_block(document.as_bytes(), span.start);
        self.find_by(&Key::of_block(&block, text.len()), text)
    }

    #[inline]
    fn find_by(&self, key: &Key, text: &str) -> Option<usize> {
        let mut slot = first_slot(key, self.table.len());
        loop {
            let place = *self.table.get(slot)?;
            let index = (place as usize).checked_sub(1)?;
            if same(self.list.get(index)?, text) {
                return Some(index);
            }
            slot = (slot + 1) & (self.table.len() - 1);
        }
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
        words.index_of_part(self.text, span)
    }
}

/// The strings of a list, prepared: `words!["EUR", "USD"]` is a constant.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    ($($word:expr),* $(,)?) => {{
        const LIST: &[&str] = &[$($word),*];
        const TABLE: &[u32] = &$crate::generated::v1::Words::table::<
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
