//! Scanning many bytes at a time: a block of the text is tested as a whole, and the place of the
//! first hit falls out of the test.

use super::window::WINDOW;
use std::hint::cold_path;
use std::str::{self, Utf8Error};

/// Sixteen bytes of a text, which are tested at once.
pub(crate) type Block = [u8; 16];

/// Two blocks.
pub(super) type TwoBlocks = [u8; 32];

/// The `N` bytes at `at`; `None` where less than that is left of the text.
#[expect(
    unsafe_code,
    reason = "one comparison instead of two for each name and string; with two, documents of some \
              hundred bytes took a twentieth longer"
)]
#[inline]
pub(super) fn piece<const N: usize>(bytes: &[u8], at: usize) -> Option<&[u8; N]> {
    // SAFETY: so many bytes are left behind `at`; bytes may lie anywhere, and live as long as the text.
    (at < (bytes.len() + 1).saturating_sub(N)).then(|| unsafe { &*bytes.as_ptr().add(at).cast() })
}

/// The bytes at `at`, filled up with zeros behind the end of the text. A zero ends a string and is no
/// part of anything else, so nothing that is found among filled up bytes is taken for what it is not.
///
/// Where this stands beside [`piece`], a reference leads to either: a copy of every piece would be
/// written to memory and waited for.
#[cold]
#[inline(never)]
pub(super) fn last_piece<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let mut piece = [0; N];
    let rest = bytes.get(at..).unwrap_or_default();
    let length = rest.len().min(N);
    piece[..length].copy_from_slice(&rest[..length]);
    piece
}

/// The block at `at`; `None` where less than that is left of the text.
#[inline]
pub(super) fn block(bytes: &[u8], at: usize) -> Option<&Block> {
    piece(bytes, at)
}

/// A bit for each byte of the block at `at` that a JSON string can't hold as it is, and for each place
/// behind the end of the text.
#[inline]
pub(super) fn ends(bytes: &[u8], at: usize) -> u32 {
    match block(bytes, at) {
        Some(block) => run_ends(block),
        None => last_ends(bytes, at),
    }
}

#[cold]
#[inline(never)]
fn last_ends(bytes: &[u8], at: usize) -> u32 {
    run_ends(&last_piece(bytes, at))
}

/// A bit for each byte of two blocks that a JSON string can't hold as it is.
#[inline]
pub(super) fn ends_in(blocks: &TwoBlocks) -> u32 {
    let ([one, other], _) = blocks.as_chunks() else {
        return 0;
    };
    run_ends(one) | run_ends(other) << 16
}

/// A bit for each quote in two blocks.
#[inline]
pub(super) fn quotes_in(blocks: &TwoBlocks) -> u32 {
    const QUOTES: Block = [b'"'; 16];
    let ([one, other], _) = blocks.as_chunks() else {
        return 0;
    };
    equal(one, &QUOTES) | equal(other, &QUOTES) << 16
}

/// The byte at `at`; zero behind the end of the text.
#[inline]
pub(super) fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or_default()
}

/// Room for a comma or a bracket, a line break with its indentation, a name, and what follows it.
pub(super) type Window = [u8; 1 + 32 + 32 + 1];

/// The window at `at`; `None` where less than that is left of the text.
#[inline]
pub(super) fn window(bytes: &[u8], at: usize) -> Option<&Window> {
    piece(bytes, at)
}

/// How many bytes at the beginning of a block have their bit set in `bits`.
#[inline]
pub(crate) const fn leading_run(bits: u32) -> usize {
    (!bits).trailing_zeros() as usize
}

#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "intrinsics; words instead of blocks were slower by a tenth before names and numbers \
              were read in blocks too (`cargo run --release -p tollgate-benches`)"
)]
mod simd;

#[cfg_attr(
    all(target_arch = "x86_64", not(test)),
    expect(dead_code, reason = "for other processors")
)]
mod portable;

#[cfg(not(target_arch = "x86_64"))]
use portable as simd;
pub(crate) use simd::in_ranges;
use simd::run_ends;
pub(super) use simd::{blanks, brackets_and_quotes, digits, equal, points};

/// Whether a JSON string can't hold the byte as it is: a quote, a backslash, a control character.
#[inline]
const fn ends_run(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// The document as text.
#[expect(
    unsafe_code,
    reason = "to find that all is ASCII takes half as many instructions as the test for UTF-8"
)]
#[inline]
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Utf8Error> {
    if is_ascii(bytes) {
        // SAFETY: ASCII is UTF-8.
        return Ok(unsafe { str::from_utf8_unchecked(bytes) });
    }
    str::from_utf8(bytes)
}

