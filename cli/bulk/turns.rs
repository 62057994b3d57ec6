//! Pieces of work for several threads, whose results are taken in the order of the pieces.
//!
//! Results that are ready too early wait, but not many: when there is no more room for them, the
//! threads wait that made them. So memory does not depend on how much there is to do, and a reader
//! of the results that is slow slows the work down.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Where pieces of work come from. One thread at a time asks for the next.
pub(crate) trait Source: Send {
    /// A thread keeps its piece, so that what the piece holds can be used again.
    type Piece: Default;

    /// Makes `piece` the next one; `false` when there is none.
    fn next(&mut self, piece: &mut Self::Piece) -> bool;
}

/// Where results go.
pub(crate) trait Sink: Send {
    /// A result, or a part of one.
    type Part: Send;

    /// How many bytes a part holds on to.
    fn weight(part: &Self::Part) -> usize;

    /// Takes the next part.
    fn take(&mut self, part: Self::Part);

    /// Whether nothing that may still come changes anything.
    fn is_done(&self) -> bool;
}

/// So many results may be ready before their turn,
const MOST_READY: usize = 1_024;
/// and hold on to so many bytes.
const MOST_WEIGHT: usize = 4 << 20;

/// Does all pieces of work in `threads` threads, this one included.
pub(crate) fn run<I: Source, S: Sink>(
    threads: usize,
    source: I,
    sink: S,
    work: impl Fn(&mut I::Piece, &Turn<'_, S>) -> S::Part + Sync,
) -> S {
    let turns = Turns::new(sink);
    let source = Mutex::new((0, source));
    let work_off = || {
        let mut piece = I::Piece::default();
        while let Some(number) = next(&source, &mut piece, &turns) {
            let turn = Turn {
                turns: &turns,
                number,
            };
            turns.finish(number, work(&mut piece, &turn));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where the system has no more threads, fewer do the work.
            let _ = thread::Builder::new().spawn_scoped(scope, work_off);
        }
        work_off();
    });
    let state = turns.state.into_inner();
    state.unwrap_or_else(PoisonError::into_inner).sink
}

/// Takes the next piece, and its number.
fn next<I: Source, S: Sink>(
    source: &Mutex<(usize, I)>,
    piece: &mut I::Piece,
    turns: &Turns<S>,
) -> Option<usize> {
    let mut source = source.lock().unwrap_or_else(PoisonError::into_inner);
    if turns.is_done.load(Ordering::Relaxed) || !source.1.next(piece) {
        return None;
    }
    source.0 += 1;
    Some(source.0 - 1)
}

/// Who may hand results to the sink.
struct Turns<S: Sink> {
    state: Mutex<State<S>>,
    changed: Condvar,
    is_done: AtomicBool,
}

struct State<S: Sink> {
    sink: S,
    /// The piece whose turn it is.
    turn: usize,
    ready: BTreeMap<usize, S::Part>,
    ready_weight: usize,
    /// A thread has panicked: its turn would never end.
    is_abandoned: bool,
}

/// The right to hand over results, when its piece comes.
pub(crate) struct Turn<'t, S: Sink> {
    turns: &'t Turns<S>,
    number: usize,
}

impl<S: Sink> Turn<'_, S> {
    /// The number of the piece.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// Hands over a part of the result, for which the piece has to come first.
    pub(crate) fn hand_over(&self, part: S::Part) {
        let mut state = self.turns.lock();
        while state.turn != self.number && !state.is_abandoned {
            state = self.turns.wait(state);
        }
        state.take(part);
    }
}

impl<S: Sink> Drop for Turn<'_, S> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.turns.is_done.store(true, Ordering::Relaxed);
            self.turns.lock().is_abandoned = true;
            self.turns.changed.notify_all();
        }
    }
}

impl<S: Sink> Turns<S> {
    fn new(sink: S) -> Self {
        let state = State {
            sink,
            turn: 0,
            ready: BTreeMap::new(),
            ready_weight: 0,
            is_abandoned: false,
        };
        Self {
            state: Mutex::new(state),
            changed: Condvar::new(),
            is_done: AtomicBool::new(false),
        }
    }

    /// A panic elsewhere is told when the threads are joined.
    fn lock(&self) -> MutexGuard<'_, State<S>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State<S>>) -> MutexGuard<'s, State<S>> {
        let state = self.changed.wait(state);
        state.unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the turn of a piece with `part`, the last of its result.
    fn finish(&self, number: usize, part: S::Part) {
        let mut state = self.lock();
        while state.turn != number && !state.has_room(&part) && !state.is_abandoned {
            state = self.wait(state);
        }
        state.ready_weight += S::weight(&part);
        state.ready.insert(number, part);
        while let Some(part) = state.next_ready() {
            state.take(part);
            state.turn += 1;
            self.changed.notify_all();
        }
        if state.sink.is_done() {
            self.is_done.store(true, Ordering::Relaxed);
        }
    }
}

impl<S: Sink> State<S> {
    fn has_room(&self, part: &S::Part) -> bool {
        self.ready.len() < MOST_READY && self.ready_weight + S::weight(part) <= MOST_WEIGHT
    }

    fn next_ready(&mut self) -> Option<S::Part> {
        let part = self.ready.remove(&self.turn)?;
        self.ready_weight -= S::weight(&part);
        Some(part)
    }

    fn take(&mut self, part: S::Part) {
        if !self.is_abandoned && !self.sink.is_done() {
            self.sink.take(part);
        }
    }
}

#[cfg(test)]
mod tests;
