//! What tells alternatives apart before any of them is asked: which members their objects must have,
//! and which strings stand in one of those.

use crate::ir::{InPlace, Ir, Kind, NodeId, Ruled, Typed};
use std::collections::{BTreeMap, BTreeSet};
use tollgate_core::JsonType;

/// Members that are worth a look, with what they say of the alternatives: sets of them have a bit
/// for each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tell {
    /// The names. If there are values, it is those of the first one.
    pub(crate) names: Vec<String>,
    /// For each name the alternatives that allow no object without such a member.
    pub(crate) needed_by: Vec<u64>,
    pub(crate) values: Vec<String>,
    /// For each value the alternatives that allow it.
    pub(crate) allowed_by: Vec<u64>,
    /// The alternatives that allow other strings.
    pub(crate) others_allowed_by: u64,
}

/// So many alternatives are told apart, and so many members looked for.
const MOST: usize = 64;
const MOST_NAMES: usize = 12;

/// What is certain of the objects that a schema allows.
#[derive(Debug, Clone, Default)]
struct Objects {
    required: BTreeSet<String>,
    /// The strings that a member may be, if it is there and a string.
    strings: BTreeMap<String, Strings>,
}

/// A set of strings.
#[derive(Debug, Clone)]
enum Strings {
    Only(BTreeSet<String>),
    AllBut(BTreeSet<String>),
}

impl Strings {
    const NONE: Self = Self::Only(BTreeSet::new());

    /// Those that are named.
    fn named(&self) -> &BTreeSet<String> {
        match self {
            Self::Only(names) | Self::AllBut(names) => names,
        }
    }

    fn contain(&self, text: &String) -> bool {
        match self {
            Self::Only(names) => names.contains(text),
            Self::AllBut(names) => !names.contains(text),
        }
    }

    fn not(self) -> Self {
        match self {
            Self::Only(names) => Self::AllBut(names),
            Self::AllBut(names) => Self::Only(names),
        }
    }

    /// The strings in both.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::AllBut(one), Self::AllBut(other)) => Self::AllBut(&one | &other),
            (Self::Only(mut names), other) | (other, Self::Only(mut names)) => {
                names.retain(|name| other.contain(name));
                Self::Only(names)
            }
        }
    }

    /// The strings in one of both.
    fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    fn are_disjoint(&self, other: &Self) -> bool {
        matches!(self.clone().and(other.clone()), Self::Only(names) if names.is_empty())
    }
}

impl Objects {
    /// Both hold.
    fn and(&mut self, other: Self) {
        self.required.extend(other.required);
        for (name, strings) in other.strings {
            let both = match self.strings.remove(&name) {
                Some(own) => own.and(strings),
                None => strings,
            };
            self.strings.insert(name, both);
        }
    }

    /// One of both holds.
    fn or(&mut self, mut other: Self) {
        self.required.retain(|name| other.required.contains(name));
        let own = std::mem::take(&mut self.strings).into_iter();
        let either =
            own.filter_map(|(name, own)| Some((other.strings.remove(&name)?.or(own), name)));
        self.strings = either.map(|(strings, name)| (name, strings)).collect();
    }
}

/// Alternatives in alternatives are looked into so deep,
const DEEPEST: usize = 6;
/// and so many schemas for one choice: where each alternative has the same alternatives, all the ways
/// through them would take too long.
const MOST_SCHEMAS: usize = 2_000;

struct Search<'s> {
    ir: &'s Ir,
    left: usize,
}

impl Search<'_> {
    /// What is certain of the objects that a node allows; `None` where it allows none.
    fn objects(&mut self, node: NodeId, depth: usize) -> Option<Objects> {
        let ir = self.ir;
        let (target, _) = ir.target(node);
        if !ir.possible_types(target).may_hold(JsonType::Object) {
            return None;
        }
        let mut objects = Objects::default();
        self.left = self.left.saturating_sub(1);
        let Kind::Typed(typed) = &ir.get(target).kind else {
            return Some(objects);
        };
        if depth == DEEPEST || self.left == 0 {
            return Some(objects);
        }
        for Ruled { rule, .. } in &typed.object {
            let strings = rule.properties.iter();
            let strings =
                strings.filter_map(|(name, node)| Some((name.clone(), self.strings(*node, 0)?)));
            // Where no string is named, it is another type that is asked for.
            let strings = strings.filter(|(_, strings)| !strings.named().is_empty());
            objects.and(Objects {
                required: rule.required.iter().cloned().collect(),
                strings: strings.collect(),
            });
        }
        for Ruled { rule, .. } in &typed.in_place {
            match rule {
                InPlace::All(node) => objects.and(self.objects(*node, depth + 1)?),
                InPlace::AnyOf(nodes) | InPlace::OneOf(nodes) => {
                    let each = nodes.iter();
                    let each: Vec<_> = each
                        .filter_map(|&node| self.objects(node, depth + 1))
                        .collect();
                    objects.and(each.into_iter().reduce(|mut one, other| {
                        one.or(other);
                        one
                    })?);
                }
                InPlace::Not(_) | InPlace::If { .. } | InPlace::Dependent { .. } => {}
            }
        }
        Some(objects)
    }

    /// All strings that a node allows, if it says so by listing some.
    fn strings(&mut self, node: NodeId, depth: usize) -> Option<Strings> {
        let ir = self.ir;
        let (target, _) = ir.target(node);
        self.left = self.left.saturating_sub(1);
        let typed = match &ir.get(target).kind {
            Kind::Typed(typed) if depth < DEEPEST && self.left > 0 => typed,
            Kind::Never => return Some(Strings::NONE),
            Kind::Any | Kind::Refer { .. } | Kind::Typed(_) => return None,
        };
        let in_place = typed.in_place.iter().filter_map(|rule| match &rule.rule {
            InPlace::All(node) => self.strings(*node, depth + 1),
            InPlace::AnyOf(nodes) | InPlace::OneOf(nodes) => {
                let each = nodes.iter();
                let each: Option<Vec<_>> =
                    each.map(|&node| self.strings(node, depth + 1)).collect();
                each?.into_iter().reduce(Strings::or)
            }
            InPlace::Not(node) => Some(all_that_are_listed(ir, *node)?.not()),
            InPlace::If { .. } | InPlace::Dependent { .. } => None,
        });
        listed_strings(typed)
            .into_iter()
            .chain(in_place)
            .reduce(Strings::and)
    }
}

