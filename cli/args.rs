//! What can be said on the command line.

use crate::rust_path::RustPath;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;
use tollgate_codegen::Code;

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
    /// Check that JSON Schemas are sound: no mistakes, and nothing that cannot be meant
    Lint(Lint),
    /// Write the Rust that `tollgate::schema!` expands to, for a module that needs no macro
    Generate(Generate),
}

const CHECK_EXAMPLES: &str = "\
Examples:
  tollgate check --schema req-pay payment.json
  tollgate check --schema schemas/order.schema.json orders/*.json
  curl -s https://example.com/order | tollgate check --schema schemas/order.schema.json -
  tollgate check --format json --schema req-pay payment.json
  tollgate check --schema req-pay --lines payments.ndjson

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

    /// Each line is a document (NDJSON). Lines of white space alone are passed over
    #[arg(long)]
    pub(crate) lines: bool,

    /// How many documents to judge at once, instead of one for each core
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

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

const LINT_EXAMPLES: &str = "\
Examples:
  tollgate lint schemas/order.schema.json
  tollgate lint --allow refused-default,unused-definition schemas/*.json
  tollgate lint --ref https://example.com/schemas/=schemas/ schemas/order.schema.json
  tollgate lint --format json --draft 7 order.json

Exit codes:
  0  every schema is sound
  1  something is found in a schema, or it is not JSON
  2  wrong usage, a file that cannot be read";

#[derive(Debug, clap::Args)]
#[command(after_help = LINT_EXAMPLES)]
pub(crate) struct Lint {
    /// How to report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// What is not to be reported; errors always are
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = codes())]
    pub(crate) allow: Vec<Code>,

    #[command(flatten)]
    pub(crate) meaning: Meaning,

    /// The schema files; `-` is standard input
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
}

/// What has to be known besides a schema to know what it means.
#[derive(Debug, clap::Args)]
pub(crate) struct Meaning {
    /// The dialect of a schema without `$schema`
    #[arg(long, value_name = "DRAFT", default_value = "2020-12",
        value_parser = ["4", "6", "7", "2019-09", "2020-12"])]
    pub(crate) draft: String,

    /// A document that schemas may refer to, and its file; for a URI with `/` at its end, a folder of
    /// documents. Nothing is ever downloaded
    #[arg(long = "ref", value_name = "URI=FILE")]
    pub(crate) refs: Vec<RefFile>,

    /// What `format` is
    #[arg(long, value_enum, default_value_t = Formats::Annotate)]
    pub(crate) formats: Formats,
}

/// Takes the name of a code.
fn codes() -> impl TypedValueParser<Value = Code> {
    let codes = Code::ALL.into_iter();
    let codes = codes.filter(|&code| code != Code::BrokenSchema);
    PossibleValuesParser::new(codes.map(Code::name))
        .try_map(|name| Code::from_name(&name).ok_or("there is no such code"))
}

const GENERATE_EXAMPLES: &str = "\
Examples:
  tollgate generate schemas/order.schema.json -o src/order.rs
  tollgate generate schemas/order.schema.json -o src/order.rs --check
  tollgate generate schemas/order.schema.json --crate ::tollgate --number rust_decimal::Decimal
  tollgate generate schemas/order.schema.json --ref https://example.com/schemas/=schemas/

The crate with the generated module depends on `tollgate-core`, or on what `--crate` names.

Exit codes:
  0  the Rust is written; with `--check`: the file is what would be written
  1  with `--check`: the file is stale or missing
  2  wrong usage, a file that cannot be read or written, a broken schema";

#[derive(Debug, clap::Args)]
#[command(after_help = GENERATE_EXAMPLES)]
pub(crate) struct Generate {
    /// The schema file; `-` is standard input
    #[arg(value_name = "SCHEMA")]
    pub(crate) schema: PathBuf,

    /// The file to write, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Write nothing; fail if FILE is not what would be written
    #[arg(long, requires = "output")]
    pub(crate) check: bool,

    /// The path of the run time in the generated code
    #[arg(long = "crate", value_name = "PATH", default_value = RustPath::RUNTIME)]
    pub(crate) runtime: RustPath,

    /// The name of the root type. Without it: the schema's title, else the file's name
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) name: Option<String>,

    /// The type of numbers: `exact` keeps every digit
    #[arg(long, value_name = "exact|f64|PATH", default_value = "exact")]
    pub(crate) number: RustPath,

    /// The type of integers without bounds
    #[arg(long, value_name = "i64|exact|PATH", default_value = "i64")]
    pub(crate) integer: RustPath,

    /// The type of strings: `borrowed` ones stay in the document where they can
    #[arg(long, value_name = "String|borrowed|PATH", default_value = "String")]
    pub(crate) string: RustPath,

    /// What becomes of members that the schema does not name
    #[arg(long, value_enum, default_value_t = Unknown::Keep)]
    pub(crate) unknown: Unknown,

    /// What a member name means that is given twice
    #[arg(long, value_enum, default_value_t = Duplicates::Reject)]
    pub(crate) duplicates: Duplicates,

    /// How deep documents may nest
    #[arg(long, value_name = "N", default_value_t = 128)]
    pub(crate) max_depth: usize,

    /// Allow patterns that only a backtracking engine matches; the crate that the code is for turns
    /// on the run time's feature `backtracking`
    #[arg(long)]
    pub(crate) backtracking: bool,

    #[command(flatten)]
    pub(crate) meaning: Meaning,
}

/// A URI, and the file or folder that is meant by it.
#[derive(Debug, Clone)]
pub(crate) struct RefFile {
    pub(crate) uri: String,
    pub(crate) path: PathBuf,
}

impl FromStr for RefFile {
    type Err = &'static str;

    /// URIs often contain a `=`, names of files seldom.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.rsplit_once('=') {
            Some((uri, path)) if !uri.is_empty() && !path.is_empty() => Ok(Self {
                uri: uri.to_owned(),
                path: path.into(),
            }),
            _ => Err(
                "expected a URI and a file, such as `https://example.com/a.json=schemas/a.json`",
            ),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Formats {
    /// A note for people
    Annotate,
    /// It has to hold
    Assert,
}

impl From<Formats> for tollgate_codegen::Formats {
    fn from(formats: Formats) -> Self {
        match formats {
            Formats::Annotate => Self::Annotate,
            Formats::Assert => Self::Assert,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unknown {
    /// They are kept in the field `other`
    Keep,
    /// They are read over
    Ignore,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Duplicates {
    /// An error
    Reject,
    /// The last one counts
    Last,
}
