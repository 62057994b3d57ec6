//! Rules: what single keywords, or keywords that belong together, ask of values.

use super::NodeId;
use crate::pattern::Pattern;
use crate::schema::{Constant, ConstantKind};
use tollgate_core::format::Format;

/// An `enum`, or a `const`, which allows one value.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) keyword: &'static str,
    pub(crate) values: Vec<Constant>,
}

impl Listed {
    /// The values, if all are strings.
    pub(crate) fn strings(&self) -> Option<Vec<&str>> {
        let strings: Vec<&str> = self.string_values().collect();
        (strings.len() == self.values.len()).then_some(strings)
    }

    /// The values, if all are `null`, `true` or `false`.
    pub(crate) fn literals(&self) -> Option<Vec<&str>> {
        let values = self.values.iter();
        let literals = values.map(|value| match value.kind {
            ConstantKind::Null | ConstantKind::Bool => Some(value.text.as_str()),
            _ => None,
        });
        literals.collect()
    }

    /// Those of the values that are strings.
    pub(crate) fn string_values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter_map(|value| match &value.kind {
            ConstantKind::String(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StringRule {
    MinLength(u64),
    MaxLength(u64),
    Pattern(Pattern),
    Format(Format),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NumberRule {
    /// The keyword and the number as written.
    Bound(BoundKeyword, String),
    MultipleOf(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BoundKeyword {
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ArrayRule {
    /// The items at the beginning, by place; and the keyword.
    pub(crate) prefix: Vec<NodeId>,
    pub(crate) prefix_keyword: &'static str,
    /// The items behind those; and the keyword.
    pub(crate) rest: Rest,
    pub(crate) rest_keyword: &'static str,
    pub(crate) counts: Vec<CountRule>,
    pub(crate) unique: bool,
    pub(crate) contains: Option<Contains>,
    pub(crate) unevaluated: Option<NodeId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// The schema does not speak of them.
    Absent,
    Schema(NodeId),
    /// `additionalItems: false`.
    Forbidden,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contains {
    pub(crate) node: NodeId,
    pub(crate) least: Option<u64>,
    pub(crate) most: Option<u64>,
    /// Whether the items that match are evaluated.
    pub(crate) evaluates: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CountRule {
    Min(u64),
    Max(u64),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ObjectRule {
    pub(crate) properties: Vec<(String, NodeId)>,
    pub(crate) patterns: Vec<PatternRule>,
    pub(crate) additional: Additional,
    pub(crate) required: Vec<String>,
    pub(crate) names: Option<NodeId>,
    pub(crate) counts: Vec<CountRule>,
    pub(crate) dependent: Vec<DependentRequired>,
    pub(crate) unevaluated: Option<NodeId>,
}

impl ObjectRule {
    /// Whether the rule says nothing of members that it does not name.
    pub(crate) fn ignores_others(&self) -> bool {
        self.patterns.is_empty() && matches!(self.additional, Additional::Absent | Additional::Any)
    }

    /// What judges every member that the rule does not name, whatever its name is, and the path to
    /// that; `None` also where it depends on the name.
    pub(crate) fn judge_of_others(&self) -> Option<(String, NodeId)> {
        match (self.patterns.as_slice(), self.additional) {
            ([], Additional::Schema(node)) => Some(("/additionalProperties".to_owned(), node)),
            ([only], _) if only.pattern.matches_all() => Some((only.path(), only.value)),
            _ => None,
        }
    }
}

/// One of `patternProperties`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PatternRule {
    pub(crate) pattern: Pattern,
    pub(crate) value: NodeId,
}

impl PatternRule {
    /// The way from the schema to the one that judges the values.
    pub(crate) fn path(&self) -> String {
        let pattern = tollgate_core::report::escape_pointer(&self.pattern.source);
        format!("/patternProperties/{pattern}")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Additional {
    /// The schema does not speak of members that it does not name.
    Absent,
    /// They may be anything.
    Any,
    /// They are judged by a schema.
    Schema(NodeId),
    /// There must be none.
    Forbidden,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DependentRequired {
    pub(crate) keyword: &'static str,
    pub(crate) name: String,
    pub(crate) needed: Vec<String>,
}

/// What another schema has to say of the same value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InPlace {
    /// It must hold: `allOf`, and a reference beside other keywords.
    All(NodeId),
    AnyOf(Vec<NodeId>),
    OneOf(Vec<NodeId>),
    Not(NodeId),
    If {
        condition: NodeId,
        then: Option<NodeId>,
        otherwise: Option<NodeId>,
    },
    /// It must hold for an object that has the member; and the keyword.
    Dependent {
        keyword: &'static str,
        name: String,
        node: NodeId,
    },
}

impl InPlace {
    /// The alternatives, if it is them that are listed.
    pub(crate) fn branches(&self) -> Option<&[NodeId]> {
        match self {
            Self::AnyOf(nodes) | Self::OneOf(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// The schemas, each with the way to it.
    pub(crate) fn schemas(&self) -> Vec<(String, NodeId)> {
        let branches = |keyword: &str, nodes: &[NodeId]| {
            let branches = nodes.iter().enumerate();
            branches
                .map(|(index, &node)| (format!("/{keyword}/{index}"), node))
                .collect()
        };
        match self {
            Self::All(node) => vec![(String::new(), *node)],
            Self::AnyOf(nodes) => branches("anyOf", nodes),
            Self::OneOf(nodes) => branches("oneOf", nodes),
            Self::Not(node) => vec![("/not".to_owned(), *node)],
            Self::If {
                condition,
                then,
                otherwise,
            } => {
                let then = then.map(|node| ("/then".to_owned(), node));
                let otherwise = otherwise.map(|node| ("/else".to_owned(), node));
                let all = std::iter::once(("/if".to_owned(), *condition));
                all.chain(then).chain(otherwise).collect()
            }
            Self::Dependent {
                keyword,
                name,
                node,
            } => {
                let name = tollgate_core::report::escape_pointer(name);
                vec![(format!("/{keyword}/{name}"), *node)]
            }
        }
    }
}
