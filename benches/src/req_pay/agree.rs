//! What must hold before anything is timed, so that nothing broken is measured.

use super::decimal::RoundedDecimal;
use super::errors;
use super::plain::Request;
use req_pay::{ReqPayRequest, borrowed};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Panics where a type loses something of a valid payment.
pub(super) fn check_valid(json: &[u8]) {
    let document: Value = serde_json::from_slice(json).expect("the payload is JSON");
    let value = ReqPayRequest::from_json(json).expect("the payload is valid");
    let written: Value = serde_json::from_slice(&value.to_json()).expect("what is written is JSON");
    assert_eq!(written, document);
    let borrowed = borrowed::ReqPayRequest::from_json(json).expect("the payload is valid");
    assert_eq!(borrowed.to_json(), value.to_json());
    check_plain::<Request<f64>>(json, &document);
    check_plain::<Request<RoundedDecimal>>(json, &document);
}

/// The whole document must be in the value, else an engine could be fast by dropping members.
fn check_plain<T: Serialize + DeserializeOwned>(json: &[u8], document: &Value) {
    let by_serde: T = serde_json::from_slice(json).expect("the type fits the payload");
    let by_sonic: T = sonic_rs::from_slice(json).expect("the type fits the payload");
    for value in [by_serde, by_sonic] {
        let written = serde_json::to_value(value).expect("the type is plain data");
        assert_eq!(written, *document);
    }
}

/// Panics where the lists of errors are not of the same length.
pub(super) fn check_invalid(json: &[u8]) {
    assert_eq!(errors::ours(json), errors::theirs(json));
    assert_ne!(errors::ours(json), 0);
}
