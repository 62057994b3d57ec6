//! `schemars::JsonSchema` for generated types: the schema that a type was generated from, as it
//! stands.

use crate::schema::Origin;
use std::borrow::Cow;

/// The name of a type's schema; `path` is the type as generated code spells it.
pub fn name(path: &'static str) -> Cow<'static, str> {
    let name = path.rsplit("::").next().unwrap_or(path);
    Cow::Borrowed(name.trim())
}

/// The schema of a type: the whole document for a root, else a reference into the document, which
/// comes along under an address of its own so that its references go on meaning what they mean
/// (Core 2020-12 §9.3, embedded resources).
///
/// # Panics
/// Never for generated types: the compiler has read their schemas.
pub fn of<T: Origin>() -> schemars::Schema {
    let (text, location) = (T::SOURCE.schema, T::SOURCE.location);
    let mut document: serde_json::Value =
        serde_json::from_str(text).expect("the compiler has read this schema");
    let serde_json::Value::Object(members) = &mut document else {
        return schemars::json_schema!({ "allOf": [document] });
    };
    let address = members
        .entry("$id")
        .or_insert_with(|| serde_json::Value::from(format!("urn:tollgate:{:016x}", fnv(text))));
    let reference = format!("{}#{location}", address.as_str().unwrap_or_default());
    schemars::json_schema!({ "$ref": reference, "$defs": { "document": document } })
}

/// FNV-1a: the same text gets the same address in every build.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
