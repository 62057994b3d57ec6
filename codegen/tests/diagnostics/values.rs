//! Values that have the wrong type, keyword by keyword.

use super::says;

#[test]
fn counts_are_whole_numbers() {
    says(&[
        (
            r#"{"minLength": "1"}"#,
            &[
                "order.json:1:15: expected a whole number that is not negative, found a string",
                "  in the schema at /minLength",
            ],
        ),
        (
            r#"{"maxLength": "1"}"#,
            &[
                "order.json:1:15: expected a whole number that is not negative, found a string",
                "  in the schema at /maxLength",
            ],
        ),
        (
            r#"{"minItems": "1"}"#,
            &[
                "order.json:1:14: expected a whole number that is not negative, found a string",
                "  in the schema at /minItems",
            ],
        ),
        (
            r#"{"maxItems": "1"}"#,
            &[
                "order.json:1:14: expected a whole number that is not negative, found a string",
                "  in the schema at /maxItems",
            ],
        ),
        (
            r#"{"minContains": "1"}"#,
            &[
                "order.json:1:17: expected a whole number that is not negative, found a string",
                "  in the schema at /minContains",
            ],
        ),
        (
            r#"{"maxContains": "1"}"#,
            &[
                "order.json:1:17: expected a whole number that is not negative, found a string",
                "  in the schema at /maxContains",
            ],
        ),
        (
            r#"{"minProperties": "1"}"#,
            &[
                "order.json:1:19: expected a whole number that is not negative, found a string",
                "  in the schema at /minProperties",
            ],
        ),
        (
            r#"{"maxProperties": "1"}"#,
            &[
                "order.json:1:19: expected a whole number that is not negative, found a string",
                "  in the schema at /maxProperties",
            ],
        ),
        (
            r#"{"minLength": -1}"#,
            &[
                "order.json:1:15: expected a whole number that is not negative, found -1",
                "  in the schema at /minLength",
            ],
        ),
        (
            r#"{"maxLength": 1.5}"#,
            &[
                "order.json:1:15: expected a whole number that is not negative, found 1.5",
                "  in the schema at /maxLength",
            ],
        ),
        (
            r#"{"minItems": null}"#,
            &[
                "order.json:1:14: expected a whole number that is not negative, found null",
                "  in the schema at /minItems",
            ],
        ),
        (
            r#"{"maxItems": -1e400}"#,
            &[
                "order.json:1:14: expected a whole number that is not negative, found -1e400",
                "  in the schema at /maxItems",
            ],
        ),
        (
            r#"{"minProperties": [1]}"#,
            &[
                "order.json:1:19: expected a whole number that is not negative, found an array",
                "  in the schema at /minProperties",
            ],
        ),
        (
            r#"{"maxProperties": 0.00000000000000000000001}"#,
            &[
                "order.json:1:19: expected a whole number that is not negative, found a number",
                "  in the schema at /maxProperties",
            ],
        ),
    ]);
}

#[test]
fn bounds_are_numbers() {
    says(&[
        (
            r#"{"minimum": "1"}"#,
            &[
                "order.json:1:13: expected a number, found a string",
                "  in the schema at /minimum",
            ],
        ),
        (
            r#"{"maximum": null}"#,
            &[
                "order.json:1:13: expected a number, found null",
                "  in the schema at /maximum",
            ],
        ),
        (
            r#"{"exclusiveMinimum": "1"}"#,
            &[
                "order.json:1:22: expected a number, found a string",
                "  in the schema at /exclusiveMinimum",
            ],
        ),
        (
            r#"{"exclusiveMaximum": []}"#,
            &[
                "order.json:1:22: expected a number, found an array",
                "  in the schema at /exclusiveMaximum",
            ],
        ),
        (
            r#"{"multipleOf": "1"}"#,
            &[
                "order.json:1:16: expected a number, found a string",
                "  in the schema at /multipleOf",
            ],
        ),
        (
            r#"{"multipleOf": 0}"#,
            &[
                "order.json:1:16: expected a number above 0, found 0",
                "  in the schema at /multipleOf",
            ],
        ),
        (
            r#"{"multipleOf": -0.5}"#,
            &[
                "order.json:1:16: expected a number above 0, found -0.5",
                "  in the schema at /multipleOf",
            ],
        ),
    ]);
}

#[test]
fn switches_are_true_or_false() {
    says(&[
        (
            r#"{"uniqueItems": 1}"#,
            &[
                "order.json:1:17: expected true or false, found a number",
                "  in the schema at /uniqueItems",
            ],
        ),
        (
            r#"{"readOnly": "yes"}"#,
            &[
                "order.json:1:14: expected true or false, found a string",
                "  in the schema at /readOnly",
            ],
        ),
        (
            r#"{"writeOnly": 0}"#,
            &[
                "order.json:1:15: expected true or false, found a number",
                "  in the schema at /writeOnly",
            ],
        ),
        (
            r#"{"deprecated": null}"#,
            &[
                "order.json:1:16: expected true or false, found null",
                "  in the schema at /deprecated",
            ],
        ),
    ]);
}

