//! Scanning many bytes at a time: a block of the text is tested as a whole, and the place of the
//! first hit falls out of the test.

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

/// A run of blanks before a name. That the next name stands behind one of the same length is tried
/// instead of looking where it stands: so the processor, which guesses the same, can go on with the
/// name before it has seen what is before it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Indentation {
    length: usize,
    /// A bit for each blank.
    blanks: u32,
}

impl Indentation {
    /// The longest one that is tried: seven levels of four spaces.
    const LONGEST: usize = 31;

    /// `None` for one that is too long.
    #[inline]
    pub(super) fn of_length(length: usize) -> Option<Self> {
        (length <= Self::LONGEST).then(|| Self {
            length,
            blanks: (1 << length) - 1,
        })
    }

    #[inline]
    pub(super) fn behind_first_byte(window: &Window) -> Option<Self> {
        let run = leading_run(blanks(block(window, 1)?));
        if run < 16 {
            return Self::of_length(run);
        }
        Self::of_length(run + leading_run(blanks(block(window, 17)?)))
    }

    #[inline]
    pub(super) fn is_behind_first_byte(self, window: &Window) -> bool {
        let blanks_at = |at| block(window, at).map_or(0, blanks);
        let mut found = blanks_at(1);
        if self.length > 16 {
            found |= blanks_at(17) << 16;
        }
        found & self.blanks == self.blanks
    }

    #[inline]
    pub(super) fn length(self) -> usize {
        self.length & Self::LONGEST
    }
}

/// How many bytes at the beginning of a block have their bit set in `bits`.
#[inline]
pub(crate) const fn leading_run(bits: u32) -> usize {
    (!bits).trailing_zeros() as usize
}

/// Tests of a block with SSE2, which every x86-64 processor has. Each gives a bit for each byte of
/// the block, that of the first byte lowest.
#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "intrinsics; words instead of blocks were slower by a tenth before names and numbers \
              were read in blocks too (`cargo run --release -p tollgate-benches`)"
)]
mod simd {
    use super::Block;
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8, _mm_sub_epi8, _mm_xor_si128,
    };

    #[inline]
    fn load(block: &Block) -> __m128i {
        // SAFETY: the sixteen bytes are there to be read, and no alignment is asked for.
        unsafe { _mm_loadu_si128(block.as_ptr().cast()) }
    }

    /// The bytes that a JSON string can't hold as they are: quote, backslash, control characters.
    #[inline]
    pub(crate) fn run_ends(block: &Block) -> u32 {
        let block = load(block);
        // SAFETY: every x86-64 processor has SSE2.
        unsafe {
            // With this bit flipped the quote stands right behind the control characters.
            let flipped = _mm_xor_si128(block, _mm_set1_epi8(0x02));
            let low = _mm_cmpeq_epi8(_mm_min_epu8(flipped, _mm_set1_epi8(0x20)), flipped);
            let backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x5c));
            _mm_movemask_epi8(_mm_or_si128(low, backslash)).cast_unsigned()
        }
    }

    /// Spaces and line breaks.
    #[inline]
    pub(crate) fn blanks(block: &Block) -> u32 {
        let block = load(block);
        // SAFETY: as above.
        unsafe {
            let space = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x20));
            let line_break = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x0a));
            _mm_movemask_epi8(_mm_or_si128(space, line_break)).cast_unsigned()
        }
    }

    /// The bytes from `first` to as many places behind it.
    #[inline]
    fn range(block: &Block, first: i8, others: i8) -> u32 {
        let block = load(block);
        // SAFETY: as above.
        unsafe {
            let value = _mm_sub_epi8(block, _mm_set1_epi8(first));
            let small = _mm_min_epu8(value, _mm_set1_epi8(others));
            _mm_movemask_epi8(_mm_cmpeq_epi8(small, value)).cast_unsigned()
        }
    }

    /// Decimal digits.
    #[inline]
    pub(crate) fn digits(block: &Block) -> u32 {
        range(block, 0x30, 9)
    }

    /// Decimal digits, the point, and the slash that stands between them in ASCII.
    #[inline]
    pub(crate) fn digits_and_points(block: &Block) -> u32 {
        range(block, 0x2e, 11)
    }

    /// The bytes in one of some ranges, each given by its first byte and how many follow it.
    #[inline]
    pub(crate) fn in_ranges(block: &Block, ranges: [(u8, u8); 4]) -> u32 {
        let block = load(block);
        // SAFETY: as above.
        let test = |(first, others): (u8, u8)| unsafe {
            let value = _mm_sub_epi8(block, _mm_set1_epi8(first.cast_signed()));
            _mm_cmpeq_epi8(
                _mm_min_epu8(value, _mm_set1_epi8(others.cast_signed())),
                value,
            )
        };
        let [one, two, three, four] = ranges.map(test);
        // SAFETY: as above.
        unsafe {
            let all = _mm_or_si128(_mm_or_si128(one, two), _mm_or_si128(three, four));
            _mm_movemask_epi8(all).cast_unsigned()
        }
    }

    /// Brackets of all kinds, and quotes.
    #[inline]
    pub(crate) fn brackets_and_quotes(block: &Block) -> u32 {
        let block = load(block);
        // SAFETY: as above.
        unsafe {
            // This bit tells square brackets from curly ones.
            let curly = _mm_or_si128(block, _mm_set1_epi8(0x20));
            let opening = _mm_cmpeq_epi8(curly, _mm_set1_epi8(0x7b));
            let closing = _mm_cmpeq_epi8(curly, _mm_set1_epi8(0x7d));
            let quote = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x22));
            let bracket = _mm_or_si128(opening, closing);
            _mm_movemask_epi8(_mm_or_si128(bracket, quote)).cast_unsigned()
        }
    }

    /// The bytes that are the same in both blocks.
    #[inline]
    pub(crate) fn equal(one: &Block, other: &Block) -> u32 {
        // SAFETY: as above.
        unsafe { _mm_movemask_epi8(_mm_cmpeq_epi8(load(one), load(other))).cast_unsigned() }
    }
}

