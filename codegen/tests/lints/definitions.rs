//! Definitions that nothing refers to.

use super::Setup;

#[test]
fn a_definition_that_nothing_refers_to() {
    Setup::in_draft("2020-12").says(&[
        (
            r##"{"properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {}, "b": {}, "c/d": {}}}"##,
            &[
                "unused-definition: order.json:1:65: nothing in this document refers to this definition",
                "  in the schema at /$defs/b",
                "unused-definition: order.json:1:74: nothing in this document refers to this definition",
                "  in the schema at /$defs/c~1d",
            ],
        ),
        (
            r##"{"properties": {}, "definitions": {"a": {"items": {"$ref": "#/definitions/a"}}}}"##,
            &[
                "unused-definition: order.json:1:36: nothing in this document refers to this definition",
                "  in the schema at /definitions/a",
            ],
        ),
        (
            r#"{"properties": {"a": {"$defs": {"b": {}}}}}"#,
            &[
                "unused-definition: order.json:1:33: nothing in this document refers to this definition",
                "  in the schema at /properties/a/$defs/b",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"$defs": {"a": {}}}"#,
        r#"{"type": "object", "$defs": {"a": {}}}"#,
        r##"{"items": {"$ref": "#/$defs/a/properties/b"}, "$defs": {"a": {"properties": {"b": {"$ref": "#/$defs/c%25"}}}, "c%": {}}}"##,
        r##"{"items": {"$ref": "#b"}, "$defs": {"a": {"$anchor": "b"}}}"##,
        r#"{"items": {}, "$defs": {"a": {"$id": "https://example.com/a"}, "b": {"$anchor": "c"}}}"#,
        r#"{"items": {}, "$defs": {"//": {"a": 1}, "$comment": {}}}"#,
        r##"{"items": {"$dynamicRef": "#a"}, "$defs": {"a": {"$dynamicAnchor": "a"}, "b": {}}}"##,
        r##"{"items": {}, "contentSchema": {"$ref": "#/$defs/a"}, "$defs": {"a": {}}}"##,
        r##"{"items": {"x-of": {"$ref": "#/$defs/a"}}, "$defs": {"a": {}}}"##,
    ]);
}

#[test]
fn what_is_ignored_beside_a_reference_refers_too() {
    Setup::in_draft("7").says(&[
        (
            r##"{"items": {"$ref": "#/definitions/a", "items": {"$ref": "#/definitions/b"}}, "definitions": {"a": {}, "b": {}}}"##,
            &[
                "ignored-beside-ref: order.json:1:39: `items` is ignored: in draft 7 nothing beside `$ref` counts",
                "  in the schema at /items/items",
                r#"  help: `"allOf": [{"$ref": …}]` in the place of the `$ref` makes both count"#,
            ],
        ),
    ]);
}
