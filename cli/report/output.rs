//! Standard output, in the format that was asked for.

use super::json::Json;
use super::text::Text;
use super::{Checked, Tally, explain};
use crate::args::Format;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write as _};

type Stdout = BufWriter<StdoutLock<'static>>;

pub(crate) struct Output {
    stdout: Stdout,
    format: Printer,
    state: State,
}

enum Printer {
    Text(Text),
    Json(Json),
}

#[derive(PartialEq)]
enum State {
    Open,
    /// Whoever read has gone, and needs no more.
    Closed,
    Broken,
}

impl Output {
    pub(crate) fn new(format: Format, schema: Option<String>) -> Self {
        let stdout = io::stdout();
        let colours = AutoStream::choice(&stdout) != ColorChoice::Never;
        let format = match format {
            Format::Text => Printer::Text(Text { colours, schema }),
            Format::Json => Printer::Json(Json::default()),
        };
        Self {
            stdout: BufWriter::new(stdout.lock()),
            format,
            state: State::Open,
        }
    }

    pub(crate) fn file(&mut self, checked: &Checked) {
        self.print(|format, stdout| match format {
            Printer::Text(text) => text.file(checked, stdout),
            Printer::Json(json) => json.file(checked, stdout),
        });
    }

    pub(crate) fn close(&mut self, tally: &Tally) {
        self.print(|format, stdout| {
            match format {
                Printer::Text(text) => text.close(tally, stdout)?,
                Printer::Json(_) => Json::close(tally, stdout)?,
            }
            stdout.flush()
        });
    }

    /// Whether something could not be written that someone waits for.
    pub(crate) fn is_broken(&self) -> bool {
        self.state == State::Broken
    }

    fn print(&mut self, print: impl FnOnce(&mut Printer, &mut Stdout) -> io::Result<()>) {
        if self.state != State::Open {
            return;
        }
        match print(&mut self.format, &mut self.stdout) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.state = State::Closed,
            Err(error) => {
                explain::unwritable(&error);
                self.state = State::Broken;
            }
        }
    }
}
