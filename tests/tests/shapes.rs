//! Which types schemas become, and what those let pass.

use tollgate::{Members, Number};
use tollgate_tests::check::check;

mod scalars {
    tollgate::schema! {
        inline = r#"{
            "type": "object",
            "properties": {
                "percent": {"type": "integer", "minimum": 0, "maximum": 100},
                "offset": {"type": "integer", "exclusiveMinimum": -200, "exclusiveMaximum": 200},
                "big": {"type": "integer"},
                "price": {"type": "number", "exclusiveMinimum": 0.1, "maximum": 1e3},
                "flag": {"type": "boolean"},
                "nothing": {"type": "null"},
                "code": {"type": "string", "minLength": 2, "maxLength": 3},
                "any": true,
                "never": false
            },
            "additionalProperties": false
        }"#,
        name = Scalars,
    }
}

#[test]
fn scalars_have_the_narrowest_type_and_their_bounds() {
    use scalars::Scalars;
    check::<Scalars>(
        r#"{"percent": 100, "offset": -199, "big": -9223372036854775808, "price": 1000.0,
            "flag": true, "nothing": null, "code": "€uro"}"#,
        &[("maxLength", "/code")],
    );
    check::<Scalars>(
        r#"{"percent": 1e2, "price": 0.10000000000000000000000000000001}"#,
        &[],
    );
    check::<Scalars>(
        r#"{"percent": 101, "offset": 200, "price": 0.1, "code": "x"}"#,
        &[
            ("maximum", "/percent"),
            ("exclusiveMaximum", "/offset"),
            ("exclusiveMinimum", "/price"),
            ("minLength", "/code"),
        ],
    );
    check::<Scalars>(
        r#"{"percent": 100.5}"#,
        &[("type", "/percent"), ("maximum", "/percent")],
    );
    check::<Scalars>(r#"{"big": 9223372036854775808}"#, &[("range", "/big")]);
    check::<Scalars>(r#"{"percent": 1e400}"#, &[("maximum", "/percent")]);
    check::<Scalars>(r#"{"never": null, "any": [1, {}]}"#, &[("false", "/never")]);
    check::<Scalars>(
        r#"{"prize": 1, "perzent": 2}"#,
        &[("additionalProperties", ""), ("additionalProperties", "")],
    );
    check::<Scalars>("[]", &[("type", "")]);
    let value = Scalars::from_json(br#"{"percent": 7, "offset": 5, "price": 2.50}"#).unwrap();
    let percent: Option<u8> = value.percent;
    let offset: Option<i16> = value.offset;
    let price: Option<Number> = value.price;
    assert_eq!(
        (percent, offset, price.unwrap().to_string().as_str()),
        (Some(7), Some(5), "2.50")
    );
}

#[test]
fn help_names_the_member_that_was_meant() {
    let report = scalars::Scalars::validate_json(br#"{"perzent": 2}"#).unwrap_err();
    assert_eq!(report[0].help(), Some("did you mean \"percent\"?"));
    assert_eq!((report[0].line(), report[0].column()), (Some(1), Some(2)));
    assert_eq!(report[0].schema_location(), "/additionalProperties");
}

mod lists {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "required": ["tags"],
            "properties": {
                "tags": {"type": "array", "items": {"type": "string", "pattern": "^#"}, "minItems": 1, "maxItems": 2},
                "matrix": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
                "anything": {"type": "array"},
                "open": {"type": "object"},
                "closed": {"type": "object", "additionalProperties": false},
                "prices": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0}},
                "listed": {"type": "array", "items": false}
            }
        }"##,
        name = Lists,
    }
}

