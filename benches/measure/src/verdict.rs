//! The engines from bytes to verdict, and the floors below them.

use crate::boon_::Boon;
use crate::documents::Documents;
use crate::engine::Engine;
use crate::floors::floors;
use crate::id;
use crate::sonic::{Sonic, SonicNode};
use serde_json::Value;

/// What was generated from a schema.
#[derive(Clone, Copy, Debug)]
pub struct Generated {
    /// Ours, without a report.
    pub is_valid_json: fn(&[u8]) -> bool,
    /// Ours, with a report of what is wrong.
    pub validate_json: fn(&[u8]) -> bool,
    /// `#[jsonschema::validator]`'s.
    pub is_valid: fn(&Value) -> bool,
}

/// Engines, and what keeps others from taking part.
#[derive(Default)]
pub struct Field<'d> {
    /// Those that take part.
    pub engines: Vec<Engine<'d>>,
    /// Why others do not.
    pub absent: Vec<String>,
}

impl<'d> Field<'d> {
    /// All engines for a schema.
    pub fn of_verdict(generated: Generated, schema: &Value, documents: &'d Documents) -> Self {
        let mut field = Self::default();
        field.add_generated(generated, documents);
        field.add_run_time(schema, documents);
        field.engines.extend(floors(documents));
        field
    }

    fn add_generated(&mut self, generated: Generated, documents: &'d Documents) {
        let Generated {
            is_valid_json,
            validate_json,
            is_valid,
        } = generated;
        let trees: Vec<Option<Value>> = documents.iter().map(tree).collect();
        self.engines.extend([
            Engine::validating(documents, id::OURS, "tollgate is_valid_json", is_valid_json),
            Engine::validating(
                documents,
                id::REPORT,
                "tollgate validate_json",
                validate_json,
            ),
            Engine::validating(
                documents,
                id::BASELINE,
                "serde_json Value + #[jsonschema::validator]",
                move |json| tree(json).is_some_and(|tree| is_valid(&tree)),
            ),
            Engine {
                id: id::READY,
                title: "#[jsonschema::validator] on a ready tree",
                validates: true,
                accepts: Box::new(move |index| trees[index].as_ref().is_some_and(is_valid)),
            },
        ]);
    }

    /// Formats assert nothing, as with Tollgate's default options.
    fn add_run_time(&mut self, schema: &Value, documents: &'d Documents) {
        let options = jsonschema::options().should_validate_formats(false);
        match options.build(schema) {
            Err(error) => self.absent.push(format!("jsonschema: {error}")),
            Ok(run_time) => self.engines.push(Engine::validating(
                documents,
                id::RUN_TIME,
                "serde_json Value + jsonschema at run time",
                move |json| tree(json).is_some_and(|tree| run_time.is_valid(&tree)),
            )),
        }
        let options = jsonschema::options_for::<Sonic>().should_validate_formats(false);
        match options.build(schema) {
            Err(error) => self.absent.push(format!("jsonschema on sonic-rs: {error}")),
            Ok(run_time) => self.engines.push(Engine::validating(
                documents,
                id::SONIC_RUN_TIME,
                "sonic-rs Value + jsonschema at run time",
                move |json| {
                    let tree = sonic_rs::from_slice(json);
                    tree.is_ok_and(|tree| run_time.is_valid(SonicNode::Value(&tree)))
                },
            )),
        }
        match Boon::new(schema.clone()) {
            Err(error) => self.absent.push(format!("boon: {error}")),
            Ok(boon) => self.engines.push(Engine::validating(
                documents,
                id::BOON,
                "serde_json Value + boon",
                move |json| tree(json).is_some_and(|tree| boon.is_valid(&tree)),
            )),
        }
    }

    /// Leaves only the engines of these names, if there are names.
    pub(crate) fn keep(&mut self, names: &[String]) -> Result<(), String> {
        if let Some(name) = names.iter().find(|name| !id::ALL.contains(&name.as_str())) {
            let known = id::ALL.join(", ");
            return Err(format!("unknown engine {name}; known: {known}"));
        }
        let is_asked_for = |id| names.is_empty() || names.iter().any(|name| name == id);
        self.engines.retain(|engine| is_asked_for(engine.id));
        Ok(())
    }
}

/// A document as a tree of `serde_json`.
pub fn tree(json: &[u8]) -> Option<Value> {
    serde_json::from_slice(json).ok()
}
