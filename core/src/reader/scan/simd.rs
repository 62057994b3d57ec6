//! Tests of a block with SSE2, which every x86-64 processor has. Each gives a bit for each byte of
//! the block, that of the first byte lowest.

use super::Block;
use std::arch::x86_64::{
    __m128i, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8,
    _mm_or_si128, _mm_set1_epi8, _mm_sub_epi8, _mm_xor_si128,
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
        // With the second bit flipped the quote stands right behind the control characters; with the
        // highest one these are the least of all numbers with a sign.
        let flipped = _mm_xor_si128(block, _mm_set1_epi8(0x82_u8.cast_signed()));
        let low = _mm_cmplt_epi8(flipped, _mm_set1_epi8(0xa1_u8.cast_signed()));
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

/// Decimal digits.
#[inline]
pub(crate) fn digits(block: &Block) -> u32 {
    let block = load(block);
    // SAFETY: as above.
    unsafe {
        let value = _mm_sub_epi8(block, _mm_set1_epi8(0x30));
        let small = _mm_min_epu8(value, _mm_set1_epi8(9));
        _mm_movemask_epi8(_mm_cmpeq_epi8(small, value)).cast_unsigned()
    }
}

/// Points.
#[inline]
pub(crate) fn points(block: &Block) -> u32 {
    // SAFETY: as above.
    unsafe {
        let point = _mm_cmpeq_epi8(load(block), _mm_set1_epi8(0x2e));
        _mm_movemask_epi8(point).cast_unsigned()
    }
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
