//! The keywords that identify schemas and refer to them.

use super::super::{DynamicReference, Reference, SchemaId};
use super::{Found, Parser, Site};
use crate::diagnostic::{Code, Place};
use crate::dialect::{Core, Draft};
use crate::source::uri;

impl Parser<'_, '_> {
    pub(super) fn core(&mut self, keyword: Core, site: Site<'_>, found: &mut Found) {
        let draft = self.draft();
        let mut values = self.values(site);
        match keyword {
            Core::Schema | Core::Comment | Core::FormerRecursiveRef => drop(values.string()),
            Core::FormerRecursiveAnchor => drop(values.anchor(draft)),
            Core::Vocabulary => values.flags(),
            Core::Id => self.id(site),
            Core::Ref if draft == Draft::Draft4 && site.node.as_str().is_none() => {
                let message = "in draft 4 a `$ref` that is no string is no reference";
                let code = Code::ReferenceWithoutUri;
                self.diagnostics.warning(code, site.place, message);
            }
            Core::Ref => {
                let uri = values.string();
                found.keywords.ref_ = uri.map(|uri| Reference { uri, target: None });
            }
            Core::DynamicRef => found.keywords.dynamic_ref = self.dynamic_ref("$dynamicRef", site),
            Core::RecursiveRef => {
                found.keywords.dynamic_ref = self.dynamic_ref("$recursiveRef", site);
            }
            Core::Anchor => {
                if let Some(name) = values.anchor(draft) {
                    self.anchor(&name, site.schema, site.place);
                }
            }
            Core::DynamicAnchor => {
                if let Some(name) = values.anchor(draft) {
                    self.anchor(&name, site.schema, site.place);
                    self.dynamic_anchor(name, site.schema);
                }
            }
            Core::RecursiveAnchor => {
                // Elsewhere than at the root of a resource it means nothing (Core 2019-09 §8.2.4.2.2).
                if values.bool() == Some(true) && self.context().root == site.schema {
                    self.dynamic_anchor(String::new(), site.schema);
                }
            }
            Core::Defs => drop(self.schemas_by_name(site)),
        }
    }

    /// What an `$id` means is settled before the other keywords are looked at.
    fn id(&mut self, site: Site<'_>) {
        let draft = self.draft();
        let Some(id) = self.values(site).string() else {
            return;
        };
        let (_, fragment) = uri::split(&id.value);
        if !draft.has_anchors_in_id() && !fragment.is_empty() {
            let message = "an `$id` has no fragment";
            let found = self.diagnostics.error(site.place, message);
            found.with_help("`$anchor` names a place in the schema");
        }
    }

    fn dynamic_ref(&mut self, keyword: &'static str, site: Site<'_>) -> Option<DynamicReference> {
        let uri = self.values(site).string()?;
        Some(DynamicReference {
            keyword,
            uri,
            target: None,
            anchor: None,
        })
    }

    fn dynamic_anchor(&mut self, name: String, schema: SchemaId) {
        let resource = &mut self.schemas.resources[self.resource];
        resource.dynamic_anchors.entry(name).or_insert(schema);
    }

    /// Names a schema. Which of two is meant by the same name nobody could say (Core 2020-12 §8.2.2).
    pub(super) fn anchor(&mut self, name: &str, schema: SchemaId, place: &Place) {
        let resource = &mut self.schemas.resources[self.resource];
        let first = *resource.anchors.entry(name.to_owned()).or_insert(schema);
        if first != schema {
            let other = self.schemas.get(first).place.location.clone();
            let message = format!("the anchor {name:?} is there twice");
            let found = self.diagnostics.error(place, message);
            found.with_help(format!("the other one is at {:?}", format!("#{other}")));
        }
    }
}