/// Whether all is ASCII: many bytes at a time, also at the end, where the library goes byte by byte.
#[inline]
fn is_ascii(bytes: &[u8]) -> bool {
    let (large, rest) = bytes.as_chunks::<256>();
    if !large.iter().all(is_ascii_piece) {
        return false;
    }
    let Some(last) = bytes.last_chunk::<64>() else {
        return bytes.is_ascii();
    };
    let (small, _) = rest.as_chunks::<64>();
    small.iter().all(is_ascii_piece) && is_ascii_piece(last)
}

/// One test for all bytes of a piece.
#[inline]
pub(super) fn is_ascii_piece<const N: usize>(piece: &[u8; N]) -> bool {
    let (words, _) = piece.as_chunks();
    let all = |all, word: &[u8; 8]| all | u64::from_ne_bytes(*word);
    is_ascii_word(words.iter().fold(0, all))
}

/// Whether eight bytes are ASCII.
#[inline]
pub(super) fn is_ascii_word(word: u64) -> bool {
    word & 0x8080_8080_8080_8080 == 0
}

/// Where the first byte from `at` on is that a JSON string can't hold as it is; the end of the text
/// when there is none.
#[inline]
pub(super) fn string_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        let ends = ends(bytes, at);
        if ends != 0 {
            // What fills the last block is no part of the text.
            return bytes.len().min(at + ends.trailing_zeros() as usize);
        }
        at += size_of::<Block>();
    }
}

/// The same for a string that is long already: most end in the first round of this loop, while how many
/// smaller ones it would take cannot be guessed.
#[inline]
pub(super) fn long_string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(blocks) = piece(bytes, at) {
        let ends = ends_in(blocks);
        if ends != 0 {
            return at + ends.trailing_zeros() as usize;
        }
        at += blocks.len();
    }
    string_end(bytes, at)
}

/// What the bytes at some place are the beginning of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// A short string without escapes, which ends before this place.
    Short(usize),
    /// A string that goes on behind two blocks without anything special.
    Long,
    /// Something else, white space before a string also, or a string that needs a closer look.
    Other,
}

/// What begins at `at`.
#[inline]
pub(super) fn string_start(bytes: &[u8], at: usize) -> Start {
    match piece(bytes, at) {
        Some(window) => string_start_in(window, at),
        None => last_string_start(bytes, at),
    }
}

/// The same, not made part of its callers, which know most strings by a window.
#[cold]
#[inline(never)]
pub(super) fn string_start_near_end(bytes: &[u8], at: usize) -> Start {
    string_start(bytes, at)
}

/// What begins with these bytes, which stand at `at`.
#[inline]
pub(super) fn string_start_in(window: &[u8; 34], at: usize) -> Start {
    let Some((blocks, _)) = window[1..].split_first_chunk() else {
        return Start::Other;
    };
    // How long strings are cannot be guessed, so both blocks are looked at, whether or not it takes
    // both.
    let ends = ends_in(blocks);
    if window[0] != b'"' {
        return Start::Other;
    }
    if ends == 0 {
        return Start::Long;
    }
    let length = ends.trailing_zeros() as usize;
    if window.get(1 + length) == Some(&b'"') {
        return Start::Short(at + length + 2);
    }
    cold_path(); // so that no number is computed that tells one way from the other
    Start::Other
}

/// Where the string ends that begins with these bytes, which stand at `at`, where it ends with the last few
/// of them: as most identifiers do that are longer than two blocks.
#[inline]
pub(super) fn string_end_in_last(window: &[u8; WINDOW], at: usize) -> Option<usize> {
    let last: &Block = window.last_chunk()?;
    let end = WINDOW - last.len() + run_ends(last).trailing_zeros() as usize;
    (window.get(end) == Some(&b'"')).then_some(at + end + 1)
}

/// The same near the end of a text that is longer: by its last bytes, since those from `at` on would
/// have to be copied first.
#[cold]
#[inline(never)]
fn last_string_start(bytes: &[u8], at: usize) -> Start {
    match last_string_end(bytes, at) {
        Some(end) => Start::Short(end),
        None => Start::Other,
    }
}

fn last_string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let last = bytes.last_chunk()?;
    let before = (at + 1).checked_sub(bytes.len() - last.len())?;
    let ends = ends_in(last).checked_shr(u32::try_from(before).ok()?)?;
    let end = at + 1 + ends.trailing_zeros() as usize;
    (byte(bytes, at) == b'"' && byte(bytes, end) == b'"').then_some(end + 1)
}

