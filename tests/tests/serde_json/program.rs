//! Reads documents in all ways that serde offers, and compares.

#[allow(dead_code)]
mod generated;
#[allow(dead_code)]
mod set;

use generated::Root;
use serde_json::Value;
use std::collections::BTreeMap;
use tollgate_core::{Json, Schema};

/// Documents that the schema allows, and whether `serde_json::Value` holds them as they are: always,
/// with arbitrary precision, or never.
const ALLOWED: &[(&str, Tree)] = &[
    ("{}", Tree::Always),
    (r#"{"amount": 0.1}"#, Tree::Always),
    (
        r#"{"amount": 0.30000000000000000000000000000}"#,
        Tree::Always,
    ),
    (r#"{"amount": 1e400}"#, Tree::Exact),
    (r#"{"amount": -1.5E+400}"#, Tree::Exact),
    (
        r#"{"amount": 123456789012345678901234567890.1}"#,
        Tree::Exact,
    ),
    (r#"{"amount": 0, "big": 1e-400}"#, Tree::Exact),
    (r#"{"amount": -0}"#, Tree::Always),
    (r#"{"amount": -0.0}"#, Tree::Always),
    (r#"{"count": -0}"#, Tree::Always),
    (r#"{"count": 1.0}"#, Tree::Always),
    (r#"{"count": 12e1}"#, Tree::Always),
    (r#"{"count": 9223372036854775807}"#, Tree::Always),
    (r#"{"count": -9223372036854775808}"#, Tree::Always),
    (r#"{"other": 18446744073709551615}"#, Tree::Always),
    (r#"{"other": 18446744073709551616}"#, Tree::Exact),
    (r#"{"other": 123456789012345678901234567890}"#, Tree::Exact),
    (
        r#"{"other": 7.3e-7, "more": 1.7976931348623157e308}"#,
        Tree::Always,
    ),
    (
        r#"{"z": 1, "amount": 1, "a": 2, "inner": {"y": [], "b": null}, "m": 3}"#,
        Tree::Always,
    ),
    (
        r#"{"text": "\u00e4\n\"\ud83d\ude00", "\u0061": true}"#,
        Tree::Always,
    ),
    (r#"{"$serde_json::private::Number": "1.5"}"#, Tree::Never),
    (r#"{"$serde_json::private::RawValue": "[1]"}"#, Tree::Never),
    (
        r#"{"$serde_json::private::RawValue": [1], "count": 1}"#,
        Tree::Never,
    ),
    (
        r#"{"inner": {"$serde_json::private::Number": "x"}}"#,
        Tree::Never,
    ),
    (
        r#"{"other": {"$serde_json::private::Number": "7", "a": 1}}"#,
        Tree::Never,
    ),
    (
        r#"{"other": {"$serde_json::private::RawValue": "{"}}"#,
        Tree::Never,
    ),
];

/// Documents that it does not allow, or that are none.
const REFUSED: &[&str] = &[
    r#"{"amount": 0.15}"#,
    r#"{"amount": 123456789012345678901234567890.15}"#,
    r#"{"amount": {"$serde_json::private::Number": "1"}}"#,
    r#"{"count": {"$serde_json::private::RawValue": "1"}}"#,
    r#"{"count": 1.5}"#,
    r#"{"count": 9223372036854775808}"#,
    r#"{"count": 1, "count": 1}"#,
    r#"{"other": {"a": 1, "\u0061": 2}}"#,
    r#"{"amount": 01}"#,
];

#[derive(Clone, Copy, PartialEq)]
enum Tree {
    Always,
    Exact,
    Never,
}

fn main() {
    let deepest = nested(128);
    let mut allowed = ALLOWED.to_vec();
    // The tree's own limit is one less.
    allowed.push((&deepest, Tree::Never));
    for &(document, tree) in &allowed {
        let read = Root::from_json(document.as_bytes()).expect(document);
        assert_eq!(
            json(&read.to_json()),
            json(document.as_bytes()),
            "{document}"
        );
        for (way, again) in ways(document) {
            let again = again.unwrap_or_else(|error| panic!("{document} {way}: {error}"));
            assert_eq!(
                again.to_json_string(),
                read.to_json_string(),
                "{document} {way}"
            );
        }
        if tree == Tree::Always || tree == Tree::Exact && set::ARBITRARY_PRECISION {
            from_tree(document, &read);
        }
        write(document, &read);
    }
    let too_deep = nested(129);
    let mut refused = REFUSED.to_vec();
    refused.push(&too_deep);
    for document in &refused {
        let report = Root::from_json(document.as_bytes()).expect_err(document);
        for (way, again) in ways(document) {
            let error = again.expect_err(document).to_string();
            let is_ours = error.contains(report[0].message());
            assert!(
                is_ours || *document == r#"{"amount": 01}"#,
                "{document} {way}: {error}"
            );
        }
    }
    let (allowed, refused) = (allowed.len(), refused.len());
    println!("{allowed} documents read alike, {refused} refused alike");
}

fn nested(depth: usize) -> String {
    format!(
        "{}{{}}{}",
        r#"{"inner":"#.repeat(depth - 1),
        "}".repeat(depth - 1)
    )
}

fn json(text: &[u8]) -> Json {
    Json::from_json(text).unwrap()
}

type Ways = Vec<(&'static str, serde_json::Result<Root>)>;

/// Alone, in a list, and in an object; from text, bytes and a stream.
fn ways(document: &str) -> Ways {
    let list = format!(" [ {document} ] ");
    let object = format!(r#"{{"a": {document} }}"#);
    let from_list = |list: Vec<Root>| list.into_iter().next().unwrap();
    let from_object = |mut object: BTreeMap<String, Root>| object.remove("a").unwrap();
    vec![
        ("from_str", serde_json::from_str(document)),
        ("from_slice", serde_json::from_slice(document.as_bytes())),
        ("from_reader", serde_json::from_reader(document.as_bytes())),
        ("in a list", serde_json::from_str(&list).map(from_list)),
        (
            "in an object",
            serde_json::from_slice(object.as_bytes()).map(from_object),
        ),
        (
            "in a stream",
            serde_json::from_reader(object.as_bytes()).map(from_object),
        ),
    ]
}

/// Reads from a tree that holds what the document says.
fn from_tree(document: &str, read: &Root) {
    let tree: Value = serde_json::from_str(document).expect(document);
    let from_value = Root::from_value(&tree).expect(document);
    let by_reference: Root = serde::Deserialize::deserialize(&tree).expect(document);
    let by_value: Root = serde_json::from_value(tree).expect(document);
    for again in [from_value, by_reference, by_value] {
        assert_eq!(json(&again.to_json()), json(&read.to_json()), "{document}");
        // The tree spells exponents in its own way.
        let text = |root: &Root| root.to_json_string().to_lowercase().replace("e+", "e");
        if set::PRESERVE_ORDER && set::ARBITRARY_PRECISION {
            assert_eq!(text(&again), text(read), "{document}");
        }
    }
}

/// What serde is given is what was read, or an error: never something near it.
fn write(document: &str, read: &Root) {
    let text = serde_json::to_string(read);
    let tree = serde_json::to_value(read);
    match &text {
        Ok(text) => assert_eq!(json(text.as_bytes()), json(document.as_bytes())),
        Err(error) => assert!(
            error.to_string().contains("`to_json`"),
            "{document}: {error}"
        ),
    }
    match tree {
        Ok(tree) => assert_eq!(json(tree.to_string().as_bytes()), json(document.as_bytes())),
        Err(error) => assert!(
            error.to_string().contains("`to_json`"),
            "{document}: {error}"
        ),
    }
    // What any `f64` holds is written.
    let is_small = !["e400", "E+400", "e-400", "0123456789"]
        .iter()
        .any(|big| document.contains(big));
    assert!(text.is_ok() || !is_small, "{document}");
}
