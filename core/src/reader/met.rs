//! Which members of an object with rows were met, so that a second one of a name is told.

/// So many members fit a word of bits,
pub(super) const BITS: usize = 64;
/// and no object has more rows than fit so many words.
pub(super) const MOST_WORDS: usize = 16;

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
