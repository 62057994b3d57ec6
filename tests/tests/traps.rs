//! What generators of Rust from JSON Schema are known to get wrong, a test for each.

/// All functions give one verdict; a value that is read is written again as it was.
macro_rules! verdicts {
    ($type:ty: $($verdict:ident $document:expr),+ $(,)?) => {$(
        let document: &str = $document;
        let expected = stringify!($verdict) == "valid";
        assert_eq!(<$type>::is_valid_json(document.as_bytes()), expected, "{document}");
        assert_eq!(<$type>::validate_json(document.as_bytes()).is_ok(), expected, "{document}");
        assert_eq!(serde_json::from_str::<$type>(document).is_ok(), expected, "{document}");
        let value = <$type>::from_json(document.as_bytes());
        assert_eq!(value.is_ok(), expected, "{document}");
        if let Ok(value) = value {
            assert!(value.validate().is_ok(), "{document}");
            let same = |text: &str| <tollgate::Json as tollgate::Schema>::from_json(text.as_bytes()).expect("JSON");
            assert_eq!(same(&value.to_json_string()), same(document));
        }
    )+};
}

mod payment {
    tollgate::schema! {
        inline = r#"{
            "type": "object",
            "properties": {
                "currency": {"type": "string", "enum": ["INR"], "default": "INR"},
                "amount": {"type": "integer", "minimum": 1, "maximum": 100, "default": 0},
                "note": {"type": "string"}
            },
            "required": ["currency"]
        }"#,
        name = Payment,
    }
}

#[test]
fn an_array_is_no_object() {
    verdicts!(payment::Payment: valid r#"{"currency": "INR"}"#, invalid r#"["INR", 1]"#, invalid r#"["INR"]"#);
}

#[test]
fn a_map_with_a_name_is_no_enum() {
    verdicts!(payment::Payment: invalid r#"{"currency": {"INR": null}}"#, invalid r#"{"currency": 0}"#);
}

#[test]
fn null_is_not_absent() {
    verdicts!(payment::Payment:
        invalid r#"{"currency": "INR", "note": null}"#,
        valid r#"{"currency": "INR", "note": ""}"#,
    );
}

#[test]
fn an_integer_is_told_by_its_value() {
    verdicts!(payment::Payment:
        valid r#"{"currency": "INR", "amount": 1.0}"#,
        valid r#"{"currency": "INR", "amount": 1e2}"#,
        invalid r#"{"currency": "INR", "amount": 1.5}"#,
    );
}

#[test]
fn a_doubled_member_is_refused() {
    verdicts!(payment::Payment:
        invalid r#"{"currency": "INR", "amount": 5, "amount": 6}"#,
        invalid r#"{"currency": "INR", "other": 5, "other": 5}"#,
        invalid r#"{"currency": "INR", "amount": 5, "\u0061mount": 5}"#,
    );
}

#[test]
fn both_bounds_count() {
    verdicts!(payment::Payment:
        invalid r#"{"currency": "INR", "amount": 0}"#,
        invalid r#"{"currency": "INR", "amount": 101}"#,
        valid r#"{"currency": "INR", "amount": 100}"#,
    );
}

#[test]
fn a_default_excuses_nothing() {
    // A required member with a default is still required; a default need not be allowed itself.
    verdicts!(payment::Payment: invalid "{}", invalid r#"{"currency": "INR", "amount": 0}"#);
    let payment = payment::Payment::from_json(br#"{"currency": "INR"}"#).expect("valid");
    assert_eq!(payment.amount, None);
    assert_eq!(payment.to_json(), br#"{"currency":"INR"}"#);
}

mod patterns {
    tollgate::schema! {
        inline = r#"{
            "type": "object",
            "properties": {"x-size": {"minimum": 5}, "name": {"type": "string"}},
            "patternProperties": {"^x-": {"type": "integer"}, "a": {"maxLength": 3}},
            "additionalProperties": {"type": "boolean"}
        }"#,
        name = Extended,
    }
}

#[test]
fn pattern_properties_count_beside_properties() {
    verdicts!(patterns::Extended:
        valid r#"{"x-size": 5, "x-more": 1, "name": "abc", "area": "abc", "other": true}"#,
        // Judged by both.
        invalid r#"{"x-size": "5"}"#,
        invalid r#"{"x-size": 4}"#,
        invalid r#"{"x-size": 5.5}"#,
        invalid r#"{"x-more": "1"}"#,
        // `name` has an `a` in it.
        invalid r#"{"name": "abcd"}"#,
        invalid r#"{"area": "abcd"}"#,
        // What a pattern matches is no additional member.
        valid r#"{"area": 5}"#,
        invalid r#"{"other": 5}"#,
    );
}

mod any_name {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "all": {"type": "object", "patternProperties": {"": {"type": "integer"}}, "additionalProperties": false},
                "free": {"type": "object", "patternProperties": {"[\\s\\S]*": {"type": "integer"}}},
                "some": {"type": "object", "patternProperties": {"^x": {"type": "integer"}},
                    "additionalProperties": {"type": "integer"}},
                "any": {"type": "object", "patternProperties": {".*": {"maxLength": 1}}}
            },
            "patternProperties": {".*": {"minProperties": 1}},
            "not": {"properties": {"all": {"patternProperties": {"^a": {"type": "integer"}, "b": true},
                "additionalProperties": false}}, "required": ["all"]}
        }"##,
        name = AnyName,
    }
}

#[test]
fn a_pattern_that_every_name_matches_judges_every_member() {
    let document = r#"{"all": {"c": 1}, "free": {"a": 2}, "some": {"x": 3, "y": 4}}"#;
    let read = any_name::AnyName::from_json(document.as_bytes()).expect("valid");
    let all: Option<i64> = read.all.and_then(|members| members.get("c").copied());
    let free: Option<i64> = read.free.and_then(|members| members.get("a").copied());
    assert_eq!((all, free), (Some(1), Some(2)));
    verdicts!(any_name::AnyName:
        valid document,
        invalid r#"{"all": {}}"#,
        invalid r#"{"all": {"c": "1"}}"#,
        invalid r#"{"all": {"a": 1, "b": 1}}"#,
        valid r#"{"all": {"a": 1, "c": 1}}"#,
        invalid r#"{"free": {"a": 1, "": "2"}}"#,
        invalid r#"{"some": {"x": "3"}}"#,
        invalid r#"{"some": {"y": "4"}}"#,
        valid r#"{"any": {"a": "b", "c": 1}}"#,
        invalid r#"{"any": {"a": "bc"}}"#,
        invalid r#"{"more": {}}"#,
        valid r#"{"more": {"": []}}"#,
    );
}

mod names {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "fooBar": {"$ref": "#/$defs/thing"}, "foo_bar": {"$ref": "#/$defs/Thing"},
                "foo-bar": {"type": "string"}, "": {"type": "string"}, "type": {"type": "integer"},
                "self": {"type": "boolean"}, "other": {"type": "null"}, "r": {"enum": ["a", "A", "á", ""]}
            },
            "$defs": {
                "thing": {"type": "object", "properties": {"a": {"type": "integer"}}},
                "Thing": {"type": "object", "properties": {"b": {"type": "integer"}}}
            }
        }"##,
        name = Names,
    }
}

