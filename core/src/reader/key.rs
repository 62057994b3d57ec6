//! Short texts as words, so that they are compared without a call and found by hash. The same key
//! comes out at compile time, for the names of a schema, and at run time, for those of a document.

use super::scan::{self, Block, TwoBlocks};

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
        let key = Self::of_words(words(text));
        if text.len() < Self::LENGTH {
            return key;
        }
        key.with_tail(
            &words(text.split_at(text.len() - Self::LENGTH).1),
            text.len(),
        )
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
            words[0] ^ rotated(words[2], 23),
            words[1] ^ rotated(words[3], 23),
        ];
        Self {
            words,
            hash: (low ^ rotated(high, 29)).wrapping_mul(Self::FACTOR),
        }
    }

    const fn with_tail(self, tail: &Words, length: usize) -> Self {
        let tail = tail[0] ^ rotated(tail[1], 13) ^ rotated(tail[2], 27) ^ rotated(tail[3], 41);
        Self {
            hash: (rotated(self.hash, 32) ^ tail ^ length as u64).wrapping_mul(Self::FACTOR),
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
        let words = [Self::ESCAPED; 4];
        Self { words, ..key }
    }

    /// What no text begins with.
    const ESCAPED: u64 = u64::MAX;

    /// `"text":` for a text of this length that fits with that, zeros behind it; `None` for one that may
    /// need escapes.
    pub(super) const fn quoted(&self, length: usize) -> Option<[Block; 2]> {
        const QUOTE: u128 = b'"' as u128;
        const END: u128 = u16::from_le_bytes(*b"\":") as u128;
        let [first, second, third, fourth] = self.words;
        if first == Self::ESCAPED {
            return None;
        }
        let low = first as u128 | (second as u128) << 64;
        let high = third as u128 | (fourth as u128) << 64;
        let (mut one, mut two) = (low << 8 | QUOTE, high << 8 | low >> 120);
        match length + 1 {
            at @ ..15 => one |= END << (8 * at),
            15 => {
                one |= END << 120;
                two |= END >> 8;
            }
            at => two |= END << (8 * (at - 16)),
        }
        Some([one.to_le_bytes(), two.to_le_bytes()])
    }

    /// The hash, whose high bits depend on more of the text than the low ones. It is the same in
    /// every run, so whoever writes documents can make it the same for many texts: nothing may take
    /// longer for that.
    #[inline]
    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Whether the text begins with these bytes, if it has as many.
    #[inline]
    pub(super) fn begins_with(&self, blocks: &TwoBlocks) -> bool {
        let (words, _) = blocks.as_chunks();
        let differ = |index: usize| self.words[index] ^ u64::from_le_bytes(words[index]);
        differ(0) | differ(1) | differ(2) | differ(3) == 0
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

// The compiler goes through what follows for each name and each string of a schema, step by step, and a
// call takes it as long as some steps: so eight bytes are one step, and there are few calls.

/// Whether a JSON string can't hold all characters of the text as they are.
pub(super) const fn needs_escape(text: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 0xff;
    let (mut rest, mut found) = (text, 0);
    while let [a, b, c, d, e, f, g, h, behind @ ..] = rest {
        let word = word([*a, *b, *c, *d, *e, *f, *g, *h]);
        let (quotes, slashes) = (word ^ (ONES * 0x22), word ^ (ONES * 0x5c));
        found |= word.wrapping_sub(ONES * 0x20) & !word;
        found |= quotes.wrapping_sub(ONES) & !quotes;
        found |= slashes.wrapping_sub(ONES) & !slashes;
        rest = behind;
    }
    while let [byte, behind @ ..] = rest {
        if *byte < b' ' || *byte == b'"' || *byte == b'\\' {
            return true;
        }
        rest = behind;
    }
    found & (ONES << 7) != 0
}

/// The first bytes of a text, zeros behind its end.
const fn words(text: &[u8]) -> Words {
    let (first, rest) = next_word(text);
    let (second, rest) = next_word(rest);
    let (third, rest) = next_word(rest);
    let (fourth, _) = next_word(rest);
    [first, second, third, fourth]
}

/// The next eight bytes, zeros behind the end, and what follows.
const fn next_word(text: &[u8]) -> (u64, &[u8]) {
    if let [a, b, c, d, e, f, g, h, rest @ ..] = text {
        return (word([*a, *b, *c, *d, *e, *f, *g, *h]), rest);
    }
    let (mut word, mut rest) = (0, text);
    while let [before @ .., byte] = rest {
        word = word << 8 | *byte as u64;
        rest = before;
    }
    (word, rest)
}

#[expect(
    clippy::many_single_char_names,
    reason = "they are bytes in their order"
)]
const fn word([a, b, c, d, e, f, g, h]: [u8; 8]) -> u64 {
    let low = (a as u64) | (b as u64) << 8 | (c as u64) << 16 | (d as u64) << 24;
    let high = (e as u64) | (f as u64) << 8 | (g as u64) << 16 | (h as u64) << 24;
    low | high << 32
}

#[expect(
    clippy::manual_rotate,
    reason = "that is calls within calls for the compiler"
)]
#[inline]
const fn rotated(word: u64, by: u32) -> u64 {
    word << by | word >> (64 - by)
}

/// The first `length` bytes of two blocks, zeros behind them.
#[inline]
fn kept(blocks: &TwoBlocks, length: usize) -> Words {
    const KEPT: [Words; Key::LENGTH + 1] = {
        let mut kept = [[0; 4]; Key::LENGTH + 1];
        let mut length = 1;
        while length <= Key::LENGTH {
            kept[length] = words([0xff; Key::LENGTH].split_at(length).0);
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
    use super::{Key, needs_escape};

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

    #[test]
    fn what_needs_an_escape_is_found_wherever_it_stands() {
        for length in 0..=20 {
            let text = vec![0xc3; length];
            assert!(!needs_escape(&text), "{length}");
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut text = text.clone();
                    text[at] = byte;
                    let needs = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(needs_escape(&text), needs, "{byte} at {at} of {length}");
                }
            }
        }
    }
}
