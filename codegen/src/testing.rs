//! Runs the stages before lowering, for tests of them.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::options::{Options, Remote};
use crate::schema::{self, Body, Keywords, SchemaId, Schemas};
use crate::source::{self, Document};

pub(crate) struct Front {
    pub(crate) schemas: Schemas,
    pub(crate) diagnostics: Vec<Diagnostic>,
    documents: Vec<Document>,
}

pub(crate) fn front(documents: &[Document], options: &Options) -> Front {
    let sources = source::gather(documents, options);
    let library = source::Library::new(&sources, documents.len());
    let mut diagnostics = Diagnostics::new(&sources);
    let input = schema::Input::new(&library, options);
    let mut schemas = schema::parse(input, &mut diagnostics);
    crate::resolve::references(input, &mut schemas, &mut diagnostics);
    Front {
        schemas,
        diagnostics: diagnostics.into_sorted(),
        documents: sources.clone(),
    }
}

/// One document in a draft, with remote documents by their URIs.
pub(crate) fn with_remotes(draft: &str, schema: &str, remotes: &[(&str, &str)]) -> Front {
    let remote = |(index, (uri, text)): (usize, &(&str, &str))| Remote {
        uri: (*uri).to_owned(),
        file: format!("remotes/{index}.json"),
        text: (*text).to_owned(),
    };
    let options = Options {
        draft: draft.to_owned(),
        remotes: remotes.iter().enumerate().map(remote).collect(),
        ..Options::default()
    };
    front(&[Document::from_file("schemas/a.json", schema)], &options)
}

pub(crate) fn in_draft(draft: &str, schema: &str) -> Front {
    with_remotes(draft, schema, &[])
}

impl Front {
    /// What is wrong, each as its location and message.
    pub(crate) fn said(&self) -> Vec<String> {
        let said = |found: &Diagnostic| format!("{}: {}", found.location(), found.message());
        self.diagnostics.iter().map(said).collect()
    }

    /// The keywords of a schema of the first document.
    #[track_caller]
    pub(crate) fn keywords(&self, location: &str) -> &Keywords {
        let id = self.schemas.at(0, location).expect("a schema");
        match &self.schemas.get(id).body {
            Body::Object(keywords) => keywords,
            Body::Bool(_) => panic!("{location} is no object"),
        }
    }

    /// Where a schema stands: its file and the pointer in it.
    pub(crate) fn place(&self, id: SchemaId) -> String {
        let place = &self.schemas.get(id).place;
        let file = self.documents[place.document].file();
        format!("{file}#{}", place.location)
    }
}
