//! The schema files that the arguments name.

use crate::args::Source;
use proc_macro2::Ident;
use quote::quote;
use std::path::PathBuf;
use syn::LitStr;
use tollgate_codegen::Document;

/// A schema file that could not be read.
pub(crate) struct Unreadable {
    pub(crate) name: Ident,
    pub(crate) message: String,
}

/// Reads all schemas.
pub(crate) fn load(sources: &[Source]) -> Result<Vec<Document>, Unreadable> {
    sources.iter().map(load_one).collect()
}

fn load_one(source: &Source) -> Result<Document, Unreadable> {
    if source.is_inline {
        return Ok(inline(source));
    }
    let path = source.text.value();
    let root = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let text = std::fs::read_to_string(PathBuf::from(root).join(&path)).map_err(|error| {
        let name = source.name.clone().unwrap_or_else(|| {
            Ident::new(
                &Document::from_file(&path, "").type_name(),
                source.text.span(),
            )
        });
        let message = format!(
            "the schema file {path} cannot be read: {error}\n  help: the path is relative to the \
             folder of the crate's Cargo.toml"
        );
        Unreadable { name, message }
    })?;
    // Through `include_str!` the build notices when the file changes.
    let from_root = format!("/{path}");
    let embedding = quote! {
        ::std::include_str!(::std::concat!(::std::env!("CARGO_MANIFEST_DIR"), #from_root))
    };
    Ok(named(source, &path, &text).embedded_by(embedding))
}

/// A schema in the Rust file itself: diagnostics tell the place there.
fn inline(source: &Source) -> Document {
    let (text, span) = (source.text.value(), source.text.span().unwrap());
    let opening = opening_length(&source.text);
    named(source, &span.file(), &text).starting_at(span.line(), span.column() + opening)
}

fn named(source: &Source, file: &str, text: &str) -> Document {
    match &source.name {
        Some(name) => Document::new(&name.to_string(), file, text),
        None => Document::from_file(file, text),
    }
}

/// How many characters stand before the text of a literal: `r#"` or `"`.
fn opening_length(literal: &LitStr) -> usize {
    let token = literal.token().to_string();
    token.find('"').map_or(0, |quote| quote + 1)
}
