//! `string = borrowed` and `string = some::Type`: what borrows and what does not, that values can
//! outlive the document, and that verdicts are those of the owned types.

use std::borrow::Cow;
use tollgate_tests::examples::{REQUESTS, example};
use tollgate_tests::mutants::{Dice, broken_text, mutant};

mod order {
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "required": ["id", "note", "lines", "state", "where"],
            "properties": {
                "id": { "$ref": "#/$defs/Id" },
                "note": { "type": "string" },
                "state": { "enum": ["open", "closed"] },
                "lines": { "type": "array", "items": { "$ref": "#/$defs/Line" } },
                "where": { "anyOf": [{ "$ref": "#/$defs/Point" }, { "$ref": "#/$defs/Id" }] },
                "tags": { "type": "object", "additionalProperties": { "type": ["string", "null"] } },
                "either": { "type": ["string", "integer"] },
                "currency": { "type": "string", "default": "INR" },
                "size": {
                    "type": "object",
                    "properties": { "width": { "type": "integer" } },
                    "additionalProperties": { "type": "boolean" }
                },
                "parts": { "type": "array", "items": { "$ref": "#" } },
                "parent": { "oneOf": [{ "$ref": "#" }, { "type": "null" }] }
            },
            "if": { "required": ["parent"] },
            "then": { "not": { "properties": { "id": { "$ref": "#/$defs/Id" } }, "required": ["tags"] } },
            "$defs": {
                "Id": { "type": "string", "pattern": "^[A-Z]{2}[0-9]{4}$" },
                "Line": {
                    "type": "object",
                    "properties": { "name": { "type": "string", "minLength": 2 }, "count": { "type": "integer" } },
                    "additionalProperties": { "type": "string" }
                },
                "Point": {
                    "type": "array",
                    "prefixItems": [{ "type": "number" }, { "type": "string" }],
                    "minItems": 1
                }
            }
        }"##,
        name = Order,
        string = borrowed,
    }
}
use order::{Id, Order, Size, State, Where};

const DOCUMENT: &str = r#"{
    "id": "AB1234", "note": "plain", "state": "open",
    "lines": [{"name": "esc\u0061ped", "count": 2, "colour": "red"}],
    "where": [1.5, "north", "up"],
    "tags": {"a": "b", "c": null}, "either": "text", "size": {"width": 3, "deep": true},
    "parts": [{"id": "CD5678", "note": "", "lines": [], "state": "closed", "where": "EF9999"}],
    "more": {"x": "y"}
}"#;

#[expect(clippy::ptr_arg, reason = "whether it borrows is what is asked")]
fn borrows(text: &Cow<'_, str>) -> bool {
    matches!(text, Cow::Borrowed(_))
}

#[test]
fn strings_borrow_unless_they_hold_an_escape() {
    let order = Order::from_json(DOCUMENT.as_bytes()).unwrap();
    let document = DOCUMENT.as_bytes().as_ptr_range();
    assert!(borrows(&order.note) && document.contains(&order.note.as_ptr()));
    assert!(borrows(&order.id.clone().into_inner()) && document.contains(&order.id.as_ptr()));
    let line = &order.lines[0];
    let name = line.name.clone().unwrap().into_inner();
    assert_eq!(name, Cow::<str>::Owned("escaped".to_owned()));
    assert!(!borrows(&name));
    assert!(borrows(line.other.get("colour").unwrap()));
    assert_eq!(order.currency_or_default(), "INR");
    let Where::Point(point) = &order.where_ else {
        panic!("{:?}", order.where_)
    };
    assert_eq!(point.1.as_deref(), Some("north"));
    assert_eq!(order.parts.as_ref().unwrap()[0].state, State::Closed);
}

#[test]
fn what_borrows_nothing_has_no_lifetime() {
    let size: fn(&[u8]) -> Result<Size, tollgate::Report> = Size::from_json;
    let size = size(br#"{"width": 3}"#).unwrap();
    let width: Option<i64> = size.width;
    assert_eq!(width, Some(3));
}

#[test]
fn a_value_can_outlive_its_document() {
    let owned: Order<'static> = {
        let document = DOCUMENT.to_owned();
        let order = Order::from_json(document.as_bytes()).unwrap();
        order.into_owned()
    };
    assert!(!borrows(&owned.note));
    let again = Order::from_json(DOCUMENT.as_bytes()).unwrap();
    assert_eq!(owned, again);
    assert_eq!(owned.to_json(), again.to_json());
    assert_eq!(
        Order::from_reader(DOCUMENT.as_bytes(), 10_000).unwrap(),
        owned
    );
    let tree = serde_json::from_str(DOCUMENT).unwrap();
    assert_eq!(Order::from_value(&tree).unwrap(), owned);
}

