//! Where our errors are known to be others than that crate's, and who is right. Verdicts are never
//! known to differ.

use crate::oracle::Errors;
use serde_json::Value;

/// Both refuse the instance, with these errors.
pub(super) struct Refused<'a> {
    pub(super) ours: &'a Errors,
    pub(super) theirs: &'a Errors,
    /// Those of that crate for the schema without `unevaluatedItems` and `unevaluatedProperties`.
    pub(super) without_unevaluated: &'a Errors,
}

/// A schema that fails has no annotations (2020-12 Core §7.7.1.2), so what it would have evaluated
/// is judged by the `unevaluated…` beside it. That crate leaves out some of these errors where
/// another keyword has refused the instance already. Anything else must be the same.
pub(super) fn is_dropped_annotation(refused: &Refused<'_>) -> bool {
    let others = refused.without_unevaluated;
    !others.is_empty() && others.is_subset(refused.theirs) && refused.theirs.is_subset(refused.ours)
}

/// The schema without `unevaluatedItems` and `unevaluatedProperties`.
pub(super) fn without_unevaluated(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let others = members
                .iter()
                .filter(|(name, _)| !name.starts_with("unevaluated"));
            let others = others.map(|(name, value)| (name.clone(), without_unevaluated(value)));
            Value::Object(others.collect())
        }
        Value::Array(items) => items.iter().map(without_unevaluated).collect(),
        other => other.clone(),
    }
}
