//! `anyOf` and `oneOf`: enums with a variant for each alternative, `Option` where one is `null`.

use super::Shape;
use super::choose::{Chooser, Hint, single};
use super::item::{ChoiceVariant, ItemKind};
use super::part::variant_name;
use crate::ir::{Ir, Kind, NodeId, Typed};
use crate::names::{type_case, unused};
use std::collections::BTreeSet;
use tollgate_core::{JsonType, TypeSet};

impl Chooser<'_> {
    /// Whether the alternatives of a schema make its type: each of them must say what its values
    /// are, or there would be nothing to tell them apart by.
    pub(super) fn is_choice(&self, typed: &Typed) -> bool {
        let alternatives = typed.plan.choice.as_ref();
        alternatives.is_some_and(|nodes| nodes.iter().all(|&node| is_definite(self.ir, node)))
    }

    /// The type of a schema whose alternatives make it.
    pub(super) fn choice(&mut self, node: NodeId, typed: &Typed, hint: &Hint) {
        let alternatives = typed.plan.choice.clone().unwrap_or_default();
        self.shapes.choices.insert(node);
        let is_null = |node: &NodeId| self.is_null(*node);
        match alternatives.as_slice() {
            [only] => {
                self.pending.push((*only, hint.clone()));
                self.set(node, Shape::As(*only));
            }
            [null, value] | [value, null] if is_null(null) && !is_null(value) => {
                self.pending.push((*value, hint.clone()));
                self.set(node, Shape::Nullable(Box::new(Shape::As(*value))));
            }
            _ => self.choice_item(node, &alternatives, hint),
        }
    }

    fn choice_item(&mut self, node: NodeId, alternatives: &[NodeId], hint: &Hint) {
        if let Some(id) = self.alike(node, hint) {
            self.set(node, Shape::Named(id));
            return;
        }
        let name = unused(&mut self.taken, &hint.candidates());
        let id = self.reserve(name.clone(), node);
        self.remember(hint, id);
        self.set(node, Shape::Named(id));
        let mut taken = BTreeSet::new();
        let mut variants = Vec::new();
        for (index, &value) in alternatives.iter().enumerate() {
            let (variant, type_name) = self.names_of(value, index, &name);
            let variant = unused(&mut taken, &[variant]);
            let hint = Hint {
                name: type_name.unwrap_or_else(|| format!("{name}{variant}")),
                parent: name.clone(),
            };
            self.pending.push((value, hint));
            variants.push(ChoiceVariant {
                name: variant,
                value,
            });
        }
        self.shapes.items[id.0].kind = ItemKind::Choice(variants);
    }

    /// What an alternative is called as a variant, and as a type where it has a name of its own.
    fn names_of(&self, node: NodeId, index: usize, parent: &str) -> (String, Option<String>) {
        let (target, _) = self.ir.target(node);
        let shown = self.ir.get(target);
        if let Some(title) = &shown.annotations.title {
            let name = type_case(title);
            // `PaymentCard` of `Payment` is `Payment::Card`.
            let short = name.strip_prefix(parent).filter(|rest| !rest.is_empty());
            return (short.unwrap_or(&name).to_owned(), Some(name));
        }
        if let Some(name) = self.definition_name(target)
            && is_definition(&shown.location)
        {
            let name = type_case(&name);
            return (name.clone(), Some(name));
        }
        let admitted = admitted(self.ir, target);
        let name = match admitted.and_then(single) {
            Some(json_type) => variant_name(json_type).to_owned(),
            None => format!("Variant{index}"),
        };
        (name, None)
    }

    /// Whether a schema allows `null` and nothing else.
    fn is_null(&self, node: NodeId) -> bool {
        let (target, _) = self.ir.target(node);
        let types = admitted(self.ir, target);
        let is_bare = self.ir.typed(target);
        let is_bare = is_bare.is_some_and(|typed| typed.in_place.is_empty());
        is_bare && types == Some(TypeSet::from(JsonType::Null))
    }
}

/// Whether a location is that of a definition, whose name says something.
fn is_definition(location: &str) -> bool {
    let mut segments = location.rsplit('/').skip(1);
    segments
        .next()
        .is_some_and(|parent| matches!(parent, "$defs" | "definitions"))
}

fn admitted(ir: &Ir, node: NodeId) -> Option<TypeSet> {
    ir.typed(node).map(|typed| typed.admitted)
}

/// Whether a schema says of which types its values are, or its alternatives do.
fn is_definite(ir: &Ir, node: NodeId) -> bool {
    let mut open = vec![node];
    let mut left = ir.nodes.len();
    while let Some(node) = open.pop() {
        let (target, _) = ir.target(node);
        match &ir.get(target).kind {
            Kind::Never => {}
            Kind::Any | Kind::Refer { .. } => return false,
            Kind::Typed(typed) if typed.is_closed() => {}
            Kind::Typed(typed) => match &typed.plan.choice {
                Some(nodes) if left > nodes.len() => {
                    left -= nodes.len();
                    open.extend(nodes);
                }
                Some(_) | None => return false,
            },
        }
    }
    true
}
