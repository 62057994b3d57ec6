//! Schemas from the world, with instances and the verdicts that others agree on: each must become
//! types of reasonable size, without warnings, that say the same.
//!
//! A folder holds `schemas/<name>.json` and, where there are any, `instances/<name>.jsonl` with
//! lines of the form `{"from": …, "valid": …, "instance": …}`.

mod attempt;
mod folder;
mod run;
mod tally;

use clap::Parser;
use folder::{Folder, Selection};
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use tally::Tally;

/// Generates types from every schema of a folder, builds them, and compares their verdicts on the
/// folder's instances with those that the folder gives.
#[derive(Debug, Parser)]
#[command(name = "corpus")]
struct Arguments {
    /// Holds `schemas/<name>.json` and `instances/<name>.jsonl`
    folder: PathBuf,
    /// Only the schemas of these names
    #[arg(long, value_name = "NAME", num_args = 1..)]
    only: Vec<String>,
    /// Every so many-th schema by name, the first one included
    #[arg(long, value_name = "N", default_value = "1", conflicts_with = "only")]
    every: NonZeroUsize,
    /// Leave out the Rust compiler, and with it the verdicts
    #[arg(long)]
    generate_only: bool,
}

/// The main function of the program `corpus`. It succeeds when nothing is wrong with any schema.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match try_all(&arguments) {
        Ok(tally) if tally.is_clean() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            // A failure to write the message leaves nothing to write the next one to.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn try_all(arguments: &Arguments) -> Result<Tally, String> {
    let selection = Selection {
        only: &arguments.only,
        every: arguments.every,
    };
    let folder = Folder::read(&arguments.folder, selection)?;
    let mut tally = Tally::of(folder.count);
    let mut stdout = io::stdout().lock();
    for (number, batch) in folder.schemas.chunks(run::BATCH).enumerate() {
        let program = format!("corpus-{number}");
        for attempt in run::attempts(&folder, batch, &program, arguments.generate_only) {
            tally.add(&attempt);
            writeln!(stdout, "{attempt}").map_err(|error| error.to_string())?;
        }
    }
    writeln!(stdout, "\n{tally}").map_err(|error| error.to_string())?;
    Ok(tally)
}
