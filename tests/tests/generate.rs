//! Code that was generated into a file, in a crate that depends on `tollgate-core` and on nothing
//! else: no macro, no compiler of schemas.

use tollgate_codegen::{Document, Options, Unrolled, compile};
use tollgate_tests::examples::root;
use tollgate_tests::scratch::Scratch;

const MAIN: &str = r#"#![deny(warnings)]

mod req_pay;

use req_pay::ReqPayRequest;

fn main() {
    let path = std::env::args_os().nth(1).expect("a document");
    let bytes = std::fs::read(path).expect("the document can be read");
    let request = match ReqPayRequest::from_json(&bytes) {
        Ok(request) => request,
        Err(report) => panic!("{report}"),
    };
    let payment = request.payment;
    println!("{} {}", payment.mode.as_str(), payment.invoices_pay_infos.len());
}
"#;

/// What `tollgate generate` writes, without the comment at the beginning.
fn generated(schema: &str) -> String {
    let text = std::fs::read_to_string(root().join(schema)).expect("the schema can be read");
    let documents = [Document::from_file(schema, &text)];
    let (output, diagnostics) = compile(&documents, &Options::default());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    output.to_source().expect("Rust")
}

#[test]
fn a_generated_file_needs_the_run_time_and_nothing_else() {
    let module = generated("schema/req-pay.request.schema.json");
    let files = [("src/main.rs", MAIN), ("src/req_pay.rs", module.as_str())];
    let crate_ = Scratch::depending_on("tollgate-core", "core", "generated-file", &files);
    let document = root().join("schema/examples/one-invoice.json");
    let document = document.canonicalize().expect("the example is there");
    let arguments = ["run", "--quiet", "--", document.to_str().expect("UTF-8")];
    let output = crate_.cargo(&arguments);
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert_eq!(stdout, "NEFT 1\n", "{stderr}");
    assert!(output.status.success(), "{stderr}");

    let tree = crate_.cargo(&["tree", "--edges", "normal", "--offline"]);
    let tree = String::from_utf8_lossy(&tree.stdout);
    for package in ["tollgate-codegen", "tollgate-derive", "syn "] {
        assert!(!tree.contains(package), "{tree}");
    }
}

/// A step for each member is worth its code where documents have all members in order.
#[test]
fn rows_are_unrolled_where_documents_are_messages() {
    let source = |required: &str, unrolled: Unrolled| {
        let text = format!(
            r#"{{"title": "Ping", "type": "object", "required": {required},
                "properties": {{"from": {{"type": "string"}}, "to": {{"type": "string"}}, "at": {{"type": "integer"}}}}}}"#
        );
        let options = Options {
            unrolled,
            ..Options::default()
        };
        let (output, diagnostics) = compile(&[Document::from_file("ping.json", &text)], &options);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        output.to_source().expect("Rust")
    };
    for (required, unrolled, expected) in [
        (r#"["from", "to"]"#, Unrolled::Messages, true),
        (r#"["from"]"#, Unrolled::Messages, false),
        (r#"["from"]"#, Unrolled::Always, true),
        (r#"["from", "to", "at"]"#, Unrolled::Never, false),
    ] {
        let source = source(required, unrolled);
        assert_eq!(
            source.contains(", unrolled;"),
            expected,
            "{required} {unrolled:?}: {source}"
        );
    }
}

/// Two objects with the same patterns, and two alternatives that no type is made of.
#[test]
fn functions_that_do_the_same_are_one() {
    let source = |last: &str| {
        let text = format!(
            r#"{{"title": "Net", "type": "object", "properties": {{
                "in": {{"type": "object", "properties": {{"port": {{"type": "integer"}}}},
                    "patternProperties": {{"^x-": true}}, "additionalProperties": false}},
                "out": {{"type": "object", "properties": {{"host": {{"type": "string"}}}},
                    "patternProperties": {{"^x-": true}}, "additionalProperties": false}},
                "from": {{"not": {{"required": ["port"], "minProperties": 3}}}},
                "to": {{"not": {{"required": ["port"], "minProperties": {last}}}}}
            }}}}"#
        );
        let documents = [Document::from_file("net.json", &text)];
        let (output, diagnostics) = compile(&documents, &Options::default());
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        output.to_source().expect("Rust")
    };
    let alike = source("3");
    for (name, times) in [("fn others_of_", 1), ("kept_by(", 2), ("fn judge_", 1)] {
        assert_eq!(alike.matches(name).count(), times, "{name}: {alike}");
    }
    for docs in [
        "/// Members of `In` and one more type that have no row.",
        "/// `/properties/to/not` and one more place",
    ] {
        assert!(alike.contains(docs), "{docs}: {alike}");
    }
    let other = source("4");
    assert_eq!(other.matches("fn judge_").count(), 2, "{other}");
}

