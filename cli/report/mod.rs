//! What was found, and how it is told.

mod diagnostics;
pub(crate) mod explain;
mod json;
pub(crate) mod lint;
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

    /// What cannot be told, or could not be judged, outweighs what is invalid.
    pub(crate) fn exit_code(&self, output_failed: bool) -> ExitCode {
        match (self.unusable, self.invalid) {
            _ if output_failed => ExitCode::from(2),
            (1.., _) => ExitCode::from(2),
            (0, 1..) => ExitCode::from(1),
            (0, 0) => ExitCode::SUCCESS,
        }
    }
}