#[test]
fn arrays_and_maps_hold_what_their_schemas_say() {
    use lists::Lists;
    check::<Lists>(
        r##"{"tags": ["#a"], "matrix": [[1, 2], []], "anything": [null], "open": {"x": {"y": 1}},
            "closed": {}, "prices": {"a/b": 1.50}, "listed": []}"##,
        &[],
    );
    check::<Lists>(r#"{"tags": []}"#, &[("minItems", "/tags")]);
    check::<Lists>(
        r##"{"tags": ["#", "x", "#"]}"##,
        &[("maxItems", "/tags"), ("pattern", "/tags/1")],
    );
    check::<Lists>(
        r##"{"tags": ["#"], "matrix": [[1], [2, "3"], 4]}"##,
        &[("type", "/matrix/1/1"), ("type", "/matrix/2")],
    );
    check::<Lists>(
        r##"{"tags": ["#"], "prices": {"a/b": -1, "c~d": "x"}}"##,
        &[("minimum", "/prices/a~1b"), ("type", "/prices/c~0d")],
    );
    check::<Lists>(
        r##"{"tags": ["#"], "closed": {"x": 1}, "listed": [1]}"##,
        &[("additionalProperties", "/closed"), ("false", "/listed/0")],
    );
    let value = Lists::from_json(br##"{"tags": ["#"], "prices": {"b": 2, "a": 1}}"##).unwrap();
    let prices: Members<Number> = value.prices.unwrap();
    assert_eq!(
        prices.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        ["b", "a"]
    );
}

mod lists_of_types {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "required": ["sides"],
            "properties": {
                "sides": {"type": "array", "items": {"title": "Side", "enum": ["left", "right"]}},
                "grid": {"type": "array", "items": {"type": "array", "items": {"title": "Side", "enum": ["left", "right"]}}},
                "maybe": {"type": ["array", "null"], "items": {"title": "Side", "enum": ["left", "right"]}},
                "points": {"type": "array", "items": {"title": "Point", "type": "object", "properties": {"x": {"type": "integer"}}}},
                "paths": {"type": "array", "items": {"$ref": "#/properties/points"}},
                "either": {"anyOf": [
                    {"title": "Many", "type": "array", "items": {"title": "Side", "enum": ["left", "right"]}},
                    {"title": "One", "enum": ["left", "right"]}
                ]},
                "inner": {"title": "Inner", "type": "object", "properties": {
                    "sides": {"type": "array", "items": {"title": "Side", "enum": ["left", "right"]}}
                }}
            },
            "additionalProperties": {"type": "array", "items": {"title": "Side", "enum": ["left", "right"]}}
        }"##,
        name = ListsOfTypes,
    }
}

#[test]
fn lists_of_types_stand_anywhere() {
    use lists_of_types::{ListsOfTypes, Side};
    let valid = r#"{"sides": ["left"], "grid": [["right", "left"], []], "maybe": null,
        "points": [{"x": 1}, {}], "paths": [[], [{"x": 2}]], "either": ["right"],
        "inner": {"sides": ["left", "right"]}, "more": ["left"]}"#;
    check::<ListsOfTypes>(valid, &[]);
    check::<ListsOfTypes>(r#"{"sides": [], "maybe": ["left"], "either": "left"}"#, &[]);
    check::<ListsOfTypes>(
        r#"{"sides": ["left", "up"], "grid": [["left"], ["up"], 1], "maybe": ["up"],
            "points": [{"x": "1"}], "paths": [[{"x": 1}, 2]], "inner": {"sides": {}}, "more": ["up"]}"#,
        &[
            ("enum", "/sides/1"),
            ("enum", "/grid/1/0"),
            ("type", "/grid/2"),
            ("enum", "/maybe/0"),
            ("type", "/points/0/x"),
            ("type", "/paths/0/1"),
            ("type", "/inner/sides"),
            ("enum", "/more/0"),
        ],
    );
    check::<ListsOfTypes>("{}", &[("required", "")]);
    check::<ListsOfTypes>(
        r#"{"sides": ["left"], "sides": ["right"]}"#,
        &[("duplicate", "/sides")],
    );
    check::<ListsOfTypes>(
        r#"{"sides": [], "inner": {"sides": [], "sides": []}}"#,
        &[("duplicate", "/inner/sides")],
    );
    let value = ListsOfTypes::from_json(valid.as_bytes()).unwrap();
    assert_eq!(value.sides, [Side::Left]);
    assert_eq!(value.grid.unwrap(), [vec![Side::Right, Side::Left], vec![]]);
    let inner = value.inner.unwrap().sides.unwrap();
    assert_eq!(inner, [Side::Left, Side::Right]);
    let points: Vec<Option<i64>> = value.points.unwrap().iter().map(|point| point.x).collect();
    assert_eq!(points, [Some(1), None]);
}

mod enums {
    tollgate::schema! {
        inline = r#"{
            "type": "object",
            "properties": {
                "state": {"type": "string", "enum": ["open", "closed", "2nd", "self"]},
                "untyped": {"enum": ["a", "b"]},
                "kind": {"const": "order"},
                "maybe": {"type": ["string", "null"], "enum": ["x", null]},
                "level": {"enum": [1, 2.5, 3]},
                "small": {"type": "integer", "enum": [1, 2, 3]},
                "mixed": {"enum": [1, "one", null, true, [1], {"a": 1.0}]},
                "exact": {"const": {"a": [1, 2]}}
            }
        }"#,
        name = Enums,
    }
}

