//! Values that a schema holds and refuses itself, and those that it lists twice.

use super::refusal::Asked;
use super::subject::{Subject, shown};
use crate::diagnostic::{Code, Diagnostics};
use std::collections::BTreeMap;
use tollgate_core::tree::{Node, Value};

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    let asked = Asked::of(subject);
    if let Some(member) = subject.keyword("const")
        && let Some(why) = asked.refuses_only(&member.node)
    {
        let place = subject.at_value(&member.node, &["const"]);
        let message = format!("this value never passes: {why}");
        diagnostics.lint(Code::RefusedValue, &place, message);
    }
    let enum_ = list(subject, "enum");
    for (index, node) in enum_.iter().enumerate() {
        if let Some(why) = asked.refuses_listed(node) {
            let place = subject.at_value(node, &["enum", &index.to_string()]);
            let message = format!("this value never passes: {why}");
            diagnostics.lint(Code::RefusedValue, &place, message);
        }
    }
    check_repeated(subject, enum_, diagnostics);
    if let Some(member) = subject.keyword("default")
        && let Some(why) = asked.refuses(&member.node)
    {
        let place = subject.at_value(&member.node, &["default"]);
        let message = format!("the schema refuses this default: {why}");
        diagnostics.lint(Code::RefusedDefault, &place, message);
    }
    for (index, node) in list(subject, "examples").iter().enumerate() {
        if let Some(why) = asked.refuses(node) {
            let place = subject.at_value(node, &["examples", &index.to_string()]);
            let message = format!("the schema refuses this example: {why}");
            diagnostics.lint(Code::RefusedExample, &place, message);
        }
    }
}

fn check_repeated(subject: &Subject<'_>, values: &[Node<'_>], diagnostics: &mut Diagnostics<'_>) {
    let mut first = BTreeMap::new();
    for (index, node) in values.iter().enumerate() {
        let other = *first.entry(node.key()).or_insert(index);
        if other == index {
            continue;
        }
        let place = subject.at_value(node, &["enum", &index.to_string()]);
        let message = format!("the value {} is listed twice", shown(node));
        let other = subject
            .at_value(node, &["enum", &other.to_string()])
            .location;
        diagnostics
            .lint(Code::RepeatedValue, &place, message)
            .with_help(format!("the other one is at \"#{other}\""));
    }
}

fn list<'s>(subject: &Subject<'s>, keyword: &str) -> &'s [Node<'s>] {
    match subject.keyword(keyword).map(|member| &member.node.value) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}
