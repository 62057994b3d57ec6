//! Files and standard input.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use tollgate_core::report::visible;

/// A file that was named, or standard input for `-`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Input<'a> {
    File(&'a Path),
    Stdin,
}

impl<'a> Input<'a> {
    pub(crate) fn new(path: &'a Path) -> Self {
        if path == Path::new("-") {
            Self::Stdin
        } else {
            Self::File(path)
        }
    }

    pub(crate) fn read(self) -> io::Result<Vec<u8>> {
        match self {
            Self::File(path) => fs::read(path),
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }

    /// The name as it was given.
    pub(crate) fn name(self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Stdin => "<stdin>".to_owned(),
        }
    }

    /// Where relative paths in the document begin, if it stands anywhere.
    pub(crate) fn folder(self) -> Option<&'a Path> {
        match self {
            Self::File(path) => path.parent(),
            Self::Stdin => None,
        }
    }
}

/// A name that may come from anyone, with nothing in it that could steer a terminal.
pub(crate) fn shown(name: &str) -> String {
    name.chars().map(visible).collect()
}
