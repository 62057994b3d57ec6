//! Counts of documents and errors.

use super::exit_code;
use crate::judge::Verdict;
use std::ops::AddAssign;
use std::process::ExitCode;

/// Counts over documents.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) checked: usize,
    pub(crate) invalid: usize,
    pub(crate) unusable: usize,
    pub(crate) errors: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, verdict: &Verdict) {
        self.checked += 1;
        match verdict {
            Verdict::Valid => {}
            Verdict::Invalid(report) => {
                self.invalid += 1;
                self.errors += report.len() + report.more();
            }
            Verdict::Unusable(_) => self.unusable += 1,
        }
    }

    pub(super) fn valid(&self) -> usize {
        self.checked - self.invalid - self.unusable
    }

    pub(super) fn is_all_valid(&self) -> bool {
        self.invalid + self.unusable == 0
    }

    pub(super) fn exit_code(&self, output_failed: bool) -> ExitCode {
        exit_code(output_failed || self.unusable > 0, self.invalid > 0)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.checked += other.checked;
        self.invalid += other.invalid;
        self.unusable += other.unusable;
        self.errors += other.errors;
    }
}
