//! What alternatives are told apart by before any of them is asked: members, strings, and what stands in
//! alternatives of alternatives.

use tollgate_tests::check::judged;

mod told {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "kind": {
                    "oneOf": [
                        {"type": "object", "properties": {"kind": {"const": "a"}}, "required": ["kind"]},
                        {"type": "object", "properties": {"kind": {"enum": ["b", "c", 1]}}},
                        {
                            "type": "object",
                            "properties": {"kind": {"not": {"enum": ["a", "b", "d"]}}},
                            "required": ["kind", "more"]
                        }
                    ]
                },
                "member": {
                    "anyOf": [
                        {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["one"]},
                        {"type": "object", "properties": {"n": {"type": "string"}}, "required": ["two"]}
                    ]
                }
            }
        }"##,
        name = Told,
        duplicates = last,
    }
}

/// What tells alternatives apart is looked for before they are asked; what is out of the ordinary
/// must not mislead.
#[test]
fn alternatives_are_told_apart_however_members_are_written() {
    let far = format!("\"far\": [\"{}\", {{}}]", "x".repeat(2_000));
    let cases = [
        (r#"{"kind": {"kind": "a"}}"#, true),
        (r#"{"kind": {"kind": "b"}}"#, true),
        (r#"{"kind": {"kind": 1}}"#, true),
        (r#"{"kind": {"kind": 2}}"#, false),
        (r#"{"kind": {"kind": 2, "more": 0}}"#, true),
        (r#"{"kind": {"kind": "c", "more": 0}}"#, false),
        (r#"{"kind": {"kind": "c"}}"#, true),
        (r#"{"kind": {"kind": "d", "more": 0}}"#, false),
        (r#"{"kind": {"kind": "e", "more": 0}}"#, true),
        (r#"{"kind": {"more": 0}}"#, true),
        (r#"{"kind": {}}"#, true),
        (r#"{"kind": []}"#, false),
        // Escapes, and members that a later one replaces.
        (r#"{"kind": {"kin\u0064": "\u0061"}}"#, true),
        (r#"{"kind": {"kind": "\u0065", "mor\u0065": 0}}"#, true),
        (r#"{"kind": {"kind": "d", "kind": "a"}}"#, true),
        (r#"{"kind": {"kind": "a", "kin\u0064": "d"}}"#, false),
        (
            r#"{"kind" : { "x" : {"kind": "d", "]": "}"} , "kind" : "a" } }"#,
            true,
        ),
        (r#"{"kind": {"x": "\"kind\": \"d\"", "kind": "a"}}"#, true),
        (r#"{"kind": {"x": "\\", "kind": "a"}}"#, true),
        (r#"{"member": {"one": 0, "n": 1}}"#, true),
        (r#"{"member": {"one": 0, "n": "1"}}"#, false),
        (
            r#"{"member": {"n": "1", "x": [{"one": 0}], "two": 0}}"#,
            true,
        ),
        (r#"{"member": {"n": "1", "one": 0, "two": 0}}"#, true),
        (r#"{"member": {"\u006fne": 0}}"#, true),
        (r#"{"member": {"three": 0}}"#, false),
        (r#"{"member": {"three": 0"#, false),
        (r#"{"kind": {"kind": "a""#, false),
        (r#"{"kind": {"kind": "a", }}"#, false),
    ];
    let with_more = |document: &str| {
        let [start, rest] = document
            .split_once(": {")
            .map_or(["", ""], |(start, rest)| [start, rest]);
        let comma = if rest.starts_with('}') { "" } else { ", " };
        (!start.is_empty()).then(|| format!("{start}: {{{far}{comma}{rest}"))
    };
    for (document, expected) in cases {
        let far = with_more(document);
        for document in [document].into_iter().chain(far.as_deref()) {
            judged::<told::Told>(document, expected);
        }
    }
}

mod beside {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "tree": {"$ref": "#/$defs/tree"},
                "deep": {"not": {"$ref": "#/$defs/deep"}}
            },
            "not": {"properties": {"tree": {"$ref": "#/$defs/bad"}}, "required": ["tree"]},
            "$defs": {
                "tree": {"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}},
                "bad": {
                    "anyOf": [
                        {"properties": {"leaf": {"type": "object"}}, "required": ["leaf"]},
                        {"properties": {"a": {"$ref": "#/$defs/bad"}, "b": {"$ref": "#/$defs/bad"}},
                            "required": ["a", "b"]}
                    ]
                },
                "deep": {
                    "oneOf": [
                        {"properties": {"a": {"type": "object"}}},
                        {"properties": {"b": {"type": "string"}}}
                    ]
                }
            }
        }"##,
        name = Beside,
        max_depth = 4,
    }
}

/// A walk that is only asked for its verdict may end early; one that others go on behind may not.
#[test]
fn alternatives_in_alternatives_are_read_to_their_ends() {
    let cases = [
        (r#"{"tree": {"leaf": {}, "x": {}}}"#, false),
        (r#"{"tree": {"x": {}, "y": {}}}"#, true),
        (
            r#"{"tree": {"a": {"leaf": {}, "x": {}}, "b": {"leaf": {}, "x": {}}}}"#,
            false,
        ),
        (
            r#"{"tree": {"a": {"leaf": {}, "x": {}}, "b": {"y": {}, "x": {}}}}"#,
            true,
        ),
        (r#"{"tree": {"a": {"leaf": {}, "x": {}}}}"#, true),
        (r#"{"deep": {"a": {"c": {}}, "b": {"c": {}}}}"#, false),
        (r#"{"deep": {"a": {"c": {}}, "b": ""}}"#, true),
        (r#"{"deep": {"a": [{"c": 1}], "b": ""}}"#, false),
        (r#"{"deep": {"a": [[]], "b": [[]]}}"#, true),
        (r#"{"deep": {"a": [[[]]], "b": ""}}"#, false),
    ];
    for (document, expected) in cases {
        judged::<beside::Beside>(document, expected);
    }
}

mod leaves {
    tollgate::schema! {
        inline = r##"{
            "oneOf": [
                {"$ref": "#/$defs/shape"},
                {"type": "object", "properties": {"kind": {"const": "line"}, "to": {"type": "string"}},
                    "required": ["kind"]},
                {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
                {"type": "integer"}
            ],
            "$defs": {
                "shape": {
                    "type": ["object", "boolean"],
                    "oneOf": [{"$ref": "#/$defs/round"}, {"$ref": "#/$defs/square"}, {"type": "boolean"}]
                },
                "round": {
                    "anyOf": [
                        {"type": "object", "properties": {"kind": {"const": "circle"}, "r": {"type": "number"}},
                            "required": ["kind", "r"]},
                        {"type": "object", "properties": {"kind": {"enum": ["ring", "square"]}, "r": {"type": "integer"}},
                            "required": ["kind"]}
                    ]
                },
                "square": {"type": "object", "properties": {"kind": {"const": "square"}}, "required": ["kind"]}
            }
        }"##,
        name = Leaves,
    }
}

/// One look tells the alternatives in the end apart; where it leaves more than one, each keyword on the
/// way to them counts for itself.
#[test]
fn alternatives_in_alternatives_are_told_apart_at_once() {
    let cases = [
        ("1", true),
        ("true", true),
        ("null", false),
        (r#"{"kind": "circle", "r": 1.5}"#, true),
        (r#"{"kind": "circle", "r": "1"}"#, false),
        (r#"{"kind": "circle"}"#, false),
        (r#"{"r": 1, "kind": "ring"}"#, true),
        (r#"{"r": 1.5, "kind": "ring"}"#, false),
        (r#"{"kind": "line", "to": "a"}"#, true),
        (r#"{"kind": "line", "to": 1}"#, false),
        (r#"{"kind": "oval"}"#, false),
        // Two of the inner alternatives hold, so the outer one does not.
        (r#"{"kind": "square", "r": 1}"#, false),
        (r#"{"kind": "square", "r": 1.5}"#, true),
        // And therefore another one may.
        (r#"{"kind": "square", "r": 1, "name": "a"}"#, true),
        (r#"{"kind": "square", "r": 1.5, "name": "a"}"#, false),
        (r#"{"kind": "circle", "r": 1, "name": "a"}"#, false),
        (r#"{"kind": "circle", "r": 1, "name": 1}"#, true),
    ];
    for (document, expected) in cases {
        judged::<leaves::Leaves>(document, expected);
    }
}

mod texts {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "color": {
                    "oneOf": [
                        {"type": "string", "enum": ["red", "#ff0000", "a name that is longer than two blocks are"]},
                        {"type": "string", "pattern": "^#[0-9a-f]{6}$"},
                        {"type": "string", "enum": ["red", "blue", "a \"quote\""], "minLength": 4},
                        {"type": "integer"}
                    ]
                },
                "target": {
                    "anyOf": [
                        {"enum": ["es5", "es6", 7, null]},
                        {"pattern": "^es", "type": "string", "maxLength": 6},
                        {"allOf": [{"enum": ["none", "es5"]}, {"not": {"const": "es5"}}]}
                    ]
                },
                "nested": {
                    "oneOf": [
                        {"anyOf": [{"enum": ["a", "b"]}, {"type": "string", "pattern": "^a"}]},
                        {"enum": ["b", "c"]},
                        {"type": "object"}
                    ]
                }
            }
        }"##,
        name = Texts,
    }
}

/// What is listed is looked up before any alternative is asked.
#[test]
fn strings_that_alternatives_list_are_told_apart_at_once() {
    let cases = [
        (r#"{"color": "red"}"#, true),
        (r##"{"color": "#ff0000"}"##, false),
        (r##"{"color": "#ff0001"}"##, true),
        (r##"{"color": "#ff000"}"##, false),
        (r#"{"color": "blue"}"#, true),
        (r#"{"color": "green"}"#, false),
        (r#"{"color": "r\u0065d"}"#, true),
        (r#"{"color": "\u0023ff0000"}"#, false),
        (r#"{"color": "a \"quote\""}"#, true),
        (
            r#"{"color": "a name that is longer than two blocks are"}"#,
            true,
        ),
        (
            r#"{"color": "a name that is longer than two blocks be"}"#,
            false,
        ),
        (r#"{"color": 1}"#, true),
        (r#"{"target": "es5"}"#, true),
        (r#"{"target": "es2022"}"#, true),
        (r#"{"target": "es20222"}"#, false),
        (r#"{"target": "none"}"#, true),
        (r#"{"target": "n"}"#, false),
        (r#"{"target": 7}"#, true),
        (r#"{"nested": "a"}"#, true),
        (r#"{"nested": "b"}"#, false),
        (r#"{"nested": "c"}"#, true),
        (r#"{"nested": "ab"}"#, true),
        (r#"{"nested": "d"}"#, false),
        (r#"{"nested": "c\u0000"}"#, false),
        (r#"{"color": "red}"#, false),
        ("{\"color\": \"red\u{1}\"}", false),
    ];
    for (document, expected) in cases {
        judged::<texts::Texts>(document, expected);
    }
}
