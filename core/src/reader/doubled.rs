//! Which of many names are doubled, told when all of them are known. Sorting a million takes longer
//! than reading them, so first each is given one of many bits by its hash: of those that share theirs
//! with no other none is doubled, and in most objects hardly any others are left.

use super::unnamed::Noted;

/// So many bits for each name: of sixteen names that are new, one shares its bit.
const BITS_PER_NAME: usize = 16;

/// The names that may be doubled, with all that they may be doubles of.
pub(super) fn suspects(names: &[Noted]) -> Vec<Noted> {
    let mut suspects = sharing(names, 1);
    // Names that share a bit by chance hardly ever share that of another hash as well.
    if suspects.len() > FEW {
        suspects = sharing(&suspects, ANOTHER);
    }
    suspects
}

/// What other bits of a hash go by, of which each depends on all below it.
const ANOTHER: u64 = 0x9e37_79b9_7f4a_7c15;

/// So few are sorted as they are.
const FEW: usize = 64;

/// The names that share the bit of their hash with others, where that is multiplied by `factor`.
fn sharing(names: &[Noted], factor: u64) -> Vec<Noted> {
    let hash = |name: &Noted| name.hash.wrapping_mul(factor);
    let mut seen = Bits::for_names(names.len());
    let mut shared = Vec::new();
    for name in names {
        if !seen.set(hash(name)) {
            shared.push(hash(name));
        }
    }
    if shared.is_empty() {
        return Vec::new();
    }
    let mut again = Bits::for_names(shared.len());
    for hash in shared {
        again.set(hash);
    }
    let suspects = names.iter().filter(|name| again.is_set(hash(name)));
    suspects.copied().collect()
}

struct Bits {
    words: Vec<u64>,
    /// What is left of a hash if only so many bits of it count as there are places for.
    shift: u32,
}

impl Bits {
    fn for_names(count: usize) -> Self {
        let bits = (count * BITS_PER_NAME).max(64).next_power_of_two();
        Self {
            words: vec![0; bits.div_ceil(64)],
            shift: u64::BITS - bits.ilog2(),
        }
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let bit = hash >> self.shift;
        (
            usize::try_from(bit / 64).unwrap_or_default(),
            1 << (bit % 64),
        )
    }

    /// Sets the bit of a hash; `false` where it was set before.
    fn set(&mut self, hash: u64) -> bool {
        let (place, bit) = self.place(hash);
        let word = &mut self.words[place];
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    fn is_set(&self, hash: u64) -> bool {
        let (place, bit) = self.place(hash);
        self.words[place] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Noted, suspects};

    #[test]
    fn all_of_one_hash_are_suspects_and_few_others() {
        let hash = |index: usize| (index as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut names: Vec<Noted> = (0..1_000)
            .map(|start| Noted {
                hash: hash(start),
                start,
            })
            .collect();
        names[700].hash = hash(20);
        let starts: Vec<usize> = suspects(&names).iter().map(|name| name.start).collect();
        assert!(starts.contains(&20) && starts.contains(&700));
        assert!(starts.len() < 50, "{}", starts.len());
        let same = vec![names[3]; 50];
        assert_eq!(suspects(&same).len(), 50);
        assert!(suspects(&[]).is_empty());
    }
}
