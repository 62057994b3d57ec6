//! Which resource a schema belongs to, and which dialect that is written in.

use super::super::{Resource, SchemaId};
use super::{Parser, is_only_ref};
use crate::diagnostic::Place;
use crate::dialect::{Dialect, Problem, dialect_of};
use crate::source::uri;
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;
use tollgate_core::tree::{Member, Node};

impl Parser<'_, '_> {
    /// The dialect of a document.
    pub(super) fn dialect_of_document(&mut self, tree: &Node<'_>, document: usize) -> Dialect {
        let fallback = Dialect::of(self.input.draft);
        let Some(member) = tree.member("$schema") else {
            return fallback;
        };
        let place = Place {
            document,
            span: member.node.span.clone(),
            location: "/$schema".to_owned(),
        };
        let base = self.input.library.address(document);
        self.dialect_named(member, base, &place).unwrap_or(fallback)
    }

    /// The dialect that a `$schema` names; one that is not known is reported.
    fn dialect_named(&mut self, member: &Member<'_>, base: &str, place: &Place) -> Option<Dialect> {
        // What is no string is reported where the keyword is parsed.
        let name = member.node.as_str()?;
        let absolute = uri::resolve(base, uri::split(name).0);
        let absolute = absolute.unwrap_or_else(|| name.to_owned());
        match dialect_of(&absolute, self.input.library, self.input.draft) {
            Ok(dialect) => Some(dialect),
            Err(problem) => {
                self.no_dialect(name, problem, place);
                None
            }
        }
    }

    fn no_dialect(&mut self, name: &str, problem: Problem, place: &Place) {
        let (message, help) = match problem {
            Problem::Unknown => (
                format!("{name:?} is no dialect that is known here"),
                "drafts 4, 6, 7, 2019-09 and 2020-12 are, for example \
                 \"https://json-schema.org/draft/2020-12/schema\"; a meta-schema of your own has to \
                 be given under `refs`; nothing is ever downloaded"
                    .to_owned(),
            ),
            Problem::Requires(vocabulary) => (
                format!("the dialect {name:?} requires a vocabulary that is not known"),
                format!("that is {vocabulary:?}; the vocabularies of 2019-09 and 2020-12 are known"),
            ),
            Problem::Broken(message) => (
                format!("the meta-schema {name:?} is no JSON"),
                format!("there is: {message}"),
            ),
        };
        self.diagnostics.error(place, message).with_help(help);
    }

    /// Opens a resource if the schema has a URI of its own, and notes an anchor in its `$id`.
    pub(super) fn identify(&mut self, id: SchemaId, members: &[Member<'_>], location: &str) {
        let dialect = self.dialect_of_schema(members, location);
        let draft = dialect.draft;
        if is_only_ref(members, draft) {
            return;
        }
        let keyword = draft.id_keyword();
        let Some((member, text)) = text_member(members, keyword) else {
            return;
        };
        let (reference, fragment) = uri::split(text);
        let place = self.place(&member.node, &format!("{location}/{keyword}"));
        if !reference.is_empty() {
            self.open(id, reference, dialect, &place);
        }
        // In old schemas there are pointers, which say where the schema is anyway.
        if draft.has_anchors_in_id() && !fragment.is_empty() && !fragment.starts_with('/') {
            let name = percent_decode_str(fragment).decode_utf8_lossy();
            self.anchor(&name, id, &place);
        }
    }

    /// A `$schema` counts only where a resource begins (Core 2020-12 §8.1.1).
    fn dialect_of_schema(&mut self, members: &[Member<'_>], location: &str) -> Dialect {
        let own = self.dialect();
        let is_resource = |keyword| {
            text_member(members, keyword).is_some_and(|(_, id)| !uri::split(id).0.is_empty())
        };
        if location.is_empty() || !(is_resource("$id") || is_resource("id")) {
            return own;
        }
        let Some(member) = members.iter().find(|member| member.name == "$schema") else {
            return own;
        };
        let place = self.place(&member.node, &format!("{location}/$schema"));
        let base = self.context().uri.clone();
        self.dialect_named(member, &base, &place).unwrap_or(own)
    }

    /// Begins a resource, or gives the document's own its URI.
    fn open(&mut self, root: SchemaId, reference: &str, dialect: Dialect, place: &Place) {
        let location = self.schemas.get(root).place.location.clone();
        let context = self.context();
        let is_document = location.is_empty();
        let Some(uri) = uri::resolve(&context.uri, reference) else {
            let message = format!("{reference:?} is no URI reference");
            self.diagnostics.error(place, message);
            return;
        };
        let document = context.document;
        if is_document && context.uri == uri {
            return;
        }
        self.report_twin(&uri, place);
        if is_document {
            let resource = self.resource;
            self.schemas.by_uri.entry(uri.clone()).or_insert(resource);
            self.schemas.resources[resource].uri = uri;
            return;
        }
        self.resource = self.schemas.open(Resource {
            uri,
            document,
            location,
            root,
            dialect,
            anchors: BTreeMap::new(),
            dynamic_anchors: BTreeMap::new(),
        });
    }

    /// Reports that something else has the URI already. The same text under two names is harmless.
    fn report_twin(&mut self, uri: &str, place: &Place) {
        let Some(other) = self.schemas.resource_at(uri) else {
            return;
        };
        let other = &self.schemas.resources[other];
        let (one, two) = (
            self.input.library.document(place.document),
            self.input.library.document(other.document),
        );
        if place.document != other.document && one.text() == two.text() {
            return;
        }
        let message = format!("{:?} is the identifier of another schema", uri::shown(uri));
        let at = format!("#{}", other.location);
        let help = format!("that is in {} at {at:?}", two.file());
        self.diagnostics.error(place, message).with_help(help);
    }
}

fn text_member<'m>(members: &'m [Member<'_>], name: &str) -> Option<(&'m Member<'m>, &'m str)> {
    let member = members.iter().find(|member| member.name == name)?;
    Some((member, member.node.as_str()?))
}
