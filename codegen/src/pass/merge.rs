//! What `allOf` and references bring in becomes part of the schema that says so, where that says
//! the same: one walk over a value judges it all, and one type holds it.

use crate::ir::{InPlace, Ir, Kind, NodeId, Ruled, Typed, Way};
use std::collections::BTreeSet;

/// A schema is merged with at most this many others; more are asked beside it. Chains of references
/// that double at each step would grow without end.
const MOST: usize = 48;

/// The schema with everything merged into it that can be.
pub(super) fn merged(ir: &Ir, typed: &Typed) -> Typed {
    let mut merged = Typed {
        in_place: Vec::new(),
        ..typed.clone()
    };
    let mut included = BTreeSet::new();
    // The next one last.
    let mut open: Vec<Ruled<InPlace>> = typed.in_place.iter().rev().cloned().collect();
    while let Some(rule) = open.pop() {
        let InPlace::All(node) = rule.rule else {
            merged.in_place.push(rule);
            continue;
        };
        let (target, references) = ir.target(node);
        match &ir.get(target).kind {
            Kind::Any | Kind::Refer { .. } => {}
            Kind::Typed(typed) if is_mergeable(typed) && included.len() < MOST => {
                if !included.insert(target) {
                    continue;
                }
                let way = rule.way.then(&way_on(ir, target, &references));
                include(&mut merged, typed, &way, &mut open);
            }
            Kind::Never | Kind::Typed(_) => merged.in_place.push(rule),
        }
    }
    merged
}

fn way_on(ir: &Ir, target: NodeId, references: &str) -> Way {
    if references.is_empty() {
        return Way::here();
    }
    Way {
        path: references.to_owned(),
        target: Some(ir.get(target).location.clone()),
    }
}

/// What a schema leaves unevaluated depends on what it says itself, so it must be asked by itself.
fn is_mergeable(typed: &Typed) -> bool {
    let arrays = typed
        .array
        .iter()
        .all(|rule| rule.rule.unevaluated.is_none());
    arrays
        && typed
            .object
            .iter()
            .all(|rule| rule.rule.unevaluated.is_none())
}

fn include(merged: &mut Typed, typed: &Typed, way: &Way, open: &mut Vec<Ruled<InPlace>>) {
    fn seen_from<T: Clone>(rules: &[Ruled<T>], way: &Way) -> Vec<Ruled<T>> {
        let rules = rules.iter().cloned();
        rules.map(|rule| rule.from(way)).collect()
    }
    merged.types.extend(seen_from(&typed.types, way));
    merged.listed.extend(seen_from(&typed.listed, way));
    merged.string.extend(seen_from(&typed.string, way));
    merged.number.extend(seen_from(&typed.number, way));
    merged.array.extend(seen_from(&typed.array, way));
    merged.object.extend(seen_from(&typed.object, way));
    open.extend(seen_from(&typed.in_place, way).into_iter().rev());
}
