//! A least above the most.

use super::Setup;

#[test]
fn a_least_above_the_most() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"minimum": 2, "maximum": 1}"#,
            &[
                "contradicting-bounds: order.json:1:13: no number passes: `minimum` is 2, but `maximum` is 1",
                "  in the schema at /minimum",
            ],
        ),
        (
            r#"{"minimum": 1, "exclusiveMaximum": 1.0}"#,
            &[
                "contradicting-bounds: order.json:1:13: no number passes: `minimum` is 1, but `exclusiveMaximum` is 1.0",
                "  in the schema at /minimum",
            ],
        ),
        (
            r#"{"exclusiveMinimum": 1e2, "maximum": 100}"#,
            &[
                "contradicting-bounds: order.json:1:22: no number passes: `exclusiveMinimum` is 1e2, but `maximum` is 100",
                "  in the schema at /exclusiveMinimum",
            ],
        ),
        (
            r#"{"exclusiveMinimum": 1, "exclusiveMaximum": 1}"#,
            &[
                "contradicting-bounds: order.json:1:22: no number passes: `exclusiveMinimum` is 1, but `exclusiveMaximum` is 1",
                "  in the schema at /exclusiveMinimum",
            ],
        ),
        (
            r#"{"minimum": 100000000000000000000000000001, "maximum": 100000000000000000000000000000}"#,
            &[
                "contradicting-bounds: order.json:1:13: no number passes: `minimum` is 100000000000000000000000000001, but `maximum` is 100000000000000000000000000000",
                "  in the schema at /minimum",
            ],
        ),
        (
            r#"{"minLength": 2, "maxLength": 1}"#,
            &[
                "contradicting-bounds: order.json:1:15: no string passes: `minLength` is 2, but `maxLength` is 1",
                "  in the schema at /minLength",
            ],
        ),
        (
            r#"{"minItems": 2, "maxItems": 1}"#,
            &[
                "contradicting-bounds: order.json:1:14: no array passes: `minItems` is 2, but `maxItems` is 1",
                "  in the schema at /minItems",
            ],
        ),
        (
            r#"{"contains": {}, "minContains": 2, "maxContains": 1}"#,
            &[
                "contradicting-bounds: order.json:1:33: no array passes: `minContains` is 2, but `maxContains` is 1",
                "  in the schema at /minContains",
            ],
        ),
        (
            r#"{"minProperties": 2, "maxProperties": 1}"#,
            &[
                "contradicting-bounds: order.json:1:19: no object passes: `minProperties` is 2, but `maxProperties` is 1",
                "  in the schema at /minProperties",
            ],
        ),
        (
            r#"{"items": {"type": ["string", "integer"], "minimum": 0.5, "maximum": 0.25, "minLength": 3, "maxLength": 2}}"#,
            &[
                "contradicting-bounds: order.json:1:54: no number passes: `minimum` is 0.5, but `maximum` is 0.25",
                "  in the schema at /items/minimum",
                "contradicting-bounds: order.json:1:89: no string passes: `minLength` is 3, but `maxLength` is 2",
                "  in the schema at /items/minLength",
            ],
        ),
    ]);
}

#[test]
fn in_draft_4() {
    Setup::in_draft("4").says(&[
        (
            r#"{"minimum": 1, "maximum": 1, "exclusiveMaximum": true}"#,
            &[
                "contradicting-bounds: order.json:1:13: no number passes: `minimum` is 1, but `maximum` is 1, which is excluded",
                "  in the schema at /minimum",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"minimum": 1, "maximum": 1.0}"#,
        r#"{"exclusiveMinimum": 1, "exclusiveMaximum": 2}"#,
        r#"{"minLength": 1, "maxLength": 1, "minItems": 0, "maxItems": 0}"#,
        r#"{"minContains": 0, "contains": {}, "maxContains": 0}"#,
        r#"{"minimum": 1, "allOf": [{"maximum": 1}]}"#,
        r#"{"minimum": -1e400, "maximum": 1e400}"#,
    ]);
}
