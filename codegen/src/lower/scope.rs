//! The dynamic scope (Core 2020-12 §7.1), known at compile time: which schema each dynamic anchor
//! leads to depends only on the resources that were entered on the way, the outermost first. So a
//! schema is lowered once for each set of such bindings that it can be reached with, and no
//! reference is left to be resolved at run time.

use super::Lowering;
use crate::schema::{Body, SchemaId, Schemas};
use std::collections::{BTreeMap, BTreeSet};

/// Index of a set of bindings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Env(usize);

impl Env {
    /// Nothing is bound.
    pub(super) const EMPTY: Self = Self(0);
}

/// All sets of bindings that were met.
#[derive(Debug)]
pub(super) struct Scopes {
    /// Anchors that some reference looks for; others need no binding.
    wanted: BTreeSet<String>,
    sets: Vec<BTreeMap<String, SchemaId>>,
}

impl Scopes {
    pub(super) fn new(schemas: &Schemas) -> Self {
        let anchor = |id| match &schemas.get(id).body {
            Body::Object(keywords) => keywords.dynamic_ref.as_ref()?.anchor.clone(),
            Body::Bool(_) => None,
        };
        Self {
            wanted: schemas.ids().filter_map(anchor).collect(),
            sets: vec![BTreeMap::new()],
        }
    }
}

impl Lowering<'_, '_> {
    /// The bindings once `schema` is entered.
    pub(super) fn entered(&mut self, env: Env, schema: SchemaId) -> Env {
        let resource = self.schemas.get(schema).resource;
        let anchors = &self.schemas.resources[resource].dynamic_anchors;
        let mut set = self.scopes.sets[env.0].clone();
        for (name, &anchored) in anchors {
            if self.scopes.wanted.contains(name) {
                // The outermost resource was entered first.
                set.entry(name.clone()).or_insert(anchored);
            }
        }
        let known = self.scopes.sets.iter().position(|other| *other == set);
        Env(known.unwrap_or_else(|| {
            self.scopes.sets.push(set);
            self.scopes.sets.len() - 1
        }))
    }

    /// What a dynamic anchor is bound to.
    pub(super) fn bound(&self, env: Env, anchor: &str) -> Option<SchemaId> {
        self.scopes.sets[env.0].get(anchor).copied()
    }
}
