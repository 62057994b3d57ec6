//! JSON Pointers into span trees.

use super::node::Index;
use crate::report::escape_pointer;
use crate::tree::{Member, Node, Value};
use std::borrow::Cow;
use std::collections::HashSet;

/// A document with what it takes to find things in it.
pub(super) struct Document<'d> {
    pub(super) text: &'d str,
    pub(super) tree: &'d Node<'d>,
    pub(super) index: &'d Index,
}

impl<'d> Document<'d> {
    /// The value at `pointer`.
    pub(super) fn find(&self, pointer: &str) -> Option<&'d Node<'d>> {
        segments(pointer).try_fold(self.tree, |node, segment| match &node.value {
            Value::Array(items) => items.get(segment.parse::<usize>().ok()?),
            _ => self.member(node, &segment).map(|member| &member.node),
        })
    }

    /// The member `name` of an object.
    pub(super) fn member(&self, node: &'d Node<'d>, name: &str) -> Option<&'d Member<'d>> {
        match &node.value {
            Value::Object(members) => self.index.find(members, name),
            _ => None,
        }
    }

    /// The member at `pointer`.
    pub(super) fn member_at(&self, pointer: &str) -> Option<&'d Member<'d>> {
        let (parent, name) = split_last(pointer)?;
        self.member(self.find(parent)?, &name)
    }

    /// A value as it is written.
    pub(super) fn text_of(&self, node: &Node<'_>) -> &'d str {
        self.text.get(node.span.clone()).unwrap_or_default()
    }

    /// `pointer` with `*` for members that are none of the `known` ones.
    pub(super) fn redact(&self, pointer: &str, known: &HashSet<String>) -> String {
        let mut redacted = String::new();
        let mut node = Some(self.tree);
        for segment in segments(pointer) {
            redacted.push('/');
            let in_array = node.is_some_and(|node| matches!(node.value, Value::Array(_)));
            let shown = in_array || known.contains(segment.as_ref());
            redacted.push_str(&if shown {
                escape_pointer(&segment)
            } else {
                "*".to_owned()
            });
            node = node.and_then(|node| match &node.value {
                Value::Array(items) => items.get(segment.parse::<usize>().ok()?),
                _ => self.member(node, &segment).map(|member| &member.node),
            });
        }
        redacted
    }
}

/// The segments of a pointer, unescaped (RFC 6901 §4).
fn segments(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    pointer.split('/').skip(1).map(unescape)
}

fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

/// A pointer without its last segment, and that segment.
pub(super) fn split_last(pointer: &str) -> Option<(&str, Cow<'_, str>)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, unescape(last)))
}

/// The members of an object; none of anything else.
pub(super) fn members<'d>(node: &'d Node<'d>) -> &'d [Member<'d>] {
    match &node.value {
        Value::Object(members) => members,
        _ => &[],
    }
}
