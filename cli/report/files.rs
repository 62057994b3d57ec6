//! The reports of files that are one document each.

use super::explain::Message;
use super::listing::Listing;
use super::{Output, Printer, Tally, json};
use crate::bulk::turns::Sink;
use std::io::Write as _;
use std::process::ExitCode;

pub(crate) struct Files {
    output: Output,
    listing: Listing,
}

/// What is said of one file.
pub(crate) struct Part {
    pub(crate) text: Vec<u8>,
    pub(crate) message: Option<Message>,
    pub(crate) tally: Tally,
}

impl Files {
    pub(crate) fn new(output: Output) -> Self {
        Self {
            output,
            listing: Listing::default(),
        }
    }

    pub(crate) fn close(self) -> ExitCode {
        self.output.close(|printer, tally, stdout| match printer {
            Printer::Text(text) => text.close(tally, None, stdout),
            Printer::Json => json::close(tally, stdout),
        })
    }
}

impl Sink for Files {
    type Part = Part;

    fn weight(part: &Part) -> usize {
        part.text.len()
    }

    fn take(&mut self, part: Part) {
        if let Some(message) = &part.message {
            self.output.say(message);
        }
        if !part.text.is_empty() {
            let is_listed = matches!(self.output.printer, Printer::Json);
            self.output.print(|stdout| {
                if is_listed {
                    self.listing.separate(stdout)?;
                }
                stdout.write_all(&part.text)
            });
        }
        self.output.count(part.tally, 1);
    }

    fn is_done(&self) -> bool {
        self.output.is_done()
    }
}
