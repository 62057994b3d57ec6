//! Which line a block begins with. Blocks count their lines themselves, in any order; who needs the
//! number of a line waits for the counts of the blocks before.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub(super) struct Numbers {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The counts of all blocks before this one are known.
    block: usize,
    /// How many lines of the same file are before it.
    before: usize,
    /// The counts of later blocks.
    counted: BTreeMap<usize, Count>,
}

/// What a block has of its file.
#[derive(Clone, Copy)]
struct Count {
    lines: usize,
    is_last: bool,
}

/// The numbers of the lines of one block. What is dropped has told its count, so that nobody waits in
/// vain.
pub(super) struct Numbering<'n> {
    numbers: &'n Numbers,
    block: usize,
    count: Count,
    before: Option<usize>,
}

impl Numbers {
    /// Of block number `block`, which may be the last of its file.
    pub(super) fn of_block(&self, block: usize, is_last: bool) -> Numbering<'_> {
        Numbering {
            numbers: self,
            block,
            count: Count { lines: 0, is_last },
            before: None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Numbering<'_> {
    /// How many lines of the file are before the block, which has `lines()` itself.
    pub(super) fn before(&mut self, lines: impl FnOnce() -> usize) -> usize {
        if let Some(before) = self.before {
            return before;
        }
        self.count.lines = lines();
        let mut state = self.numbers.lock();
        while state.block < self.block {
            let changed = self.numbers.changed.wait(state);
            state = changed.unwrap_or_else(PoisonError::into_inner);
        }
        let before = state.before;
        self.before = Some(before);
        self.tell(state);
        before
    }

    /// Says how many lines there are, where nobody asked for a number.
    pub(super) fn finish(mut self, lines: usize) {
        self.count.lines = lines;
    }

    fn tell(&self, mut state: MutexGuard<'_, State>) {
        state.counted.insert(self.block, self.count);
        while let Some(count) = state.next_counted() {
            state.block += 1;
            state.before = if count.is_last {
                0
            } else {
                state.before + count.lines
            };
        }
        drop(state);
        self.numbers.changed.notify_all();
    }
}

impl State {
    fn next_counted(&mut self) -> Option<Count> {
        self.counted.remove(&self.block)
    }
}

impl Drop for Numbering<'_> {
    fn drop(&mut self) {
        if self.before.is_none() {
            self.tell(self.numbers.lock());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use std::thread;

    #[test]
    fn numbers_are_right_in_whatever_order_blocks_are_counted() {
        // Block 2 ends the first file.
        let (lines, is_last) = ([5, 7, 1, 3, 4], [false, false, true, false, true]);
        for threads in 1..=5 {
            let numbers = Numbers::default();
            let found = thread::scope(|scope| {
                let asks = |first: usize| {
                    let numbers = &numbers;
                    scope.spawn(move || {
                        let blocks = (first..5).step_by(threads);
                        let before = blocks.map(|block| {
                            let mut numbering = numbers.of_block(block, is_last[block]);
                            numbering.before(|| lines[block])
                        });
                        (first, before.collect::<Vec<_>>())
                    })
                };
                let asks: Vec<_> = (0..threads).rev().map(asks).collect();
                let found = asks.into_iter().map(|ask| ask.join().expect("no panic"));
                found.collect::<Vec<_>>()
            });
            for (first, before) in found {
                let expected = [0, 5, 12, 0, 3];
                assert!(before.iter().eq(expected[first..].iter().step_by(threads)));
            }
        }
    }

    #[test]
    fn blocks_that_nobody_asks_count_too() {
        let numbers = Numbers::default();
        numbers.of_block(1, false).finish(4);
        numbers.of_block(0, false).finish(3);
        drop(numbers.of_block(2, false));
        assert_eq!(numbers.of_block(3, false).before(|| 1), 7);
    }
}