#[test]
fn listed_values_are_told_apart_exactly() {
    use enums::{Enums, State, Untyped};
    check::<Enums>(
        r#"{"state": "2nd", "untyped": "b", "kind": "order", "maybe": null}"#,
        &[],
    );
    check::<Enums>(
        r#"{"maybe": "x", "level": 2.50, "small": 3.0, "mixed": {"a": 1}, "exact": {"a": [1.0, 2]}}"#,
        &[],
    );
    check::<Enums>(r#"{"state": "opened"}"#, &[("enum", "/state")]);
    check::<Enums>(r#"{"state": 1}"#, &[("type", "/state"), ("enum", "/state")]);
    check::<Enums>(
        r#"{"untyped": 1, "kind": {"order": null}}"#,
        &[("enum", "/untyped"), ("const", "/kind")],
    );
    check::<Enums>(r#"{"maybe": "y"}"#, &[("enum", "/maybe")]);
    check::<Enums>(r#"{"maybe": 5}"#, &[("type", "/maybe"), ("enum", "/maybe")]);
    check::<Enums>(
        r#"{"level": 2, "small": 4, "mixed": [1, 1], "exact": {"a": [2, 1]}}"#,
        &[
            ("enum", "/level"),
            ("enum", "/small"),
            ("enum", "/mixed"),
            ("const", "/exact"),
        ],
    );
    check::<Enums>(
        r#"{"small": 1.5}"#,
        &[("enum", "/small"), ("type", "/small")],
    );
    for document in [
        r#"{"mixed": 1}"#,
        r#"{"mixed": "one"}"#,
        r#"{"mixed": true}"#,
        r#"{"mixed": [1.0]}"#,
    ] {
        check::<Enums>(document, &[]);
    }
    check::<Enums>(r#"{"mixed": false}"#, &[("enum", "/mixed")]);
    let value = Enums::from_json(br#"{"state": "self", "untyped": "a"}"#).unwrap();
    assert_eq!(
        (value.state, value.untyped),
        (Some(State::Self_), Some(Untyped::A))
    );
    assert_eq!(
        State::ALL.map(State::as_str),
        ["open", "closed", "2nd", "self"]
    );
    assert_eq!("closed".parse::<State>().unwrap(), State::Closed);
    let report = "opne".parse::<State>().unwrap_err();
    assert!(
        report[0]
            .help()
            .unwrap()
            .starts_with("did you mean \"open\"?"),
        "{report}"
    );
}

mod nullable {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "name": {"type": ["null", "string"]},
                "point": {"title": "Spot", "type": ["object", "null"], "required": ["x"],
                    "properties": {"x": {"type": "integer"}, "in": {"type": ["string", "null"]}}},
                "names": {"type": "array", "items": {"type": ["string", "null"]}},
                "points": {"type": "array", "items": {"$ref": "#/properties/point"}},
                "by_name": {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
                "next": {"anyOf": [{"$ref": "#/properties/point"}, {"type": "integer"}]}
            },
            "required": ["name", "point"]
        }"##,
        name = Nullable,
    }
}

#[test]
fn strings_and_objects_that_may_be_null_stand_anywhere() {
    use nullable::Nullable;
    for valid in [
        r#"{"name": null, "point": null}"#,
        "{\"name\":\n null ,\"point\":\n\t{\"x\": 1, \"in\": null}, \"next\":null}",
        r#"{"name": "\u0061 name that is longer than two blocks of sixteen bytes", "point": {"x": 1, "in": "a"},
            "names": ["a", null, ""], "points": [null, {"x": 2}, null], "by_name": {"a": null, "b": "b"},
            "next": {"x": -1}}"#,
        r#"{"name": "", "point": {"x": 0}, "names": [], "points": [], "by_name": {}, "next": 5}"#,
    ] {
        check::<Nullable>(valid, &[]);
        let value = Nullable::from_json(valid.as_bytes()).unwrap();
        let back = Nullable::from_json(&value.to_json()).unwrap();
        assert_eq!(back, value);
    }
    check::<Nullable>(
        r#"{"name": 1, "point": "null", "names": [false, []], "points": [{}, {"x": 1, "in": 2}, 3],
            "by_name": {"a": {}}}"#,
        &[
            ("type", "/name"),
            ("type", "/point"),
            ("type", "/names/0"),
            ("type", "/names/1"),
            ("required", "/points/0"),
            ("type", "/points/1/in"),
            ("type", "/points/2"),
            ("type", "/by_name/a"),
        ],
    );
    for malformed in [
        r#"{"name": nul, "point": null}"#,
        r#"{"name": "a, "point": null}"#,
        r#"{"name": , "point": null}"#,
    ] {
        assert!(
            !Nullable::is_valid_json(malformed.as_bytes()),
            "{malformed}"
        );
        assert!(
            Nullable::from_json(malformed.as_bytes()).is_err(),
            "{malformed}"
        );
        let report = Nullable::validate_json(malformed.as_bytes()).unwrap_err();
        assert_eq!(
            report
                .iter()
                .map(tollgate::ValidationError::keyword)
                .collect::<Vec<_>>(),
            ["syntax"]
        );
    }
}

mod unions {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "id": {"type": ["integer", "string"], "minLength": 2, "minimum": 0},
                "name": {"type": ["string", "null"], "maxLength": 3},
                "point": {"type": ["object", "null"], "required": ["x"], "properties": {"x": {"type": "integer"}}},
                "loose": {"minimum": 5, "properties": {"a": {"type": "boolean"}}},
                "required_null": {"type": "null"}
            },
            "required": ["required_null"]
        }"##,
        name = Unions,
    }
}

