//! Names of few members, told apart by four bytes that stand at the same place in all of them. Which name it
//! may be is known then as soon as these bytes are, before it is known where the name ends: the jump to what
//! reads the member, which is guessed wrong where members come in any order, is mended the sooner.

use super::key::Key;
use super::name::Name;
use super::scan::TwoBlocks;

/// Where such bytes stand, and which name has which.
#[derive(Debug, Clone, Copy)]
pub struct Apart {
    /// Their place in `"name":`.
    place: usize,
    /// The indices of the names by a hash of the bytes. A gap leads to the first name, too: whether one is
    /// written must be asked anyway, and whether there is a gap could not be guessed for other names.
    slots: [u8; SLOTS],
}

/// So many places are a table, of which most are gaps.
const SLOTS: usize = 256;

/// What is left of a hash if only so many bits of it count as there are places for.
const SHIFT: u32 = u64::BITS - SLOTS.ilog2();

/// Of more names, hardly any table has a place of its own for each.
const MOST: usize = 48;

impl Apart {
    /// Nothing is told apart.
    pub const NONE: Self = Self {
        place: usize::MAX,
        slots: [0; SLOTS],
    };

    /// The first place that tells all of these names apart; nothing where there is none.
    pub const fn of(names: &[Name]) -> Self {
        if names.len() > MOST {
            return Self::NONE;
        }
        let mut place = 0;
        while place + 4 <= size_of::<TwoBlocks>() {
            if let Some(slots) = slots(names, place) {
                return Self { place, slots };
            }
            place += 1;
        }
        Self::NONE
    }

    /// Whether the names are told apart.
    #[inline]
    pub(super) const fn tells(&self) -> bool {
        self.place != Self::NONE.place
    }

    /// The index of the only name that may be written here, if they are told apart.
    #[inline]
    pub(super) fn index_of(&self, written: &TwoBlocks) -> Option<u32> {
        let bytes = written.get(self.place..)?.first_chunk()?;
        Some(u32::from(self.slots[slot(u32::from_le_bytes(*bytes))]))
    }
}

/// The table of the bytes at this place; `None` where two names are not told apart by them, or a name ends
/// before.
const fn slots(names: &[Name], place: usize) -> Option<[u8; SLOTS]> {
    let mut slots = [0; SLOTS];
    let mut taken = [0_u64; SLOTS / 64];
    let mut index = 0;
    while index < names.len() {
        let Some(bytes) = names[index].four_at(place) else {
            return None;
        };
        let slot = slot(bytes);
        if taken[slot / 64] >> (slot % 64) & 1 != 0 {
            return None;
        }
        taken[slot / 64] |= 1 << (slot % 64);
        #[expect(clippy::cast_possible_truncation, reason = "there are at most `MOST`")]
        let short = index as u8;
        slots[slot] = short;
        index += 1;
    }
    Some(slots)
}

#[inline]
const fn slot(bytes: u32) -> usize {
    let hash = (bytes as u64).wrapping_mul(Key::FACTOR);
    (hash >> SHIFT) as usize
}

#[cfg(test)]
mod tests {
    use super::{Apart, MOST, Name};
    use crate::reader::scan::TwoBlocks;

    /// The index of what is written here.
    fn index_of(apart: &Apart, written: &str) -> Option<u32> {
        let mut text: TwoBlocks = [b' '; 32];
        text[..written.len()].copy_from_slice(written.as_bytes());
        apart.index_of(&text)
    }

    fn names(texts: &[&'static str]) -> Vec<Name> {
        texts.iter().map(|text| Name::new(text)).collect()
    }

    #[test]
    fn each_name_is_told_by_its_place() {
        let texts = ["id", "ids", "a name", "a nome", "name", "nam\u{e9}"];
        let apart = Apart::of(&names(&texts));
        for (index, text) in (0..).zip(texts) {
            assert_eq!(
                index_of(&apart, &format!("\"{text}\":")),
                Some(index),
                "{text}"
            );
        }
    }

    #[test]
    fn the_place_is_in_all_of_the_names() {
        // What tells these apart stands behind the end of the shortest.
        let apart = Apart::of(&names(&["a", "a long name", "a long game"]));
        assert_eq!(apart.place, Apart::NONE.place);
        let apart = Apart::of(&names(&["a long", "a long name", "a long game"]));
        assert!(apart.place + 4 <= "\"a long\":".len());
        assert_eq!(index_of(&apart, "\"a long name\":"), Some(1));
    }

    #[test]
    fn what_can_not_be_told_is_not() {
        for texts in [
            vec!["same", "same"],
            vec!["", "other"],
            vec!["escaped \"", "other"],
            vec!["a name that is much too long to be prepared", "other"],
            vec![""; MOST + 1],
        ] {
            let apart = Apart::of(&names(&texts));
            assert_eq!(apart.place, Apart::NONE.place, "{texts:?}");
            assert_eq!(index_of(&apart, "\"same\":"), None);
            assert_eq!(index_of(&apart, "\"other\":"), None);
        }
        assert_eq!(Apart::of(&[]).place, 0);
    }
}
