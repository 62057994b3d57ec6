//! Measures Tollgate beside its peers on the req-pay payloads, all in one run, and prints one table.
//!
//! `--quick` measures briefly, to see that everything runs; `--json` prints rows for programs.

mod agree;
mod engines;
mod measure;
mod payload;
mod plain;
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

/// What the command line asks for.
#[derive(Default)]
struct Options {
    quick: bool,
    json: bool,
}

fn main() -> ExitCode {
    match parse(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A failure to write the message leaves nothing to write the next one to.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn parse(arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    for argument in arguments {
        match argument.as_str() {
            "--quick" => options.quick = true,
            "--json" => options.json = true,
            other => return Err(format!("unknown option {other}; known: --quick, --json")),
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<(), String> {
    agree::check();
    let effort = if options.quick {
        measure::Effort::QUICK
    } else {
        measure::Effort::FULL
    };
    let sections: Vec<_> = engines::groups()
        .iter()
        .flat_map(|group| payload::all().map(|payload| measure::section(group, payload, effort)))
        .collect();
    let text = if options.json {
        table::json(&sections)
    } else {
        table::text(&sections)
    };
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| error.to_string())
}
