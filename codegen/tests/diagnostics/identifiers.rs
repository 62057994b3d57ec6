//! Names of schemas and of dialects.

use super::{Setup, says};

#[test]
fn identifiers_are_uris() {
    says(&[
        (
            r#"{"$id": "http://[x"}"#,
            &[
                r#"order.json:1:9: "http://[x" is no URI reference"#,
                "  in the schema at /$id",
            ],
        ),
        (
            r##"{"$id": "#a"}"##,
            &[
                "order.json:1:9: an `$id` has no fragment",
                "  in the schema at /$id",
                "  help: `$anchor` names a place in the schema",
            ],
        ),
        (
            r#"{"$id": "https://example.com/a#b"}"#,
            &[
                "order.json:1:9: an `$id` has no fragment",
                "  in the schema at /$id",
                "  help: `$anchor` names a place in the schema",
            ],
        ),
    ]);
}

#[test]
fn identifiers_are_there_once() {
    says(&[
        (
            r#"{"$defs": {"a": {"$id": "https://example.com/a"}, "b": {"$id": "https://example.com/a"}}}"#,
            &[
                r#"order.json:1:64: "https://example.com/a" is the identifier of another schema"#,
                "  in the schema at /$defs/b/$id",
                r##"  help: that is in order.json at "#/$defs/a""##,
            ],
        ),
        (
            r#"{"$id": "https://example.com/a", "not": {"$id": "https://example.com/a"}}"#,
            &[
                r#"order.json:1:49: "https://example.com/a" is the identifier of another schema"#,
                "  in the schema at /not/$id",
                r##"  help: that is in order.json at "#""##,
            ],
        ),
    ]);
}

#[test]
fn anchors_are_names() {
    says(&[
        (
            r#"{"$anchor": "1"}"#,
            &[
                r#"order.json:1:13: "1" is no name for an anchor"#,
                "  in the schema at /$anchor",
                "  help: it begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`",
            ],
        ),
        (
            r#"{"$anchor": "a b"}"#,
            &[
                r#"order.json:1:13: "a b" is no name for an anchor"#,
                "  in the schema at /$anchor",
                "  help: it begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`",
            ],
        ),
        (
            r#"{"$anchor": ""}"#,
            &[
                r#"order.json:1:13: "" is no name for an anchor"#,
                "  in the schema at /$anchor",
                "  help: it begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`",
            ],
        ),
        (
            r##"{"$dynamicAnchor": "#a"}"##,
            &[
                r##"order.json:1:20: "#a" is no name for an anchor"##,
                "  in the schema at /$dynamicAnchor",
                "  help: it begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`",
            ],
        ),
    ]);
}

#[test]
fn anchors_are_there_once() {
    says(&[
        (
            r#"{"$anchor": "a", "not": {"$anchor": "a"}}"#,
            &[
                r#"order.json:1:37: the anchor "a" is there twice"#,
                "  in the schema at /not/$anchor",
                r##"  help: the other one is at "#""##,
            ],
        ),
        (
            r#"{"$anchor": "a", "not": {"$dynamicAnchor": "a"}}"#,
            &[
                r#"order.json:1:44: the anchor "a" is there twice"#,
                "  in the schema at /not/$dynamicAnchor",
                r##"  help: the other one is at "#""##,
            ],
        ),
    ]);
}

#[test]
fn anchors_in_identifiers_are_there_once() {
    Setup::in_draft("7").says(&[(
        r##"{"definitions": {"a": {"$id": "#a"}, "b": {"$id": "#a"}}}"##,
        &[
            r#"order.json:1:51: the anchor "a" is there twice"#,
            "  in the schema at /definitions/b/$id",
            r##"  help: the other one is at "#/definitions/a""##,
        ],
    )]);
}

#[test]
fn dialects_are_known() {
    says(&[
        (
            r#"{"$schema": "https://example.com/none"}"#,
            &[
                r#"order.json:1:13: "https://example.com/none" is no dialect that is known here"#,
                "  in the schema at /$schema",
                r#"  help: drafts 4, 6, 7, 2019-09 and 2020-12 are, for example "https://json-schema.org/draft/2020-12/schema"; a meta-schema of your own has to be given under `refs`; nothing is ever downloaded"#,
            ],
        ),
        (
            r#"{"$schema": "http://json-schema.org/draft-03/schema#"}"#,
            &[
                r#"order.json:1:13: "http://json-schema.org/draft-03/schema#" is no dialect that is known here"#,
                "  in the schema at /$schema",
                r#"  help: drafts 4, 6, 7, 2019-09 and 2020-12 are, for example "https://json-schema.org/draft/2020-12/schema"; a meta-schema of your own has to be given under `refs`; nothing is ever downloaded"#,
            ],
        ),
        (
            r#"{"$schema": "http://json-schema.org/schema#"}"#,
            &[
                r#"order.json:1:13: "http://json-schema.org/schema#" is no dialect that is known here"#,
                "  in the schema at /$schema",
                r#"  help: drafts 4, 6, 7, 2019-09 and 2020-12 are, for example "https://json-schema.org/draft/2020-12/schema"; a meta-schema of your own has to be given under `refs`; nothing is ever downloaded"#,
            ],
        ),
        (
            r#"{"$schema": ""}"#,
            &[
                r#"order.json:1:13: "" is no dialect that is known here"#,
                "  in the schema at /$schema",
                r#"  help: drafts 4, 6, 7, 2019-09 and 2020-12 are, for example "https://json-schema.org/draft/2020-12/schema"; a meta-schema of your own has to be given under `refs`; nothing is ever downloaded"#,
            ],
        ),
        (
            r#"{"$defs": {"a": {"$id": "a", "$schema": "https://example.com/none"}}}"#,
            &[
                r#"order.json:1:41: "https://example.com/none" is no dialect that is known here"#,
                "  in the schema at /$defs/a/$schema",
                r#"  help: drafts 4, 6, 7, 2019-09 and 2020-12 are, for example "https://json-schema.org/draft/2020-12/schema"; a meta-schema of your own has to be given under `refs`; nothing is ever downloaded"#,
            ],
        ),
    ]);
}

#[test]
fn meta_schemas_are_understood() {
    Setup::with_documents(&[("https://example.com/one.json", r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true, "https://example.com/vocab/units": true}}"#), ("https://example.com/two.json", r#"{"type": }"#)]).says(&[
(r#"{"$schema": "https://example.com/one.json"}"#, &[r#"order.json:1:13: the dialect "https://example.com/one.json" requires a vocabulary that is not known"#, "  in the schema at /$schema", r#"  help: that is "https://example.com/vocab/units"; the vocabularies of 2019-09 and 2020-12 are known"#]),
(r#"{"$schema": "https://example.com/two.json"}"#, &[r#"order.json:1:13: the meta-schema "https://example.com/two.json" is no JSON"#, "  in the schema at /$schema", "  help: there is: expected a value, found `}`"]),
]);
}
