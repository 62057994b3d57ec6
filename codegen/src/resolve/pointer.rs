//! JSON Pointers (RFC 6901) into documents.

use super::{Resolver, Wanted};
use crate::diagnostic::Severity;
use crate::schema::{Parser, SchemaId};
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Node, Value};

impl Resolver<'_, '_> {
    /// The schema at a pointer that counts from the root of a resource. Where none is known, the value
    /// there is parsed as one, as if the schema around it had it as a keyword.
    pub(super) fn pointer(
        &mut self,
        wanted: &Wanted<'_>,
        resource: usize,
        pointer: &str,
    ) -> Option<SchemaId> {
        let within = &self.schemas.resources[resource];
        let (document, root) = (within.document, within.root);
        let mut location = within.location.clone();
        let steps: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
        let escaped = steps
            .iter()
            .map(|step| format!("/{}", escape_pointer(step)));
        let whole = escaped.fold(location.clone(), |whole, step| whole + &step);
        if let Some(known) = self.schemas.at(document, &whole) {
            return Some(known);
        }
        // Only documents that are JSON have resources.
        let mut node = self.input.library.tree(document).ok()?;
        for step in location.split('/').skip(1).map(unescape) {
            node = child(node, &step)?;
        }
        let mut around = root;
        for step in steps {
            let Some(next) = child(node, &step) else {
                self.unknown_pointer(wanted, document, &location, node);
                return None;
            };
            node = next;
            location.push('/');
            location.push_str(&escape_pointer(&step));
            around = self.schemas.at(document, &location).unwrap_or(around);
        }
        if !matches!(node.value, Value::Object(_) | Value::Bool(_)) {
            self.no_schema(wanted, node);
            return None;
        }
        if self.severity == Severity::Warning {
            return None;
        }
        let resource = self.schemas.get(around).resource;
        let parser = Parser::new(self.input, self.schemas, self.diagnostics);
        Some(parser.referred(resource, node, &location))
    }
}

/// The member or item that a step of a pointer names.
fn child<'n, 'd>(node: &'n Node<'d>, step: &str) -> Option<&'n Node<'d>> {
    match &node.value {
        Value::Object(_) => node.member(step).map(|member| &member.node),
        Value::Array(items) => {
            let is_index = step == "0" || !step.starts_with(['0', '+']);
            let index = step.parse().ok().filter(|_| is_index);
            items.get::<usize>(index?)
        }
        _ => None,
    }
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
