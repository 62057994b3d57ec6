//! Which documents lints are about, and codes.

use tollgate_codegen::{Code, Document, Options, Remote, Severity, lint};

const NO_STRING: &str = r#"{"type": "integer", "minLength": 1}"#;

fn codes(documents: &[Document], options: &Options) -> Vec<(String, &'static str)> {
    let found = lint(documents, options);
    let found = found.iter();
    found
        .map(|found| (found.file().to_owned(), found.code().name()))
        .collect()
}

#[test]
fn remote_documents_are_not_looked_at() {
    let options = Options {
        remotes: vec![Remote {
            uri: "https://example.com/a.json".to_owned(),
            file: "a.json".to_owned(),
            text: NO_STRING.to_owned(),
        }],
        ..Options::default()
    };
    let schema = r#"{"items": {"$ref": "https://example.com/a.json"}, "$defs": {"a": {}}}"#;
    let document = Document::from_file("order.json", schema);
    // Nor are definitions unused that another document could use.
    assert_eq!(codes(&[document], &options), []);
}

#[test]
fn all_documents_that_are_given_are() {
    let documents = [
        Document::from_file("a.json", NO_STRING),
        Document::from_file("b.json", r#"{"$ref": "a.json", "minimum": 1}"#),
        Document::from_file("c.json", r#"{"properties": 1, "maximum": 0, "minimum": 1}"#),
        Document::from_file("d.json", r#"{"requird": ["a"]}"#),
    ];
    let found = codes(&documents, &Options::default());
    let expected = [
        ("a.json", Code::KeywordOfOtherType),
        // Nothing is said of a schema in which something is wrong.
        ("c.json", Code::BrokenSchema),
        ("d.json", Code::MisspeltKeyword),
    ];
    assert_eq!(
        found,
        expected.map(|(file, code)| (file.to_owned(), code.name()))
    );
}

#[test]
fn who_has_a_meta_schema_of_their_own_may_have_keywords_of_their_own() {
    let options = Options {
        remotes: vec![Remote {
            uri: "https://example.com/meta".to_owned(),
            file: "meta.json".to_owned(),
            text: r#"{
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": "https://example.com/meta",
                "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true}
            }"#
            .to_owned(),
        }],
        ..Options::default()
    };
    let schema = r#"{"$schema": "https://example.com/meta", "requird": ["a"], "type": "integer", "minLength": 1}"#;
    let document = Document::from_file("order.json", schema);
    assert_eq!(codes(&[document], &options), []);
}

#[test]
fn warnings_have_codes_too() {
    let schema = r##"{"pattern": "\\@", "$defs": {"a": {"$ref": "#/$defs/b"}}}"##;
    let found = lint(
        &[Document::from_file("order.json", schema)],
        &Options::default(),
    );
    let found: Vec<_> = found
        .iter()
        .map(|found| (found.severity(), found.code()))
        .collect();
    assert_eq!(
        found,
        [
            (Severity::Warning, Code::DoubtfulEscape),
            (Severity::Warning, Code::ReferenceToNowhere)
        ]
    );
}

#[test]
fn every_code_has_a_name_of_its_own() {
    for code in Code::ALL {
        let name = code.name();
        assert_eq!(Code::from_name(name), Some(code));
        let is_plain = |character: char| character.is_ascii_lowercase() || character == '-';
        assert!(name.chars().all(is_plain), "{name}");
    }
    assert_eq!(Code::from_name("unknown"), None);
}
