//! The sum of it.

use super::attempt::{Attempt, Problem};
use std::fmt;
use std::time::Duration;

/// How many there were of everything.
#[derive(Default)]
pub(super) struct Tally {
    /// The schemas of the folder.
    all: usize,
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
    /// Nothing yet, of a folder of so many schemas.
    pub(super) fn of(all: usize) -> Self {
        Self {
            all,
            ..Self::default()
        }
    }

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
            "{} of {} schemas: {} not generated, {} too long, {} that rustc refuses, {} that it warns of; \
             the slowest took {:.2} s\n\
             {} instances tried: {} verdicts differ",
            self.schemas,
            self.all,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_problem_counts() {
        let text = String::new;
        let problems = [
            Problem::NotGenerated(text()),
            Problem::TooLong,
            Problem::Refused(text()),
            Problem::Warned(text()),
            Problem::Differs(text()),
        ];
        let tally = |problems: &[Problem]| {
            let code = Ok("struct Root;".to_owned());
            let mut attempt = Attempt::new("any", "true", Duration::ZERO, &code);
            attempt.problems.extend_from_slice(problems);
            let mut tally = Tally::of(2);
            tally.add(&attempt);
            tally
        };
        assert!(tally(&[]).is_clean());
        for problem in &problems {
            let tally = tally(std::slice::from_ref(problem));
            assert!(!tally.is_clean(), "{problem:?}");
        }
        assert_eq!(
            tally(&problems).to_string(),
            "1 of 2 schemas: 1 not generated, 1 too long, 1 that rustc refuses, 1 that it warns of; \
             the slowest took 0.00 s\n\
             0 instances tried: 1 verdicts differ"
        );
    }
}
