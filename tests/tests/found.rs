//! Schemas of the kind that the search has found trouble with.

use tollgate::Report;

fn errors(report: Result<(), Report>) -> Vec<(String, String)> {
    let report = report.err();
    let errors = report.iter().flat_map(|report| report.iter());
    let place = |error: &tollgate::ValidationError| {
        (
            error.instance_location().to_owned(),
            error.keyword().to_owned(),
        )
    };
    let mut errors: Vec<_> = errors.map(place).collect();
    errors.sort();
    errors
}

mod listed {
    tollgate::schema! {
        inline = r#"{"properties": {"a": {"type": "null", "enum": ["", 1]}}}"#,
        name = Listed,
    }
}

#[test]
fn a_listed_string_of_a_wrong_type_is_judged_by_the_list() {
    let errors_of = |json: &str| errors(listed::Listed::validate_json(json.as_bytes()));
    let at_a = |keyword: &str| ("/a".to_owned(), keyword.to_owned());
    assert_eq!(errors_of(r#"{"a": "b"}"#), [at_a("enum"), at_a("type")]);
    assert_eq!(errors_of(r#"{"a": ""}"#), [at_a("type")]);
    assert_eq!(errors_of(r#"{"a": null}"#), [at_a("enum")]);
    assert!(!listed::Listed::is_valid_json(br#"{"a": ""}"#));
    assert!(listed::Listed::is_valid_json(b"{}"));
}

mod contained {
    tollgate::schema! {
        inline = r#"{"$schema": "https://json-schema.org/draft/2019-09/schema",
            "contains": {"type": "null"}, "unevaluatedItems": false}"#,
        name = Noted,
    }
}

mod contained_and_evaluated {
    tollgate::schema! {
        inline = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema",
            "contains": {"type": "null"}, "unevaluatedItems": false}"#,
        name = Noted,
    }
}

#[test]
fn what_contains_matches_is_evaluated_since_2020_12() {
    let older = errors(contained::Noted::validate_json(b"[null]"));
    assert_eq!(older, [(String::new(), "unevaluatedItems".to_owned())]);
    let newer = contained_and_evaluated::Noted::validate_json(b"[null]");
    assert_eq!(errors(newer), []);
}

mod multiples {
    tollgate::schema! { inline = r#"{"multipleOf": 1.5}"#, name = Multiple }
}

#[test]
fn a_large_integer_is_divided_exactly() {
    assert!(multiples::Multiple::is_valid_json(b"9007199254740993"));
    assert!(!multiples::Multiple::is_valid_json(b"9007199254740992"));
}

mod exact {
    tollgate::schema! {
        inline = r#"{"type": "integer", "minimum": 2}"#,
        name = Exact,
        integer = exact,
    }
}

#[test]
fn an_exact_integer_with_one_bound_may_be_of_any_size() {
    assert_eq!(errors(exact::Exact::validate_json(b"1e30")), []);
    let value = exact::Exact::from_json(b"1e30").expect("it is valid");
    assert_eq!(value.to_json(), b"1e30");
    let below = [(String::new(), "minimum".to_owned())];
    assert_eq!(errors(exact::Exact::validate_json(b"1")), below);
}

mod no_integer {
    tollgate::schema! {
        inline = r#"{"properties": {"a": {"type": ["array", "integer"], "const": null}}}"#,
        name = NoInteger,
    }
}

#[test]
fn a_fraction_is_no_integer_also_where_nothing_can_pass() {
    let errors_of = |json: &str| errors(no_integer::NoInteger::validate_json(json.as_bytes()));
    let at_a = |keyword: &str| ("/a".to_owned(), keyword.to_owned());
    assert_eq!(errors_of(r#"{"a": 0.7}"#), [at_a("const"), at_a("type")]);
    assert_eq!(errors_of(r#"{"a": 7}"#), [at_a("const")]);
    assert_eq!(errors_of(r#"{"a": null}"#), [at_a("type")]);
}

mod outermost {
    tollgate::schema! {
        inline = r##"{"$schema": "https://json-schema.org/draft/2019-09/schema",
            "$id": "https://drawn.example/root", "$recursiveAnchor": true,
            "type": ["number", "object"], "properties": {"a": {"$ref": "r1"}},
            "$defs": {
                "d0": {"$id": "r0", "$recursiveAnchor": true, "properties": {"b": {"$ref": "r1"}}},
                "d1": {"$id": "r1", "$recursiveAnchor": true,
                    "properties": {"b": {"$ref": "r0"}, "c": {"$recursiveRef": "#"}}}
            }}"##,
        name = Outermost,
    }
}

/// Core 2019-09 §8.2.4.2: the outermost one on the way, however often that leads through the others.
#[test]
fn a_recursive_reference_leads_to_the_outermost_schema_also_behind_a_circle() {
    let errors_of = |json: &str| errors(outermost::Outermost::validate_json(json.as_bytes()));
    assert_eq!(errors_of(r#"{"a": {"b": {"b": {"c": 1}}}}"#), []);
    let at_c = |path: &str| (path.to_owned(), "type".to_owned());
    assert_eq!(errors_of(r#"{"a": {"c": "x"}}"#), [at_c("/a/c")]);
    let deep = errors_of(r#"{"a": {"b": {"b": {"c": "x"}}}}"#);
    assert_eq!(deep, [at_c("/a/b/b/c")]);
}

mod pair {
    tollgate::schema! {
        inline = r##"{"$ref": "#/$defs/pair", "$defs": {"pair": {
            "required": ["a", "b"],
            "properties": {"a": {"type": "integer"}, "b": {"$ref": "#/$defs/pair"}},
            "additionalProperties": {"enum": ["yes", "no"]}
        }}}"##,
        name = Pair,
    }
}

/// Each error as `text at its place, instance location, schema location: message; help`.
fn told(json: &str) -> Vec<String> {
    let report = pair::Pair::validate_json(json.as_bytes()).expect_err("a wrong document");
    let told = |error: &tollgate::ValidationError| {
        let span = error.span().expect("a place in the text");
        let before = &json[..span.start];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map(|last| last.chars().count() + 1);
        assert_eq!((error.line(), error.column()), (Some(line), column));
        let text: String = json[span].split_whitespace().collect();
        format!(
            "{text} {} {}: {}; {}",
            error.instance_location(),
            error.schema_location(),
            error.message(),
            error.help().unwrap_or_default()
        )
    };
    report.iter().map(told).collect()
}

#[test]
fn a_report_says_the_same_however_the_document_is_written() {
    let compact = r#"{"a":"1","b":{"a":1,"b":{"b":[],"a":2.5,"c":"yess"},"a":2,"b":{}},"a":3,"é/~":{"x":1},"b":4,"é/~":5}"#;
    let pair = "/$defs/pair";
    let twice = |name: &str, location: &str| {
        format!(
            "\"{name}\" {location} {pair}: the member \"{name}\" is given more than once; keep one of them"
        )
    };
    let listed = format!("{pair}/additionalProperties/enum");
    let integer = format!("{pair}/properties/a/type: expected an integer, found");
    let told_of = told(compact);
    let expected = [
        format!("\"1\" /a {integer} a string; write the number without quotes"),
        format!("2.5 /b/b/a {integer} a number; "),
        format!(
            "\"yess\" /b/b/c {listed}: \"yess\" is not one of the allowed values; did you mean \"yes\"? \
             Allowed: \"yes\", \"no\""
        ),
        twice("a", "/b/a"),
        twice("b", "/b/b"),
        twice("a", "/a"),
        format!(
            "{{\"x\":1}} /é~1~0 {listed}: the object is not one of the allowed values; \
             allowed: \"yes\", \"no\""
        ),
        twice("b", "/b"),
        twice("é/~", "/é~1~0"),
    ];
    assert_eq!(told_of, expected);
    let spaced = compact.replace(':', ": ").replace(',', ", ");
    let indented = compact
        .replace(',', ",\n  ")
        .replace('{', "{\n  ")
        .replace(":\"", ": \"");
    let odd = compact.replace(':', " :\t").replace(',', "\r\n,");
    for other in [spaced, indented, odd] {
        assert_eq!(told(&other), told_of, "{other}");
    }
}

/// Of many names too the second of two equal ones is an error, and its value is judged by nothing.
#[test]
fn a_doubled_name_among_many_is_told_in_its_place() {
    let names: Vec<String> = (0..60).map(|index| format!(r#""k{index}":"no""#)).collect();
    let inner = format!(
        r#"{{"a":1,{},"b":{{}},"k50":"?","k3":[]}}"#,
        names.join(",")
    );
    let json = format!(
        r#"{{"a":true,{},"k59":{inner},"b":{inner}}}"#,
        names.join(",")
    );
    let twice = |name: &str, location: &str| {
        format!(
            "\"{name}\" {location} /$defs/pair: the member \"{name}\" is given more than once; keep one of them"
        )
    };
    let integer = "/$defs/pair/properties/a/type: expected an integer, found a boolean; ";
    let missing = |name: &str, location: &str| {
        let object = if location == "/b/b" { "{}" } else { "" };
        format!(
            "{object} {location} /$defs/pair/required: the member \"{name}\" is missing; add \"{name}\" to this object"
        )
    };
    let expected = [
        format!("true /a {integer}"),
        twice("k59", "/k59"),
        twice("k50", "/k59/k50"),
        twice("k3", "/k59/k3"),
        missing("a", "/b/b"),
        missing("b", "/b/b"),
        twice("k50", "/b/k50"),
        twice("k3", "/b/k3"),
    ];
    assert_eq!(told(&json), expected);
}
