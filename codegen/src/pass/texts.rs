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
/// Schemas in place are looked into so deep,
const DEEPEST: usize = 4;
/// and so many for one choice, since where each has the same others the ways through them are too many.
const MOST_SCHEMAS: usize = 500;

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
        let mut questions = Questions {
            ir,
            words: &words,
            left: MOST_SCHEMAS,
        };
        let answers = leaves.iter().map(|&leaf| questions.ask(leaf, 0));
        let answers: Vec<Answers> = answers.collect();
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

/// Asks schemas about the strings.
struct Questions<'q> {
    ir: &'q Ir,
    words: &'q [&'q str],
    /// How many more schemas are asked.
    left: usize,
}

impl Questions<'_> {
    /// What a node says of the strings.
    fn ask(&mut self, node: NodeId, depth: usize) -> Answers {
        let ir = self.ir;
        if depth == DEEPEST || self.left == 0 {
            return self.every(None);
        }
        self.left -= 1;
        match &ir.get(ir.target(node).0).kind {
            Kind::Any => self.every(Some(true)),
            Kind::Never => self.every(Some(false)),
            // A chain of references that does not end was reported.
            Kind::Refer { .. } => self.every(None),
            Kind::Typed(typed) => {
                let words = self.words.iter();
                let mut answers = words
                    .map(|word| Some(allows_by_itself(typed, word)))
                    .collect();
                for rule in &typed.string {
                    answers = all(answers, self.ask_rule(&rule.rule));
                }
                for rule in &typed.in_place {
                    answers = all(answers, self.ask_others(&rule.rule, depth));
                }
                answers
            }
        }
    }

    fn every(&self, answer: Option<bool>) -> Answers {
        vec![answer; self.words.len()]
    }

    fn ask_rule(&self, rule: &StringRule) -> Answers {
        let count = |word: &&str| word.chars().count() as u64;
        let words = self.words.iter();
        match rule {
            StringRule::MinLength(least) => words.map(|word| Some(count(word) >= *least)).collect(),
            StringRule::MaxLength(most) => words.map(|word| Some(count(word) <= *most)).collect(),
            // An engine that tries several ways may give up, here and in a document at different points.
            StringRule::Pattern(pattern) if pattern.may_give_up() => self.every(None),
            StringRule::Pattern(pattern) => {
                let matcher = pattern.matcher();
                words.map(|word| Some(matcher.is_match(word))).collect()
            }
            StringRule::Format(_) => self.every(None),
        }
    }

    fn ask_others(&mut self, rule: &InPlace, depth: usize) -> Answers {
        match rule {
            InPlace::All(node) => self.ask(*node, depth + 1),
            InPlace::AnyOf(nodes) => {
                // Some hold if not all of them fail.
                let mut failures = self.every(Some(true));
                for &node in nodes {
                    failures = all(failures, not(self.ask(node, depth + 1)));
                }
                not(failures)
            }
            InPlace::Not(node) => not(self.ask(*node, depth + 1)),
            // It is objects that it speaks of.
            InPlace::Dependent { .. } => self.every(Some(true)),
            InPlace::OneOf(_) | InPlace::If { .. } => self.every(None),
        }
    }
}

/// Whether the types and the lists of a schema allow a string.
fn allows_by_itself(typed: &Typed, word: &str) -> bool {
    let mut types = typed.types.iter().map(|types| types.rule.set);
    let mut lists = typed.listed.iter().map(|listed| &listed.rule);
    types.all(|set| set.contains(JsonType::String))
        && lists.all(|list| list.string_values().any(|listed| listed == word))
}

fn not(answers: Answers) -> Answers {
    let answers = answers.into_iter();
    answers.map(|answer| answer.map(|is| !is)).collect()
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
