//! Standard output, which may be closed before everything is said.

use super::explain;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, ErrorKind};

pub(super) type Writer = BufWriter<io::Stdout>;

pub(super) struct Stdout {
    writer: Writer,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Open,
    /// Whoever read has gone, and needs no more.
    Closed,
    Broken,
}

impl Stdout {
    pub(super) fn new() -> Self {
        Self {
            writer: BufWriter::new(io::stdout()),
            state: State::Open,
        }
    }

    pub(super) fn has_colours(&self) -> bool {
        AutoStream::choice(self.writer.get_ref()) != ColorChoice::Never
    }

    /// Whether something could not be written that someone waits for.
    pub(super) fn is_broken(&self) -> bool {
        self.state == State::Broken
    }

    /// Whether nobody reads any more.
    pub(super) fn is_closed(&self) -> bool {
        self.state == State::Closed
    }

    pub(super) fn print(&mut self, print: impl FnOnce(&mut Writer) -> io::Result<()>) {
        if self.state != State::Open {
            return;
        }
        match print(&mut self.writer) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.state = State::Closed,
            Err(error) => {
                explain::unwritable(&error);
                self.state = State::Broken;
            }
        }
    }
}
