//! What was found, and how it is told.

mod diagnostics;
pub(crate) mod explain;
pub(crate) mod files;
mod json;
pub(crate) mod lines;
pub(crate) mod lint;
mod listing;
mod output;
mod printer;
mod stdout;
mod tally;
mod text;

pub(crate) use diagnostics::Sources;
pub(crate) use output::Output;
pub(crate) use printer::Printer;
pub(crate) use tally::Tally;

use crate::judge::Verdict;
use std::process::ExitCode;

/// A document that was looked at.
#[derive(Debug)]
pub(crate) struct Checked<'c> {
    /// The file, as it was given.
    pub(crate) name: &'c str,
    /// Where the document is a line of its file.
    pub(crate) line: Option<usize>,
    pub(crate) source: &'c [u8],
    pub(crate) verdict: &'c Verdict,
}

/// What cannot be told, or could not be looked at, outweighs what was found.
fn exit_code(is_incomplete: bool, is_anything_found: bool) -> ExitCode {
    match (is_incomplete, is_anything_found) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    }
}
