//! Keywords that other keywords make count, or not.

use super::Setup;

#[test]
fn a_keyword_without_its_partner() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"then": {}, "else": {}}"#,
            &[
                "keyword-without-partner: order.json:1:2: `then` is ignored without `if` beside it",
                "  in the schema at /then",
                "keyword-without-partner: order.json:1:14: `else` is ignored without `if` beside it",
                "  in the schema at /else",
            ],
        ),
        (
            r#"{"if": {"type": "string"}}"#,
            &[
                "keyword-without-partner: order.json:1:2: `if` changes nothing without `then` or `else` beside it",
                "  in the schema at /if",
            ],
        ),
        (
            r#"{"minContains": 1, "maxContains": 2}"#,
            &[
                "keyword-without-partner: order.json:1:2: `minContains` is ignored without `contains` beside it",
                "  in the schema at /minContains",
                "keyword-without-partner: order.json:1:20: `maxContains` is ignored without `contains` beside it",
                "  in the schema at /maxContains",
            ],
        ),
    ]);
}

#[test]
fn in_draft_2019_09() {
    Setup::in_draft("2019-09").says(&[
        (
            r#"{"additionalItems": false}"#,
            &[
                "keyword-without-partner: order.json:1:2: `additionalItems` is ignored where `items` is no list",
                "  in the schema at /additionalItems",
            ],
        ),
        (
            r#"{"items": {"type": "string"}, "additionalItems": false}"#,
            &[
                "keyword-without-partner: order.json:1:31: `additionalItems` is ignored where `items` is no list",
                "  in the schema at /additionalItems",
            ],
        ),
    ]);
}

#[test]
fn beside_a_reference() {
    Setup::in_draft("7").says(&[
        (
            r##"{"$ref": "#/definitions/a", "minLength": 1, "properties": {}, "definitions": {"a": {}}}"##,
            &[
                "ignored-beside-ref: order.json:1:29: `minLength` is ignored: in draft 7 nothing beside `$ref` counts",
                "  in the schema at /minLength",
                r#"  help: `"allOf": [{"$ref": …}]` in the place of the `$ref` makes both count"#,
                "ignored-beside-ref: order.json:1:45: `properties` is ignored: in draft 7 nothing beside `$ref` counts",
                "  in the schema at /properties",
                r#"  help: `"allOf": [{"$ref": …}]` in the place of the `$ref` makes both count"#,
            ],
        ),
        (
            r##"{"properties": {"a": {"$ref": "#/definitions/a", "type": "string"}}, "definitions": {"a": {}}}"##,
            &[
                "ignored-beside-ref: order.json:1:50: `type` is ignored: in draft 7 nothing beside `$ref` counts",
                "  in the schema at /properties/a/type",
                r#"  help: `"allOf": [{"$ref": …}]` in the place of the `$ref` makes both count"#,
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"if": {}, "then": {}}"#,
        r#"{"if": {}, "else": {}}"#,
        r#"{"if": {"properties": {"a": true}}, "unevaluatedProperties": false}"#,
        r#"{"contains": {}, "minContains": 2}"#,
        r##"{"$ref": "#/$defs/a", "minLength": 1, "$defs": {"a": {}}}"##,
        r#"{"properties": {"then": {}, "minContains": {}}}"#,
    ]);
}

#[test]
fn near_cases_of_draft_7_say_nothing() {
    Setup::in_draft("7").says_nothing_of(&[
        r#"{"items": [{}], "additionalItems": false}"#,
        r##"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", "title": "a", "description": "b", "default": 1, "$comment": "c", "definitions": {"a": {}}}"##,
    ]);
}
