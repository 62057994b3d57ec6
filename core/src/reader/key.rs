//! Short texts as words, so that they are compared without a call and found by hash. The same key
//! comes out at compile time, for the names of a schema, and at run time, for those of a document.

use super::scan::{Block, filled_block};

/// The first sixteen bytes of a text, filled up with zeros, and a hash of all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    words: [u64; 2],
    hash: u64,
}

/// An odd number without a pattern: the first digits of the fraction of a square root.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Key {
    /// The longest text that the words hold as a whole.
    pub(super) const LONGEST: usize = size_of::<Block>();

    /// The key of any text.
    pub(super) const fn of(text: &[u8]) -> Self {
        let mut key = Self::of_words(words(text, 0));
        let mut at = Self::LONGEST;
        while at < text.len() {
            key = key.and(words(text, at));
            at += Self::LONGEST;
        }
        key
    }

    /// The same as [`Key::of`], faster and not for constants.
    pub(super) fn of_text(text: &[u8]) -> Self {
        let mut key = Self::of_words(halves(&filled_block(text, 0)));
        let mut at = Self::LONGEST;
        while at < text.len() {
            key = key.and(halves(&filled_block(text, at)));
            at += Self::LONGEST;
        }
        key
    }

    /// The key of the text that is the first `length` bytes of a block, at most fifteen.
    #[inline]
    pub(super) fn of_block(block: &Block, length: usize) -> Self {
        const KEPT: [[u64; 2]; 16] = {
            let mut kept = [[0; 2]; 16];
            let mut length = 1;
            while length < 16 {
                kept[length] = words(&[0xff; 15], 15 - length);
                length += 1;
            }
            kept
        };
        let ([low, high], [keep_low, keep_high]) = (halves(block), KEPT[length % 16]);
        Self::of_words([low & keep_low, high & keep_high])
    }

    #[inline]
    const fn of_words([low, high]: [u64; 2]) -> Self {
        let hash = (low ^ high.rotate_left(29)).wrapping_mul(FACTOR);
        let words = [low, high];
        Self { words, hash }
    }

    /// The key of a text that goes on with these words.
    const fn and(self, [low, high]: [u64; 2]) -> Self {
        let Self { words, hash } = self;
        let hash = (hash ^ low).wrapping_mul(FACTOR).rotate_left(31) ^ high;
        let hash = hash.wrapping_mul(FACTOR);
        Self { words, hash }
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
const fn words(text: &[u8], at: usize) -> [u64; 2] {
    let mut words = [0; 2];
    let mut index = 0;
    while index < Key::LONGEST && at + index < text.len() {
        words[index / 8] |= (text[at + index] as u64) << (index % 8 * 8);
        index += 1;
    }
    words
}

/// Both words of a block.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves are wanted")]
fn halves(block: &Block) -> [u64; 2] {
    let whole = u128::from_le_bytes(*block);
    [whole as u64, (whole >> 64) as u64]
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_block_and_its_text_have_the_same_key() {
        let block = *b"abcdefghijklmnop";
        for length in 0..16 {
            let key = Key::of(&block[..length]);
            assert_eq!(Key::of_block(&block, length), key);
        }
        let text = [b'a'; 70];
        for length in 0..=70 {
            assert_eq!(Key::of_text(&text[..length]), Key::of(&text[..length]));
        }
    }

    #[test]
    fn what_is_behind_the_words_counts_too() {
        let [one, other] = [Key::of(b"abcdefghijklmnop1"), Key::of(b"abcdefghijklmnop2")];
        assert_ne!(one.hash(), other.hash());
        assert!(one.begins_like(&other));
    }
}
