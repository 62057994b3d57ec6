//! Measures Tollgate beside its peers, all in one run, and prints one table.

mod build;
mod bulk;
mod datasets;
mod hostile;
mod req_pay;
mod section;

use clap::{Args, Parser, Subcommand};
use section::Section;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use tollgate_measure::Effort;

/// Measures Tollgate beside its peers; without a command, everything but what builds cost.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

#[derive(Args, Clone, Copy)]
struct Options {
    /// Measure briefly, to see that everything runs
    #[arg(long, global = true)]
    quick: bool,
    /// Print JSON for programs
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// From bytes to verdict on real schemas with their instances
    Datasets(Datasets),
    /// The req-pay payloads
    ReqPay,
    /// `tollgate check --lines` on 1 GB of payments
    Bulk,
    /// Documents that somebody writes who wants the reader to suffer
    Hostile,
    /// What it costs to build the code of a schema
    Build(Build),
}

#[derive(Args, Default)]
struct Selection {
    /// A folder of NAME/schema.json and NAME/instances.jsonl
    folder: Option<PathBuf>,
    /// Only the datasets of these names
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    only: Vec<String>,
}

#[derive(Args)]
struct Build {
    #[command(flatten)]
    selection: Selection,
    /// Leave out the services, which take long
    #[arg(long)]
    no_services: bool,
}

#[derive(Args, Default)]
struct Datasets {
    #[command(flatten)]
    selection: Selection,
    /// Only these engines, as they are called in JSON
    #[arg(long, value_name = "ENGINE", value_delimiter = ',')]
    engines: Vec<String>,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A failure to write the message leaves nothing to write the next one to.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> Result<(), String> {
    let options = arguments.options;
    match arguments.command {
        None => run_all(options),
        Some(Command::ReqPay) => show(&req_pay::run(options.effort()), options),
        Some(Command::Bulk) => show(&bulk::run(options.bulk(), options.effort())?, options),
        Some(Command::Hostile) => show(&hostile::run(options.effort()), options),
        Some(Command::Build(arguments)) => build::run(&arguments, options),
        Some(Command::Datasets(datasets)) => datasets::run(&datasets, options),
    }
}

/// Everything that is about time at run time.
fn run_all(options: Options) -> Result<(), String> {
    let mut sections = req_pay::run(options.effort());
    sections.extend(hostile::run(options.effort()));
    show(&sections, options)?;
    datasets::run(&Datasets::default(), options)
}

fn show(sections: &[Section], options: Options) -> Result<(), String> {
    let text = if options.json {
        section::json(sections)
    } else {
        section::text(sections)
    };
    print(&text)?;
    section::failure(sections).map_or(Ok(()), Err)
}

impl Options {
    fn effort(self) -> Effort {
        if self.quick {
            Effort::QUICK
        } else {
            Effort::FULL
        }
    }

    /// How many bytes are checked in bulk.
    fn bulk(self) -> usize {
        if self.quick {
            50_000_000
        } else {
            1_000_000_000
        }
    }
}

fn print(text: &str) -> Result<(), String> {
    let written = io::stdout().write_all(text.as_bytes());
    written.map_err(|error| error.to_string())
}

/// Says what is going on, to whoever waits for the table.
fn note(text: &str) {
    // Who does not listen misses nothing that is in the table.
    let _ = writeln!(io::stderr(), "{text}");
}
