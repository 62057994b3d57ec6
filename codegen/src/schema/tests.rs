//! What keywords are in each draft, and what is said of wrong values.

use super::{Body, Keywords, SchemaId};
use crate::options::{Formats, Options};
use crate::source::Document;
use crate::testing::{Front, front, in_draft, with_remotes};

const DRAFTS: [&str; 5] = ["4", "6", "7", "2019-09", "2020-12"];

/// The keywords of a schema in which nothing is wrong.
#[track_caller]
fn root(draft: &str, schema: &str) -> Front {
    let front = in_draft(draft, schema);
    assert_eq!(front.said(), [""; 0], "{draft}: {schema}");
    front
}

/// Asserts in which drafts something is wrong with a schema.
#[track_caller]
fn wrong_in(schema: &str, drafts: &[&str]) {
    let is_wrong = |draft: &&str| !in_draft(draft, schema).diagnostics.is_empty();
    let wrong: Vec<&str> = DRAFTS.into_iter().filter(is_wrong).collect();
    assert_eq!(wrong, drafts, "{schema}");
}

#[track_caller]
fn said(draft: &str, schema: &str, expected: &[&str]) {
    assert_eq!(in_draft(draft, schema).said(), expected, "{schema}");
}

#[test]
fn values_are_what_each_meta_schema_says() {
    for schema in [
        r#"{"minLength": -1}"#,
        r#"{"minLength": 1.5}"#,
        r#"{"maxItems": "1"}"#,
        r#"{"multipleOf": 0}"#,
        r#"{"multipleOf": -2}"#,
        r#"{"minimum": null}"#,
        r#"{"uniqueItems": 1}"#,
        r#"{"required": ["a", "a"]}"#,
        r#"{"required": [1]}"#,
        r#"{"required": true}"#,
        r#"{"type": "any"}"#,
        r#"{"type": []}"#,
        r#"{"type": ["string", "string"]}"#,
        r#"{"enum": 1}"#,
        r#"{"pattern": 1}"#,
        r#"{"format": 1}"#,
        r#"{"title": 1}"#,
        r#"{"allOf": []}"#,
        r#"{"anyOf": {}}"#,
        r#"{"oneOf": [1]}"#,
        r#"{"not": []}"#,
        r#"{"properties": []}"#,
        r#"{"properties": {"a": []}}"#,
        r#"{"patternProperties": {"a": "b"}}"#,
        r#"{"dependencies": {"a": "b"}}"#,
        r#"{"dependencies": {"a": ["b", "b"]}}"#,
        r#"{"definitions": {"a": 1}}"#,
        r#"{"items": 1}"#,
        r##"{"$ref": "#", "properties": {"a": {"minLength": -1}}}"##,
        r#"{"$schema": 1}"#,
        "[]",
        "1",
    ] {
        wrong_in(schema, &DRAFTS);
    }
    for schema in [
        r#"{"enum": []}"#,
        r#"{"enum": [1, 1.0]}"#,
        r#"{"default": null, "minLength": 0, "multipleOf": 1e-9, "uniqueItems": false}"#,
        r#"{"unknown": {"type": 1, "$ref": 1}}"#,
        r#"{"properties": {}, "dependencies": {"a": {}}}"#,
    ] {
        wrong_in(schema, &[]);
    }
}