/// Where the string ends that begins at `at`, if it is a simple one: short, without escapes.
#[inline]
pub(super) fn short_string_end(bytes: &[u8], at: usize) -> Option<usize> {
    match string_start(bytes, at) {
        Start::Short(end) => Some(end),
        Start::Long | Start::Other => None,
    }
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

/// Where the first byte from `at` on is that is not white space.
#[inline]
pub(super) fn skip_whitespace(bytes: &[u8], at: usize) -> usize {
    if let Some(block) = block(bytes, at) {
        let run = leading_run(blanks(block));
        if run < block.len() && block[run] > b' ' {
            return at + run;
        }
    }
    skip_long_whitespace(bytes, at)
}

/// The same for what is longer than a block, or holds tabs and the like.
#[inline(never)]
fn skip_long_whitespace(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|&byte| is_whitespace(byte)) {
        at += 1;
        while let Some(block) = block(bytes, at) {
            let run = leading_run(blanks(block));
            at += run;
            if run < block.len() {
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
    fn both_ways_to_test_a_block_agree() {
        const RANGES: [(u8, u8); 4] = [(b'a', 25), (b'0', 9), (0x20, 0), (0x7e, 1)];
        type Test = fn(&Block) -> u32;
        let ways: [[Test; 2]; 6] = [
            [
                |block| in_ranges(block, RANGES),
                |block| portable::in_ranges(block, RANGES),
            ],
            [run_ends, portable::run_ends],
            [blanks, portable::blanks],
            [digits, portable::digits],
            [points, portable::points],
            [brackets_and_quotes, portable::brackets_and_quotes],
        ];
        for byte in 0..=255u8 {
            for place in 0..16 {
                for fill in [
                    b'a', b'0', b' ', b'\n', b'[', b'}', b'e', b'.', 0x7f, 0x80, 0xff, 0x21, b'"',
                    0x1f,
                ] {
                    let mut block = [fill; 16];
                    block[place] = byte;
                    for [way, portable] in ways {
                        let (found, expected) = (way(&block), portable(&block));
                        assert_eq!(found, expected, "byte {byte} at {place} among {fill}");
                    }
                    let (filled, expected) = ([fill; 16], portable::equal(&block, &[fill; 16]));
                    assert_eq!(equal(&block, &filled), expected);
                    let differs = u32::from(byte != fill) << place;
                    assert_eq!(expected, 0xffff & !differs);
                }
            }
        }
    }

    /// What is taken for ASCII is not tested for UTF-8 any more.
    #[test]
    fn no_byte_is_taken_for_ascii_that_is_none_wherever_it_stands() {
        for length in (0..=330).chain([511, 512, 513, 575, 576, 577]) {
            let mut bytes = vec![b'a'; length];
            assert!(super::is_ascii(&bytes), "{length}");
            for at in 0..length {
                bytes[at] = 0x80;
                assert!(!super::is_ascii(&bytes), "{length} {at}");
                assert!(super::text(&bytes).is_err(), "{length} {at}");
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn short_strings_end_at_their_quote() {
        for length in 0..40 {
            let text = format!("\"{}\"{}", "a".repeat(length), " ".repeat(40));
            let is_short = length < 32;
            let expected = if is_short {
                Start::Short(length + 2)
            } else {
                Start::Long
            };
            assert_eq!(string_start(text.as_bytes(), 0), expected);
            for other in ["\\\"", "\t\"", "\n"] {
                let text = format!("\"{}{other}{}", "a".repeat(length), " ".repeat(40));
                let expected = if is_short { Start::Other } else { Start::Long };
                assert_eq!(string_start(text.as_bytes(), 0), expected, "{text:?}");
            }
        }
        assert_eq!(short_string_end(b"", 0), None);
    }

    #[test]
    fn strings_that_are_a_little_longer_end_at_their_quote() {
        let end = |text: &str| {
            let window = text.as_bytes()[3..].first_chunk().unwrap();
            string_end_in_last(window, 3)
        };
        for length in 32..45 {
            let begun = format!("[1,\"{}", "a".repeat(length));
            let expected = (length < 39).then_some(begun.len() + 1);
            let behind = " ".repeat(40);
            assert_eq!(end(&format!("{begun}\"{behind}")), expected, "{length}");
            for other in ["\\\"", "\t\"", "\n"] {
                assert_eq!(end(&format!("{begun}{other}{behind}")), None, "{length}");
            }
        }
    }

    #[test]
    fn short_strings_near_the_end_do_too() {
        for length in 0..32 {
            for behind in 0..40 {
                let string = format!("\"{}\"", "a".repeat(length));
                let text = format!("{string}{string}{}{string}", "1".repeat(40));
                let start = text.len() - string.len();
                let text = format!("{text}{}", "\"".repeat(behind));
                let found = short_string_end(text.as_bytes(), start);
                assert_eq!(found, Some(start + string.len()), "{text}");
                let open = &text[..start + string.len() - 1];
                assert_eq!(short_string_end(open.as_bytes(), start), None, "{open}");
                let at_none = short_string_end(text.as_bytes(), start - 1);
                assert_eq!(at_none, None, "{text}");
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
