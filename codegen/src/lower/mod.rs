//! Schemas to nodes: from here on nobody knows which draft a schema was written in.

mod bounds;
mod enum_;
mod items;
mod properties;
mod ref_;
mod string;
mod type_;

use crate::Options;
use crate::diagnostic::{Diagnostics, Place};
use crate::ir::{Annotations, Ir, Kind, Node, NodeId, Typed};
use crate::schema::{Body, Keywords, SchemaId, Schemas};
use std::collections::BTreeMap;

/// Lowers everything that can be reached from the roots. A list of what is still to do stands in
/// for recursion: chains of references are as long as their author likes.
pub(crate) fn lower(schemas: &Schemas, options: &Options, diagnostics: &mut Diagnostics<'_>) -> Ir {
    let mut lowering = Lowering {
        schemas,
        backtracking: options.backtracking && cfg!(feature = "backtracking"),
        diagnostics,
        ir: Ir::default(),
        nodes: BTreeMap::new(),
        pending: Vec::new(),
    };
    let roots = schemas
        .roots
        .iter()
        .map(|root| root.map(|root| lowering.node(root)))
        .collect();
    while let Some((schema, node)) = lowering.pending.pop() {
        lowering.fill(schema, node);
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
    diagnostics: &'l mut Diagnostics<'d>,
    ir: Ir,
    nodes: BTreeMap<SchemaId, NodeId>,
    /// Schemas whose nodes are still empty.
    pending: Vec<(SchemaId, NodeId)>,
}

impl Lowering<'_, '_> {
    /// The node of a schema; it is filled later.
    fn node(&mut self, id: SchemaId) -> NodeId {
        if let Some(&node) = self.nodes.get(&id) {
            return node;
        }
        let place = &self.schemas.get(id).place;
        let node = NodeId(self.ir.nodes.len());
        self.nodes.insert(id, node);
        self.pending.push((id, node));
        self.ir.nodes.push(Node {
            document: place.document,
            location: place.location.clone(),
            span: place.span.clone(),
            annotations: Annotations::default(),
            kind: Kind::Any,
        });
        node
    }

    fn fill(&mut self, id: SchemaId, node: NodeId) {
        let schema = self.schemas.get(id);
        let kind = match &schema.body {
            Body::Bool(true) => Kind::Any,
            Body::Bool(false) => Kind::Never,
            Body::Object(keywords) => {
                self.ir.nodes[node.0].annotations = annotations(keywords);
                self.kind(keywords, &schema.place)
            }
        };
        self.ir.nodes[node.0].kind = kind;
    }

    fn kind(&mut self, keywords: &Keywords, place: &Place) -> Kind {
        if let Some(reference) = &keywords.ref_ {
            return self.ref_(reference, keywords, place);
        }
        let mut typed = Typed {
            declared: type_::declared(keywords),
            listed: enum_::listed(keywords),
            string: self.string(keywords, place),
            number: bounds::number(keywords),
            array: self.array(keywords),
            object: self.object(keywords),
            ..Typed::default()
        };
        typed.admitted = type_::admitted(&typed);
        if typed.says_nothing() {
            Kind::Any
        } else {
            Kind::Typed(Box::new(typed))
        }
    }
}

impl Typed {
    fn says_nothing(&self) -> bool {
        let Self {
            declared,
            admitted: _,
            listed,
            string,
            number,
            array,
            object,
        } = self;
        declared.is_none()
            && listed.is_empty()
            && string.is_empty()
            && number.is_empty()
            && array.is_none()
            && object.is_none()
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

/// Rules in the order in which their keywords stand in the schema; errors are reported in it.
fn in_order<T>(rules: impl IntoIterator<Item = (usize, T)>) -> Vec<T> {
    let mut rules: Vec<(usize, T)> = rules.into_iter().collect();
    rules.sort_by_key(|&(start, _)| start);
    rules.into_iter().map(|(_, rule)| rule).collect()
}
