//! Objects whose members are rows: judged by tables, or unrolled where documents are small messages.

use tollgate::{Schema, ValidationError};
use tollgate_tests::check::{Checked, check};

/// Objects of many members, which are judged by tables.
mod records {
    tollgate::schema! {
        inline = r##"{
            "title": "Wide",
            "type": "object",
            "properties": {
                "whole": {"$ref": "#/$defs/whole"},
                "merged": {"$ref": "#/$defs/merged"},
                "counted": {"$ref": "#/$defs/counted"},
                "m0": {"type": "boolean"}, "m1": {"type": "boolean"}, "m2": {"type": "boolean"},
                "m3": {"type": "boolean"}, "m4": {"type": "boolean"}, "m5": {"type": "boolean"},
                "m6": {"type": "boolean"}, "m7": {"type": "boolean"}, "m8": {"type": "boolean"},
                "m9": {"type": "boolean"}, "m10": {"type": "boolean"}, "m11": {"type": "boolean"},
                "m12": {"type": "boolean"}, "m13": {"type": "boolean"}, "m14": {"type": "boolean"},
                "m15": {"type": "boolean"}, "m16": {"type": "boolean"}, "m17": {"type": "boolean"},
                "m18": {"type": "boolean"}, "m19": {"type": "boolean"}, "m20": {"type": "boolean"},
                "m21": {"type": "boolean"}, "m22": {"type": "boolean"}, "m23": {"type": "boolean"},
                "m24": {"type": "boolean"}, "m25": {"type": "boolean"}, "m26": {"type": "boolean"},
                "m27": {"type": "boolean"}, "m28": {"type": "boolean"}, "m29": {"type": "boolean"},
                "m30": {"type": "boolean"}, "m31": {"type": "boolean"}, "m32": {"type": "boolean"},
                "m33": {"type": "boolean"}, "m34": {"type": "boolean"}, "m35": {"type": "boolean"},
                "m36": {"type": "boolean"}, "m37": {"type": "boolean"}, "m38": {"type": "boolean"},
                "m39": {"type": "boolean"}, "m40": {"type": "boolean"}, "m41": {"type": "boolean"},
                "m42": {"type": "boolean"}, "m43": {"type": "boolean"}, "m44": {"type": "boolean"},
                "m45": {"type": "boolean"}, "m46": {"type": "boolean"}, "m47": {"type": "boolean"},
                "m48": {"type": "boolean"}, "m49": {"type": "boolean"}, "m50": {"type": "boolean"},
                "m51": {"type": "boolean"}, "m52": {"type": "boolean"}, "m53": {"type": "boolean"},
                "m54": {"type": "boolean"}, "m55": {"type": "boolean"}, "m56": {"type": "boolean"},
                "m57": {"type": "boolean"}, "m58": {"type": "boolean"}, "m59": {"type": "boolean"},
                "m60": {"type": "boolean"}, "m61": {"type": "boolean"}, "m62": {"type": "boolean"},
                "m63": {"type": "boolean"}, "m64": {"type": "boolean"}, "m65": {"type": "boolean"}
            },
            "$defs": {
                "whole": {
                    "type": "object",
                    "properties": {
                        "a": {"type": "string", "maxLength": 1}, "b": {"type": "integer"}, "c": true, "d": {"$ref": "#/$defs/whole"},
                        "e": {"type": "array", "items": {"type": "integer"}}, "f": {"enum": ["x", "y"]},
                        "g": {"type": "number"}, "h": {"type": "null"}, "read": {"type": "string"}
                    },
                    "required": ["a", "read"],
                    "additionalProperties": false
                },
                "merged": {
                    "allOf": [{"$ref": "#/$defs/counted"}],
                    "type": "object",
                    "properties": {
                        "a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}, "d": {"type": "string"},
                        "e": {"type": "string"}
                    }
                },
                "counted": {
                    "type": "object",
                    "properties": {
                        "m": {"type": "integer"}, "n": {"type": "integer"}, "o": {"type": "integer"}, "p": {"type": "integer"},
                        "q": {"type": "integer"}, "r": {"type": "integer"}, "s": {"type": "integer"}, "t": {"type": "integer"},
                        "u": {"type": "integer"}
                    },
                    "required": ["m"],
                    "additionalProperties": {"type": "string"}
                }
            }
        }"##,
    }
}