#[test]
fn names_that_are_spelt_alike_stay_apart() {
    verdicts!(names::Names:
        valid r#"{"fooBar": {"a": 1}, "foo_bar": {"b": 2}, "foo-bar": "c", "": "d", "type": 5, "self": true, "other": null, "r": "A"}"#,
        invalid r#"{"fooBar": {"a": "1"}}"#,
        invalid r#"{"foo_bar": {"b": "1"}}"#,
        invalid r#"{"foo-bar": {}}"#,
        invalid r#"{"r": "b"}"#,
    );
}

mod alternatives {
    tollgate::schema! {
        inline = r#"{
            "anyOf": [
                {"type": "object", "properties": {"iban": {"type": "string"}}, "required": ["iban"], "additionalProperties": false},
                {"type": "object", "properties": {"card": {"type": "string"}}, "required": ["card"], "additionalProperties": false}
            ]
        }"#,
        name = Account,
    }
}

#[test]
fn alternatives_are_not_one_flat_object() {
    verdicts!(alternatives::Account:
        valid r#"{"iban": "x"}"#,
        valid r#"{"card": "x"}"#,
        invalid "{}",
        invalid r#"{"iban": "x", "card": "x"}"#,
    );
}

mod strays {
    tollgate::schema! { inline = r#"{"type": "array", "maxLength": 5}"#, name = Strays }
}

#[test]
fn a_keyword_for_another_type_does_not_open_the_type() {
    verdicts!(strays::Strays: valid "[]", invalid r#""x""#, invalid r#""xxxxxxx""#);
    let report = strays::Strays::validate_json(br#""xxxxxxx""#).expect_err("a string");
    let keywords: Vec<&str> = report
        .iter()
        .map(tollgate::ValidationError::keyword)
        .collect();
    assert_eq!(keywords, ["type", "maxLength"]);
}

mod circles {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "properties": {
                "list": {"$ref": "#/$defs/list"},
                "map": {"$ref": "#/$defs/map"},
                "maybe": {"$ref": "#/$defs/maybe"}
            },
            "$defs": {
                "list": {"type": "array", "items": {"$ref": "#/$defs/list"}},
                "map": {"type": "object", "additionalProperties": {"$ref": "#/$defs/map"}},
                "maybe": {"anyOf": [{"type": "null"}, {"type": "array", "items": {"$ref": "#/$defs/maybe"}}]}
            }
        }"##,
        name = Circles,
    }
}

mod itself {
    tollgate::schema! { inline = r##"{"type": "array", "items": {"$ref": "#"}}"##, name = Nested }
}

#[test]
fn a_list_of_itself_has_a_type() {
    verdicts!(itself::Nested: valid "[[], [[], [[]]]]", invalid "[1]", invalid "[[[null]]]");
    verdicts!(circles::Circles:
        valid r#"{"list": [[], [[]]], "map": {"a": {"b": {}}}, "maybe": [null, [null, []]]}"#,
        invalid r#"{"list": [[1]]}"#,
        invalid r#"{"map": {"a": {"b": 1}}}"#,
        invalid r#"{"maybe": [[true]]}"#,
    );
}
