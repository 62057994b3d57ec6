//! Branches that decide nothing, or too much.

use super::Setup;

#[test]
fn equal_branches_of_one_of() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "string"}]}"#,
            &[
                "equal-branches: order.json:1:52: nothing passes `oneOf` by this branch: another one says the same",
                "  in the schema at /oneOf/2",
                r##"  help: the other one is at "#/oneOf/0""##,
            ],
        ),
        (
            r#"{"oneOf": [{"type": "string", "title": "a"}, {"description": "b", "type": "string"}]}"#,
            &[
                "equal-branches: order.json:1:46: nothing passes `oneOf` by this branch: another one says the same",
                "  in the schema at /oneOf/1",
                r##"  help: the other one is at "#/oneOf/0""##,
            ],
        ),
        (
            r#"{"oneOf": [{"minimum": 1}, {"minimum": 1.0}]}"#,
            &[
                "equal-branches: order.json:1:28: nothing passes `oneOf` by this branch: another one says the same",
                "  in the schema at /oneOf/1",
                r##"  help: the other one is at "#/oneOf/0""##,
            ],
        ),
        (
            r#"{"oneOf": [true, true]}"#,
            &[
                "equal-branches: order.json:1:18: nothing passes `oneOf` by this branch: another one says the same",
                "  in the schema at /oneOf/1",
                r##"  help: the other one is at "#/oneOf/0""##,
            ],
        ),
        (
            r##"{"oneOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {}}}"##,
            &[
                "equal-branches: order.json:1:35: nothing passes `oneOf` by this branch: another one says the same",
                "  in the schema at /oneOf/1",
                r##"  help: the other one is at "#/oneOf/0""##,
            ],
        ),
    ]);
}

#[test]
fn any_of_that_lets_everything_pass() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"anyOf": [{"type": "string"}, true]}"#,
            &[
                "idle-any-of: order.json:1:32: the `anyOf` lets everything pass, because this branch does",
                "  in the schema at /anyOf/1",
            ],
        ),
        (
            r#"{"anyOf": [{}, {"type": "string"}]}"#,
            &[
                "idle-any-of: order.json:1:12: the `anyOf` lets everything pass, because this branch does",
                "  in the schema at /anyOf/0",
            ],
        ),
    ]);
}

#[test]
fn beside_a_reference_in_draft_7() {
    Setup::in_draft("7").says(&[
        (
            r##"{"oneOf": [{"$ref": "#/definitions/a", "type": "string"}, {"$ref": "#/definitions/a"}], "definitions": {"a": {}}}"##,
            &[
                "ignored-beside-ref: order.json:1:40: `type` is ignored: in draft 7 nothing beside `$ref` counts",
                "  in the schema at /oneOf/0/type",
                r#"  help: `"allOf": [{"$ref": …}]` in the place of the `$ref` makes both count"#,
                "equal-branches: order.json:1:59: nothing passes `oneOf` by this branch: another one says the same",
                "  in the schema at /oneOf/1",
                r##"  help: the other one is at "#/oneOf/0""##,
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"oneOf": [{"type": "string"}, {"type": ["string"]}, {"type": "number"}]}"#,
        r#"{"oneOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "time"}]}"#,
        r#"{"oneOf": [{"const": 1}, {"const": "1"}, {"const": true}]}"#,
        r#"{"anyOf": [{"type": "string"}, {"type": "string"}]}"#,
        r#"{"anyOf": [{"type": "string"}, {"title": "anything else"}]}"#,
        r#"{"anyOf": [{"properties": {"a": {}}}, true], "unevaluatedProperties": false}"#,
        r#"{"allOf": [{}, {}]}"#,
    ]);
}
