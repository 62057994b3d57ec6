//! Documents, in the order in which they are treated.

use std::fs;
use std::path::Path;

/// The documents' bytes.
#[derive(Debug)]
pub struct Documents(Vec<Vec<u8>>);

impl Documents {
    /// These documents.
    pub fn new(documents: impl IntoIterator<Item = Vec<u8>>) -> Self {
        Self(documents.into_iter().collect())
    }

    /// The lines of `instances.jsonl` in a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join("instances.jsonl");
        let text = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines = text.split(|&byte| byte == b'\n');
        let documents = lines.filter(|line| !line.trim_ascii().is_empty());
        Ok(Self::new(documents.map(<[u8]>::to_vec)))
    }

    /// How many there are.
    #[allow(clippy::len_without_is_empty)] // nobody asks
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many bytes they have together.
    pub fn bytes(&self) -> usize {
        self.iter().map(<[u8]>::len).sum()
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// The document in this place.
    ///
    /// # Panics
    /// When there is none.
    pub fn get(&self, index: usize) -> &[u8] {
        &self.0[index]
    }
}
