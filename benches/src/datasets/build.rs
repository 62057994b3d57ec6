//! All programs are one workspace, so that Cargo builds them side by side and what they share once.

use super::crates;
use super::folder::Dataset;
use serde_json::Value;
use std::path::PathBuf;
use tollgate_scratch::Scratch;

/// The folder of the workspace under `target/scratch`.
const WORKSPACE: &str = "benchmark";

/// Builds a program for each dataset: where it is, or why there is none.
pub(super) fn build(datasets: &[Dataset]) -> Result<Vec<Result<PathBuf, String>>, String> {
    let scratch = Scratch::empty(WORKSPACE);
    let written: Vec<Result<(), String>> = datasets
        .iter()
        .map(|dataset| crates::write(&scratch, dataset))
        .collect();
    let programs = datasets.iter().map(crates::program);
    let members: Vec<String> = programs
        .clone()
        .zip(&written)
        .filter(|(_, written)| written.is_ok())
        .map(|(program, _)| program)
        .collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    scratch.write("Cargo.toml", &manifest);
    let output = scratch.cargo(&[
        "build",
        "--release",
        "--quiet",
        "--keep-going",
        "--message-format=json-render-diagnostics",
    ]);
    let words = String::from_utf8_lossy(&output.stderr);
    if executables(&output.stdout).next().is_none() && !members.is_empty() {
        return Err(format!("nothing was built: {words}"));
    }
    let found = programs.zip(written).map(|(program, written)| {
        written?;
        let mut executables = executables(&output.stdout);
        let found = executables.find(|path| path.file_stem().is_some_and(|stem| *stem == *program));
        found.ok_or_else(|| format!("{program} was not built: {words}"))
    });
    Ok(found.collect())
}

/// The programs that Cargo's messages name.
fn executables(messages: &[u8]) -> impl Iterator<Item = PathBuf> {
    let lines = messages.split(|&byte| byte == b'\n');
    let messages = lines.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    messages.filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
}
