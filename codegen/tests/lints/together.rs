//! Schemas that cannot hold together.

use super::Setup;

#[test]
fn types_that_have_nothing_in_common() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"allOf": [{"type": "string"}, {"type": "number"}]}"#,
            &[
                "unsatisfiable: order.json:1:1: nothing passes: /allOf/0 allows only a string, /allOf/1 only a number",
            ],
        ),
        (
            r##"{"type": "object", "allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"type": ["string", "null"]}}}"##,
            &[
                "unsatisfiable: order.json:1:1: nothing passes: this schema allows only an object, /allOf/0/$ref only null or a string",
            ],
        ),
        (
            r##"{"$ref": "#/$defs/a", "type": "integer", "$defs": {"a": {"enum": ["a", "b"]}}}"##,
            &[
                "unsatisfiable: order.json:1:1: nothing passes: this schema allows only an integer, /$ref only a string",
            ],
        ),
        (
            r#"{"properties": {"a": {"allOf": [{"const": 1}, {"type": "boolean"}]}}}"#,
            &[
                "unsatisfiable: order.json:1:22: nothing passes: /allOf/1 allows only a boolean, /allOf/0 only an integer",
                "  in the schema at /properties/a",
            ],
        ),
    ]);
}

#[test]
fn values_that_have_nothing_in_common() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"allOf": [{"const": "a"}, {"const": "b"}]}"#,
            &[
                "unsatisfiable: order.json:1:1: nothing passes: `const` of /allOf/0 and `const` of /allOf/1 have no value in common",
            ],
        ),
        (
            r#"{"enum": [1, 2], "allOf": [{"enum": [3, 4.0]}, {"enum": [1, 4]}]}"#,
            &[
                "unsatisfiable: order.json:1:1: nothing passes: `enum` of this schema and `enum` of /allOf/0 have no value in common",
            ],
        ),
    ]);
}

#[test]
fn bounds_that_contradict() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"allOf": [{"minimum": 10}, {"maximum": 5}]}"#,
            &[
                "unsatisfiable: order.json:1:1: no number passes: `minimum` of /allOf/0 is 10, but `maximum` of /allOf/1 is 5",
            ],
        ),
        (
            r#"{"exclusiveMaximum": 5, "allOf": [{"minimum": 5}]}"#,
            &[
                "unsatisfiable: order.json:1:1: no number passes: `minimum` of /allOf/0 is 5, but `exclusiveMaximum` of this schema is 5",
            ],
        ),
        (
            r#"{"maxLength": 1, "allOf": [{"minLength": 2}]}"#,
            &[
                "unsatisfiable: order.json:1:1: no string passes: `minLength` of /allOf/0 is 2, but `maxLength` of this schema is 1",
            ],
        ),
        (
            r#"{"allOf": [{"minItems": 3}, {"maxItems": 2}]}"#,
            &[
                "unsatisfiable: order.json:1:1: no array passes: `minItems` of /allOf/0 is 3, but `maxItems` of /allOf/1 is 2",
            ],
        ),
        (
            r#"{"allOf": [{"minProperties": 3}, {"maxProperties": 2}]}"#,
            &[
                "unsatisfiable: order.json:1:1: no object passes: `minProperties` of /allOf/0 is 3, but `maxProperties` of /allOf/1 is 2",
            ],
        ),
    ]);
}

#[test]
fn members_that_one_requires_and_another_forbids() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"allOf": [{"required": ["a"]}, {"properties": {"b": {}}, "additionalProperties": false}]}"#,
            &[
                r#"unsatisfiable: order.json:1:1: no object passes: /allOf/0 requires "a", but /allOf/1 does not name it and has `additionalProperties: false`"#,
            ],
        ),
        (
            r##"{"type": "object", "additionalProperties": false, "allOf": [{"$ref": "#/$defs/base"}], "$defs": {"base": {"required": ["id"], "properties": {"id": {}}}}}"##,
            &[
                r#"unsatisfiable: order.json:1:1: no object passes: /allOf/0/$ref requires "id", but this schema does not name it and has `additionalProperties: false`"#,
            ],
        ),
    ]);
}

#[test]
fn only_where_the_schemas_come_together() {
    Setup::in_draft("2020-12").says(&[
        (
            r##"{"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"allOf": [{"type": "string"}, {"type": "null"}]}}}"##,
            &[
                "unsatisfiable: order.json:1:51: nothing passes: /allOf/0 allows only a string, /allOf/1 only null",
                "  in the schema at /$defs/a",
            ],
        ),
        (
            r#"{"allOf": [{"minimum": 2, "maximum": 1}, {"type": "number"}]}"#,
            &[
                "contradicting-bounds: order.json:1:24: no number passes: `minimum` is 2, but `maximum` is 1",
                "  in the schema at /allOf/0/minimum",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"allOf": [{"type": "integer"}, {"type": "number"}]}"#,
        r#"{"allOf": [{"type": ["string", "null"]}, {"type": ["null", "array"]}]}"#,
        r#"{"anyOf": [{"type": "string"}, {"type": "number"}]}"#,
        r#"{"type": "object", "anyOf": [{"allOf": [{"type": "object"}]}, {"type": "array"}]}"#,
        r#"{"allOf": [{"minimum": 5}, {"maximum": 5}]}"#,
        r#"{"allOf": [{"type": "string"}, {"minimum": 5}, {"maximum": 4}]}"#,
        r#"{"allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "null"}}}]}"#,
        r#"{"allOf": [{"required": ["a"]}, {"properties": {"a": {}}, "additionalProperties": false}]}"#,
        r#"{"not": {"allOf": [{"type": "string"}]}, "allOf": [{"type": "number"}]}"#,
        r#"{"if": {"type": "string"}, "then": {"type": "string"}, "type": ["string", "number"]}"#,
        r#"{"allOf": [{"enum": [1, "a"]}, {"enum": [1.0, "b"]}]}"#,
    ]);
}
