//! The keywords whose values are schemas.

use super::super::value::type_name;
use super::super::{Dependent, SchemaId, Spanned};
use super::{Found, Parser, Site};
use crate::dialect::{Applicator, Draft, Unevaluated};
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Member, Node, Value};

impl Parser<'_, '_> {
    pub(super) fn applicator(&mut self, keyword: Applicator, site: Site<'_>, found: &mut Found) {
        let keywords = &mut found.keywords;
        match keyword {
            Applicator::AllOf => keywords.all_of = self.schemas_in_list(site),
            Applicator::AnyOf => keywords.any_of = self.schemas_in_list(site),
            Applicator::OneOf => keywords.one_of = self.schemas_in_list(site),
            Applicator::Not => keywords.not = Some(self.schema_at(site)),
            Applicator::If => keywords.if_ = Some(self.schema_at(site)),
            Applicator::Then => keywords.then = Some(self.schema_at(site)),
            Applicator::Else => keywords.else_ = Some(self.schema_at(site)),
            Applicator::DependentSchemas => {
                let schemas = self.schemas_by_name(site).into_iter();
                let dependent = schemas.map(|(name, what)| Dependent {
                    keyword: "dependentSchemas",
                    name,
                    what,
                });
                keywords.dependent_schemas.extend(dependent);
            }
            Applicator::Dependencies => self.dependencies(site, found),
            Applicator::PrefixItems => keywords.prefix_items = self.schemas_in_list(site),
            Applicator::ItemsOrList if matches!(site.node.value, Value::Array(_)) => {
                found.has_list = true;
                keywords.items_is_list = true;
                keywords.prefix_items = self.schemas_in_list(site);
            }
            Applicator::Items if matches!(site.node.value, Value::Array(_)) => {
                let message = "expected a schema: an object, true or false; found an array";
                let found = self.diagnostics.error(site.place, message);
                found.with_help("since 2020-12 the schemas of the first items are `prefixItems`");
            }
            Applicator::Items | Applicator::ItemsOrList => {
                keywords.items = Some(self.schema_at(site));
            }
            Applicator::AdditionalItems => {
                found.additional_items = Some(self.schema_or_bool(site));
            }
            Applicator::Contains => keywords.contains = Some(self.schema_at(site)),
            Applicator::Properties => keywords.properties = self.schemas_by_name(site),
            Applicator::PatternProperties => {
                keywords.pattern_properties = self.schemas_by_pattern(site);
            }
            Applicator::AdditionalProperties => {
                keywords.additional_properties = Some(self.schema_or_bool(site));
            }
            Applicator::PropertyNames => keywords.property_names = Some(self.schema_at(site)),
        }
    }

    pub(super) fn unevaluated(&mut self, keyword: Unevaluated, site: Site<'_>, found: &mut Found) {
        let schema = Some(self.schema_at(site));
        match keyword {
            Unevaluated::Items => found.keywords.unevaluated_items = schema,
            Unevaluated::Properties => found.keywords.unevaluated_properties = schema,
        }
    }

    fn schema_at(&mut self, site: Site<'_>) -> SchemaId {
        self.schema(site.node, &site.place.location)
    }

    /// Draft 4 has no `true` and `false` as schemas, save in two places.
    fn schema_or_bool(&mut self, site: Site<'_>) -> SchemaId {
        match site.node.value {
            Value::Bool(allows) => self.boolean(allows, site.node, &site.place.location),
            _ => self.schema_at(site),
        }
    }

    fn schemas_in_list(&mut self, site: Site<'_>) -> Vec<SchemaId> {
        let Value::Array(items) = &site.node.value else {
            let found = type_name(&site.node.value);
            let message = format!("expected a list of schemas, found {found}");
            self.diagnostics.error(site.place, message);
            return Vec::new();
        };
        if items.is_empty() {
            let message = "expected at least one schema in this list";
            self.diagnostics.error(site.place, message);
        }
        let schema = |(index, item): (usize, &Node<'_>)| {
            self.schema(item, &format!("{}/{index}", site.place.location))
        };
        items.iter().enumerate().map(schema).collect()
    }

    /// The members of an object, each with the location of its value.
    fn members<'s>(&mut self, site: Site<'s>) -> Vec<(&'s Member<'s>, String)> {
        let Value::Object(members) = &site.node.value else {
            let found = type_name(&site.node.value);
            let message = format!("expected an object whose members are schemas, found {found}");
            self.diagnostics.error(site.place, message);
            return Vec::new();
        };
        let base = &site.place.location;
        let located =
            |member: &'s Member<'s>| (member, format!("{base}/{}", escape_pointer(&member.name)));
        members.iter().map(located).collect()
    }

    pub(super) fn schemas_by_name(&mut self, site: Site<'_>) -> Vec<(String, SchemaId)> {
        let mut schemas = Vec::new();
        for (member, location) in self.members(site) {
            let schema = self.schema(&member.node, &location);
            schemas.push((member.name.to_string(), schema));
        }
        schemas
    }

    fn schemas_by_pattern(&mut self, site: Site<'_>) -> Vec<(Spanned<String>, SchemaId)> {
        let mut schemas = Vec::new();
        for (member, location) in self.members(site) {
            let pattern = Spanned {
                value: member.name.to_string(),
                span: member.name_span.clone(),
            };
            schemas.push((pattern, self.schema(&member.node, &location)));
        }
        schemas
    }

    /// `dependencies` became two keywords in 2019-09, but it is still in use.
    fn dependencies(&mut self, site: Site<'_>, found: &mut Found) {
        let least = usize::from(self.draft() == Draft::Draft4);
        for (member, location) in self.members(site) {
            let place = self.place(&member.node, &location);
            let site = Site {
                node: &member.node,
                place: &place,
                schema: site.schema,
            };
            let (keyword, name) = ("dependencies", member.name.to_string());
            if matches!(member.node.value, Value::Array(_)) {
                let what = self.values(site).names(least);
                let dependent = Dependent {
                    keyword,
                    name,
                    what,
                };
                found.keywords.dependent_required.push(dependent);
            } else {
                let what = self.schema_at(site);
                let dependent = Dependent {
                    keyword,
                    name,
                    what,
                };
                found.keywords.dependent_schemas.push(dependent);
            }
        }
    }

    /// `dependentRequired`.
    pub(super) fn dependent_required(&mut self, site: Site<'_>, found: &mut Found) {
        let Value::Object(members) = &site.node.value else {
            let found = type_name(&site.node.value);
            let what = "an object whose members are lists of member names";
            let message = format!("expected {what}, found {found}");
            self.diagnostics.error(site.place, message);
            return;
        };
        for member in members {
            let location = format!("{}/{}", site.place.location, escape_pointer(&member.name));
            let place = self.place(&member.node, &location);
            let site = Site {
                node: &member.node,
                place: &place,
                schema: site.schema,
            };
            let what = self.values(site).names(0);
            found.keywords.dependent_required.push(Dependent {
                keyword: "dependentRequired",
                name: member.name.to_string(),
                what,
            });
        }
    }
}
