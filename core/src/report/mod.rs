//! What is wrong with a document: every error, each with its place and what to do about it.

mod error;
mod failure;
mod location;
mod position;
mod render;
mod serialize;
mod trail;

pub use error::ValidationError;
pub use failure::{Failure, Text, visible};
pub use location::{Edge, Step, escape_pointer};
pub use render::Rendering;

pub(crate) use failure::{Said, Wording, cut, excerpt, kept};
pub(crate) use trail::Trail;

use std::fmt;
use std::ops::Deref;

/// Every error of a document, in the order of the document.
///
/// A report is one pointer wide, so a `Result` with it costs nothing where nothing is wrong. It
/// derefs to the list of its errors, displays as text, and renders with excerpts of the source.
///
/// ```
/// use tollgate_core::{Json, Schema};
///
/// let report = Json::from_json(b"[1, 2,, 3]").unwrap_err();
/// assert_eq!(report.len(), 1);
/// assert_eq!(report[0].keyword(), "syntax");
/// assert_eq!((report[0].line(), report[0].column()), (Some(1), Some(7)));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Report(Box<Contents>);

#[derive(Clone, PartialEq, Eq)]
struct Contents {
    errors: Vec<ValidationError>,
    more: usize,
}

impl Report {
    /// A report of `errors` about `text`, put in order: by place, outer before inner, then as the
    /// schema has them. `more` errors were found beyond these.
    pub(crate) fn new(mut errors: Vec<ValidationError>, more: usize, text: &[u8]) -> Self {
        errors.sort_by(ValidationError::compare_places);
        position::locate(&mut errors, text);
        Self(Box::new(Contents { errors, more }))
    }

    /// A report of one error that has no place in a text.
    pub(crate) fn of_failure(failure: Failure) -> Self {
        let errors = vec![ValidationError::of_document(failure)];
        Self(Box::new(Contents { errors, more: 0 })).without_positions()
    }

    /// How many errors were found beyond those that the report lists.
    pub fn more(&self) -> usize {
        self.0.more
    }

    /// The same report with nothing of the document in it: no value, no text, no name that only
    /// the document has. Fit for logs.
    #[must_use]
    pub fn redacted(&self) -> Self {
        let errors = self.iter().map(ValidationError::redacted).collect();
        Self(Box::new(Contents {
            errors,
            more: self.0.more,
        }))
    }

    /// The report with excerpts of `source`, the text that was read: a block for each error, its
    /// place marked, and a closing count. See [`Rendering`] for colours and a file name.
    pub fn render(&self, source: impl AsRef<[u8]>) -> String {
        Rendering::new().render(self, source.as_ref())
    }

    /// The same report about a text that begins at line `first` of a larger one, such as a line of
    /// a file with a document on each line. Columns and spans are those in the text itself.
    ///
    /// ```
    /// use tollgate_core::{Json, Schema};
    ///
    /// let report = Json::from_json(b"[1,,2]").unwrap_err().at_line(7);
    /// assert_eq!((report[0].line(), report[0].column()), (Some(7), Some(4)));
    /// ```
    #[must_use]
    pub fn at_line(mut self, first: usize) -> Self {
        let lines = first.saturating_sub(1);
        let errors = self.0.errors.iter_mut();
        errors.for_each(|error| error.move_down(lines));
        self
    }

    /// The same report about values that came from no text.
    #[must_use]
    pub(crate) fn without_positions(mut self) -> Self {
        self.0
            .errors
            .iter_mut()
            .for_each(ValidationError::forget_position);
        self
    }
}

impl Deref for Report {
    type Target = [ValidationError];
    fn deref(&self) -> &[ValidationError] {
        &self.0.errors
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r ValidationError;
    type IntoIter = std::slice::Iter<'r, ValidationError>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Report {
    type Item = ValidationError;
    type IntoIter = std::vec::IntoIter<ValidationError>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.errors.into_iter()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        if self.0.more > 0 {
            write!(f, "\nand {} more errors", self.0.more)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("errors", &self.0.errors)
            .field("more", &self.0.more)
            .finish()
    }
}

impl std::error::Error for Report {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_one_pointer_wide_even_in_a_result() {
        assert_eq!(size_of::<Report>(), size_of::<usize>());
        assert_eq!(size_of::<Result<(), Report>>(), size_of::<usize>());
    }

    #[test]
    fn a_report_can_be_sent_and_shared() {
        fn check<T: std::error::Error + Clone + Send + Sync + 'static>() {}
        check::<Report>();
    }
}
