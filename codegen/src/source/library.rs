//! All documents that schemas may refer to, parsed when something does.

use super::{Document, uri};
use crate::dialect::METASCHEMAS;
use crate::options::Options;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use tollgate_core::Report;
use tollgate_core::reader::Settings;
use tollgate_core::tree::Node;

/// How deep a schema document may nest. Every stage recurses over it.
const MAX_DEPTH: usize = 256;

/// The documents to compile, then those that they may refer to: the remote ones and the official
/// meta-schemas.
pub(crate) fn gather(documents: &[Document], options: &Options) -> Vec<Document> {
    let remotes = options.remotes.iter().map(|remote| Document {
        address: uri::given(&remote.uri),
        ..Document::from_file(&remote.file, &remote.text)
    });
    let metaschemas = METASCHEMAS.iter().map(|&(uri, text)| Document {
        address: uri.to_owned(),
        text: Cow::Borrowed(text),
        ..Document::from_file(uri, "")
    });
    documents
        .iter()
        .cloned()
        .chain(remotes)
        .chain(metaschemas)
        .collect()
}

/// Documents by number and by URI.
pub(crate) struct Library<'d> {
    documents: &'d [Document],
    /// So many documents are to be compiled.
    compiled: usize,
    trees: Vec<OnceCell<Result<Node<'d>, Report>>>,
    by_address: BTreeMap<String, usize>,
    by_id: OnceCell<BTreeMap<String, usize>>,
}

impl<'d> Library<'d> {
    /// `compiled` is how many of the documents are to be compiled.
    pub(crate) fn new(documents: &'d [Document], compiled: usize) -> Self {
        let mut by_address = BTreeMap::new();
        for (index, document) in documents.iter().enumerate() {
            // A file that is compiled may be among the remote ones as well.
            let twin = documents[..compiled.min(index)]
                .iter()
                .position(|other| other.file == document.file && other.text == document.text);
            let index = twin.unwrap_or(index);
            by_address.entry(document.address.clone()).or_insert(index);
        }
        // A file that refers to another by its path means that file, whatever URI that has.
        for (index, document) in documents.iter().enumerate() {
            let path = uri::of_file(&document.file);
            by_address.entry(path).or_insert(index);
        }
        Self {
            documents,
            compiled,
            trees: documents.iter().map(|_| OnceCell::new()).collect(),
            by_address,
            by_id: OnceCell::new(),
        }
    }

    pub(crate) fn compiled(&self) -> std::ops::Range<usize> {
        0..self.compiled
    }

    pub(crate) fn is_compiled(&self, document: usize) -> bool {
        document < self.compiled
    }

    /// Whether there are documents, besides one to compile and the official meta-schemas.
    pub(crate) fn has_others(&self) -> bool {
        self.documents.len() > 1 + METASCHEMAS.len()
    }

    pub(crate) fn document(&self, index: usize) -> &'d Document {
        &self.documents[index]
    }

    /// The URI under which a document is found, whatever it says itself.
    pub(crate) fn address(&self, index: usize) -> &str {
        &self.documents[index].address
    }

    /// The tree of a document, or what is wrong with it as JSON.
    pub(crate) fn tree(&self, index: usize) -> Result<&Node<'d>, &Report> {
        let parse = || {
            let settings = Settings {
                max_depth: MAX_DEPTH,
                ..Settings::DEFAULT
            };
            Node::parse(self.documents[index].text(), settings)
        };
        self.trees[index].get_or_init(parse).as_ref()
    }

    /// The document that is found under a URI, or that calls itself by it.
    pub(crate) fn find(&self, uri: &str) -> Option<usize> {
        let by_id = || self.by_id.get_or_init(|| self.ids());
        let found = self.by_address.get(uri);
        found.or_else(|| by_id().get(uri)).copied()
    }

    fn ids(&self) -> BTreeMap<String, usize> {
        let mut ids = BTreeMap::new();
        for index in 0..self.documents.len() {
            let Ok(tree) = self.tree(index) else { continue };
            // Whether the dialect knows the keyword is settled when the document is parsed.
            for keyword in ["$id", "id"] {
                let id = tree.member(keyword).and_then(|id| id.node.as_str());
                let id = id.map(|id| uri::split(id).0).filter(|id| !id.is_empty());
                if let Some(id) = id.and_then(|id| uri::resolve(self.address(index), id)) {
                    ids.entry(id).or_insert(index);
                }
            }
        }
        ids
    }

    /// What can be referred to from outside, the official meta-schemas left out.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = String> {
        let own = self.documents.len() - METASCHEMAS.len();
        self.documents[..own]
            .iter()
            .map(|document| uri::shown(&document.address))
    }
}
