//! The strings that a schema lists, found by hash as the names of members are.

use super::key::Key;
use super::names::{Slot, enter, search};
use super::scan::same;
use super::{Reader, Sink, StringToken, scan};
use std::ops::Range;

/// Strings that a schema lists, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    list: &'static [&'static str],
    keys: &'static [Key],
    /// As that of [`Names`](super::Names). A string that is listed twice is found at its first place.
    slots: &'static [Slot],
}

/// Up to this many strings are compared one by one, which is quicker than to hash.
const FEW: usize = 8;

impl Words {
    /// No strings.
    pub(super) const NONE: Self = Self::new(&[], &[], &[0]);

    /// The strings of `list`, whose keys and table these are.
    pub const fn new(
        list: &'static [&'static str],
        keys: &'static [Key],
        slots: &'static [Slot],
    ) -> Self {
        Self { list, keys, slots }
    }

    /// The keys for a list.
    pub const fn keys<const LENGTH: usize>(list: &[&str]) -> [Key; LENGTH] {
        let mut keys = [Key::NONE; LENGTH];
        let mut index = 0;
        while index < LENGTH {
            keys[index] = Key::of_name(list[index].as_bytes());
            index += 1;
        }
        keys
    }

    /// The table for a list's keys.
    pub const fn slots<const LENGTH: usize>(keys: &[Key]) -> [Slot; LENGTH] {
        let mut slots = [0; LENGTH];
        let mut index = 0;
        while index < keys.len() {
            enter(&mut slots, &keys[index], index);
            index += 1;
        }
        slots
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

    /// The index of a part of a document.
    #[inline]
    pub(super) fn index_at(&self, document: &str, span: Range<usize>) -> Option<usize> {
        let start = span.start;
        let text = &document[span];
        match scan::piece(document.as_bytes(), start) {
            // Where more of the document follows, the key is made of what stands there: a copy would have
            // to reach memory first.
            Some(blocks) if text.len() < Key::LENGTH => {
                let hash = Key::of_start(blocks, text.len()).hash();
                self.find_hashed(hash, |word| same(word, text))
            }
            _ => self.index_of(text),
        }
    }

    /// The index of a string of which the key has all characters, and that stands without escapes.
    #[inline]
    pub(super) fn find_short(&self, key: &Key) -> Option<usize> {
        self.search(key.hash(), |index| {
            let found = self.keys.get(index);
            found.is_some_and(|found| found.begins_like(key))
        })
    }

    /// The index of a string with this hash for which `is_it` holds.
    #[inline]
    pub(super) fn find_hashed(&self, hash: u64, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        self.search(hash, |index| {
            self.keys.get(index).is_some_and(|key| key.hash() == hash)
                && self.list.get(index).is_some_and(|word| is_it(word))
        })
    }

    /// The same by hash.
    #[inline]
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let hash = Key::of_text(text.as_bytes()).hash();
        self.search(hash, |index| {
            self.list.get(index).is_some_and(|word| same(word, text))
        })
    }

    #[inline]
    fn search(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let found = search(self.slots, hash, |index| is_it(index as usize))?;
        Some(found as usize)
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Reads a string where a short one that is among `words` stands at the cursor, else nothing.
    #[inline]
    pub(crate) fn short_word(&mut self, words: &Words) -> Option<usize> {
        let (found, end) = self.short_word_at(self.at, words)?;
        self.at = end;
        Some(found)
    }

    /// Which of `words` stands at `at`, if it is a short one, and where it ends.
    #[inline]
    pub(crate) fn short_word_at(&self, at: usize, words: &Words) -> Option<(usize, usize)> {
        let (b'"', rest) = self.text.window(at)?.split_first()? else {
            return None;
        };
        let blocks = rest.first_chunk()?;
        // What else could end a string is part of no word that is found by its key.
        let length = scan::quotes_in(blocks).trailing_zeros() as usize;
        if length >= Key::LENGTH {
            return None;
        }
        let found = words.find_short(&Key::of_start(blocks, length))?;
        Some((found, at + length + 2))
    }

    /// The index of a string of the document among `words`.
    #[inline]
    pub(crate) fn index_in(&self, given: &StringToken<'_>, words: &Words) -> Option<usize> {
        if given.is_escaped() {
            return words.find(&given.text());
        }
        let Range { start, end } = given.span();
        let length = end - start - 2;
        match scan::piece(self.bytes(), start + 1) {
            Some(blocks) if length < Key::LENGTH => {
                words.find_short(&Key::of_start(blocks, length))
            }
            _ => self.index_at(start + 1..end - 1, words),
        }
    }

    /// The index of a part of the document among `words`.
    #[inline]
    pub(crate) fn index_at(&self, span: Range<usize>, words: &Words) -> Option<usize> {
        words.index_at(self.text.as_str(), span)
    }
}

/// The strings of a list, prepared: `words!["EUR", "USD"]` is a constant.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    ($($word:expr),* $(,)?) => {{
        const LIST: &[&str] = &[$($word),*];
        const KEYS: &[$crate::generated::v1::Key; LIST.len()] =
            &$crate::generated::v1::Words::keys(LIST);
        const SLOTS: &[
            $crate::generated::v1::Slot;
            $crate::generated::v1::Names::slots_for(LIST.len())
        ] = &$crate::generated::v1::Words::slots(KEYS);
        $crate::generated::v1::Words::new(LIST, KEYS, SLOTS)
    }};
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::reader::{Reader, Settings, Verdict};

    #[track_caller]
    fn check(words: &Words, text: &str, expected: Option<usize>) {
        let document = serde_json::to_string(text).unwrap();
        let mut reader = Reader::new(&document, Settings::DEFAULT, Verdict);
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
