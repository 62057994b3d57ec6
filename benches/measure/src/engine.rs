//! The engines of a dataset, from bytes to verdict, and the floors below them.

use crate::boon_::Boon;
use crate::dataset::Dataset;
use crate::documents::Documents;
use crate::id::{self, Id};
use serde::de::IgnoredAny;
use serde_json::Value;
use sonic_rs::LazyValue;
use std::hint::black_box;

/// A way to treat the documents.
pub(crate) struct Engine<'d> {
    pub(crate) id: Id,
    /// How people call it.
    pub(crate) title: &'static str,
    /// Whether it looks at the schema, so that its verdict counts.
    pub(crate) validates: bool,
    /// Treats the document in this place: whether it is accepted.
    pub(crate) accepts: Box<dyn Fn(usize) -> bool + 'd>,
}

/// The engines of these names; all, if there are none.
pub(crate) fn engines<'d>(
    dataset: &Dataset,
    schema: &Value,
    documents: &'d Documents,
    chosen: &[String],
) -> Result<Vec<Engine<'d>>, String> {
    let mut engines = validating(dataset, schema, documents)?;
    engines.extend(floors(documents));
    if let Some(name) = chosen
        .iter()
        .find(|name| engines.iter().all(|engine| engine.id != name.as_str()))
    {
        let known: Vec<Id> = engines.iter().map(|engine| engine.id).collect();
        return Err(format!(
            "unknown engine {name}; known: {}",
            known.join(", ")
        ));
    }
    engines.retain(|engine| chosen.is_empty() || chosen.iter().any(|name| name == engine.id));
    Ok(engines)
}

fn validating<'d>(
    dataset: &Dataset,
    schema: &Value,
    documents: &'d Documents,
) -> Result<Vec<Engine<'d>>, String> {
    let Dataset {
        is_valid_json,
        validate_json,
        is_valid,
        folder: _,
    } = *dataset;
    let run_time = jsonschema::options()
        .should_validate_formats(false)
        .build(schema)
        .map_err(|error| format!("jsonschema: {error}"))?;
    let boon = Boon::new(schema.clone()).map_err(|error| format!("boon: {error}"))?;
    let trees: Vec<Option<Value>> = documents.iter().map(tree).collect();
    Ok(vec![
        Engine::of_bytes(documents, id::OURS, "tollgate is_valid_json", is_valid_json),
        Engine::of_bytes(
            documents,
            id::REPORT,
            "tollgate validate_json",
            validate_json,
        ),
        Engine::of_bytes(
            documents,
            id::BASELINE,
            "serde_json Value + #[jsonschema::validator]",
            move |json| tree(json).is_some_and(|tree| is_valid(&tree)),
        ),
        Engine::of_bytes(
            documents,
            id::RUN_TIME,
            "serde_json Value + jsonschema at run time",
            move |json| tree(json).is_some_and(|tree| run_time.is_valid(&tree)),
        ),
        Engine::of_bytes(
            documents,
            id::BOON,
            "serde_json Value + boon",
            move |json| tree(json).is_some_and(|tree| boon.is_valid(&tree)),
        ),
        Engine {
            id: id::READY,
            title: "#[jsonschema::validator] on a ready tree",
            validates: true,
            accepts: Box::new(move |index| trees[index].as_ref().is_some_and(is_valid)),
        },
    ])
}

/// Engines that only read, and one that only looks at each byte.
fn floors(documents: &Documents) -> Vec<Engine<'_>> {
    let by = |id, title, accepts: fn(&[u8]) -> bool| Engine {
        validates: false,
        ..Engine::of_bytes(documents, id, title, accepts)
    };
    vec![
        by(id::SONIC, "sonic-rs Value, nothing validated", |json| {
            is_built(sonic_rs::from_slice::<sonic_rs::Value>(json))
        }),
        by(id::SONIC_SKIP, "sonic-rs skipping (IgnoredAny)", |json| {
            is_built(sonic_rs::from_slice::<IgnoredAny>(json))
        }),
        by(id::SONIC_LAZY, "sonic-rs skipping (LazyValue)", |json| {
            is_built(sonic_rs::from_slice::<LazyValue<'_>>(json))
        }),
        by(id::SERDE_SKIP, "serde_json skipping (IgnoredAny)", |json| {
            is_built(serde_json::from_slice::<IgnoredAny>(json))
        }),
        by(id::SCAN, "memchr for a byte that never comes", |json| {
            memchr::memchr(0, json).is_none()
        }),
    ]
}

impl<'d> Engine<'d> {
    /// An engine that is given a document's bytes, and validates it.
    fn of_bytes(
        documents: &'d Documents,
        id: Id,
        title: &'static str,
        accepts: impl Fn(&[u8]) -> bool + 'd,
    ) -> Self {
        Self {
            id,
            title,
            validates: true,
            accepts: Box::new(move |index| accepts(documents.get(index))),
        }
    }
}

fn tree(json: &[u8]) -> Option<Value> {
    serde_json::from_slice(json).ok()
}

/// Dropping the value is part of the job: whoever builds one has to.
fn is_built<T, E>(value: Result<T, E>) -> bool {
    black_box(value.ok()).is_some()
}
