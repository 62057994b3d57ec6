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
pub(super) struct Memory(HashMap<Key, Verdict, BuildHasherDefault<Scatter>>);

impl Memory {
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline]
    pub(super) fn get_mut(&mut self, key: Key) -> Option<&mut Verdict> {
        self.0.get_mut(&key)
    }

    pub(super) fn insert(&mut self, key: Key, verdict: Verdict) {
        self.0.insert(key, verdict);
    }
}

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
