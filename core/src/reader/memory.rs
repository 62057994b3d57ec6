//! Verdicts that were given, by schema and place: in a cycle of schemas the same question comes up
//! again and again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What a schema said of the value at a place.
#[derive(Debug)]
pub(super) struct Verdict {
    /// Where the value ends, if the schema allows it.
    pub(super) end: Option<usize>,
    /// Whether it was given by a walk that looks for doubled members too.
    pub(super) is_own: bool,
    /// Whether a number in it does not fit the type that was chosen for it.
    pub(super) out_of_range: bool,
    /// What was evaluated, if anybody asked then.
    pub(super) evaluated: Option<Box<[usize]>>,
}

/// A schema's number, and where the value begins.
pub(super) type Key = (u32, usize);

#[derive(Debug, Default)]
pub(super) struct Memory {
    verdicts: HashMap<Key, Verdict, BuildHasherDefault<Scatter>>,
    /// The last place that a verdict is kept of.
    last: usize,
}

impl Memory {
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.verdicts.is_empty()
    }

    #[inline]
    pub(super) fn get_mut(&mut self, key: Key) -> Option<&mut Verdict> {
        self.verdicts.get_mut(&key)
    }

    pub(super) fn insert(&mut self, key: Key, verdict: Verdict) {
        self.last = self.last.max(key.1);
        self.verdicts.insert(key, verdict);
    }

    /// Forgets everything where the cursor has passed all places that a verdict is kept of, and won't
    /// be set back: many small values need no more room than one of them.
    #[inline]
    pub(super) fn forget_before(&mut self, at: usize) {
        if at <= self.last || self.verdicts.is_empty() {
            return;
        }
        if self.verdicts.capacity() / MOST_EMPTY > self.verdicts.len() {
            // Clearing takes as long as there is room.
            self.verdicts = HashMap::default();
        } else {
            self.verdicts.clear();
        }
    }
}

/// Room for so many times the verdicts that there were is not kept.
const MOST_EMPTY: usize = 16;

/// Multiplies. Keys are places in a document, each at most once for a schema: the lower half of the
/// product gives no two neighbours the same bucket, and of the places in a document so few share one
/// that whoever chooses the places well makes the look-ups cost no more than the document is long.
#[derive(Debug, Default)]
struct Scatter(u64);

impl Hasher for Scatter {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    #[inline]
    fn write_u32(&mut self, value: u32) {
        self.write_u64(value.into());
    }
    #[inline]
    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Memory, Verdict};

    #[test]
    fn what_the_cursor_has_passed_is_forgotten() {
        let verdict = || Verdict {
            end: None,
            is_own: false,
            out_of_range: false,
            evaluated: None,
        };
        let mut memory = Memory::default();
        for place in 0..10_000 {
            memory.insert((0, place), verdict());
        }
        memory.forget_before(9_999);
        assert!(memory.get_mut((0, 1)).is_some());
        memory.forget_before(10_000);
        assert!(memory.is_empty());
        memory.insert((0, 10_001), verdict());
        memory.forget_before(10_002);
        assert!(memory.is_empty() && memory.verdicts.capacity() < 10_000);
    }
}
