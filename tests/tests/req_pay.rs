//! The promises that the req-pay types make.

use req_pay::{Currency, Mode, PaymentType, ReqPayRequest, ReqPayResponse};
use rust_decimal::Decimal;
use tollgate_tests::examples::{example, schema_file};

fn one_invoice() -> String {
    String::from_utf8(example("one-invoice.json")).unwrap()
}

/// The example with one piece of text replaced, which must be there.
#[track_caller]
fn with(old: &str, new: &str) -> Vec<u8> {
    let text = one_invoice();
    assert!(text.contains(old), "the example has no {old}");
    text.replacen(old, new, 1).into_bytes()
}

/// Checks what all functions say of a document: the errors as (keyword, location).
#[track_caller]
fn check(document: &[u8], expected: &[(&str, &str)]) {
    let found = ReqPayRequest::validate_json(document);
    let found: Vec<(String, String)> = found
        .err()
        .into_iter()
        .flatten()
        .map(|error| {
            (
                error.keyword().to_owned(),
                error.instance_location().to_owned(),
            )
        })
        .collect();
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(keyword, location)| (keyword.as_str(), location.as_str()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(ReqPayRequest::is_valid_json(document), expected.is_empty());
    assert_eq!(
        ReqPayRequest::from_json(document).is_ok(),
        expected.is_empty()
    );
    let by_serde = serde_json::from_slice::<ReqPayRequest>(document);
    assert_eq!(by_serde.is_ok(), expected.is_empty(), "serde: {by_serde:?}");
}

#[test]
fn the_valid_examples_give_typed_values() {
    let value = ReqPayRequest::from_json(&example("one-invoice.json")).unwrap();
    assert_eq!(value.payment.mode, Mode::Neft);
    assert_eq!(value.payment.type_, PaymentType::Onplatform);
    assert_eq!(value.payment.currency, Currency::Inr);
    assert_eq!(value.payment.invoices_pay_infos.len(), 1);
    assert!(value.b2b_ids.buyer_b2b_id.len() > 1);
    let amount = value.payment.invoices_pay_infos[0]
        .invoice_amount
        .as_ref()
        .unwrap();
    assert_eq!(amount.total_amount, Some(Decimal::new(12_000_050, 2)));
    assert_eq!(amount.total_amount.unwrap().to_string(), "120000.50");

    let value = ReqPayRequest::from_json(&example("hundred-invoices.json")).unwrap();
    assert_eq!(value.payment.invoices_pay_infos.len(), 100);

    let response = ReqPayResponse::from_json(&example("response.json")).unwrap();
    assert_eq!(response.response_code, 0);
}

#[test]
fn what_is_read_is_written_again() {
    for name in ["one-invoice.json", "hundred-invoices.json"] {
        let bytes = example(name);
        let written = ReqPayRequest::from_json(&bytes).unwrap().to_json();
        let before = tollgate::Json::from_json_bytes(&bytes);
        assert_eq!(tollgate::Json::from_json_bytes(&written), before, "{name}");
    }
}

trait FromBytes {
    fn from_json_bytes(bytes: &[u8]) -> tollgate::Json;
}

impl FromBytes for tollgate::Json {
    fn from_json_bytes(bytes: &[u8]) -> Self {
        <Self as tollgate::Schema>::from_json(bytes).unwrap()
    }
}

#[test]
fn unknown_members_and_every_digit_are_kept() {
    let document = with(
        "\"currency\": \"INR\",\n    \"paymentAmount\": {",
        "\"currency\": \"INR\",\n    \"note\": {\"b\": [1.10, null], \"a\": 1e2},\n    \
         \"paymentAmount\": {\n \"fee\": 0.10000000000000000000000000000000001,",
    );
    let value = ReqPayRequest::from_json(&document).unwrap();
    let written = value.to_json_string();
    assert!(
        written.contains(r#""note":{"b":[1.10,null],"a":1e2}"#),
        "{written}"
    );
    assert!(
        written.contains(r#""fee":0.10000000000000000000000000000000001"#),
        "{written}"
    );
    assert!(written.contains("118000.50"), "{written}");
    assert_eq!(ReqPayRequest::from_json(written.as_bytes()).unwrap(), value);
}

#[test]
fn an_amount_is_exact_or_refused() {
    let long = "79228162514264337593543950335";
    let value = ReqPayRequest::from_json(&with("118000.50", long)).unwrap();
    assert!(value.to_json_string().contains(long));
    let report = ReqPayRequest::from_json(&with("118000.50", "0.00000000000000000000000000001"))
        .unwrap_err();
    assert_eq!(report.len(), 1);
    assert_eq!(report[0].keyword(), "range");
    assert!(!ReqPayRequest::is_valid_json(&with("118000.50", "1e-29")));
}

#[test]
fn the_documented_example_breaks_its_own_pattern_and_nothing_else() {
    check(
        &example("documented.json"),
        &[("pattern", "/payment/objectId")],
    );
}

#[test]
fn five_mistakes_are_five_errors_with_place_and_help() {
    let document = example("five-mistakes.json");
    check(
        &document,
        &[
            ("required", "/b2bIds"),
            ("pattern", "/payment/objectId"),
            ("enum", "/payment/mode"),
            (
                "type",
                "/payment/invoicesPayInfos/0/invoiceAmount/dueAmount",
            ),
            ("type", "/additionalInfos"),
        ],
    );
    let report = ReqPayRequest::validate_json(&document).unwrap_err();
    let help: Vec<&str> = report.iter().filter_map(|error| error.help()).collect();
    assert!(help[0].contains("\"supplierB2bId\""), "{help:?}");
    assert!(
        help[1].contains("`-` is not allowed as character"),
        "{help:?}"
    );
    assert!(help[2].starts_with("did you mean \"NEFT\"?"), "{help:?}");
    assert!(help[3].contains("without quotes"), "{help:?}");
    let due = &report[3];
    assert_eq!(
        due.schema_location(),
        "/$defs/InvoiceAmount/properties/dueAmount/type"
    );
    assert!(
        due.evaluation_path()
            .ends_with("/$ref/properties/invoiceAmount/$ref/properties/dueAmount/type")
            || due.evaluation_path().contains("/invoiceAmount/$ref/"),
        "{}",
        due.evaluation_path()
    );
    let text = String::from_utf8(document).unwrap();
    let line = text.lines().nth(due.line().unwrap() - 1).unwrap();
    assert!(line.contains("dueAmount"), "{line}");
    let rendered = report.render(&text);
    assert!(
        rendered.contains("NETFT") && rendered.ends_with("5 errors\n"),
        "{rendered}"
    );
}

#[test]
fn null_is_no_absent_member() {
    let info = "\"additionalInfos\": [";
    let text = one_invoice();
    let at = text.find(info).unwrap();
    let document = format!("{}\"additionalInfos\": null}}", &text[..at]);
    check(document.as_bytes(), &[("type", "/additionalInfos")]);
}

#[test]
fn an_integer_may_be_written_with_a_fraction_of_nothing() {
    check(
        &with("\"currentVersion\": 1", "\"currentVersion\": 1.0"),
        &[],
    );
    check(
        &with("\"currentVersion\": 1", "\"currentVersion\": 10e-1"),
        &[],
    );
    check(
        &with("\"currentVersion\": 1", "\"currentVersion\": 1.5"),
        &[(
            "type",
            "/payment/invoicesPayInfos/0/objectVersion/currentVersion",
        )],
    );
}

#[test]
fn a_currency_is_compared_to_the_last_character() {
    check(
        &with(
            "\"INR\",\n    \"paymentAmount\"",
            "\"INR \",\n    \"paymentAmount\"",
        ),
        &[("enum", "/payment/currency")],
    );
}

#[test]
fn lengths_are_counted_in_characters() {
    let id = |text: &str| {
        let old = one_invoice();
        let value = ReqPayRequest::from_json(old.as_bytes()).unwrap();
        with(
            &format!("\"{}\"", value.b2b_ids.buyer_b2b_id),
            &format!("\"{text}\""),
        )
    };
    check(&id(&"\u{1f600}".repeat(100)), &[]);
    check(&id(&"\\ud83d\\ude00".repeat(100)), &[]);
    check(
        &id(&"\u{1f600}".repeat(101)),
        &[("pattern", "/b2bIds/buyerB2BId")],
    );
    check(&id(""), &[("pattern", "/b2bIds/buyerB2BId")]);
    check(&id("a\\\"b"), &[("pattern", "/b2bIds/buyerB2BId")]);
    check(&id("a\\\\b"), &[("pattern", "/b2bIds/buyerB2BId")]);
    check(&id("a\\n"), &[]);
}

#[test]
fn a_trailing_newline_is_no_part_of_an_object_id() {
    let value = ReqPayRequest::from_json(one_invoice().as_bytes()).unwrap();
    let id = value.payment.object_id.as_str();
    check(
        &with(id, &format!("{id}\\n")),
        &[("pattern", "/payment/objectId")],
    );
    let utr = value.payment.utr.as_str();
    check(&with(utr, &format!("{utr}\\n")), &[]);
}

#[test]
fn escapes_mean_what_json_says() {
    check(&with("\"payment\"", "\"\\u0070ayment\""), &[]);
    check(&with("\"NEFT\"", "\"N\\u0045FT\""), &[]);
    check(
        &with("\"mode\"", "\"mode\\u0000\""),
        &[("required", "/payment")],
    );
    let value = ReqPayRequest::from_json(&with("\"NEFT\"", "\"N\\u0045FT\"")).unwrap();
    assert_eq!(value.payment.mode, Mode::Neft);
}

#[test]
fn a_member_given_twice_is_an_error_of_its_own() {
    check(
        &with(
            "\"mode\": \"NEFT\"",
            "\"mode\": \"NEFT\", \"mo\\u0064e\": \"UPI\"",
        ),
        &[("duplicate", "/payment/mode")],
    );
    check(
        &with(
            "\"mode\": \"NEFT\"",
            "\"mode\": \"NEFT\", \"x\": {\"y\": 1, \"y\": 1}",
        ),
        &[("duplicate", "/payment/x/y")],
    );
}

#[test]
fn a_document_that_is_no_json_has_one_error() {
    for document in [
        &b""[..],
        b"{",
        b"{}x",
        b"\xff",
        b"[1,]",
        b"{\"device\": tru}",
        b"\xef\xbb\xbf{}",
    ] {
        let report = ReqPayRequest::from_json(document).unwrap_err();
        assert_eq!(report.len(), 1, "{document:?}");
        assert_eq!(report[0].keyword(), "syntax");
        assert!(!ReqPayRequest::is_valid_json(document));
    }
}

#[test]
fn deep_documents_are_refused_everywhere_alike() {
    let deep = |levels: usize| {
        let nested = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        with("\"utr\"", &format!("\"deep\": {nested}, \"utr\""))
    };
    // The member stands in the payment, which stands in the document.
    check(&deep(126), &[]);
    let location = format!("/payment/deep{}", "/0".repeat(126));
    check(&deep(127), &[("depth", &location)]);
    assert!(!ReqPayRequest::is_valid_json(&deep(200_000)));
    let report = ReqPayRequest::validate_json(&deep(200_000)).unwrap_err();
    assert_eq!(report[0].keyword(), "depth");
}

#[test]
fn a_value_changed_by_hand_is_judged_again() {
    let mut value = ReqPayRequest::from_json(one_invoice().as_bytes()).unwrap();
    assert_eq!(value.validate(), Ok(()));
    assert!("short".parse::<req_pay::PaymentObjectId>().is_err());
    value.payment.utr = "changed".parse().unwrap();
    assert_eq!(value.validate(), Ok(()));
    assert_eq!(value.payment.utr, "changed");
    // A name that a field is for can't stand among the other members as well.
    value.payment.other.insert("utr", tollgate::Json::Null);
    let report = value.validate().unwrap_err();
    assert_eq!((report[0].keyword(), report[0].line()), ("duplicate", None));
}

#[test]
fn other_ways_in_say_the_same() {
    let bytes = example("one-invoice.json");
    let value = ReqPayRequest::from_json(&bytes).unwrap();
    assert_eq!(
        ReqPayRequest::from_reader(&bytes[..], 1 << 20).unwrap(),
        value
    );
    let report = ReqPayRequest::from_reader(&bytes[..], 100).unwrap_err();
    assert_eq!(report[0].keyword(), "limit");
    let tree: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let from_tree = ReqPayRequest::from_value(&tree).unwrap();
    assert_eq!(from_tree.payment.mode, value.payment.mode);
    let written = serde_json::to_string(&value).unwrap();
    assert_eq!(
        serde_json::from_str::<ReqPayRequest>(&written).unwrap(),
        value
    );
}

#[test]
fn a_redacted_report_shows_nothing_of_the_document() {
    let report = ReqPayRequest::validate_json(&example("five-mistakes.json")).unwrap_err();
    let redacted = report.redacted().to_string();
    for secret in ["NETFT", "supplierB2bId", "1,20,000.50"] {
        assert!(!redacted.contains(secret), "{redacted}");
    }
    assert!(redacted.contains("/payment/mode"), "{redacted}");
}

#[test]
fn types_know_their_schema() {
    let text = String::from_utf8(schema_file("req-pay.request.schema.json")).unwrap();
    assert_eq!(ReqPayRequest::SCHEMA, text);
    assert_eq!(ReqPayRequest::SCHEMA_LOCATION, "");
    assert_eq!(req_pay::Payment::SCHEMA_LOCATION, "/properties/payment");
}
