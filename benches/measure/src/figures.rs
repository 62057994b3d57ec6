//! What was measured, and how it is compared.

use crate::turns::count;
use serde::{Deserialize, Serialize};

/// What was measured of some documents.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Figures {
    /// How many documents one run treats.
    pub documents: usize,
    /// How many of them are valid.
    pub valid: usize,
    /// Their bytes.
    pub bytes: usize,
    /// Documents on which the engines do not agree.
    pub disagreements: Vec<Disagreement>,
    /// What keeps engines from taking part.
    pub absent: Vec<String>,
    /// The engines in the order of the table.
    pub engines: Vec<Samples>,
}

/// What was measured of an engine.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Samples {
    /// How it is called in programs.
    pub id: String,
    /// How people call it.
    pub title: String,
    /// The bytes of one run.
    pub bytes: usize,
    /// Nanoseconds per byte, round by round.
    pub nanoseconds_per_byte: Vec<f64>,
}

/// A document on which the engines do not agree.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Disagreement {
    /// The document's line.
    pub line: usize,
    /// The engines that accept it.
    pub accepting: Vec<String>,
    /// The engines that do not.
    pub refusing: Vec<String>,
}

impl Samples {
    /// Of runs over so many bytes that took so many nanoseconds.
    pub fn new(id: &str, title: &str, bytes: usize, nanoseconds: &[f64]) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            bytes,
            nanoseconds_per_byte: nanoseconds.iter().map(|time| time / count(bytes)).collect(),
        }
    }
}

impl Figures {
    /// Of engines that each have a document of their own.
    pub fn of(engines: Vec<Samples>) -> Self {
        Self {
            documents: 1,
            valid: 1,
            bytes: engines.iter().map(|engine| engine.bytes).sum(),
            disagreements: Vec::new(),
            absent: Vec::new(),
            engines,
        }
    }

    /// The median time per byte of an engine, if it was measured.
    pub fn time(&self, id: &str) -> Option<f64> {
        self.per_byte(id).map(|samples| median(samples.to_vec()))
    }

    /// How many times as fast `engine` is as all of `others` one after the other.
    pub fn times(&self, engine: &str, others: &[&str]) -> Option<f64> {
        let own = self.per_byte(engine)?;
        let others: Option<Vec<&[f64]>> = others.iter().map(|id| self.per_byte(id)).collect();
        let others = others?;
        let ratio = |(round, own): (usize, &f64)| {
            let sum: f64 = others.iter().map(|samples| samples[round]).sum();
            sum / own
        };
        Some(median(own.iter().enumerate().map(ratio).collect()))
    }

    /// What was measured of an engine.
    pub fn samples(&self, id: &str) -> Option<&Samples> {
        self.engines.iter().find(|samples| samples.id == id)
    }

    fn per_byte(&self, id: &str) -> Option<&[f64]> {
        let samples = self.samples(id)?;
        Some(&samples.nanoseconds_per_byte)
    }
}

/// The middle of the samples.
///
/// # Panics
/// When there are none.
pub fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

/// What ratios come to on the whole, if there are any.
pub fn geometric_mean(ratios: &[f64]) -> Option<f64> {
    let sum: f64 = ratios.iter().map(|ratio| ratio.ln()).sum();
    (!ratios.is_empty()).then(|| (sum / count(ratios.len())).exp())
}
