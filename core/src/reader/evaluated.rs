//! What schemas evaluated, for `unevaluatedProperties` and `unevaluatedItems` (Core 2020-12 §11).
//!
//! A member or an item is known by where it begins in the document. A walk notes those places only
//! while a schema around it asks for them; what a branch noted that did not hold is forgotten.

use super::{Reader, Sink};

/// What was evaluated of one value before its own walk.
#[derive(Debug)]
pub struct Evaluated(Vec<usize>);

impl Evaluated {
    pub(super) fn contains(&self, place: usize) -> bool {
        self.0.binary_search(&place).is_ok()
    }
}

/// From where on notes belong to the value at hand.
#[derive(Debug, Clone, Copy)]
pub struct Mark(usize);

impl<S: Sink> Reader<'_, S> {
    /// Begins to note what is evaluated of the value at hand.
    pub fn begin_evaluated(&mut self) -> Mark {
        self.aside.asked += 1;
        Mark(self.aside.evaluated.len())
    }

    /// What was evaluated since `mark`.
    pub fn evaluated(&self, mark: Mark) -> Evaluated {
        let mut places = self.aside.evaluated[mark.0..].to_vec();
        places.sort_unstable();
        Evaluated(places)
    }

    /// Ends what [`Reader::begin_evaluated`] began. Schemas further out go on with the notes.
    pub fn end_evaluated(&mut self, mark: Mark) {
        self.aside.asked -= 1;
        if self.aside.asked == 0 {
            self.aside.evaluated.truncate(mark.0);
        }
    }

    /// Whether anybody wants to know what is evaluated.
    #[inline]
    pub(crate) fn is_asked(&self) -> bool {
        self.aside.asked > 0
    }

    /// Notes that the member or item that begins at `place` is evaluated.
    #[inline]
    pub(super) fn note_evaluated(&mut self, place: usize) {
        if self.is_asked() {
            self.aside.evaluated.push(place);
        }
    }

    /// Forgets what was evaluated since `mark`: by a schema that did not hold.
    pub(crate) fn forget_evaluated(&mut self, mark: usize) {
        self.aside.evaluated.truncate(mark);
    }

    pub(crate) fn evaluated_so_far(&self) -> usize {
        self.aside.evaluated.len()
    }
}
