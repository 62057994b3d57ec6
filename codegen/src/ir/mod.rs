//! What a schema means, whatever draft it was written in: nodes in an arena, one for each schema
//! location that can be reached. Nodes know no Rust; types are chosen by `shape`.

mod rules;
mod types;
mod way;

pub(crate) use rules::{
    Additional, ArrayRule, BoundKeyword, Contains, CountRule, DependentRequired, InPlace, Listed,
    NumberRule, ObjectRule, PatternRule, Rest, StringRule,
};
pub(crate) use types::{Types, intersect, types_of, unite};
pub(crate) use way::{Ruled, Way};

use crate::schema::Constant;
use std::ops::Range;
use tollgate_core::TypeSet;

/// Index of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) usize);

/// The nodes of all documents.
#[derive(Debug, Default)]
pub(crate) struct Ir {
    pub(crate) nodes: Vec<Node>,
    /// The root node of each document that is JSON.
    pub(crate) roots: Vec<Option<NodeId>>,
}

impl Ir {
    pub(crate) fn get(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId)
    }

    /// The node behind a chain of references, and the path of the references to it.
    pub(crate) fn target(&self, mut id: NodeId) -> (NodeId, String) {
        let mut path = String::new();
        // A chain that is longer than all nodes goes round; it was reported.
        for _ in 0..self.nodes.len() {
            let &Kind::Refer { keyword, to, .. } = &self.get(id).kind else {
                break;
            };
            path = format!("{path}/{keyword}");
            id = to;
        }
        (id, path)
    }

    /// The way to a node by `path`, on through references.
    pub(crate) fn way(&self, path: &str, node: NodeId) -> Way {
        let (target, references) = self.target(node);
        if references.is_empty() {
            return Way::to(path);
        }
        Way {
            path: format!("{path}{references}"),
            target: Some(self.get(target).location.clone()),
        }
    }

    /// The types of which all values are that a node allows.
    pub(crate) fn possible_types(&self, node: NodeId) -> TypeSet {
        let (target, _) = self.target(node);
        match &self.get(target).kind {
            Kind::Never => TypeSet::NONE,
            Kind::Any | Kind::Refer { .. } => TypeSet::ALL,
            Kind::Typed(typed) => typed.possible,
        }
    }

    /// What is asked of values by a node that is neither a reference nor a boolean.
    pub(crate) fn typed(&self, id: NodeId) -> Option<&Typed> {
        match &self.get(id).kind {
            Kind::Typed(typed) => Some(typed),
            Kind::Any | Kind::Never | Kind::Refer { .. } => None,
        }
    }
}

/// One schema location.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) document: usize,
    /// JSON Pointer into the document.
    pub(crate) location: String,
    pub(crate) span: Range<usize>,
    pub(crate) annotations: Annotations,
    pub(crate) kind: Kind,
}

/// What a schema says to people.
#[derive(Debug, Clone, Default)]
pub(crate) struct Annotations {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) examples: Vec<String>,
    pub(crate) default: Option<Constant>,
    pub(crate) deprecated: bool,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// Every value.
    Any,
    /// No value.
    Never,
    /// What another location says.
    Refer {
        keyword: &'static str,
        to: NodeId,
        /// Where the reference stands.
        span: Range<usize>,
    },
    Typed(Box<Typed>),
}

/// What is asked of values, by their type. A keyword about one type lets the others pass. All of it
/// must hold; what `allOf` and references bring in from elsewhere says by which way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub(crate) types: Vec<Ruled<Types>>,
    /// `enum` and `const`, in the order of the schema.
    pub(crate) listed: Vec<Ruled<Listed>>,
    pub(crate) string: Vec<Ruled<StringRule>>,
    pub(crate) number: Vec<Ruled<NumberRule>>,
    pub(crate) array: Vec<Ruled<ArrayRule>>,
    pub(crate) object: Vec<Ruled<ObjectRule>>,
    pub(crate) in_place: Vec<Ruled<InPlace>>,
    /// Found out by `pass`: the types that can pass, all of the above considered.
    pub(crate) admitted: TypeSet,
    /// Found out by `pass`: the types of which the values are that can pass, alternatives
    /// considered too. There may be more than can pass in the end.
    pub(crate) possible: TypeSet,
    /// Found out by `pass`: the members and items that the rules single out.
    pub(crate) plan: Plan,
    /// Found out by `pass`: whether a schema around may ask what this one evaluates.
    pub(crate) is_asked: bool,
}

impl Typed {
    /// The types that `type` lists, where that stands in this very schema and nothing else says
    /// more of types.
    pub(crate) fn declared(&self) -> Option<TypeSet> {
        match self.types.as_slice() {
            [only] if only.way.is_here() && !only.rule.integer_by_form => Some(only.rule.set),
            _ => None,
        }
    }

    /// Whether there is nothing but types, besides what other schemas say in place.
    pub(crate) fn is_bare(&self) -> bool {
        self.listed.is_empty()
            && self.string.is_empty()
            && self.number.is_empty()
            && self.array.is_empty()
            && self.object.is_empty()
    }

    /// The only `anyOf` or `oneOf`, where nothing is said beside it but types and what other schemas
    /// say in place: then it is its alternatives that values are read by.
    pub(crate) fn only_choice(&self) -> Option<&Ruled<InPlace>> {
        let is_choice = |rule: &&Ruled<InPlace>| rule.rule.branches().is_some();
        let mut choices = self.in_place.iter().filter(is_choice);
        let (Some(only), None) = (choices.next(), choices.next()) else {
            return None;
        };
        self.is_bare().then_some(only)
    }

    /// Whether `type` or a list of values says which types can pass.
    pub(crate) fn is_closed(&self) -> bool {
        !self.types.is_empty() || !self.listed.is_empty()
    }
}

/// Members and items that rules single out, and who judges each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    pub(crate) members: Vec<Member>,
    /// The items at the beginning, by place.
    pub(crate) prefix: Vec<Position>,
    /// The items behind those.
    pub(crate) rest: Position,
    /// The alternatives of the only `anyOf` or `oneOf`, where nothing is said beside it that a type
    /// could be made of.
    pub(crate) choice: Option<Vec<NodeId>>,
}

/// A member that a rule names.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// By which ways it is required.
    pub(crate) required: Vec<Way>,
    /// By which ways no member of this name is allowed.
    pub(crate) forbidden: Vec<Way>,
    /// What judges the value; `None` where nothing does.
    pub(crate) value: Option<(Way, NodeId)>,
    /// What judges it besides.
    pub(crate) also: Vec<(Way, NodeId)>,
    pub(crate) is_evaluated: bool,
}

/// An item, or all items behind others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Position {
    /// By which ways there must be no item, and which keyword says so.
    pub(crate) forbidden: Vec<(Way, &'static str)>,
    pub(crate) value: Option<(Way, NodeId)>,
    pub(crate) also: Vec<(Way, NodeId)>,
    pub(crate) is_evaluated: bool,
}
