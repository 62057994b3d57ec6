//! The same tests for all processors, byte by byte, in a form that compilers turn into words.

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
pub(crate) fn points(block: &Block) -> u32 {
    bits(block, |byte| byte == b'.')
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
