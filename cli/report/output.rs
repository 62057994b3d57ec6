//! What `check` writes, in the format that was asked for.

use super::json::Json;
use super::stdout::Stdout;
use super::text::Text;
use super::{Checked, Tally};
use crate::args::Format;
use std::io::Write as _;

pub(crate) struct Output {
    stdout: Stdout,
    format: Printer,
}

enum Printer {
    Text(Text),
    Json(Json),
}

impl Output {
    pub(crate) fn new(format: Format, schema: Option<String>) -> Self {
        let stdout = Stdout::new();
        let colours = stdout.has_colours();
        let format = match format {
            Format::Text => Printer::Text(Text { colours, schema }),
            Format::Json => Printer::Json(Json::default()),
        };
        Self { stdout, format }
    }

    pub(crate) fn file(&mut self, checked: &Checked) {
        self.stdout.print(|stdout| match &mut self.format {
            Printer::Text(text) => text.file(checked, stdout),
            Printer::Json(json) => json.file(checked, stdout),
        });
    }

    pub(crate) fn close(&mut self, tally: &Tally) {
        self.stdout.print(|stdout| {
            match &self.format {
                Printer::Text(text) => text.close(tally, stdout)?,
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
