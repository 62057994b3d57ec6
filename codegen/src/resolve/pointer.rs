//! JSON Pointers (RFC 6901) into documents.

use super::{Resolver, Wanted};
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
        let document = within.document;
        let mut location = within.location.clone();
        let mut around = within.root;
        // Only documents that are JSON have resources.
        let mut node = self.input.library.tree(document).ok()?;
        for token in location.clone().split('/').skip(1).map(unescape) {
            node = child(node, &token)?;
        }
        for token in pointer.split('/').skip(1).map(unescape) {
            let Some(next) = child(node, &token) else {
                self.unknown_pointer(wanted, document, &location, node);
                return None;
            };
            node = next;
            location.push('/');
            location.push_str(&escape_pointer(&token));
            around = self.schemas.at(document, &location).unwrap_or(around);
        }
        if let Some(known) = self.schemas.at(document, &location) {
            return Some(known);
        }
        if !matches!(node.value, Value::Object(_) | Value::Bool(_)) {
            self.no_schema(wanted, node);
            return None;
        }
        let resource = self.schemas.get(around).resource;
        let parser = Parser::new(self.input, self.schemas, self.diagnostics);
        Some(parser.referred(resource, node, &location))
    }
}

/// The member or item that a token of a pointer names.
fn child<'n, 'd>(node: &'n Node<'d>, token: &str) -> Option<&'n Node<'d>> {
    match &node.value {
        Value::Object(_) => node.member(token).map(|member| &member.node),
        Value::Array(items) => {
            let is_index = token == "0" || !token.starts_with(['0', '+']);
            let index = token.parse().ok().filter(|_| is_index);
            items.get::<usize>(index?)
        }
        _ => None,
    }
}

fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
