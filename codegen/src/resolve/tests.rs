//! Where references lead, and what is said of those that lead nowhere.

use crate::diagnostic::Severity;
use crate::options::Options;
use crate::source::Document;
use crate::testing::{Front, front, in_draft, with_remotes};

/// Where the `$ref` of the schema at `from` leads.
#[track_caller]
fn target(front: &Front, from: &str) -> String {
    assert_eq!(front.said(), [""; 0]);
    let reference = front.keywords(from).ref_.as_ref().expect("a reference");
    front.place(reference.target.expect("a target"))
}

#[track_caller]
fn leads(draft: &str, schema: &str, expected: &str) {
    let front = in_draft(draft, schema);
    assert_eq!(target(&front, "/not"), expected, "{schema}");
}

const NEW: &str = "2020-12";

#[test]
fn pointers_lead_anywhere_in_the_document() {
    leads(NEW, r##"{"not": {"$ref": "#"}}"##, "schemas/a.json#");
    leads(NEW, r#"{"not": {"$ref": ""}}"#, "schemas/a.json#");
    let escaped = r##"{"not": {"$ref": "#/$defs/a~1b%25~0%22"}, "$defs": {"a/b%~\"": {}}}"##;
    leads(NEW, escaped, "schemas/a.json#/$defs/a~1b%~0\"");
    let items = r##"{"not": {"$ref": "#/prefixItems/1"}, "prefixItems": [{}, {}]}"##;
    leads(NEW, items, "schemas/a.json#/prefixItems/1");
    let beside = r##"{"$ref": "#/definitions/a", "definitions": {"a": {"b": {}}},
                      "not": {"$ref": "#/definitions/a/b"}}"##;
    leads(NEW, beside, "schemas/a.json#/definitions/a/b");
}

#[test]
fn a_schema_in_an_unknown_keyword_belongs_to_what_is_around_it() {
    let schema = r##"{"not": {"$ref": "#/$defs/a/x/0/y"}, "$defs": {
        "a": {"$id": "http://example.com/a", "x": [{"y": {"$ref": "#/$defs/b"}}], "$defs": {"b": {}}}
    }}"##;
    let front = in_draft(NEW, schema);
    assert_eq!(target(&front, "/not"), "schemas/a.json#/$defs/a/x/0/y");
    assert_eq!(
        target(&front, "/$defs/a/x/0/y"),
        "schemas/a.json#/$defs/a/$defs/b"
    );
}

#[test]
fn anchors_belong_to_their_resource() {
    let schema = r##"{"not": {"$ref": "#a"}, "$defs": {
        "inner": {"$id": "inner.json", "$anchor": "a", "not": {"$ref": "#a"}},
        "outer": {"$anchor": "a"}
    }}"##;
    let front = in_draft(NEW, schema);
    assert_eq!(target(&front, "/not"), "schemas/a.json#/$defs/outer");
    assert_eq!(
        target(&front, "/$defs/inner/not"),
        "schemas/a.json#/$defs/inner"
    );

    let dynamic = r##"{"not": {"$ref": "#a"}, "$defs": {"b": {"$dynamicAnchor": "a"}}}"##;
    leads(NEW, dynamic, "schemas/a.json#/$defs/b");
    let old = r##"{"not": {"$ref": "#a"}, "definitions": {"b": {"$id": "#a"}}}"##;
    leads("7", old, "schemas/a.json#/definitions/b");
    let oldest = r##"{"not": {"$ref": "#a"}, "definitions": {"b": {"id": "#a"}}}"##;
    leads("4", oldest, "schemas/a.json#/definitions/b");
    let both = r#"{"not": {"$ref": "b.json#a"}, "definitions": {"b": {"id": "b.json#a"}}}"#;
    leads("4", both, "schemas/a.json#/definitions/b");
}

#[test]
fn identifiers_move_the_base() {
    let schema = r#"{"$id": "http://example.com/root/", "not": {"$ref": "folder/b"}, "$defs": {
        "a": {"$id": "folder/", "properties": {"b": {"$id": "b"}, "c": {"$ref": "b"}}}
    }}"#;
    let front = in_draft(NEW, schema);
    assert_eq!(
        target(&front, "/not"),
        "schemas/a.json#/$defs/a/properties/b"
    );
    assert_eq!(
        target(&front, "/$defs/a/properties/c"),
        "schemas/a.json#/$defs/a/properties/b"
    );
    let urn = r#"{"$id": "urn:example:a", "not": {"$ref": "urn:example:b#/items"},
                  "$defs": {"b": {"$id": "urn:example:b", "items": {}}}}"#;
    leads(NEW, urn, "schemas/a.json#/$defs/b/items");
    // Beside a `$ref` an `$id` does not count in old drafts.
    let beside = r#"{"$id": "http://example.com/", "not": {"$id": "a/", "$ref": "b"},
                     "definitions": {"b": {"$id": "b"}}}"#;
    leads("7", beside, "schemas/a.json#/definitions/b");
    // `id` is no keyword after draft 4, and `$id` none before draft 6.
    let other = r#"{"not": {"$ref": "b"}, "definitions": {"a": {"$id": "b"}, "b": {"id": "b"}}}"#;
    leads("4", other, "schemas/a.json#/definitions/b");
    leads("6", other, "schemas/a.json#/definitions/a");
}

