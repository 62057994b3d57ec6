//! The dialect that a `$schema` names: a draft, or what a meta-schema of somebody's own makes of one.

use super::vocabulary::{self, Vocabularies};
use super::{Dialect, Draft};
use crate::source::{Library, uri};
use std::collections::BTreeSet;
use tollgate_core::tree::{Node, Value};

/// Why a `$schema` names no dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is no such meta-schema.
    Unknown,
    /// The meta-schema requires a vocabulary that is not known (Core 2020-12 §8.1.2).
    Requires(String),
    /// The meta-schema is no JSON, and what is wrong with it.
    Broken(String),
}

/// The dialect that the meta-schema with this URI describes; `fallback` is the draft of a meta-schema
/// that says nothing about its own.
pub(crate) fn dialect_of(
    schema: &str,
    library: &Library<'_>,
    fallback: Draft,
) -> Result<Dialect, Problem> {
    if let Some(draft) = Draft::from_uri(schema) {
        return Ok(Dialect::of(draft));
    }
    let metaschema = metaschema(schema, library)?;
    let draft = draft_of(metaschema, library, fallback)?;
    let declared = match metaschema.member("$vocabulary") {
        // Before 2019-09 there are no vocabularies.
        Some(declared) if draft >= Draft::Draft201909 => &declared.node.value,
        _ => return Ok(Dialect::of(draft)),
    };
    let Value::Object(declared) = declared else {
        return Ok(Dialect::of(draft));
    };
    let mut vocabularies = Vocabularies::CORE;
    for vocabulary in declared {
        let required = matches!(vocabulary.node.value, Value::Bool(true));
        match vocabulary::by_uri(&vocabulary.name, required) {
            Some((of, known)) if of == draft => vocabularies = vocabularies.with(known),
            _ if required => return Err(Problem::Requires(vocabulary.name.to_string())),
            _ => {}
        }
    }
    Ok(Dialect {
        draft,
        vocabularies,
    })
}

fn metaschema<'l, 'd>(schema: &str, library: &'l Library<'d>) -> Result<&'l Node<'d>, Problem> {
    let found = library.find(&uri::given(schema)).ok_or(Problem::Unknown)?;
    let broken = |report: &tollgate_core::Report| {
        let first = report.iter().next();
        Problem::Broken(first.map_or_else(String::new, |error| error.message().to_owned()))
    };
    library.tree(found).map_err(broken)
}

/// The draft that a meta-schema is for: that of its own meta-schema, and so on. One that describes
/// itself belongs to the draft of its vocabularies.
fn draft_of(
    metaschema: &Node<'_>,
    library: &Library<'_>,
    fallback: Draft,
) -> Result<Draft, Problem> {
    let mut at = metaschema;
    let mut seen = BTreeSet::new();
    while let Some(schema) = at.member("$schema").and_then(|member| member.node.as_str()) {
        if let Some(draft) = Draft::from_uri(schema) {
            return Ok(draft);
        }
        if !seen.insert(schema) {
            break;
        }
        at = self::metaschema(schema, library)?;
    }
    Ok(draft_of_vocabularies(metaschema).unwrap_or(fallback))
}

fn draft_of_vocabularies(metaschema: &Node<'_>) -> Option<Draft> {
    let Value::Object(declared) = &metaschema.member("$vocabulary")?.node.value else {
        return None;
    };
    let known = declared
        .iter()
        .find_map(|vocabulary| vocabulary::by_uri(&vocabulary.name, true));
    known.map(|(draft, _)| draft)
}
