//! Names of schemas and of the user's crate that could get into the way of generated code.

use tollgate_tests::check::check;

/// Names of schemas that are hostile to generated code, in a crate without a prelude.
mod hygiene {
    #![no_implicit_prelude]

    ::tollgate::schema! {
        inline = r##"{
            "title": "Option",
            "type": "object",
            "required": ["type", "r", "self"],
            "properties": {
                "type": {"title": "String", "type": "string", "minLength": 1},
                "r": {"title": "Vec", "type": "array", "items": {"title": "Result", "enum": ["Ok", "Err", "self", ""]}},
                "self": {"title": "Box", "type": "object", "properties": {"index": {"type": "integer"}, "object": {"type": "number"}, "read": true, "other": {"type": "null"}}},
                "read_r": {"type": "array", "items": {"type": "boolean"}},
                "a-b": {"type": "integer"}, "a_b": {"type": "integer"}, "a b": {"type": "integer"},
                "*/ fn main() { /*": {"type": "string"},
                "\"#": {"type": "string", "description": "```\npanic!()\n```\n    panic!()\n\"#]*/"},
                "": {"type": "integer"}, "1": {"type": "integer"}, "é": {"type": "integer"}
            }
        }"##,
    }

    /// A type of the user's that has the name of a helper.
    #[derive(::std::fmt::Debug)]
    pub(crate) struct Reader;
}

/// Macros of the user's that have the names of those that generated code calls.
mod own_macros {
    macro_rules! taken {
        ($($name:ident)*) => {$(
            #[allow(unused_macros)]
            macro_rules! $name {
                () => {};
            }
        )*};
    }
    taken! {
        array_type check enum_type into_owned judged names object_type record record_type schema_type
        text_type variants_type words written
    }

    tollgate::schema! {
        inline = r#"{
            "title": "Calling",
            "type": "object",
            "properties": {
                "word": {"enum": ["one", "two"]},
                "text": {"title": "Text", "type": "string", "minLength": 1},
                "pair": {"title": "Pair", "type": "array", "prefixItems": [{"type": "string"}], "minItems": 1},
                "other": {"not": {"type": "object", "properties": {"x": {"type": "integer"}}, "required": ["x"]}},
                "either": {"anyOf": [{"type": "string"}, {"type": "object", "required": ["a"], "properties": {"a": {"const": 1}}}]},
                "deep": {"type": "object", "properties": {
                    "m0": true, "m1": true, "m2": true, "m3": true, "m4": true, "m5": true, "m6": true, "m7": true,
                    "m8": {"type": "string"}
                }}
            }
        }"#,
        string = borrowed,
    }
}

#[test]
fn macros_of_the_user_do_no_harm() {
    let judge = |document: &str| own_macros::Calling::is_valid_json(document.as_bytes());
    assert!(judge(
        r#"{"word": "one", "text": "t", "pair": ["p"], "other": {"x": ""}, "either": {"a": 1}, "deep": {"m8": ""}}"#
    ));
    for refused in [
        r#"{"word": "three"}"#,
        r#"{"text": ""}"#,
        r#"{"pair": [1]}"#,
        r#"{"other": {"x": 1}}"#,
        r#"{"either": {"a": 2}}"#,
        r#"{"deep": {"m8": 1}}"#,
    ] {
        assert!(!judge(refused), "{refused}");
    }
}

#[test]
fn names_of_the_schema_do_no_harm() {
    use hygiene::Option;
    check::<Option>(
        r##"{"type": "x", "r": ["Ok", ""], "self": {"index": 1, "object": 2, "read": 3, "other": null},
            "a-b": 1, "a_b": 2, "a b": 3, "*/ fn main() { /*": "", "\"#": "", "": 0, "1": 1, "é": 2}"##,
        &[],
    );
    check::<Option>(
        r#"{"type": "", "r": ["no"], "self": {"index": null}}"#,
        &[
            ("minLength", "/type"),
            ("enum", "/r/0"),
            ("type", "/self/index"),
        ],
    );
    let value =
        Option::from_json(br#"{"type": "x", "r": [], "self": {}, "a b": 3, "a_b": 2}"#).unwrap();
    assert_eq!(
        (value.a_b, value.a_b_, value.a_b_2),
        (None, Some(2), Some(3))
    );
    assert_eq!(format!("{:?}", hygiene::Reader), "Reader");
}
