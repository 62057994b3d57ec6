//! Keywords for values that are not allowed.

use super::Setup;

#[test]
fn a_keyword_for_values_that_are_not_allowed() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"type": "integer", "minLength": 1}"#,
            &[
                "keyword-of-other-type: order.json:1:21: `minLength` is about strings, but only an integer is allowed here",
                "  in the schema at /minLength",
                r#"  help: leave it out, or let `type` allow "string""#,
            ],
        ),
        (
            r#"{"type": "integer", "maxLength": 1, "pattern": "a"}"#,
            &[
                "keyword-of-other-type: order.json:1:21: `maxLength` is about strings, but only an integer is allowed here",
                "  in the schema at /maxLength",
                r#"  help: leave it out, or let `type` allow "string""#,
                "keyword-of-other-type: order.json:1:37: `pattern` is about strings, but only an integer is allowed here",
                "  in the schema at /pattern",
                r#"  help: leave it out, or let `type` allow "string""#,
            ],
        ),
        (
            r#"{"type": "object", "items": {}, "prefixItems": [{}], "contains": {}, "unevaluatedItems": {}}"#,
            &[
                "keyword-of-other-type: order.json:1:20: `items` is about arrays, but only an object is allowed here",
                "  in the schema at /items",
                r#"  help: leave it out, or let `type` allow "array""#,
                "keyword-of-other-type: order.json:1:33: `prefixItems` is about arrays, but only an object is allowed here",
                "  in the schema at /prefixItems",
                r#"  help: leave it out, or let `type` allow "array""#,
                "keyword-of-other-type: order.json:1:54: `contains` is about arrays, but only an object is allowed here",
                "  in the schema at /contains",
                r#"  help: leave it out, or let `type` allow "array""#,
                "keyword-of-other-type: order.json:1:70: `unevaluatedItems` is about arrays, but only an object is allowed here",
                "  in the schema at /unevaluatedItems",
                r#"  help: leave it out, or let `type` allow "array""#,
            ],
        ),
        (
            r#"{"type": ["string", "null"], "minimum": 1, "exclusiveMaximum": 2, "multipleOf": 3}"#,
            &[
                "keyword-of-other-type: order.json:1:30: `minimum` is about numbers, but only null or a string is allowed here",
                "  in the schema at /minimum",
                r#"  help: leave it out, or let `type` allow "number""#,
                "keyword-of-other-type: order.json:1:44: `exclusiveMaximum` is about numbers, but only null or a string is allowed here",
                "  in the schema at /exclusiveMaximum",
                r#"  help: leave it out, or let `type` allow "number""#,
                "keyword-of-other-type: order.json:1:67: `multipleOf` is about numbers, but only null or a string is allowed here",
                "  in the schema at /multipleOf",
                r#"  help: leave it out, or let `type` allow "number""#,
            ],
        ),
        (
            r#"{"type": "array", "properties": {}, "required": [], "additionalProperties": false}"#,
            &[
                "keyword-of-other-type: order.json:1:19: `properties` is about objects, but only an array is allowed here",
                "  in the schema at /properties",
                r#"  help: leave it out, or let `type` allow "object""#,
                "keyword-of-other-type: order.json:1:37: `required` is about objects, but only an array is allowed here",
                "  in the schema at /required",
                r#"  help: leave it out, or let `type` allow "object""#,
                "keyword-of-other-type: order.json:1:53: `additionalProperties` is about objects, but only an array is allowed here",
                "  in the schema at /additionalProperties",
                r#"  help: leave it out, or let `type` allow "object""#,
            ],
        ),
        (
            r#"{"type": "boolean", "format": "date"}"#,
            &[
                "keyword-of-other-type: order.json:1:21: `format` is about strings, but only a boolean is allowed here",
                "  in the schema at /format",
                r#"  help: leave it out, or let `type` allow "string""#,
            ],
        ),
    ]);
}

#[test]
fn a_keyword_for_values_of_which_none_is_listed() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"enum": ["a", "b"], "minItems": 1}"#,
            &[
                "keyword-of-other-type: order.json:1:22: `minItems` is about arrays, but only a string is allowed here",
                "  in the schema at /minItems",
            ],
        ),
        (
            r#"{"const": 1, "uniqueItems": true}"#,
            &[
                "keyword-of-other-type: order.json:1:14: `uniqueItems` is about arrays, but only an integer is allowed here",
                "  in the schema at /uniqueItems",
            ],
        ),
        (
            r#"{"type": ["string", "number"], "enum": ["a", "b"], "maximum": 1}"#,
            &[
                "keyword-of-other-type: order.json:1:52: `maximum` is about numbers, but only a string is allowed here",
                "  in the schema at /maximum",
                r#"  help: leave it out, or let `type` allow "number""#,
            ],
        ),
        (
            r#"{"properties": {"a/b": {"type": "null", "minProperties": 1}}}"#,
            &[
                "keyword-of-other-type: order.json:1:41: `minProperties` is about objects, but only null is allowed here",
                "  in the schema at /properties/a~1b/minProperties",
                r#"  help: leave it out, or let `type` allow "object""#,
            ],
        ),
    ]);
}

#[test]
fn draft_4_in_other_words() {
    Setup::in_draft("4").says(&[
        (
            r#"{"type": "string", "minimum": 1, "exclusiveMinimum": true}"#,
            &[
                "keyword-of-other-type: order.json:1:20: `minimum` is about numbers, but only a string is allowed here",
                "  in the schema at /minimum",
                r#"  help: leave it out, or let `type` allow "number""#,
                "keyword-of-other-type: order.json:1:34: `exclusiveMinimum` is about numbers, but only a string is allowed here",
                "  in the schema at /exclusiveMinimum",
                r#"  help: leave it out, or let `type` allow "number""#,
            ],
        ),
        (
            r#"{"type": "string", "additionalItems": false, "items": [{}]}"#,
            &[
                "keyword-of-other-type: order.json:1:20: `additionalItems` is about arrays, but only a string is allowed here",
                "  in the schema at /additionalItems",
                r#"  help: leave it out, or let `type` allow "array""#,
                "keyword-of-other-type: order.json:1:46: `items` is about arrays, but only a string is allowed here",
                "  in the schema at /items",
                r#"  help: leave it out, or let `type` allow "array""#,
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"type": "string", "minLength": 1}"#,
        r#"{"type": ["integer", "string"], "minLength": 1, "minimum": 1}"#,
        r#"{"type": "integer", "minimum": 1, "multipleOf": 2}"#,
        r#"{"minLength": 1, "minimum": 1, "minItems": 1, "minProperties": 1}"#,
        r#"{"enum": ["a", 1], "minLength": 1, "maximum": 1}"#,
        r#"{"type": "integer", "format": "int32"}"#,
        r#"{"type": "integer", "title": "a", "description": "b", "default": 1, "contentMediaType": "c"}"#,
        r#"{"type": "integer", "anyOf": [{"minLength": 1}, {"minimum": 1}]}"#,
        r#"{"properties": {"type": {"minLength": 1}}}"#,
    ]);
}
