//! A dataset's engines in their turns.

use crate::agree::disagreements;
use crate::dataset::Dataset;
use crate::documents::Documents;
use crate::engine::{Engine, engines};
use crate::figures::{Figures, Samples};
use crate::turns::{Effort, Work, count, take_turns};
use serde_json::Value;
use std::fs;
use std::hint::black_box;

/// What is to be measured of a dataset.
#[derive(Debug)]
pub struct Contest {
    /// How long.
    pub effort: Effort,
    /// The engines; all, if none are named.
    pub engines: Vec<String>,
}

impl Contest {
    /// Lets the engines take turns over all documents.
    ///
    /// # Errors
    /// When the folder cannot be read or an engine refuses the schema.
    pub fn run(&self, dataset: &Dataset) -> Result<Figures, String> {
        let documents = Documents::read(dataset.folder.as_ref())?;
        let schema = schema(dataset)?;
        let engines = engines(dataset, &schema, &documents, &self.engines)?;
        let (disagreements, valid) = disagreements(&engines, &documents);
        let bytes = documents.bytes();
        let works: Vec<Work<'_>> = engines
            .iter()
            .map(|engine| work(engine, &documents))
            .collect();
        let samples = take_turns(&works, self.effort);
        let engines = engines.iter().zip(samples);
        let engines = engines.map(|(engine, nanoseconds)| Samples {
            id: engine.id.to_owned(),
            title: engine.title.to_owned(),
            nanoseconds_per_byte: nanoseconds.iter().map(|time| time / count(bytes)).collect(),
        });
        Ok(Figures {
            documents: documents.len(),
            valid,
            bytes,
            disagreements,
            engines: engines.collect(),
        })
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

fn schema(dataset: &Dataset) -> Result<Value, String> {
    let path = format!("{}/schema.json", dataset.folder);
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}
