//! Definitions that nothing refers to.

use super::Whole;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics, Place};
use crate::dialect::{Core, Keyword};
use crate::schema::{Body, Schemas};
use crate::source::{Library, uri};
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;
use tollgate_core::tree::{Node, Value};

/// The one document that is looked at.
const DOCUMENT: usize = 0;

pub(super) fn check(library: &Library<'_>, whole: &Whole<'_>, diagnostics: &mut Diagnostics<'_>) {
    // Other documents at hand may refer to this one, and are read only when something leads there.
    if library.has_others() || !is_certain(whole) {
        return;
    }
    let mut definitions = definitions(whole);
    let mut used = |from: usize, to: &str| {
        for (end, _) in to.match_indices('/').chain([(to.len(), "")]) {
            // What refers to itself is not used by that.
            if let Some(definition) = definitions.get_mut(&to[..end]) {
                definition.is_used |= !definition.span_of_value.contains(&from);
            }
        }
    };
    for (from, to) in resolved(whole.schemas) {
        used(from, &to);
    }
    for (from, to) in written(library) {
        used(from, &to);
    }
    for location in named(whole.schemas) {
        used(usize::MAX, &location);
    }
    for definition in definitions.into_values().filter(|found| !found.is_used) {
        let message = "nothing in this document refers to this definition";
        diagnostics.lint(Code::UnusedDefinition, &definition.name, message);
    }
}

/// Whether all references are known, and the document is more than a place for definitions.
fn is_certain(whole: &Whole<'_>) -> bool {
    let schemas = whole.schemas;
    let is_known = |id| match &schemas.get(id).body {
        Body::Object(keywords) if schemas.get(id).place.document == DOCUMENT => {
            let is_known = keywords
                .ref_
                .as_ref()
                .is_none_or(|found| found.target.is_some());
            is_known && keywords.dynamic_ref.is_none()
        }
        Body::Object(_) | Body::Bool(_) => true,
    };
    let root = schemas.roots.first().copied().flatten();
    let root = root.and_then(|root| Subject::new(whole, root));
    root.is_some_and(|root| leads_on(&root)) && schemas.ids().all(is_known)
}

/// Whether schemas follow from the root, besides definitions for others to use.
fn leads_on(root: &Subject<'_>) -> bool {
    let mut keywords = root.members.iter();
    keywords.any(|member| match root.dialect.keyword(&member.name) {
        Keyword::Applicator(_) | Keyword::Unevaluated(_) => true,
        Keyword::Core(keyword) => keyword == Core::Ref,
        Keyword::Unknown
        | Keyword::Validation(_)
        | Keyword::MetaData(_)
        | Keyword::Format
        | Keyword::Content(_) => false,
    })
}

struct Definition {
    /// Where its name stands.
    name: Place,
    span_of_value: std::ops::Range<usize>,
    is_used: bool,
}

/// The members of all `$defs` and `definitions`, by location.
fn definitions(whole: &Whole<'_>) -> BTreeMap<String, Definition> {
    let mut definitions = BTreeMap::new();
    for id in whole.schemas.ids() {
        let Some(subject) = Subject::new(whole, id) else {
            continue;
        };
        for container in ["$defs", "definitions"] {
            let members = subject.keyword(container).map(|member| &member.node.value);
            let Some(Value::Object(members)) = members else {
                continue;
            };
            // Under such names there are comments.
            let is_comment = |name: &str| name.starts_with("//") || name.starts_with('$');
            for member in members.iter().filter(|member| !is_comment(&member.name)) {
                let mut name = subject.at_value(&member.node, &[container, &member.name]);
                let span_of_value = std::mem::replace(&mut name.span, member.name_span.clone());
                definitions.insert(
                    name.location.clone(),
                    Definition {
                        name,
                        span_of_value,
                        is_used: false,
                    },
                );
            }
        }
    }
    definitions
}

/// All references, each with where its schema begins, and with what it leads to.
fn resolved(schemas: &Schemas) -> Vec<(usize, String)> {
    let reference = |id| {
        let schema = schemas.get(id);
        let Body::Object(keywords) = &schema.body else {
            return None;
        };
        let target = &schemas.get(keywords.ref_.as_ref()?.target?).place;
        let is_here = (schema.place.document, target.document) == (DOCUMENT, DOCUMENT);
        is_here.then(|| (schema.place.span.start, target.location.clone()))
    };
    schemas.ids().filter_map(reference).collect()
}

/// What is written as a reference, wherever that is: some of it does not count, but may yet be
/// meant.
fn written(library: &Library<'_>) -> Vec<(usize, String)> {
    let mut written = Vec::new();
    let mut open: Vec<&Node<'_>> = library.tree(DOCUMENT).into_iter().collect();
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Object(members) => open.extend(members.iter().map(|member| &member.node)),
            Value::Array(items) => open.extend(items),
            _ => {}
        }
        if let Some(text) = node.member("$ref").and_then(|member| member.node.as_str()) {
            let (_, fragment) = uri::split(text);
            let fragment = percent_decode_str(fragment).decode_utf8_lossy();
            written.push((node.span.start, fragment.into_owned()));
        }
    }
    written
}

/// The schemas that have identifiers or anchors: other documents may use those.
fn named(schemas: &Schemas) -> Vec<String> {
    let resources = schemas.resources.iter();
    let resources = resources.filter(|resource| resource.document == DOCUMENT);
    resources
        .flat_map(|resource| {
            let anchored = resource
                .anchors
                .values()
                .chain(resource.dynamic_anchors.values());
            let anchored = anchored.map(|id| schemas.get(*id).place.location.clone());
            anchored.chain([resource.location.clone()])
        })
        .collect()
}
