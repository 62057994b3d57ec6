//! References: each `$ref` finds the schema that it means. Nothing is ever fetched.

use crate::diagnostic::{Diagnostics, Place};
use crate::schema::{Body, SchemaId, Schemas};
use percent_encoding::percent_decode_str;

/// Gives every `$ref` its target; a reference without one is reported.
pub(crate) fn references(schemas: &mut Schemas, diagnostics: &mut Diagnostics<'_>) {
    for id in schemas.ids() {
        let schema = schemas.get(id);
        let Body::Object(keywords) = &schema.body else {
            continue;
        };
        let Some(reference) = &keywords.ref_ else {
            continue;
        };
        let place = Place {
            document: schema.place.document,
            span: reference.uri.span.clone(),
            location: format!("{}/$ref", schema.place.location),
        };
        let target = resolve(schemas, &place, &reference.uri.value, diagnostics);
        if let Body::Object(keywords) = &mut schemas.get_mut(id).body
            && let Some(reference) = &mut keywords.ref_
        {
            reference.target = target;
        }
    }
}

fn resolve(
    schemas: &Schemas,
    place: &Place,
    uri: &str,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<SchemaId> {
    let (base, fragment) = uri.split_once('#').unwrap_or((uri, ""));
    let document = if base.is_empty() {
        place.document
    } else if let Some((&document, _)) = schemas.ids.iter().find(|(_, id)| *id == base) {
        document
    } else {
        diagnostics.error(place, format!("the reference {uri:?} leads to no known document")).
            with_help("references lead into the same document, as in \"#/$defs/name\"; nothing is ever downloaded");
        return None;
    };
    let pointer = percent_decode_str(fragment).decode_utf8_lossy();
    let target = schemas.at(document, &pointer);
    if target.is_none() {
        unknown_target(schemas, place, uri, &pointer, diagnostics);
    }
    target
}

fn unknown_target(
    schemas: &Schemas,
    place: &Place,
    uri: &str,
    pointer: &str,
    diagnostics: &mut Diagnostics<'_>,
) {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        let message = format!("the anchor {uri:?} is not built yet");
        diagnostics
            .error(place, message)
            .with_help("refer by JSON Pointer, as in \"#/$defs/name\"");
        return;
    }
    let found = diagnostics.error(place, format!("the reference {uri:?} leads to no schema"));
    let (parent, _) = pointer.rsplit_once('/').unwrap_or(("", ""));
    let siblings: Vec<String> = schemas
        .ids()
        .map(|id| &schemas.get(id).place)
        .filter(|other| other.document == place.document)
        .filter(|other| {
            other
                .location
                .rsplit_once('/')
                .is_some_and(|(p, _)| p == parent)
        })
        .map(|other| format!("\"#{}\"", other.location))
        .take(8)
        .collect();
    if !siblings.is_empty() {
        found.with_help(format!("there is: {}", siblings.join(", ")));
    }
}
