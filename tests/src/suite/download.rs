//! The suite as the source distribution of the Python package `jsonschema` brings it along: for
//! clones of the repository that have no copy beside them.

use crate::scratch::target;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is fetched from the Python package index.
pub(super) const PACKAGE: &str = "jsonschema==4.26.0";
const FOLDER: &str = "jsonschema-4.26.0";
/// Of the source distribution. pip refuses any other.
const SHA256: &str = "0c26707e2efad8aa1bfc5b7ce170f3fccc2e4918ff85989ba9ffa9facb2be326";

/// The suite's folder; the package is fetched where that has not been done before.
pub(super) fn fetch() -> Result<PathBuf, String> {
    let folder = target().join("json-schema-test-suite");
    let suite = folder.join(FOLDER).join("json");
    if suite.is_dir() {
        return Ok(suite);
    }
    let failed = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    let requirements = format!("{PACKAGE} --hash=sha256:{SHA256}\n");
    fs::write(folder.join("requirements.txt"), requirements).map_err(failed)?;
    python(&folder, PIP)?;
    unpack(&folder)?;
    Ok(suite)
}

/// The package alone comes as source: what pip needs to read its metadata may be built.
const PIP: &[&str] = &[
    "pip",
    "download",
    "--quiet",
    "--disable-pip-version-check",
    "--no-deps",
    "--no-binary=jsonschema",
    "--require-hashes",
    "--requirement=requirements.txt",
];

/// Unpacks beside the place and moves at the end, so that what is there is whole.
fn unpack(folder: &Path) -> Result<(), String> {
    let archive = format!("{FOLDER}.tar.gz");
    python(folder, &["tarfile", "--extract", &archive, "unpacked"])?;
    let unpacked = folder.join("unpacked").join(FOLDER);
    fs::rename(&unpacked, folder.join(FOLDER))
        .map_err(|error| format!("{}: {error}", unpacked.display()))
}

/// Runs a module of Python in a folder.
fn python(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let command = format!("python3 -m {}", arguments.join(" "));
    let output = Command::new("python3")
        .arg("-m")
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("`{command}` cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{command}` failed: {}", stderr.trim()))
}
