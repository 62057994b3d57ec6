//! Standard error: what keeps a command from doing its work.

use super::diagnostics::{self, Sources};
use crate::engine::{SchemaProblem, schema_name};
use crate::input::shown;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, Write as _};
use std::path::Path;
use tollgate_codegen::{Diagnostic, Severity};
use tollgate_core::Report;
use tollgate_core::report::Rendering;

/// What is said, at once or when its turn comes.
#[must_use]
#[derive(Debug)]
pub(crate) struct Message(pub(super) String);

impl Message {
    pub(crate) fn say(&self) {
        say(&self.0);
    }
}

pub(crate) fn unreadable(file: &str, error: &io::Error) -> Message {
    Message(format!("error: {} cannot be read: {error}\n", shown(file)))
}

/// `place` is a file, or a line of one.
pub(crate) fn not_checked(place: &str, message: &str, help: &str) -> Message {
    Message(format!(
        "error: {} is not checked: {message}\nhelp: {help}\n",
        shown(place)
    ))
}

pub(crate) fn unwritable(error: &io::Error) {
    say(&format!(
        "error: standard output cannot be written: {error}\n"
    ));
}

/// A broken schema is shown as a broken document is.
pub(crate) fn schema_problem(path: &Path, problem: &SchemaProblem) -> Message {
    let name = schema_name(path);
    match problem {
        SchemaProblem::Unreadable { error, help } => {
            let help = help
                .as_ref()
                .map(|help| format!("help: {help}\n"))
                .unwrap_or_default();
            Message(format!(
                "error: the schema {name} cannot be read: {error}\n{help}"
            ))
        }
        SchemaProblem::Broken { report, source } => {
            broken_schema(&name, report, source, "check with")
        }
    }
}

/// `purpose` is what the schema cannot be used for.
pub(crate) fn broken_schema(name: &str, report: &Report, source: &[u8], purpose: &str) -> Message {
    let rendering = Rendering::new()
        .origin(name)
        .colours(colours())
        .place_first(true);
    let blocks = rendering.blocks(report, source);
    let problems = problems(report.len() + report.more());
    Message(format!(
        "{blocks}error: {name} is no schema to {purpose}: {problems}\n"
    ))
}

/// So many diagnostics of a schema are listed.
const LISTED: usize = 1_000;

/// What the compiler says of a schema, and of other documents that it refers to.
pub(crate) fn diagnostics(sources: &Sources<'_>, found: &[Diagnostic]) {
    let name = sources.name;
    let block = |found: &Diagnostic| diagnostics::block(found, sources, colours());
    say(&found.iter().take(LISTED).map(block).collect::<String>());
    let errors = found
        .iter()
        .filter(|found| found.severity() == Severity::Error)
        .count();
    if errors > 0 {
        let problems = problems(errors);
        say(&format!(
            "error: {name} is no schema to generate from: {problems}\n"
        ));
    }
}

/// What is wrong, in one line.
pub(crate) fn failure(message: &str) {
    say(&format!("error: {message}\n"));
}

fn colours() -> bool {
    AutoStream::choice(&io::stderr()) != ColorChoice::Never
}

fn problems(count: usize) -> String {
    match count {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    }
}

/// Nobody can be told that standard error is closed.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
