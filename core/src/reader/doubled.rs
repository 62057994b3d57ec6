//! Which of many names are doubled, told when all of them are known. Sorting a million takes longer
//! than reading them, so first each is given two of many bits by its hash: of those whose bits others
//! have not set none is doubled, and in most objects hardly any are left.

use super::unnamed::Noted;

/// So many bits for each name, of which it sets two in one word: of a hundred names that are new, hardly one
/// finds both set.
const BITS_PER_NAME: usize = 16;

/// The names that may be doubled, with all that they may be doubles of.
pub(super) fn suspects(names: &[Noted]) -> Vec<Noted> {
    let mut suspects = sharing::<1>(names);
    // Names that share their bits by chance hardly ever share those of another hash as well.
    if suspects.len() > FEW {
        suspects = sharing::<ANOTHER>(&suspects);
    }
    suspects
}

/// What other bits of a hash go by, of which each depends on all below it.
const ANOTHER: u64 = 0x9e37_79b9_7f4a_7c15;

/// So few are sorted as they are.
const FEW: usize = 64;

/// The names whose bits others have set, going by their hashes multiplied by `FACTOR`.
fn sharing<const FACTOR: u64>(names: &[Noted]) -> Vec<Noted> {
    let hash = |name: &Noted| name.hash.wrapping_mul(FACTOR);
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
    let suspects = names.iter().filter(|name| again.are_set(hash(name)));
    suspects.copied().collect()
}

/// Words of bits; how many words is a power of two.
struct Bits(Vec<u64>);

impl Bits {
    fn for_names(count: usize) -> Self {
        let words = (count * BITS_PER_NAME).div_ceil(64);
        Self(vec![0; words.next_power_of_two()])
    }

    /// The word of a hash and its bits in there. Shifts are by fixed counts, which are one step.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        let word = (hash >> 32) as usize & (self.0.len() - 1);
        (word, 1 << (hash >> 58) | 1 << (hash >> 26 & 63))
    }

    /// Sets the bits of a hash; `false` where all were set before.
    #[inline]
    fn set(&mut self, hash: u64) -> bool {
        let (place, bits) = self.place(hash);
        let word = &mut self.0[place];
        let is_new = *word & bits != bits;
        *word |= bits;
        is_new
    }

    #[inline]
    fn are_set(&self, hash: u64) -> bool {
        let (place, bits) = self.place(hash);
        self.0[place] & bits == bits
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
