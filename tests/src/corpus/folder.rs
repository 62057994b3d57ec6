//! The folder: schemas, and what is known of their instances.

use crate::program::crate_name;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use tollgate_codegen::{Options, Remote};

/// A folder of schemas.
pub(super) struct Folder {
    /// Those that are to be tried.
    pub(super) schemas: Vec<Schema>,
    /// How many schemas the folder has.
    pub(super) count: usize,
    /// All schemas of the folder, which may refer to each other.
    remotes: Vec<Remote>,
}

/// Which schemas are to be tried.
#[derive(Clone, Copy)]
pub(super) struct Selection<'s> {
    /// Those of these names; if there are none, all.
    pub(super) only: &'s [String],
    /// Of these the first by name, and each that comes so many places later.
    pub(super) every: NonZeroUsize,
}

/// A schema and its instances.
pub(super) struct Schema {
    pub(super) name: String,
    /// What the crate of its types is called.
    pub(super) library: String,
    pub(super) text: String,
    pub(super) instances: Vec<Instance>,
}

/// An instance, and whether others say that the schema allows it.
#[derive(Deserialize)]
pub(super) struct Instance {
    pub(super) from: String,
    pub(super) valid: bool,
    #[serde(rename = "instance")]
    pub(super) json: Box<RawValue>,
}

impl Folder {
    /// The selected schemas, with their instances.
    pub(super) fn read(folder: &Path, selection: Selection<'_>) -> Result<Self, String> {
        let names = names(&folder.join("schemas"), ".json")?;
        check_names(folder, &names, selection.only)?;
        let mut schemas = Vec::new();
        for (index, name) in names.into_iter().enumerate() {
            schemas.push(Schema {
                library: crate_name(&format!("schema{index}_{name}")),
                text: read_file(&folder.join(format!("schemas/{name}.json")))?,
                instances: instances(&folder.join(format!("instances/{name}.jsonl")))?,
                name,
            });
        }
        let count = schemas.len();
        let remotes = schemas.iter().flat_map(remotes).collect();
        schemas.retain(|schema| selection.only.is_empty() || selection.only.contains(&schema.name));
        let schemas = schemas.into_iter().step_by(selection.every.get()).collect();
        Ok(Self {
            schemas,
            count,
            remotes,
        })
    }

    /// The settings for its schemas: the defaults.
    pub(super) fn options(&self) -> Options {
        Options {
            remotes: self.remotes.clone(),
            backtracking: true,
            has_formats: true,
            ..Options::default()
        }
    }
}

/// Everything that is asked for is there: nothing passes because it was never tried.
fn check_names(folder: &Path, names: &[String], only: &[String]) -> Result<(), String> {
    if names.is_empty() {
        return Err(format!(
            "there are no schemas/*.json in {}",
            folder.display()
        ));
    }
    let is_missing = |name: &&String| !names.contains(name);
    let judged = self::names(&folder.join("instances"), ".jsonl")?;
    match only.iter().chain(&judged).find(is_missing) {
        Some(name) => Err(format!("there is no schemas/{name}.json")),
        None => Ok(()),
    }
}

/// A schema as others may refer to it: by its identifier, and by its addresses in the store that
/// the folder was taken from.
fn remotes(schema: &Schema) -> Vec<Remote> {
    let Schema { name, text, .. } = schema;
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    let identifier = value["$id"].as_str().or(value["id"].as_str());
    let identifier = identifier.and_then(|uri| uri.split('#').next());
    let mut uris: BTreeSet<String> = identifier.map(str::to_owned).into_iter().collect();
    for host in ["json.schemastore.org", "www.schemastore.org"] {
        for scheme in ["http", "https"] {
            uris.insert(format!("{scheme}://{host}/{name}"));
            uris.insert(format!("{scheme}://{host}/{name}.json"));
        }
    }
    let remote = |uri| Remote {
        uri,
        file: format!("{name}.json"),
        text: text.clone(),
    };
    uris.into_iter().map(remote).collect()
}

/// The instances of a file; a schema need not have any.
fn instances(path: &Path) -> Result<Vec<Instance>, String> {
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let text = read_file(path)?;
    let instances: Result<_, _> = text.lines().map(serde_json::from_str).collect();
    instances.map_err(|error| format!("{}: {error}", path.display()))
}

/// The sorted names of a folder's files that have this ending, without it.
fn names(folder: &Path, ending: &str) -> Result<Vec<String>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        names.extend(
            name.to_string_lossy()
                .strip_suffix(ending)
                .map(str::to_owned),
        );
    }
    names.sort();
    Ok(names)
}

fn read_file(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
