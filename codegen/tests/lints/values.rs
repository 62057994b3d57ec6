//! Values of a schema that it refuses itself.

use super::Setup;

#[test]
fn values_that_never_pass() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"type": "string", "enum": ["a", 1, null]}"#,
            &[
                "refused-value: order.json:1:34: this value never passes: `type` allows only a string",
                "  in the schema at /enum/1",
                "refused-value: order.json:1:37: this value never passes: `type` allows only a string",
                "  in the schema at /enum/2",
            ],
        ),
        (
            r#"{"enum": ["a", "abc", ""], "minLength": 1, "maxLength": 2}"#,
            &[
                "refused-value: order.json:1:16: this value never passes: `maxLength` is 2",
                "  in the schema at /enum/1",
                "refused-value: order.json:1:23: this value never passes: `minLength` is 1",
                "  in the schema at /enum/2",
            ],
        ),
        (
            r#"{"enum": [1, 5, 10, 7.5], "minimum": 2, "exclusiveMaximum": 10, "multipleOf": 0.5}"#,
            &[
                "refused-value: order.json:1:11: this value never passes: `minimum` is 2",
                "  in the schema at /enum/0",
                "refused-value: order.json:1:17: this value never passes: `exclusiveMaximum` is 10",
                "  in the schema at /enum/2",
            ],
        ),
        (
            r#"{"const": "b", "pattern": "^a"}"#,
            &[
                "refused-value: order.json:1:11: this value never passes: `pattern` is ^a",
                "  in the schema at /const",
            ],
        ),
        (
            r#"{"const": "b", "enum": ["a"]}"#,
            &[
                "refused-value: order.json:1:11: this value never passes: `enum` does not list it",
                "  in the schema at /const",
            ],
        ),
        (
            r#"{"type": "integer", "const": 1.5}"#,
            &[
                "refused-value: order.json:1:30: this value never passes: `type` allows only an integer",
                "  in the schema at /const",
            ],
        ),
    ]);
}

#[test]
fn values_that_are_listed_twice() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"enum": [1, "1", 1.0, 10e-1]}"#,
            &[
                "repeated-value: order.json:1:19: the value 1.0 is listed twice",
                "  in the schema at /enum/2",
                r##"  help: the other one is at "#/enum/0""##,
                "repeated-value: order.json:1:24: the value 10e-1 is listed twice",
                "  in the schema at /enum/3",
                r##"  help: the other one is at "#/enum/0""##,
            ],
        ),
        (
            r#"{"enum": [{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}]}"#,
            &[
                r#"repeated-value: order.json:1:31: the value {"b":[2.0],"a":1} is listed twice"#,
                "  in the schema at /enum/1",
                r##"  help: the other one is at "#/enum/0""##,
            ],
        ),
        (
            r#"{"enum": ["a", "\u0061", "a string that is far too long to be shown as it is", "a string that is far too long to be shown as it is"]}"#,
            &[
                r#"repeated-value: order.json:1:16: the value "a" is listed twice"#,
                "  in the schema at /enum/1",
                r##"  help: the other one is at "#/enum/0""##,
                r#"repeated-value: order.json:1:80: the value "a string that is far too long to be sho… is listed twice"#,
                "  in the schema at /enum/3",
                r##"  help: the other one is at "#/enum/2""##,
            ],
        ),
    ]);
}

#[test]
fn defaults_that_do_not_pass() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"type": "string", "default": null}"#,
            &[
                "refused-default: order.json:1:31: the schema refuses this default: `type` allows only a string",
                "  in the schema at /default",
            ],
        ),
        (
            r#"{"enum": ["a", "b"], "default": "c"}"#,
            &[
                "refused-default: order.json:1:33: the schema refuses this default: `enum` does not list it",
                "  in the schema at /default",
            ],
        ),
        (
            r#"{"const": 1, "default": 2}"#,
            &[
                "refused-default: order.json:1:25: the schema refuses this default: `const` is another value",
                "  in the schema at /default",
            ],
        ),
        (
            r#"{"type": "string", "pattern": "^[0-9]+$", "default": "1a"}"#,
            &[
                "refused-default: order.json:1:54: the schema refuses this default: `pattern` is ^[0-9]+$",
                "  in the schema at /default",
            ],
        ),
        (
            r#"{"properties": {"a": {"maximum": 1, "default": 1.1}}}"#,
            &[
                "refused-default: order.json:1:48: the schema refuses this default: `maximum` is 1",
                "  in the schema at /properties/a/default",
            ],
        ),
        (
            r#"{"type": "array", "default": {}}"#,
            &[
                "refused-default: order.json:1:30: the schema refuses this default: `type` allows only an array",
                "  in the schema at /default",
            ],
        ),
    ]);
}

#[test]
fn examples_that_do_not_pass() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"type": "integer", "examples": [1, "1", 2.5, 3.0]}"#,
            &[
                "refused-example: order.json:1:37: the schema refuses this example: `type` allows only an integer",
                "  in the schema at /examples/1",
                "refused-example: order.json:1:42: the schema refuses this example: `type` allows only an integer",
                "  in the schema at /examples/2",
            ],
        ),
        (
            r#"{"minLength": 2, "examples": ["é", "ab"]}"#,
            &[
                "refused-example: order.json:1:31: the schema refuses this example: `minLength` is 2",
                "  in the schema at /examples/0",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"type": "string", "enum": ["a", "b"], "default": "a", "examples": ["b"]}"#,
        r#"{"type": "number", "enum": [1, 1.5], "default": 1.0}"#,
        r#"{"type": "integer", "const": 1.0, "default": 1, "examples": [10e-1]}"#,
        r#"{"enum": [1, "1", true, "true", null, "null", [], {}, [[]], 0, false]}"#,
        r#"{"maxLength": 1, "minimum": 5, "default": [1, 2], "examples": [true, null, {}]}"#,
        r#"{"minLength": 1, "maxLength": 1, "const": "\ud83d\ude00"}"#,
        r#"{"multipleOf": 0.01, "default": 19.99}"#,
        r#"{"format": "date", "default": "yesterday"}"#,
        r#"{"type": "array", "items": {"type": "string"}, "default": [1]}"#,
    ]);
}

#[test]
fn bounds_of_draft_4() {
    Setup::in_draft("4").says(&[(
        r#"{"minimum": 1, "exclusiveMinimum": true, "default": 1}"#,
        &[
            "refused-default: order.json:1:53: the schema refuses this default: `minimum` is 1, which is excluded",
            "  in the schema at /default",
        ],
    )]);
}

#[test]
fn in_draft_4_nothing_is_said_of_how_integers_are_written() {
    Setup::in_draft("4").says_nothing_of(&[
        r#"{"type": "integer", "default": 1.0}"#,
        r##"{"$ref": "#/definitions/a", "default": 1, "definitions": {"a": {"type": "string"}}}"##,
    ]);
}
