//! References that lead nowhere, or in circles.

use super::{Setup, says};

#[test]
fn to_no_schema() {
    says(&[
        (
            r##"{"$ref": "#/$defs/b", "$defs": {"a": {}, "c/d": {}}}"##,
            &[
                r##"order.json:1:10: the reference "#/$defs/b" leads to no schema"##,
                "  in the schema at /$ref",
                r##"  help: there is: "#/$defs/a", "#/$defs/c~1d""##,
            ],
        ),
        (
            r##"{"$ref": "#/allOf/2", "allOf": [{}, {}]}"##,
            &[
                r##"order.json:1:10: the reference "#/allOf/2" leads to no schema"##,
                "  in the schema at /$ref",
                r##"  help: there is: "#/allOf/0", "#/allOf/1""##,
            ],
        ),
        (
            r##"{"$ref": "#/title/x", "title": "a"}"##,
            &[
                r##"order.json:1:10: the reference "#/title/x" leads to no schema"##,
                "  in the schema at /$ref",
            ],
        ),
        (
            r##"{"$ref": "#/title", "title": "a"}"##,
            &[
                r##"order.json:1:10: the reference "#/title" leads to a string, not to a schema"##,
                "  in the schema at /$ref",
            ],
        ),
        (
            r##"{"$ref": "#/required", "required": ["a"]}"##,
            &[
                r##"order.json:1:10: the reference "#/required" leads to an array, not to a schema"##,
                "  in the schema at /$ref",
            ],
        ),
        (
            r##"{"$ref": "#/$defs/a/b", "$defs": {"a": true}}"##,
            &[
                r##"order.json:1:10: the reference "#/$defs/a/b" leads to no schema"##,
                "  in the schema at /$ref",
            ],
        ),
    ]);
}

#[test]
fn to_no_anchor() {
    says(&[
        (
            r##"{"$ref": "#b", "$defs": {"a": {"$anchor": "a"}}}"##,
            &[
                r##"order.json:1:10: the reference "#b" leads to no anchor"##,
                "  in the schema at /$ref",
                r##"  help: there is: "#a""##,
            ],
        ),
        (
            r##"{"$ref": "#b"}"##,
            &[
                r##"order.json:1:10: the reference "#b" leads to no anchor"##,
                "  in the schema at /$ref",
            ],
        ),
        (
            r##"{"$dynamicRef": "#b", "$defs": {"a": {"$dynamicAnchor": "a"}}}"##,
            &[
                r##"order.json:1:17: the reference "#b" leads to no anchor"##,
                "  in the schema at /$dynamicRef",
                r##"  help: there is: "#a""##,
            ],
        ),
    ]);
}

#[test]
fn to_no_document() {
    says(&[
        (
            r#"{"$ref": "other.json"}"#,
            &[
                r#"order.json:1:10: the reference "other.json" leads to no known document"#,
                "  in the schema at /$ref",
                "  help: a document is known if it is given under `refs`; nothing is ever downloaded",
            ],
        ),
        (
            r#"{"$ref": "other.json#/$defs/a"}"#,
            &[
                r#"order.json:1:10: the reference "other.json#/$defs/a" leads to no known document"#,
                "  in the schema at /$ref",
                "  help: a document is known if it is given under `refs`; nothing is ever downloaded",
            ],
        ),
        (
            r#"{"$id": "https://example.com/a/b.json", "$ref": "c.json"}"#,
            &[
                r#"order.json:1:49: the reference "c.json" leads to no known document"#,
                "  in the schema at /$ref",
                r#"  help: it means "https://example.com/a/c.json"; a document is known if it is given under `refs`; nothing is ever downloaded"#,
            ],
        ),
        (
            r#"{"$ref": "https://example.com/x"}"#,
            &[
                r#"order.json:1:10: the reference "https://example.com/x" leads to no known document"#,
                "  in the schema at /$ref",
                "  help: a document is known if it is given under `refs`; nothing is ever downloaded",
            ],
        ),
        (
            r#"{"$ref": "http://[x"}"#,
            &[
                r#"order.json:1:10: "http://[x" is no URI reference"#,
                "  in the schema at /$ref",
            ],
        ),
        (
            r#"{"$dynamicRef": "other.json#a"}"#,
            &[
                r#"order.json:1:17: the reference "other.json#a" leads to no known document"#,
                "  in the schema at /$dynamicRef",
                "  help: a document is known if it is given under `refs`; nothing is ever downloaded",
            ],
        ),
    ]);
}

