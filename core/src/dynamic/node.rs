//! The span tree as `jsonschema` sees it: that crate validates any representation of JSON, so no
//! document is copied into another one for it.

use super::budget::Budget;
use super::canonical::canonical;
use crate::number::{Exact, equal};
use crate::tree::{Member, Node, Value};
use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, NodeIdentity, Object};
use serde_json::{Number, Value as SerdeValue};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The representation: documents as [`crate::tree`] holds them.
pub(super) struct Tree;

impl Json for Tree {
    type Node<'a> = TreeNode<'a>;
    type PreparedKey = Box<str>;
    type StringBuffer = ();

    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>((): &mut (), name: &str, f: impl FnOnce(TreeNode<'_>) -> T) -> T {
        f(TreeNode::Name(name))
    }
}

/// A value of a document, or a member's name, which `propertyNames` judges like a value.
#[derive(Clone, Copy)]
pub(super) enum TreeNode<'a> {
    Value(&'a Node<'a>, &'a Index),
    Name(&'a str),
}

/// From this many members on, an object is searched through an index.
const INDEXED: usize = 16;

/// What the values of a document share: the members of its large objects in the order of their
/// names, so that no lookup is linear, and the steps that are left to whoever walks it.
pub(super) struct Index {
    members: HashMap<usize, Vec<usize>>,
    values: usize,
    pub(super) budget: Budget,
}

impl Index {
    /// The index of a whole document.
    pub(super) fn of(document: &Node<'_>) -> Self {
        let mut index = Self {
            members: HashMap::new(),
            values: 0,
            budget: Budget::unlimited(),
        };
        index.add(document);
        index
    }

    /// How many values the document has.
    pub(super) fn values(&self) -> usize {
        self.values
    }

    fn add(&mut self, node: &Node<'_>) {
        self.values += 1;
        match &node.value {
            Value::Array(items) => items.iter().for_each(|item| self.add(item)),
            Value::Object(members) => {
                if members.len() >= INDEXED {
                    let mut order: Vec<usize> = (0..members.len()).collect();
                    order.sort_unstable_by_key(|&at| &members[at].name);
                    self.members.insert(members.as_ptr() as usize, order);
                }
                for member in members {
                    self.add(&member.node);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// The member `name` among `members`.
    pub(super) fn find<'a>(&self, members: &'a [Member<'a>], name: &str) -> Option<&'a Member<'a>> {
        match self.members.get(&(members.as_ptr() as usize)) {
            None => members.iter().find(|member| member.name == name),
            Some(order) => {
                let found = order.binary_search_by(|&at| members[at].name.as_ref().cmp(name));
                found.ok().map(|at| &members[order[at]])
            }
        }
    }
}

impl<'a> jsonschema::json::Node<'a, Tree> for TreeNode<'a> {
    type Object = TreeObject<'a>;
    type Array = TreeArray<'a>;
    type Number = TreeNumber<'a>;

    fn as_object(&self) -> Option<TreeObject<'a>> {
        match *self {
            Self::Value(
                Node {
                    value: Value::Object(members),
                    ..
                },
                index,
            ) => Some(TreeObject {
                members: within_budget(members, index),
                index,
            }),
            _ => None,
        }
    }

    fn as_array(&self) -> Option<TreeArray<'a>> {
        match *self {
            Self::Value(
                Node {
                    value: Value::Array(items),
                    ..
                },
                index,
            ) => Some(TreeArray {
                items: within_budget(items, index),
                index,
            }),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match *self {
            Self::Name(name) => Some(Cow::Borrowed(name)),
            Self::Value(
                Node {
                    value: Value::String(text),
                    ..
                },
                _,
            ) => Some(Cow::Borrowed(text)),
            Self::Value(..) => None,
        }
    }

    fn as_number(&self) -> Option<TreeNumber<'a>> {
        match *self {
            Self::Value(
                Node {
                    value: Value::Number(text),
                    ..
                },
                _,
            ) => Some(TreeNumber(text)),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match *self {
            Self::Value(
                Node {
                    value: Value::Bool(value),
                    ..
                },
                _,
            ) => Some(*value),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(
            self,
            Self::Value(
                Node {
                    value: Value::Null,
                    ..
                },
                _
            )
        )
    }

    fn json_type(&self) -> JsonType {
        match self {
            Self::Name(_) => JsonType::String,
            Self::Value(node, _) => match node.value {
                Value::Null => JsonType::Null,
                Value::Bool(_) => JsonType::Boolean,
                Value::Number(_) => JsonType::Number,
                Value::String(_) => JsonType::String,
                Value::Array(_) => JsonType::Array,
                Value::Object(_) => JsonType::Object,
            },
        }
    }

    fn equals_value(&self, expected: &SerdeValue) -> bool {
        match *self {
            Self::Name(name) => expected.as_str() == Some(name),
            Self::Value(node, index) => equals(node, expected, index),
        }
    }

    /// An error is told where its value stands, not what it is: the tree has that already.
    fn to_value(&self) -> Cow<'a, SerdeValue> {
        Cow::Owned(match *self {
            Self::Name(name) => name.into(),
            Self::Value(node, _) => node.span.start.into(),
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(match *self {
            Self::Name(name) => NodeIdentity::tagged(name.as_ptr() as usize, 1),
            Self::Value(node, _) => NodeIdentity::new(std::ptr::from_ref(node) as usize),
        })
    }
}

/// The parts of a container, or none once the budget is spent: then every walk soon ends.
fn within_budget<'a, T>(parts: &'a [T], index: &Index) -> &'a [T] {
    if index.budget.spend(parts.len()) {
        parts
    } else {
        &[]
    }
}

/// Equality as JSON Schema has it (Core 2020-12 §4.2.2), numbers by their exact values.
fn equals(node: &Node<'_>, expected: &SerdeValue, index: &Index) -> bool {
    match (&node.value, expected) {
        (Value::Null, SerdeValue::Null) => true,
        (Value::Bool(one), SerdeValue::Bool(other)) => one == other,
        (Value::Number(one), SerdeValue::Number(other)) => equal(one, &other.to_string()),
        (Value::String(one), SerdeValue::String(other)) => one == other,
        (Value::Array(one), SerdeValue::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(item, value)| equals(item, value, index))
        }
        (Value::Object(one), SerdeValue::Object(other)) => {
            let same = |(name, value): (&String, &SerdeValue)| {
                index
                    .find(one, name)
                    .is_some_and(|member| equals(&member.node, value, index))
            };
            one.len() == other.len() && other.iter().all(same)
        }
        _ => false,
    }
}

pub(super) struct TreeObject<'a> {
    members: &'a [Member<'a>],
    index: &'a Index,
}

impl<'a> Object<'a, Tree> for TreeObject<'a> {
    type Node = TreeNode<'a>;
    type MemberName = &'a str;
    type MembersIter = TreeMembers<'a>;

