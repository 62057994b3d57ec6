//! Documents that are no JSON, or say something twice.

use super::says;

#[test]
fn what_is_no_json_is_told_where_it_ends_to_be() {
    says(&[
        (
            "",
            &["order.json:1:1: the document ends where a value should stand"],
        ),
        (
            r#"{"type": }"#,
            &[
                "order.json:1:10: expected a value, found `}`",
                "  help: a comma or a colon before it is too many, or a value is missing",
            ],
        ),
        (
            r#"{"type": "string""#,
            &["order.json:1:18: the document ends where `,` or `}` should stand"],
        ),
        (
            r#"{"type": "string",}"#,
            &[
                "order.json:1:19: expected a member name in double quotes, found `}`",
                "  help: a comma or a colon before it is too many, or a value is missing",
            ],
        ),
        (
            r#"{
  "type": "string"
  "title": "a"
}"#,
            &[r#"order.json:3:3: expected `,` or `}`, found `"`"#],
        ),
        (
            "{'type': 1}",
            &[
                "order.json:1:2: expected a member name in double quotes, found `'`",
                "  help: JSON strings stand in double quotes",
            ],
        ),
        (
            r#"{"type": "string"} {}"#,
            &["order.json:1:20: expected the end of the document, found `{`"],
        ),
        (
            r#"{"minimum": 01}"#,
            &["order.json:1:13: expected no leading zero, found `0`"],
        ),
        (
            r#"{"title": "\x"}"#,
            &[
                r#"order.json:1:12: expected one of the escapes \" \\ \/ \b \f \n \r \t \u, found `\`"#,
            ],
        ),
        (
            "{\"title\": \"a\tb\"}",
            &["order.json:1:13: expected no control character, but its escape, found `␉`"],
        ),
        ("nul", &["order.json:1:1: expected a value, found `n`"]),
    ]);
}

#[test]
fn a_member_is_there_once() {
    says(&[
        (
            r#"{"type": "string", "type": "number"}"#,
            &[
                r#"order.json:1:20: the member "type" is given more than once"#,
                "  in the schema at /type",
                "  help: keep one of them",
            ],
        ),
        (
            r#"{"properties": {"a": {}, "a": {}}}"#,
            &[
                r#"order.json:1:26: the member "a" is given more than once"#,
                "  in the schema at /properties/a",
                "  help: keep one of them",
            ],
        ),
        (
            r#"{"$defs": {"a": {"title": "b", "title": "b"}}}"#,
            &[
                r#"order.json:1:32: the member "title" is given more than once"#,
                "  in the schema at /$defs/a/title",
                "  help: keep one of them",
            ],
        ),
    ]);
}

#[test]
fn schemas_nest_so_deep_and_no_deeper() {
    let deep = format!("{}{{}}{}", r#"{"not": "#.repeat(300), "}".repeat(300));
    let location = format!("  in the schema at {}", "/not".repeat(256));
    says(&[(
        &deep,
        &[
            "order.json:1:2049: objects and arrays nest too deep here",
            &location,
            "  help: some of the schemas inside can stand under `$defs`",
        ],
    )]);
}