#[test]
fn texts_are_strings() {
    says(&[
        (
            r#"{"title": 1}"#,
            &[
                "order.json:1:11: expected a string, found a number",
                "  in the schema at /title",
            ],
        ),
        (
            r#"{"description": 1}"#,
            &[
                "order.json:1:17: expected a string, found a number",
                "  in the schema at /description",
            ],
        ),
        (
            r#"{"$comment": 1}"#,
            &[
                "order.json:1:14: expected a string, found a number",
                "  in the schema at /$comment",
            ],
        ),
        (
            r#"{"format": 1}"#,
            &[
                "order.json:1:12: expected a string, found a number",
                "  in the schema at /format",
            ],
        ),
        (
            r#"{"pattern": 1}"#,
            &[
                "order.json:1:13: expected a string, found a number",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"contentEncoding": 1}"#,
            &[
                "order.json:1:21: expected a string, found a number",
                "  in the schema at /contentEncoding",
            ],
        ),
        (
            r#"{"contentMediaType": 1}"#,
            &[
                "order.json:1:22: expected a string, found a number",
                "  in the schema at /contentMediaType",
            ],
        ),
        (
            r#"{"$id": 1}"#,
            &[
                "order.json:1:9: expected a string, found a number",
                "  in the schema at /$id",
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
            r#"{"$dynamicRef": 1}"#,
            &[
                "order.json:1:17: expected a string, found a number",
                "  in the schema at /$dynamicRef",
            ],
        ),
        (
            r#"{"$anchor": 1}"#,
            &[
                "order.json:1:13: expected a string, found a number",
                "  in the schema at /$anchor",
            ],
        ),
        (
            r#"{"$dynamicAnchor": 1}"#,
            &[
                "order.json:1:20: expected a string, found a number",
                "  in the schema at /$dynamicAnchor",
            ],
        ),
        (
            r#"{"$schema": 1}"#,
            &[
                "order.json:1:13: expected a string, found a number",
                "  in the schema at /$schema",
            ],
        ),
    ]);
}

#[test]
fn types_have_names() {
    says(&[
        (
            r#"{"type": "strin"}"#,
            &[
                r#"order.json:1:10: "strin" is not a JSON type"#,
                "  in the schema at /type",
                "  help: the types are: null, boolean, number, integer, string, array, object",
            ],
        ),
        (
            r#"{"type": 1}"#,
            &[
                "order.json:1:10: expected the name of a type, or a list of such names, found a number",
                "  in the schema at /type",
            ],
        ),
        (
            r#"{"type": {}}"#,
            &[
                "order.json:1:10: expected the name of a type, or a list of such names, found an object",
                "  in the schema at /type",
            ],
        ),
        (
            r#"{"type": []}"#,
            &[
                "order.json:1:10: expected at least one type in this list",
                "  in the schema at /type",
            ],
        ),
        (
            r#"{"type": ["string", "nul"]}"#,
            &[
                r#"order.json:1:21: "nul" is not a JSON type"#,
                "  in the schema at /type/1",
                "  help: the types are: null, boolean, number, integer, string, array, object",
            ],
        ),
        (
            r#"{"type": ["string", 1]}"#,
            &[
                "order.json:1:21: expected the name of a type, found a number",
                "  in the schema at /type/1",
                "  help: the types are: null, boolean, number, integer, string, array, object",
            ],
        ),
        (
            r#"{"type": ["string", "null", "string"]}"#,
            &[
                r#"order.json:1:29: the type "string" is listed twice"#,
                "  in the schema at /type/2",
            ],
        ),
    ]);
}

#[test]
fn lists_are_lists() {
    says(&[
        (
            r#"{"enum": "a"}"#,
            &[
                "order.json:1:10: expected a list of the allowed values, found a string",
                "  in the schema at /enum",
            ],
        ),
        (
            r#"{"examples": "a"}"#,
            &[
                "order.json:1:14: expected a list of examples, found a string",
                "  in the schema at /examples",
            ],
        ),
        (
            r#"{"required": "a"}"#,
            &[
                "order.json:1:14: expected a list of member names, found a string",
                "  in the schema at /required",
            ],
        ),
        (
            r#"{"required": true}"#,
            &[
                "order.json:1:14: expected a list of member names, found a boolean",
                "  in the schema at /required",
                "  help: the object lists the names of the members that it requires",
            ],
        ),
        (
            r#"{"required": ["a", 1]}"#,
            &[
                "order.json:1:20: expected a member name, found a number",
                "  in the schema at /required/1",
            ],
        ),
        (
            r#"{"required": ["a", "b", "a"]}"#,
            &[
                r#"order.json:1:25: the name "a" is listed twice"#,
                "  in the schema at /required/2",
            ],
        ),
        (
            r#"{"dependentRequired": ["a"]}"#,
            &[
                "order.json:1:23: expected an object whose members are lists of member names, found an array",
                "  in the schema at /dependentRequired",
            ],
        ),
        (
            r#"{"dependentRequired": {"a": "b"}}"#,
            &[
                "order.json:1:29: expected a list of member names, found a string",
                "  in the schema at /dependentRequired/a",
            ],
        ),
        (
            r#"{"dependentRequired": {"a": ["b", "b"]}}"#,
            &[
                r#"order.json:1:35: the name "b" is listed twice"#,
                "  in the schema at /dependentRequired/a/1",
            ],
        ),
        (
            r#"{"dependentRequired": {"a": [null]}}"#,
            &[
                "order.json:1:30: expected a member name, found null",
                "  in the schema at /dependentRequired/a/0",
            ],
        ),
        (
            r#"{"dependencies": {"a": ["b", "b"]}}"#,
            &[
                r#"order.json:1:30: the name "b" is listed twice"#,
                "  in the schema at /dependencies/a/1",
            ],
        ),
    ]);
}

#[test]
fn vocabularies_are_switches() {
    says(&[
        (
            r#"{"$vocabulary": []}"#,
            &[
                "order.json:1:17: expected an object, found an array",
                "  in the schema at /$vocabulary",
            ],
        ),
        (
            r#"{"$vocabulary": {"https://example.com/a": 1}}"#,
            &[
                "order.json:1:43: expected true or false, found a number",
                "  in the schema at /$vocabulary/https:~1~1example.com~1a",
            ],
        ),
    ]);
}
