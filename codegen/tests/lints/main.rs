//! What lints say, word for word: code, message, place in the file, place in the schema, and help;
//! and that near cases say nothing.

mod bounds;
mod branches;
mod definitions;
mod documents;
mod drafts;
mod members;
mod partners;
mod patterns;
mod spelling;
mod together;
mod types;
mod values;

use std::fmt::Write;
use tollgate_codegen::{Document, Options, compile, lint};

/// A schema, and the lines that are said of it.
type Case<'c> = (&'c str, &'c [&'c str]);

/// How schemas are looked at.
struct Setup(Options);

impl Setup {
    fn in_draft(draft: &str) -> Self {
        Self(Options {
            draft: draft.to_owned(),
            ..Options::default()
        })
    }

    /// Looks at each schema; all that is said otherwise than expected is shown.
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

    #[track_caller]
    fn says_nothing_of(&self, schemas: &[&str]) {
        for schema in schemas {
            assert_eq!(self.said(schema), "", "{schema}");
        }
    }

    fn said(&self, schema: &str) -> String {
        let document = [Document::new("Order", "order.json", schema)];
        let found = lint(&document, &self.0);
        // Whoever compiles is not told of lints, and is told of everything else alike.
        let (_, told) = compile(&document, &self.0);
        let no_lint = |found: &&_| told.contains(found);
        assert_eq!(found.iter().filter(no_lint).count(), told.len(), "{schema}");
        let mut said = String::new();
        for found in found {
            writeln!(said, "{}: {found}", found.code()).expect("a string takes any text");
        }
        said
    }
}
