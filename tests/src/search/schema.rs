//! Schemas, weighted to keywords that matter to each other.

use super::children::{array, object};
use super::values::{PATTERNS, pick, value};
use crate::suite::Draft;
use fastrand::Rng;
use serde_json::{Map, Value, json};

/// How deep schemas lie in each other.
const DEPTH: usize = 3;

/// A schema on its way.
pub(super) type Object = Map<String, Value>;

/// Draws the schemas of one document.
pub(super) struct Pen<'r> {
    pub(super) rng: &'r mut Rng,
    pub(super) draft: jsonschema::Draft,
    /// How many definitions there are.
    definitions: usize,
}

/// Where a schema stands.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// How many levels may follow.
    pub(super) depth: usize,
    /// The first of the definitions that may be referred to. A definition refers in place to later
    /// ones only, so that no reference leads back to itself at the same value.
    floor: Option<usize>,
}

impl At {
    /// A schema for the same value.
    pub(super) fn in_place(self) -> Self {
        let depth = self.depth.saturating_sub(1);
        Self { depth, ..self }
    }

    /// A schema for a part of the value: from there everything may be referred to.
    pub(super) fn part(self) -> Self {
        let depth = self.depth.saturating_sub(1);
        Self { depth, floor: None }
    }
}

pub(super) fn draw(rng: &mut Rng, draft: &Draft) -> Value {
    let definitions = rng.usize(0..3);
    let mut pen = Pen {
        rng,
        draft: draft.oracle,
        definitions,
    };
    let floor = Some(0);
    let mut root = pen.object(At {
        depth: DEPTH,
        floor,
    });
    if pen.draft < jsonschema::Draft::Draft201909 {
        // It would hide the definitions beside it.
        root.remove("$ref");
    }
    let definition = |index: usize| {
        let floor = Some(index + 1);
        let drawn = pen.object(At { depth: 2, floor });
        (format!("d{index}"), Value::Object(drawn))
    };
    let definitions: Object = (0..definitions).map(definition).collect();
    if !definitions.is_empty() {
        root.insert(
            definitions_keyword(draft.oracle).to_owned(),
            definitions.into(),
        );
    }
    Value::Object(root)
}

fn definitions_keyword(draft: jsonschema::Draft) -> &'static str {
    if draft < jsonschema::Draft::Draft201909 {
        "definitions"
    } else {
        "$defs"
    }
}

impl Pen<'_> {
    pub(super) fn has(&self, draft: jsonschema::Draft) -> bool {
        self.draft >= draft
    }

    /// One in `n`.
    pub(super) fn one_in(&mut self, n: u8) -> bool {
        self.rng.u8(0..n) == 0
    }

    pub(super) fn schema(&mut self, at: At) -> Value {
        if self.has(jsonschema::Draft::Draft6) && self.one_in(8) {
            return Value::Bool(self.rng.bool());
        }
        Value::Object(self.object(at))
    }

    fn object(&mut self, at: At) -> Object {
        let mut schema = Object::new();
        let groups = if at.depth == 0 { 1 } else { self.rng.u8(1..4) };
        for _ in 0..groups {
            match self.rng.u8(0..if at.depth == 0 { 5 } else { 14 }) {
                0 | 1 => self.types(&mut schema),
                2 => self.constants(&mut schema),
                3 => self.bounds(&mut schema),
                4 => self.reference(&mut schema, at),
                5..=7 => object(self, &mut schema, at),
                8 | 9 => array(self, &mut schema, at),
                _ => self.combined(&mut schema, at),
            }
        }
        schema
    }

    fn types(&mut self, schema: &mut Object) {
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

    fn constants(&mut self, schema: &mut Object) {
        if self.has(jsonschema::Draft::Draft6) && self.one_in(2) {
            schema.insert("const".to_owned(), value(self.rng, 2));
            return;
        }
        let mut values: Vec<Value> = Vec::new();
        for _ in 0..self.rng.usize(1..5) {
            let drawn = value(self.rng, 2);
            // Older drafts want them to differ, and 1 is 1.0.
            if !values.iter().any(|other| same(other, &drawn)) {
                values.push(drawn);
            }
        }
        schema.insert("enum".to_owned(), values.into());
    }

    fn bounds(&mut self, schema: &mut Object) {
        let number = self.rng.i32(-1..4);
        let (keyword, value) = match self.rng.u8(0..10) {
            0 => ("minimum", json!(number)),
            1 => ("maximum", json!(number)),
            2 => (
                "multipleOf",
                pick(self.rng, &[json!(2), json!(0.5), json!(1)]).clone(),
            ),
            3 => ("minLength", json!(number.max(0))),
            4 => ("maxLength", json!(number.max(0))),
            5 => ("pattern", json!(pick(self.rng, &PATTERNS))),
            6 => ("minItems", json!(number.max(0))),
            7 => ("uniqueItems", json!(true)),
            8 if self.has(jsonschema::Draft::Draft6) => ("exclusiveMinimum", json!(number)),
            8 => {
                schema.insert("minimum".to_owned(), json!(number));
                ("exclusiveMinimum", json!(true))
            }
            _ => ("maxProperties", json!(number.max(0))),
        };
        schema.insert(keyword.to_owned(), value);
    }

    fn reference(&mut self, schema: &mut Object, at: At) {
        let first = at.floor.unwrap_or(0);
        let root = usize::from(at.floor.is_none());
        if first >= self.definitions + root {
            return;
        }
        let index = self.rng.usize(first..self.definitions + root);
        let target = if index == self.definitions {
            "#".to_owned()
        } else {
            format!("#/{}/d{index}", definitions_keyword(self.draft))
        };
        schema.insert("$ref".to_owned(), target.into());
    }

    fn combined(&mut self, schema: &mut Object, at: At) {
        let at = at.in_place();
        let keyword = *pick(self.rng, &["allOf", "anyOf", "oneOf", "not", "if"]);
        match keyword {
            "not" => drop(schema.insert("not".to_owned(), self.schema(at))),
            "if" if self.has(jsonschema::Draft::Draft7) => {
                schema.insert("if".to_owned(), self.schema(at));
                for branch in ["then", "else"] {
                    if !self.one_in(3) {
                        schema.insert(branch.to_owned(), self.schema(at));
                    }
                }
            }
            "if" => {}
            _ => {
                let count = self.rng.usize(1..4);
                let branches: Vec<Value> = (0..count).map(|_| self.schema(at)).collect();
                schema.insert(keyword.to_owned(), branches.into());
            }
        }
        if self.has(jsonschema::Draft::Draft201909) && self.one_in(2) {
            let what = pick(self.rng, &["unevaluatedProperties", "unevaluatedItems"]);
            let value = if self.one_in(2) {
                Value::Bool(false)
            } else {
                self.schema(at.part())
            };
            schema.insert((*what).to_owned(), value);
        }
    }
}

/// Whether these are equal as the specification has it, where they are no containers; containers
/// that might be are taken for equal.
fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.total_cmp(&other).is_eq(),
        _ => {
            one == other
                || one.is_array() && other.is_array()
                || one.is_object() && other.is_object()
        }
    }
}
