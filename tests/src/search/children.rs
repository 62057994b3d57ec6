//! Keywords about members and items.

use super::schema::{At, Object, Pen};
use super::values::{PATTERNS, name, pick};
use jsonschema::Draft;
use serde_json::{Value, json};

/// Draws some keywords about members.
pub(super) fn object(pen: &mut Pen<'_>, schema: &mut Object, at: At) {
    let part = at.part();
    if !pen.one_in(4) {
        let count = pen.rng.usize(1..4);
        let members = (0..count).map(|_| (name(pen.rng), pen.schema(part)));
        let members: Object = members.collect();
        schema.insert("properties".to_owned(), members.into());
    }
    if pen.one_in(2) {
        schema.insert("required".to_owned(), json!([name(pen.rng)]));
    }
    if pen.one_in(3) {
        let count = pen.rng.usize(1..3);
        let pattern = |_| (pick(pen.rng, &PATTERNS).to_string(), pen.schema(part));
        let members: Object = (0..count).map(pattern).collect();
        schema.insert("patternProperties".to_owned(), members.into());
    }
    if pen.one_in(3) {
        let value = if pen.one_in(2) {
            Value::Bool(false)
        } else {
            pen.schema(part)
        };
        schema.insert("additionalProperties".to_owned(), value);
    }
    if pen.has(Draft::Draft6) && pen.one_in(6) {
        let names = match pen.rng.u8(0..3) {
            0 => json!({ "pattern": pick(pen.rng, &PATTERNS) }),
            1 => json!({ "enum": [name(pen.rng), "x"], "maxLength": 2 }),
            // A name is judged in place, as the object is.
            _ => pen.schema(at.in_place()),
        };
        schema.insert("propertyNames".to_owned(), names);
    }
    if pen.one_in(5) {
        dependencies(pen, schema, at);
    }
    if pen.has(Draft::Draft201909) && pen.one_in(4) {
        let value = pen.schema(part);
        schema.insert("unevaluatedProperties".to_owned(), value);
    }
}

fn dependencies(pen: &mut Pen<'_>, schema: &mut Object, at: At) {
    let is_schema = pen.rng.bool();
    let value = if is_schema {
        pen.schema(at.in_place())
    } else {
        json!([name(pen.rng)])
    };
    let keyword = match (pen.has(Draft::Draft201909), is_schema) {
        (false, _) => "dependencies",
        (true, true) => "dependentSchemas",
        (true, false) => "dependentRequired",
    };
    let members = Object::from_iter([(name(pen.rng), value)]);
    schema.insert(keyword.to_owned(), members.into());
}

/// Draws some keywords about items.
pub(super) fn array(pen: &mut Pen<'_>, schema: &mut Object, at: At) {
    let at = at.part();
    let (first, rest) = if pen.has(Draft::Draft202012) {
        ("prefixItems", "items")
    } else {
        ("items", "additionalItems")
    };
    let has_first = pen.one_in(2);
    if has_first {
        let count = pen.rng.usize(1..4);
        let items: Vec<Value> = (0..count).map(|_| pen.schema(at)).collect();
        schema.insert(first.to_owned(), items.into());
    }
    if pen.one_in(2) {
        let keyword = if has_first { rest } else { "items" };
        schema.insert(keyword.to_owned(), pen.schema(at));
    }
    if pen.contains && pen.one_in(2) {
        schema.insert("contains".to_owned(), pen.schema(at));
        if pen.has(Draft::Draft201909) && pen.one_in(2) {
            let least = pen.rng.u8(0..3);
            schema.insert("minContains".to_owned(), least.into());
            if pen.one_in(2) {
                let most = pen.rng.u8(least..4);
                schema.insert("maxContains".to_owned(), most.into());
            }
        }
    }
    if pen.unevaluated_items && pen.one_in(4) {
        let value = pen.schema(at);
        schema.insert("unevaluatedItems".to_owned(), value);
    }
}
