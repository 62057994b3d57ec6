//! A way to treat documents.

use crate::documents::Documents;
use crate::id::Id;

/// A way to treat the documents.
pub struct Engine<'d> {
    /// What programs call it.
    pub id: Id,
    /// What people call it.
    pub title: &'static str,
    /// Whether it looks at the schema, so that its verdict counts.
    pub validates: bool,
    /// Treats the document in this place: whether it is accepted.
    pub accepts: Box<dyn Fn(usize) -> bool + 'd>,
}

impl<'d> Engine<'d> {
    /// An engine that is given a document's bytes, and validates it.
    pub fn validating(
        documents: &'d Documents,
        id: Id,
        title: &'static str,
        accepts: impl Fn(&[u8]) -> bool + 'd,
    ) -> Self {
        Self {
            id,
            title,
            validates: true,
            accepts: Box::new(move |index| accepts(documents.get(index))),
        }
    }

    /// An engine that only reads.
    pub fn reading(
        documents: &'d Documents,
        id: Id,
        title: &'static str,
        accepts: impl Fn(&[u8]) -> bool + 'd,
    ) -> Self {
        Self {
            validates: false,
            ..Self::validating(documents, id, title, accepts)
        }
    }
}
