//! Schemas with an `$id` inside a schema document: `jsonschema` counts locations from these.

use super::place::members;
use crate::report::escape_pointer;
use crate::tree::{Node, Value};
use std::fmt::Write as _;

/// The `$id`s of a document, and where their schemas stand.
pub(super) struct Resources(Vec<(String, String)>);

impl Resources {
    pub(super) fn of(schema: &Node<'_>) -> Self {
        let mut found = Vec::new();
        gather(schema, &mut String::new(), &mut found);
        Self(found)
    }

    /// Where in the document the schema stands that has this URI.
    pub(super) fn location_of(&self, uri: &str) -> Option<&str> {
        let is = |id: &str| match id.split_once(':') {
            Some(_) => id == uri,
            None => uri.ends_with(id) && uri[..uri.len() - id.len()].ends_with('/'),
        };
        self.0
            .iter()
            .find(|(id, _)| is(id))
            .map(|(_, location)| location.as_str())
    }
}

fn gather(node: &Node<'_>, location: &mut String, found: &mut Vec<(String, String)>) {
    let length = location.len();
    if let Value::Array(items) = &node.value {
        for (at, item) in items.iter().enumerate() {
            let _ = write!(location, "/{at}"); // writing to a `String` can't fail
            gather(item, location, found);
            location.truncate(length);
        }
    }
    for member in members(node) {
        if let ("$id" | "id", Some(id)) = (&*member.name, member.node.as_str()) {
            let id = id.trim_end_matches('#').trim_start_matches("./");
            found.push((id.to_owned(), location.clone()));
        }
        location.push('/');
        location.push_str(&escape_pointer(&member.name));
        gather(&member.node, location, found);
        location.truncate(length);
    }
}
