//! Patterns that are sequences of repeated characters.

use super::Run;
use crate::keyword::pattern::Offence;
use crate::reader::scan::{Block, in_ranges, leading_run};

/// Whether the number of characters fits; each takes between one and four bytes.
#[inline]
pub(super) fn fits(run: &Run, text: &str) -> bool {
    let (least, most) = (run.least as usize, run.most as usize);
    let surely = text.len() <= most && text.len() >= least.saturating_mul(4);
    surely || (text.is_ascii() && (least..=most).contains(&text.len())) || {
        let count = text.chars().count();
        count >= least && (count <= most || run.most == u32::MAX)
    }
}

/// Whether an ASCII text is the sequence of runs: the same question as [`offence_in_runs`] has,
/// without asking where.
pub(super) fn ascii_fits(runs: &[Run], text: &[u8]) -> bool {
    let mut rest = text;
    for run in runs {
        let most = rest.len().min(run.most as usize);
        let count = leading(run.class.ascii, &rest[..most]);
        if count < run.least as usize {
            return false;
        }
        rest = &rest[count..];
    }
    rest.is_empty()
}

/// How many bytes at the beginning of an ASCII text are in the class.
#[inline]
fn leading(class: u128, text: &[u8]) -> usize {
    if let Some(last) = text.last_chunk()
        && let Some(ranges) = Ranges::of(class)
    {
        return ranges.leading(text, last);
    }
    let bits = class.to_le_bytes();
    let in_class = |byte: &u8| bits[usize::from(byte >> 3) & 15] >> (byte & 7) & 1 != 0;
    text.iter().take_while(|byte| in_class(byte)).count()
}

/// A class of a few ranges, of which a whole block of bytes is tested at once.
struct Ranges {
    /// The first byte of each and how many follow it. What is left over repeats the first one.
    ranges: [(u8, u8); Self::MOST],
}

impl Ranges {
    /// Letters, digits and one more.
    const MOST: usize = 4;

    /// `None` for a class of more ranges, or of none.
    #[inline]
    fn of(class: u128) -> Option<Self> {
        let mut ranges = [None; Self::MOST];
        let mut left = class;
        for range in &mut ranges {
            if left == 0 {
                break;
            }
            let first = left.trailing_zeros();
            let others = (left >> first).trailing_ones() - 1;
            *range = Some((u8::try_from(first).ok()?, u8::try_from(others).ok()?));
            // Adding to the lowest bit of a range carries it away.
            left &= left.wrapping_add(1 << first);
        }
        let first = ranges[0].filter(|_| left == 0)?;
        let ranges = ranges.map(|range| range.unwrap_or(first));
        Some(Self { ranges })
    }

    /// How many bytes at the beginning of a text are in the class. `last` is its end.
    #[inline]
    fn leading(&self, text: &[u8], last: &Block) -> usize {
        let (blocks, _) = text.as_chunks();
        let mut count = 0;
        for block in blocks {
            let run = leading_run(in_ranges(block, self.ranges));
            count += run;
            if run < block.len() {
                return count;
            }
        }
        let rest = text.len() - count;
        // The bytes of the last block that were tested already are in the class.
        let run = leading_run(in_ranges(last, self.ranges) >> (last.len() - rest));
        count + run.min(rest)
    }
}

/// Where a text stops to be the sequence of runs; `None` where it is one.
pub(super) fn offence_in_runs(runs: &[Run], text: &str) -> Option<Offence> {
    let mut characters = text.chars().enumerate().peekable();
    for run in runs {
        let mut count = 0;
        while count < run.most
            && characters
                .next_if(|&(_, character)| run.class.contains(character))
                .is_some()
        {
            count = count.saturating_add(1);
        }
        if count < run.least {
            return Some(match characters.peek() {
                Some(&(index, character)) => Offence::Character { index, character },
                None => Offence::TooShort {
                    missing: run.least - count,
                },
            });
        }
    }
    let &(index, character) = characters.peek()?;
    let last = runs.last();
    Some(match last {
        Some(run) if run.class.contains(character) => Offence::TooLong { from: index },
        _ => Offence::Character { index, character },
    })
}

#[cfg(test)]
mod tests {
    use super::{Ranges, leading};

    #[test]
    fn classes_of_a_few_ranges_are_tested_by_blocks() {
        let class = |text: &str| text.bytes().fold(0_u128, |class, byte| class | 1 << byte);
        let letters: String = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect();
        let all = u128::MAX;
        for (class, other) in [
            (class(&letters), b'_'),
            (class("-"), b'.'),
            (class("az"), b'b'),
            (all << 1, 0),
            (all >> 1, 127),
        ] {
            assert!(Ranges::of(class).is_some());
            let inside = (0..128).find(|&byte| class >> byte & 1 != 0).unwrap();
            for length in 0..70 {
                for stray in 0..=length {
                    let mut text = vec![inside; length];
                    text.extend([other; 3]);
                    if let Some(byte) = text.get_mut(stray) {
                        *byte = other;
                    }
                    assert_eq!(leading(class, &text[..length]), stray.min(length));
                }
            }
        }
        assert!(Ranges::of(0).is_none());
        assert!(Ranges::of(class("acegi")).is_none());
        assert_eq!(leading(class("acegi"), b"acegiacegiacegiacegib"), 20);
    }
}