#[test]
fn into_other_documents() {
    Setup::with_documents(&[("https://example.com/one.json", r#"{"$defs": {"a": {"type": "strin"}, "b": {}}}"#), ("https://example.com/two.json", r#"{"type": }"#)]).says(&[
(r#"{"$ref": "https://example.com/one.json#/$defs/c"}"#, &[r#"order.json:1:10: the reference "https://example.com/one.json#/$defs/c" leads to no schema"#, "  in the schema at /$ref", r#"  help: there is: "refs/0.json#/$defs/a", "refs/0.json#/$defs/b""#, r#"refs/0.json:1:26: "strin" is not a JSON type"#, "  in the schema at /$defs/a/type", "  help: the types are: null, boolean, number, integer, string, array, object"]),
(r#"{"$ref": "https://example.com/one.json#c"}"#, &[r#"order.json:1:10: the reference "https://example.com/one.json#c" leads to no anchor"#, "  in the schema at /$ref", r#"refs/0.json:1:26: "strin" is not a JSON type"#, "  in the schema at /$defs/a/type", "  help: the types are: null, boolean, number, integer, string, array, object"]),
(r#"{"$ref": "https://example.com/three.json"}"#, &[r#"order.json:1:10: the reference "https://example.com/three.json" leads to no known document"#, "  in the schema at /$ref", r#"  help: a document is known if it is given under `refs`; nothing is ever downloaded; there is: "https://example.com/one.json", "https://example.com/two.json""#]),
(r#"{"$ref": "https://example.com/one.json#/$defs/a"}"#, &[r#"refs/0.json:1:26: "strin" is not a JSON type"#, "  in the schema at /$defs/a/type", "  help: the types are: null, boolean, number, integer, string, array, object"]),
(r#"{"$ref": "https://example.com/two.json"}"#, &["refs/1.json:1:10: expected a value, found `}`", "  help: a comma or a colon before it is too many, or a value is missing"]),
]);
}

#[test]
fn what_nothing_reaches_is_a_warning() {
    says(&[
        (
            r##"{"$defs": {"a": {"$ref": "#/$defs/b"}}}"##,
            &[
                r##"warning: order.json:1:26: the reference "#/$defs/b" leads to no schema"##,
                "  in the schema at /$defs/a/$ref",
                r##"  help: there is: "#/$defs/a""##,
            ],
        ),
        (
            r#"{"$defs": {"a": {"$ref": "other.json"}}}"#,
            &[
                r#"warning: order.json:1:26: the reference "other.json" leads to no known document"#,
                "  in the schema at /$defs/a/$ref",
                "  help: a document is known if it is given under `refs`; nothing is ever downloaded",
            ],
        ),
    ]);
}

#[test]
fn in_circles() {
    says(&[
        (
            r##"{"$ref": "#"}"##,
            &[
                "order.json:1:1: this schema leads back to itself, so no value can be judged by it",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}"##,
            &[
                "order.json:1:38: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /$defs/a",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##,
            &[
                "order.json:1:38: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /$defs/a",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
                "order.json:1:66: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /$defs/b",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"allOf": [{"$ref": "#"}]}"##,
            &[
                "order.json:1:12: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /allOf/0",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"anyOf": [{"type": "string"}, {"$ref": "#"}]}"##,
            &[
                "order.json:1:32: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /anyOf/1",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"oneOf": [{"type": "string"}, {"$ref": "#"}]}"##,
            &[
                "order.json:1:32: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /oneOf/1",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"not": {"$ref": "#"}}"##,
            &[
                "order.json:1:9: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /not",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"if": {"$ref": "#"}, "then": false}"##,
            &[
                "order.json:1:8: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /if",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"dependentSchemas": {"a": {"$ref": "#"}}}"##,
            &[
                "order.json:1:28: this schema leads back to itself, so no value can be judged by it",
                "  in the schema at /dependentSchemas/a",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"$dynamicAnchor": "a", "$dynamicRef": "#a"}"##,
            &[
                "order.json:1:1: this schema leads back to itself, so no value can be judged by it",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
    ]);
}

#[test]
fn in_circles_in_2019_09() {
    Setup::in_draft("2019-09").says(&[
        (
            r##"{"$recursiveRef": "#"}"##,
            &[
                "order.json:1:1: this schema leads back to itself, so no value can be judged by it",
                "  help: a recursive schema refers to itself from inside `properties` or `items`",
            ],
        ),
        (
            r##"{"$recursiveRef": "#a"}"##,
            &[
                r##"order.json:1:19: the reference "#a" leads to no anchor"##,
                "  in the schema at /$recursiveRef",
            ],
        ),
    ]);
}
