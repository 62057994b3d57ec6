//! What was found, for programs: one JSON object, written file by file.

use super::super::listing::Listing;
use super::{Findings, Linted, Tally};
use serde::Serialize;
use std::io::{self, Write};
use tollgate_codegen::{Code, Diagnostic, Severity};
use tollgate_core::ValidationError;

#[derive(Debug, Default)]
pub(super) struct Json(Listing);

#[derive(Serialize)]
struct Entry<'l> {
    file: &'l str,
    sound: bool,
    diagnostics: Vec<Finding<'l>>,
}

#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Finding<'l> {
    severity: &'static str,
    code: &'static str,
    message: &'l str,
    /// Where it is another document than the one that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'l str>,
    line: Option<usize>,
    column: Option<usize>,
    schema_location: &'l str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'l str>,
}

#[derive(Serialize)]
struct Summary {
    checked: usize,
    unsound: usize,
    errors: usize,
    warnings: usize,
    lints: usize,
}

impl Json {
    pub(super) fn file(&mut self, linted: &Linted, out: &mut impl Write) -> io::Result<()> {
        self.0.file(&entry(linted), out)
    }

    pub(super) fn close(tally: &Tally, out: &mut impl Write) -> io::Result<()> {
        let summary = Summary {
            checked: tally.checked,
            unsound: tally.unsound + tally.unreadable,
            errors: tally.errors + tally.unreadable,
            warnings: tally.warnings,
            lints: tally.lints,
        };
        Listing::close(&summary, out)
    }
}

fn entry(linted: &Linted) -> Entry<'_> {
    let diagnostics: Vec<Finding<'_>> = match &linted.findings {
        Findings::Diagnostics { found, .. } => {
            let finding = |found| diagnostic(found, &linted.file);
            found.iter().map(finding).collect()
        }
        Findings::NoJson { report, .. } => report.iter().map(error).collect(),
        Findings::Unreadable(message) => vec![Finding {
            severity: Severity::Error.name(),
            code: "io",
            message,
            ..Finding::default()
        }],
    };
    Entry {
        file: &linted.name,
        sound: diagnostics.is_empty(),
        diagnostics,
    }
}

fn diagnostic<'l>(found: &'l Diagnostic, own: &str) -> Finding<'l> {
    Finding {
        severity: found.severity().name(),
        code: found.code().name(),
        message: found.message(),
        file: Some(found.file()).filter(|file| *file != own),
        line: Some(found.line()),
        column: Some(found.column()),
        schema_location: found.location(),
        help: found.help(),
    }
}

fn error(error: &ValidationError) -> Finding<'_> {
    Finding {
        severity: Severity::Error.name(),
        code: Code::BrokenSchema.name(),
        message: error.message(),
        file: None,
        line: error.line(),
        column: error.column(),
        schema_location: error.instance_location(),
        help: error.help(),
    }
}
