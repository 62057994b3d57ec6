//! Engines in their turns over the same documents.

use crate::agree::disagreements;
use crate::documents::Documents;
use crate::engine::Engine;
use crate::figures::{Figures, Samples};
use crate::turns::{Effort, Work, take_turns};
use crate::verdict::Field;
use std::hint::black_box;

/// Lets the engines take turns over all documents.
pub fn measure(field: Field<'_>, documents: &Documents, effort: Effort) -> Figures {
    let Field { engines, absent } = field;
    let (disagreements, valid) = disagreements(&engines, documents);
    let bytes = documents.bytes();
    let works: Vec<Work<'_>> = engines
        .iter()
        .map(|engine| work(engine, documents))
        .collect();
    let samples = take_turns(&works, effort);
    let samples = engines.iter().zip(samples);
    let samples = samples
        .map(|(engine, nanoseconds)| Samples::new(engine.id, engine.title, bytes, &nanoseconds));
    Figures {
        documents: documents.len(),
        valid,
        bytes,
        disagreements,
        absent,
        engines: samples.collect(),
    }
}

/// All documents one after the other.
fn work<'w>(engine: &'w Engine<'_>, documents: &'w Documents) -> Work<'w> {
    Box::new(move || {
        for index in 0..documents.len() {
            black_box((engine.accepts)(black_box(index)));
        }
    })
}
