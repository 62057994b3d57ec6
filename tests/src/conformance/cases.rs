//! The cases of a draft, each with a name of its own and, once it was asked for, the answer.

use crate::suite::{Case, Draft, Group, Suite};
use std::collections::HashMap;
use std::sync::OnceLock;
use tollgate_codegen::{Formats, IntegerType, NumberType, Options, Remote, Unrolled};
use tollgate_judge::Answer;

/// So many characters of a schema or an instance are shown.
const SHOWN: usize = 2_000;

/// The cases of a draft.
pub(super) struct Cases {
    pub(super) draft: &'static Draft,
    /// Where the suite is, for people to read.
    pub(super) suite: String,
    pub(super) is_pinned: bool,
    /// Whether instances are also read from trees.
    pub(super) trees: bool,
    pub(super) groups: Vec<Group>,
    pub(super) remotes: Vec<Remote>,
    /// Group and case in it, in the suite's order.
    pub(super) list: Vec<(usize, usize)>,
    /// A name for each of the list.
    pub(super) names: Vec<String>,
    /// What became of those that were asked for.
    pub(super) answers: OnceLock<Answers>,
}

/// What became of cases, by their places in the list: the answer, or why there is none.
pub(super) type Answers = HashMap<usize, Result<Answer, String>>;

impl Cases {
    pub(super) fn of(draft: &'static Draft, suite: &Suite) -> Result<Self, String> {
        let groups = suite.groups(draft)?;
        let in_group = |index: usize| (0..groups[index].cases.len()).map(move |case| (index, case));
        let list: Vec<_> = (0..groups.len()).flat_map(in_group).collect();
        Ok(Self {
            draft,
            suite: suite.folder().display().to_string(),
            is_pinned: suite.is_pinned(),
            trees: false,
            remotes: suite.remotes()?,
            names: names(&groups),
            groups,
            list,
            answers: OnceLock::new(),
        })
    }

    pub(super) fn group(&self, index: usize) -> &Group {
        &self.groups[self.list[index].0]
    }

    pub(super) fn case(&self, index: usize) -> &Case {
        &self.group(index).cases[self.list[index].1]
    }

    /// The case for people to read.
    pub(super) fn describe(&self, index: usize) -> String {
        let (group, case) = (self.group(index), self.case(index));
        format!(
            "schema, in line {} of {}/{}: {}\ninstance: {}\nthe suite says: {}",
            group.place.0,
            self.draft.folder,
            group.file,
            shown(&group.schema),
            shown(&case.instance),
            if case.valid { "valid" } else { "invalid" },
        )
    }

    pub(super) fn answer(&self, index: usize) -> Result<&Answer, &str> {
        let answer = self.answers.get().and_then(|answers| answers.get(&index));
        match answer {
            Some(answer) => answer.as_ref().map_err(String::as_str),
            None => Err("this case was not asked for"),
        }
    }
}

/// The text without line breaks and indentation, and not all of it when it is long.
fn shown(json: &str) -> String {
    let lines: Vec<&str> = json.lines().map(str::trim).collect();
    lines.join(" ").chars().take(SHOWN).collect()
}

/// A name for each case; where the suite gives one twice, the later ones are counted.
fn names(groups: &[Group]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut names = Vec::new();
    for group in groups {
        for case in &group.cases {
            let name = format!(
                "{} / {} / {}",
                group.file, group.description, case.description
            );
            let count = seen.entry(name.clone()).or_default();
            *count += 1;
            names.push(match *count {
                1 => name,
                count => format!("{name} ({count})"),
            });
        }
    }
    names
}

/// The settings for a group: the defaults, but formats are asserted where they are tested, and
/// numbers that no machine type holds are kept exactly where these are tested. The schemas are small: in
/// some of the drafts objects are read by rows all the same, as those of large schemas are.
pub(super) fn options(draft: &Draft, group: &Group, remotes: &[Remote]) -> Options {
    let is_huge = ["optional/bignum.json", "optional/float-overflow.json"];
    let mut options = Options {
        draft: draft.name.to_owned(),
        remotes: remotes.to_vec(),
        backtracking: true,
        has_formats: true,
        unrolled: match draft.name {
            "6" | "2020-12" => Unrolled::Always,
            _ => Unrolled::Never,
        },
        ..Options::default()
    };
    if is_huge.contains(&group.file.as_str()) {
        options.number = NumberType::Exact;
        options.integer = IntegerType::Exact;
    }
    if asserts_formats(group) {
        options.formats = Formats::Assert;
    }
    options
}

/// Whether a group is about what formats mean when they are asserted.
pub(super) fn asserts_formats(group: &Group) -> bool {
    group.file.starts_with("optional/format/")
}
