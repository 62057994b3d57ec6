//! The folder of datasets.

use std::fs;
use std::path::{Path, PathBuf};
use tollgate_scratch::root;

/// A schema and where its instances are.
pub(crate) struct Dataset {
    pub(crate) name: String,
    /// The folder of `schema.json` and `instances.jsonl`.
    pub(crate) folder: PathBuf,
    pub(crate) schema: String,
}

/// The given folder, or the one beside the repository.
pub(crate) fn find(given: Option<&Path>) -> Result<PathBuf, String> {
    let folder = given.map_or_else(
        || root().join("../shared/corpora/benchmark"),
        Path::to_path_buf,
    );
    let canonical = folder.canonicalize();
    canonical.map_err(|error| format!("{}: {error}", folder.display()))
}

/// The datasets of these names; all, if there are no names.
pub(crate) fn read(folder: &Path, only: &[String]) -> Result<Vec<Dataset>, String> {
    let mut names = names(folder)?;
    if let Some(name) = only.iter().find(|name| !names.contains(name)) {
        return Err(format!("there is no {name} in {}", folder.display()));
    }
    names.retain(|name| only.is_empty() || only.contains(name));
    if names.is_empty() {
        return Err(format!("there are no datasets in {}", folder.display()));
    }
    names
        .into_iter()
        .map(|name| dataset(folder, name))
        .collect()
}

fn dataset(folder: &Path, name: String) -> Result<Dataset, String> {
    let folder = folder.join(&name);
    let path = folder.join("schema.json");
    let schema = fs::read_to_string(&path);
    let schema = schema.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Dataset {
        name,
        folder,
        schema,
    })
}

/// The sorted names of the folders in the folder that have a schema.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.path().join("schema.json").is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