#[test]
fn remote_documents_are_found_by_address_and_by_id() {
    let remotes = [
        (
            "http://example.com/a.json",
            r#"{"$defs": {"x": {"$ref": "b.json"}}}"#,
        ),
        (
            "http://example.com/b.json",
            r#"{"$id": "http://example.com/other/c.json", "$anchor": "c"}"#,
        ),
        ("http://example.com/broken.json", "{"),
    ];
    let check = |reference: &str, expected: &str| {
        let schema = format!(r#"{{"not": {{"$ref": "{reference}"}}}}"#);
        let front = with_remotes(NEW, &schema, &remotes);
        assert_eq!(target(&front, "/not"), expected, "{reference}");
    };
    check("http://example.com/a.json", "remotes/0.json#");
    check(
        "http://example.com/a.json#/$defs/x",
        "remotes/0.json#/$defs/x",
    );
    check("http://example.com/b.json#c", "remotes/1.json#");
    check("http://example.com/other/c.json", "remotes/1.json#");
    // By the path of the file, from that of this one.
    check("../remotes/0.json#/$defs", "remotes/0.json#/$defs");

    let broken = r#"{"not": {"$ref": "http://example.com/broken.json"}}"#;
    let found = with_remotes(NEW, broken, &remotes).diagnostics;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].file(), "remotes/2.json");
}