    fn len(&self) -> usize {
        self.members.len()
    }

    fn get(&self, key: &Box<str>) -> Option<TreeNode<'a>> {
        let member = self.index.find(self.members, key)?;
        Some(TreeNode::Value(&member.node, self.index))
    }

    fn members(&self) -> TreeMembers<'a> {
        TreeMembers {
            members: self.members.iter(),
            index: self.index,
        }
    }
}

pub(super) struct TreeMembers<'a> {
    members: std::slice::Iter<'a, Member<'a>>,
    index: &'a Index,
}

impl<'a> Iterator for TreeMembers<'a> {
    type Item = (&'a str, TreeNode<'a>);
    fn next(&mut self) -> Option<Self::Item> {
        let member = self.members.next()?;
        Some((&member.name, TreeNode::Value(&member.node, self.index)))
    }
}

pub(super) struct TreeArray<'a> {
    items: &'a [Node<'a>],
    index: &'a Index,
}

impl<'a> Array<'a, Tree> for TreeArray<'a> {
    type Node = TreeNode<'a>;
    type ElementsIter = TreeItems<'a>;

    fn len(&self) -> usize {
        self.items.len()
    }

    fn elements(&self) -> TreeItems<'a> {
        TreeItems {
            items: self.items.iter(),
            index: self.index,
        }
    }

    fn is_unique(&self) -> bool {
        let mut seen = HashSet::new();
        self.items.iter().all(|item| seen.insert(canonical(item)))
    }
}

pub(super) struct TreeItems<'a> {
    items: std::slice::Iter<'a, Node<'a>>,
    index: &'a Index,
}

impl<'a> Iterator for TreeItems<'a> {
    type Item = TreeNode<'a>;
    fn next(&mut self) -> Option<TreeNode<'a>> {
        self.items
            .next()
            .map(|item| TreeNode::Value(item, self.index))
    }
}

/// A number as it is written.
pub(super) struct TreeNumber<'a>(&'a str);

impl TreeNumber<'_> {
    /// The value as an integer type, however it is written.
    fn integer<T: std::str::FromStr>(&self) -> Option<T> {
        if let Ok(value) = self.0.parse() {
            return Some(value);
        }
        let exact = Exact::new(self.0);
        if !exact.is_integer() {
            return None;
        }
        // Twenty digits hold any integer of 64 bits.
        exact.plain(20)?.split('.').next()?.parse().ok()
    }
}

impl JsonNumber for TreeNumber<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.integer()
    }

    fn as_i64(&self) -> Option<i64> {
        self.integer()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok().filter(|value: &f64| value.is_finite())
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, Number> {
        let integer = || {
            self.as_u64()
                .map(Number::from)
                .or(self.as_i64().map(Number::from))
        };
        let number = integer().or_else(|| Number::from_f64(self.as_f64()?));
        Cow::Owned(number.unwrap_or_else(|| 0.into()))
    }

    fn is_integer(&self) -> bool {
        Exact::new(self.0).is_integer()
    }

    fn is_written_as_integer(&self) -> bool {
        !self.0.contains(['.', 'e', 'E'])
    }
}