#[test]
fn objects_of_many_members_are_judged_by_tables() {
    check::<records::Wide>("{}", &[]);
    check::<records::Wide>("[]", &[("type", "")]);
    check::<records::Wide>(r#"{"m0": true, "m65": false, "other": [1]}"#, &[]);
    check::<records::Wide>(
        r#"{"m65": 1, "m1": true, "m64": "x"}"#,
        &[("type", "/m65"), ("type", "/m64")],
    );
    // The second word of bits.
    check::<records::Wide>(
        r#"{"m64": true, "m0": true, "m64": true}"#,
        &[("duplicate", "/m64")],
    );
    check::<records::Wide>(
        r#"{"m0": true, "m64": true, "m0": true, "o": 1, "o": 2}"#,
        &[("duplicate", "/m0"), ("duplicate", "/o")],
    );
    let deep = r#"{"whole": {"a": "1", "read": "", "d": {"read": "r", "a": "2", "f": "y", "e": [1], "c": {}}}}"#;
    check::<records::Wide>(deep, &[]);
    check::<records::Wide>(
        r#"{"whole": {"a": "12", "z": 1, "d": {"read": 1, "h": 0}}}"#,
        &[
            ("required", "/whole"),
            ("maxLength", "/whole/a"),
            ("additionalProperties", "/whole"),
            ("required", "/whole/d"),
            ("type", "/whole/d/read"),
            ("type", "/whole/d/h"),
        ],
    );
    check::<records::Wide>(
        r#"{"counted": {"m": 1, "x": "", "y": 2}}"#,
        &[("type", "/counted/y")],
    );
    check::<records::Wide>(
        r#"{"merged": {"a": 1, "n": ""}}"#,
        &[
            ("required", "/merged"),
            // By its own schema, and by that of the members which the other one does not name.
            ("type", "/merged/a"),
            ("type", "/merged/a"),
            ("type", "/merged/n"),
        ],
    );
}

#[test]
fn rows_know_the_ways_to_what_judges() {
    let report = records::Wide::validate_json(
        br#"{"m1": 1, "whole": {"a": "", "read": 1}, "merged": {"m": "", "x": ""}, "counted": {"y": 1}}"#,
    );
    let report = report.unwrap_err();
    let ways: Vec<(&str, &str)> = report
        .iter()
        .map(|error| (error.schema_location(), error.evaluation_path()))
        .collect();
    assert_eq!(
        ways,
        [
            ("/properties/m1/type", "/properties/m1/type"),
            (
                "/$defs/whole/properties/read/type",
                "/properties/whole/$ref/properties/read/type"
            ),
            (
                "/$defs/counted/properties/m/type",
                "/properties/merged/$ref/allOf/0/$ref/properties/m/type"
            ),
            (
                "/$defs/counted/required",
                "/properties/counted/$ref/required"
            ),
            (
                "/$defs/counted/additionalProperties/type",
                "/properties/counted/$ref/additionalProperties/type"
            ),
        ]
    );
}

/// Objects of few members whose other members are told apart by their names: kept, judged, or forbidden.
/// Most members are required, so rows are unrolled.
mod messages {
    tollgate::schema! {
        inline = r##"{
            "title": "Service",
            "type": "object",
            "required": ["name", "retries"],
            "properties": {
                "name": {"type": "string"},
                "retries": {"type": "integer", "minimum": 0},
                "limits": {"$ref": "#/$defs/limits"}
            },
            "patternProperties": {"^x-": {"type": "string"}, "-ms$": {"type": "integer"}},
            "additionalProperties": false,
            "$defs": {
                "limits": {
                    "type": "object",
                    "properties": {"cpu": {"type": "number"}},
                    "patternProperties": {"^[@$]": true},
                    "additionalProperties": {"type": "boolean"}
                }
            }
        }"##,
    }
}

/// The same where few are, so that tables are walked by.
mod files {
    tollgate::schema! {
        inline = r##"{
            "title": "Service",
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "retries": {"type": "integer", "minimum": 0},
                "limits": {"$ref": "#/$defs/limits"}
            },
            "patternProperties": {"^x-": {"type": "string"}, "-ms$": {"type": "integer"}},
            "additionalProperties": false,
            "$defs": {
                "limits": {
                    "type": "object",
                    "properties": {"cpu": {"type": "number"}},
                    "patternProperties": {"^[@$]": true},
                    "additionalProperties": {"type": "boolean"}
                }
            }
        }"##,
    }
}

#[test]
fn members_without_a_row_are_judged_by_their_names() {
    judged_by_their_names::<messages::Service>();
    judged_by_their_names::<files::Service>();
}

fn judged_by_their_names<T: Checked>() {
    check::<T>(
        r#"{"name": "a", "retries": 1, "x-note": "b", "wait-ms": 5, "limits": {"cpu": 0.5, "$id": [], "on": true}}"#,
        &[],
    );
    check::<T>(
        r#"{"retries": 1, "x-note": 1, "wait-ms": "b", "x-ms": 1, "more": 2, "limits": {"cpu": "", "on": 1}}"#,
        &[
            ("required", ""),
            ("type", "/x-note"),
            ("type", "/wait-ms"),
            ("type", "/x-ms"),
            ("additionalProperties", ""),
            ("type", "/limits/cpu"),
            ("type", "/limits/on"),
        ],
    );
    check::<T>(
        r#"{"name": "a", "retries": 1, "x-note": "b", "x-note": "c", "name": "d"}"#,
        &[("duplicate", "/x-note"), ("duplicate", "/name")],
    );
}

