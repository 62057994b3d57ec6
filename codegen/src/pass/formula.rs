//! Schemas that say no more of an object than which members it has and what their values are: where
//! the members stand in the document is then all that needs to be known to judge by them.

use crate::ir::{Additional, InPlace, Ir, Kind, NodeId, ObjectRule, Typed};
use std::collections::BTreeSet;
use tollgate_core::JsonType;

/// What is asked of an object's members.
#[derive(Debug, Clone)]
pub(crate) enum Formula {
    /// There is a member of this name.
    Has(String),
    /// If there is one, a schema allows its value.
    Value(String, NodeId),
    Not(Box<Formula>),
    All(Vec<Formula>),
    Any(Vec<Formula>),
    One(Vec<Formula>),
    /// The condition, and what is asked where it holds and where it does not.
    If(Box<[Formula; 3]>),
}

/// Schemas in schemas are looked into so deep,
const DEEPEST: usize = 6;
/// and formulas grow no longer: where each alternative has the same alternatives, all the ways through
/// them would.
const LONGEST: usize = 200;

/// So many names are looked for.
const MOST_NAMES: usize = 32;

impl Formula {
    const TRUE: Self = Self::All(Vec::new());
    const FALSE: Self = Self::Any(Vec::new());

    /// What a rule asks of an object; `None` where that is more than can be said of members.
    pub(crate) fn of_rule(ir: &Ir, rule: &InPlace) -> Option<Self> {
        let mut search = Search { ir, left: LONGEST };
        search.rule(rule, 0)
    }

    /// What `dependentRequired` asks.
    pub(crate) fn of_dependent(name: &str, needed: &[String]) -> Self {
        let absent = Self::Not(Box::new(Self::Has(name.to_owned())));
        let needed = needed.iter().cloned().map(Self::Has).collect();
        Self::Any(vec![absent, Self::All(needed)])
    }

    /// The names of all members that are spoken of by any of these; `None` where they are too many.
    pub(crate) fn names<'f>(formulas: impl Iterator<Item = &'f Self>) -> Option<BTreeSet<&'f str>> {
        let names: BTreeSet<&str> = Self::leaves(formulas).map(|(name, _)| name).collect();
        (names.len() <= MOST_NAMES).then_some(names)
    }

    /// The members that any of these speak of, with what is asked of their values.
    pub(crate) fn leaves<'f>(
        formulas: impl Iterator<Item = &'f Self>,
    ) -> impl Iterator<Item = (&'f str, Option<NodeId>)> {
        let mut open: Vec<&Self> = formulas.collect();
        std::iter::from_fn(move || {
            loop {
                match open.pop()? {
                    Self::Has(name) => return Some((name.as_str(), None)),
                    Self::Value(name, node) => return Some((name.as_str(), Some(*node))),
                    Self::Not(inner) => open.push(inner),
                    Self::All(each) | Self::Any(each) | Self::One(each) => open.extend(each),
                    Self::If(each) => open.extend(each.iter()),
                }
            }
        })
    }
}

struct Search<'s> {
    ir: &'s Ir,
    left: usize,
}

impl Search<'_> {
    fn rule(&mut self, rule: &InPlace, depth: usize) -> Option<Formula> {
        let mut each = |nodes: &[NodeId]| -> Option<Vec<Formula>> {
            nodes.iter().map(|&node| self.node(node, depth)).collect()
        };
        Some(match rule {
            InPlace::All(node) => self.node(*node, depth)?,
            InPlace::AnyOf(nodes) => Formula::Any(each(nodes)?),
            InPlace::OneOf(nodes) => Formula::One(each(nodes)?),
            InPlace::Not(node) => Formula::Not(Box::new(self.node(*node, depth)?)),
            InPlace::If {
                condition,
                then,
                otherwise,
            } => {
                let mut part = |node: &Option<NodeId>| match node {
                    Some(node) => self.node(*node, depth),
                    None => Some(Formula::TRUE),
                };
                let then = part(then)?;
                let otherwise = part(otherwise)?;
                Formula::If(Box::new([self.node(*condition, depth)?, then, otherwise]))
            }
            InPlace::Dependent { name, node, .. } => {
                let absent = Formula::Not(Box::new(Formula::Has(name.clone())));
                Formula::Any(vec![absent, self.node(*node, depth)?])
            }
        })
    }

    fn node(&mut self, node: NodeId, depth: usize) -> Option<Formula> {
        let (target, _) = self.ir.target(node);
        self.left = self.left.checked_sub(1)?;
        let typed = match &self.ir.get(target).kind {
            Kind::Any => return Some(Formula::TRUE),
            Kind::Never => return Some(Formula::FALSE),
            Kind::Refer { .. } => return None,
            Kind::Typed(typed) => typed,
        };
        if !allows_objects(typed) {
            return Some(Formula::FALSE);
        }
        if depth == DEEPEST || !typed.listed.is_empty() || typed.asks_what_is_evaluated() {
            return None;
        }
        let mut all = Vec::new();
        for rule in &typed.object {
            self.members(&rule.rule, &mut all)?;
        }
        for rule in &typed.in_place {
            all.push(self.rule(&rule.rule, depth + 1)?);
        }
        Some(match all.len() {
            1 => all.pop()?,
            _ => Formula::All(all),
        })
    }

    /// What a rule asks of single members.
    fn members(&mut self, rule: &ObjectRule, all: &mut Vec<Formula>) -> Option<()> {
        let is_of_single_members = rule.patterns.is_empty()
            && matches!(rule.additional, Additional::Absent | Additional::Any)
            && rule.names.is_none()
            && rule.counts.is_empty();
        if !is_of_single_members {
            return None;
        }
        let size = rule.required.len() + rule.properties.len() + rule.dependent.len();
        self.left = self.left.checked_sub(size)?;
        // Which members there are is told sooner than what their values are.
        all.extend(rule.required.iter().cloned().map(Formula::Has));
        let dependent = rule.dependent.iter();
        all.extend(dependent.map(|rule| Formula::of_dependent(&rule.name, &rule.needed)));
        let says_something =
            |&(_, node): &&(String, NodeId)| !matches!(self.ir.get(*node).kind, Kind::Any);
        let properties = rule.properties.iter().filter(says_something);
        all.extend(properties.map(|(name, node)| Formula::Value(name.clone(), *node)));
        Some(())
    }
}

fn allows_objects(typed: &Typed) -> bool {
    let mut types = typed.types.iter();
    types.all(|rule| rule.rule.set.contains(JsonType::Object))
}
