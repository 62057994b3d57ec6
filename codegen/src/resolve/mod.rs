//! References: each finds the schema that it means. Nothing is ever fetched.

mod pointer;
#[cfg(test)]
mod tests;
mod unknown;

use crate::diagnostic::{Diagnostics, Place, Severity};
use crate::schema::{Body, Input, Parser, SchemaId, Schemas, Spanned};
use crate::source::uri;
use percent_encoding::percent_decode_str;
use std::collections::BTreeSet;

/// Gives every reference its target; one without is reported. Documents that are not to be compiled
/// themselves are parsed when a reference leads into them.
///
/// What can be reached from the roots goes first: nothing can be generated without its targets.
/// Elsewhere a reference to nowhere does no harm, and is none of anybody's business in a
/// document that is only referred to.
pub(crate) fn references<'d>(
    input: Input<'_, 'd>,
    schemas: &mut Schemas,
    diagnostics: &mut Diagnostics<'d>,
) {
    let mut resolver = Resolver {
        input,
        schemas,
        diagnostics,
        severity: Severity::Error,
        reached: BTreeSet::new(),
        pending: Vec::new(),
        entered: BTreeSet::new(),
    };
    let roots: Vec<SchemaId> = resolver.schemas.roots.iter().flatten().copied().collect();
    resolver.pending.extend(roots.into_iter().rev());
    resolver.reach();
    resolver.severity = Severity::Warning;
    let all: Vec<SchemaId> = resolver.schemas.ids().collect();
    for id in all {
        let document = resolver.schemas.get(id).place.document;
        if input.library.is_compiled(document) {
            resolver.pending.push(id);
            resolver.reach();
        }
    }
}

struct Resolver<'r, 'd> {
    input: Input<'r, 'd>,
    schemas: &'r mut Schemas,
    diagnostics: &'r mut Diagnostics<'d>,
    /// How bad a reference to nowhere is.
    severity: Severity,
    reached: BTreeSet<SchemaId>,
    pending: Vec<SchemaId>,
    /// The resources of schemas that were reached.
    entered: BTreeSet<usize>,
}

/// A reference that is being resolved.
struct Wanted<'w> {
    /// The schema that has it.
    from: SchemaId,
    keyword: &'static str,
    uri: &'w Spanned<String>,
}

impl Resolver<'_, '_> {
    /// Resolves the references of all pending schemas and of what can be reached from them.
    fn reach(&mut self) {
        while let Some(id) = self.pending.pop() {
            if self.reached.insert(id) {
                self.resolve(id);
                self.follow(id);
            }
        }
    }

    fn resolve(&mut self, id: SchemaId) {
        let Body::Object(keywords) = &self.schemas.get(id).body else {
            return;
        };
        let (reference, dynamic) = (keywords.ref_.clone(), keywords.dynamic_ref.clone());
        if let Some(mut reference) = reference {
            reference.target = self.target(id, "$ref", &reference.uri);
            self.pending.extend(reference.target);
            if let Body::Object(keywords) = &mut self.schemas.get_mut(id).body {
                keywords.ref_ = Some(reference);
            }
        }
        if let Some(mut dynamic) = dynamic {
            dynamic.target = self.target(id, dynamic.keyword, &dynamic.uri);
            dynamic.anchor = self.anchor(dynamic.keyword, &dynamic.uri.value, dynamic.target);
            self.pending.extend(dynamic.target);
            if let Body::Object(keywords) = &mut self.schemas.get_mut(id).body {
                keywords.dynamic_ref = Some(dynamic);
            }
        }
    }

    /// What else is reached with a schema: its subschemas, and whatever a dynamic reference can find
    /// once its resource has been entered.
    fn follow(&mut self, id: SchemaId) {
        if let Body::Object(keywords) = &self.schemas.get(id).body {
            self.pending.extend(keywords.subschemas());
        }
        if self.entered.insert(self.schemas.get(id).resource) {
            let anchors = &self.schemas.resource_of(id).dynamic_anchors;
            self.pending.extend(anchors.values());
        }
    }

    fn target(
        &mut self,
        from: SchemaId,
        keyword: &'static str,
        uri: &Spanned<String>,
    ) -> Option<SchemaId> {
        let wanted = &Wanted { from, keyword, uri };
        let (reference, fragment) = uri::split(&uri.value);
        let resource = self.resource(wanted, reference)?;
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let found = &self.schemas.resources[resource];
        if fragment.is_empty() {
            Some(found.root)
        } else if fragment.starts_with('/') {
            self.pointer(wanted, resource, &fragment)
        } else {
            let target = found.anchors.get(fragment.as_ref()).copied();
            if target.is_none() {
                self.unknown_anchor(wanted, resource);
            }
            target
        }
    }

    /// The resource that a reference without fragment means.
    fn resource(&mut self, wanted: &Wanted<'_>, reference: &str) -> Option<usize> {
        let current = self.schemas.get(wanted.from).resource;
        if reference.is_empty() {
            return Some(current);
        }
        let base = &self.schemas.resources[current].uri;
        let Some(absolute) = uri::resolve(base, reference) else {
            self.report(wanted, format!("{reference:?} is no URI reference"));
            return None;
        };
        if *base == absolute {
            return Some(current);
        }
        if let Some(known) = self.schemas.resource_at(&absolute) {
            return Some(known);
        }
        let mut document = self.input.library.find(&absolute);
        // What the caller calls `other.json` is meant by that name from any folder.
        if document.is_none() && uri::is_of_file(&absolute) {
            document = self.input.library.find(&uri::given(reference));
        }
        let Some(document) = document else {
            self.unknown_document(wanted, &absolute);
            return None;
        };
        // For what nothing refers to, no document is looked into.
        if self.severity == Severity::Warning {
            return None;
        }
        // A document that is no JSON is reported as that.
        let root = Parser::new(self.input, self.schemas, self.diagnostics).document(document)?;
        let by_uri = self.schemas.resource_at(&absolute);
        Some(by_uri.unwrap_or(self.schemas.get(root).resource))
    }

    /// The anchor that a dynamic reference looks for, if its first target has it (Core 2020-12
    /// §8.2.3.2; 2019-09 §8.2.4.2.1).
    fn anchor(&self, keyword: &str, uri: &str, target: Option<SchemaId>) -> Option<String> {
        let target = target?;
        let (_, fragment) = uri::split(uri);
        let name = match keyword {
            "$recursiveRef" => String::new(),
            _ => percent_decode_str(fragment)
                .decode_utf8_lossy()
                .into_owned(),
        };
        let anchors = &self.schemas.resource_of(target).dynamic_anchors;
        (anchors.get(&name) == Some(&target)).then_some(name)
    }

    fn place(&self, wanted: &Wanted<'_>) -> Place {
        let from = &self.schemas.get(wanted.from).place;
        Place {
            document: from.document,
            span: wanted.uri.span.clone(),
            location: format!("{}/{}", from.location, wanted.keyword),
        }
    }
}