/// Blanks wherever JSON allows them, and members in another order, take other ways through the reader.
#[test]
fn unrolled_rows_read_documents_however_they_are_written() {
    read_however_they_are_written::<messages::Service>(&[0, 1]);
}

#[test]
fn tables_read_documents_however_they_are_written() {
    read_however_they_are_written::<files::Service>(&[0]);
}

/// `required`: which of the members have to be there.
fn read_however_they_are_written<T: Checked>(required: &[usize]) {
    let members = [
        (r#""name""#, r#""a""#),
        (r#""retries""#, "3"),
        (r#""limits""#, r#"{"cpu":1}"#),
        (r#""x-note""#, r#""b""#),
    ];
    let blanks = ["", " ", "  ", "\n", "\n  ", "\r\n\t", " \n ", "\t"];
    for (before_name, before_colon, behind_colon, before_comma) in [
        (0, 0, 0, 0),
        (1, 0, 1, 0),
        (1, 0, 0, 0),
        (0, 0, 1, 0),
        (2, 0, 1, 1),
        (4, 0, 1, 0),
        (3, 1, 2, 4),
        (5, 6, 7, 3),
        (6, 7, 5, 6),
        (7, 2, 3, 1),
    ] {
        for skipped in 0..=members.len() {
            for turned in [false, true] {
                let mut chosen = members.to_vec();
                if skipped < members.len() {
                    chosen.remove(skipped);
                }
                if turned {
                    chosen.reverse();
                }
                let chosen: Vec<String> = chosen
                    .iter()
                    .map(|(name, value)| {
                        format!(
                            "{}{name}{}:{}{value}",
                            blanks[before_name], blanks[before_colon], blanks[behind_colon]
                        )
                    })
                    .collect();
                let comma = format!("{},", blanks[before_comma]);
                let document = format!("{{{}{}}}", chosen.join(&comma), blanks[before_comma]);
                let expected: &[(&str, &str)] = if required.contains(&skipped) {
                    &[("required", "")]
                } else {
                    &[]
                };
                check::<T>(&document, expected);
                for malformed in [
                    document.replacen(',', "", 1),
                    document.replacen(',', ",,", 1),
                    document.replacen(':', " ", 1),
                    document.replacen('}', " ,}", 2),
                ] {
                    if serde_json::from_str::<serde_json::Value>(&malformed).is_err() {
                        assert!(
                            !<T as Schema<'_>>::is_valid_json(malformed.as_bytes()),
                            "{malformed}"
                        );
                        let report = <T as Schema<'_>>::validate_json(malformed.as_bytes());
                        assert_eq!(report.unwrap_err()[0].keyword(), "syntax", "{malformed}");
                    }
                }
            }
        }
    }
}

/// What is alike in different places, and judged by the same functions.
mod alike {
    tollgate::schema! {
        inline = r##"{
            "title": "Net",
            "type": "object",
            "properties": {
                "in": {
                    "type": "object",
                    "properties": {"port": {"type": "integer"}},
                    "patternProperties": {"^x-": {"not": {"required": ["port"], "minProperties": 2}}},
                    "additionalProperties": false
                },
                "out": {
                    "type": "object",
                    "properties": {"host": {"type": "string"}},
                    "patternProperties": {"^x-": {"not": {"required": ["port"], "minProperties": 2}}},
                    "additionalProperties": false
                }
            }
        }"##,
    }
}

#[test]
fn what_is_alike_is_reported_where_it_stands() {
    check::<alike::Net>(
        r#"{"in": {"x-a": {"port": 1}}, "out": {"x-a": {}, "x-b": {"c": 1, "d": 2}}}"#,
        &[],
    );
    let document = r#"{"in": {"x-a": {"port": 1, "b": 2}, "host": 0}, "out": {"x-a": {"port": 1, "c": 3}, "port": 0}}"#;
    let expected = [
        ("not", "/in/x-a"),
        ("additionalProperties", "/in"),
        ("not", "/out/x-a"),
        ("additionalProperties", "/out"),
    ];
    check::<alike::Net>(document, &expected);
    let report = alike::Net::validate_json(document.as_bytes()).unwrap_err();
    let schemas: Vec<&str> = report
        .iter()
        .map(ValidationError::schema_location)
        .collect();
    assert_eq!(
        schemas,
        [
            "/properties/in/patternProperties/^x-/not",
            "/properties/in/additionalProperties",
            "/properties/out/patternProperties/^x-/not",
            "/properties/out/additionalProperties",
        ]
    );
}
