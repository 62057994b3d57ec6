//! `properties`, `required` and `additionalProperties`: together they say what members there are.

use super::Lowering;
use crate::ir::{Additional, MemberRule, ObjectRule};
use crate::schema::{Body, Keywords, SchemaId};
use tollgate_core::report::escape_pointer;

impl Lowering<'_, '_> {
    pub(super) fn object(&mut self, keywords: &Keywords) -> Option<ObjectRule> {
        let additional = keywords.additional_properties;
        if keywords.properties.is_empty() && keywords.required.is_empty() && additional.is_none() {
            return None;
        }
        let additional = self.additional(additional);
        let mut members = self.named_members(keywords);
        let mut impossible = Vec::new();
        let is_named = |name: &String| keywords.properties.iter().any(|(other, _)| other == name);
        for name in keywords.required.iter().filter(|name| !is_named(name)) {
            match additional {
                Additional::Forbidden => impossible.push(name.clone()),
                Additional::Any => members.push(required_member(name, None)),
                Additional::Schema(node) => members.push(required_member(name, Some(node))),
            }
        }
        Some(ObjectRule {
            members,
            impossible,
            additional,
        })
    }

    fn named_members(&mut self, keywords: &Keywords) -> Vec<MemberRule> {
        let member = |(name, schema): &(String, SchemaId)| MemberRule {
            name: name.clone(),
            required: keywords.required.contains(name),
            value: Some(self.node(*schema)),
            edge: format!("/properties/{}", escape_pointer(name)),
        };
        keywords.properties.iter().map(member).collect()
    }

    fn additional(&mut self, schema: Option<SchemaId>) -> Additional {
        match schema {
            None => Additional::Any,
            Some(schema) => match self.schemas.get(schema).body {
                Body::Bool(true) => Additional::Any,
                Body::Bool(false) => Additional::Forbidden,
                Body::Object(_) => Additional::Schema(self.node(schema)),
            },
        }
    }
}

/// A member that is required and that `properties` does not name: it is an additional one.
fn required_member(name: &str, value: Option<crate::ir::NodeId>) -> MemberRule {
    let edge = if value.is_some() {
        "/additionalProperties"
    } else {
        ""
    };
    MemberRule {
        name: name.to_owned(),
        required: true,
        value,
        edge: edge.to_owned(),
    }
}
