//! What was found, for people.

use super::super::diagnostics::{Sources, block};
use super::super::text::count;
use super::{Findings, Linted, Tally};
use crate::input::shown;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use tollgate_codegen::Remote;
use tollgate_core::report::Rendering;

pub(super) struct Text {
    pub(super) colours: bool,
}

/// So much that was found in a schema is listed.
const LISTED: usize = 1_000;

impl Text {
    pub(super) fn file(
        &self,
        linted: &Linted,
        remotes: &[Remote],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let name = shown(&linted.name);
        match &linted.findings {
            Findings::Diagnostics { found, .. } if found.is_empty() => {
                let style = if self.colours {
                    AnsiColor::Green.on_default().bold()
                } else {
                    Style::new()
                };
                writeln!(out, "{style}ok{style:#} {name}")
            }
            Findings::Diagnostics { text, found } => {
                let sources = Sources::new(&name, &linted.file, text, remotes);
                for found in found.iter().take(LISTED) {
                    out.write_all(block(found, &sources, self.colours).as_bytes())?;
                }
                match found.len() {
                    0..=LISTED => Ok(()),
                    all => writeln!(out, "{name}: {all} findings, the first {LISTED} shown\n"),
                }
            }
            Findings::NoJson { report, source } => {
                let rendering = Rendering::new()
                    .origin(&name)
                    .colours(self.colours)
                    .place_first(true);
                out.write_all(rendering.blocks(report, source).as_bytes())
            }
            // Said on standard error.
            Findings::Unreadable(_) => Ok(()),
        }
    }

    pub(super) fn close(tally: &Tally, out: &mut impl Write) -> io::Result<()> {
        let files = count(tally.checked, "schema");
        writeln!(out, "checked {files}: {}", outcome(tally))
    }
}

fn outcome(tally: &Tally) -> String {
    match (tally.checked, tally.sound()) {
        (1, 1) => return "sound".to_owned(),
        (checked, sound) if checked == sound => return "all sound".to_owned(),
        _ => {}
    }
    let states = [
        (tally.sound(), "sound"),
        (tally.unsound, "unsound"),
        (tally.unreadable, "not checked"),
    ];
    let states = states.into_iter().filter(|&(number, _)| number > 0);
    let found = [
        (tally.errors, "error"),
        (tally.warnings, "warning"),
        (tally.lints, "lint"),
    ];
    let found = found.into_iter().filter(|&(number, _)| number > 0);
    let states = states.map(|(number, state)| format!("{number} {state}"));
    let parts = states.chain(found.map(|(number, what)| count(number, what)));
    parts.collect::<Vec<_>>().join(", ")
}
