//! A schema that is judged in two ways, for people to read.

use super::Drawn;
use serde_json::Value;
use std::fmt;

/// A schema that is judged in two ways.
#[derive(Debug, Clone)]
pub(super) struct Disagreement {
    pub(super) seed: u64,
    pub(super) kind: Kind,
    /// The schema's draft and what else is set.
    settings: String,
    pub(super) schema: Value,
    /// `None` where there are no types at all.
    pub(super) instance: Option<String>,
    /// What each says.
    how: String,
}

/// What it is that differs. A smaller disagreement must be of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// There are no types of a schema that the other one takes.
    Refused,
    /// The other one cannot judge.
    Unjudged,
    /// The other one judges otherwise, or a function of ours does.
    Verdicts,
    /// Both refuse, with other errors.
    Errors,
}

impl Disagreement {
    pub(super) fn new(drawn: &Drawn, kind: Kind, instance: Option<&str>, how: String) -> Self {
        Self {
            seed: drawn.seed,
            kind,
            settings: drawn.settings(),
            schema: drawn.schema.clone(),
            instance: instance.map(str::to_owned),
            how,
        }
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            seed,
            kind,
            settings,
            schema,
            instance,
            how,
        } = self;
        let instance = instance.as_deref().unwrap_or("none");
        let how = how.trim();
        write!(
            f,
            "{kind:?}: seed {seed}, {settings}\nschema: {schema}\ninstance: {instance}\n{how}"
        )
    }
}
