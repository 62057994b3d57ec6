//! What is said of one document, in the format that was asked for.

use super::text::Text;
use super::{Checked, json};
use crate::args::Format;
use std::io;

/// Several threads print at once, each what its documents make.
#[derive(Debug, Clone)]
pub(crate) enum Printer {
    Text(Text),
    Json,
}

impl Printer {
    pub(super) fn new(format: Format, schema: Option<String>, colours: bool) -> Self {
        match format {
            Format::Text => Self::Text(Text { colours, schema }),
            Format::Json => Self::Json,
        }
    }

    /// The entry of a file that is one document.
    pub(crate) fn file(&self, checked: &Checked<'_>) -> Vec<u8> {
        in_memory(Vec::new(), |text| match self {
            Self::Text(printer) => printer.document(checked, text),
            Self::Json => json::file(checked, text),
        })
    }

    /// Adds what is said of a line that is not valid.
    pub(crate) fn line(&self, checked: &Checked<'_>, text: Vec<u8>) -> Vec<u8> {
        in_memory(text, |text| match self {
            Self::Text(printer) => printer.document(checked, text),
            Self::Json => json::errors_of_line(checked, text),
        })
    }
}

fn in_memory(mut text: Vec<u8>, print: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Vec<u8> {
    // Memory can always be written.
    let _ = print(&mut text);
    text
}
