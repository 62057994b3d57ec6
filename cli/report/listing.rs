//! One JSON object for programs: `{"files":[…],"summary":…}`, written file by file.

use serde::Serialize;
use std::io::{self, Write};

#[derive(Debug, Default)]
pub(super) struct Listing {
    is_begun: bool,
}

impl Listing {
    pub(super) fn file(&mut self, entry: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
        self.separate(out)?;
        serde_json::to_writer(out, entry).map_err(io::Error::from)
    }

    /// Writes what stands before an entry.
    pub(super) fn separate(&mut self, out: &mut impl Write) -> io::Result<()> {
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        out.write_all(if is_first { b"{\"files\":[" } else { b"," })
    }

    pub(super) fn close(summary: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
        out.write_all(b"],\"summary\":")?;
        serde_json::to_writer(&mut *out, summary)?;
        out.write_all(b"}\n")
    }
}
