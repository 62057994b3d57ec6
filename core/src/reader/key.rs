//! Short texts as words, so that they are compared without a call and found by hash. The same key
//! comes out at compile time, for the names of a schema, and at run time, for those of a document.

use super::scan::{self, Block, Words};

/// The first sixteen bytes of a text, filled up with zeros, the last sixteen of one that has so many,
/// and a hash. Texts of one length, up to twice that, are the same if their keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    words: Words,
    tail: Words,
    hash: u64,
}

/// An odd number without a pattern: the first digits of the fraction of a square root.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Key {
    /// How many bytes the words hold.
    pub(super) const LENGTH: usize = size_of::<Block>();

    /// The key of any text.
    pub(super) const fn of(text: &[u8]) -> Self {
        let key = Self::of_words(words(text, 0));
        if text.len() < Self::LENGTH {
            return key;
        }
        key.with_tail(words(text, text.len() - Self::LENGTH), text.len())
    }

    /// The same as [`Key::of`], faster and not for constants.
    #[inline]
    pub(super) fn of_text(text: &[u8]) -> Self {
        let words = scan::words(text, 0);
        if text.len() < Self::LENGTH {
            return Self::of_words(words);
        }
        let tail = scan::words(text, text.len() - Self::LENGTH);
        Self::of_words(words).with_tail(tail, text.len())
    }

    /// The key of a text of this length, which is at least that of a block, by its first words and its
    /// last ones.
    #[inline]
    pub(super) fn of_ends(first: Words, last: Words, length: usize) -> Self {
        Self::of_words(first).with_tail(last, length)
    }

    /// The key of the text that is the first `length` bytes of a block, at most fifteen.
    #[inline]
    pub(super) fn of_start([low, high]: Words, length: usize) -> Self {
        const KEPT: [Words; 16] = {
            let mut kept = [[0; 2]; 16];
            let mut length = 1;
            while length < 16 {
                kept[length] = words(&[0xff; 15], 15 - length);
                length += 1;
            }
            kept
        };
        let [keep_low, keep_high] = KEPT[length % 16];
        Self::of_words([low & keep_low, high & keep_high])
    }

    #[inline]
    const fn of_words([low, high]: Words) -> Self {
        Self {
            words: [low, high],
            tail: [0; 2],
            hash: (low ^ high.rotate_left(29)).wrapping_mul(FACTOR),
        }
    }

    #[inline]
    const fn with_tail(self, tail: Words, length: usize) -> Self {
        let more = tail[0].rotate_left(17) ^ tail[1] ^ length as u64;
        Self {
            tail,
            hash: (self.hash.rotate_left(32) ^ more).wrapping_mul(FACTOR),
            ..self
        }
    }

    /// The same for a text that only a string with escapes means: it begins like no text that has
    /// none.
    pub(super) const fn of_escaped(self) -> Self {
        let words = [u64::MAX; 2];
        Self { words, ..self }
    }

    /// The hash, whose high bits depend on more of the text than the low ones. It is the same in
    /// every run, so whoever writes documents can make it the same for many texts: nothing may take
    /// longer for that.
    #[inline]
    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Whether the texts begin with the same words. If one of them is shorter than those and holds
    /// no character that needs an escape, they are the same.
    #[inline]
    pub(super) fn begins_like(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

/// Sixteen bytes from `at` on, zeros behind the end.
const fn words(text: &[u8], at: usize) -> Words {
    let mut words = [0; 2];
    let mut index = 0;
    while index < Key::LENGTH && at + index < text.len() {
        words[index / 8] |= (text[at + index] as u64) << (index % 8 * 8);
        index += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Key, scan};

    #[test]
    fn words_and_their_text_have_the_same_key() {
        let block = *b"abcdefghijklmnop";
        for length in 0..16 {
            let key = Key::of(&block[..length]);
            assert_eq!(Key::of_start(scan::words(&block, 0), length), key);
        }
        let text = [b'a'; 70];
        for length in 0..=70 {
            assert_eq!(Key::of_text(&text[..length]), Key::of(&text[..length]));
        }
    }

    #[test]
    fn both_ends_of_a_text_count() {
        let [one, other] = [Key::of(b"abcdefghijklmnop1"), Key::of(b"abcdefghijklmnop2")];
        assert_ne!(one, other);
        assert_ne!(one.hash(), other.hash());
        assert!(one.begins_like(&other));
    }
}
