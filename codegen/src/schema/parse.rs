//! Trees to schemas: each keyword's value is what the specification says of it, or a diagnostic.
//! This is the meta-schema check, with better words.

use super::value::{Values, constant, number_text};
use super::{Body, Keyword, Keywords, Reference, Schema, SchemaId, Schemas, Spanned};
use crate::diagnostic::{Diagnostics, Place};
use crate::dialect::{self, Draft};
use crate::options::Options;
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Member, Node, Value};

/// Parses the trees of all documents.
pub(crate) fn parse(
    trees: &[Option<Node<'_>>],
    options: &Options,
    diagnostics: &mut Diagnostics<'_>,
) -> Schemas {
    let mut schemas = Schemas::default();
    schemas.resources.push(super::Resource::default());
    for (document, tree) in trees.iter().enumerate() {
        let root = tree.as_ref().map(|tree| {
            let draft = draft_of(tree, document, options, diagnostics);
            let mut parser = Parser {
                document,
                draft,
                schemas: &mut schemas,
                diagnostics,
            };
            parser.schema(tree, "")
        });
        schemas.roots.push(root);
    }
    schemas
}

fn draft_of(
    tree: &Node<'_>,
    document: usize,
    options: &Options,
    diagnostics: &mut Diagnostics<'_>,
) -> Draft {
    let fallback = Draft::from_name(&options.draft).unwrap_or(Draft::Draft202012);
    let Some(member) = tree.member("$schema") else {
        return fallback;
    };
    let uri = member.node.as_str().unwrap_or_default();
    Draft::from_uri(uri).unwrap_or_else(|| {
        let location = "/$schema".to_owned();
        let place = Place {
            document,
            span: member.node.span.clone(),
            location,
        };
        diagnostics
            .error(&place, format!("the dialect {uri:?} is not built yet"))
            .with_help(
                "drafts 6, 7, 2019-09 and 2020-12 are: for example \
             \"https://json-schema.org/draft/2020-12/schema\"",
            );
        fallback
    })
}

struct Parser<'p, 'd> {
    document: usize,
    draft: Draft,
    schemas: &'p mut Schemas,
    diagnostics: &'p mut Diagnostics<'d>,
}

impl Parser<'_, '_> {
    fn place(&self, node: &Node<'_>, location: &str) -> Place {
        let location = location.to_owned();
        Place {
            document: self.document,
            span: node.span.clone(),
            location,
        }
    }

    fn schema(&mut self, node: &Node<'_>, location: &str) -> SchemaId {
        let body = match &node.value {
            Value::Bool(allows) => Body::Bool(*allows),
            Value::Object(members) => Body::Object(Box::new(self.keywords(members, location))),
            _ => {
                let place = self.place(node, location);
                let message = "a schema is an object, true or false";
                self.diagnostics.error(&place, message);
                Body::Bool(true)
            }
        };
        self.schemas.add(Schema {
            place: self.place(node, location),
            resource: 0,
            body,
        })
    }

    fn keywords(&mut self, members: &[Member<'_>], location: &str) -> Keywords {
        let mut keywords = Keywords::default();
        let has_ref = members.iter().any(|member| member.name == "$ref");
        for member in members {
            let name = member.name.as_ref();
            let keyword = dialect::keyword(name);
            let location = format!("{location}/{}", escape_pointer(name));
            // Before 2019-09 nothing beside a `$ref` counts, whatever it is.
            let counts = self.draft.has_siblings_of_ref()
                || !has_ref
                || matches!(keyword, Keyword::Ref | Keyword::Defs);
            if counts {
                self.keyword(keyword, member, &location, &mut keywords);
            }
        }
        keywords
    }

    fn keyword(
        &mut self,
        keyword: Keyword,
        member: &Member<'_>,
        location: &str,
        keywords: &mut Keywords,
    ) {
        let node = &member.node;
        let place = self.place(node, location);
        let values = &mut Values {
            node,
            place: &place,
            diagnostics: self.diagnostics,
        };
        match keyword {
            Keyword::Annotation | Keyword::Unknown => {}
            Keyword::NotBuilt => self.not_built(member, location),
            Keyword::Id => self.id(node, location),
            Keyword::Ref => {
                let uri = values.string();
                keywords.ref_ = uri.map(|uri| Reference { uri, target: None });
            }
            Keyword::Defs => drop(self.schemas_by_name(node, location)),
            Keyword::Title => keywords.title = values.string().map(|text| text.value),
            Keyword::Description => keywords.description = values.string().map(|text| text.value),
            Keyword::Default => keywords.default = Some(constant(node)),
            Keyword::Examples => keywords.examples = values.texts(),
            Keyword::Deprecated => keywords.deprecated = values.bool().unwrap_or(false),
            Keyword::Type => keywords.type_ = values.types(),
            Keyword::Enum => keywords.enum_ = values.constants(),
            Keyword::Const => {
                let span = node.span.clone();
                keywords.const_ = Some(Spanned {
                    value: constant(node),
                    span,
                });
            }
            Keyword::Pattern => keywords.pattern = values.string(),
            Keyword::MinLength => keywords.min_length = values.count(),
            Keyword::MaxLength => keywords.max_length = values.count(),
            Keyword::Minimum => keywords.minimum = values.number(),
            Keyword::Maximum => keywords.maximum = values.number(),
            Keyword::ExclusiveMinimum => keywords.exclusive_minimum = values.number(),
            Keyword::ExclusiveMaximum => keywords.exclusive_maximum = values.number(),
            Keyword::Items => keywords.items = self.items(node, location),
            Keyword::MinItems => keywords.min_items = values.count(),
            Keyword::MaxItems => keywords.max_items = values.count(),
            Keyword::Properties => keywords.properties = self.schemas_by_name(node, location),
            Keyword::Required => keywords.required = values.names(),
            Keyword::AdditionalProperties => {
                keywords.additional_properties = Some(self.schema(node, location));
            }
        }
    }

    fn not_built(&mut self, member: &Member<'_>, location: &str) {
        let span = member.name_span.clone();
        let place = Place {
            document: self.document,
            span,
            location: location.to_owned(),
        };
        let message = format!("the keyword `{}` is not built yet", member.name);
        self.diagnostics
            .error(&place, message)
            .with_help("it would have to be ignored, and that would let wrong documents pass");
    }

    /// An `$id` names the document when it stands at its root; inside, it would move the base that
    /// references are resolved against.
    fn id(&mut self, node: &Node<'_>, location: &str) {
        let place = self.place(node, location);
        match node.as_str() {
            Some(id) if location == "/$id" => {
                let id = id.trim_end_matches('#').to_owned();
                self.schemas.ids.insert(self.document, id);
            }
            Some(_) => {
                self.diagnostics
                    .error(&place, "an `$id` inside a document is not built yet");
            }
            None => {
                self.diagnostics
                    .error(&place, "`$id` is a URI reference, in quotes");
            }
        }
    }

    fn items(&mut self, node: &Node<'_>, location: &str) -> Option<SchemaId> {
        if matches!(node.value, Value::Array(_)) && self.draft < Draft::Draft202012 {
            let place = self.place(node, location);
            self.diagnostics
                .error(&place, "`items` with a list of schemas is not built yet");
            return None;
        }
        Some(self.schema(node, location))
    }

    fn schemas_by_name(&mut self, node: &Node<'_>, location: &str) -> Vec<(String, SchemaId)> {
        let Value::Object(members) = &node.value else {
            let place = self.place(node, location);
            self.diagnostics
                .error(&place, "expected an object whose members are schemas");
            return Vec::new();
        };
        let schema = |member: &Member<'_>| {
            let location = format!("{location}/{}", escape_pointer(&member.name));
            (
                member.name.to_string(),
                self.schema(&member.node, &location),
            )
        };
        members.iter().map(schema).collect()
    }
}

/// For reading a bound that is written as a number.
pub(super) fn bound(node: &Node<'_>) -> Option<Spanned<String>> {
    number_text(node).map(|text| Spanned {
        value: text.to_owned(),
        span: node.span.clone(),
    })
}
