//! What judges documents: generated code, or a schema that is compiled now.

use crate::builtin::{self, Builtin};
use crate::input::{Input, shown};
use std::io;
use std::path::Path;
use tollgate_core::dynamic::DynamicSchema;
use tollgate_core::{Json, Report, Schema as _};

#[derive(Debug)]
pub(crate) enum Engine {
    Builtin(Builtin),
    Dynamic(DynamicSchema),
}

/// Why there is no engine.
#[derive(Debug)]
pub(crate) enum SchemaProblem {
    Unreadable {
        error: io::Error,
        help: Option<String>,
    },
    /// The report is about the schema's text.
    Broken { report: Report, source: Vec<u8> },
}

impl Engine {
    /// The engine for what `--schema` says: a built-in name, else a file.
    pub(crate) fn named(schema: &Path) -> Result<Self, SchemaProblem> {
        match schema.to_str().and_then(builtin::find) {
            Some(builtin) => Ok(Self::Builtin(builtin)),
            None => Self::from_file(schema),
        }
    }

    /// The engine for a schema file.
    pub(crate) fn from_file(path: &Path) -> Result<Self, SchemaProblem> {
        let source = Input::new(path).read().map_err(|error| {
            let help = (error.kind() == io::ErrorKind::NotFound).then(built_in_names);
            SchemaProblem::Unreadable { error, help }
        })?;
        match compile(&source) {
            Ok(schema) => Ok(Self::Dynamic(schema)),
            Err(report) => Err(SchemaProblem::Broken { report, source }),
        }
    }

    /// Judges a document, and stops at the first error.
    pub(crate) fn is_valid(&self, document: &[u8]) -> bool {
        match self {
            Self::Builtin(builtin) => (builtin.is_valid)(document),
            Self::Dynamic(schema) => schema.is_valid_json(document),
        }
    }

    /// Judges a document.
    pub(crate) fn validate(&self, document: &[u8]) -> Result<(), Report> {
        match self {
            Self::Builtin(builtin) => (builtin.validate)(document),
            Self::Dynamic(schema) => schema.validate_json(document),
        }
    }
}

fn compile(source: &[u8]) -> Result<DynamicSchema, Report> {
    match std::str::from_utf8(source) {
        Ok(text) => DynamicSchema::compile(text),
        // Whatever reads JSON reports this in the same words.
        Err(_) => match Json::from_json(source) {
            Err(report) => Err(report),
            Ok(_) => DynamicSchema::compile(&String::from_utf8_lossy(source)),
        },
    }
}

fn built_in_names() -> String {
    format!(
        "the built-in schemas are {}",
        builtin::names().collect::<Vec<_>>().join(", ")
    )
}

/// A schema as messages name it.
pub(crate) fn schema_name(schema: &Path) -> String {
    shown(&schema.to_string_lossy())
}
