//! Schemas that look at a value beside others: what capacity has to do with it, what it costs, and
//! what the types are.

use std::time::{Duration, Instant};
use tollgate_tests::check::judged;

mod numbers {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "no_integer": {"not": {"type": "integer"}},
                "one": {"oneOf": [{"type": "integer", "minimum": 5}, {"type": "number", "minimum": 5}]},
                "any": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
                "first": {"anyOf": [{"$ref": "#/$defs/small"}, {"$ref": "#/$defs/large"}]},
                "either": {"oneOf": [{"$ref": "#/$defs/large"}, {"$ref": "#/$defs/small"}]},
                "untyped": {"anyOf": [{"$ref": "#/$defs/small"}, {"maxLength": 3}]},
                "nested": {"$ref": "#/$defs/nested"}
            },
            "$defs": {
                "small": {
                    "type": "object",
                    "properties": {"n": {"type": "integer"}, "kind": {"const": "small"}},
                    "required": ["kind"]
                },
                "large": {
                    "type": "object",
                    "properties": {"n": {"type": "number"}, "kind": {"enum": ["small", "large"]}}
                },
                "nested": {
                    "anyOf": [
                        {
                            "type": "object",
                            "properties": {
                                "n": {"type": "integer"},
                                "next": {"$ref": "#/$defs/nested"},
                                "kind": {"const": "small"}
                            },
                            "required": ["kind"]
                        },
                        {
                            "type": "object",
                            "properties": {
                                "n": {"type": "number"},
                                "next": {"$ref": "#/$defs/nested"},
                                "kind": {"const": "large"}
                            },
                            "required": ["kind"]
                        }
                    ]
                }
            }
        }"##,
        name = Numbers,
    }
}

/// The keywords and locations of what every function has against a document.
#[track_caller]
fn errors(document: &str) -> Vec<(String, String)> {
    let report = match numbers::Numbers::validate_json(document.as_bytes()) {
        Ok(()) => Vec::new(),
        Err(report) => report
            .iter()
            .map(|error| {
                (
                    error.keyword().to_owned(),
                    error.instance_location().to_owned(),
                )
            })
            .collect(),
    };
    let is_valid = report.is_empty();
    let judged = numbers::Numbers::is_valid_json(document.as_bytes());
    let built = numbers::Numbers::from_json(document.as_bytes());
    let by_serde: Result<numbers::Numbers, _> = serde_json::from_str(document);
    assert_eq!(judged, is_valid, "{document}");
    assert_eq!(built.is_ok(), is_valid, "{document}");
    assert_eq!(by_serde.is_ok(), is_valid, "{document}");
    report
}

#[track_caller]
fn check(document: &str, expected: &[(&str, &str)]) {
    let found = errors(document);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(keyword, location)| (keyword.as_str(), location.as_str()))
        .collect();
    assert_eq!(found, expected, "{document}");
}

