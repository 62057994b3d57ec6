//! The reports of files that have a document on each line.

use super::explain::Message;
use super::listing::Listing;
use super::{Output, Printer, Tally, json};
use crate::bulk::turns::Sink;
use std::io::Write as _;
use std::process::ExitCode;

pub(crate) struct Lines {
    output: Output,
    listing: Listing,
    files: usize,
    /// The counts of the file that is being read.
    file: Tally,
    /// Whether an error of that file was listed.
    has_errors: bool,
}

/// What is said of some lines.
#[derive(Default)]
pub(crate) struct Part {
    /// The file, where there is something to say or it ends.
    pub(crate) name: String,
    pub(crate) text: Vec<u8>,
    pub(crate) messages: Vec<Message>,
    pub(crate) tally: Tally,
    /// How many bytes were read.
    pub(crate) length: usize,
    pub(crate) is_last: bool,
}

impl Part {
    /// How many bytes are there to write.
    pub(crate) fn weight(&self) -> usize {
        let messages = self.messages.iter().map(|message| message.0.len());
        self.text.len() + messages.sum::<usize>()
    }
}

impl Lines {
    pub(crate) fn new(output: Output) -> Self {
        Self {
            output,
            listing: Listing::default(),
            files: 0,
            file: Tally::default(),
            has_errors: false,
        }
    }

    pub(crate) fn close(self) -> ExitCode {
        let files = self.files;
        self.output.close(|printer, tally, stdout| match printer {
            Printer::Text(text) => text.close(tally, Some(files), stdout),
            Printer::Json => json::close(tally, stdout),
        })
    }

    /// What stands before the errors of a file, or between them.
    fn print(&mut self, name: &str, errors: &[u8]) {
        let is_first = !std::mem::replace(&mut self.has_errors, true);
        match self.output.printer {
            Printer::Text(_) => self.output.print(|stdout| {
                stdout.write_all(errors)?;
                // Someone may be waiting for what comes of a slow stream.
                stdout.flush()
            }),
            Printer::Json => self.output.print(|stdout| {
                if is_first {
                    self.listing.separate(stdout)?;
                    json::open_lines(name, false, stdout)?;
                } else {
                    stdout.write_all(b",")?;
                }
                stdout.write_all(errors)
            }),
        }
    }

    fn end_file(&mut self, name: &str) {
        self.files += 1;
        let tally = std::mem::take(&mut self.file);
        let is_open = std::mem::take(&mut self.has_errors);
        match self.output.printer.clone() {
            Printer::Text(text) if tally.is_all_valid() => {
                self.output.print(|stdout| text.ok(name, stdout));
            }
            Printer::Text(_) => {}
            Printer::Json => self.output.print(|stdout| {
                if !is_open {
                    self.listing.separate(stdout)?;
                    json::open_lines(name, true, stdout)?;
                }
                json::close_lines(&tally, stdout)
            }),
        }
    }
}

impl Sink for Lines {
    type Part = Part;

    fn weight(part: &Part) -> usize {
        part.weight()
    }

    fn take(&mut self, part: Part) {
        part.messages
            .iter()
            .for_each(|message| self.output.say(message));
        if !part.text.is_empty() {
            self.print(&part.name, &part.text);
        }
        self.file += part.tally;
        self.output.count(part.tally, part.length as u64);
        if part.is_last {
            self.end_file(&part.name);
        }
    }

    fn is_done(&self) -> bool {
        self.output.is_done()
    }
}
