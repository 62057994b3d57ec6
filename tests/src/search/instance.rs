//! Instances near a schema: values that it seems to ask for, then changed in some place.

use super::names::target;
use super::schema::Object;
use super::values::{formatted, name, number, pick, string, value};
use fastrand::Rng;
use serde_json::{Value, json};

/// How many schemas are followed for one value.
const DEPTH: usize = 6;

/// Other ways to write what the tables hold; numbers first.
const SPELLINGS: [(&str, &str); 7] = [
    ("100.0", "1e2"),
    ("0.1", "1E-1"),
    ("1e+30", "1E30"),
    ("é", "\\u00e9"),
    ("😀", "\\ud83d\\ude00"),
    ("/", "\\/"),
    (",", " ,\n\t"),
];

/// How numbers may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// As any document may.
    Any,
    /// So that a machine type holds every integer.
    Small,
    /// The same, without exponents: draft 4 tells integers by how they are written, and that crate
    /// no longer sees it.
    Plain,
}

pub(super) fn draw(rng: &mut Rng, numbers: Numbers, schema: &Value) -> String {
    let mut near = match rng.u8(0..8) {
        0 => value(rng, 3),
        _ => satisfy(rng, schema, schema, DEPTH),
    };
    if rng.bool() {
        mutate(rng, &mut near);
    }
    let mut text = near.to_string();
    if numbers != Numbers::Any {
        text = text.replace("1e+30", "1000");
    }
    let first = if numbers == Numbers::Plain { 3 } else { 0 };
    for (drawn, other) in &SPELLINGS[first..] {
        if rng.u8(0..4) == 0 {
            text = text.replace(drawn, other);
        }
    }
    text
}

/// A value as the schema seems to ask for: most are valid, none need be.
fn satisfy(rng: &mut Rng, root: &Value, schema: &Value, depth: usize) -> Value {
    let Some(schema) = schema.as_object().filter(|_| depth > 0) else {
        return value(rng, 1);
    };
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return pick(rng, values).clone();
    }
    let mut drawn = own(rng, root, schema, depth);
    for branch in branches(rng, root, schema) {
        let other = satisfy(rng, root, branch, depth - 1);
        match (&mut drawn, other) {
            (Value::Object(members), Value::Object(others)) => members.extend(others),
            (_, other) => drawn = other,
        }
    }
    drawn
}

/// The schemas for the same value that it is to satisfy as well.
fn branches<'s>(rng: &mut Rng, root: &'s Value, schema: &'s Object) -> Vec<&'s Value> {
    let mut branches = Vec::new();
    for (keyword, value) in schema {
        match (keyword.as_str(), value) {
            ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                branches.push(target(root, reference));
            }
            ("allOf", Value::Array(all)) => branches.extend(all),
            ("anyOf" | "oneOf", Value::Array(any)) => branches.push(pick(rng, any)),
            ("then" | "else", branch) if rng.bool() => branches.push(branch),
            _ => {}
        }
    }
    branches
}

/// A value as the schema's own keywords ask for.
fn own(rng: &mut Rng, root: &Value, schema: &Object, depth: usize) -> Value {
    let about = |keywords: &[&str]| keywords.iter().any(|keyword| schema.contains_key(*keyword));
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(some)) => some.iter().filter_map(Value::as_str).collect(),
        _ if about(&["properties", "patternProperties", "additionalProperties"]) => vec!["object"],
        _ if about(&["unevaluatedProperties", "required"]) => vec!["object"],
        _ if about(&["prefixItems", "items", "contains", "unevaluatedItems"]) => vec!["array"],
        _ if about(&["uniqueItems"]) => vec!["array"],
        _ if about(&["format"]) => vec!["string"],
        _ if about(&["multipleOf"]) => vec!["number"],
        _ => vec![],
    };
    if types.is_empty() {
        return value(rng, 2);
    }
    match *pick(rng, &types) {
        "object" => object(rng, root, schema, depth),
        "array" => array(rng, root, schema, depth),
        "string" => match schema.get("format").and_then(Value::as_str) {
            Some(format) => json!(formatted(rng, format)),
            None => json!(string(rng)),
        },
        "integer" => json!(*pick(rng, &[0, 1, -1, 2, 3])),
        "number" => match schema.get("multipleOf").and_then(Value::as_f64) {
            Some(divisor) => json!(divisor * f64::from(rng.i8(-3..12))),
            None => number(rng),
        },
        "boolean" => json!(rng.bool()),
        _ => Value::Null,
    }
}

fn object(rng: &mut Rng, root: &Value, schema: &Object, depth: usize) -> Value {
    let mut members = Object::new();
    let known = schema.get("properties").and_then(Value::as_object);
    for (name, schema) in known.into_iter().flatten() {
        if rng.bool() {
            members.insert(name.clone(), satisfy(rng, root, schema, depth - 1));
        }
    }
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str);
    let mut names: Vec<String> = required.map(str::to_owned).collect();
    if rng.bool() {
        names.push(name(rng));
    }
    for name in names {
        let named = known.and_then(|known| known.get(&name));
        let member = named.or_else(|| other_members(schema));
        let drawn = satisfy(rng, root, member.unwrap_or(&Value::Null), depth - 1);
        members.insert(name, drawn);
    }
    Value::Object(members)
}

/// The schema of members without one of their own.
fn other_members(schema: &Object) -> Option<&Value> {
    let patterns = schema.get("patternProperties").and_then(Value::as_object);
    let first = patterns.and_then(|patterns| patterns.values().next());
    first
        .or(schema.get("additionalProperties"))
        .or(schema.get("unevaluatedProperties"))
}

fn array(rng: &mut Rng, root: &Value, schema: &Object, depth: usize) -> Value {
    let first = schema.get("prefixItems").or(schema.get("items"));
    let first = first
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let rest = ["items", "additionalItems", "contains", "unevaluatedItems"];
    let rest: Vec<&Value> = rest
        .iter()
        .filter_map(|keyword| schema.get(*keyword))
        .collect();
    let mut items: Vec<Value> = Vec::new();
    for index in 0..rng.usize(0..5) {
        let schema = match first.get(index) {
            Some(schema) => schema,
            None if rest.is_empty() => &Value::Null,
            None => pick(rng, &rest),
        };
        items.push(satisfy(rng, root, schema, depth - 1));
    }
    items.into()
}

/// Changes something in some place.
fn mutate(rng: &mut Rng, near: &mut Value) {
    let goes_deeper = rng.u8(0..3) > 0;
    match near {
        Value::Object(members) if goes_deeper && !members.is_empty() => {
            let index = rng.usize(0..members.len());
            if let Some(member) = members.values_mut().nth(index) {
                mutate(rng, member);
            }
        }
        Value::Array(items) if goes_deeper && !items.is_empty() => {
            let index = rng.usize(0..items.len());
            mutate(rng, &mut items[index]);
        }
        Value::Object(members) if rng.bool() => {
            let name = name(rng);
            if members.remove(&name).is_none() {
                members.insert(name, value(rng, 1));
            }
        }
        Value::Array(items) if !items.is_empty() && rng.bool() => {
            let mut again = pick(rng, items).clone();
            if rng.bool() {
                mutate(rng, &mut again);
            }
            items.push(again);
        }
        Value::Array(items) if rng.bool() => items.push(value(rng, 1)),
        _ => *near = value(rng, 2),
    }
}