#[test]
fn all_functions_agree() {
    let order = Order::from_json(DOCUMENT.as_bytes()).unwrap();
    assert_eq!(order.validate(), Ok(()));
    let written = order.to_json_string();
    assert_eq!(Order::from_json(written.as_bytes()).unwrap(), order);
    let by_serde: Order<'static> = serde_json::from_str(DOCUMENT).unwrap();
    assert_eq!(by_serde, order);
    assert_eq!(
        serde_json::to_value(&order).unwrap(),
        serde_json::from_str::<serde_json::Value>(DOCUMENT).unwrap()
    );

    let broken = DOCUMENT
        .replace("CD5678", "CD567")
        .replace("north", "no\\rth");
    let report = Order::from_json(broken.as_bytes()).unwrap_err();
    assert_eq!(report.len(), 1, "{report}");
    assert_eq!(report[0].instance_location(), "/parts/0/id");
    assert_eq!(Order::validate_json(broken.as_bytes()), Err(report));
    assert!(!Order::is_valid_json(broken.as_bytes()));
    assert!(serde_json::from_str::<Order<'_>>(&broken).is_err());
}

#[test]
fn a_newtype_borrows_what_it_is_made_from() {
    let text = String::from("AB1234");
    let id = Id::try_from(text.as_str()).unwrap();
    assert_eq!(id.as_ptr(), text.as_ptr());
    assert!(borrows(&id.into_inner()));
    let id: Id<'static> = Id::try_from(text.clone()).unwrap();
    assert_eq!(id, "AB1234");
    assert_eq!(String::from(id), text);
    let id: Id<'static> = text.parse().unwrap();
    assert_eq!(id.into_owned().as_str(), "AB1234");
    let report = Id::try_from("AB12").unwrap_err();
    assert_eq!(report[0].keyword(), "pattern");
    assert!("ab1234".parse::<Id<'_>>().is_err());
}

/// Works on every type that reads from a document, whether it borrows or not.
fn ids<'a, T: tollgate::Schema<'a>>(documents: &'a [String]) -> Vec<T> {
    let documents = documents.iter().map(String::as_bytes);
    documents
        .filter_map(|bytes| T::from_json(bytes).ok())
        .collect()
}

#[test]
fn the_trait_serves_types_that_borrow() {
    let documents = [String::from("\"AB1234\""), String::from("1")];
    let ids: Vec<Id<'_>> = ids(&documents);
    assert_eq!(ids.len(), 1);
    assert!(borrows(&ids[0].clone().into_inner()));
}

/// A type of strings as other crates have them: made from a `str`, and one inside.
mod word {
    #[derive(Debug, Clone, PartialEq)]
    pub struct Word(Box<str>);

    impl From<&str> for Word {
        fn from(text: &str) -> Self {
            Self(text.into())
        }
    }

    impl AsRef<str> for Word {
        fn as_ref(&self) -> &str {
            &self.0
        }
    }
}
use word::Word;

mod chosen {
    use super::word::Word;
    tollgate::schema! {
        inline = r##"{
            "type": "object",
            "required": ["id", "list", "map"],
            "properties": {
                "id": { "type": "string", "maxLength": 3 },
                "list": { "type": "array", "items": { "type": ["string", "null"] } },
                "map": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } },
                "text": { "type": "string", "default": "none" },
                "pair": {
                    "prefixItems": [{ "type": "string" }, { "type": ["string", "null"] }],
                    "items": { "type": "string" },
                    "type": "array"
                },
                "either": { "type": ["string", "boolean"] },
                "one": { "oneOf": [{ "title": "Texts", "type": "array", "items": { "type": "string" } }, { "type": "string" }, { "type": "integer" }] },
                "others": { "type": "object", "properties": { "a": { "type": "integer" } }, "additionalProperties": { "type": "string" } }
            }
        }"##,
        name = Chosen,
        string = Word,
    }
}
use chosen::{Chosen, Either, One};

