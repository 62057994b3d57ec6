//! What `lint` found, and how it is told.

mod json;
mod text;

use super::exit_code;
use super::stdout::Stdout;
use crate::args::Format;
use json::Json;
use std::io::Write as _;
use std::process::ExitCode;
use text::Text;
use tollgate_codegen::{Diagnostic, Remote, Severity};
use tollgate_core::Report;

/// A schema that was looked at.
pub(crate) struct Linted {
    /// As it was given.
    pub(crate) name: String,
    /// As the compiler calls it.
    pub(crate) file: String,
    pub(crate) findings: Findings,
}

pub(crate) enum Findings {
    Diagnostics {
        text: String,
        found: Vec<Diagnostic>,
    },
    /// The file is no text that could be looked at.
    NoJson { report: Report, source: Vec<u8> },
    /// There is nothing to look at, and why.
    Unreadable(String),
}

/// Counts over all schemas.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    checked: usize,
    unsound: usize,
    unreadable: usize,
    errors: usize,
    warnings: usize,
    lints: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, linted: &Linted) {
        self.checked += 1;
        match &linted.findings {
            Findings::Diagnostics { found, .. } => {
                self.unsound += usize::from(!found.is_empty());
                for found in found {
                    *match found.severity() {
                        Severity::Error => &mut self.errors,
                        Severity::Warning => &mut self.warnings,
                        Severity::Lint => &mut self.lints,
                    } += 1;
                }
            }
            Findings::NoJson { report, .. } => {
                self.unsound += 1;
                self.errors += report.len();
            }
            Findings::Unreadable(_) => self.unreadable += 1,
        }
    }

    fn sound(&self) -> usize {
        self.checked - self.unsound - self.unreadable
    }

    pub(crate) fn exit_code(&self, output_failed: bool) -> ExitCode {
        exit_code(output_failed || self.unreadable > 0, self.unsound > 0)
    }
}

/// What `lint` writes, in the format that was asked for.
pub(crate) struct Output<'r> {
    stdout: Stdout,
    remotes: &'r [Remote],
    format: Printer,
}

enum Printer {
    Text(Text),
    Json(Json),
}

impl<'r> Output<'r> {
    pub(crate) fn new(format: Format, remotes: &'r [Remote]) -> Self {
        let stdout = Stdout::new();
        let colours = stdout.has_colours();
        let format = match format {
            Format::Text => Printer::Text(Text { colours }),
            Format::Json => Printer::Json(Json::default()),
        };
        Self {
            stdout,
            remotes,
            format,
        }
    }

    pub(crate) fn file(&mut self, linted: &Linted) {
        self.stdout.print(|stdout| match &mut self.format {
            Printer::Text(text) => text.file(linted, self.remotes, stdout),
            Printer::Json(json) => json.file(linted, stdout),
        });
    }

    pub(crate) fn close(&mut self, tally: &Tally) {
        self.stdout.print(|stdout| {
            match &self.format {
                Printer::Text(_) => Text::close(tally, stdout)?,
                Printer::Json(_) => Json::close(tally, stdout)?,
            }
            stdout.flush()
        });
    }

    /// Whether something could not be written that someone waits for.
    pub(crate) fn is_broken(&self) -> bool {
        self.stdout.is_broken()
    }
}
