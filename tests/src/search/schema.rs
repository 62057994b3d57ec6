//! Schemas, weighted to keywords that matter to each other.

use super::children::{array, object};
use super::names::Names;
use super::values::pick;
use fastrand::Rng;
use jsonschema::Draft;
use serde_json::{Map, Value};

/// How deep schemas lie in each other.
const DEPTH: usize = 3;

/// A schema on its way.
pub(super) type Object = Map<String, Value>;

/// Draws the schemas of one document.
pub(super) struct Pen<'r> {
    pub(super) rng: &'r mut Rng,
    pub(super) draft: Draft,
    pub(super) names: Names,
    /// Whether `contains` may be drawn.
    pub(super) contains: bool,
    /// Whether `unevaluatedItems` may be drawn.
    pub(super) unevaluated_items: bool,
}

/// Where a schema stands.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// How many levels may follow.
    pub(super) depth: usize,
    /// The first of the definitions that may be referred to. A definition refers in place to later
    /// ones only, so that no reference leads back to itself at the same value.
    pub(super) floor: Option<usize>,
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

pub(super) fn draw(rng: &mut Rng, draft: Draft) -> Value {
    let names = Names::draw(rng, draft);
    // That crate takes what `contains` matches for evaluated in 2019-09 too, where it is not (Core
    // §9.3.1.3), so such documents have one or the other.
    let contains = rng.bool();
    let is_2019_09 = draft == Draft::Draft201909;
    let mut pen = Pen {
        rng,
        draft,
        names,
        contains: draft > Draft::Draft4 && (contains || !is_2019_09),
        unevaluated_items: draft > Draft::Draft7 && !(contains && is_2019_09),
    };
    let count = pen.names.count();
    let mut root = pen.object(At {
        depth: DEPTH,
        floor: Some(0),
    });
    pen.names.identify(count, &mut root);
    let definition = |index: usize| {
        let floor = Some(index + 1);
        let mut drawn = pen.object(At { depth: 2, floor });
        pen.names.identify(index, &mut drawn);
        (format!("d{index}"), Value::Object(drawn))
    };
    let definitions: Object = (0..count).map(definition).collect();
    if !definitions.is_empty() {
        root.insert(pen.names.keyword().to_owned(), definitions.into());
    }
    Value::Object(root)
}

impl Pen<'_> {
    pub(super) fn has(&self, draft: Draft) -> bool {
        self.draft >= draft
    }

    /// One in `n`.
    pub(super) fn one_in(&mut self, n: u8) -> bool {
        self.rng.u8(0..n) == 0
    }

    pub(super) fn schema(&mut self, at: At) -> Value {
        if self.has(Draft::Draft6) && self.one_in(8) {
            return Value::Bool(self.rng.bool());
        }
        Value::Object(self.object(at))
    }

    fn object(&mut self, at: At) -> Object {
        let mut schema = Object::new();
        let groups = if at.depth == 0 { 1 } else { self.rng.u8(1..4) };
        for _ in 0..groups {
            match self.rng.u8(0..if at.depth == 0 { 6 } else { 15 }) {
                0 | 1 => self.types(&mut schema),
                2 => self.constants(&mut schema),
                3 | 4 => self.bounds(&mut schema),
                5 => self.reference(&mut schema, at),
                6..=8 => object(self, &mut schema, at),
                9 | 10 => array(self, &mut schema, at),
                _ => self.combined(&mut schema, at),
            }
        }
        schema
    }

    fn combined(&mut self, schema: &mut Object, at: At) {
        let at = at.in_place();
        let keyword = *pick(self.rng, &["allOf", "anyOf", "oneOf", "not", "if"]);
        match keyword {
            "not" => drop(schema.insert("not".to_owned(), self.schema(at))),
            "if" if self.has(Draft::Draft7) => {
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
        if self.has(Draft::Draft201909) && self.one_in(2) {
            let count = if self.unevaluated_items { 2 } else { 1 };
            let keywords = ["unevaluatedProperties", "unevaluatedItems"];
            let what = pick(self.rng, &keywords[..count]);
            let value = if self.one_in(2) {
                Value::Bool(false)
            } else {
                self.schema(at.part())
            };
            schema.insert((*what).to_owned(), value);
        }
    }
}
