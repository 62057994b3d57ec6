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

/// The first that explains a pair counts; each has the writing of those before it as well.
pub(super) const EXCEPTIONS: [Exception; 2] = [
    Exception {
        what: "a required member that `additionalProperties: false` refuses is missing as well",
        clause: "2020-12 Validation §6.5.3: what is there is not missing. That crate finds it again \
                 where `required` is behind `allOf`",
        rewrite: required_behind_all_of,
    },
    Exception {
        what: "errors of `unevaluated…` beside a schema of the same value that fails",
        clause: "2020-12 Core §7.7.1.2: what fails has no annotations. That crate reports the \
                 errors behind `allOf` and not behind references; ours, not where it merged the \
                 schema that fails",
        rewrite: all_behind_all_of,
    },
];

fn required_behind_all_of(schema: &Value) -> Value {
    rewritten(schema, &|schema| move_behind(schema, &["required"]))
}

fn all_behind_all_of(schema: &Value) -> Value {
    rewritten(schema, &|schema| {
        move_behind(
            schema,
            &["required", "$ref", "$dynamicRef", "$recursiveRef"],
        );
        wrap_branches(schema);
        count_every_branch(schema);
    })
}

/// The value with each object in it changed. No value that a schema lists has a keyword's name.
fn rewritten(schema: &Value, change: &dyn Fn(&mut Object)) -> Value {
    match schema {
        Value::Object(members) => {
            let members = members.iter();
            let mut members: Object = members
                .map(|(name, value)| (name.clone(), rewritten(value, change)))
                .collect();
            change(&mut members);
            members.into()
        }
        Value::Array(items) => items.iter().map(|item| rewritten(item, change)).collect(),
        other => other.clone(),
    }
}

fn move_behind(schema: &mut Object, keywords: &[&str]) {
    for keyword in keywords {
        let Some(value) = schema.remove(*keyword) else {
            continue;
        };
        let all = schema.entry("allOf").or_insert_with(|| json!([]));
        if let Value::Array(all) = all {
            all.push(json!({ *keyword: value }));
        }
    }
}

/// Puts schemas that no keyword asks whether they hold behind one that does.
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

/// Writes `true` as `{}`: as a boolean, that crate does not count it among those of `oneOf` that
/// hold, when it looks for annotations.
fn count_every_branch(schema: &mut Object) {
    let branches = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    let branches = branches.into_iter().flatten();
    for branch in branches.filter(|branch| **branch == json!(true)) {
        *branch = json!({});
    }
}
