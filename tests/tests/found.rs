//! Schemas of the kind that the search has found trouble with.

use tollgate::Report;

fn errors(report: Result<(), Report>) -> Vec<(String, String)> {
    let report = report.err();
    let errors = report.iter().flat_map(|report| report.iter());
    let place = |error: &tollgate::ValidationError| {
        (
            error.instance_location().to_owned(),
            error.keyword().to_owned(),
        )
    };
    errors.map(place).collect()
}

mod listed {
    tollgate::schema! {
        inline = r#"{"properties": {"a": {"type": "null", "enum": ["", 1]}}}"#,
        name = Listed,
    }
}

#[test]
fn a_listed_string_of_a_wrong_type_is_judged_by_the_list() {
    let errors_of = |json: &str| errors(listed::Listed::validate_json(json.as_bytes()));
    let at_a = |keyword: &str| ("/a".to_owned(), keyword.to_owned());
    assert_eq!(errors_of(r#"{"a": "b"}"#), [at_a("type"), at_a("enum")]);
    assert_eq!(errors_of(r#"{"a": ""}"#), [at_a("type")]);
    assert_eq!(errors_of(r#"{"a": null}"#), [at_a("enum")]);
    assert!(!listed::Listed::is_valid_json(br#"{"a": ""}"#));
    assert!(listed::Listed::is_valid_json(b"{}"));
}
