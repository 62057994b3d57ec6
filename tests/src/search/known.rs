//! Where that crate's errors are known to be others than ours, and which clause decides. Verdicts are
//! never known to differ.
//!
//! An exception is another way to write the schema, in which that crate drops the annotations of
//! whatever fails. It explains a pair only where our errors are those that the crate then finds, save
//! errors of an `unevaluated…` beside which a schema of the same value fails.

use super::schema::Object;
use serde_json::{Value, json};

/// A way to write schemas with which that crate agrees.
#[derive(Debug)]
pub(super) struct Exception {
    /// What that crate does.
    pub(super) what: &'static str,
    /// What decides.
    pub(super) clause: &'static str,
    /// The other way to write a schema.
    pub(super) rewrite: fn(&Value) -> Value,
}

pub(super) const EXCEPTIONS: [Exception; 1] = [Exception {
    what: "errors of `unevaluated…` beside a schema of the same value that fails",
    clause: "2020-12 Core §7.7.1.2: what fails has no annotations. That crate reports the errors \
             behind `allOf` and not behind references; ours, not where it merged the schema that \
             fails",
    rewrite: behind_all_of,
}];

/// The schema with everything that speaks of the same value put behind `allOf`.
fn behind_all_of(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let members = members.iter();
            let mut members: Object = members
                .map(|(name, value)| (name.clone(), behind_all_of(value)))
                .collect();
            move_references(&mut members);
            wrap_branches(&mut members);
            members.into()
        }
        Value::Array(items) => items.iter().map(behind_all_of).collect(),
        other => other.clone(),
    }
}

fn move_references(schema: &mut Object) {
    for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
        let Some(reference) = schema.remove(keyword) else {
            continue;
        };
        let all = schema.entry("allOf").or_insert_with(|| json!([]));
        if let Value::Array(all) = all {
            all.push(json!({ keyword: reference }));
        }
    }
}

fn wrap_branches(schema: &mut Object) {
    let dependent = schema
        .get_mut("dependentSchemas")
        .and_then(Value::as_object_mut);
    for branch in dependent.into_iter().flat_map(Object::values_mut) {
        wrap(branch);
    }
    for keyword in ["then", "else"] {
        schema.get_mut(keyword).map(wrap);
    }
}

fn wrap(branch: &mut Value) {
    *branch = json!({ "allOf": [branch.take()] });
}
