//! Schemas to nodes: from here on nobody knows which draft a schema was written in.

mod bounds;
mod enum_;
mod in_place;
mod items;
mod properties;
mod scope;
mod string;
mod type_;

use crate::Options;
use crate::diagnostic::{Diagnostics, Place};
use crate::ir::{Annotations, Ir, Kind, Node, NodeId, Ruled, Typed};
use crate::schema::{Body, Keywords, SchemaId, Schemas};
use scope::{Env, Scopes};
use std::collections::BTreeMap;

/// Lowers everything that can be reached from the roots. A list of what is still to do stands in
/// for recursion: chains of references are as long as their author likes.
pub(crate) fn lower(schemas: &Schemas, options: &Options, diagnostics: &mut Diagnostics<'_>) -> Ir {
    let mut lowering = Lowering {
        schemas,
        backtracking: options.backtracking && cfg!(feature = "backtracking"),
        has_formats: options.has_formats,
        diagnostics,
        scopes: Scopes::new(schemas),
        ir: Ir::default(),
        nodes: BTreeMap::new(),
        pending: Vec::new(),
    };
    let roots = schemas
        .roots
        .iter()
        .map(|root| root.map(|root| lowering.node(root, Env::EMPTY)))
        .collect();
    while let Some((schema, env, node)) = lowering.pending.pop() {
        lowering.fill(schema, env, node);
    }
    Ir {
        roots,
        ..lowering.ir
    }
}

pub(super) struct Lowering<'l, 'd> {
    schemas: &'l Schemas,
    /// Whether patterns may take more than linear time.
    backtracking: bool,
    /// Whether formats can be asserted.
    has_formats: bool,
    diagnostics: &'l mut Diagnostics<'d>,
    scopes: Scopes,
    ir: Ir,
    nodes: BTreeMap<(SchemaId, Env), NodeId>,
    /// Schemas whose nodes are still empty.
    pending: Vec<(SchemaId, Env, NodeId)>,
}

impl Lowering<'_, '_> {
    /// The node of a schema that is reached with `env`; it is filled later.
    fn node(&mut self, id: SchemaId, env: Env) -> NodeId {
        let env = self.entered(env, id);
        if let Some(&node) = self.nodes.get(&(id, env)) {
            return node;
        }
        let place = &self.schemas.get(id).place;
        let node = NodeId(self.ir.nodes.len());
        self.nodes.insert((id, env), node);
        self.pending.push((id, env, node));
        self.ir.nodes.push(Node {
            document: place.document,
            location: place.location.clone(),
            span: place.span.clone(),
            annotations: Annotations::default(),
            kind: Kind::Any,
        });
        node
    }

    fn nodes(&mut self, ids: &[SchemaId], env: Env) -> Vec<NodeId> {
        ids.iter().map(|&id| self.node(id, env)).collect()
    }

    fn fill(&mut self, id: SchemaId, env: Env, node: NodeId) {
        let schema = self.schemas.get(id);
        let kind = match &schema.body {
            Body::Bool(true) => Kind::Any,
            Body::Bool(false) => Kind::Never,
            Body::Object(keywords) => {
                self.ir.nodes[node.0].annotations = annotations(keywords);
                self.kind(keywords, &schema.place, env)
            }
        };
        self.ir.nodes[node.0].kind = kind;
    }

    fn kind(&mut self, keywords: &Keywords, place: &Place, env: Env) -> Kind {
        let references = self.references(keywords, env);
        let typed = Typed {
            types: type_::types(keywords),
            listed: enum_::listed(keywords),
            string: self.string(keywords, place),
            number: bounds::number(keywords),
            array: self.array(keywords, env),
            object: self.object(keywords, place, env),
            in_place: self.in_place(keywords, &references, env),
            ..Typed::default()
        };
        if typed.says_nothing() {
            return Kind::Any;
        }
        let only_refers = typed.in_place.len() == references.len() && typed.says_nothing_itself();
        let refer = only_refers
            .then(|| in_place::refer(keywords, &references))
            .flatten();
        refer.unwrap_or_else(|| Kind::Typed(Box::new(typed)))
    }
}

impl Typed {
    fn says_nothing(&self) -> bool {
        self.in_place.is_empty() && self.says_nothing_itself()
    }

    fn says_nothing_itself(&self) -> bool {
        self.types.is_empty()
            && self.listed.is_empty()
            && self.string.is_empty()
            && self.number.is_empty()
            && self.array.is_empty()
            && self.object.is_empty()
    }
}

fn annotations(keywords: &Keywords) -> Annotations {
    Annotations {
        title: keywords.title.clone(),
        description: keywords.description.clone(),
        examples: keywords.examples.clone(),
        default: keywords.default.clone(),
        deprecated: keywords.deprecated,
    }
}

/// Rules in the order in which their keywords stand in the schema.
fn sorted<T>(rules: impl IntoIterator<Item = (usize, T)>) -> Vec<T> {
    let mut rules: Vec<(usize, T)> = rules.into_iter().collect();
    rules.sort_by_key(|&(start, _)| start);
    rules.into_iter().map(|(_, rule)| rule).collect()
}

/// The same as rules of the schema at hand.
fn in_order<T>(rules: impl IntoIterator<Item = (usize, T)>) -> Vec<Ruled<T>> {
    sorted(rules).into_iter().map(Ruled::here).collect()
}
