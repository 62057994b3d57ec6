//! The documents of a dataset, one a line.

use std::fs;
use std::path::Path;

/// The documents' bytes.
#[derive(Debug)]
pub(crate) struct Documents(Vec<Vec<u8>>);

impl Documents {
    /// Reads `instances.jsonl` of a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join("instances.jsonl");
        let text = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines = text.split(|&byte| byte == b'\n');
        let documents = lines.filter(|line| !line.trim_ascii().is_empty());
        Ok(Self(documents.map(<[u8]>::to_vec).collect()))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many bytes they have together.
    pub(crate) fn bytes(&self) -> usize {
        self.iter().map(<[u8]>::len).sum()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// The document in this place.
    pub(crate) fn get(&self, index: usize) -> &[u8] {
        &self.0[index]
    }
}
