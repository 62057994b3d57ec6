//! Which members of an object with rows were met, so that a second one of a name is told.

/// So many members fit a word of bits,
pub(super) const BITS: usize = 64;
/// and no object has more rows than fit so many words.
pub(super) const MOST_WORDS: usize = 16;

/// All of so many members, as bits; none for more than fit a word.
pub(super) fn all(members: u32) -> u64 {
    let others = u64::BITS.checked_sub(members);
    let all = others.and_then(|others| u64::MAX.checked_shr(others));
    all.unwrap_or(0)
}

/// Which members were met, by the indices of their names.
pub(super) struct Met<const WORDS: usize>(pub(super) [u64; WORDS]);

impl<const WORDS: usize> Met<WORDS> {
    /// None yet.
    #[inline]
    pub(super) fn none() -> Self {
        Self([0; WORDS])
    }

    /// Adds a member; `false` if it was met before.
    #[inline]
    pub(super) fn add(&mut self, index: u32) -> bool {
        let index = index as usize;
        let (word, bit) = (&mut self.0[(index / BITS) % WORDS], 1 << (index % BITS));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Whether a member was met.
    #[inline]
    pub(super) fn has(&self, index: u32) -> bool {
        let index = index as usize;
        self.0[(index / BITS) % WORDS] >> (index % BITS) & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{BITS, MOST_WORDS, Met};
    use crate::reader::{Build, Names, Reader, Settings, Stop, filling};

    #[test]
    fn each_member_is_new_once() {
        let mut met = Met::<MOST_WORDS>::none();
        for index in (0..).take(BITS * MOST_WORDS) {
            assert!(!met.has(index) && met.add(index), "{index}");
            assert!(met.has(index) && !met.add(index), "{index}");
        }
    }

    #[test]
    fn all_members_are_those_that_were_met_one_by_one() {
        let mut met = Met::<1>::none();
        for index in (0..).take(BITS) {
            assert_eq!(super::all(index), met.0[0], "{index}");
            met.add(index);
        }
        assert_eq!(
            (met.0[0], super::all(64), super::all(65)),
            (u64::MAX, u64::MAX, 0)
        );
    }

    #[rustfmt::skip]
    const MANY: &Names = crate::__names![
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
        "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34",
        "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49", "50", "51",
        "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64", "65"
    ];
    const FEW: &Names = crate::__names!["0", "1", "65"];

    /// The indices of the members of an object whose values are built.
    fn built(names: &'static Names, text: &str) -> Result<Vec<u32>, Stop> {
        let mut indices = Vec::new();
        let mut reader = Reader::new(text, Settings::DEFAULT, Build);
        reader.members(
            names,
            &mut filling(|_, reader, index| {
                indices.push(index);
                reader.any().map(drop)
            }),
        )?;
        Ok(indices)
    }

    #[test]
    fn a_second_member_of_a_name_ends_a_walk_that_builds() {
        let indices = built(MANY, r#"{"65": 1, "1": [], "64": {}, "0": 2}"#);
        assert_eq!(indices, Ok(vec![65, 1, 64, 0]));
        assert_eq!(built(FEW, r#"{"65": 1, "0": 2}"#), Ok(vec![2, 0]));
        for names in [MANY, FEW] {
            for name in ["0", "1", "65"] {
                let text = format!(r#"{{"{name}": 1, "{name}": 2}}"#);
                assert_eq!(built(names, &text), Err(Stop::Fatal), "{text}");
            }
        }
    }
}
