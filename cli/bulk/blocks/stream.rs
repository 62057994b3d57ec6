//! What can be read only from its beginning to its end: standard input and pipes.

use super::{BLOCK, Block, LONGEST_LINE, Problem};
use memchr::{memchr, memrchr};
use std::io::{self, ErrorKind, Read};

pub(super) struct Stream {
    bytes: Box<dyn Read + Send>,
    /// What was read beyond the last block.
    left: Vec<u8>,
    /// The next bytes belong to a line that is too long.
    is_inside_line: bool,
}

impl Stream {
    pub(super) fn new(bytes: Box<dyn Read + Send>) -> Self {
        Self {
            bytes,
            left: Vec::new(),
            is_inside_line: false,
        }
    }

    /// Reads until there is a line break in the block, and cuts it after the last one. More is not
    /// waited for: a slow stream is judged as it comes.
    pub(super) fn fill(&mut self, block: &mut Block<'_>) -> io::Result<()> {
        self.begin(block);
        if self.is_inside_line && !self.skip_line(block)? {
            block.is_last = true;
            return Ok(());
        }
        let mut searched = 0;
        loop {
            if self.read(block)? == 0 {
                block.is_last = true;
                return Ok(());
            }
            if let Some(at) = memrchr(b'\n', &block.text()[searched..]) {
                let end = searched + at + 1;
                self.left.extend_from_slice(&block.text()[end..]);
                block.filled = end;
                return Ok(());
            }
            searched = block.filled;
            if searched > LONGEST_LINE {
                block.filled = 0;
                block.problem = Some(Problem::TooLong);
                self.is_inside_line = true;
                return Ok(());
            }
        }
    }

    /// Begins a block with what is left over.
    fn begin(&mut self, block: &mut Block<'_>) {
        let left = &mut self.left;
        block.reset(BLOCK.max(left.len()));
        block.buffer[..left.len()].copy_from_slice(left);
        block.filled = left.len();
        left.clear();
        left.shrink_to(BLOCK);
    }

    /// Reads once; 0 at the end.
    fn read(&mut self, block: &mut Block<'_>) -> io::Result<usize> {
        if block.filled == block.buffer.len() {
            block.buffer.resize(block.filled * 2, 0);
        }
        loop {
            match self.bytes.read(&mut block.buffer[block.filled..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(count) => {
                    block.filled += count;
                    block.length += count;
                    return Ok(count);
                }
            }
        }
    }

    /// Reads over the rest of a line; `false` when the file ends with it. What was read beyond it is
    /// in the block.
    fn skip_line(&mut self, block: &mut Block<'_>) -> io::Result<bool> {
        loop {
            block.filled = 0;
            if self.read(block)? == 0 {
                return Ok(false);
            }
            if let Some(at) = memchr(b'\n', block.text()) {
                block.buffer.copy_within(at + 1..block.filled, 0);
                block.filled -= at + 1;
                self.is_inside_line = false;
                return Ok(true);
            }
        }
    }
}
