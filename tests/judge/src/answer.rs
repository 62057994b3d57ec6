//! What goes in and what comes out, a line of JSON each.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// One instance for one type.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Question {
    /// The name of the type.
    pub subject: String,
    /// The instance, as written where it comes from.
    pub instance: String,
}

/// What a type says of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// By `is_valid_json`.
    pub is_valid_json: Verdict,
    /// By `validate_json`.
    pub validate_json: Verdict,
    /// By `from_json`, `validate` of its value and `to_json`.
    pub from_json: Verdict,
    /// By `Deserialize`, through `serde_json`.
    pub deserialize: Verdict,
    /// By `from_value`, `Deserialize` and `Serialize` of a tree; with the feature `trees`.
    pub trees: Option<Verdict>,
    /// Instance location and keyword of each error that `validate_json` reports.
    pub errors: BTreeSet<(String, String)>,
}

/// What one function says of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It lets the instance through.
    Valid,
    /// It refuses the instance, with this report.
    Invalid(String),
    /// It lets through, but its value is not what was read; the text says how.
    Unfaithful(String),
    /// It panicked, with this message.
    Panicked(String),
}

impl Answer {
    /// The functions that do not say that the instance is `valid`, or not, and what they say.
    pub fn differences(&self, valid: bool) -> Vec<String> {
        let verdicts = [
            ("is_valid_json", &self.is_valid_json),
            ("validate_json", &self.validate_json),
            ("from_json", &self.from_json),
            ("serde_json::from_slice", &self.deserialize),
        ];
        let trees = self.trees.iter().map(|trees| ("from_value", trees));
        let differing = verdicts
            .into_iter()
            .chain(trees)
            .filter(|(_, verdict)| !verdict.is(valid));
        differing
            .map(|(function, verdict)| format!("{function}: {verdict}"))
            .collect()
    }
}

impl Verdict {
    /// Whether this says that the instance is `valid`, or not, and nothing besides.
    fn is(&self, valid: bool) -> bool {
        match self {
            Self::Valid => valid,
            Self::Invalid(_) => !valid,
            Self::Unfaithful(_) | Self::Panicked(_) => false,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Valid => f.write_str("valid"),
            Self::Invalid(report) if report.is_empty() => f.write_str("invalid"),
            Self::Invalid(report) => write!(f, "invalid: {report}"),
            Self::Unfaithful(how) => write!(f, "valid, but {how}"),
            Self::Panicked(message) => write!(f, "panicked: {message}"),
        }
    }
}
