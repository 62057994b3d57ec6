//! Scanning eight bytes at a time, in safe code: a word of the text is tested as a whole and the
//! place of the first hit falls out of the word (Mycroft's test for a zero byte).

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The word at `at`, first byte lowest; `None` within the last seven bytes.
#[inline]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let chunk = bytes.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*chunk))
}

/// Marks the bytes below `limit`. Above the lowest mark, marks may be false.
#[inline]
const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & HIGHS
}

/// Marks the bytes equal to `byte`. Above the lowest mark, marks may be false.
#[inline]
const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * byte as u64), 1)
}

/// Where the first byte from `at` on is that a JSON string can't hold as it is: a quote, a
/// backslash or a control character; the end of the text when there is none.
#[inline]
pub(super) fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let marks = equal(word, b'"') | equal(word, b'\\') | below(word, 0x20);
        if marks != 0 {
            return at + (marks.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' || byte == b'\\' || byte < 0x20 {
            break;
        }
        at += 1;
    }
    at
}

/// Whether two short texts are the same; without the call that comparing them in general costs.
#[inline]
pub(crate) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let ((words, rest), (other_words, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let differ = |(word, other): (&[u8; 8], &[u8; 8])| {
        u64::from_le_bytes(*word) != u64::from_le_bytes(*other)
    };
    !words.iter().zip(other_words).any(differ)
        && rest
            .iter()
            .zip(other_rest)
            .all(|(byte, other)| byte == other)
}

/// Where the first byte from `at` on is that is not white space.
#[inline]
pub(super) fn skip_whitespace(bytes: &[u8], mut at: usize) -> usize {
    // Indentation is a line break and a run of spaces.
    while let Some(word) = word(bytes, at) {
        let others = word ^ (ONES * b' ' as u64);
        if others == 0 {
            at += 8;
            continue;
        }
        let skipped = others.trailing_zeros() / 8;
        at += skipped as usize;
        match (others >> (8 * skipped)) as u8 ^ b' ' {
            b'\n' | b'\r' | b'\t' => at += 1,
            _ => return at,
        }
    }
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Where the first byte from `at` on is that is no decimal digit.
#[inline]
pub(super) fn skip_digits(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_judged_as_one_by_one() {
        for byte in 0..=255u8 {
            for place in 0..20 {
                for fill in [b'a', 0x7f, 0x80, 0xff, 0x21, 0x23] {
                    let mut text = [fill; 24];
                    text[place] = byte;
                    let special = byte == b'"' || byte == b'\\' || byte < 0x20;
                    let expected = if special { place } else { 24 };
                    assert_eq!(string_end(&text, 0), expected, "byte {byte} at {place}");
                }
            }
        }
    }

    #[test]
    fn white_space_ends_at_the_first_other_byte() {
        let text = b" \t\r\n                   \x0b x";
        assert_eq!(skip_whitespace(text, 0), 23);
        assert_eq!(skip_whitespace(b"    ", 1), 4);
    }
}
