//! How much work one judgement may be. `jsonschema` follows every branch wherever it leads, which
//! is exponential work where branches overlap and lead back to the top at each level of a document.

use std::sync::atomic::{AtomicI64, Ordering};

/// Steps for what is the same for all documents.
const BASE: u64 = 1_000;
/// Steps for each value of the document at each location of the schema. A location looks at a value
/// once when it judges, and again for each branch around it that tells why it failed.
const PER_MEETING: u64 = 64;
/// Locations of meta-schemas that a value may meet, beside those of the schema's own text.
const META_SCHEMA_LOCATIONS: u64 = 64;
/// A verdict may take this many steps,
const VERDICT: u64 = 50_000_000;
/// and a list of errors this many, since each step may leave an error in memory;
const ERRORS: u64 = 4_000_000;
/// both as many more for each value of the document, so that long documents can be judged.
const PER_VALUE: u64 = 256;

/// A question that may be asked of a document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Question {
    /// Whether it is valid.
    Verdict,
    /// Why it is not.
    Errors,
}

/// The steps that a question may take: looking into a container is one, and one for each part.
pub(super) fn steps(question: Question, values: usize, locations: usize) -> u64 {
    let (values, locations) = (values as u64, locations as u64);
    let most = match question {
        Question::Verdict => VERDICT,
        Question::Errors => ERRORS,
    };
    let meetings = values.saturating_mul(locations.saturating_add(META_SCHEMA_LOCATIONS));
    let wanted = meetings.saturating_mul(PER_MEETING).saturating_add(BASE);
    wanted.min(values.saturating_mul(PER_VALUE).saturating_add(most))
}

/// The steps that are left for the question that is being answered.
#[derive(Debug)]
pub(super) struct Budget(AtomicI64);

impl Budget {
    /// No question is being answered.
    pub(super) fn unlimited() -> Self {
        Self(AtomicI64::new(i64::MAX))
    }

    /// Begins a question.
    pub(super) fn allow(&self, steps: u64) {
        let steps = i64::try_from(steps).unwrap_or(i64::MAX);
        self.0.store(steps, Ordering::Relaxed);
    }

    /// Looks into a container of `parts`; `false` when nothing is left for it.
    pub(super) fn spend(&self, parts: usize) -> bool {
        let left = self.left();
        if left < 0 {
            return false;
        }
        let cost = i64::try_from(parts).unwrap_or(i64::MAX).saturating_add(1);
        // One thread asks, so that nothing is lost between the two operations.
        self.0.store(left.saturating_sub(cost), Ordering::Relaxed);
        left >= cost
    }

    /// Whether something was looked for and not shown, so that the answer means nothing.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left() < 0
    }

    pub(super) fn left(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}
