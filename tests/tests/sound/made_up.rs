//! Schemas that nobody wrote: each keyword with each kind of value, and mutants of others.

use serde_json::{Value, json};
use tollgate::report::escape_pointer;
use tollgate_tests::mutants::{Dice, mutant};

/// The keywords of all drafts, and what is none.
const KEYWORDS: &str = "$anchor $comment $defs $dynamicAnchor $dynamicRef $id $recursiveAnchor \
    $recursiveRef $ref $schema $vocabulary additionalItems additionalProperties allOf anyOf const \
    contains contentEncoding contentMediaType contentSchema default definitions dependencies \
    dependentRequired dependentSchemas deprecated description else enum examples exclusiveMaximum \
    exclusiveMinimum format id if items maxContains maxItems maxLength maxProperties maximum \
    minContains minItems minLength minProperties minimum multipleOf not oneOf pattern \
    patternProperties prefixItems properties propertyNames readOnly required then title type \
    unevaluatedItems unevaluatedProperties uniqueItems unknown writeOnly";

/// A value of each kind that some keyword takes or refuses.
fn values() -> Vec<Value> {
    let broken = json!({"minLength": -1});
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-0.0),
        json!(1.0),
        json!(1.5),
        json!(-1),
        json!(-1e-9),
        json!(3),
        json!(1e300),
        json!(18_446_744_073_709_551_615_u64),
        json!(""),
        json!("x"),
        json!("X1-._"),
        json!("a:b"),
        json!("_a"),
        json!("1a"),
        json!("#"),
        json!("#a"),
        json!("a/b#"),
        json!("a#b"),
        json!("https://example.com/a"),
        json!("string"),
        json!("any"),
        json!("["),
        json!("(?<=a)b"),
        json!("http://json-schema.org/draft-07/schema#"),
        json!("https://json-schema.org/draft/2020-12/schema"),
        json!([]),
        json!([null]),
        json!([1, 1.0]),
        json!(["string"]),
        json!(["string", "null"]),
        json!(["string", "string"]),
        json!(["string", 1]),
        json!(["strings"]),
        json!([true]),
        json!([{}]),
        json!([{}, true]),
        json!([broken]),
        json!({}),
        json!({"a": {}}),
        json!({"a": true}),
        json!({"a": 1}),
        json!({"a": null}),
        json!({"a": []}),
        json!({"a": ["b"]}),
        json!({"a": ["b", "b"]}),
        json!({"a": ["b", 1]}),
        json!({"a": [{}]}),
        json!({"a": broken}),
        json!({"[": {}}),
        json!({"type": "integer"}),
        broken,
    ]
}

/// Schemas of one keyword each, alone and beside a `$ref`; and pairs of bounds.
pub(crate) fn every_keyword_with_every_value() -> Vec<Value> {
    let mut schemas = values();
    for keyword in KEYWORDS.split(' ') {
        for value in values() {
            if keyword != "$ref" {
                schemas.push(json!({ keyword: value, "$ref": "#/target", "target": {} }));
            }
            schemas.push(json!({ keyword: value }));
        }
    }
    let bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    for (index, bound) in bounds.iter().enumerate() {
        for other in &bounds[index + 1..] {
            for value in values().into_iter().filter(|value| !value.is_object()) {
                schemas.push(json!({ *bound: value, *other: 1 }));
                schemas.push(json!({ *bound: true, *other: value }));
            }
        }
    }
    schemas
}

/// The schemas, each followed by its mutants: half of them with small changes anywhere, half with
/// some value for some keyword.
pub(crate) fn with_mutants(
    schemas: impl Iterator<Item = Value>,
    count: usize,
    dice: &mut Dice,
) -> Vec<Value> {
    let (keywords, values) = (KEYWORDS.split(' ').collect::<Vec<_>>(), values());
    let mut all = Vec::new();
    for schema in schemas {
        for _ in 0..count {
            all.push(mutant(&schema, dice));
            let mut other = schema.clone();
            let keyword = keywords[dice.below(keywords.len())];
            let value = &values[dice.below(values.len())];
            set_somewhere(&mut other, keyword, value, dice);
            all.push(other);
        }
        all.push(schema);
    }
    all
}

/// Gives a member to one of the objects in a value.
fn set_somewhere(value: &mut Value, name: &str, member: &Value, dice: &mut Dice) {
    let mut places = Vec::new();
    objects(value, "", &mut places);
    let place = places.get(dice.below(places.len()));
    if let Some(object) = place.and_then(|place| value.pointer_mut(place)) {
        object[name] = member.clone();
    }
}

/// The places of all objects in the value at `place`.
fn objects(value: &Value, place: &str, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, &format!("{place}/{index}"), places);
            }
        }
        Value::Object(members) => {
            places.push(place.to_owned());
            for (name, value) in members {
                objects(value, &format!("{place}/{}", escape_pointer(name)), places);
            }
        }
        _ => {}
    }
}
