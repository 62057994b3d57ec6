//! Cycles: those without end, which are refused, and those through which a schema can be asked
//! about the same place again and again, whose verdicts are remembered.

use crate::diagnostic::{Diagnostics, Place};
use crate::ir::{Additional, Ir, Kind, NodeId, Rest, Typed};
use std::collections::BTreeSet;

/// Reports schemas that look at a value by looking at the same value by themselves: no value could
/// ever be judged by them. They are cut, so that later stages need not mind.
pub(super) fn refuse_endless(ir: &mut Ir, diagnostics: &mut Diagnostics<'_>) {
    let groups = groups(ir.nodes.len(), |id| in_place(ir, id));
    for group in groups {
        let is_cycle = match group.as_slice() {
            [only] => in_place(ir, *only).contains(only),
            _ => true,
        };
        if !is_cycle {
            continue;
        }
        let refers = |id: &NodeId| matches!(ir.get(*id).kind, Kind::Refer { .. });
        // Without its references there would be no cycle, so they alone are told where they stand
        // by themselves.
        let is_told = |id: &NodeId| refers(id) || !group.iter().any(refers);
        for &id in group.iter().filter(|id| is_told(id)) {
            report(ir, id, diagnostics);
        }
        for &id in &group {
            ir.nodes[id.0].kind = Kind::Any;
        }
    }
}

fn report(ir: &Ir, id: NodeId, diagnostics: &mut Diagnostics<'_>) {
    let node = ir.get(id);
    let place = Place {
        document: node.document,
        span: node.span.clone(),
        location: node.location.clone(),
    };
    let message = "this schema leads back to itself, so no value can be judged by it";
    diagnostics
        .error(&place, message)
        .with_help("a recursive schema refers to itself from inside `properties` or `items`");
}

/// The schemas that a node asks about the same value.
fn in_place(ir: &Ir, id: NodeId) -> Vec<NodeId> {
    match &ir.get(id).kind {
        Kind::Refer { to, .. } => vec![*to],
        Kind::Typed(typed) => asked(typed),
        Kind::Any | Kind::Never => Vec::new(),
    }
}

fn asked(typed: &Typed) -> Vec<NodeId> {
    let schemas = typed.in_place.iter().flat_map(|rule| rule.rule.schemas());
    schemas.map(|(_, node)| node).collect()
}

/// The schemas that a node asks about members and items.
fn children(typed: &Typed) -> Vec<NodeId> {
    let mut nodes = Vec::new();
    for rule in &typed.object {
        let rule = &rule.rule;
        nodes.extend(rule.properties.iter().map(|(_, node)| *node));
        nodes.extend(rule.patterns.iter().map(|pattern| pattern.value));
        if let Additional::Schema(node) = rule.additional {
            nodes.push(node);
        }
        nodes.extend(rule.unevaluated);
    }
    for rule in &typed.array {
        let rule = &rule.rule;
        nodes.extend(&rule.prefix);
        if let Rest::Schema(node) = rule.rest {
            nodes.push(node);
        }
        nodes.extend(rule.contains.iter().map(|contains| contains.node));
        nodes.extend(rule.unevaluated);
    }
    let plan = &typed.plan;
    let members = plan
        .members
        .iter()
        .filter_map(|member| member.value.as_ref());
    let positions = plan.prefix.iter().chain([&plan.rest]);
    let items = positions.filter_map(|position| position.value.as_ref());
    nodes.extend(members.chain(items).map(|(_, node)| *node));
    nodes
}

/// The schemas that can come to be asked again about the same place.
pub(crate) struct Cycles(BTreeSet<NodeId>);

impl Cycles {
    /// Finds them: schemas in a cycle in which a value is looked at more than once.
    pub(crate) fn find(ir: &Ir) -> Self {
        let next = |id: NodeId| match ir.typed(id) {
            Some(typed) => [asked(typed), children(typed)].concat(),
            None => in_place(ir, id),
        };
        let mut repeated = BTreeSet::new();
        for group in groups(ir.nodes.len(), next) {
            let members: BTreeSet<NodeId> = group.iter().copied().collect();
            let loops = |&id: &NodeId| next(id).iter().any(|node| members.contains(node));
            let looks_twice = |&id: &NodeId| {
                let typed = ir.typed(id);
                typed
                    .is_some_and(|typed| looked_at_twice(typed).any(|node| members.contains(&node)))
            };
            if group.iter().any(loops) && group.iter().any(looks_twice) {
                repeated.extend(members);
            }
        }
        Self(repeated)
    }

    /// Whether the verdicts of a schema are to be remembered.
    pub(crate) fn contain(&self, node: NodeId) -> bool {
        self.0.contains(&node)
    }
}

/// The schemas that look at a value, or a part of it, besides the one that reads it.
fn looked_at_twice(typed: &Typed) -> impl Iterator<Item = NodeId> {
    let contains = typed.array.iter();
    let contains = contains.filter_map(|rule| Some(rule.rule.contains.as_ref()?.node));
    let patterns = typed.object.iter().flat_map(|rule| &rule.rule.patterns);
    let patterns = patterns.map(|pattern| pattern.value);
    let mut nodes = asked(typed);
    nodes.extend(contains.chain(patterns));
    nodes.into_iter()
}

/// The strongly connected components of the graph, by Kosaraju's two walks, each with a list in the
/// place of recursion: first nodes by when they are left, then components against the edges.
fn groups(count: usize, next: impl Fn(NodeId) -> Vec<NodeId>) -> Vec<Vec<NodeId>> {
    let edges: Vec<Vec<NodeId>> = (0..count).map(|id| next(NodeId(id))).collect();
    let mut reverse = vec![Vec::new(); count];
    for (from, nodes) in edges.iter().enumerate() {
        for node in nodes {
            reverse[node.0].push(NodeId(from));
        }
    }
    let mut seen = vec![false; count];
    let mut left = Vec::new();
    for root in 0..count {
        walk(&edges, NodeId(root), &mut seen, &mut left);
    }
    let mut seen = vec![false; count];
    let mut groups = Vec::new();
    for &root in left.iter().rev() {
        let mut group = Vec::new();
        walk(&reverse, root, &mut seen, &mut group);
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups
}

/// Walks over everything from `root` on that was not seen; appends nodes as they are left.
fn walk(edges: &[Vec<NodeId>], root: NodeId, seen: &mut [bool], left: &mut Vec<NodeId>) {
    let mut open = vec![(root, 0)];
    if std::mem::replace(&mut seen[root.0], true) {
        return;
    }
    while let Some((node, at)) = open.last_mut() {
        let Some(&next) = edges[node.0].get(*at) else {
            left.push(*node);
            open.pop();
            continue;
        };
        *at += 1;
        if !std::mem::replace(&mut seen[next.0], true) {
            open.push((next, 0));
        }
    }
}