#[test]
fn several_types_are_told_apart_by_the_value() {
    use unions::{Id, Loose, Unions};
    check::<Unions>(
        r#"{"required_null": null, "id": 5, "name": null, "point": null, "loose": 5}"#,
        &[],
    );
    check::<Unions>(
        r#"{"required_null": null, "id": "ab", "name": "abc", "point": {"x": 1, "y": []}, "loose": {"a": true}}"#,
        &[],
    );
    check::<Unions>(r#"{"required_null": null, "loose": "anything"}"#, &[]);
    check::<Unions>(
        r#"{"required_null": null, "id": -1, "name": "abcd", "point": {}, "loose": 4}"#,
        &[
            ("minimum", "/id"),
            ("maxLength", "/name"),
            ("required", "/point"),
            ("minimum", "/loose"),
        ],
    );
    check::<Unions>(
        r#"{"required_null": null, "id": [], "name": 1, "point": [], "loose": {"a": 1}}"#,
        &[
            ("type", "/id"),
            ("type", "/name"),
            ("type", "/point"),
            ("type", "/loose/a"),
        ],
    );
    check::<Unions>("{}", &[("required", "")]);
    let value = Unions::from_json(br#"{"required_null": null, "id": "ab", "name": null}"#).unwrap();
    assert_eq!(value.name, Some(None));
    assert!(matches!(value.id, Some(Id::String(ref text)) if text == "ab"));
    assert_eq!(value.loose, None::<Loose>);
}

mod trees {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "required": ["value"],
            "properties": {
                "value": {"type": "integer"},
                "left": {"$ref": "#"},
                "right": {"$ref": "#/$defs/maybe"},
                "children": {"type": "array", "items": {"$ref": "#"}},
                "by_name": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Leaf"}}
            },
            "$defs": {
                "maybe": {"type": ["object", "null"], "properties": {"tree": {"$ref": "#/$defs/maybe"}}},
                "Leaf": {"type": "object", "properties": {"up": {"$ref": "#"}}, "additionalProperties": {"$ref": "#"}}
            }
        }"##,
        name = Tree,
    }
}

#[test]
fn schemas_may_refer_to_themselves() {
    use trees::Tree;
    check::<Tree>(
        r#"{"value": 1, "left": {"value": 2, "left": {"value": 3}}, "right": {"tree": {"tree": null}},
            "children": [{"value": 4}], "by_name": {"a": {"up": {"value": 5}, "x": {"value": 6}}}}"#,
        &[],
    );
    check::<Tree>(
        r#"{"value": 1, "left": {"left": {}}, "right": {"tree": 1}, "by_name": {"a": {"x": {}}}}"#,
        &[
            ("required", "/left"),
            ("required", "/left/left"),
            ("type", "/right/tree"),
            ("required", "/by_name/a/x"),
        ],
    );
    let report = Tree::validate_json(br#"{"value": 1, "left": {"value": "x"}}"#).unwrap_err();
    assert_eq!(report[0].schema_location(), "/properties/value/type");
    assert_eq!(
        report[0].evaluation_path(),
        "/properties/left/$ref/properties/value/type"
    );
    let deep = format!(
        "{}1{}",
        r#"{"value": 1, "left": "#.repeat(100_000),
        "}".repeat(100_000)
    );
    assert_eq!(
        Tree::validate_json(deep.as_bytes()).unwrap_err()[0].keyword(),
        "depth"
    );
}

