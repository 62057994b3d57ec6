//! Errors of `jsonschema` as errors of ours: with spans, and each at the place that the contract
//! of reports names.

use super::failures::{Failed, Subject};
use super::numbers::Numbers;
use super::place::{Document, members};
use super::resources::Resources;
use crate::ValidationError;
use crate::report::Failure;
use crate::tree::{Node, Value};
use jsonschema::ValidationError as Found;
use jsonschema::error::ValidationErrorKind as Kind;
use std::collections::HashSet;

/// The keywords that can fail.
const KEYWORDS: [&str; 31] = [
    "additionalItems",
    "additionalProperties",
    "anyOf",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "dependencies",
    "dependentRequired",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "required",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// What errors are told with.
pub(super) struct Telling<'c, 'd> {
    pub(super) document: &'c Document<'d>,
    pub(super) schema: Option<SchemaText<'c>>,
    pub(super) numbers: &'c Numbers,
}

/// The schema that judged, as its own document has it.
pub(super) struct SchemaText<'c> {
    pub(super) document: Document<'c>,
    pub(super) resources: Resources,
    /// Names of members that the schema knows.
    pub(super) names: HashSet<String>,
}

impl<'c> SchemaText<'c> {
    pub(super) fn new(document: Document<'c>) -> Self {
        let mut names = HashSet::new();
        gather_names(document.tree, &mut names);
        Self {
            resources: Resources::of(document.tree),
            document,
            names,
        }
    }
}

fn gather_names(node: &Node<'_>, names: &mut HashSet<String>) {
    if let Value::Array(items) = &node.value {
        for item in items {
            gather_names(item, names);
        }
    }
    for member in members(node) {
        if member.name == "properties" {
            names.extend(
                members(&member.node)
                    .iter()
                    .map(|member| member.name.to_string()),
            );
        }
        gather_names(&member.node, names);
    }
}

impl Telling<'_, '_> {
    /// The errors that one error of `jsonschema` stands for.
    pub(super) fn tell(&self, found: &Found<'_>) -> Vec<ValidationError> {
        if let Kind::PropertyNames { error } = found.kind() {
            return self.tell_name(found, error);
        }
        let Some(node) = self.document.find(found.instance_path().as_str()) else {
            return Vec::new();
        };
        self.tell_subject(found, Subject::Value(node), found)
    }

    /// `propertyNames` is told at the object, its span at the name.
    fn tell_name(&self, outer: &Found<'_>, inner: &Found<'_>) -> Vec<ValidationError> {
        let object = self.document.find(outer.instance_path().as_str());
        let name = inner.instance().as_str().unwrap_or_default();
        match object.and_then(|object| self.document.member(object, name)) {
            Some(member) => {
                let subject = Subject::Name(name.to_owned(), member.name_span.clone());
                self.tell_subject(inner, subject, outer)
            }
            None => Vec::new(),
        }
    }

    /// `found` says what failed, `place` where that is told.
    fn tell_subject(
        &self,
        found: &Found<'_>,
        subject: Subject<'_>,
        place: &Found<'_>,
    ) -> Vec<ValidationError> {
        let schema_location = self.schema_location(found);
        let failed = Failed {
            keyword: keyword(found.kind(), &schema_location),
            kind: found.kind(),
            subject,
            document: self.document,
            schema: self.schema.as_ref().map(|schema| &schema.document),
            schema_location: &schema_location,
            numbers: self.numbers,
        };
        let failures = failed.failures();
        let evaluation_path = place.evaluation_path().as_str();
        let locate = |failure: Failure| {
            let instance_location = place.instance_path().as_str();
            let redacted = self.redacted(instance_location);
            ValidationError::located(
                failure,
                instance_location,
                &schema_location,
                evaluation_path,
            )
            .with_redacted_location(redacted)
            .with_branches(self.branches(found.kind()))
        };
        failures.into_iter().map(locate).collect()
    }

    fn schema_location(&self, found: &Found<'_>) -> String {
        let location = found.schema_path().as_str();
        let resource = self.schema.as_ref().and_then(|schema| {
            let uri = found.absolute_keyword_location()?.as_str();
            schema.resources.location_of(uri.split('#').next()?)
        });
        format!("{}{location}", resource.unwrap_or_default())
    }

    fn redacted(&self, instance_location: &str) -> String {
        match &self.schema {
            Some(schema) => self.document.redact(instance_location, &schema.names),
            None => instance_location.to_owned(),
        }
    }

    fn branches(&self, kind: &Kind) -> Vec<ValidationError> {
        match kind {
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => context
                .iter()
                .flatten()
                .flat_map(|found| self.tell(found))
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// The keyword that failed. Some kinds stand for several keywords, which the location tells apart.
fn keyword(kind: &Kind, schema_location: &str) -> &'static str {
    let by_location = matches!(kind, Kind::Contains | Kind::Required { .. });
    let name = match kind {
        Kind::FalseSchema => return "false",
        Kind::Referencing(_) => return "$ref",
        _ if by_location => schema_location.rsplit('/').next().unwrap_or_default(),
        kind => kind.keyword(),
    };
    KEYWORDS
        .into_iter()
        .find(|keyword| *keyword == name)
        .unwrap_or("schema")
}
