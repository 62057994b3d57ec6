//! What linear-time engines read instead of characters: their kinds. An ASCII character is its own
//! kind; those beyond it are of one kind where no class of the pattern tells them apart. So an engine
//! needs no tables of letters and no sequences of UTF-8, which the compiler of the schema knew.

use std::borrow::Cow;

/// The first kind of characters beyond ASCII, and as a byte the first of those that spell one.
const BEYOND: u16 = 0x80;
/// So many values a byte has that begins such a kind or ends it.
const VALUES: u16 = 0x80;

/// So many kinds can be told apart.
pub const KINDS: u16 = BEYOND + VALUES * VALUES;

/// The bytes that a kind beyond ASCII is written as.
pub(super) fn spelled(kind: u16) -> [u8; 2] {
    let [first, second] = [(kind - BEYOND) / VALUES, (kind - BEYOND) % VALUES];
    [first, second].map(|value| u8::try_from(BEYOND + value).unwrap_or(u8::MAX))
}

/// The bytes that a character of a kind is written as.
pub fn spelling(kind: u16) -> impl Iterator<Item = u8> {
    let ascii = u8::try_from(kind).ok().filter(u8::is_ascii);
    let beyond = ascii.is_none().then(|| spelled(kind));
    ascii.into_iter().chain(beyond.into_iter().flatten())
}

/// The kinds of the characters beyond ASCII.
#[derive(Debug)]
pub(super) struct Alphabet {
    /// The first character of each range, in order, and the kind of all in it.
    ranges: Vec<(u32, u16)>,
}

impl Alphabet {
    /// Reads how many characters one after another are of a kind, and of which, both hexadecimal:
    /// `2a 1.81 a` are 42 of kind 80, which goes without saying, one of kind 81 and ten of kind 80.
    /// Those behind are all of kind 80.
    pub(super) fn read(written: &str) -> Self {
        let mut ranges = Vec::new();
        let mut first = u32::from(BEYOND);
        for word in written.split_ascii_whitespace() {
            let (count, kind) = word.split_once('.').unwrap_or((word, ""));
            ranges.push((first, u16::from_str_radix(kind, 16).unwrap_or(BEYOND)));
            first = first.saturating_add(u32::from_str_radix(count, 16).unwrap_or_default());
        }
        ranges.push((first, BEYOND));
        Self { ranges }
    }

    /// A text as the kinds of its characters.
    pub(super) fn kinds<'t>(&self, text: &'t str) -> Cow<'t, [u8]> {
        if text.is_ascii() {
            return text.as_bytes().into();
        }
        let mut kinds = Vec::with_capacity(text.len());
        for character in text.chars() {
            match u8::try_from(character) {
                Ok(byte) if byte.is_ascii() => kinds.push(byte),
                _ => kinds.extend(spelled(self.kind(character))),
            }
        }
        kinds.into()
    }

    /// The kind of a character beyond ASCII.
    fn kind(&self, character: char) -> u16 {
        let behind = |range: &(u32, u16)| range.0 <= u32::from(character);
        let at = self.ranges.partition_point(behind);
        self.ranges[..at].last().map_or(BEYOND, |range| range.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_written_as_their_kinds() {
        let alphabet = Alphabet::read("2a 1.81 a 1.102 1.3fff");
        assert_eq!(alphabet.kinds("a\u{7f}"), &b"a\x7f"[..]);
        let kinds = |text: &str| alphabet.kinds(text).into_owned();
        assert_eq!(kinds("\u{80}\u{a9}"), [0x80, 0x80, 0x80, 0x80]);
        assert_eq!(kinds("a\u{aa}\u{ab}"), [b'a', 0x80, 0x81, 0x80, 0x80]);
        assert_eq!(kinds("\u{b5}"), [0x81, 0x82]);
        assert_eq!(kinds("\u{b6}\u{b7}"), [0xfe, 0xff, 0x80, 0x80]);
        assert_eq!(kinds("\u{10ffff}"), [0x80, 0x80]);
        assert_eq!(Alphabet::read("").kinds("\u{80}"), &[0x80, 0x80][..]);
    }

    #[test]
    fn kinds_are_written_as_different_bytes() {
        let spelled = |kind| spelling(kind).collect::<Vec<u8>>();
        assert_eq!(spelled(u16::from(b'a')), b"a");
        assert_eq!(spelled(KINDS - 1), [0xff, 0xff]);
        let all: std::collections::BTreeSet<_> = (0..KINDS).map(spelled).collect();
        assert_eq!(all.len(), usize::from(KINDS));
    }
}
