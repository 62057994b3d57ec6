//! The compiler behind Tollgate: the text of JSON Schemas in, Rust tokens and diagnostics out.
//!
//! It reads no files, knows no macro and asks no clock: what comes out is a function of what goes
//! in. [`compile`] reads as the list of its stages; each has a module of its own.

mod diagnostic;
mod dialect;
mod emit;
mod ir;
mod lint;
mod lower;
mod names;
mod options;
mod partition;
mod pass;
mod pattern;
mod resolve;
mod schema;
mod shape;
mod source;
#[cfg(test)]
mod testing;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use emit::{Output, error_alias, error_type};
pub use options::{
    Duplicates, Formats, IntegerType, NumberType, Options, Remote, StringType, UnknownMembers,
    Unrolled,
};
pub use source::Document;

use diagnostic::Diagnostics;

/// Compiles schema documents into Rust.
///
/// Documents compiled together share the types of what they say alike. The diagnostics are in the
/// order of the documents. Where one of them is an error, the output holds the names of the
/// types and nothing else, so that the errors stay the only ones.
///
/// ```
/// use tollgate_codegen::{Document, Options, compile};
///
/// let schema = r#"{"type": "object", "properties": {"id": {"type": "integer"}}}"#;
/// let document = Document::new("Order", "order.json", schema);
/// let (output, diagnostics) = compile(&[document], &Options::default());
/// assert!(diagnostics.is_empty());
/// assert!(output.tokens().to_string().contains("pub struct Order"));
/// ```
pub fn compile(documents: &[Document], options: &Options) -> (Output, Vec<Diagnostic>) {
    let sources = source::gather(documents, options);
    let library = source::Library::new(&sources, documents.len());
    let mut diagnostics = Diagnostics::new(&sources);
    let input = schema::Input::new(&library, options);
    let (_, ir) = understand(input, options, &mut diagnostics);
    let shapes = shape::choose(&ir, documents, options);
    let output = emit::emit(&ir, &shapes, &sources, options, &diagnostics);
    (output, diagnostics.into_sorted())
}

/// Whether schema documents are sound: what is wrong with them, and what in them means something,
/// but hardly what was meant.
///
/// Each document may refer to the others and to the remote ones; lints are about these documents
/// alone. What is found is in their order.
///
/// ```
/// use tollgate_codegen::{Code, Document, Options, Severity, lint};
///
/// let schema = r#"{"type": "integer", "minLength": 1}"#;
/// let found = lint(&[Document::from_file("order.json", schema)], &Options::default());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].severity(), Severity::Lint);
/// assert_eq!(found[0].code(), Code::KeywordOfOtherType);
/// ```
pub fn lint(documents: &[Document], options: &Options) -> Vec<Diagnostic> {
    let sources = source::gather(documents, options);
    let library = source::Library::new(&sources, documents.len());
    let mut diagnostics = Diagnostics::new(&sources);
    let input = schema::Input::new(&library, options);
    let (schemas, ir) = understand(input, options, &mut diagnostics);
    lint::look(&library, &schemas, &ir, &mut diagnostics);
    diagnostics.into_sorted()
}

/// The stages up to what schemas mean: as they are written, and as rules.
fn understand<'d>(
    input: schema::Input<'_, 'd>,
    options: &Options,
    diagnostics: &mut Diagnostics<'d>,
) -> (schema::Schemas, ir::Ir) {
    let mut schemas = schema::parse(input, diagnostics);
    resolve::references(input, &mut schemas, diagnostics);
    let mut ir = lower::lower(&schemas, options, diagnostics);
    pass::run(&mut ir, diagnostics);
    (schemas, ir)
}
