//! What is measured: the engines, in groups of those that do the same job.

use super::payload::Payload;
use super::plain::{Request, RoundedDecimal};
use json_schema_run_time::Validator;
use req_pay::ReqPayRequest;
use serde_json::Value;
use std::hint::black_box;
use std::sync::LazyLock;

/// Engines that do the same job on the same documents.
pub(crate) struct Group {
    pub(crate) job: Job,
    pub(crate) engines: Vec<Engine>,
    /// The place in `engines` of the one that the others are compared with.
    pub(crate) baseline: usize,
}

/// A way to do a job.
pub(crate) struct Engine {
    pub(crate) name: &'static str,
    /// Does the job on one document and says how many mistakes it found; an engine that stops at
    /// the first one says 1.
    pub(crate) mistakes: fn(&[u8]) -> usize,
    /// Whether the engine looks at the schema. One that does not finds no mistake in an invalid
    /// payload, or finds it by chance.
    pub(crate) validates: bool,
}

/// What a group's engines do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    /// From bytes to valid or invalid.
    Verdict,
    /// From bytes to an owned typed value.
    Value,
    /// From bytes to the list of errors.
    Errors,
}

impl Job {
    /// The document that a group works on.
    pub(crate) fn document(self, payload: &Payload) -> &[u8] {
        match self {
            Self::Verdict | Self::Value => payload.valid,
            Self::Errors => &payload.invalid,
        }
    }

    /// How a table calls it.
    pub(crate) fn title(self, payload: &Payload) -> String {
        let Payload { name, mistake, .. } = payload;
        match self {
            Self::Verdict => format!("bytes to verdict: {name}"),
            Self::Value => format!("bytes to owned typed value: {name}"),
            Self::Errors => {
                format!("errors of an invalid payload: {name} with a mistake {mistake}")
            }
        }
    }
}

/// Everything that is measured.
pub(crate) fn groups() -> [Group; 3] {
    [verdict(), value(), errors()]
}

fn verdict() -> Group {
    Group {
        job: Job::Verdict,
        engines: vec![
            validating("tollgate is_valid_json", |json| {
                refusal(ReqPayRequest::is_valid_json(json))
            }),
            validating("tollgate validate_json", validate_json),
            validating("serde_json Value + jsonschema at run time", |json| {
                refusal(tree(json).is_some_and(|value| RUN_TIME.is_valid(&value)))
            }),
            validating("serde_json Value + #[jsonschema::validator]", |json| {
                refusal(tree(json).is_some_and(|value| CompileTime::is_valid(&value)))
            }),
            parsing("sonic-rs Value, nothing validated", |json| {
                built(sonic_rs::from_slice::<sonic_rs::Value>(json).ok())
            }),
        ],
        baseline: 3,
    }
}

fn value() -> Group {
    Group {
        job: Job::Value,
        engines: vec![
            validating("tollgate from_json, exact decimals", |json| {
                built(ReqPayRequest::from_json(json).ok())
            }),
            parsing("serde_json derived, f64, nothing validated", |json| {
                built(serde_json::from_slice::<Request<f64>>(json).ok())
            }),
            parsing("serde_json derived, rounded decimals, same", |json| {
                built(serde_json::from_slice::<Request<RoundedDecimal>>(json).ok())
            }),
            parsing("sonic-rs derived, f64, nothing validated", |json| {
                built(sonic_rs::from_slice::<Request<f64>>(json).ok())
            }),
            parsing("sonic-rs derived, rounded decimals, same", |json| {
                built(sonic_rs::from_slice::<Request<RoundedDecimal>>(json).ok())
            }),
            validating(
                "Value + #[jsonschema::validator] + from_value, f64",
                |json| built(three_passes(json)),
            ),
        ],
        baseline: 1,
    }
}

fn errors() -> Group {
    Group {
        job: Job::Errors,
        engines: vec![
            validating(
                "tollgate validate_json, with lines and columns",
                validate_json,
            ),
            validating("serde_json Value + jsonschema iter_errors", |json| {
                tree(json).map_or(1, |value| {
                    let errors: Vec<_> = RUN_TIME.iter_errors(&value).collect();
                    black_box(&errors).len()
                })
            }),
        ],
        baseline: 1,
    }
}

#[jsonschema::validator(path = "../schema/req-pay.request.schema.json")]
struct CompileTime;

static RUN_TIME: LazyLock<Validator> = LazyLock::new(|| {
    let schema = tree(ReqPayRequest::SCHEMA.as_bytes()).expect("the schema is JSON");
    json_schema_run_time::validator_for(&schema).expect("the schema is sound")
});

fn validating(name: &'static str, mistakes: fn(&[u8]) -> usize) -> Engine {
    Engine {
        name,
        mistakes,
        validates: true,
    }
}

fn parsing(name: &'static str, mistakes: fn(&[u8]) -> usize) -> Engine {
    Engine {
        validates: false,
        ..validating(name, mistakes)
    }
}

fn validate_json(json: &[u8]) -> usize {
    match ReqPayRequest::validate_json(json) {
        Ok(()) => 0,
        Err(report) => black_box(&report).len(),
    }
}

fn three_passes(json: &[u8]) -> Option<Request<f64>> {
    let value = tree(json).filter(CompileTime::is_valid)?;
    serde_json::from_value(value).ok()
}

fn tree(json: &[u8]) -> Option<Value> {
    serde_json::from_slice(json).ok()
}

fn refusal(valid: bool) -> usize {
    usize::from(!valid)
}

/// Dropping the value is part of the job: whoever builds one has to.
fn built<T>(value: Option<T>) -> usize {
    let value = black_box(value);
    refusal(value.is_some())
}
