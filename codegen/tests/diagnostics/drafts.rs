//! What is a mistake in some drafts only.

use super::{Setup, says};

#[test]
fn draft_4() {
    Setup::in_draft("4").says(&[
("true", &["order.json:1:1: expected a schema: an object; found a boolean", r#"  help: draft 4 says `{}` for `true`, and `{"not": {}}` for `false`"#]),
(r#"{"properties": {"a": false}}"#, &["order.json:1:22: expected a schema: an object; found a boolean", "  in the schema at /properties/a", r#"  help: draft 4 says `{}` for `true`, and `{"not": {}}` for `false`"#]),
(r#"{"items": 1}"#, &["order.json:1:11: expected a schema: an object; found a number", "  in the schema at /items"]),
(r#"{"not": "a"}"#, &["order.json:1:9: expected a schema: an object; found a string", "  in the schema at /not"]),
(r#"{"required": []}"#, &["order.json:1:14: draft 4 wants at least one name in this list", "  in the schema at /required"]),
(r#"{"dependencies": {"a": []}}"#, &["order.json:1:24: draft 4 wants at least one name in this list", "  in the schema at /dependencies/a"]),
(r#"{"dependencies": {"a": true}}"#, &["order.json:1:24: expected a schema: an object; found a boolean", "  in the schema at /dependencies/a", r#"  help: draft 4 says `{}` for `true`, and `{"not": {}}` for `false`"#]),
(r#"{"minLength": 2.0}"#, &["order.json:1:15: expected a whole number that is not negative, written without fraction, found 2.0", "  in the schema at /minLength"]),
(r#"{"exclusiveMinimum": 1, "minimum": 0}"#, &["order.json:1:22: expected true or false, found a number", "  in the schema at /exclusiveMinimum", "  help: in draft 4 it says whether `minimum`, the bound, is excluded itself"]),
(r#"{"exclusiveMaximum": 1, "maximum": 0}"#, &["order.json:1:22: expected true or false, found a number", "  in the schema at /exclusiveMaximum", "  help: in draft 4 it says whether `maximum`, the bound, is excluded itself"]),
(r#"{"exclusiveMinimum": true}"#, &["order.json:1:22: in draft 4 `exclusiveMinimum` is there only beside `minimum`", "  in the schema at /exclusiveMinimum"]),
(r#"{"exclusiveMaximum": false}"#, &["order.json:1:22: in draft 4 `exclusiveMaximum` is there only beside `maximum`", "  in the schema at /exclusiveMaximum"]),
(r#"{"exclusiveMinimum": "a", "minimum": 1}"#, &["order.json:1:22: expected true or false, found a string", "  in the schema at /exclusiveMinimum"]),
(r#"{"additionalProperties": 1}"#, &["order.json:1:26: expected a schema: an object; found a number", "  in the schema at /additionalProperties"]),
(r#"{"additionalItems": 1}"#, &["order.json:1:21: expected a schema: an object; found a number", "  in the schema at /additionalItems"]),
(r#"{"id": 1}"#, &["order.json:1:8: expected a string, found a number", "  in the schema at /id"]),
(r#"{"items": []}"#, &["order.json:1:11: expected at least one schema in this list", "  in the schema at /items"]),
(r#"{"$ref": 1}"#, &["warning: order.json:1:10: in draft 4 a `$ref` that is no string is no reference", "  in the schema at /$ref"]),
]);
}

#[test]
fn draft_6() {
    Setup::in_draft("6").says(&[
        (
            r#"{"exclusiveMinimum": true, "minimum": 1}"#,
            &[
                "order.json:1:22: expected a number, found a boolean",
                "  in the schema at /exclusiveMinimum",
                "  help: since draft 6 it is the bound itself; draft 4 has true or false here",
            ],
        ),
        (
            r#"{"exclusiveMaximum": false, "maximum": 1}"#,
            &[
                "order.json:1:22: expected a number, found a boolean",
                "  in the schema at /exclusiveMaximum",
                "  help: since draft 6 it is the bound itself; draft 4 has true or false here",
            ],
        ),
        (
            r#"{"const": 1, "contains": 1}"#,
            &[
                "order.json:1:26: expected a schema: an object, true or false; found a number",
                "  in the schema at /contains",
            ],
        ),
        (
            r#"{"additionalItems": 1}"#,
            &[
                "order.json:1:21: expected a schema: an object, true or false; found a number",
                "  in the schema at /additionalItems",
            ],
        ),
        (
            r#"{"items": []}"#,
            &[
                "order.json:1:11: expected at least one schema in this list",
                "  in the schema at /items",
            ],
        ),
        (
            r#"{"$ref": 1}"#,
            &[
                "order.json:1:10: expected a string, found a number",
                "  in the schema at /$ref",
            ],
        ),
        (
            r##"{"$ref": "#/definitions/a", "definitions": {"a": {}}, "minLength": -1}"##,
            &[
                "order.json:1:68: expected a whole number that is not negative, found -1",
                "  in the schema at /minLength",
            ],
        ),
    ]);
}

#[test]
fn draft_7() {
    Setup::in_draft("7").says(&[
        (
            r#"{"if": 1, "then": 2, "else": 3}"#,
            &[
                "order.json:1:8: expected a schema: an object, true or false; found a number",
                "  in the schema at /if",
                "order.json:1:19: expected a schema: an object, true or false; found a number",
                "  in the schema at /then",
                "order.json:1:30: expected a schema: an object, true or false; found a number",
                "  in the schema at /else",
            ],
        ),
        (
            r#"{"readOnly": 1}"#,
            &[
                "order.json:1:14: expected true or false, found a number",
                "  in the schema at /readOnly",
            ],
        ),
        (
            r#"{"$comment": []}"#,
            &[
                "order.json:1:14: expected a string, found an array",
                "  in the schema at /$comment",
            ],
        ),
        (
            r#"{"items": [1]}"#,
            &[
                "order.json:1:12: expected a schema: an object, true or false; found a number",
                "  in the schema at /items/0",
            ],
        ),
        (
            r#"{"definitions": {"a": 1}}"#,
            &[
                "order.json:1:23: expected a schema: an object, true or false; found a number",
                "  in the schema at /definitions/a",
            ],
        ),
    ]);
}

#[test]
fn draft_2019_09() {
    Setup::in_draft("2019-09").says(&[
(r#"{"$recursiveRef": 1}"#, &["order.json:1:19: expected a string, found a number", "  in the schema at /$recursiveRef"]),
(r#"{"$recursiveAnchor": 1}"#, &["order.json:1:22: expected true or false, found a number", "  in the schema at /$recursiveAnchor"]),
(r#"{"$anchor": "_a"}"#, &[r#"order.json:1:13: "_a" is no name for an anchor"#, "  in the schema at /$anchor", "  help: it begins with a letter and goes on with letters, digits, `-`, `_`, `:` and `.`"]),
(r#"{"minContains": 1.5}"#, &["order.json:1:17: expected a whole number that is not negative, found 1.5", "  in the schema at /minContains"]),
(r#"{"items": []}"#, &["order.json:1:11: expected at least one schema in this list", "  in the schema at /items"]),
(r#"{"$vocabulary": 1}"#, &["order.json:1:17: expected an object, found a number", "  in the schema at /$vocabulary"]),
]);
}

#[test]
fn draft_2020_12() {
    says(&[
        (
            r#"{"$recursiveAnchor": true}"#,
            &[
                "order.json:1:22: expected a string, found a boolean",
                "  in the schema at /$recursiveAnchor",
            ],
        ),
        (
            r#"{"$recursiveRef": 1}"#,
            &[
                "order.json:1:19: expected a string, found a number",
                "  in the schema at /$recursiveRef",
            ],
        ),
        (
            r#"{"prefixItems": 1}"#,
            &[
                "order.json:1:17: expected a list of schemas, found a number",
                "  in the schema at /prefixItems",
            ],
        ),
    ]);
}
