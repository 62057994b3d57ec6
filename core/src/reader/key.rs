//! Short texts as words, so that they are compared without a call and found by hash. The same key
//! comes out at compile time, for the names of a schema, and at run time, for those of a document.

use super::scan::{self, TwoBlocks};

/// The first bytes of a text, filled up with zeros, and a hash of all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    words: Words,
    hash: u64,
}

/// Two blocks as numbers.
type Words = [u64; Key::LENGTH / 8];

impl Key {
    /// An odd number without a pattern: the first digits of the fraction of a square root.
    pub(super) const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

    /// How many bytes the words hold.
    pub(super) const LENGTH: usize = size_of::<TwoBlocks>();

    /// The key of no text.
    pub(super) const NONE: Self = Self {
        words: [0; 4],
        hash: 0,
    };

    /// The key of any text.
    pub(super) const fn of(text: &[u8]) -> Self {
        let key = Self::of_words(words(text, 0));
        if text.len() < Self::LENGTH {
            return key;
        }
        key.with_tail(&words(text, text.len() - Self::LENGTH), text.len())
    }

    /// The same as [`Key::of`], faster and not for constants.
    pub(super) fn of_text(text: &[u8]) -> Self {
        let [Some(first), Some(last)] = [text.first_chunk(), text.last_chunk()] else {
            return Self::of_words(kept(&scan::last_piece(text, 0), Self::LENGTH - 1));
        };
        let [first, last] = [first, last].map(|ends| kept(ends, Self::LENGTH));
        Self::of_words(first).with_tail(&last, text.len())
    }

    /// The hash of the key of a text that is at least as long as two blocks.
    #[inline]
    pub(super) fn hash_of_long(text: &[u8]) -> Option<u64> {
        let [first, last] = [text.first_chunk(), text.last_chunk()];
        let [first, last] = [first?, last?].map(|blocks: &TwoBlocks| {
            let (words, _) = blocks.as_chunks();
            std::array::from_fn(|index| u64::from_le_bytes(words[index]))
        });
        Some(Self::of_words(first).with_tail(&last, text.len()).hash)
    }

    /// The key of the text that is the first `length` bytes of two blocks, which are more.
    #[inline]
    pub(super) fn of_start(blocks: &TwoBlocks, length: usize) -> Self {
        Self::of_words(kept(blocks, length))
    }

    #[inline]
    const fn of_words(words: Words) -> Self {
        let [low, high] = [
            words[0] ^ words[2].rotate_left(23),
            words[1] ^ words[3].rotate_left(23),
        ];
        Self {
            words,
            hash: (low ^ high.rotate_left(29)).wrapping_mul(Self::FACTOR),
        }
    }

    const fn with_tail(self, tail: &Words, length: usize) -> Self {
        let tail =
            tail[0] ^ tail[1].rotate_left(13) ^ tail[2].rotate_left(27) ^ tail[3].rotate_left(41);
        Self {
            hash: (self.hash.rotate_left(32) ^ tail ^ length as u64).wrapping_mul(Self::FACTOR),
            ..self
        }
    }

    /// The key of a text that may need escapes in a document: then it begins like no text that has
    /// none.
    pub(super) const fn of_name(text: &[u8]) -> Self {
        let key = Self::of(text);
        if !needs_escape(text) {
            return key;
        }
        let words = [u64::MAX; 4];
        Self { words, ..key }
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
        // One by one: compared as one they would go through memory, and be waited for.
        let differ = |index: usize| self.words[index] ^ other.words[index];
        differ(0) | differ(1) | differ(2) | differ(3) == 0
    }
}

/// Whether a JSON string can't hold all characters of the text as they are.
pub(super) const fn needs_escape(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] < 0x20 || text[at] == b'"' || text[at] == b'\\' {
            return true;
        }
        at += 1;
    }
    false
}

/// As many bytes from `at` on as words hold, zeros behind the end.
const fn words(text: &[u8], at: usize) -> Words {
    let mut words = [0; 4];
    let mut index = 0;
    while index < Key::LENGTH && at + index < text.len() {
        words[index / 8] |= (text[at + index] as u64) << (index % 8 * 8);
        index += 1;
    }
    words
}

/// The first `length` bytes of two blocks, zeros behind them.
#[inline]
fn kept(blocks: &TwoBlocks, length: usize) -> Words {
    const KEPT: [Words; Key::LENGTH + 1] = {
        let mut kept = [[0; 4]; Key::LENGTH + 1];
        let mut length = 1;
        while length <= Key::LENGTH {
            kept[length] = words(&[0xff; Key::LENGTH], Key::LENGTH - length);
            length += 1;
        }
        kept
    };
    let kept = &KEPT[length.min(Key::LENGTH)];
    let (blocks, _) = blocks.as_chunks();
    std::array::from_fn(|index| u64::from_le_bytes(blocks[index]) & kept[index])
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_text_has_one_key_however_it_is_made() {
        let text: Vec<u8> = (b'a'..=b'z').cycle().take(80).collect();
        for length in 0..=80 {
            let key = Key::of(&text[..length]);
            assert_eq!(Key::of_text(&text[..length]), key, "{length}");
            let long = (length >= Key::LENGTH).then_some(key.hash());
            assert_eq!(Key::hash_of_long(&text[..length]), long, "{length}");
            if length < Key::LENGTH {
                assert_eq!(Key::of_start(text.first_chunk().unwrap(), length), key);
            }
        }
    }

    #[test]
    fn both_ends_of_a_text_count() {
        let text = "a text that is longer than two blocks are";
        let [one, other] =
            [format!("{text}1"), format!("{text}2")].map(|text| Key::of(text.as_bytes()));
        assert_ne!(one.hash(), other.hash());
        assert!(one.begins_like(&other));
    }
}