fn listed_strings(typed: &Typed) -> Option<Strings> {
    if !typed.admitted.may_hold(JsonType::String) {
        return Some(Strings::NONE);
    }
    let lists = typed.listed.iter();
    let lists =
        lists.map(|listed| Strings::Only(listed.rule.string_values().map(str::to_owned).collect()));
    lists.reduce(Strings::and)
}

/// The strings that a node allows, if it asks for nothing but that a value is in a list.
fn all_that_are_listed(ir: &Ir, node: NodeId) -> Option<Strings> {
    let typed = ir.typed(ir.target(node).0)?;
    let asks_more = !typed.string.is_empty() || !typed.in_place.is_empty();
    listed_strings(typed).filter(|_| !asks_more)
}

impl Tell {
    /// What tells `alternatives` apart, if there is anything.
    pub(crate) fn of(ir: &Ir, alternatives: &[NodeId]) -> Option<Self> {
        let mut search = Search {
            ir,
            left: MOST_SCHEMAS,
        };
        let each: Vec<(u64, Objects)> = alternatives
            .iter()
            .take(MOST)
            .enumerate()
            .filter_map(|(index, &node)| Some((1 << index, search.objects(node, 0)?)))
            .collect();
        // Where the first byte tells them apart there is nothing left to look for.
        if each.len() + alternatives.len().saturating_sub(MOST) < 2 {
            return None;
        }
        let mut tell = Self::default();
        if let Some(name) = most_telling(&each) {
            tell.look_for_values(&each, name);
        }
        tell.look_for_members(&each);
        (!tell.names.is_empty()).then_some(tell)
    }

    fn look_for_values(&mut self, each: &[(u64, Objects)], name: &str) {
        let limited = each
            .iter()
            .filter_map(|(bit, objects)| Some((bit, objects.strings.get(name)?)));
        let values: BTreeSet<&String> = limited
            .clone()
            .flat_map(|(_, strings)| strings.named())
            .collect();
        let all_that = |allow: &dyn Fn(&Strings) -> bool| {
            let refusing = limited.clone().filter(|(_, strings)| !allow(strings));
            refusing.fold(u64::MAX, |all, (bit, _)| all & !bit)
        };
        let allowed = values.iter();
        let allowed = allowed.map(|&value| all_that(&|strings| strings.contain(value)));
        self.allowed_by = allowed.collect();
        self.others_allowed_by = all_that(&|strings| matches!(strings, Strings::AllBut(_)));
        self.values = values.into_iter().cloned().collect();
        self.look_for(each, name);
    }

    /// Looks for members that some alternatives need and others do not.
    fn look_for_members(&mut self, each: &[(u64, Objects)]) {
        let mut names: BTreeMap<&String, usize> = BTreeMap::new();
        for name in each.iter().flat_map(|(_, objects)| &objects.required) {
            *names.entry(name).or_default() += 1;
        }
        names.retain(|_, count| *count < each.len());
        let mut names: Vec<(usize, &String)> = names
            .into_iter()
            .map(|(name, count)| (count, name))
            .collect();
        // The fewer need it, the more does its absence tell.
        names.sort();
        for (_, name) in names {
            if self.names.len() < MOST_NAMES && !self.names.contains(name) {
                self.look_for(each, name);
            }
        }
    }

    fn look_for(&mut self, each: &[(u64, Objects)], name: &str) {
        let needs = each
            .iter()
            .filter(|(_, objects)| objects.required.contains(name));
        self.names.push(name.to_owned());
        self.needed_by
            .push(needs.fold(0, |all, (bit, _)| all | bit));
    }
}

/// The member whose strings tell most alternatives apart.
fn most_telling(each: &[(u64, Objects)]) -> Option<&String> {
    let mut scores: BTreeMap<&String, (usize, usize)> = BTreeMap::new();
    for (index, (_, objects)) in each.iter().enumerate() {
        for (name, strings) in &objects.strings {
            let others = each[index + 1..].iter();
            let apart = others.filter_map(|(_, objects)| objects.strings.get(name));
            let apart = apart.filter(|others| strings.are_disjoint(others)).count();
            let score = scores.entry(name).or_default();
            *score = (score.0 + apart, score.1 + 1);
        }
    }
    let mut best = None;
    for (name, score) in scores {
        if best.is_none_or(|(_, other)| score > other) {
            best = Some((name, score));
        }
    }
    best.map(|(name, _)| name)
}