mod defaults {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "currency": {"enum": ["INR", "EUR"], "default": "INR"},
                "retries": {"type": "integer", "minimum": 0, "maximum": 9, "default": 3},
                "dry": {"type": "boolean", "default": true},
                "note": {"type": "string", "default": "none"},
                "code": {"type": "string", "pattern": "^[a-z]+$", "default": "abc"},
                "wrong": {"type": "string", "pattern": "^[a-z]+$", "default": "ABC"}
            }
        }"##,
        name = Defaults,
    }
}

#[test]
fn a_default_is_told_and_not_written() {
    let value = defaults::Defaults::from_json(b"{}").unwrap();
    assert_eq!(value.currency_or_default(), defaults::Currency::Inr);
    assert_eq!(value.retries_or_default(), 3u8);
    assert!(value.dry_or_default());
    assert_eq!(value.note_or_default(), "none");
    assert_eq!(value.code_or_default(), "abc");
    assert_eq!(value.to_json_string(), "{}");
    let value = defaults::Defaults::from_json(br#"{"note": "x"}"#).unwrap();
    assert_eq!(value.note_or_default(), "x");
}

mod settings {
    use f64 as Float;
    tollgate::schema! {
        inline = r#"{"type": "object", "properties": {"n": {"type": "number"}, "i": {"type": "integer"}}}"#,
        name = Lenient,
        duplicates = last,
        unknown = ignore,
        number = Float,
        integer = exact,
        max_depth = 3,
        vis = pub(crate),
    }
}

#[test]
fn settings_change_what_is_read() {
    use settings::Lenient;
    let value =
        Lenient::from_json(br#"{"n": "x", "n": 1.5, "i": 1e30, "x": {"n": 1, "n": 2}}"#).unwrap();
    assert_eq!(value.n, Some(1.5));
    assert_eq!(value.i.as_ref().unwrap().to_string(), "1e30");
    assert_eq!(value.to_json_string(), r#"{"n":1.5,"i":1e30}"#);
    assert!(Lenient::is_valid_json(br#"{"x": [[1]]}"#));
    let report = Lenient::validate_json(br#"{"x": [[[1]]]}"#).unwrap_err();
    assert_eq!(report[0].keyword(), "depth");
    let report = Lenient::validate_json(br#"{"n": 1, "n": "x"}"#).unwrap_err();
    assert_eq!(
        (report.len(), report[0].keyword(), report[0].column()),
        (1, "type", Some(15))
    );
    let mut value = Lenient::from_json(b"{}").unwrap();
    value.n = Some(f64::NAN);
    assert_eq!(value.validate().unwrap_err()[0].keyword(), "range");
    assert_eq!(value.to_json_string(), r#"{"n":null}"#);
}

mod roots {
    tollgate::schema! { inline = r#"{"type": "array", "items": {"type": "integer"}}"#, name = Numbers }
    tollgate::schema! { inline = "true", name = Anything }
    tollgate::schema! { inline = "false", name = Nothing }
    tollgate::schema! { inline = r#"{"type": ["string", "null"]}"#, name = MaybeText }
    tollgate::schema! { inline = r##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "number"}}}"##, name = Referring }
    tollgate::schema! { inline = r#"{"type": "string", "maxLength": 2}"#, name = Short }
    tollgate::schema! { inline = r#"{"required": ["a"]}"#, name = Loose }
    tollgate::schema! { inline = r#"{"type": "array", "items": {"enum": ["up", "down"]}}"#, name = Steps }
}

#[test]
fn every_root_is_a_type_of_its_own() {
    check::<roots::Numbers>("[1, 2]", &[]);
    check::<roots::Numbers>("[1, 2.5]", &[("type", "/1")]);
    check::<roots::Anything>(r#"{"a": [1e400]}"#, &[]);
    check::<roots::Nothing>("1", &[("false", "")]);
    check::<roots::MaybeText>("null", &[]);
    check::<roots::MaybeText>("1", &[("type", "")]);
    check::<roots::Referring>("1.5", &[]);
    check::<roots::Referring>("[]", &[("type", "")]);
    check::<roots::Short>("\"ab\"", &[]);
    check::<roots::Short>("\"abc\"", &[("maxLength", "")]);
    check::<roots::Loose>("[]", &[]);
    check::<roots::Loose>("{}", &[("required", "")]);
    check::<roots::Loose>(r#"{"a": null}"#, &[]);
    check::<roots::Steps>(r#"["up", "down", "up"]"#, &[]);
    check::<roots::Steps>(r#"["up", "left", 1]"#, &[("enum", "/1"), ("enum", "/2")]);
    assert_eq!(roots::Numbers(vec![1, 2]).to_json_string(), "[1,2]");
}
