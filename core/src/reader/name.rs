//! Names of members, prepared at compile time so that the one that is expected next is compared
//! with the text before anything else is done, a word at a time.

/// The longest prepared text: a name, its quotes and the colon. Longer names are found by look-up.
const LONGEST: usize = 32;

/// The name of a member that a schema knows.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    text: &'static str,
    /// `"name":` in words, the first byte lowest, and which of their bits count.
    words: [u64; LONGEST / 8],
    masks: [u64; LONGEST / 8],
    /// How long that is; 0 where it is too long to be prepared, or written with escapes.
    length: usize,
}

impl Name {
    /// Prepares a name.
    pub const fn new(text: &'static str) -> Self {
        let mut name = Self {
            text,
            words: [0; LONGEST / 8],
            masks: [0; LONGEST / 8],
            length: 0,
        };
        let bytes = text.as_bytes();
        if bytes.len() + 3 > LONGEST || needs_escape(bytes) {
            return name;
        }
        name.length = bytes.len() + 3;
        let mut at = 0;
        while at < name.length {
            let byte = match at {
                0 => b'"',
                _ if at <= bytes.len() => bytes[at - 1],
                _ if at == bytes.len() + 1 => b'"',
                _ => b':',
            };
            let shift = at % 8 * 8;
            name.words[at / 8] |= (byte as u64) << shift;
            name.masks[at / 8] |= 0xff << shift;
            at += 1;
        }
        name
    }

    /// The name itself.
    #[inline]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// How long `"name":` is, if it stands at the beginning of `bytes`. `None` also for what only
    /// a closer look can tell: a space before the colon, an escape in the name, the end of the
    /// document.
    #[inline]
    pub(super) fn length_at(&self, bytes: &[u8]) -> Option<usize> {
        if self.length > 16 {
            return self.long_length_at(bytes);
        }
        let words = bytes.first_chunk::<16>()?.as_chunks::<8>().0;
        let mut difference = 0;
        for (word, (expected, mask)) in words.iter().zip(self.words.iter().zip(&self.masks)) {
            difference |= (u64::from_le_bytes(*word) & mask) ^ expected;
        }
        (difference == 0 && self.length != 0).then_some(self.length)
    }

    fn long_length_at(&self, bytes: &[u8]) -> Option<usize> {
        let words = bytes.first_chunk::<LONGEST>()?.as_chunks::<8>().0;
        let mut difference = 0;
        for (word, (expected, mask)) in words.iter().zip(self.words.iter().zip(&self.masks)) {
            difference |= (u64::from_le_bytes(*word) & mask) ^ expected;
        }
        (difference == 0).then_some(self.length)
    }
}

const fn needs_escape(bytes: &[u8]) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] < 0x20 || bytes[at] == b'"' || bytes[at] == b'\\' {
            return true;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[track_caller]
    fn check(name: &'static str, text: &str, expected: Option<usize>) {
        let text = format!("{text}{}", " ".repeat(32));
        assert_eq!(
            Name::new(name).length_at(text.as_bytes()),
            expected,
            "{name:?} at {text:?}"
        );
    }

    #[test]
    fn a_name_is_found_with_its_quotes_and_its_colon() {
        check("id", "\"id\":1", Some(5));
        check("", "\"\":1", Some(3));
        check("id", "\"id\" :1", None);
        check("id", "\"ids\":1", None);
        check("id", "\"i\":1", None);
        check("é", "\"é\":1", Some(5));
        let long: &'static str = "a23456789012345678901234567890";
        check(&long[..29], &format!("\"{}\":", &long[..29]), Some(32));
        check(long, &format!("\"{long}\":"), None);
        check("a\"", "\"a\\\"\":", None);
        assert_eq!(Name::new("id").length_at(b"\"id\":1}"), None);
    }
}
