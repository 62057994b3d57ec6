//! Functions of the hidden module that do the same are one. Which ones do is seen when all were emitted, so they
//! are emitted twice where some do: the second time the first of those that are alike stands for all of them.

use super::Context;
use crate::ir::NodeId;
use crate::partition;
use proc_macro2::{Ident, TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a function is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Task {
    /// To judge a value of a node.
    Judge(NodeId),
    /// To read the members of a struct that have no row.
    OthersOf(String),
}

/// A function that was emitted.
#[derive(Debug)]
pub(super) struct Emission {
    task: Task,
    name: String,
    /// What it takes and does, with neither its name nor what is said of it.
    code: TokenStream,
}

/// Which functions stand for others, that do the same.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// The task whose function stands for that of another one.
    standing: BTreeMap<Task, Task>,
    /// For how many others each of them does.
    counts: BTreeMap<Task, usize>,
}

/// How often those that look alike are told apart by what they call. Where longer chains of them ask for more, none
/// stands for another: with a round for each link that would take time squared.
const MOST_ROUNDS: usize = 64;

impl Context<'_> {
    /// The node whose judge does what that of this node would.
    pub(super) fn judge_standing_for(&self, node: NodeId) -> NodeId {
        match self.shared.standing.get(&Task::Judge(node)) {
            Some(Task::Judge(first)) => *first,
            Some(Task::OthersOf(_)) | None => node,
        }
    }

    /// The struct whose function for members without a row does what that of this struct would.
    pub(super) fn owner_standing_for(&self, name: &str) -> String {
        match self.shared.standing.get(&Task::OthersOf(name.to_owned())) {
            Some(Task::OthersOf(first)) => first.clone(),
            Some(Task::Judge(_)) | None => name.to_owned(),
        }
    }

    /// How many other tasks the function for this one stands for.
    pub(super) fn others_like(&self, task: &Task) -> usize {
        self.shared.counts.get(task).copied().unwrap_or_default()
    }

    /// Notes a function that was emitted: others may do the same.
    pub(super) fn note(&self, task: Task, name: &Ident, code: &TokenStream) {
        let emission = Emission::new(task, name, code);
        self.emissions.borrow_mut().push(emission);
    }
}

impl Shared {
    pub(super) fn is_empty(&self) -> bool {
        self.standing.is_empty()
    }
}

impl Emission {
    fn new(task: Task, name: &Ident, code: &TokenStream) -> Self {
        Self {
            task,
            name: name.to_string(),
            code: code.clone(),
        }
    }
}

/// Finds the functions that do the same: their text is the same but for the names of functions that do the same.
pub(super) fn find(functions: &[Emission]) -> Shared {
    let places = functions.iter().enumerate();
    let places: BTreeMap<&str, usize> = places.map(|(at, one)| (one.name.as_str(), at)).collect();
    let codes: Vec<Code> = functions
        .iter()
        .map(|function| Code::of(&function.code, &places))
        .collect();
    // Those with the same text first, which are told apart by the functions that they call.
    let mut texts = BTreeMap::new();
    let classes = codes.iter().map(|code| {
        let number = texts.len();
        *texts.entry(&code.text).or_insert(number)
    });
    let calls = |at: usize| codes[at].calls.as_slice();
    let classes = partition::refined(classes.collect(), calls, MOST_ROUNDS);
    classes.map_or_else(Shared::default, |classes| standing(functions, &classes))
}

/// The first of each class stands for the others.
fn standing(functions: &[Emission], classes: &[usize]) -> Shared {
    let mut first: BTreeMap<usize, &Task> = BTreeMap::new();
    let mut shared = Shared::default();
    for (function, &class) in functions.iter().zip(classes) {
        let first = *first.entry(class).or_insert(&function.task);
        if *first != function.task {
            let (task, first) = (function.task.clone(), first.clone());
            *shared.counts.entry(first.clone()).or_default() += 1;
            shared.standing.insert(task, first);
        }
    }
    shared
}

/// Code, with gaps for the functions that it names.
struct Code {
    text: String,
    /// What stands in the gaps, as places in a list.
    calls: Vec<usize>,
}

impl Code {
    fn of(tokens: &TokenStream, places: &BTreeMap<&str, usize>) -> Self {
        let mut code = Self {
            text: String::new(),
            calls: Vec::new(),
        };
        code.add(tokens, places);
        code
    }

    fn add(&mut self, tokens: &TokenStream, places: &BTreeMap<&str, usize>) {
        for token in tokens.clone() {
            // Writing to a `String` cannot fail.
            let _ = match token {
                TokenTree::Group(group) => {
                    let _ = write!(self.text, "{:?} ", group.delimiter());
                    self.add(&group.stream(), places);
                    write!(self.text, "end ")
                }
                TokenTree::Ident(ident) => match places.get(ident.to_string().as_str()) {
                    Some(&place) => {
                        self.calls.push(place);
                        write!(self.text, "_ ")
                    }
                    None => write!(self.text, "{ident} "),
                },
                other => write!(self.text, "{other} "),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Emission, Shared, Task, find};
    use crate::ir::NodeId;
    use proc_macro2::TokenStream;
    use quote::format_ident;

    #[track_caller]
    fn check(codes: &[&str], expected: &[(usize, usize)]) {
        let functions = codes.iter().enumerate().map(|(at, code)| {
            let code: TokenStream = code.parse().unwrap();
            Emission::new(Task::Judge(NodeId(at)), &format_ident!("f{at}"), &code)
        });
        let shared = find(&functions.collect::<Vec<_>>());
        let task = |at: &usize| Task::Judge(NodeId(*at));
        let expected = expected.iter().map(|(one, first)| (task(one), task(first)));
        assert_eq!(shared.standing, expected.collect(), "{codes:?}");
        let count: usize = shared.counts.values().sum();
        assert_eq!(count, shared.standing.len(), "{codes:?}");
    }

    #[test]
    fn chains_that_are_too_long_are_left_as_they_are() {
        let two_chains = |length: usize| {
            let functions = (0..2 * length).map(|at| {
                let code = if at % length + 1 < length {
                    format!("f{}()", at + 1)
                } else {
                    "end".to_owned()
                };
                let code: TokenStream = code.parse().unwrap();
                Emission::new(Task::Judge(NodeId(at)), &format_ident!("f{at}"), &code)
            });
            find(&functions.collect::<Vec<_>>())
        };
        assert_eq!(two_chains(20).standing.len(), 20);
        assert_eq!(two_chains(5_000), Shared::default());
    }

    #[test]
    fn what_is_alike_but_for_what_is_alike_is_one() {
        check(&["1", "2", "1"], &[(2, 0)]);
        check(&["(1)", "[1]", "1"], &[]);
        // Functions that call different ones do different things, however far that is away.
        check(&["f1()", "f2()", "1", "f4()", "f5()", "2"], &[]);
        check(
            &["f1()", "f2()", "1", "f4()", "f5()", "1"],
            &[(3, 0), (4, 1), (5, 2)],
        );
        // Also in circles.
        check(&["f1()", "f0()", "f0(f1)"], &[(1, 0)]);
        check(&["f1(1)", "f0(2)", "f3(1)", "f2(2)"], &[(2, 0), (3, 1)]);
    }
}