#[test]
fn values_differ_between_drafts() {
    wrong_in(r#"{"minLength": 2.0}"#, &["4"]);
    wrong_in(r#"{"required": []}"#, &["4"]);
    wrong_in(r#"{"dependencies": {"a": []}}"#, &["4"]);
    wrong_in("true", &["4"]);
    wrong_in(r#"{"properties": {"a": true}}"#, &["4"]);
    wrong_in(r#"{"additionalProperties": false}"#, &[]);
    wrong_in(r#"{"additionalItems": false}"#, &[]);
    wrong_in(r#"{"exclusiveMinimum": true, "minimum": 1}"#, &DRAFTS[1..]);
    wrong_in(r#"{"exclusiveMinimum": 1}"#, &["4"]);
    wrong_in(r#"{"exclusiveMaximum": true}"#, &DRAFTS);
    wrong_in(r#"{"items": []}"#, &DRAFTS);
    wrong_in(r#"{"items": [{}]}"#, &["2020-12"]);
    wrong_in(r#"{"prefixItems": []}"#, &["2020-12"]);
    wrong_in(r#"{"id": 1}"#, &["4"]);
    wrong_in(r#"{"$id": 1}"#, &DRAFTS[1..]);
    wrong_in(r#"{"const": 1, "if": 1}"#, &DRAFTS[2..]);
    wrong_in(r#"{"contains": 1}"#, &DRAFTS[1..]);
    wrong_in(r#"{"readOnly": 1}"#, &DRAFTS[2..]);
    wrong_in(r#"{"dependentRequired": 1}"#, &DRAFTS[3..]);
    wrong_in(r#"{"$vocabulary": {"a": 1}}"#, &DRAFTS[3..]);
    wrong_in(r#"{"$anchor": "1"}"#, &DRAFTS[3..]);
    wrong_in(r#"{"$anchor": "_a"}"#, &["2019-09"]);
    wrong_in(r#"{"$anchor": "a:b"}"#, &["2020-12"]);
    wrong_in(r#"{"$id": "a#b"}"#, &DRAFTS[3..]);
    wrong_in(r#"{"$recursiveAnchor": 1}"#, &DRAFTS[3..]);
    wrong_in(r#"{"$recursiveAnchor": true}"#, &["2020-12"]);
    // The fragments of pointers are no anchors.
    wrong_in(r##"{"not": {"$id": "#/not"}}"##, &DRAFTS[3..]);
}

#[test]
fn a_mistake_is_told_at_its_place() {
    said(
        "4",
        r#"{"properties": {"a": true}, "required": []}"#,
        &[
            "/properties/a: expected a schema: an object; found a boolean",
            "/required: draft 4 wants at least one name in this list",
        ],
    );
    said(
        "2020-12",
        r#"{"$anchor": "a b", "$id": "http://[x", "allOf": [], "multipleOf": 0}"#,
        &[
            "/$anchor: \"a b\" is no name for an anchor",
            "/$id: \"http://[x\" is no URI reference",
            "/allOf: expected at least one schema in this list",
            "/multipleOf: expected a number above 0, found 0",
        ],
    );
    said(
        "4",
        r#"{"exclusiveMaximum": true}"#,
        &["/exclusiveMaximum: in draft 4 `exclusiveMaximum` is there only beside `maximum`"],
    );
    said(
        "2020-12",
        r#"{"$anchor": "a", "not": {"$dynamicAnchor": "a"}}"#,
        &["/not/$dynamicAnchor: the anchor \"a\" is there twice"],
    );
    said(
        "7",
        r#"{"$id": "http://a/b", "not": {"$id": "c", "not": {"$id": "/b"}}}"#,
        &["/not/not/$id: \"http://a/b\" is the identifier of another schema"],
    );
}

#[test]
fn what_does_not_count_is_not_there() {
    let front = root(
        "7",
        r##"{"$ref": "#/a", "a": {"type": "null"}, "minLength": 1, "title": "T"}"##,
    );
    let keywords = front.keywords("");
    assert!(keywords.min_length.is_none() && keywords.title.is_none() && keywords.ref_.is_some());

    let front = root(
        "2019-09",
        r##"{"$ref": "#/$defs/a", "$defs": {"a": {}}, "minLength": 1}"##,
    );
    assert!(front.keywords("").min_length.is_some());

    let front = root("2020-12", r#"{"then": {"not": {}}, "minContains": 2}"#);
    let keywords = front.keywords("");
    assert!(keywords.then.is_none() && keywords.min_contains.is_none());
    assert!(front.schemas.at(0, "/then/not").is_some());

    let front = root("6", r#"{"if": {}, "const": 1}"#);
    assert!(front.keywords("").if_.is_none() && front.keywords("").const_.is_some());
    let front = root("4", r#"{"const": 1, "contains": {}}"#);
    assert!(front.keywords("").const_.is_none() && front.keywords("").contains.is_none());
    let front = root(
        "7",
        r#"{"prefixItems": [{}], "dependentRequired": {"a": ["b"]}}"#,
    );
    assert!(front.keywords("").prefix_items.is_empty());
    assert!(front.keywords("").dependent_required.is_empty());
}

fn locations(front: &Front, schemas: impl IntoIterator<Item = SchemaId>) -> Vec<String> {
    let location = |id| front.schemas.get(id).place.location.clone();
    schemas.into_iter().map(location).collect()
}

#[test]
fn lists_of_items_are_the_same_in_all_drafts() {
    let items = |draft: &str, schema: &str| {
        let front = root(draft, schema);
        let Keywords {
            prefix_items,
            items,
            ..
        } = front.keywords("");
        let prefix = locations(&front, prefix_items.iter().copied());
        (prefix, locations(&front, *items).pop())
    };
    let pair = |prefix: &[&str], items: Option<&str>| {
        let prefix: Vec<String> = prefix.iter().map(ToString::to_string).collect();
        (prefix, items.map(str::to_owned))
    };
    let list = r#"{"items": [{}, {}], "additionalItems": false}"#;
    let expected = pair(&["/items/0", "/items/1"], Some("/additionalItems"));
    assert_eq!(items("4", list), expected);
    assert_eq!(items("2019-09", list), expected);
    let one = r#"{"items": {}, "additionalItems": false}"#;
    assert_eq!(items("7", one), pair(&[], Some("/items")));
    assert_eq!(items("7", r#"{"additionalItems": {}}"#), pair(&[], None));
    let prefix = r#"{"prefixItems": [{}], "items": {}, "additionalItems": 1}"#;
    assert_eq!(
        items("2020-12", prefix),
        pair(&["/prefixItems/0"], Some("/items"))
    );
}

#[test]
fn draft_4_has_its_own_bounds_and_integers() {
    let schema =
        r#"{"minimum": 1, "exclusiveMinimum": true, "maximum": 3, "exclusiveMaximum": false}"#;
    let front = root("4", schema);
    let keywords = front.keywords("");
    let exclusive = keywords
        .exclusive_minimum
        .as_ref()
        .map(|bound| bound.value.as_str());
    assert_eq!(exclusive, Some("1"));
    assert!(keywords.minimum.is_none() && keywords.maximum.is_some());
    assert!(keywords.exclusive_maximum.is_none() && keywords.integer_by_form);
    assert!(!root("6", "{}").keywords("").integer_by_form);
}

#[test]
fn only_2020_12_counts_what_contains_matches_as_evaluated() {
    for draft in &DRAFTS[1..] {
        let front = root(draft, r#"{"contains": {}}"#);
        assert_eq!(front.keywords("").contains_evaluates, *draft == "2020-12");
    }
}

#[test]
fn dependencies_are_two_keywords_in_one() {
    let schema = r#"{"dependencies": {"a": ["b"], "c": {"required": ["d"]}}}"#;
    for draft in DRAFTS {
        let front = root(draft, schema);
        let keywords = front.keywords("");
        let [required] = keywords.dependent_required.as_slice() else {
            panic!("{:?}", keywords.dependent_required);
        };
        let [schema] = keywords.dependent_schemas.as_slice() else {
            panic!("{:?}", keywords.dependent_schemas);
        };
        assert_eq!(
            (required.keyword, required.name.as_str()),
            ("dependencies", "a")
        );
        assert_eq!(required.what, ["b"]);
        assert_eq!(
            (schema.keyword, schema.name.as_str()),
            ("dependencies", "c")
        );
    }
}

#[test]
fn formats_are_there_where_they_are_asserted() {
    let format = |draft: &str, formats, name: &str| {
        let schema = format!(r#"{{"format": "{name}"}}"#);
        let options = Options {
            draft: draft.to_owned(),
            formats,
            ..Options::default()
        };
        let front = front(&[Document::from_file("a.json", &schema)], &options);
        front.keywords("").format.is_some()
    };
    for draft in DRAFTS {
        assert!(!format(draft, Formats::Annotate, "ipv4"));
        assert!(format(draft, Formats::Assert, "ipv4"));
        assert!(!format(draft, Formats::Assert, "colour"));
    }
    assert!(!format("7", Formats::Assert, "uuid"));
    assert!(format("2019-09", Formats::Assert, "uuid"));
}

const META: &str = "https://example.com/meta";

/// A meta-schema with vocabularies of a draft.
fn metaschema(draft: &str, vocabularies: &[(&str, bool)]) -> String {
    let base = format!("https://json-schema.org/draft/{draft}");
    let member = |(name, required): &(&str, bool)| format!("\"{base}/vocab/{name}\": {required}");
    let members: Vec<String> = vocabularies.iter().map(member).collect();
    let members = members.join(", ");
    format!(r#"{{"$schema": "{base}/schema", "$id": "{META}", "$vocabulary": {{{members}}}}}"#)
}

#[test]
fn a_meta_schema_says_which_vocabularies_count() {
    let schema = r#"{"$schema": "https://example.com/meta#", "minLength": "no", "format": "ipv4",
                     "properties": {"a": {}}}"#;
    let check = |meta: &str| {
        let front = with_remotes("2020-12", schema, &[("https://example.com/meta", meta)]);
        assert_eq!(front.said(), [""; 0], "{meta}");
        let keywords = front.keywords("");
        (keywords.properties.len(), keywords.format.is_some())
    };
    let core = ("core", true);
    let applicator = ("applicator", true);
    let asserting = ("format-assertion", false);
    assert_eq!(
        check(&metaschema("2020-12", &[core, applicator])),
        (1, false)
    );
    assert_eq!(check(&metaschema("2020-12", &[core, asserting])), (0, true));
    assert_eq!(
        check(&metaschema("2020-12", &[core, ("format-annotation", true)])),
        (0, false)
    );
    assert_eq!(
        check(&metaschema("2019-09", &[core, ("format", true)])),
        (0, true)
    );
    assert_eq!(
        check(&metaschema("2019-09", &[core, ("format", false)])),
        (0, false)
    );
}

#[test]
fn a_meta_schema_without_vocabularies_goes_by_its_draft() {
    let schema = r#"{"$schema": "https://example.com/meta", "items": [{}], "if": 1}"#;
    let draft = |meta: &str| with_remotes("2020-12", schema, &[(META, meta)]).said();
    let draft6 = r#"{"$schema": "http://json-schema.org/draft-06/schema#"}"#;
    assert_eq!(draft(draft6), [""; 0]);
    // A meta-schema that describes itself says nothing of its draft.
    let own = r#"{"$schema": "https://example.com/meta"}"#;
    assert_eq!(
        draft(own),
        [
            "/items: expected a schema: an object, true or false; found an array",
            "/if: expected a schema: an object, true or false; found a number"
        ]
    );
}

#[test]
fn dialects_that_cannot_be_followed_are_told() {
    let schema = r#"{"$schema": "https://example.com/meta"}"#;
    let said = |meta: &[(&str, &str)]| {
        let front = with_remotes("7", schema, meta);
        let [found] = front.diagnostics.as_slice() else {
            panic!("{:?}", front.diagnostics);
        };
        let help = found.help().unwrap_or_default().to_owned();
        (format!("{}: {}", found.location(), found.message()), help)
    };
    let (message, help) = said(&[]);
    assert_eq!(
        message,
        "/$schema: \"https://example.com/meta\" is no dialect that is known here"
    );
    assert!(
        help.contains("2020-12") && help.contains("`refs`"),
        "{help}"
    );
    let required = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema",
                       "$vocabulary": {"https://example.com/words": true, "x:optional": false}}"#;
    let (message, help) = said(&[(META, required)]);
    assert!(
        message.ends_with("requires a vocabulary that is not known"),
        "{message}"
    );
    assert!(help.contains("https://example.com/words"), "{help}");
    let (message, _) = said(&[(META, "{")]);
    assert!(message.ends_with("is no JSON"), "{message}");
}

#[test]
fn embedded_resources_may_be_in_another_draft() {
    let schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {
        "old": {"$id": "https://example.com/old", "$schema": "http://json-schema.org/draft-07/schema#",
                "items": [{}], "not": {"items": [{}]}},
        "older": {"id": "https://example.com/older",
                  "$schema": "http://json-schema.org/draft-04/schema#",
                  "minimum": 1, "exclusiveMinimum": true},
        "same": {"$schema": "http://json-schema.org/draft-07/schema#", "prefixItems": [{}]}
    }}"#;
    let front = root("7", schema);
    assert_eq!(front.keywords("/$defs/old").prefix_items.len(), 1);
    assert_eq!(front.keywords("/$defs/old/not").prefix_items.len(), 1);
    assert!(front.keywords("/$defs/older").exclusive_minimum.is_some());
    assert_eq!(front.keywords("/$defs/same").prefix_items.len(), 1);
}

#[test]
fn a_schema_that_is_none_is_taken_for_one_that_allows_anything() {
    let front = in_draft("2020-12", "3");
    let id = front.schemas.at(0, "").expect("a root");
    assert!(matches!(front.schemas.get(id).body, Body::Bool(true)));
}

#[test]
fn schemas_may_nest_as_deep_as_documents() {
    let nested = |depth: usize| format!("{}{{}}{}", r#"{"not": "#.repeat(depth), "}".repeat(depth));
    let front = root("7", &nested(255));
    assert_eq!(front.schemas.ids().count(), 256);
    let front = in_draft("7", &nested(100_000));
    assert_eq!(front.diagnostics.len(), 1, "{:?}", front.said());
}
