//! The program that a dataset's generated code becomes.

use crate::contest::measure;
use crate::documents::Documents;
use crate::figures::Figures;
use crate::id;
use crate::turns::Effort;
use crate::verdict::{Field, Generated};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// A dataset, and what was generated from its schema.
#[derive(Clone, Copy, Debug)]
pub struct Dataset {
    /// The folder of `schema.json` and `instances.jsonl`.
    pub folder: &'static str,
    /// What was generated.
    pub generated: Generated,
}

/// Measures the dataset and prints the figures: a table, or with `--json` every sample. `--quick`
/// measures briefly, `--engines ours,baseline` only these.
pub fn main(dataset: &Dataset) -> ExitCode {
    match run(dataset, std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A failure to write the message leaves nothing to write the next one to.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(dataset: &Dataset, arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut json = false;
    let mut effort = Effort::FULL;
    let mut engines = Vec::new();
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => json = true,
            "--quick" => effort = Effort::QUICK,
            "--engines" => {
                let names = arguments.next().ok_or("--engines needs names")?;
                engines = names.split(',').map(str::to_owned).collect();
            }
            other => return Err(format!("unknown option {other}")),
        }
    }
    let documents = Documents::read(dataset.folder.as_ref())?;
    let mut field = Field::of_verdict(dataset.generated, &schema(dataset)?, &documents);
    field.keep(&engines)?;
    let figures = measure(field, &documents, effort);
    let text = if json {
        serde_json::to_string(&figures).map_err(|error| error.to_string())?
    } else {
        text(&figures)
    };
    writeln!(io::stdout(), "{text}").map_err(|error| error.to_string())
}

fn schema(dataset: &Dataset) -> Result<Value, String> {
    let path = format!("{}/schema.json", dataset.folder);
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}

fn text(figures: &Figures) -> String {
    let Figures {
        documents, bytes, ..
    } = figures;
    let mut text = format!("{documents} documents, {bytes} bytes\n");
    for engine in &figures.engines {
        let time = figures.time(&engine.id).unwrap_or(f64::NAN);
        let times = figures.times(&engine.id, &[id::BASELINE]);
        let times = times.map_or(String::new(), |times| format!("{times:8.2}x baseline"));
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{:48} {time:8.3} ns/byte {times}", engine.title);
    }
    for disagreement in &figures.disagreements {
        let _ = writeln!(text, "DISAGREEMENT: {disagreement:?}");
    }
    for reason in &figures.absent {
        let _ = writeln!(text, "absent: {reason}");
    }
    text
}