#[test]
fn strings_have_the_type_that_was_chosen() {
    let document = r#"{"id":"abc","list":["a\n",null],"map":{"x":["y"]},"text":"t","pair":["p",null,"q"],"either":"e","one":["o"],"others":{"a":1,"b":"c"}}"#;
    let value = Chosen::from_json(document.as_bytes()).unwrap();
    assert_eq!(value.to_json_string(), document);
    assert_eq!(value.validate(), Ok(()));
    let word = Word::from;
    assert_eq!(value.list, [Some(word("a\n")), None]);
    assert_eq!(value.map.get("x"), Some(&vec![word("y")]));
    assert_eq!(value.text_or_default(), "t");
    assert_eq!(value.either, Some(Either::String(word("e"))));
    assert_eq!(value.one, Some(One::Texts(vec![word("o")])));
    let pair = value.pair.unwrap();
    assert_eq!(
        (pair.0, pair.1, pair.2),
        (Some(word("p")), Some(None), vec![word("q")])
    );
    assert_eq!(value.id.clone().into_inner(), word("abc"));
    assert!(value.id < "abd".parse().unwrap());
    assert!(chosen::Id::try_from("abcd").is_err());
    assert!(!Chosen::is_valid_json(br#"{"id":1,"list":[],"map":{}}"#));
}

macro_rules! roots {
    ($($module:ident: $schema:literal)*) => {$(
        mod $module {
            tollgate::schema! { inline = $schema, name = Borrowed, string = borrowed }
            pub(super) mod chosen {
                tollgate::schema! { inline = $schema, name = Chosen, string = super::super::word::Word }
            }
        }
    )*};
}

roots! {
    texts: r#"{"type": "array", "items": {"type": "string"}}"#
    text: r#"{"type": "string"}"#
    nullable: r#"{"type": ["string", "null"]}"#
    map: r#"{"type": "object", "additionalProperties": {"type": ["string", "null"]}}"#
    tree: r##"{"type": "array", "items": {"$ref": "#"}}"##
    word_tree: r##"{"type": ["array", "string"], "items": {"$ref": "#"}}"##
    several: r#"{"type": ["string", "number"], "pattern": "^a"}"#
    number: r#"{"type": "number"}"#
}

#[test]
fn roots_of_all_kinds_come_back_as_they_were() {
    macro_rules! check {
        ($module:ident, $document:literal) => {
            let document: &[u8] = $document.as_bytes();
            let borrowed = $module::Borrowed::from_json(document).unwrap();
            assert_eq!(borrowed.to_json(), document);
            let chosen = $module::chosen::Chosen::from_json(document).unwrap();
            assert_eq!(chosen.to_json(), document);
            assert_eq!(chosen.validate(), Ok(()));
            assert!($module::Borrowed::from_json(b"{\"a\":1}").is_err());
        };
    }
    check!(texts, r#"["a","\n"]"#);
    check!(text, r#""a""#);
    check!(nullable, "null");
    check!(nullable, r#""a""#);
    check!(map, r#"{"a":"b","c":null}"#);
    check!(tree, "[[],[[]]]");
    check!(word_tree, r#"["a",["b"]]"#);
    check!(several, r#""ab""#);
    check!(several, "1.50");
    check!(number, "1.50");
    let words: fn(word_tree::Borrowed<'_>) -> word_tree::Borrowed<'static> = |it| it.into_owned();
    let tree: tree::Borrowed = tree::Borrowed::from_json(b"[]").unwrap();
    drop((words, tree));
}

/// Compares what the owned and the borrowed types say of a document, and what they make of it.
#[track_caller]
fn compare(document: &[u8]) {
    use req_pay::{ReqPayRequest as Owned, borrowed::ReqPayRequest as Borrowed};
    let shown = String::from_utf8_lossy(document);
    let (owned, borrowed) = (Owned::from_json(document), Borrowed::from_json(document));
    assert_eq!(Borrowed::is_valid_json(document), owned.is_ok(), "{shown}");
    assert_eq!(
        Borrowed::validate_json(document),
        Owned::validate_json(document)
    );
    match (owned, borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            assert_eq!(owned.to_json(), borrowed.to_json());
            assert_eq!(borrowed.validate(), Ok(()));
            assert_eq!(borrowed.clone().into_owned(), borrowed);
            assert_eq!(format!("{owned:?}"), format!("{borrowed:?}"));
        }
        (owned, borrowed) => assert_eq!(owned.unwrap_err(), borrowed.unwrap_err(), "{shown}"),
    }
}

#[test]
fn owned_and_borrowed_types_agree_on_mutants_of_the_examples() {
    let mut dice = Dice::new(20);
    for name in REQUESTS {
        let bytes = example(name);
        compare(&bytes);
        let document: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let times = if bytes.len() > 10_000 { 20 } else { 500 };
        for _ in 0..times {
            let mutant = mutant(&document, &mut dice).to_string();
            compare(mutant.as_bytes());
            compare(&broken_text(&bytes, &mut dice));
        }
    }
}
