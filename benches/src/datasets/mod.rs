//! Real schemas with their instances, from bytes to verdict: for each schema a program is generated and
//! built outside the workspace, as a user's would be.

mod build;
pub(crate) mod crates;
pub(crate) mod folder;
mod table;

use crate::{Datasets, Options, note, print};
use std::path::Path;
use std::process::Command;
use table::Row;
use tollgate_measure::Figures;

/// Generates, builds, measures and prints.
pub(crate) fn run(arguments: &Datasets, options: Options) -> Result<(), String> {
    let Datasets { selection, engines } = arguments;
    let folder = folder::find(selection.folder.as_deref())?;
    let datasets = folder::read(&folder, &selection.only)?;
    note(&format!("building {} programs", datasets.len()));
    let mut rows = Vec::new();
    for (dataset, program) in datasets.iter().zip(build::build(&datasets)?) {
        note(&dataset.name);
        let figures = program.and_then(|program| measure(&program, engines, options));
        rows.push(Row::new(dataset, figures));
    }
    let text = if options.json {
        table::json(&rows)
    } else {
        table::text(&rows)
    };
    print(&text)?;
    table::failure(&rows).map_or(Ok(()), Err)
}

fn measure(program: &Path, engines: &[String], options: Options) -> Result<Figures, String> {
    let mut command = Command::new(program);
    command.arg("--json");
    if options.quick {
        command.arg("--quick");
    }
    if !engines.is_empty() {
        command.args(["--engines", &engines.join(",")]);
    }
    let output = command.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{}: {}", output.status, words.trim()));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}
