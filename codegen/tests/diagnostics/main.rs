//! What is said of broken schemas, word for word: message, place in the file, place in the schema,
//! and help.

mod drafts;
mod identifiers;
mod references;
mod several;
mod strings;
mod subschemas;
mod syntax;
mod values;

use std::fmt::Write;
use tollgate_codegen::{Document, Formats, Options, Remote, Severity, compile};

/// A schema, and the lines that are said of it.
type Case<'c> = (&'c str, &'c [&'c str]);

/// How schemas are compiled.
struct Setup(Options);

/// Asserts on what is said of schemas of the newest draft.
#[track_caller]
fn says(cases: &[Case<'_>]) {
    Setup(Options::default()).says(cases);
}

impl Setup {
    fn in_draft(draft: &str) -> Self {
        Self(Options {
            draft: draft.to_owned(),
            ..Options::default()
        })
    }

    fn asserting_formats() -> Self {
        Self(Options {
            formats: Formats::Assert,
            ..Options::default()
        })
    }

    /// With documents to refer to, by their URIs.
    fn with_documents(documents: &[(&str, &str)]) -> Self {
        let remote = |(index, (uri, text)): (usize, &(&str, &str))| Remote {
            uri: (*uri).to_owned(),
            file: format!("refs/{index}.json"),
            text: (*text).to_owned(),
        };
        Self(Options {
            remotes: documents.iter().enumerate().map(remote).collect(),
            ..Options::default()
        })
    }

    /// Compiles each schema; all that is said otherwise than expected is shown.
    #[track_caller]
    fn says(&self, cases: &[Case<'_>]) {
        let mut different = String::new();
        for (schema, expected) in cases {
            let said = self.said(schema);
            if said.lines().ne(expected.iter().copied()) {
                let expected = expected.join("\n");
                write!(
                    different,
                    "\n{schema}\nis expected to say\n{expected}\nbut says\n{said}"
                )
                .expect("a string takes any text");
            }
        }
        assert!(different.is_empty(), "{different}");
    }

    fn said(&self, schema: &str) -> String {
        let (_, found) = compile(&[Document::new("Order", "order.json", schema)], &self.0);
        let mut said = String::new();
        for found in found {
            let severity = match found.severity() {
                Severity::Error => "",
                Severity::Warning => "warning: ",
            };
            writeln!(said, "{severity}{found}").expect("a string takes any text");
        }
        said
    }
}
