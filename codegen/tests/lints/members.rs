//! Required members that cannot be.

use super::Setup;

#[test]
fn a_required_member_that_cannot_be() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"required": ["a", "b"], "properties": {"a": true}, "additionalProperties": false}"#,
            &[
                r#"impossible-member: order.json:1:20: no object passes: "b" is required, but `additionalProperties` is false, and nothing beside it names that member"#,
                "  in the schema at /required/1",
            ],
        ),
        (
            r#"{"required": ["a"], "properties": {"a": false}}"#,
            &[
                r#"impossible-member: order.json:1:15: no object passes: "a" is required, but its schema lets nothing pass"#,
                "  in the schema at /required/0",
            ],
        ),
        (
            r#"{"required": ["a"], "properties": {"a": {"not": {}}}}"#,
            &[
                r#"impossible-member: order.json:1:15: no object passes: "a" is required, but its schema lets nothing pass"#,
                "  in the schema at /required/0",
            ],
        ),
        (
            r#"{"required": ["x-a"], "patternProperties": {"^x-": false}}"#,
            &[
                r#"impossible-member: order.json:1:15: no object passes: "x-a" is required, but a schema of `patternProperties` for it lets nothing pass"#,
                "  in the schema at /required/0",
            ],
        ),
        (
            r#"{"required": ["a"], "patternProperties": {"^x-": {}}, "additionalProperties": false}"#,
            &[
                r#"impossible-member: order.json:1:15: no object passes: "a" is required, but `additionalProperties` is false, and nothing beside it names that member"#,
                "  in the schema at /required/0",
            ],
        ),
    ]);
}

#[test]
fn in_draft_4() {
    Setup::in_draft("4").says(&[
        (
            r#"{"required": ["a"], "additionalProperties": false}"#,
            &[
                r#"impossible-member: order.json:1:15: no object passes: "a" is required, but `additionalProperties` is false, and nothing beside it names that member"#,
                "  in the schema at /required/0",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"required": ["a"], "additionalProperties": true}"#,
        r#"{"required": ["x-a"], "patternProperties": {"^x-": {}}, "additionalProperties": false}"#,
        r#"{"required": ["a"], "properties": {"a": {}, "b": false}, "additionalProperties": false}"#,
        r#"{"properties": {"a": false}, "not": {"required": ["a"]}}"#,
        r#"{"required": ["a"], "properties": {"a": {"not": {"type": "string"}}}}"#,
        r#"{"type": "string", "anyOf": [{"required": ["a"]}, {"additionalProperties": false}]}"#,
    ]);
}
