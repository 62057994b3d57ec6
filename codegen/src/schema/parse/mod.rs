//! Trees to schemas: each keyword's value is what the specification says of it, or a diagnostic.
//! This is the meta-schema check, with better words.

mod annotation;
mod applicator;
mod core;
mod found;
mod identify;
mod validation;

use super::value::{Values, type_name};
use super::{Body, Keywords, Resource, Schema, SchemaId, Schemas};
use crate::diagnostic::{Diagnostics, Place};
use crate::dialect::{Core, Dialect, Draft, Keyword};
use crate::options::{Formats, Options};
use crate::source::Library;
use found::Found;
use std::collections::BTreeMap;
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Member, Node, Value};

/// What parsing depends on.
#[derive(Clone, Copy)]
pub(crate) struct Input<'p, 'd> {
    pub(crate) library: &'p Library<'d>,
    /// The draft of documents that do not say theirs.
    draft: Draft,
    asserts_formats: bool,
}

impl<'p, 'd> Input<'p, 'd> {
    pub(crate) fn new(library: &'p Library<'d>, options: &Options) -> Self {
        Self {
            library,
            draft: Draft::from_name(&options.draft).unwrap_or(Draft::Draft202012),
            asserts_formats: options.formats == Formats::Assert,
        }
    }
}

/// Parses all documents that are to be compiled.
pub(crate) fn parse<'d>(input: Input<'_, 'd>, diagnostics: &mut Diagnostics<'d>) -> Schemas {
    let mut schemas = Schemas::default();
    for document in input.library.compiled() {
        let root = Parser::new(input, &mut schemas, diagnostics).document(document);
        schemas.roots.push(root);
    }
    schemas
}

pub(crate) struct Parser<'p, 'd> {
    input: Input<'p, 'd>,
    schemas: &'p mut Schemas,
    diagnostics: &'p mut Diagnostics<'d>,
    /// The resource that is being parsed.
    resource: usize,
}

/// The value of a keyword.
#[derive(Clone, Copy)]
struct Site<'s> {
    node: &'s Node<'s>,
    place: &'s Place,
    /// The schema that has the keyword.
    schema: SchemaId,
}

impl<'p, 'd> Parser<'p, 'd> {
    pub(crate) fn new(
        input: Input<'p, 'd>,
        schemas: &'p mut Schemas,
        diagnostics: &'p mut Diagnostics<'d>,
    ) -> Self {
        Self {
            input,
            schemas,
            diagnostics,
            resource: 0,
        }
    }

    /// Parses a document, if that has not been done; one that is no JSON is reported.
    pub(crate) fn document(&mut self, document: usize) -> Option<SchemaId> {
        if let Some(root) = self.schemas.at(document, "") {
            return Some(root);
        }
        let library = self.input.library;
        match library.tree(document) {
            Ok(tree) => {
                let dialect = self.dialect_of_document(tree, document);
                self.resource = self.schemas.open(Resource {
                    uri: library.address(document).to_owned(),
                    document,
                    location: String::new(),
                    root: self.schemas.next(),
                    dialect,
                    anchors: BTreeMap::new(),
                    dynamic_anchors: BTreeMap::new(),
                });
                Some(self.schema(tree, ""))
            }
            Err(report) => {
                for error in report {
                    let place = Place {
                        document,
                        span: error.span().unwrap_or_default(),
                        location: error.instance_location().to_owned(),
                    };
                    let found = self.diagnostics.error(&place, error.message());
                    if error.keyword() == "depth" {
                        // The limit is ours, not that of the documents to be read.
                        found.with_help("some of the schemas inside can stand under `$defs`");
                    } else if let Some(help) = error.help() {
                        found.with_help(help);
                    }
                }
                None
            }
        }
    }

    /// Parses a value as a schema that is no keyword's: only a reference says that it is one.
    pub(crate) fn referred(mut self, resource: usize, node: &Node<'_>, location: &str) -> SchemaId {
        self.resource = resource;
        self.schema(node, location)
    }

    fn context(&self) -> &Resource {
        &self.schemas.resources[self.resource]
    }

    fn dialect(&self) -> Dialect {
        self.context().dialect
    }

    fn draft(&self) -> Draft {
        self.dialect().draft
    }

    fn place(&self, node: &Node<'_>, location: &str) -> Place {
        Place {
            document: self.context().document,
            span: node.span.clone(),
            location: location.to_owned(),
        }
    }

