//! Branches that decide nothing, or too much.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::dialect::{Core, Dialect, Keyword};
use crate::schema::is_only_ref;
use std::collections::BTreeMap;
use tollgate_core::tree::{Node, Value};

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    check_equal(subject, diagnostics);
    check_idle(subject, diagnostics);
}

/// What passes one of two equal branches passes both, and so not the `oneOf`.
fn check_equal(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    let Some(Value::Array(branches)) = subject.keyword("oneOf").map(|member| &member.node.value)
    else {
        return;
    };
    let mut first = BTreeMap::new();
    for (index, branch) in branches.iter().enumerate() {
        let other = *first
            .entry(asserted(subject.dialect, branch).key())
            .or_insert(index);
        if other == index {
            continue;
        }
        let place = subject.at_value(branch, &["oneOf", &index.to_string()]);
        let other = subject.at_value(branch, &["oneOf", &other.to_string()]);
        let message = "nothing passes `oneOf` by this branch: another one says the same";
        diagnostics
            .lint(Code::EqualBranches, &place, message)
            .with_help(format!("the other one is at \"#{}\"", other.location));
    }
}

/// A branch without what it says only to people.
fn asserted<'b>(dialect: Dialect, branch: &Node<'b>) -> Node<'b> {
    let Value::Object(members) = &branch.value else {
        return branch.clone();
    };
    let only_ref = is_only_ref(members, dialect.draft);
    let counts = |name: &str| match dialect.keyword(name) {
        Keyword::Core(Core::Ref) => true,
        Keyword::Unknown | Keyword::MetaData(_) | Keyword::Core(Core::Comment | Core::Defs) => {
            false
        }
        _ => !only_ref,
    };
    let members = members.iter().filter(|member| counts(&member.name));
    Node {
        span: branch.span.clone(),
        value: Value::Object(members.cloned().collect()),
    }
}

fn check_idle(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    // What the other branches evaluate could matter.
    if subject.whole.has_unevaluated {
        return;
    }
    let branches = subject.keywords.any_of.iter();
    if let Some(&idle) = branches.clone().find(|branch| subject.is_always(**branch)) {
        let place = &subject.schemas().get(idle).place;
        let message = "the `anyOf` lets everything pass, because this branch does";
        diagnostics.lint(Code::IdleAnyOf, place, message);
    }
}
