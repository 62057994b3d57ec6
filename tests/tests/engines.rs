//! The generated code and the engine for run-time schemas find the same errors.

use std::collections::BTreeSet;
use tollgate::Report;
use tollgate::dynamic::DynamicSchema;
use tollgate_tests::examples::{REQUESTS, example, schema_file};
use tollgate_tests::mutants::{Dice, mutant};

/// How many mutants of each example are tried; the large ones get fewer.
const MUTANTS: usize = 2_000;

fn errors(report: Result<(), Report>) -> BTreeSet<(String, String)> {
    let errors = report.err().into_iter().flatten();
    errors
        .filter(|error| error.keyword() != "range")
        .map(|error| {
            (
                error.keyword().to_owned(),
                error.instance_location().to_owned(),
            )
        })
        .collect()
}

fn compare(
    dynamic: &DynamicSchema,
    generated: fn(&[u8]) -> Result<(), Report>,
    document: &[u8],
) -> bool {
    let by_generated = errors(generated(document));
    let by_dynamic = errors(dynamic.validate_json(document));
    assert_eq!(
        by_generated,
        by_dynamic,
        "{}",
        String::from_utf8_lossy(document)
    );
    !by_generated.is_empty()
}

fn compile(file: &str) -> DynamicSchema {
    let text = String::from_utf8(schema_file(file)).unwrap();
    DynamicSchema::compile(&text).unwrap()
}

fn check_all(dynamic: &DynamicSchema, generated: fn(&[u8]) -> Result<(), Report>, name: &str) {
    let document = example(name);
    compare(dynamic, generated, &document);
    let value = serde_json::from_slice(&document).unwrap();
    let mut dice = Dice::new(document.len() as u64);
    let count = if document.len() > 10_000 {
        MUTANTS / 20
    } else {
        MUTANTS
    };
    let mut invalid = 0;
    for _ in 0..count {
        let mutant = mutant(&value, &mut dice).to_string();
        invalid += usize::from(compare(dynamic, generated, mutant.as_bytes()));
    }
    assert!(
        invalid > count / 4,
        "only {invalid} of {count} mutants of {name} are invalid"
    );
}

#[test]
fn both_engines_find_the_same_errors_in_requests() {
    let dynamic = compile("req-pay.request.schema.json");
    for name in REQUESTS {
        check_all(&dynamic, req_pay::ReqPayRequest::validate_json, name);
    }
}

#[test]
fn both_engines_find_the_same_errors_in_responses() {
    let dynamic = compile("req-pay.response.schema.json");
    check_all(
        &dynamic,
        req_pay::ReqPayResponse::validate_json,
        "response.json",
    );
}

#[test]
fn both_engines_see_doubled_members_and_malformed_documents_alike() {
    let dynamic = compile("req-pay.response.schema.json");
    let documents = [
        &br#"{"payload": "", "payload": 1, "response_code": 0, "x": {"a": 1, "a": 2}}"#[..],
        br#"{"payload": 1, "response_code": 1.5"#,
        b"",
        b"[]",
        b"{}}",
        b"\xff",
        b"nul",
    ];
    for document in documents {
        assert!(compare(
            &dynamic,
            req_pay::ReqPayResponse::validate_json,
            document
        ));
    }
}
