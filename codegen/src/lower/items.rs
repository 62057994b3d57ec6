//! `prefixItems`, `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems`, `contains` and
//! `unevaluatedItems`: together they say what items there are.

use super::{Env, Lowering};
use crate::ir::{ArrayRule, Contains, CountRule, Rest, Ruled};
use crate::schema::{Body, Keywords};

impl Lowering<'_, '_> {
    pub(super) fn array(&mut self, keywords: &Keywords, env: Env) -> Vec<Ruled<ArrayRule>> {
        let least = keywords.min_items.as_ref();
        let least = least.map(|count| (count.span.start, CountRule::Min(count.value)));
        let most = keywords.max_items.as_ref();
        let most = most.map(|count| (count.span.start, CountRule::Max(count.value)));
        let counts = super::sorted([least, most].into_iter().flatten());
        let contains = keywords.contains.map(|node| Contains {
            node: self.node(node, env),
            least: keywords.min_contains.as_ref().map(|count| count.value),
            most: keywords.max_contains.as_ref().map(|count| count.value),
            evaluates: keywords.contains_evaluates,
        });
        let rule = ArrayRule {
            prefix: self.nodes(&keywords.prefix_items, env),
            prefix_keyword: keywords.prefix_keyword(),
            rest: self.rest(keywords, env),
            rest_keyword: keywords.items_keyword(),
            counts,
            unique: keywords.unique_items.is_some(),
            contains,
            unevaluated: keywords
                .unevaluated_items
                .map(|schema| self.node(schema, env)),
        };
        if rule.says_nothing() {
            Vec::new()
        } else {
            vec![Ruled::here(rule)]
        }
    }

    fn rest(&mut self, keywords: &Keywords, env: Env) -> Rest {
        match keywords.items {
            None => Rest::Absent,
            Some(schema) => match self.schemas.get(schema).body {
                // One error for each item, as of `additionalProperties`.
                Body::Bool(false) if keywords.items_keyword() == "additionalItems" => {
                    Rest::Forbidden
                }
                Body::Bool(_) | Body::Object(_) => Rest::Schema(self.node(schema, env)),
            },
        }
    }
}

impl ArrayRule {
    fn says_nothing(&self) -> bool {
        self.prefix.is_empty()
            && self.rest == Rest::Absent
            && self.counts.is_empty()
            && !self.unique
            && self.contains.is_none()
            && self.unevaluated.is_none()
    }
}
