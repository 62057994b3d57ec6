//! Files that can be read anywhere: where blocks begin and end is looked up in a few bytes of them, and
//! each thread reads its own block.

use super::{BLOCK, Block, LONGEST_LINE, Problem};
use crate::input::Input;
use memchr::{memchr, memrchr};
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

/// So many bytes are searched for a line break at once, at first.
const WINDOW: u64 = 8 << 10;

pub(super) struct Ranges {
    file: Arc<File>,
    /// Where the next block begins.
    at: u64,
    size: u64,
    window: Vec<u8>,
}

/// Where a block is in its file.
pub(super) struct Unread {
    file: Arc<File>,
    at: u64,
}

impl Unread {
    pub(super) fn read(&self, block: &mut [u8]) -> io::Result<()> {
        self.file.read_exact_at(block, self.at)
    }
}

impl Ranges {
    /// `None` for what is no ordinary file, or does not say how long it is.
    pub(super) fn new(input: Input<'_>) -> io::Result<Option<Self>> {
        let Input::File(path) = input else {
            return Ok(None);
        };
        // To open a pipe twice would be to wait for two writers.
        if input.size().is_none_or(|size| size == 0) {
            return Ok(None);
        }
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok(Some(Self {
            file: Arc::new(file),
            at: 0,
            size,
            window: Vec::new(),
        }))
    }

    /// Makes `block` the next one, still to be read.
    pub(super) fn fill(&mut self, block: &mut Block<'_>) -> io::Result<()> {
        let (start, usual) = (self.at, self.at + BLOCK as u64);
        let end = if usual >= self.size {
            self.size
        } else {
            match self.last_break(start, usual)? {
                Some(end) => end,
                None => self.next_break(usual)?.unwrap_or(self.size),
            }
        };
        self.at = end;
        block.is_last = end == self.size;
        let length = usize::try_from(end - start).unwrap_or(usize::MAX);
        if length > LONGEST_LINE.max(BLOCK) {
            block.problem = Some(Problem::TooLong);
        } else {
            block.reset_range(length);
            block.unread = Some(Unread {
                file: Arc::clone(&self.file),
                at: start,
            });
        }
        block.length = length;
        Ok(())
    }

    /// The end of the last line that ends between `start` and `end`.
    fn last_break(&mut self, start: u64, end: u64) -> io::Result<Option<u64>> {
        let (mut end, mut size) = (end, WINDOW);
        while end > start {
            let from = end.saturating_sub(size).max(start);
            let window = self.read(from, end)?;
            if let Some(at) = memrchr(b'\n', window) {
                return Ok(Some(from + at as u64 + 1));
            }
            (end, size) = (from, size * 2);
        }
        Ok(None)
    }

    /// The end of the line that goes on at `start`, if it ends in a line break.
    fn next_break(&mut self, start: u64) -> io::Result<Option<u64>> {
        let mut from = start;
        while from < self.size {
            let end = self.size.min(from + BLOCK as u64);
            if let Some(at) = memchr(b'\n', self.read(from, end)?) {
                return Ok(Some(from + at as u64 + 1));
            }
            from = end;
        }
        Ok(None)
    }

    fn read(&mut self, from: u64, to: u64) -> io::Result<&[u8]> {
        // A window is not longer than a block.
        let length = usize::try_from(to - from).unwrap_or(BLOCK);
        if self.window.len() < length {
            self.window.resize(length, 0);
        }
        let window = &mut self.window[..length];
        self.file.read_exact_at(window, from)?;
        Ok(window)
    }
}

impl Block<'_> {
    /// Makes room for the bytes of a range.
    fn reset_range(&mut self, length: usize) {
        let is_last = self.is_last;
        self.reset(length);
        (self.is_last, self.filled) = (is_last, length);
    }
}
