//! What the compiler minds and no meta-schema can say.

use crate::compare::{FILE, Judge};
use serde_json::Value;
use tollgate_codegen::Diagnostic;

/// Why the compiler refuses a schema that its meta-schema accepts, or accepts one that it refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exception {
    /// A `$schema` of which nobody knows what it means.
    UnknownDialect,
    /// Drafts 6 and 7 call references URIs; what is often written and is none is encoded first.
    LenientUri,
    /// A reference that leads nowhere, or is none at all.
    Reference,
    /// A reference makes a schema of what is none by its place.
    SchemaByReference,
    /// A schema that leads back to itself.
    Cycle,
    /// Identifiers and anchors are there once.
    Twice,
    /// Since 2019-09 `format: regex` is an annotation; which patterns run in bounded time is our own
    /// affair.
    Pattern,
    /// No integer of draft 4 has an exponent (Core §3.5); the validator no longer sees how large ones
    /// are written.
    HugeNumber,
}

impl Exception {
    /// What explains an error in a schema that its meta-schema accepts.
    pub(crate) fn of(error: &Diagnostic, schema: &Value, judge: &Judge) -> Option<Self> {
        let by_message = Self::by_message(error, judge);
        by_message.or_else(|| {
            if is_huge_number(error, schema) {
                Some(Self::HugeNumber)
            } else {
                is_by_reference(error, schema, judge).then_some(Self::SchemaByReference)
            }
        })
    }

    /// Whether no meta-schema could say the same.
    pub(crate) fn is_beyond_meta_schemas(error: &Diagnostic, judge: &Judge) -> bool {
        Self::by_message(error, judge).is_some()
    }

    fn by_message(error: &Diagnostic, judge: &Judge) -> Option<Self> {
        let message = error.message();
        let begins = |words| message.starts_with(words);
        let ends = |words| message.ends_with(words);
        if ends("is no dialect that is known here")
            || ends("requires a vocabulary that is not known")
        {
            Some(Self::UnknownDialect)
        } else if begins("the reference ") || ends(" is no URI reference") {
            Some(Self::Reference)
        } else if begins("this schema leads back to itself") {
            Some(Self::Cycle)
        } else if ends(" is there twice") || ends(" is the identifier of another schema") {
            Some(Self::Twice)
        } else if begins("this pattern is not supported")
            || begins("this pattern is not a regular expression")
                && !asserts_pattern(error.location(), judge)
        {
            Some(Self::Pattern)
        } else {
            None
        }
    }
}

/// Whether the meta-schema says of a pattern that it is one. Draft 4 says nothing of the names in
/// `patternProperties`.
fn asserts_pattern(location: &str, judge: &Judge) -> bool {
    match judge.draft.name {
        "4" => location.ends_with("/pattern"),
        "6" | "7" => true,
        _ => false,
    }
}

/// Whether the error is about a number that the validator takes for an integer of draft 4.
fn is_huge_number(error: &Diagnostic, schema: &Value) -> bool {
    let number = schema.pointer(error.location()).and_then(Value::as_f64);
    error.message().contains("written without fraction") && number.is_some_and(|n| n.abs() > 1e17)
}

/// Whether a reference leads to a value around the error that the meta-schema would refuse if it
/// were asked.
fn is_by_reference(error: &Diagnostic, schema: &Value, judge: &Judge) -> bool {
    let location = error.location();
    let is_meant = |target: &str| {
        let Some(value) = schema.pointer(target) else {
            return false;
        };
        !target.is_empty() && references(schema, target) && !judge.accepts(value)
    };
    let ends = location.match_indices('/').map(|(at, _)| at);
    let mut targets = ends.chain([location.len()]).map(|end| &location[..end]);
    error.file() == FILE && targets.any(is_meant)
}

/// Whether some reference in the schema ends with the pointer `target`, seen from the root of the
/// document or of a schema with an identifier in it.
fn references(schema: &Value, target: &str) -> bool {
    match schema {
        Value::String(text) => {
            let pointer = text.split_once("#/").map(|(_, pointer)| pointer);
            let pointer = pointer.map(|pointer| pointer.replace("%25", "%").replace("%22", "\""));
            pointer.is_some_and(|pointer| target.ends_with(&format!("/{pointer}")))
        }
        Value::Array(items) => items.iter().any(|item| references(item, target)),
        Value::Object(members) => members.values().any(|value| references(value, target)),
        _ => false,
    }
}
