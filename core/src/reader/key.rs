//! Short texts as words, so that they are compared without a call and found by hash. The same key
//! comes out at compile time, for the names of a schema, and at run time, for those of a document.

use super::scan::{Block, filled_block};

/// The first sixteen bytes of a text, filled up with zeros, its length, and a hash of all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    words: [u64; 2],
    length: usize,
    hash: u64,
}

/// Odd numbers without a pattern: the first digits of the fractions of two square roots.
const MIXED_IN: [u64; 2] = [0x6a09_e667_f3bc_c909, 0xbb67_ae85_84ca_a73b];

impl Key {
    /// The longest text that the words hold as a whole.
    pub(super) const LONGEST: usize = size_of::<Block>();

    /// The key of the text without characters.
    pub(super) const EMPTY: Self = Self::of(b"");

    /// The key of any text.
    pub(super) const fn of(text: &[u8]) -> Self {
        let mut key = Self::of_words(words(text, 0), text.len());
        let mut at = Self::LONGEST;
        while at < text.len() {
            let [low, high] = words(text, at);
            key.hash = fold(key.hash ^ low, high ^ MIXED_IN[1]);
            at += Self::LONGEST;
        }
        key
    }

    /// The same as [`Key::of`], faster and not for constants.
    pub(super) fn of_text(text: &[u8]) -> Self {
        let first = filled_block(text, 0);
        let mut key = Self::of_words(halves(u128::from_le_bytes(first)), text.len());
        let mut at = Self::LONGEST;
        while at < text.len() {
            let [low, high] = halves(u128::from_le_bytes(filled_block(text, at)));
            key.hash = fold(key.hash ^ low, high ^ MIXED_IN[1]);
            at += Self::LONGEST;
        }
        key
    }

    /// The key of the text that is the first `length` bytes of a block.
    #[inline]
    pub(super) fn of_block(block: &Block, length: usize) -> Self {
        let all = u128::from_le_bytes(*block);
        let text = match length {
            Self::LONGEST.. => all,
            _ => all & ((1 << (length * 8)) - 1),
        };
        Self::of_words(halves(text), length)
    }

    #[inline]
    const fn of_words(words: [u64; 2], length: usize) -> Self {
        let [low, high] = words;
        Self {
            words,
            length,
            hash: fold(low ^ MIXED_IN[0], high ^ MIXED_IN[1] ^ length as u64),
        }
    }

    /// The hash. It is the same in every run, so whoever writes documents can make it the same for
    /// many texts: nothing may take longer for that.
    #[inline]
    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// How long the text is.
    #[inline]
    pub(super) const fn length(&self) -> usize {
        self.length
    }

    /// Whether the text is short, and the other one the same.
    #[inline]
    pub(super) fn is_same_short(&self, other: &Self) -> bool {
        self.words == other.words && self.length == other.length && self.length <= Self::LONGEST
    }
}

/// Sixteen bytes from `at` on, zeros behind the end.
const fn words(text: &[u8], at: usize) -> [u64; 2] {
    let mut words = [0; 2];
    let mut index = 0;
    while index < Key::LONGEST && at + index < text.len() {
        words[index / 8] |= (text[at + index] as u64) << (index % 8 * 8);
        index += 1;
    }
    words
}

/// Both halves of the product, one upon the other.
#[inline]
const fn fold(one: u64, other: u64) -> u64 {
    let [low, high] = halves(one as u128 * other as u128);
    low ^ high
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves are wanted")]
const fn halves(whole: u128) -> [u64; 2] {
    [whole as u64, (whole >> 64) as u64]
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_block_and_its_text_have_the_same_key() {
        let block = *b"abcdefghijklmnop";
        for length in 0..=16 {
            let key = Key::of(&block[..length]);
            assert_eq!(Key::of_block(&block, length), key);
            assert_eq!(key.length(), length);
            assert!(key.is_same_short(&key));
        }
        let text = [b'a'; 70];
        for length in 0..=70 {
            assert_eq!(Key::of_text(&text[..length]), Key::of(&text[..length]));
        }
    }

    #[test]
    fn zeros_behind_a_text_are_no_part_of_it() {
        let [one, other] = [Key::of(b"key"), Key::of(b"key\0")];
        assert!(!one.is_same_short(&other));
        assert_ne!(one.hash(), other.hash());
    }

    #[test]
    fn what_is_behind_the_words_counts_too() {
        let [one, other] = [Key::of(b"abcdefghijklmnop1"), Key::of(b"abcdefghijklmnop2")];
        assert_ne!(one.hash(), other.hash());
        assert!(!one.is_same_short(&one));
    }
}
