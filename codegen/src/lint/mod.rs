//! Lints: what cannot be meant in a schema that is one all the same. Each is certain: nothing is
//! said of what might be meant. They are looked for only on request, and change nothing of what is
//! generated.

mod bounds;
mod branches;
mod definitions;
mod drafts;
mod members;
mod partners;
mod patterns;
mod refusal;
mod spelling;
mod subject;
mod together;
mod types;
mod values;

use crate::diagnostic::Diagnostics;
use crate::ir::Ir;
use crate::schema::{Body, SchemaId, Schemas};
use crate::source::Library;
use std::collections::BTreeSet;
use subject::{Nodes, Subject};

/// Looks at all schemas of the documents that are compiled.
pub(crate) fn look(
    library: &Library<'_>,
    schemas: &Schemas,
    ir: &Ir,
    diagnostics: &mut Diagnostics<'_>,
) {
    let nodes = Nodes::of(library);
    let broken = broken(schemas, diagnostics);
    let whole = Whole {
        schemas,
        nodes: &nodes,
        has_unevaluated: has_unevaluated(schemas),
    };
    for id in schemas.ids().filter(|id| !broken.contains(id)) {
        if let Some(subject) = Subject::new(&whole, id) {
            look_at(&subject, diagnostics);
        }
    }
    definitions::check(library, &whole, diagnostics);
    together::check(library, ir, diagnostics);
}

/// What lints know besides the schema that they look at.
struct Whole<'w> {
    schemas: &'w Schemas,
    nodes: &'w Nodes<'w>,
    /// Whether any schema asks what others evaluate, so that it matters what those merely look at.
    has_unevaluated: bool,
}

fn look_at(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    spelling::check(subject, diagnostics);
    if subject.only_ref {
        partners::check_beside_ref(subject, diagnostics);
        return;
    }
    types::check(subject, diagnostics);
    partners::check(subject, diagnostics);
    drafts::check(subject, diagnostics);
    bounds::check(subject, diagnostics);
    members::check(subject, diagnostics);
    values::check(subject, diagnostics);
    branches::check(subject, diagnostics);
    patterns::check(subject, diagnostics);
}

/// The schemas with a keyword whose value is wrong: what they mean is not known.
fn broken(schemas: &Schemas, diagnostics: &Diagnostics<'_>) -> BTreeSet<SchemaId> {
    let innermost = |document: usize, location: &str| {
        let mut location = location;
        loop {
            if let Some(schema) = schemas.at(document, location) {
                return Some(schema);
            }
            location = &location[..location.rfind('/')?];
        }
    };
    let errors = diagnostics.errors().into_iter();
    errors
        .filter_map(|error| innermost(error.document(), error.location()))
        .collect()
}

fn has_unevaluated(schemas: &Schemas) -> bool {
    schemas.ids().any(|id| match &schemas.get(id).body {
        Body::Bool(_) => false,
        Body::Object(keywords) => {
            keywords.unevaluated_items.is_some() || keywords.unevaluated_properties.is_some()
        }
    })
}
