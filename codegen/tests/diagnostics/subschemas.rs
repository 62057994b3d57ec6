//! Values that ought to be schemas.

use super::says;

#[test]
fn a_document_is_a_schema() {
    says(&[
        (
            "[]",
            &["order.json:1:1: expected a schema: an object, true or false; found an array"],
        ),
        (
            "1",
            &["order.json:1:1: expected a schema: an object, true or false; found a number"],
        ),
        (
            r#""string""#,
            &["order.json:1:1: expected a schema: an object, true or false; found a string"],
        ),
        (
            "null",
            &["order.json:1:1: expected a schema: an object, true or false; found null"],
        ),
    ]);
}

#[test]
fn where_a_schema_is_due() {
    says(&[
        (
            r#"{"not": 1}"#,
            &[
                "order.json:1:9: expected a schema: an object, true or false; found a number",
                "  in the schema at /not",
            ],
        ),
        (
            r#"{"if": 1}"#,
            &[
                "order.json:1:8: expected a schema: an object, true or false; found a number",
                "  in the schema at /if",
            ],
        ),
        (
            r#"{"then": 1}"#,
            &[
                "order.json:1:10: expected a schema: an object, true or false; found a number",
                "  in the schema at /then",
            ],
        ),
        (
            r#"{"else": 1}"#,
            &[
                "order.json:1:10: expected a schema: an object, true or false; found a number",
                "  in the schema at /else",
            ],
        ),
        (
            r#"{"items": 1}"#,
            &[
                "order.json:1:11: expected a schema: an object, true or false; found a number",
                "  in the schema at /items",
            ],
        ),
        (
            r#"{"contains": 1}"#,
            &[
                "order.json:1:14: expected a schema: an object, true or false; found a number",
                "  in the schema at /contains",
            ],
        ),
        (
            r#"{"additionalProperties": 1}"#,
            &[
                "order.json:1:26: expected a schema: an object, true or false; found a number",
                "  in the schema at /additionalProperties",
            ],
        ),
        (
            r#"{"propertyNames": 1}"#,
            &[
                "order.json:1:19: expected a schema: an object, true or false; found a number",
                "  in the schema at /propertyNames",
            ],
        ),
        (
            r#"{"unevaluatedItems": 1}"#,
            &[
                "order.json:1:22: expected a schema: an object, true or false; found a number",
                "  in the schema at /unevaluatedItems",
            ],
        ),
        (
            r#"{"unevaluatedProperties": 1}"#,
            &[
                "order.json:1:27: expected a schema: an object, true or false; found a number",
                "  in the schema at /unevaluatedProperties",
            ],
        ),
        (
            r#"{"contentSchema": 1}"#,
            &[
                "order.json:1:19: expected a schema: an object, true or false; found a number",
                "  in the schema at /contentSchema",
            ],
        ),
        (
            r#"{"items": [{}]}"#,
            &[
                "order.json:1:11: expected a schema: an object, true or false; found an array",
                "  in the schema at /items",
                "  help: since 2020-12 the schemas of the first items are `prefixItems`",
            ],
        ),
    ]);
}

#[test]
fn where_a_list_of_schemas_is_due() {
    says(&[
        (
            r#"{"allOf": {}}"#,
            &[
                "order.json:1:11: expected a list of schemas, found an object",
                "  in the schema at /allOf",
            ],
        ),
        (
            r#"{"anyOf": {}}"#,
            &[
                "order.json:1:11: expected a list of schemas, found an object",
                "  in the schema at /anyOf",
            ],
        ),
        (
            r#"{"oneOf": {}}"#,
            &[
                "order.json:1:11: expected a list of schemas, found an object",
                "  in the schema at /oneOf",
            ],
        ),
        (
            r#"{"prefixItems": {}}"#,
            &[
                "order.json:1:17: expected a list of schemas, found an object",
                "  in the schema at /prefixItems",
            ],
        ),
        (
            r#"{"allOf": []}"#,
            &[
                "order.json:1:11: expected at least one schema in this list",
                "  in the schema at /allOf",
            ],
        ),
        (
            r#"{"anyOf": []}"#,
            &[
                "order.json:1:11: expected at least one schema in this list",
                "  in the schema at /anyOf",
            ],
        ),
        (
            r#"{"oneOf": []}"#,
            &[
                "order.json:1:11: expected at least one schema in this list",
                "  in the schema at /oneOf",
            ],
        ),
        (
            r#"{"prefixItems": []}"#,
            &[
                "order.json:1:17: expected at least one schema in this list",
                "  in the schema at /prefixItems",
            ],
        ),
        (
            r#"{"allOf": [{}, "a"]}"#,
            &[
                "order.json:1:16: expected a schema: an object, true or false; found a string",
                "  in the schema at /allOf/1",
            ],
        ),
    ]);
}

#[test]
fn where_schemas_by_name_are_due() {
    says(&[
        (
            r#"{"properties": []}"#,
            &[
                "order.json:1:16: expected an object whose members are schemas, found an array",
                "  in the schema at /properties",
            ],
        ),
        (
            r#"{"patternProperties": []}"#,
            &[
                "order.json:1:23: expected an object whose members are schemas, found an array",
                "  in the schema at /patternProperties",
            ],
        ),
        (
            r#"{"dependentSchemas": []}"#,
            &[
                "order.json:1:22: expected an object whose members are schemas, found an array",
                "  in the schema at /dependentSchemas",
            ],
        ),
        (
            r#"{"dependencies": []}"#,
            &[
                "order.json:1:18: expected an object whose members are schemas, found an array",
                "  in the schema at /dependencies",
            ],
        ),
        (
            r#"{"$defs": []}"#,
            &[
                "order.json:1:11: expected an object whose members are schemas, found an array",
                "  in the schema at /$defs",
            ],
        ),
        (
            r#"{"definitions": []}"#,
            &[
                "order.json:1:17: expected an object whose members are schemas, found an array",
                "  in the schema at /definitions",
            ],
        ),
        (
            r#"{"properties": {"a/b": 1}}"#,
            &[
                "order.json:1:24: expected a schema: an object, true or false; found a number",
                "  in the schema at /properties/a~1b",
            ],
        ),
        (
            r#"{"patternProperties": {"a/b": 1}}"#,
            &[
                "order.json:1:31: expected a schema: an object, true or false; found a number",
                "  in the schema at /patternProperties/a~1b",
            ],
        ),
        (
            r#"{"dependentSchemas": {"a/b": 1}}"#,
            &[
                "order.json:1:30: expected a schema: an object, true or false; found a number",
                "  in the schema at /dependentSchemas/a~1b",
            ],
        ),
        (
            r#"{"dependencies": {"a/b": 1}}"#,
            &[
                "order.json:1:26: expected a schema: an object, true or false; found a number",
                "  in the schema at /dependencies/a~1b",
            ],
        ),
        (
            r#"{"$defs": {"a/b": 1}}"#,
            &[
                "order.json:1:19: expected a schema: an object, true or false; found a number",
                "  in the schema at /$defs/a~1b",
            ],
        ),
        (
            r#"{"definitions": {"a/b": 1}}"#,
            &[
                "order.json:1:25: expected a schema: an object, true or false; found a number",
                "  in the schema at /definitions/a~1b",
            ],
        ),
    ]);
}
