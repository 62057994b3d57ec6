//! A file of the suite. Schemas and instances stay as they are written, digit by digit.

use serde::Deserialize;
use serde_json::value::RawValue;

/// A schema and the instances to try on it.
#[derive(Debug)]
pub struct Group {
    /// The file, from the draft's folder on.
    pub file: String,
    /// Which of the file's groups this is.
    pub index: usize,
    /// What the group is about.
    pub description: String,
    /// The schema.
    pub schema: String,
    /// Line and column of the file at which the schema begins, counted from 1.
    pub place: (usize, usize),
    /// The cases.
    pub cases: Vec<Case>,
}

/// An instance and whether the schema allows it.
#[derive(Debug)]
pub struct Case {
    /// What the case is about.
    pub description: String,
    /// The instance.
    pub instance: String,
    /// Whether the schema allows it.
    pub valid: bool,
}

#[derive(Deserialize)]
struct RawGroup<'a> {
    description: String,
    #[serde(borrow)]
    schema: &'a RawValue,
    #[serde(borrow)]
    tests: Vec<RawCase<'a>>,
}

#[derive(Deserialize)]
struct RawCase<'a> {
    description: String,
    #[serde(borrow)]
    data: &'a RawValue,
    valid: bool,
}

impl Group {
    /// Whether an implementation may fail here.
    pub fn is_optional(&self) -> bool {
        self.file.starts_with("optional/")
    }
}

/// The groups of a file whose text is `text`.
pub(super) fn groups(file: &str, text: &str) -> serde_json::Result<Vec<Group>> {
    let groups: Vec<RawGroup<'_>> = serde_json::from_str(text)?;
    let group = |(index, group): (usize, RawGroup<'_>)| Group {
        file: file.to_owned(),
        index,
        description: group.description,
        place: place(text, group.schema.get()),
        schema: group.schema.get().to_owned(),
        cases: group.tests.into_iter().map(case).collect(),
    };
    Ok(groups.into_iter().enumerate().map(group).collect())
}

fn case(case: RawCase<'_>) -> Case {
    Case {
        description: case.description,
        instance: case.data.get().to_owned(),
        valid: case.valid,
    }
}

/// Line and column of `part`, which is a slice of `text`.
fn place(text: &str, part: &str) -> (usize, usize) {
    let before = &text[..part.as_ptr().addr() - text.as_ptr().addr()];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
