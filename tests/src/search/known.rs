//! Where that crate's errors are known to be others than ours, and which clause says who is right.
//! Verdicts are never known to differ.
//!
//! An exception is a way to write the schema that means the same. It applies to a pair only where
//! that crate, given the schema in this writing, finds exactly our errors: so it contradicts itself,
//! and nothing else can hide behind the exception.

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
    what: "a reference that fails beside `unevaluated…` still evaluates for that crate; behind an \
           `allOf` it does not",
    clause: "2020-12 Core §7.7.1.2: a schema that fails has no annotations; §8.2.3.1: a reference \
             is an applicator as `allOf` is",
    rewrite: references_behind_all_of,
}];

/// The schema with each reference beside `allOf` put into it.
fn references_behind_all_of(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let members = members.iter();
            let members =
                members.map(|(name, value)| (name.clone(), references_behind_all_of(value)));
            Value::Object(behind_all_of(members.collect()))
        }
        Value::Array(items) => items.iter().map(references_behind_all_of).collect(),
        other => other.clone(),
    }
}

fn behind_all_of(mut schema: Object) -> Object {
    for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
        let Some(reference) = schema.remove(keyword) else {
            continue;
        };
        let all = schema.entry("allOf").or_insert_with(|| json!([]));
        if let Value::Array(all) = all {
            all.push(json!({ keyword: reference }));
        }
    }
    schema
}
