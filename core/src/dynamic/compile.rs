//! From a schema's text to validators.

use super::broken;
use super::dialect::draft_of;
use super::errors::Telling;
use super::exact::with_exact_keywords;
use super::node::{Index, Tree};
use super::numbers::Numbers;
use super::place::Document;
use crate::reader::Settings;
use crate::report::Report;
use crate::tree::Node;
use jsonschema::{Draft, Retrieve, ValidationError, ValidationOptions, Validator};
use serde_json::Value;
use std::sync::Arc;

/// A schema that passed every check.
pub(super) struct Compiled {
    pub(super) value: Value,
    pub(super) numbers: Arc<Numbers>,
    pub(super) draft: Draft,
    /// How many values the schema's text has.
    pub(super) locations: usize,
    pub(super) validator: Validator<Tree>,
}

/// So many broken references and patterns of a schema are listed.
const LISTED: usize = 50;

pub(super) fn compile(text: &str) -> Result<Compiled, Report> {
    let tree = Node::parse(text, Settings::DEFAULT)?;
    let draft = draft_of(&tree).map_err(|failure| {
        Report::new(
            vec![broken::error(*failure, "/$schema")],
            0,
            text.as_bytes(),
        )
    })?;
    let (value, numbers) = Numbers::convert(&tree);
    let document = Document {
        text,
        tree: &tree,
        index: &Index::of(&tree),
    };

    let telling = Telling {
        document: &document,
        schema: None,
        numbers: &numbers,
    };
    let errors = broken::against_meta_schema(&value, draft, &telling);
    if !errors.is_empty() {
        return Err(Report::new(errors, 0, text.as_bytes()));
    }
    let validator = build_or_report(&value, draft, &document)?;
    Ok(Compiled {
        value,
        numbers: Arc::new(numbers),
        draft,
        locations: document.index.values(),
        validator,
    })
}

/// `jsonschema` stops at the first broken reference or pattern. That one is taken out, until
/// nothing more is found.
fn build_or_report(
    schema: &Value,
    draft: Draft,
    document: &Document<'_>,
) -> Result<Validator<Tree>, Report> {
    let first = match build(schema, draft) {
        Ok(validator) => return Ok(validator),
        Err(error) => error,
    };
    let mut rest = schema.clone();
    let mut found = Some(first);
    let mut errors = Vec::new();
    while let Some(error) = found.take() {
        let (error, location) = broken::unbuildable(&error, &rest, document);
        errors.push(error);
        let removed = location.is_some_and(|location| broken::remove(&mut rest, &location));
        if removed && errors.len() < LISTED {
            found = build(&rest, draft).err();
        }
    }
    Err(Report::new(errors, 0, document.text.as_bytes()))
}

fn build(schema: &Value, draft: Draft) -> Result<Validator<Tree>, ValidationError<'static>> {
    options(draft).build(schema)
}

/// The validator that compares numbers as exact decimals.
pub(super) fn build_exact(
    schema: &Value,
    draft: Draft,
    numbers: &Arc<Numbers>,
) -> Result<Validator<Tree>, ValidationError<'static>> {
    with_exact_keywords(options(draft), numbers).build(schema)
}

/// Nothing is read from a network or a disk; `format` and content keywords are annotations.
fn options(draft: Draft) -> ValidationOptions<'static, Arc<dyn Retrieve>, Tree> {
    jsonschema::options_for::<Tree>()
        .with_draft(draft)
        .offline()
        .should_validate_formats(false)
        .without_content_media_type_support("application/json")
        .without_content_encoding_support("base64")
}
