//! Patterns that are sequences of repeated characters.

use super::Run;
use crate::keyword::pattern::Offence;
use crate::reader::scan::{Block, in_ranges, leading_run};

/// Whether the number of characters fits; each takes between one and four bytes.
#[inline]
pub(super) fn fits(run: &Run, text: &str) -> bool {
    let (least, most) = (run.least as usize, run.most as usize);
    (text.is_ascii() && (least..=most).contains(&text.len())) || {
        let count = text.chars().count();
        count >= least && (count <= most || run.most == u32::MAX)
    }
}

/// Whether a text is the sequence of runs and all of it is ASCII: the same question as [`offence_in_runs`] has,
/// without asking where. `ranges` are those of the first runs.
pub(super) fn ascii_fits(runs: &[Run], ranges: &[Ranges], text: &[u8]) -> bool {
    let mut rest = text;
    for (index, run) in runs.iter().enumerate() {
        let most = rest.len().min(run.most as usize);
        let count = leading(run.class.ascii, ranges.get(index), &rest[..most]);
        if count < run.least as usize {
            return false;
        }
        rest = &rest[count..];
    }
    rest.is_empty()
}

/// How many bytes at the beginning of a text are in the class, which is one of ASCII characters.
#[inline]
fn leading(class: u128, ranges: Option<&Ranges>, text: &[u8]) -> usize {
    if let Some(last) = text.last_chunk()
        && let Some(Ranges(Some(ranges))) = ranges
    {
        return leading_in_ranges(*ranges, text, last);
    }
    let bits = class.to_le_bytes();
    let in_class = |byte: &u8| {
        let bits = bits.get(usize::from(byte >> 3));
        bits.is_some_and(|bits| bits >> (byte & 7) & 1 != 0)
    };
    text.iter().take_while(|byte| in_class(byte)).count()
}

/// The ranges of a class that has a few, so that a whole block of bytes is tested at once: of each the
/// first byte and how many follow it. What is left over repeats the first one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranges(Option<[(u8, u8); Self::MOST]>);

impl Ranges {
    /// Letters, digits and one more.
    const MOST: usize = 4;

    /// Those of the first runs.
    pub(super) const fn of_runs<const LENGTH: usize>(runs: &[Run]) -> [Self; LENGTH] {
        let mut ranges = [Self(None); LENGTH];
        let mut index = 0;
        while index < LENGTH && index < runs.len() {
            ranges[index] = Self::of(runs[index].class.ascii);
            index += 1;
        }
        ranges
    }

    /// Those of a class of ASCII characters.
    #[expect(clippy::cast_possible_truncation, reason = "of 128 characters")]
    const fn of(class: u128) -> Self {
        let mut ranges = [(0, 0); Self::MOST];
        let (mut count, mut left) = (0, class);
        while left != 0 {
            if count == Self::MOST {
                return Self(None);
            }
            let first = left.trailing_zeros();
            let others = (left >> first).trailing_ones() - 1;
            ranges[count] = (first as u8, others as u8);
            count += 1;
            // Adding to the lowest bit of a range carries it away.
            left &= left.wrapping_add(1 << first);
        }
        if count == 0 {
            return Self(None);
        }
        while count < Self::MOST {
            ranges[count] = ranges[0];
            count += 1;
        }
        Self(Some(ranges))
    }
}

/// How many bytes at the beginning of a text are in one of the ranges. `last` is its end.
#[inline]
fn leading_in_ranges(ranges: [(u8, u8); Ranges::MOST], text: &[u8], last: &Block) -> usize {
    let (blocks, _) = text.as_chunks();
    let mut count = 0;
    for block in blocks {
        let run = leading_run(in_ranges(block, ranges));
        count += run;
        if run < block.len() {
            return count;
        }
    }
    let rest = text.len() - count;
    if rest == 0 {
        return count;
    }
    // The bytes of the last block that were tested already are in the class.
    let run = leading_run(in_ranges(last, ranges) >> (last.len() - rest));
    count + run.min(rest)
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
            let ranges = Ranges::of(class);
            assert!(ranges.0.is_some());
            let inside = (0..128).find(|&byte| class >> byte & 1 != 0).unwrap();
            for length in 0..70 {
                for stray in 0..=length {
                    let mut text = vec![inside; length];
                    text.extend([other; 3]);
                    if let Some(byte) = text.get_mut(stray) {
                        *byte = other;
                    }
                    let found = leading(class, Some(&ranges), &text[..length]);
                    assert_eq!(found, stray.min(length));
                }
            }
        }
        let all_ranges = Ranges::of(all);
        for byte in 128..=u8::MAX {
            for ranges in [None, Some(&all_ranges)] {
                assert_eq!(leading(all, ranges, &[byte; 20]), 0, "{byte}");
            }
        }
        assert!(Ranges::of(0).0.is_none());
        let many = class("acegi");
        let ranges = Ranges::of(many);
        assert!(ranges.0.is_none());
        assert_eq!(leading(many, Some(&ranges), b"acegiacegiacegiacegib"), 20);
    }
}