/// Which member stands where is noted by the walk over the rows.
#[test]
fn objects_of_which_alternatives_ask_are_rows() {
    let text = r#"{"title": "Peer", "type": "object",
        "properties": {"weight": {"type": "integer"}, "host": {"type": "string"}, "socket": {"type": "string"}},
        "oneOf": [{"required": ["host"]}, {"required": ["socket"]}]}"#;
    let documents = [Document::from_file("peer.json", text)];
    let (output, diagnostics) = compile(&documents, &Options::default());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let source = output.to_source().expect("Rust");
    let rows = "noted[DEMANDS, &[255, 0, 1, 255], by_members];";
    assert!(source.contains(rows), "{source}");
    assert!(!source.contains("obj.note_member"), "{source}");
}

/// A map whose names match a pattern, items that are judged alike, a type that a reference asks for, a list of
/// a type's values, alternatives that are types, what may be null.
#[test]
fn what_is_the_same_everywhere_is_a_call() {
    let text = r##"{"title": "Net", "type": "object",
        "properties": {
            "peers": {"type": "object", "patternProperties": {"^[a-z]+$": {"type": "integer"}},
                "additionalProperties": false},
            "hops": {"not": {"type": "array", "items": {"type": "integer", "minimum": 3}, "minItems": 2}},
            "last": {"not": {"allOf": [{"$ref": "#/$defs/object"}], "type": "object", "required": ["end"]}},
            "flags": {"type": "array", "items": {"enum": ["up", "down"]}},
            "end": {"anyOf": [{"title": "Up", "enum": ["up"]}, {"title": "Far", "type": "integer"}]},
            "via": {"type": ["string", "null"]},
            "id": {"type": ["string", "integer", "object"], "properties": {"of": {}}},
            "mark": {"type": ["integer", "boolean", "null"], "enum": [3, null]},
            "at": {"title": "At", "type": ["object", "null"], "properties": {"x": {"type": "integer"}}}},
        "$defs": {"object": {"type": "object"}}}"##;
    let documents = [Document::from_file("net.json", text)];
    let (output, diagnostics) = compile(&documents, &Options::default());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let source = output.to_source().expect("Rust");
    for call in [
        "r.map_of_matching(&PATTERN, Edge::to(\"/patternProperties/^[a-z]+$\"),",
        "arr.each(r, \"/items\", judge_",
        "r.typed_through(Edge::through(\"/allOf/0/$ref\", \"/$defs/object\"), TypeSet::OBJECT)?;",
        "optional \"flags\" flags: method(list_as::<super::Flag>);",
        "=> r.variant_of(Self::Up),",
        "optional \"via\" via: method(text_or_null);",
        "optional \"at\" at: method(object_or_null::<super::At>);",
        "=> r.variant(Self::Far, Reader::integer_as::<i64>),",
        "JsonType::Number => r.variant(Self::Integer, Reader::integer_as::<i64>),",
        "JsonType::String => r.variant(Self::String, Reader::text),",
        "JsonType::Object => r.variant_of(Self::Object),",
        "_ => r.unexpected(v1::types![Integer, String, Object]),",
        "JsonType::Number => r.some(Reader::integer_as::<i64>),",
        "JsonType::Boolean => r.refused(),",
        "_ => r.unexpected(v1::types![Null, Boolean, Integer]),",
    ] {
        let words = |text: &str| text.split_whitespace().collect::<String>();
        let source = words(&source).replace(",)", ")");
        assert!(source.contains(&words(call)), "{call}: {source}");
    }
    for walk in ["obj.next", "r.type_at_hand() { _"] {
        assert!(!source.contains(walk), "{walk}: {source}");
    }
}
