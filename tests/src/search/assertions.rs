//! Keywords about a value itself.

use super::schema::{Object, Pen};
use super::values::{DIVISORS, PATTERNS, format, number, pick, value, written};
use jsonschema::Draft;
use serde_json::{Value, json};

impl Pen<'_> {
    pub(super) fn types(&mut self, schema: &mut Object) {
        const TYPES: [&str; 8] = [
            "object", "array", "object", "string", "number", "integer", "null", "boolean",
        ];
        let first = *pick(self.rng, &TYPES);
        let second = *pick(self.rng, &TYPES);
        let types = if first != second && self.one_in(3) {
            json!([first, second])
        } else {
            json!(first)
        };
        schema.insert("type".to_owned(), types);
    }

    pub(super) fn constants(&mut self, schema: &mut Object) {
        if self.has(Draft::Draft6) && self.one_in(2) {
            schema.insert("const".to_owned(), value(self.rng, 2));
            return;
        }
        let mut values: Vec<Value> = Vec::new();
        for _ in 0..self.rng.usize(1..5) {
            let drawn = value(self.rng, 2);
            // Older drafts want them to differ, and 1 is 1.0.
            if !values.iter().any(|other| may_be_same(other, &drawn)) {
                values.push(drawn);
            }
        }
        schema.insert("enum".to_owned(), values.into());
    }

    pub(super) fn bounds(&mut self, schema: &mut Object) {
        let (keyword, value) = match self.rng.u8(0..16) {
            0 => ("minimum", number(self.rng)),
            1 => ("maximum", number(self.rng)),
            2 => return self.exclusive(schema, "minimum", "exclusiveMinimum"),
            3 => return self.exclusive(schema, "maximum", "exclusiveMaximum"),
            4 | 5 => ("multipleOf", written(pick::<&str>(self.rng, &DIVISORS))),
            6 => ("minLength", self.count()),
            7 => ("maxLength", self.count()),
            8 => ("pattern", json!(pick(self.rng, &PATTERNS))),
            9 => ("minItems", self.count()),
            10 => ("maxItems", self.count()),
            11 | 12 => ("uniqueItems", json!(!self.one_in(4))),
            13 => ("minProperties", self.count()),
            14 => ("maxProperties", self.count()),
            _ => ("format", json!(format(self.rng, self.draft))),
        };
        schema.insert(keyword.to_owned(), value);
    }

    /// Draws a bound that a number must not reach. Draft 4 says so beside the bound.
    fn exclusive(&mut self, schema: &mut Object, bound: &str, exclusive: &str) {
        let number = number(self.rng);
        if self.has(Draft::Draft6) {
            schema.insert(exclusive.to_owned(), number);
        } else {
            schema.insert(bound.to_owned(), number);
            schema.insert(exclusive.to_owned(), json!(!self.one_in(4)));
        }
    }

    /// How many there may be. Since draft 6 such a number may be written with a fraction.
    fn count(&mut self) -> Value {
        let count = self.rng.u8(0..4);
        if self.has(Draft::Draft6) && self.one_in(6) {
            json!(f64::from(count))
        } else {
            json!(count)
        }
    }
}

/// Whether these are equal as the specification has it, where they are no containers; containers
/// that might be are taken for equal.
fn may_be_same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.total_cmp(&other).is_eq(),
        _ => {
            one == other
                || one.is_array() && other.is_array()
                || one.is_object() && other.is_object()
        }
    }
}