#[test]
fn capacity_decides_no_branch() {
    // No type of ours holds it, but it is an integer.
    check(r#"{"no_integer": 1e30}"#, &[("not", "/no_integer")]);
    check(r#"{"no_integer": 1.5}"#, &[]);
    // Both alternatives hold, whatever the size.
    check(r#"{"one": 7}"#, &[("oneOf", "/one")]);
    check(r#"{"one": 1e30}"#, &[("oneOf", "/one")]);
    check(r#"{"one": 7.5}"#, &[]);
    // The alternative holds; the type of its values does not hold the number.
    check(r#"{"any": 1e30}"#, &[("range", "/any")]);
    check(r#"{"any": "x"}"#, &[]);
}

/// An alternative may be read as if it were the only one, until it turns out not to hold: what its
/// types cannot hold is no failure then.
#[test]
fn the_alternative_that_holds_says_what_numbers_fit() {
    check(
        r#"{"first": {"n": 1e30, "kind": "small"}}"#,
        &[("range", "/first/n")],
    );
    check(r#"{"first": {"n": 1e30, "kind": "large"}}"#, &[]);
    check(r#"{"first": {"n": 1e30}}"#, &[]);
    check(
        r#"{"first": {"n": 1e30, "kind": "other"}}"#,
        &[("anyOf", "/first")],
    );
    check(r#"{"either": {"n": 1e30, "kind": "large"}}"#, &[]);
    check(
        r#"{"either": {"n": 1e30, "kind": "small"}}"#,
        &[("oneOf", "/either")],
    );
    // No type of the alternatives holds the value.
    check(r#"{"untyped": {"n": 1e30, "kind": "small"}}"#, &[]);
    check(r#"{"untyped": {"n": 1e30, "kind": "large"}}"#, &[]);
    check(r#"{"untyped": "long"}"#, &[("anyOf", "/untyped")]);
}

#[test]
fn numbers_that_do_not_fit_are_remembered() {
    let nest = |levels: usize, innermost: &str| {
        let outer = r#"{"next": "#.repeat(levels);
        let ends = r#", "kind": "large"}"#.repeat(levels);
        format!(r#"{{"nested": {outer}{innermost}{ends}}}"#)
    };
    for levels in [0, 1, 2, 40] {
        check(&nest(levels, r#"{"n": 1e30, "kind": "large"}"#), &[]);
        let place = format!("/nested{}/n", "/next".repeat(levels));
        check(
            &nest(levels, r#"{"n": 1e30, "kind": "small"}"#),
            &[("range", &place)],
        );
        check(
            &nest(levels, r#"{"n": 1e30, "n": 1, "kind": "large"}"#),
            &[("duplicate", &place)],
        );
    }
}

#[test]
fn capacity_shows_through_every_branch() {
    check(
        r#"{"no_integer": {"a": 1, "a": 2}}"#,
        &[("duplicate", "/no_integer/a")],
    );
    let deep = format!(
        r#"{{"no_integer": {}{}}}"#,
        "[".repeat(130),
        "]".repeat(130)
    );
    let found = errors(&deep);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "depth");
    check(r#"{"no_integer": [tru]}"#, &[("syntax", "")]);
}

mod tree {
    tollgate::schema! {
        inline = r##"{
            "anyOf": [
                {"type": "object", "properties": {"next": {"$ref": "#"}}, "required": ["a"]},
                {"type": "object", "properties": {"next": {"$ref": "#"}}, "required": ["b"]},
                {"type": "object", "properties": {"next": false, "flat": {"type": "string"}}}
            ]
        }"##,
        name = Tree,
    }
}

/// A verdict on a document.
type Function = fn(&[u8]) -> bool;

/// The time of the middle one of several runs.
fn median(mut run: impl FnMut() -> bool) -> Duration {
    let mut times: Vec<Duration> = (0..9)
        .map(|_| {
            let start = Instant::now();
            assert!(std::hint::black_box(run()));
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// Two branches that both descend would double the work at each level.
#[test]
fn branches_that_descend_cost_what_a_flat_document_costs() {
    let levels = 100;
    let padding = "x".repeat(400);
    let level = format!(r#"{{"pad": "{padding}", "b": 1, "next": "#);
    let mut nested = level.repeat(levels);
    nested.push_str(r#"{"flat": "x"}"#);
    nested.push_str(&"}".repeat(levels));
    let flat = format!(r#"{{"flat": "{}"}}"#, "x".repeat(nested.len() - 12));
    let members: Vec<String> = (0..levels)
        .map(|index| format!(r#""m{index}": "{padding}", "n{index}": 1"#))
        .collect();
    let flat_members = format!("{{{}}}", members.join(", "));
    assert!(flat.len() >= nested.len() && flat_members.len() + 2_000 >= nested.len());

    let functions: [(&str, Function); 4] = [
        ("is_valid_json", tree::Tree::is_valid_json),
        ("validate_json", |json| {
            tree::Tree::validate_json(json).is_ok()
        }),
        ("from_json", |json| tree::Tree::from_json(json).is_ok()),
        ("Deserialize", |json| {
            serde_json::from_slice::<tree::Tree>(json).is_ok()
        }),
    ];
    for (name, function) in functions {
        let flat = median(|| (0..4).all(|_| function(flat_members.as_bytes())));
        let nested = median(|| (0..4).all(|_| function(nested.as_bytes())));
        let ratio = nested.as_secs_f64() / flat.as_secs_f64();
        assert!(ratio < 10.0, "{name}: {ratio:.1} times as much");
    }
}

/// How many errors there are, those inside others included.
fn inside(errors: &[tollgate::ValidationError]) -> usize {
    errors
        .iter()
        .map(|error| 1 + inside(error.branches()))
        .sum()
}

/// A report of nested alternatives is as long as is useful, and no longer.
#[test]
fn errors_inside_branches_do_not_grow_without_end() {
    let nested = format!(
        "{}{}{}",
        r#"{"next": "#.repeat(100),
        r#"{"flat": 1}"#,
        "}".repeat(100)
    );
    let report = tree::Tree::validate_json(nested.as_bytes()).expect_err("`flat` is no string");
    assert_eq!(report.len(), 1);
    let all = inside(&report);
    assert!((2..=1_001).contains(&all), "{all}");
}

mod merged {
    tollgate::schema! {
        inline = r##"{
            "title": "Order",
            "allOf": [
                {"$ref": "#/$defs/base"},
                {"properties": {"id": {"maximum": 99}, "lines": {"items": {"required": ["sku"]}}}}
            ],
            "properties": {"pay": {"oneOf": [{"$ref": "#/$defs/card"}, {"$ref": "#/$defs/account"}]},
                           "note": {"anyOf": [{"type": "string", "maxLength": 5}, {"type": "null"}]},
                           "at": {"prefixItems": [{"type": "integer"}, {"type": "string"}],
                                  "type": "array", "minItems": 1, "items": false}},
            "required": ["pay"],
            "$defs": {
                "base": {"type": "object", "properties": {
                    "id": {"type": "integer", "minimum": 0},
                    "lines": {"type": "array", "items": {"type": "object", "properties": {"sku": {"type": "string"}}}}
                }, "required": ["id"]},
                "card": {"type": "object", "properties": {"kind": {"const": "card"}}, "required": ["kind"]},
                "account": {"type": "object", "properties": {"kind": {"const": "account"}}, "required": ["kind"]}
            }
        }"##,
        name = Order,
    }
}

#[test]
fn what_all_of_says_becomes_one_type() {
    use merged::{Order, Pay};
    let text = r#"{"pay":{"kind":"card"},"id":7,"lines":[{"sku":"a"}],"note":null,"at":[1,"x"],"more":0.10}"#;
    let order = Order::from_json(text.as_bytes()).expect("a valid order");
    // 0 to 99, from two places.
    let id: u8 = order.id;
    assert_eq!(id, 7);
    assert!(matches!(order.pay, Pay::Card(_)));
    let sku: &String = &order.lines.as_ref().expect("lines")[0].sku;
    assert_eq!(sku, "a");
    assert_eq!(order.note, Some(None));
    let at = order.at.as_ref().expect("at");
    assert_eq!((at.0, at.1.as_deref()), (1, Some("x")));
    let again: serde_json::Value = serde_json::from_str(&order.to_json_string()).expect("JSON");
    let before: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(again, before);
}

#[test]
fn what_all_of_says_is_reported_where_it_is_written() {
    let text = r#"{"pay": {"kind": "cash"}, "id": 100, "lines": [{}], "at": []}"#;
    let report = merged::Order::validate_json(text.as_bytes()).expect_err("four mistakes");
    let found: Vec<(&str, &str)> = report
        .iter()
        .map(|error| (error.instance_location(), error.schema_location()))
        .collect();
    assert_eq!(
        found,
        [
            ("/pay", "/properties/pay/oneOf"),
            ("/id", "/allOf/1/properties/id/maximum"),
            ("/lines/0", "/allOf/1/properties/lines/items/required"),
            ("/at", "/properties/at/minItems"),
        ]
    );
    assert_eq!(report[0].branches().len(), 2);
}

mod twice {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "allOf": [
                {"not": {"minProperties": 1, "properties": {"tree": {"not": {"$ref": "#/$defs/leafy"}}},
                    "required": ["tree"]}},
                {"not": {"minProperties": 1, "properties": {"tree": {"$ref": "#/$defs/leafy"},
                    "x": {"type": "string"}}, "required": ["tree", "x"]}}
            ],
            "$defs": {
                "leafy": {
                    "anyOf": [
                        {"properties": {"leaf": {"type": "object"}}, "required": ["leaf"]},
                        {"properties": {"a": {"$ref": "#/$defs/leafy"}}, "required": ["a"]}
                    ]
                }
            }
        }"##,
        name = Twice,
    }
}

/// A verdict is remembered with the end of the value, though the walk that asked first did not need
/// to get there.
#[test]
fn what_is_remembered_ends_where_the_value_does() {
    let cases = [
        (r#"{"tree": {"leaf": {}, "y": {}}, "x": "text"}"#, false),
        (r#"{"tree": {"leaf": {}, "y": {}}, "x": 1}"#, true),
        (
            r#"{"tree": {"a": {"leaf": {}, "y": 1}, "z": {}}, "x": "text"}"#,
            false,
        ),
        (r#"{"tree": {"y": {}}, "x": 1}"#, false),
    ];
    for (document, expected) in cases {
        judged::<twice::Twice>(document, expected);
    }
}

mod noted {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "named": {"type": "integer"},
                "inner": {"$ref": "#/$defs/one"},
                "first": {"anyOf": [{"$ref": "#/$defs/one"}, {"type": "object", "maxProperties": 1}]},
                "not": {"not": {"$ref": "#/$defs/one"}}
            },
            "anyOf": [
                {"properties": {"unnamed": {"type": "string"}, "named": {"maximum": 9}}},
                {"properties": {"a name of more than two blocks, so": {"const": 1}},
                    "required": ["a name of more than two blocks, so"]}
            ],
            "dependentRequired": {"é": ["named"]},
            "$defs": {
                "one": {
                    "type": "object",
                    "oneOf": [{"required": ["x"]}, {"properties": {"y": {"type": "string"}}, "required": ["y"]}]
                }
            }
        }"##,
        name = Noted,
    }
}

/// Where members stand that other schemas speak of is noted by the object's own walk, whether or not
/// it knows their names, and however these are written; walks beside it look for them.
#[test]
fn members_that_other_schemas_speak_of_are_judged_wherever_they_stand() {
    let long = "a name of more than two blocks, so";
    let cases = [
        (r"{}", true),
        (r#"{"named": 9, "unnamed": ""}"#, true),
        (r#"{"named": 10}"#, false),
        (r#"{"unnamed": 1, "named": 9}"#, false),
        (r#"{"unnamed":{"unnamed":1},"named":9}"#, false),
        (
            r#"{"inner": {"x": 1}, "unnamed" :	"u", "more": {"unnamed": 1}}"#,
            true,
        ),
        (r#"{"n\u0061med": 10}"#, false),
        (r#"{"unn\u0061med": 1}"#, false),
        (r#"{"unn\u0061med": "1"}"#, true),
        (r#"{"named": 10, "LONG": 1}"#, true),
        (r#"{"LONG": 1.0, "named": 10}"#, true),
        (r#"{"LONG": 2, "named": 10}"#, false),
        (
            r#"{"\u0061 name of more than two blocks, so":
            1, "named": 10}"#,
            true,
        ),
        (r#"{"é": 1}"#, false),
        (r#"{"\u00e9": 1}"#, false),
        (r#"{"é": 1, "named": 1}"#, true),
        (r#"{"inner": {}}"#, false),
        (r#"{"inner": {"x": 1, "y": ""}}"#, false),
        (r#"{"inner": {"x": 1, "y": 1}}"#, true),
        (r#"{"inner": {"y": "", "z": [{}]}}"#, true),
        (r#"{"first": {"x": 1, "z": {}}}"#, true),
        (r#"{"first": {"z": 1}}"#, true),
        (r#"{"first": {"x": 1, "y": ""}}"#, false),
        (r#"{"not": {"x": 1}}"#, false),
        (r#"{"not": {"x": 1, "y": ""}}"#, true),
        (r#"{"unnamed": "", "unnamed": ""}"#, false),
    ];
    for (document, expected) in cases {
        let document = document.replace("LONG", long);
        judged::<noted::Noted>(&document, expected);
        let compact = document.replace(": ", ":").replace(", \"", ",\"");
        judged::<noted::Noted>(&compact, expected);
        // Too long for the copy in which short documents are judged.
        let far = format!("{document}{}", " ".repeat(3_000));
        judged::<noted::Noted>(&far, expected);
    }
}

mod left {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {"strict": {"type": "boolean"}},
            "oneOf": [
                {
                    "required": ["strict"],
                    "properties": {
                        "strict": {"const": true},
                        "deep": {"properties": {"a": {"type": "integer"}, "b": {}}, "additionalProperties": false}
                    }
                },
                {
                    "properties": {
                        "strict": {"const": false},
                        "deep": {"type": ["object", "null"], "properties": {"a": {"type": "integer"}}}
                    }
                }
            ],
            "if": {"required": ["once"]},
            "then": {"properties": {"more": {"additionalProperties": {"type": "number"}}}}
        }"##,
        name = Left,
    }
}

/// Objects that only other schemas speak of are left to these, and read all the same: once, whichever
/// of them asks, and also where none does.
#[test]
fn members_that_are_left_to_other_schemas_are_read_to_their_ends() {
    let cases = [
        (r#"{"deep": {"a": 1, "z": [{}]}}"#, true),
        (r#"{"deep": {"a": "1"}}"#, false),
        (r#"{"deep": {"a": 1, "a": 1}}"#, false),
        (r#"{"deep": {"z": {"x": 1, "x": 1}}}"#, false),
        (r#"{"deep": {"a": 123456789012345678901234567890}}"#, true),
        (r#"{"deep": []}"#, false),
        (r#"{"deep": null}"#, true),
        (r#"{"deep": {}, "deep": {}}"#, false),
        (r#"{"deep": {"a": [1}, "z": ]}}"#, false),
        (r#"{"deep": {"z": 01}}"#, false),
        (r#"{"deep": {"z": "\x"}}"#, false),
        (
            r#"{"strict": true, "deep": {"a": 1, "b": {"x": {}}}}"#,
            true,
        ),
        (
            r#"{"deep": {"a": 1, "b": {"x": {}}}, "strict": true}"#,
            true,
        ),
        (r#"{"deep": {"a": 1, "z": {}}, "strict": true}"#, false),
        (
            r#"{"deep": {"b": {"x": 1, "x": 1}}, "strict": true}"#,
            false,
        ),
        (r#"{"deep": {"a": 1, "z": {}}, "strict": false}"#, true),
        // Nobody asks for this one.
        (r#"{"more": {"x": "1", "y": {"z": []}}}"#, true),
        (r#"{"more": {"x": 1, "x": 1}}"#, false),
        (r#"{"more": {"x": [1}}"#, false),
        (r#"{"more": {"x": nul}}"#, false),
        (r#"{"more": {"x": "}"}, "deep": {"a": 1}}"#, true),
        (r#"{"more": {"x": 1.5}, "once": null}"#, true),
        (r#"{"once": null, "more": {"x": "1"}}"#, false),
        (r#"{"once": null, "mor\u0065": {"x": "1"}}"#, false),
    ];
    for (document, expected) in cases {
        judged::<left::Left>(document, expected);
        let far = format!("{document}{}", " ".repeat(3_000));
        judged::<left::Left>(&far, expected);
    }
    for name in ["deep", "more"] {
        for (depth, expected) in [(126, true), (127, false)] {
            let (open, close) = ("[".repeat(depth), "]".repeat(depth));
            let document = format!("{{\"{name}\": {{\"z\": {open}{close}}}}}");
            judged::<left::Left>(&document, expected);
        }
    }
}
