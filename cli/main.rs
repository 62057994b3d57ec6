//! `tollgate`: JSON documents against JSON Schema, on the command line.

mod args;
mod builtin;
mod bulk;
mod command;
mod engine;
mod input;
mod judge;
mod own_schema;
mod refs;
mod report;
mod rust_path;

use args::{Args, Command};
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Args::parse().command {
        Command::Check(args) => command::check::run(&args),
        Command::Lint(args) => command::lint::run(&args),
        Command::Generate(args) => command::generate::run(&args),
    }
}
