//! Files and standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};
use std::{env, fs};
use tollgate_core::report::visible;

/// A file that was named, or standard input for `-`.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Input<'a> {
    File(&'a Path),
    #[default]
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

    /// For reading piece by piece.
    pub(crate) fn open(self) -> io::Result<Box<dyn Read + Send>> {
        match self {
            Self::File(path) => Ok(Box::new(File::open(path)?)),
            Self::Stdin => Ok(Box::new(io::stdin())),
        }
    }

    /// How many bytes there are to read, where that is known.
    pub(crate) fn size(self) -> Option<u64> {
        match self {
            Self::File(path) => {
                let about = fs::metadata(path).ok()?;
                about.is_file().then_some(about.len())
            }
            Self::Stdin => None,
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

/// A path without what belongs to this machine: from the current folder, or the name alone.
pub(crate) fn portable(path: &Path) -> String {
    let current = env::current_dir().unwrap_or_default();
    let relative = match path.strip_prefix(&current) {
        Ok(inside) => inside,
        Err(_) if path.is_absolute() => Path::new(path.file_name().unwrap_or_default()),
        Err(_) => path,
    };
    let parts = relative
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
