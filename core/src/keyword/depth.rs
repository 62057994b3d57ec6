//! `depth`: containers nest deeper than the reader was told to follow.

use crate::report::Failure;

#[cold]
pub(crate) fn failure(at: usize) -> Failure {
    Failure::new("depth", at..at + 1, "objects and arrays nest too deep here")
        .with_help("flatten the document, or raise `max_depth` where the types are generated")
}
