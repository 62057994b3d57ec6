//! Files in blocks of whole lines.
//!
//! Blocks are read, not mapped: a copy out of the page cache costs a tenth of what judging costs,
//! a file that is cut short meanwhile does no harm, and pipes need nothing of their own.

use super::turns::Source;
use crate::input::Input;
use memchr::{memchr, memchr_iter, memrchr};
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;
use std::slice;

/// So many bytes are read at once. They stay in the cache of a core until they are judged.
pub(super) const BLOCK: usize = 256 << 10;
/// A line may have about so many bytes, fewer in tests.
pub(super) const LONGEST_LINE: usize = if cfg!(test) { 1 << 20 } else { 256 << 20 };

/// Some lines of a file.
#[derive(Default)]
pub(crate) struct Block<'f> {
    pub(crate) input: Input<'f>,
    /// The number of the first line.
    pub(crate) first_line: usize,
    /// What this file has besides lines.
    pub(crate) event: Option<Event>,
    /// How much of the file this is.
    pub(crate) length: usize,
    buffer: Vec<u8>,
    filled: usize,
}

pub(crate) enum Event {
    /// The file ends with this block.
    End,
    /// Nothing more can be read of the file.
    Unreadable(io::Error),
    /// The first line is too long, and not in the block.
    TooLong,
}

impl<'f> Block<'f> {
    /// The lines, the last one of the file perhaps without its line break.
    pub(crate) fn text(&self) -> &[u8] {
        &self.buffer[..self.filled]
    }

    /// Begins with the bytes that a file has `left` over.
    fn begin(&mut self, input: Input<'f>, first_line: usize, left: &mut Vec<u8>) {
        let size = BLOCK.max(left.len());
        if self.buffer.len() > size {
            self.buffer.truncate(size);
            self.buffer.shrink_to_fit();
        }
        self.buffer.resize(size, 0);
        self.buffer[..left.len()].copy_from_slice(left);
        self.filled = left.len();
        (self.input, self.first_line, self.length) = (input, first_line, 0);
        self.event = None;
        left.clear();
        left.shrink_to(BLOCK);
    }

    /// Reads once; 0 at the end.
    fn read(&mut self, stream: &mut impl Read) -> io::Result<usize> {
        if self.filled == self.buffer.len() {
            self.buffer.resize(self.filled * 2, 0);
        }
        let count = read(stream, &mut self.buffer[self.filled..])?;
        self.filled += count;
        self.length += count;
        Ok(count)
    }
}

fn read(stream: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match stream.read(buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// The blocks of several files.
pub(crate) struct Blocks<'f> {
    files: slice::Iter<'f, PathBuf>,
    open: Option<Lines<'f>>,
}

impl<'f> Blocks<'f> {
    pub(crate) fn new(files: &'f [PathBuf]) -> Self {
        Self {
            files: files.iter(),
            open: None,
        }
    }
}

impl<'f> Source for Blocks<'f> {
    type Piece = Block<'f>;

    fn next(&mut self, block: &mut Block<'f>) -> bool {
        let mut lines = match self.open.take() {
            Some(lines) => lines,
            None => match self.files.next() {
                Some(file) => Lines::new(Input::new(file)),
                None => return false,
            },
        };
        block.begin(lines.input, lines.number, &mut lines.left);
        block.event = lines.fill(block).unwrap_or_else(|error| {
            // Of a line that cannot be read to its end nothing can be said.
            block.filled = 0;
            Some(Event::Unreadable(error))
        });
        if matches!(block.event, None | Some(Event::TooLong)) {
            self.open = Some(lines);
        }
        true
    }
}

/// A file that is being read.
struct Lines<'f> {
    input: Input<'f>,
    /// Opened when it is first read.
    stream: Option<Box<dyn Read + Send>>,
    /// What was read beyond the last block.
    left: Vec<u8>,
    /// The number of the next line.
    number: usize,
    /// The next bytes belong to a line that is too long.
    is_inside_line: bool,
}

impl<'f> Lines<'f> {
    fn new(input: Input<'f>) -> Self {
        Self {
            input,
            stream: None,
            left: Vec::new(),
            number: 1,
            is_inside_line: false,
        }
    }

    /// Reads until there is a line break in the block, and cuts it after the last one.
    fn fill(&mut self, block: &mut Block<'_>) -> io::Result<Option<Event>> {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            None => self.stream.insert(self.input.open()?),
        };
        if self.is_inside_line && !skip_line(stream, block)? {
            return Ok(Some(Event::End));
        }
        if std::mem::take(&mut self.is_inside_line) {
            self.number += 1;
            block.first_line += 1;
        }
        let mut searched = 0;
        loop {
            if block.read(stream)? == 0 {
                return Ok(Some(Event::End));
            }
            if let Some(at) = memrchr(b'\n', &block.text()[searched..]) {
                let end = searched + at + 1;
                self.left.extend_from_slice(&block.text()[end..]);
                block.filled = end;
                self.number += memchr_iter(b'\n', block.text()).count();
                return Ok(None);
            }
            searched = block.filled;
            if searched > LONGEST_LINE {
                block.filled = 0;
                self.is_inside_line = true;
                return Ok(Some(Event::TooLong));
            }
        }
    }
}

/// Reads over the rest of a line; `false` when the file ends with it. What was read beyond it is in
/// the block.
fn skip_line(stream: &mut impl Read, block: &mut Block<'_>) -> io::Result<bool> {
    loop {
        block.filled = 0;
        if block.read(stream)? == 0 {
            return Ok(false);
        }
        if let Some(at) = memchr(b'\n', block.text()) {
            block.buffer.copy_within(at + 1..block.filled, 0);
            block.filled -= at + 1;
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests;