/// The same tests for all processors, byte by byte, in a form that compilers turn into words.
#[cfg_attr(
    all(target_arch = "x86_64", not(test)),
    expect(dead_code, reason = "for other processors")
)]
mod portable {
    use super::Block;

    #[inline]
    fn bits(block: &Block, test: impl Fn(u8) -> bool) -> u32 {
        let bit = |(index, &byte): (usize, &u8)| u32::from(test(byte)) << index;
        block.iter().enumerate().map(bit).sum()
    }

    #[inline]
    pub(crate) fn run_ends(block: &Block) -> u32 {
        bits(block, super::ends_run)
    }

    #[inline]
    pub(crate) fn blanks(block: &Block) -> u32 {
        bits(block, |byte| byte == b' ' || byte == b'\n')
    }

    #[inline]
    pub(crate) fn digits(block: &Block) -> u32 {
        bits(block, |byte| byte.is_ascii_digit())
    }

    #[inline]
    pub(crate) fn digits_and_points(block: &Block) -> u32 {
        bits(block, |byte| matches!(byte, b'.'..=b'9'))
    }

    #[inline]
    pub(crate) fn in_ranges(block: &Block, ranges: [(u8, u8); 4]) -> u32 {
        bits(block, |byte| {
            let is_in = |&(first, others): &(u8, u8)| byte.wrapping_sub(first) <= others;
            ranges.iter().any(is_in)
        })
    }

    #[inline]
    pub(crate) fn brackets_and_quotes(block: &Block) -> u32 {
        bits(block, |byte| {
            matches!(byte, b'{' | b'}' | b'[' | b']' | b'"')
        })
    }

    #[inline]
    pub(crate) fn equal(one: &Block, other: &Block) -> u32 {
        let bit = |(index, (one, other)): (usize, (&u8, &u8))| u32::from(one == other) << index;
        one.iter().zip(other).enumerate().map(bit).sum()
    }
}

#[cfg(not(target_arch = "x86_64"))]
use portable as simd;
pub(crate) use simd::in_ranges;
use simd::{blanks, run_ends};
pub(super) use simd::{brackets_and_quotes, digits, digits_and_points, equal};

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

/// Whether all bytes are ASCII. What is left behind whole pieces is looked at with the bytes before
/// it: one by one the last ones would take longer than some hundred others.
#[inline]
fn is_ascii(bytes: &[u8]) -> bool {
    const PIECE: usize = 64;
    match bytes.last_chunk::<PIECE>() {
        Some(last) => last.is_ascii() && bytes.as_chunks::<PIECE>().0.as_flattened().is_ascii(),
        None => bytes.is_ascii(),
    }
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
    let filled;
    let window: &[u8; 34] = if let Some(window) = piece(bytes, at) {
        window
    } else {
        filled = last_piece(bytes, at);
        &filled
    };
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
    match window.get(1 + length) {
        Some(b'"') => Start::Short(at + length + 2),
        _ => Start::Other,
    }
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
            [digits_and_points, portable::digits_and_points],
            [brackets_and_quotes, portable::brackets_and_quotes],
        ];
        for byte in 0..=255u8 {
            for place in 0..16 {
                for fill in [
                    b'a', b'0', b' ', b'\n', b'[', b'}', 0x7f, 0x80, 0xff, 0x21, b'"', 0x1f,
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

    #[test]
    fn indentation_is_measured_and_found_again() {
        for length in 0..40 {
            let mut window: Window = [b'"'; size_of::<Window>()];
            window[1..]
                .iter_mut()
                .take(length)
                .for_each(|byte| *byte = b' ');
            window[1] = if length > 0 { b'\n' } else { window[1] };
            let found = Indentation::behind_first_byte(&window);
            let measured = found.map(|indentation| indentation.length);
            assert_eq!(measured, (length <= 31).then_some(length));
            for guess in 0..32 {
                let guess = Indentation::of_length(guess).unwrap();
                let is_blank = guess.length <= length;
                assert_eq!(guess.is_behind_first_byte(&window), is_blank, "{guess:?}");
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
        assert_eq!(short_string_end(b"\"a\"", 0), Some(3));
        assert_eq!(short_string_end(b"\"a", 0), None);
        assert_eq!(short_string_end(b"", 0), None);
    }

    #[test]
    fn white_space_ends_at_the_first_other_byte() {
        let text = b" \t\r\n                   \x0b x";
        assert_eq!(skip_whitespace(text, 0), 23);
        assert_eq!(skip_whitespace(b"    ", 1), 4);
    }
}