    fn values<'v>(&'v mut self, site: Site<'v>) -> Values<'v, 'd> {
        Values {
            node: site.node,
            place: site.place,
            diagnostics: self.diagnostics,
        }
    }

    fn schema(&mut self, node: &Node<'_>, location: &str) -> SchemaId {
        let document = self.context().document;
        if let Some(known) = self.schemas.at(document, location) {
            return known;
        }
        let id = self.schemas.add(Schema {
            place: self.place(node, location),
            resource: self.resource,
            body: Body::Bool(true),
        });
        let outer = self.resource;
        let body = match &node.value {
            Value::Bool(allows) if self.draft().has_boolean_schemas() => Body::Bool(*allows),
            Value::Object(members) => {
                self.identify(id, members, location);
                Body::Object(Box::new(self.keywords(id, members, location)))
            }
            other => {
                self.no_schema(other, &self.place(node, location));
                Body::Bool(true)
            }
        };
        let schema = self.schemas.get_mut(id);
        schema.resource = self.resource;
        schema.body = body;
        self.resource = outer;
        id
    }

    /// `true` or `false` where every draft has them as schemas.
    fn boolean(&mut self, allows: bool, node: &Node<'_>, location: &str) -> SchemaId {
        if let Some(known) = self.schemas.at(self.context().document, location) {
            return known;
        }
        self.schemas.add(Schema {
            place: self.place(node, location),
            resource: self.resource,
            body: Body::Bool(allows),
        })
    }

    fn no_schema(&mut self, value: &Value<'_>, place: &Place) {
        let found = type_name(value);
        if self.draft().has_boolean_schemas() {
            let message = format!("expected a schema: an object, true or false; found {found}");
            self.diagnostics.error(place, message);
            return;
        }
        let message = format!("expected a schema: an object; found {found}");
        let found = self.diagnostics.error(place, message);
        if matches!(value, Value::Bool(_)) {
            found.with_help("draft 4 says `{}` for `true`, and `{\"not\": {}}` for `false`");
        }
    }

    fn keywords(&mut self, id: SchemaId, members: &[Member<'_>], location: &str) -> Keywords {
        let mut found = Found::default();
        let only_ref = is_only_ref(members, self.draft());
        for member in members {
            let keyword = self.dialect().keyword(&member.name);
            let location = format!("{location}/{}", escape_pointer(&member.name));
            let place = self.place(&member.node, &location);
            let site = Site {
                node: &member.node,
                place: &place,
                schema: id,
            };
            // What does not count has to be what the meta-schema says all the same.
            if !only_ref || matches!(keyword, Keyword::Core(Core::Ref | Core::Defs)) {
                self.keyword(keyword, site, &mut found);
            } else {
                self.check(keyword, site);
            }
        }
        self.finish(found, members, location)
    }

    /// Parses a keyword and forgets it.
    fn check(&mut self, keyword: Keyword, site: Site<'_>) {
        let mut forgotten = Schemas::default();
        let context = self.context();
        forgotten.open(Resource {
            uri: context.uri.clone(),
            location: context.location.clone(),
            anchors: BTreeMap::new(),
            dynamic_anchors: BTreeMap::new(),
            ..*context
        });
        let mut parser = Parser {
            input: self.input,
            schemas: &mut forgotten,
            diagnostics: self.diagnostics,
            resource: 0,
        };
        parser.keyword(keyword, site, &mut Found::default());
    }

    fn keyword(&mut self, keyword: Keyword, site: Site<'_>, found: &mut Found) {
        match keyword {
            Keyword::Unknown => {}
            Keyword::Core(keyword) => self.core(keyword, site, found),
            Keyword::Applicator(keyword) => self.applicator(keyword, site, found),
            Keyword::Unevaluated(keyword) => self.unevaluated(keyword, site, found),
            Keyword::Validation(keyword) => self.validation(keyword, site, found),
            Keyword::MetaData(keyword) => self.meta_data(keyword, site, &mut found.keywords),
            Keyword::Format => self.format(site, &mut found.keywords),
            Keyword::Content(keyword) => self.content(keyword, site),
        }
    }
}

/// Whether nothing beside a `$ref` counts (Core draft 7 §8.3).
fn is_only_ref(members: &[Member<'_>], draft: Draft) -> bool {
    let is_ref = |member: &Member<'_>| {
        // What is no string is no reference in draft 4 (JSON Reference §3), and its meta-schema
        // does not mind.
        member.name == "$ref" && (draft != Draft::Draft4 || member.node.as_str().is_some())
    };
    !draft.has_siblings_of_ref() && members.iter().any(is_ref)
}
