//! The sum of it.

use super::attempt::{Attempt, Problem};
use std::fmt;
use std::time::Duration;

/// How many there were of everything.
#[derive(Default)]
pub(super) struct Tally {
    schemas: usize,
    instances: usize,
    slowest: Duration,
    not_generated: usize,
    too_long: usize,
    refused: usize,
    warned: usize,
    differing: usize,
}

impl Tally {
    /// Counts an attempt.
    pub(super) fn add(&mut self, attempt: &Attempt) {
        self.schemas += 1;
        self.instances += attempt.instances;
        self.slowest = self.slowest.max(attempt.time);
        for problem in &attempt.problems {
            *match problem {
                Problem::NotGenerated(_) => &mut self.not_generated,
                Problem::TooLong => &mut self.too_long,
                Problem::Refused(_) => &mut self.refused,
                Problem::Warned(_) => &mut self.warned,
                Problem::Differs(_) => &mut self.differing,
            } += 1;
        }
    }

    /// Whether nothing is wrong.
    pub(super) fn is_clean(&self) -> bool {
        let problems = [
            self.not_generated,
            self.too_long,
            self.refused,
            self.warned,
            self.differing,
        ];
        problems == [0; 5]
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} schemas: {} not generated, {} too long, {} that rustc refuses, {} that it warns of; \
             the slowest took {:.2} s\n\
             {} instances tried: {} verdicts differ",
            self.schemas,
            self.not_generated,
            self.too_long,
            self.refused,
            self.warned,
            self.slowest.as_secs_f32(),
            self.instances,
            self.differing
        )
    }
}
