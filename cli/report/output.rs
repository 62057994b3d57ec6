//! What `check` writes, and what it counts.

use super::explain::Message;
use super::stdout::{Stdout, Writer};
use super::{Printer, Tally};
use crate::args::Format;
use crate::bulk::progress::Progress;
use std::io::{self, Write as _};
use std::process::ExitCode;

pub(crate) struct Output {
    stdout: Stdout,
    pub(super) printer: Printer,
    pub(super) tally: Tally,
    progress: Progress,
}

impl Output {
    pub(crate) fn new(format: Format, schema: Option<String>, progress: Progress) -> Self {
        let stdout = Stdout::new();
        let printer = Printer::new(format, schema, stdout.has_colours());
        Self {
            stdout,
            printer,
            tally: Tally::default(),
            progress,
        }
    }

    /// For those who print in other threads.
    pub(crate) fn printer(&self) -> Printer {
        self.printer.clone()
    }

    pub(super) fn count(&mut self, tally: Tally, progress: u64) {
        self.tally += tally;
        self.progress.advance(progress);
    }

    pub(super) fn say(&self, message: &Message) {
        self.progress.aside(|| message.say());
    }

    pub(super) fn print(&mut self, print: impl FnOnce(&mut Writer) -> io::Result<()>) {
        self.progress.aside(|| self.stdout.print(print));
    }

    /// Whether the exit code is known and nobody reads what is written.
    pub(super) fn is_done(&self) -> bool {
        self.stdout.is_broken() || self.stdout.is_closed() && !self.tally.is_all_valid()
    }

    /// Writes the end.
    pub(super) fn close(
        self,
        print: impl FnOnce(&Printer, &Tally, &mut Writer) -> io::Result<()>,
    ) -> ExitCode {
        self.progress.finish();
        let Self {
            mut stdout,
            printer,
            tally,
            progress: _,
        } = self;
        stdout.print(|stdout| {
            print(&printer, &tally, stdout)?;
            stdout.flush()
        });
        tally.exit_code(stdout.is_broken())
    }
}
