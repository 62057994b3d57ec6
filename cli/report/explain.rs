//! Standard error: what keeps documents from being checked.

use crate::engine::{SchemaProblem, schema_name};
use crate::input::shown;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, Write as _};
use std::path::Path;
use tollgate_core::report::Rendering;

pub(crate) fn unreadable(file: &str, error: &io::Error) {
    say(&format!("error: {} cannot be read: {error}\n", shown(file)));
}

pub(crate) fn without_schema(file: &str, message: &str, help: &str) {
    say(&format!(
        "error: {} is not checked: {message}\nhelp: {help}\n",
        shown(file)
    ));
}

pub(crate) fn unwritable(error: &io::Error) {
    say(&format!(
        "error: standard output cannot be written: {error}\n"
    ));
}

/// A broken schema is shown as a broken document is.
pub(crate) fn schema_problem(path: &Path, problem: &SchemaProblem) {
    let name = schema_name(path);
    match problem {
        SchemaProblem::Unreadable { error, help } => {
            let help = help
                .as_ref()
                .map(|help| format!("help: {help}\n"))
                .unwrap_or_default();
            say(&format!(
                "error: the schema {name} cannot be read: {error}\n{help}"
            ));
        }
        SchemaProblem::Broken { report, source } => {
            let colours = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
            let rendering = Rendering::new()
                .origin(&name)
                .colours(colours)
                .place_first(true);
            let problems = match report.len() + report.more() {
                1 => "1 problem".to_owned(),
                count => format!("{count} problems"),
            };
            let blocks = rendering.blocks(report, source);
            say(&format!(
                "{blocks}error: {name} is no schema to check with: {problems}\n"
            ));
        }
    }
}

/// Nobody can be told that standard error is closed.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
