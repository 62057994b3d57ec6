//! Several mistakes at once.

use super::says;

#[test]
fn all_are_told_in_their_order() {
    says(&[
        (
            r##"{
  "type": "objekt",
  "required": ["id", "id", 1],
  "properties": {
    "id": {"type": "string", "pattern": "^[a-z", "maxLength": -1},
    "sub": {"$ref": "#/$defs/missing"},
    "other": {"oneOf": [], "title": 5}
  },
  "$defs": {"a": {"items": 1}}
}"##,
            &[
                r#"order.json:2:11: "objekt" is not a JSON type"#,
                "  in the schema at /type",
                "  help: the types are: null, boolean, number, integer, string, array, object",
                r#"order.json:3:22: the name "id" is listed twice"#,
                "  in the schema at /required/1",
                "order.json:3:28: expected a member name, found a number",
                "  in the schema at /required/2",
                "order.json:5:41: this pattern is not a regular expression: unclosed character class, at character 2",
                "  in the schema at /properties/id/pattern",
                "order.json:5:63: expected a whole number that is not negative, found -1",
                "  in the schema at /properties/id/maxLength",
                r##"order.json:6:21: the reference "#/$defs/missing" leads to no schema"##,
                "  in the schema at /properties/sub/$ref",
                r##"  help: there is: "#/$defs/a""##,
                "order.json:7:24: expected at least one schema in this list",
                "  in the schema at /properties/other/oneOf",
                "order.json:7:37: expected a string, found a number",
                "  in the schema at /properties/other/title",
                "order.json:9:28: expected a schema: an object, true or false; found a number",
                "  in the schema at /$defs/a/items",
            ],
        ),
        (
            r##"{"$ref": "#/$defs/a", "$defs": {"a": {"minimum": "a"}}, "allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}]}"##,
            &[
                "order.json:1:50: expected a number, found a string",
                "  in the schema at /$defs/a/minimum",
            ],
        ),
    ]);
}
