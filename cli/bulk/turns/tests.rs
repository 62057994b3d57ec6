use super::{Sink, Source, run};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

struct Numbers(usize);

impl Source for Numbers {
    type Piece = usize;

    fn next(&mut self, piece: &mut usize) -> bool {
        *piece = self.0;
        self.0 += 1;
        *piece < 3_000
    }
}

#[derive(Default)]
struct Kept {
    parts: Vec<String>,
    most: Option<usize>,
}

impl Sink for Kept {
    type Part = String;

    fn weight(part: &String) -> usize {
        part.len()
    }

    fn take(&mut self, part: String) {
        self.parts.push(part);
    }

    fn is_done(&self) -> bool {
        self.most.is_some_and(|most| self.parts.len() >= most)
    }
}

/// Pieces take all kinds of times.
fn dawdle(piece: usize) {
    thread::sleep(Duration::from_micros((piece * 7_919 % 13) as u64 * 10));
}

#[test]
fn results_come_in_the_order_of_the_pieces() {
    for threads in [1, 2, 7] {
        let kept = run(threads, Numbers(0), Kept::default(), |piece, turn| {
            dawdle(*piece);
            if *piece % 10 == 3 {
                turn.hand_over(format!("{piece}, the first part"));
            }
            format!("{piece}")
        });
        let expected = (0..3_000).flat_map(|piece| {
            let first = (piece % 10 == 3).then(|| format!("{piece}, the first part"));
            first.into_iter().chain([format!("{piece}")])
        });
        assert!(kept.parts.into_iter().eq(expected), "{threads} threads");
    }
}

#[test]
fn results_that_are_early_are_few() {
    let begun = AtomicUsize::new(0);
    run(4, Numbers(0), Kept::default(), |piece, _| {
        begun.fetch_add(1, Ordering::Relaxed);
        if *piece == 0 {
            // Long enough for the others to do everything, were nothing to stop them.
            thread::sleep(Duration::from_millis(300));
            let begun = begun.load(Ordering::Relaxed);
            assert!(begun <= super::MOST_READY + 4, "{begun} were begun");
        }
        String::new()
    });
    assert_eq!(begun.load(Ordering::Relaxed), 3_000);
}

#[test]
fn work_ends_when_nothing_changes_any_more() {
    let sink = Kept {
        most: Some(20),
        ..Kept::default()
    };
    let begun = AtomicUsize::new(0);
    let kept = run(2, Numbers(0), sink, |piece, _| {
        begun.fetch_add(1, Ordering::Relaxed);
        dawdle(*piece);
        piece.to_string()
    });
    assert_eq!(kept.parts.len(), 20);
    assert!(begun.load(Ordering::Relaxed) < 3_000);
}

#[test]
fn a_panic_ends_everything() {
    let work = || {
        run(3, Numbers(0), Kept::default(), |piece, _| {
            assert_ne!(*piece, 500, "the piece that panics");
            "x".repeat(100_000)
        })
    };
    assert!(thread::spawn(move || drop(work())).join().is_err());
}
