//! A document judged by all functions of a type.

use tollgate::{Json, Report, Schema};

/// A type that can be checked: whatever is generated, and borrows nothing.
pub trait Checked: for<'a> Schema<'a> + serde::de::DeserializeOwned + serde::Serialize {}

impl<T: for<'a> Schema<'a> + serde::de::DeserializeOwned + serde::Serialize> Checked for T {}

/// Checks a document against the errors that are expected, as (keyword, location), and that what is read
/// from it is written as it was.
///
/// # Panics
/// Where a function of the type does not agree.
#[track_caller]
pub fn check<T: Checked>(document: &str, expected: &[(&str, &str)]) {
    let report: Option<Report> = <T as Schema<'_>>::validate_json(document.as_bytes()).err();
    let found: Vec<(&str, &str)> = report
        .iter()
        .flat_map(|report| report.iter())
        .map(|error| (error.keyword(), error.instance_location()))
        .collect();
    assert_eq!(found, expected, "{document}");
    assert_eq!(
        <T as Schema<'_>>::is_valid_json(document.as_bytes()),
        expected.is_empty()
    );
    assert_eq!(
        serde_json::from_str::<T>(document).is_ok(),
        expected.is_empty(),
        "serde: {document}"
    );
    match <T as Schema<'_>>::from_json(document.as_bytes()) {
        Ok(value) => {
            assert!(expected.is_empty(), "{document}");
            let before = <Json as Schema<'_>>::from_json(document.as_bytes()).unwrap();
            let written = value.to_json();
            assert_eq!(
                <Json as Schema<'_>>::from_json(&written).unwrap(),
                before,
                "{document}"
            );
            assert_eq!(value.validate(), Ok(()), "{document}");
        }
        Err(report) => assert_eq!(report.len(), expected.len(), "{document}"),
    }
}

/// Asks every function of a type whether a document is valid.
///
/// # Panics
/// Where one of them does not say what is expected.
#[track_caller]
pub fn judged<T: for<'a> Schema<'a>>(document: &str, expected: bool) {
    let bytes = document.as_bytes();
    assert_eq!(
        <T as Schema<'_>>::is_valid_json(bytes),
        expected,
        "{document}"
    );
    let report = <T as Schema<'_>>::validate_json(bytes);
    assert_eq!(report.is_ok(), expected, "{document}");
    let read = <T as Schema<'_>>::from_json(bytes);
    assert_eq!(read.is_ok(), expected, "{document}");
}
