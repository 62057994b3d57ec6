//! Files in blocks of whole lines.
//!
//! Blocks are read, not mapped: a copy out of the page cache costs about what the page faults of a
//! mapping cost, and a file that is cut short meanwhile does no harm.

#[cfg(unix)]
mod ranges;
mod stream;
#[cfg(test)]
mod tests;

use super::turns::Source;
use crate::input::Input;
#[cfg(unix)]
use ranges::Ranges;
use std::io;
use std::path::PathBuf;
use std::slice;
use stream::Stream;

/// So many bytes are read at once. They stay in the cache of a core until they are judged.
pub(super) const BLOCK: usize = 256 << 10;
/// A line may have about so many bytes, fewer in tests.
pub(super) const LONGEST_LINE: usize = if cfg!(test) { 1 << 20 } else { 256 << 20 };

/// Some lines of a file.
#[derive(Default)]
pub(crate) struct Block<'f> {
    pub(super) input: Input<'f>,
    /// Why the block has no lines, or not all of them.
    pub(super) problem: Option<Problem>,
    /// Whether the file ends with this block.
    pub(super) is_last: bool,
    /// How much of the file this is.
    pub(super) length: usize,
    buffer: Vec<u8>,
    filled: usize,
    /// Where the bytes come from, if they are still to be read.
    #[cfg(unix)]
    unread: Option<ranges::Unread>,
}

pub(super) enum Problem {
    Unreadable(io::Error),
    /// Here was a line that is too long.
    TooLong,
}

impl Block<'_> {
    /// Reads what is not there yet. This is the part of reading that many threads do at once.
    pub(super) fn load(&mut self) {
        #[cfg(unix)]
        if let Some(unread) = self.unread.take()
            && let Err(error) = unread.read(&mut self.buffer[..self.filled])
        {
            self.fail(error);
        }
    }

    /// The lines, the last one of the file perhaps without its line break.
    pub(super) fn text(&self) -> &[u8] {
        &self.buffer[..self.filled]
    }

    /// Nothing is said of lines that cannot be read to their ends.
    fn fail(&mut self, error: io::Error) {
        self.filled = 0;
        self.problem = Some(Problem::Unreadable(error));
    }

    /// Begins another block, with room for so many bytes.
    fn reset(&mut self, size: usize) {
        if self.buffer.len() > size.max(BLOCK) {
            self.buffer.truncate(size.max(BLOCK));
            self.buffer.shrink_to_fit();
        }
        if self.buffer.len() < size {
            self.buffer.resize(size, 0);
        }
        (self.filled, self.length) = (0, 0);
        (self.problem, self.is_last) = (None, false);
    }
}

/// The blocks of several files.
pub(super) struct Blocks<'f> {
    files: slice::Iter<'f, PathBuf>,
    open: Option<(Input<'f>, Reading)>,
}

/// A file that is being read.
enum Reading {
    Stream(Stream),
    #[cfg(unix)]
    Ranges(Ranges),
}

impl<'f> Blocks<'f> {
    pub(super) fn new(files: &'f [PathBuf]) -> Self {
        Self {
            files: files.iter(),
            open: None,
        }
    }
}

impl<'f> Source for Blocks<'f> {
    type Piece = Block<'f>;

    fn next(&mut self, block: &mut Block<'f>) -> bool {
        let (input, opened) = match self.open.take() {
            Some((input, reading)) => (input, Ok(reading)),
            None => match self.files.next().map(|file| Input::new(file)) {
                Some(input) => (input, Reading::new(input)),
                None => return false,
            },
        };
        block.reset(0);
        block.input = input;
        match opened.and_then(|reading| reading.fill(block)) {
            Ok(reading) => self.open = reading.map(|reading| (input, reading)),
            Err(error) => {
                block.fail(error);
                block.is_last = true;
            }
        }
        true
    }
}

impl Reading {
    fn new(input: Input<'_>) -> io::Result<Self> {
        #[cfg(unix)]
        if let Some(ranges) = Ranges::new(input)? {
            return Ok(Self::Ranges(ranges));
        }
        Ok(Self::Stream(Stream::new(input.open()?)))
    }

    /// Makes `block` the next one; nothing is left to read after the last one.
    fn fill(mut self, block: &mut Block<'_>) -> io::Result<Option<Self>> {
        match &mut self {
            Self::Stream(stream) => stream.fill(block)?,
            #[cfg(unix)]
            Self::Ranges(ranges) => ranges.fill(block)?,
        }
        Ok((!block.is_last).then_some(self))
    }
}
