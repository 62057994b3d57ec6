//! The report for people.

use super::{Checked, Tally};
use crate::input::shown;
use crate::judge::Verdict;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use tollgate_core::Report;
use tollgate_core::report::Rendering;

#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(super) colours: bool,
    /// The schema that all documents are judged by.
    pub(super) schema: Option<String>,
}

impl Text {
    pub(super) fn document(&self, checked: &Checked<'_>, out: &mut impl Write) -> io::Result<()> {
        match checked.verdict {
            Verdict::Valid => self.ok(checked.name, out),
            Verdict::Invalid(report) => {
                let name = shown(checked.name);
                let rendering = Rendering::new().origin(&name).colours(self.colours);
                out.write_all(rendering.blocks(report, checked.source).as_bytes())?;
                let place = match checked.line {
                    Some(line) => format!("{name}:{line}"),
                    None => name,
                };
                cut_short(&place, report, out)
            }
            // Said on standard error.
            Verdict::Unusable(_) => Ok(()),
        }
    }

    /// Says that a file is valid.
    pub(super) fn ok(&self, name: &str, out: &mut impl Write) -> io::Result<()> {
        let style = self.style(AnsiColor::Green);
        writeln!(out, "{style}ok{style:#} {}", shown(name))
    }

    /// The closing count: of files, or of lines in `files` files.
    pub(super) fn close(
        &self,
        tally: &Tally,
        files: Option<usize>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let checked = match files {
            None => count(tally.checked, "file"),
            Some(files) => {
                let lines = count(tally.checked, "line");
                format!("{lines} in {}", count(files, "file"))
            }
        };
        let against = match &self.schema {
            Some(schema) => format!(" against {schema}"),
            None => String::new(),
        };
        writeln!(out, "checked {checked}{against}: {}", outcome(tally))
    }

    fn style(&self, colour: AnsiColor) -> Style {
        if self.colours {
            colour.on_default().bold()
        } else {
            Style::new()
        }
    }
}

/// Says how many errors there are, where not all of them are listed.
fn cut_short(place: &str, report: &Report, out: &mut impl Write) -> io::Result<()> {
    let (listed, more) = (report.len(), report.more());
    match more {
        0 => Ok(()),
        _ => writeln!(
            out,
            "{place}: {} errors, the first {listed} shown\n",
            listed + more
        ),
    }
}

fn outcome(tally: &Tally) -> String {
    match (tally.checked, tally.valid()) {
        (1, 1) => return "valid".to_owned(),
        (checked, valid) if checked == valid => return "all valid".to_owned(),
        _ => {}
    }
    let mut parts = Vec::new();
    let mut part = |count: usize, what: &str| {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    };
    part(tally.valid(), "valid");
    part(tally.invalid, "invalid");
    part(tally.unusable, "not checked");
    if tally.errors > 0 {
        parts.push(count(tally.errors, "error"));
    }
    parts.join(", ")
}

pub(super) fn count(count: usize, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}