#[test]
fn documents_that_are_compiled_together_find_each_other() {
    let one = r#"{"not": {"$ref": "b.json"}, "if": {"$ref": "http://example.com/c#/x"}}"#;
    let documents = [
        Document::from_file("schemas/a.json", one),
        Document::from_file("schemas/b.json", "{}"),
        Document::from_file("c.json", r#"{"$id": "http://example.com/c", "x": {}}"#),
    ];
    let front = front(&documents, &Options::default());
    assert_eq!(target(&front, "/not"), "schemas/b.json#");
    assert_eq!(target(&front, "/if"), "c.json#/x");
    assert_eq!(front.schemas.roots.len(), 3);
}

#[test]
fn a_relative_address_is_known_in_every_folder() {
    let schema = r#"{"not": {"$ref": "common.json"}}"#;
    let front = with_remotes(NEW, schema, &[("common.json", "{}")]);
    assert_eq!(target(&front, "/not"), "remotes/0.json#");
}

#[test]
fn the_official_meta_schemas_are_built_in() {
    for uri in [
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-06/schema",
        "http://json-schema.org/draft-07/schema#/definitions/schemaArray",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2019-09/meta/core#/properties/$id",
        "https://json-schema.org/draft/2020-12/schema",
        "https://json-schema.org/draft/2020-12/meta/format-assertion",
    ] {
        let schema = format!(r#"{{"not": {{"$ref": "{uri}"}}}}"#);
        let front = in_draft(NEW, &schema);
        let (document, _) = crate::source::uri::split(uri);
        assert!(target(&front, "/not").starts_with(document), "{uri}");
    }
}

/// Where the dynamic reference at `/not` leads at first, and what it looks for.
#[track_caller]
fn dynamic(draft: &str, schema: &str) -> (String, Option<String>) {
    let front = in_draft(draft, schema);
    assert_eq!(front.said(), [""; 0]);
    let reference = front
        .keywords("/not")
        .dynamic_ref
        .as_ref()
        .expect("a reference");
    let target = front.place(reference.target.expect("a target"));
    (target, reference.anchor.clone())
}

#[test]
fn dynamic_references_look_for_an_anchor_if_they_begin_at_one() {
    let check = |draft, schema, target: &str, anchor: Option<&str>| {
        let target = format!("schemas/a.json#{target}");
        assert_eq!(dynamic(draft, schema), (target, anchor.map(str::to_owned)));
    };
    let found = r##"{"not": {"$dynamicRef": "#a"}, "$defs": {"b": {"$dynamicAnchor": "a"}}}"##;
    check(NEW, found, "/$defs/b", Some("a"));
    let plain = r##"{"not": {"$dynamicRef": "#a"}, "$defs": {"b": {"$anchor": "a"}}}"##;
    check(NEW, plain, "/$defs/b", None);
    let pointer =
        r##"{"not": {"$dynamicRef": "#/$defs/b"}, "$defs": {"b": {"$dynamicAnchor": "a"}}}"##;
    check(NEW, pointer, "/$defs/b", None);
    let recursive = r##"{"$recursiveAnchor": true, "not": {"$recursiveRef": "#"}}"##;
    check("2019-09", recursive, "", Some(""));
    check("2019-09", r##"{"not": {"$recursiveRef": "#"}}"##, "", None);
    let inside = r##"{"not": {"$recursiveRef": "#", "$recursiveAnchor": true}}"##;
    check("2019-09", inside, "", None);
}

#[test]
fn resources_know_their_dynamic_anchors() {
    let schema = r#"{"$dynamicAnchor": "a", "$defs": {
        "b": {"$dynamicAnchor": "b"}, "c": {"$id": "c", "$dynamicAnchor": "a"}
    }}"#;
    let front = in_draft(NEW, schema);
    let anchors: Vec<Vec<(&str, String)>> = front
        .schemas
        .resources
        .iter()
        .map(|resource| {
            let anchors = resource.dynamic_anchors.iter();
            anchors
                .map(|(name, &id)| (name.as_str(), front.place(id)))
                .collect()
        })
        .collect();
    let (root, b, c) = (
        "schemas/a.json#",
        "schemas/a.json#/$defs/b",
        "schemas/a.json#/$defs/c",
    );
    assert_eq!(
        anchors,
        [
            vec![("a", root.to_owned()), ("b", b.to_owned())],
            vec![("a", c.to_owned())]
        ]
    );
}

#[test]
fn references_to_nowhere_say_what_there_is() {
    let check = |schema: &str, message: &str, help: &str| {
        let remotes = [
            ("http://example.com/b", "{}"),
            ("http://example.com/c", "{}"),
        ];
        let front = with_remotes(NEW, schema, &remotes);
        assert_eq!(front.said(), [format!("/not/$ref: {message}")]);
        let found = &front.diagnostics[0];
        assert_eq!(found.severity(), Severity::Error);
        assert_eq!(found.help().unwrap_or_default(), help);
    };
    check(
        r##"{"not": {"$ref": "#/$defs/c"}, "$defs": {"a": {}, "b": {}}}"##,
        "the reference \"#/$defs/c\" leads to no schema",
        "there is: \"#/$defs/a\", \"#/$defs/b\"",
    );
    check(
        r##"{"not": {"$ref": "#/allOf/01"}, "allOf": [{}, {}]}"##,
        "the reference \"#/allOf/01\" leads to no schema",
        "there is: \"#/allOf/0\", \"#/allOf/1\"",
    );
    check(
        r##"{"not": {"$ref": "#x"}, "$anchor": "a"}"##,
        "the reference \"#x\" leads to no anchor",
        "there is: \"#a\"",
    );
    check(
        r##"{"not": {"$ref": "#/title"}, "title": "T"}"##,
        "the reference \"#/title\" leads to a string, not to a schema",
        "",
    );
    check(
        r#"{"$id": "http://example.com/a", "not": {"$ref": "d"}}"#,
        "the reference \"d\" leads to no known document",
        "it means \"http://example.com/d\"; a document is known if it is given under `refs`; \
         nothing is ever downloaded; there is: \"http://example.com/b\", \"http://example.com/c\"",
    );
    check(
        r#"{"not": {"$ref": "http://[x"}}"#,
        "\"http://[x\" is no URI reference",
        "",
    );
}

#[test]
fn what_nothing_refers_to_does_no_harm() {
    let schema = r##"{"$defs": {"unused": {"$ref": "#/$defs/missing"}}}"##;
    let found = in_draft(NEW, schema).diagnostics;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity(), Severity::Warning);

    let remotes = [
        (
            "http://example.com/a",
            r#"{"$defs": {"x": {}, "y": {"$ref": "nowhere"}}}"#,
        ),
        ("http://example.com/unused", "no JSON"),
    ];
    let schema = r#"{"not": {"$ref": "http://example.com/a#/$defs/x"}}"#;
    let front = with_remotes(NEW, schema, &remotes);
    assert_eq!(target(&front, "/not"), "remotes/0.json#/$defs/x");
    let schema = r#"{"not": {"$ref": "http://example.com/a#/$defs/y"}}"#;
    let found = with_remotes(NEW, schema, &remotes).diagnostics;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].file(), found[0].location()),
        ("remotes/0.json", "/$defs/y/$ref")
    );
}

#[test]
fn long_chains_of_references_are_no_trouble() {
    let links: Vec<String> = (0..20_000)
        .map(|link| format!(r##""{link}": {{"$ref": "#/$defs/{}"}}"##, link + 1))
        .collect();
    let links = links.join(", ");
    let schema =
        format!(r##"{{"not": {{"$ref": "#/$defs/0"}}, "$defs": {{{links}, "20000": {{}}}}}}"##);
    let front = in_draft(NEW, &schema);
    assert_eq!(
        target(&front, "/$defs/19999"),
        "schemas/a.json#/$defs/20000"
    );
}
