//! The report for people.

use super::{Checked, Tally, Verdict};
use crate::input::shown;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use tollgate_core::Report;
use tollgate_core::report::Rendering;

pub(crate) struct Text {
    pub(crate) colours: bool,
    /// The schema that all documents are judged by.
    pub(crate) schema: Option<String>,
}

impl Text {
    pub(super) fn file(&self, checked: &Checked, out: &mut impl Write) -> io::Result<()> {
        let name = shown(&checked.name);
        match &checked.verdict {
            Verdict::Valid => {
                let style = self.style(AnsiColor::Green);
                writeln!(out, "{style}ok{style:#} {name}")
            }
            Verdict::Invalid { report, source } => {
                let rendering = Rendering::new().origin(&name).colours(self.colours);
                out.write_all(rendering.blocks(report, source).as_bytes())?;
                cut_short(&name, report, out)
            }
            // Said on standard error.
            Verdict::Unusable { .. } => Ok(()),
        }
    }

    pub(super) fn close(&self, tally: &Tally, out: &mut impl Write) -> io::Result<()> {
        let files = count(tally.checked, "file");
        let against = match &self.schema {
            Some(schema) => format!(" against {schema}"),
            None => String::new(),
        };
        writeln!(out, "checked {files}{against}: {}", outcome(tally))
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
fn cut_short(name: &str, report: &Report, out: &mut impl Write) -> io::Result<()> {
    let (listed, more) = (report.len(), report.more());
    match more {
        0 => Ok(()),
        _ => writeln!(
            out,
            "{name}: {} errors, the first {listed} shown\n",
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
