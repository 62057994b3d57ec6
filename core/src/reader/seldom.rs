//! What few walks have: each walk would make it and drop it, for each document, which may be a short one.

/// In a box, and dropped by a call: most walks end with no more than the question.
#[derive(Debug)]
pub(super) struct Seldom<T>(pub(super) Option<Box<T>>);

impl<T> Default for Seldom<T> {
    #[inline]
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Drop for Seldom<T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(value) = self.0.take() {
            drop_apart(value);
        }
    }
}

#[inline(never)]
fn drop_apart<T>(value: Box<T>) {
    drop(value);
}
