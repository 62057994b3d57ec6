//! What is wrong with a schema, as a report about the schema's text.

use super::errors::Telling;
use super::place::{Document, split_last};
use crate::ValidationError;
use crate::report::{Failure, escape_pointer, excerpt};
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{Draft, ReferencingError, ValidationError as Found};
use serde_json::Value;
use std::collections::HashSet;

/// An error at `location` of a schema.
pub(super) fn error(failure: Failure, location: &str) -> ValidationError {
    ValidationError::located(failure, location, "", "")
}

/// What the draft's meta-schema has against the schema. Its parts overlap, so that they find some
/// mistakes several times.
pub(super) fn against_meta_schema(
    schema: &Value,
    draft: Draft,
    telling: &Telling<'_, '_>,
) -> Vec<ValidationError> {
    let meta = match draft {
        Draft::Draft4 => jsonschema::draft4::meta::validator(),
        Draft::Draft6 => jsonschema::draft6::meta::validator(),
        Draft::Draft7 => jsonschema::draft7::meta::validator(),
        Draft::Draft201909 => jsonschema::draft201909::meta::validator(),
        _ => jsonschema::draft202012::meta::validator(),
    };
    let mut seen = HashSet::new();
    let found = meta.iter_errors(schema);
    let found = found.filter(|found| seen.insert(found.instance_path().as_str().to_owned()));
    found.flat_map(|found| tell(&found, telling)).collect()
}

/// Of a keyword with several forms, the branch is told that was probably meant: the one for values
/// of the type that is there.
fn tell(found: &Found<'_>, telling: &Telling<'_, '_>) -> Vec<ValidationError> {
    let meant = match found.kind() {
        Kind::AnyOf { context } => {
            let is_type = |found: &Found<'_>| matches!(found.kind(), Kind::Type { .. });
            context.iter().find(|branch| !branch.iter().any(is_type))
        }
        _ => None,
    };
    let told: Vec<ValidationError> = match meant {
        Some(branch) => branch
            .iter()
            .flat_map(|found| telling.tell(found))
            .collect(),
        None => telling.tell(found),
    };
    told.into_iter()
        .map(ValidationError::without_schema_location)
        .collect()
}

/// What kept `jsonschema` from building a validator, and the location of what must go so that the
/// next mistake can be found.
pub(super) fn unbuildable(
    found: &Found<'_>,
    schema: &Value,
    document: &Document<'_>,
) -> (ValidationError, Option<String>) {
    let location = match found.kind() {
        Kind::Referencing(error) => find_reference(schema, &|text| leads_to(text, error)),
        Kind::Format { .. } => Some(found.instance_path().as_str().to_owned()),
        _ => None,
    };
    let Some(location) = location else {
        let failure = Failure::new("$schema", document.tree.span.clone(), found.to_string());
        return (error(failure, found.instance_path().as_str()), None);
    };
    let failure = match found.kind() {
        Kind::Referencing(error) => broken_reference(&location, error, document),
        _ => broken_pattern(&location, document),
    };
    (error(failure, &location), Some(location))
}

/// The schema without what stands at `location`; `false` when nothing stands there.
pub(super) fn remove(schema: &mut Value, location: &str) -> bool {
    let Some((parent, name)) = split_last(location) else {
        return false;
    };
    let object = schema.pointer_mut(parent).and_then(Value::as_object_mut);
    object.is_some_and(|members| members.remove(&*name).is_some())
}

fn broken_reference(location: &str, error: &ReferencingError, document: &Document<'_>) -> Failure {
    let node = document.find(location).unwrap_or(document.tree);
    let reference = excerpt(node.as_str().unwrap_or_default());
    let failure = Failure::new(
        "$ref",
        node.span.clone(),
        format!("the reference {reference} leads nowhere"),
    );
    match error {
        ReferencingError::Unretrievable { .. } => {
            failure.with_help("nothing is downloaded: put that schema into this document's `$defs`")
        }
        ReferencingError::NoSuchAnchor { .. } => {
            failure.with_help("a pointer into the document begins with `#/`")
        }
        _ => failure,
    }
}

fn broken_pattern(location: &str, document: &Document<'_>) -> Failure {
    // The name of a member of `patternProperties`, or the value of a `pattern`.
    let (pattern, span) = match (document.find(location), document.member_at(location)) {
        (Some(node), _) if node.as_str().is_some() => (node.as_str(), node.span.clone()),
        (_, Some(member)) => (Some(&*member.name), member.name_span.clone()),
        _ => (None, document.tree.span.clone()),
    };
    let pattern = excerpt(pattern.unwrap_or_default());
    Failure::new(
        "pattern",
        span,
        format!("{pattern} is not a regular expression of ECMA-262"),
    )
}

/// The location of the first reference of which `is` holds.
fn find_reference(schema: &Value, is: &dyn Fn(&str) -> bool) -> Option<String> {
    match schema {
        Value::Object(members) => members.iter().find_map(|(name, value)| {
            let reference = matches!(name.as_str(), "$ref" | "$dynamicRef" | "$recursiveRef");
            let below = match value {
                Value::String(text) if reference && is(text) => Some(String::new()),
                value => find_reference(value, is),
            };
            below.map(|below| format!("/{}{below}", escape_pointer(name)))
        }),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| find_reference(item, is).map(|below| format!("/{at}{below}"))),
        _ => None,
    }
}

/// Whether a reference is the one that the error is about. Errors know only where it leads.
fn leads_to(reference: &str, error: &ReferencingError) -> bool {
    let (base, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    match error {
        ReferencingError::Unretrievable { uri, .. } => {
            let base = base.trim_start_matches("./");
            !base.is_empty() && uri.trim_end_matches('#').ends_with(base)
        }
        ReferencingError::PointerToNowhere { pointer }
        | ReferencingError::InvalidPercentEncoding { pointer, .. }
        | ReferencingError::InvalidArrayIndex { pointer, .. } => {
            fragment == pointer || (fragment.contains('%') && fragment.starts_with('/'))
        }
        ReferencingError::NoSuchAnchor { anchor } | ReferencingError::InvalidAnchor { anchor } => {
            fragment == anchor
        }
        ReferencingError::InvalidUri(_)
        | ReferencingError::UnknownSpecification { .. }
        | ReferencingError::CircularMetaschema { .. } => false,
    }
}
