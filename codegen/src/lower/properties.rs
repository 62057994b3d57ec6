//! `properties`, `patternProperties`, `additionalProperties`, `propertyNames`, `required`,
//! `dependentRequired`, `minProperties`, `maxProperties` and `unevaluatedProperties`: together they
//! say what members there are.

use super::{Env, Lowering};
use crate::diagnostic::Place;
use crate::ir::{Additional, CountRule, DependentRequired, ObjectRule, PatternRule, Ruled};
use crate::schema::{Body, Keywords, SchemaId};

impl Lowering<'_, '_> {
    pub(super) fn object(
        &mut self,
        keywords: &Keywords,
        place: &Place,
        env: Env,
    ) -> Vec<Ruled<ObjectRule>> {
        let properties = keywords.properties.iter();
        let rule = ObjectRule {
            properties: properties
                .map(|(name, schema)| (name.clone(), self.node(*schema, env)))
                .collect(),
            patterns: self.patterns(keywords, place, env),
            additional: self.additional(keywords.additional_properties, env),
            required: keywords.required.clone(),
            names: keywords.property_names.map(|names| self.node(names, env)),
            counts: property_counts(keywords),
            dependent: dependent_required(keywords),
            unevaluated: keywords
                .unevaluated_properties
                .map(|schema| self.node(schema, env)),
        };
        if rule.says_nothing() {
            Vec::new()
        } else {
            vec![Ruled::here(rule)]
        }
    }

    fn patterns(&mut self, keywords: &Keywords, place: &Place, env: Env) -> Vec<PatternRule> {
        let mut patterns = Vec::new();
        for (pattern, schema) in &keywords.pattern_properties {
            let location = self.schemas.get(*schema).place.location.clone();
            let place = Place {
                location,
                ..place.clone()
            };
            let value = self.node(*schema, env);
            let pattern = self.pattern(pattern, &place);
            patterns.extend(pattern.map(|pattern| PatternRule { pattern, value }));
        }
        patterns
    }

    fn additional(&mut self, schema: Option<SchemaId>, env: Env) -> Additional {
        match schema {
            None => Additional::Absent,
            Some(schema) => match self.schemas.get(schema).body {
                Body::Bool(true) => Additional::Any,
                Body::Bool(false) => Additional::Forbidden,
                Body::Object(_) => Additional::Schema(self.node(schema, env)),
            },
        }
    }
}

fn property_counts(keywords: &Keywords) -> Vec<CountRule> {
    let least = keywords.min_properties.as_ref();
    let least = least.map(|count| (count.span.start, CountRule::Min(count.value)));
    let most = keywords.max_properties.as_ref();
    let most = most.map(|count| (count.span.start, CountRule::Max(count.value)));
    super::sorted([least, most].into_iter().flatten())
}

fn dependent_required(keywords: &Keywords) -> Vec<DependentRequired> {
    let dependent = keywords.dependent_required.iter();
    dependent
        .filter(|dependent| !dependent.what.is_empty())
        .map(|dependent| DependentRequired {
            keyword: dependent.keyword,
            name: dependent.name.clone(),
            needed: dependent.what.clone(),
        })
        .collect()
}

impl ObjectRule {
    fn says_nothing(&self) -> bool {
        self.properties.is_empty()
            && self.patterns.is_empty()
            // `true` lets everything pass, but what it lets pass is evaluated.
            && self.additional == Additional::Absent
            && self.required.is_empty()
            && self.names.is_none()
            && self.counts.is_empty()
            && self.dependent.is_empty()
            && self.unevaluated.is_none()
    }
}
