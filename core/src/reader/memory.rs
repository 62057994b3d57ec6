//! Verdicts that were given, by schema and place: in a cycle of schemas the same question comes up
//! again and again.

use super::seldom::Seldom;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZeroUsize;

/// What a schema said of the value at a place. There may be one for each few bytes of a document, so it is small,
/// and nothing that has to be dropped.
#[derive(Debug)]
pub(super) struct Verdict {
    /// Where the value ends, if the schema allows it.
    pub(super) end: Option<NonZeroUsize>,
    /// Whether it was given by a walk that looks for doubled members too.
    pub(super) is_own: bool,
    /// Whether a number in it does not fit the type that was chosen for it.
    pub(super) out_of_range: bool,
}

/// A schema's number, and where the value begins.
pub(super) type Key = (u32, usize);

type Table<T> = HashMap<Key, T, BuildHasherDefault<Scatter>>;

#[derive(Debug, Default)]
pub(super) struct Memory(Seldom<Kept>);

#[derive(Debug, Default)]
struct Kept {
    verdicts: Table<Verdict>,
    /// What was evaluated, where anybody asked then.
    evaluated: Table<Box<[usize]>>,
    /// The last place that a verdict is kept of.
    last: usize,
}

impl Memory {
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0
            .0
            .as_ref()
            .is_none_or(|kept| kept.verdicts.is_empty())
    }

    /// The verdict that was given, if all is known that is asked for, and what was evaluated if that is.
    #[inline]
    pub(super) fn recall(&mut self, key: Key, is_asked: bool) -> Option<(&mut Verdict, &[usize])> {
        let kept = self.0.0.as_mut()?;
        let verdict = kept.verdicts.get_mut(&key)?;
        let evaluated: &[usize] = if is_asked {
            kept.evaluated.get(&key)?
        } else {
            &[]
        };
        Some((verdict, evaluated))
    }

    /// Keeps a verdict, and what was evaluated if anybody asked.
    pub(super) fn insert(&mut self, key: Key, verdict: Verdict, evaluated: Option<&[usize]>) {
        let kept = self.0.0.get_or_insert_default();
        kept.last = kept.last.max(key.1);
        kept.verdicts.insert(key, verdict);
        if let Some(evaluated) = evaluated {
            kept.evaluated.insert(key, evaluated.into());
        }
    }

    /// Forgets everything where the cursor has passed all places that a verdict is kept of, and won't
    /// be set back: many small values need no more room than one of them.
    #[inline]
    pub(super) fn forget_before(&mut self, at: usize) {
        if let Some(kept) = &mut self.0.0
            && at > kept.last
            && !kept.verdicts.is_empty()
        {
            forget(&mut kept.verdicts);
            forget(&mut kept.evaluated);
        }
    }
}

fn forget<T>(table: &mut Table<T>) {
    if table.capacity() / MOST_EMPTY > table.len() {
        // Clearing takes as long as there is room.
        *table = Table::default();
    } else {
        table.clear();
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
    use std::num::NonZeroUsize;

    #[test]
    fn what_the_cursor_has_passed_is_forgotten() {
        let verdict = || Verdict {
            end: None,
            is_own: false,
            out_of_range: false,
        };
        let mut memory = Memory::default();
        for place in 0..10_000 {
            memory.insert((0, place), verdict(), None);
        }
        memory.forget_before(9_999);
        assert!(memory.recall((0, 1), false).is_some());
        memory.forget_before(10_000);
        assert!(memory.is_empty());
        memory.insert((0, 10_001), verdict(), None);
        memory.forget_before(10_002);
        let kept = memory.0.0.as_ref().unwrap();
        assert!(kept.verdicts.is_empty() && kept.verdicts.capacity() < 10_000);
    }

    #[test]
    fn what_was_evaluated_is_known_where_anybody_asked() {
        let verdict = || Verdict {
            end: NonZeroUsize::new(5),
            is_own: true,
            out_of_range: false,
        };
        let mut memory = Memory::default();
        memory.insert((1, 2), verdict(), None);
        assert!(memory.recall((1, 2), false).is_some());
        assert!(memory.recall((1, 2), true).is_none());
        memory.insert((1, 2), verdict(), Some(&[3, 4]));
        let (_, evaluated) = memory.recall((1, 2), true).unwrap();
        assert_eq!(evaluated, [3, 4]);
        assert!(memory.recall((2, 2), false).is_none());
        memory.forget_before(6);
        assert!(memory.recall((1, 2), true).is_none());
    }

    #[test]
    fn a_verdict_is_small() {
        assert_eq!(size_of::<Verdict>(), 2 * size_of::<usize>());
        assert!(!std::mem::needs_drop::<Verdict>());
    }
}
