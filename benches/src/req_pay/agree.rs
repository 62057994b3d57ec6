//! What must hold before anything is timed, so that nothing broken is measured.

use super::engines::{self, Engine, Job};
use super::payload::{self, Payload};
use super::plain::{Request, RoundedDecimal};
use req_pay::ReqPayRequest;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Panics where an engine's verdict is not the one that is due, or a type loses something.
pub(crate) fn check() {
    for payload in payload::all() {
        for group in engines::groups() {
            for engine in &group.engines {
                check_verdict(engine, group.job, payload);
            }
        }
        check_generated(payload);
        check_plain::<Request<f64>>(payload);
        check_plain::<Request<RoundedDecimal>>(payload);
    }
}

fn check_verdict(engine: &Engine, job: Job, payload: &Payload) {
    let Engine {
        name,
        mistakes,
        validates,
    } = engine;
    let document = payload.name;
    assert_eq!(mistakes(payload.valid), 0, "{name} on {document}");
    if *validates {
        assert_eq!(mistakes(&payload.invalid), 1, "{name} on broken {document}");
    }
    assert!(
        *validates || job != Job::Errors,
        "{name} finds errors without a schema"
    );
}

/// The whole document must be in the value, else an engine could be fast by dropping members.
fn check_plain<T: Serialize + DeserializeOwned>(payload: &Payload) {
    let document: Value = serde_json::from_slice(payload.valid).expect("the payload is JSON");
    let by_serde: T = serde_json::from_slice(payload.valid).expect("the type fits the payload");
    let by_sonic: T = sonic_rs::from_slice(payload.valid).expect("the type fits the payload");
    for value in [by_serde, by_sonic] {
        let written = serde_json::to_value(value).expect("the type is plain data");
        assert_eq!(written, document, "{}", payload.name);
    }
}

fn check_generated(payload: &Payload) {
    let document: Value = serde_json::from_slice(payload.valid).expect("the payload is JSON");
    let value = ReqPayRequest::from_json(payload.valid).expect("the payload is valid");
    let written: Value = serde_json::from_slice(&value.to_json()).expect("what is written is JSON");
    assert_eq!(written, document, "{}", payload.name);
}
