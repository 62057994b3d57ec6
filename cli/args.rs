//! What can be said on the command line.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// JSON documents against JSON Schema: every mistake, each with its line and what to do about it.
#[derive(Debug, Parser)]
#[command(name = "tollgate", version, about, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check that JSON documents are what a schema allows
    Check(Check),
}

const CHECK_EXAMPLES: &str = "\
Examples:
  tollgate check --schema req-pay payment.json
  tollgate check --schema schemas/order.schema.json orders/*.json
  curl -s https://example.com/order | tollgate check --schema schemas/order.schema.json -
  tollgate check --format json --schema req-pay payment.json

Exit codes:
  0  every file is valid
  1  a file is invalid, or is not JSON
  2  wrong usage, a file that cannot be read, a file without a schema, a broken schema";

#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct Check {
    /// The schema: a file, or one of the built-in names `req-pay` and `req-pay-response`.
    /// Without it, each file says itself: its member `$schema` names a schema file in this
    /// working tree
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) schema: Option<PathBuf>,

    /// How to report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// The documents; `-` is standard input
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// For people: a block for each error, with the line of the source
    Text,
    /// For programs: one JSON object
    Json,
}
