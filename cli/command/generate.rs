//! `tollgate generate`: the Rust that the macro would expand to, as a file.

mod header;

use crate::args::{Duplicates, Generate, Unknown};
use crate::engine::{SchemaProblem, schema_name};
use crate::input::{Input, portable, shown};
use crate::refs;
use crate::report::{Sources, explain};
use crate::rust_path::RustPath;
use header::{command, header};
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;
use tollgate_codegen::{
    Document, IntegerType, NumberType, Options, Severity, StringType, UnknownMembers, compile,
};
use tollgate_core::{Json, Schema as _};

/// Why nothing was generated. It has been said already.
struct Stopped(u8);

/// The file is not what it should be.
const STALE: Stopped = Stopped(1);
/// The question makes no sense, or cannot be answered.
const UNUSABLE: Stopped = Stopped(2);

pub(crate) fn run(args: &Generate) -> ExitCode {
    match generate(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stopped(code)) => ExitCode::from(code),
    }
}

fn generate(args: &Generate) -> Result<(), Stopped> {
    let options = options(args)?;
    let schema = read(&args.schema)?;
    let rust = header(args) + &rust(args, &schema, &options)?;
    match &args.output {
        Some(file) if args.check => check(file, &rust, &command(args)),
        Some(file) => write(file, &rust, &args.schema),
        None => print(&rust),
    }
}

fn options(args: &Generate) -> Result<Options, Stopped> {
    let defaults = Options::default();
    Ok(Options {
        runtime: args
            .runtime
            .as_str()
            .parse()
            .map_err(|_| no_path(&args.runtime))?,
        draft: args.meaning.draft.clone(),
        number: match args.number.as_str() {
            "exact" => NumberType::Exact,
            path => NumberType::Path(path.parse().map_err(|_| no_path(&args.number))?),
        },
        integer: match args.integer.as_str() {
            "i64" => IntegerType::I64,
            "exact" => IntegerType::Exact,
            path => IntegerType::Path(path.parse().map_err(|_| no_path(&args.integer))?),
        },
        string: match args.string.as_str() {
            "String" => StringType::Owned,
            "borrowed" => StringType::Borrowed,
            path => StringType::Path(path.parse().map_err(|_| no_path(&args.string))?),
        },
        unknown: match args.unknown {
            Unknown::Keep => UnknownMembers::Keep,
            Unknown::Ignore => UnknownMembers::Ignore,
        },
        duplicates: match args.duplicates {
            Duplicates::Reject => tollgate_codegen::Duplicates::Reject,
            Duplicates::Last => tollgate_codegen::Duplicates::Last,
        },
        max_depth: args.max_depth,
        backtracking: args.backtracking,
        unrolled: defaults.unrolled,
        has_formats: true,
        formats: args.meaning.formats.into(),
        remotes: refs::read(&args.meaning.refs).map_err(|refs::Unreadable| UNUSABLE)?,
        visibility: defaults.visibility,
    })
}

fn no_path(path: &RustPath) -> Stopped {
    explain::failure(&format!("`{}` is no path of Rust", shown(path.as_str())));
    UNUSABLE
}

fn read(path: &Path) -> Result<String, Stopped> {
    let bytes = Input::new(path).read().map_err(|error| {
        explain::schema_problem(path, &SchemaProblem::Unreadable { error, help: None }).say();
        UNUSABLE
    })?;
    String::from_utf8(bytes).map_err(|error| {
        // Whatever reads JSON reports this in the same words.
        if let Err(report) = Json::from_json(error.as_bytes()) {
            let name = schema_name(path);
            explain::broken_schema(&name, &report, error.as_bytes(), "generate from").say();
        }
        UNUSABLE
    })
}

/// The generated items. Diagnostics are told; a check of a file is silent about mere warnings.
fn rust(args: &Generate, schema: &str, options: &Options) -> Result<String, Stopped> {
    let file = portable(&args.schema);
    let document = match &args.name {
        Some(name) => Document::new(name, &file, schema),
        None => Document::from_file(&file, schema),
    };
    let (output, diagnostics) = compile(&[document], options);
    let name = schema_name(&args.schema);
    let is_broken = diagnostics
        .iter()
        .any(|found| found.severity() == Severity::Error);
    if is_broken || !args.check {
        let sources = Sources::new(&name, &file, schema, &options.remotes);
        explain::diagnostics(&sources, &diagnostics);
    }
    if is_broken {
        return Err(UNUSABLE);
    }
    output.to_source().map_err(|error| {
        explain::failure(&format!("what {name} generates is no Rust: {error}"));
        UNUSABLE
    })
}

fn check(file: &Path, rust: &str, command: &str) -> Result<(), Stopped> {
    let name = shown(&file.to_string_lossy());
    let state = match fs::read(file) {
        Ok(found) if found == rust.as_bytes() => return Ok(()),
        Ok(_) => "stale",
        Err(error) if error.kind() == ErrorKind::NotFound => "missing",
        Err(error) => {
            explain::unreadable(&name, &error).say();
            return Err(UNUSABLE);
        }
    };
    explain::failure(&format!("{name} is {state}: run `{command}`"));
    Err(STALE)
}

fn write(file: &Path, rust: &str, schema: &Path) -> Result<(), Stopped> {
    let name = shown(&file.to_string_lossy());
    if is_same_file(file, schema) {
        explain::failure(&format!("{name} is the schema: it would be lost"));
        return Err(UNUSABLE);
    }
    // A file that is not touched is not compiled again.
    if fs::read(file).is_ok_and(|found| found == rust.as_bytes()) {
        return Ok(());
    }
    fs::write(file, rust).map_err(|error| {
        explain::failure(&format!("{name} cannot be written: {error}"));
        UNUSABLE
    })
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn print(rust: &str) -> Result<(), Stopped> {
    let mut stdout = io::stdout().lock();
    let printed = stdout
        .write_all(rust.as_bytes())
        .and_then(|()| stdout.flush());
    match printed {
        Ok(()) => Ok(()),
        // Whoever read has gone, and needs no more.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            explain::unwritable(&error);
            Err(UNUSABLE)
        }
    }
}
