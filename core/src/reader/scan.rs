//! Scanning many bytes at a time: a block of the text is tested as a whole, and the place of the
//! first hit falls out of the test.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Whether a JSON string can't hold the byte as it is: a quote, a backslash, a control character.
#[inline]
const fn ends_run(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// A bit for each byte that [`ends_run`], that of the first byte lowest.
#[cfg(target_arch = "x86_64")]
#[inline]
#[expect(
    unsafe_code,
    reason = "intrinsics of SSE2; without them reading req-pay takes a tenth longer \
              (`cargo run --release -p tollgate-benches`)"
)]
fn run_ends(block: &[u8; 16]) -> u32 {
    use std::arch::x86_64::{
        _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };
    // SAFETY: every x86_64 processor has SSE2, and the 16 bytes are there to be read.
    unsafe {
        let block = _mm_loadu_si128(block.as_ptr().cast());
        let quote = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x22));
        let backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x5c));
        let control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
        let ends = _mm_or_si128(_mm_or_si128(quote, backslash), control);
        _mm_movemask_epi8(ends).cast_unsigned()
    }
}

#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn run_ends(block: &[u8; 16]) -> u32 {
    portable_run_ends(block)
}

/// The same everywhere, a word at a time (Mycroft's test for a zero byte). Only the lowest bit is
/// exact: above it, bits may be set that should not be.
#[cfg_attr(
    all(target_arch = "x86_64", not(test)),
    expect(dead_code, reason = "for other processors")
)]
fn portable_run_ends(block: &[u8; 16]) -> u32 {
    const fn below(word: u64, limit: u8) -> u64 {
        word.wrapping_sub(ONES * limit as u64) & !word & HIGHS
    }
    let mut bits = 0;
    for (index, half) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*half);
        let quote = below(word ^ (ONES * u64::from(b'"')), 1);
        let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
        let marks = (quote | backslash | below(word, 0x20)) >> 7;
        // Gathers the lowest bit of each byte in the highest byte.
        let gathered = marks.wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits |= (gathered as u32) << (8 * index);
    }
    bits
}

/// Where the first byte from `at` on is that a JSON string can't hold as it is; the end of the text
/// when there is none.
#[inline]
pub(super) fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>()) {
        let ends = run_ends(block);
        if ends != 0 {
            return at + ends.trailing_zeros() as usize;
        }
        at += 16;
    }
    while let Some(&byte) = bytes.get(at) {
        if ends_run(byte) {
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

/// Whether the byte is one of the four that JSON knows as white space.
#[inline]
pub(super) const fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// A bit for each byte that is a space, that of the first byte lowest.
#[cfg(target_arch = "x86_64")]
#[inline]
#[expect(
    unsafe_code,
    reason = "as above: indented documents take a tenth longer without it"
)]
fn spaces(block: &[u8; 16]) -> u32 {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_set1_epi8};
    // SAFETY: every x86_64 processor has SSE2, and the 16 bytes are there to be read.
    unsafe {
        let block = _mm_loadu_si128(block.as_ptr().cast());
        _mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8(0x20))).cast_unsigned()
    }
}

#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn spaces(block: &[u8; 16]) -> u32 {
    portable_spaces(block)
}

/// The same everywhere.
#[cfg_attr(
    all(target_arch = "x86_64", not(test)),
    expect(dead_code, reason = "for other processors")
)]
fn portable_spaces(block: &[u8; 16]) -> u32 {
    let bit = |(index, &byte): (usize, &u8)| u32::from(byte == b' ') << index;
    block.iter().enumerate().map(bit).sum()
}

/// Where the first byte from `at` on is that is not white space.
#[inline]
pub(super) fn skip_whitespace(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|&byte| is_whitespace(byte)) {
        at += 1;
        // Indentation is a line break and a run of spaces.
        while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>()) {
            let run = spaces(block).trailing_ones() as usize;
            at += run;
            if run < 16 {
                break;
            }
        }
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
            for place in 0..40 {
                for fill in [b'a', 0x7f, 0x80, 0xff, 0x21, 0x23] {
                    let mut text = [fill; 44];
                    text[place] = byte;
                    let expected = if ends_run(byte) { place } else { 44 };
                    assert_eq!(string_end(&text, 0), expected, "byte {byte} at {place}");
                }
            }
        }
    }

    #[test]
    fn both_ways_to_scan_a_block_find_the_same_first_byte() {
        for byte in 0..=255u8 {
            for place in 0..16 {
                for fill in [b'a', 0x7f, 0x80, 0xff, 0x21, 0x23, b'"', 0x1f] {
                    let mut block = [fill; 16];
                    block[place] = byte;
                    let first = run_ends(&block).trailing_zeros();
                    let portable = portable_run_ends(&block).trailing_zeros();
                    assert_eq!(first, portable, "byte {byte} at {place} among {fill}");
                }
            }
        }
    }

    #[test]
    fn both_ways_to_count_spaces_agree() {
        for spaces in 0..=16 {
            for next in [b'\t', b'\n', b'!', b'"', 0, 0x60, 0xa0] {
                let mut block = [next; 16];
                block[..spaces].fill(b' ');
                assert_eq!(super::spaces(&block), (1 << spaces) - 1);
                assert_eq!(portable_spaces(&block), (1 << spaces) - 1);
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
