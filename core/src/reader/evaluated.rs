//! What schemas evaluated, for `unevaluatedProperties` and `unevaluatedItems` (Core 2020-12 §11).
//!
//! A member or an item is known by where it begins in the document. A walk notes those places only
//! while a schema around it asks for them; what a branch noted that did not hold is forgotten.

use super::{Reader, Sink, Stop};

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
    /// Walks over the value at hand and notes what is evaluated of it.
    pub fn asking<T>(
        &mut self,
        walk: impl FnOnce(&mut Self, Mark) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let mark = Mark(self.aside.evaluated.len());
        self.aside.state.asked += 1;
        let value = walk(self, mark)?;
        self.aside.state.asked -= 1;
        // Schemas further out go on with the notes.
        if self.aside.state.asked == 0 {
            self.aside.evaluated.truncate(mark.0);
        }
        Ok(value)
    }

    /// What was evaluated since `mark`.
    pub fn evaluated(&self, mark: Mark) -> Evaluated {
        let mut places = self.aside.evaluated[mark.0..].to_vec();
        places.sort_unstable();
        Evaluated(places)
    }

    /// Whether anybody wants to know what is evaluated.
    #[inline]
    pub(crate) fn is_asked(&self) -> bool {
        self.aside.state.asked > 0
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
