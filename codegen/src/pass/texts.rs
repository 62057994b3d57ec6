//! Which of the strings that alternatives list each of them allows: that is known before any document is there.

use crate::ir::{InPlace, Ir, Kind, NodeId, StringRule, Typed};
use std::collections::BTreeSet;
use tollgate_core::JsonType;

/// Strings that are listed, with what is known of them: sets of leaves have a bit for each.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Texts {
    pub(crate) words: Vec<String>,
    /// For each of them the leaves that may allow it,
    pub(crate) allowed_by: Vec<u64>,
    /// and whether it is certain that the keyword does.
    pub(crate) are_allowed: Vec<bool>,
    /// The leaves that may allow other strings.
    pub(crate) others_allowed_by: u64,
}

/// So many leaves have a bit.
const MOST: usize = 64;
/// So many strings are looked at: what is known of each is written down.
const MOST_WORDS: usize = 256;
/// Schemas in place are looked into so deep.
const DEEPEST: usize = 4;

/// What a schema says of some strings, each: `None` where that is not certain.
type Answers = Vec<Option<bool>>;

impl Texts {
    /// What is known of the strings that `leaves` list, if it tells these apart. `one_is_enough` says
    /// whether the keyword wants no more than that one of them holds.
    pub(crate) fn of(ir: &Ir, leaves: &[NodeId], one_is_enough: bool) -> Option<Self> {
        let allow_strings = leaves.iter().filter(|&&leaf| {
            let possible = ir.possible_types(leaf);
            possible.contains(JsonType::String)
        });
        if leaves.len() > MOST || allow_strings.count() < 2 {
            return None;
        }
        let listed = |leaf: &NodeId| ir.typed(ir.target(*leaf).0).map(|typed| &typed.listed);
        let words = leaves.iter().filter_map(listed).flatten();
        let words: BTreeSet<&str> = words.flat_map(|list| list.rule.string_values()).collect();
        if words.is_empty() || words.len() > MOST_WORDS {
            return None;
        }
        let words: Vec<&str> = words.into_iter().collect();
        let answers: Vec<Answers> = leaves
            .iter()
            .map(|&leaf| answers(ir, leaf, &words, 0))
            .collect();
        let knowledge = (0..words.len()).map(|word| {
            let may_allow = set_of(&answers, |of_leaf| of_leaf[word] != Some(false));
            let allow = set_of(&answers, |of_leaf| of_leaf[word] == Some(true));
            let is_alone = may_allow.is_power_of_two() && allow == may_allow;
            (may_allow, is_alone || one_is_enough && allow != 0)
        });
        let (allowed_by, are_allowed) = knowledge.unzip();
        let lists_none = |leaf: &NodeId| listed(leaf).is_none_or(Vec::is_empty);
        Some(Self {
            allowed_by,
            are_allowed,
            others_allowed_by: set_of(leaves, lists_none),
            words: words.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// A bit for each that is so.
fn set_of<T>(each: &[T], is_so: impl Fn(&T) -> bool) -> u64 {
    let bits = each.iter().enumerate();
    let bits = bits.filter(|(_, one)| is_so(one));
    bits.fold(0, |all, (index, _)| all | 1 << index)
}

/// What a node says of the strings.
fn answers(ir: &Ir, node: NodeId, words: &[&str], depth: usize) -> Answers {
    let every = |answer: Option<bool>| vec![answer; words.len()];
    match &ir.get(ir.target(node).0).kind {
        Kind::Any => every(Some(true)),
        Kind::Never => every(Some(false)),
        Kind::Refer { .. } => every(None),
        Kind::Typed(_) if depth == DEEPEST => every(None),
        Kind::Typed(typed) => {
            let allows = |word: &&str| Some(allows_by_itself(typed, word));
            let itself = words.iter().map(allows).collect();
            let strings = typed.string.iter();
            let strings = strings.map(|rule| by_rule(&rule.rule, words));
            let in_place = typed.in_place.iter();
            let in_place = in_place.map(|rule| by_others(ir, &rule.rule, words, depth));
            strings.chain(in_place).fold(itself, all)
        }
    }
}

/// Whether the types and the lists of a schema allow a string.
fn allows_by_itself(typed: &Typed, word: &str) -> bool {
    let types = typed.types.iter();
    types
        .map(|types| types.rule.set)
        .all(|set| set.contains(JsonType::String))
        && typed
            .listed
            .iter()
            .all(|list| list.rule.string_values().any(|listed| listed == word))
}

fn by_rule(rule: &StringRule, words: &[&str]) -> Answers {
    let count = |word: &&str| word.chars().count() as u64;
    let words = words.iter();
    match rule {
        StringRule::MinLength(least) => words.map(|word| Some(count(word) >= *least)).collect(),
        StringRule::MaxLength(most) => words.map(|word| Some(count(word) <= *most)).collect(),
        StringRule::Pattern(pattern) => {
            let matcher = pattern.matcher();
            words.map(|word| Some(matcher.is_match(word))).collect()
        }
        StringRule::Format(_) => words.map(|_| None).collect(),
    }
}

fn by_others(ir: &Ir, rule: &InPlace, words: &[&str], depth: usize) -> Answers {
    let of = |node: &NodeId| answers(ir, *node, words, depth + 1);
    let every = |answer: Option<bool>| vec![answer; words.len()];
    let not = |answers: Answers| -> Answers {
        answers
            .into_iter()
            .map(|answer| answer.map(|is| !is))
            .collect()
    };
    match rule {
        InPlace::All(node) => of(node),
        InPlace::AnyOf(nodes) => {
            // Some hold if not all of them fail.
            let failures = nodes.iter().map(|node| not(of(node)));
            not(failures.fold(every(Some(true)), all))
        }
        InPlace::Not(node) => not(of(node)),
        // An object is what it speaks of.
        InPlace::Dependent { .. } => every(Some(true)),
        InPlace::OneOf(_) | InPlace::If { .. } => every(None),
    }
}

/// What both answers come to.
fn all(one: Answers, other: Answers) -> Answers {
    let both = one.into_iter().zip(other);
    both.map(|both| match both {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    })
    .collect()
}
