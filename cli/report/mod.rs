//! What was found, and how it is told.

mod diagnostics;
pub(crate) mod explain;
mod json;
pub(crate) mod lint;
mod listing;
mod output;
mod stdout;
mod text;

pub(crate) use diagnostics::Sources;
pub(crate) use output::Output;

use std::process::ExitCode;
use tollgate_core::Report;

/// A document that was looked at.
#[derive(Debug)]
pub(crate) struct Checked {
    /// As it was given.
    pub(crate) name: String,
    pub(crate) verdict: Verdict,
}

#[derive(Debug)]
pub(crate) enum Verdict {
    Valid,
    Invalid {
        report: Report,
        source: Vec<u8>,
    },
    /// It could not be judged.
    Unusable {
        keyword: &'static str,
        message: String,
    },
}

impl Verdict {
    pub(crate) fn new(result: Result<(), Report>, source: Vec<u8>) -> Self {
        match result {
            Ok(()) => Self::Valid,
            Err(report) => Self::Invalid { report, source },
        }
    }

    pub(crate) fn unusable(keyword: &'static str, message: String) -> Self {
        Self::Unusable { keyword, message }
    }
}

/// Counts over all documents.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) checked: usize,
    pub(crate) invalid: usize,
    pub(crate) unusable: usize,
    pub(crate) errors: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, checked: &Checked) {
        self.checked += 1;
        match &checked.verdict {
            Verdict::Valid => {}
            Verdict::Invalid { report, .. } => {
                self.invalid += 1;
                self.errors += report.len() + report.more();
            }
            Verdict::Unusable { .. } => self.unusable += 1,
        }
    }

    pub(crate) fn valid(&self) -> usize {
        self.checked - self.invalid - self.unusable
    }

    pub(crate) fn exit_code(&self, output_failed: bool) -> ExitCode {
        exit_code(output_failed || self.unusable > 0, self.invalid > 0)
    }
}

/// What cannot be told, or could not be looked at, outweighs what was found.
fn exit_code(is_incomplete: bool, is_anything_found: bool) -> ExitCode {
    match (is_incomplete, is_anything_found) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    }
}
