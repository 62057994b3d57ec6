//! `$ref` and its kin beside other keywords, `allOf`, `anyOf`, `oneOf`, `not`, `if` with `then` and
//! `else`, and `dependentSchemas`: other schemas about the same value.

use super::{Env, Lowering};
use crate::ir::{InPlace, Kind, NodeId, Ruled, Way};
use crate::schema::Keywords;

impl Lowering<'_, '_> {
    /// Where the references of a schema lead, each with its keyword.
    pub(super) fn references(
        &mut self,
        keywords: &Keywords,
        env: Env,
    ) -> Vec<(&'static str, NodeId)> {
        // A reference without target was reported where it was resolved.
        let ref_ = keywords
            .ref_
            .as_ref()
            .and_then(|reference| reference.target);
        let dynamic = keywords.dynamic_ref.as_ref().and_then(|reference| {
            let bound = reference.anchor.as_ref();
            let bound = bound.and_then(|anchor| self.bound(env, anchor));
            Some((reference.keyword, bound.or(reference.target)?))
        });
        let all = ref_
            .map(|target| ("$ref", target))
            .into_iter()
            .chain(dynamic);
        all.map(|(keyword, target)| (keyword, self.node(target, env)))
            .collect()
    }

    pub(super) fn in_place(
        &mut self,
        keywords: &Keywords,
        references: &[(&'static str, NodeId)],
        env: Env,
    ) -> Vec<Ruled<InPlace>> {
        let mut rules: Vec<Ruled<InPlace>> = Vec::new();
        for &(keyword, node) in references {
            rules.push(Ruled {
                way: Way {
                    path: format!("/{keyword}"),
                    target: Some(self.ir.get(node).location.clone()),
                },
                rule: InPlace::All(node),
            });
        }
        for (index, &schema) in keywords.all_of.iter().enumerate() {
            rules.push(Ruled {
                way: Way::to(format!("/allOf/{index}")),
                rule: InPlace::All(self.node(schema, env)),
            });
        }
        let others = [
            self.any_of(keywords, env),
            self.one_of(keywords, env),
            keywords.not.map(|not| InPlace::Not(self.node(not, env))),
            self.if_(keywords, env),
        ];
        rules.extend(others.into_iter().flatten().map(Ruled::here));
        rules.extend(self.dependent(keywords, env));
        rules
    }

    fn any_of(&mut self, keywords: &Keywords, env: Env) -> Option<InPlace> {
        let branches = self.nodes(&keywords.any_of, env);
        (!branches.is_empty()).then_some(InPlace::AnyOf(branches))
    }

    fn one_of(&mut self, keywords: &Keywords, env: Env) -> Option<InPlace> {
        let branches = self.nodes(&keywords.one_of, env);
        (!branches.is_empty()).then_some(InPlace::OneOf(branches))
    }

    /// A condition without consequence is kept for what it evaluates.
    fn if_(&mut self, keywords: &Keywords, env: Env) -> Option<InPlace> {
        let condition = self.node(keywords.if_?, env);
        Some(InPlace::If {
            condition,
            then: keywords.then.map(|schema| self.node(schema, env)),
            otherwise: keywords.else_.map(|schema| self.node(schema, env)),
        })
    }

    fn dependent(&mut self, keywords: &Keywords, env: Env) -> Vec<Ruled<InPlace>> {
        let dependent = keywords.dependent_schemas.iter();
        dependent
            .map(|dependent| {
                Ruled::here(InPlace::Dependent {
                    keyword: dependent.keyword,
                    name: dependent.name.clone(),
                    node: self.node(dependent.what, env),
                })
            })
            .collect()
    }
}

/// What a schema is that says nothing but to look elsewhere.
pub(super) fn refer(keywords: &Keywords, references: &[(&'static str, NodeId)]) -> Option<Kind> {
    let &[(keyword, to)] = references else {
        return None;
    };
    let ref_ = keywords.ref_.as_ref().filter(|_| keyword == "$ref");
    let ref_ = ref_.map(|reference| &reference.uri);
    let dynamic = keywords.dynamic_ref.as_ref();
    let uri = ref_.or(dynamic.map(|reference| &reference.uri))?;
    Some(Kind::Refer {
        keyword,
        to,
        span: uri.span.clone(),
    })
}
