//! From bytes to the list of everything that is wrong.

use super::verdict::schema;
use json_schema_run_time::Validator;
use req_pay::ReqPayRequest;
use std::hint::black_box;
use std::sync::LazyLock;
use tollgate_measure::id::Id;
use tollgate_measure::{Documents, Engine, Field, tree};

/// Tollgate's report.
pub(super) const REPORT: Id = "report";
/// `serde_json`'s tree, and the `jsonschema` crate's errors.
pub(super) const ITER_ERRORS: Id = "iter-errors";

const REPORT_WRITTEN: Id = "report-written";
const WRITTEN: Id = "iter-errors-written";

/// All engines from bytes to errors.
pub(super) fn field(documents: &Documents) -> Field<'_> {
    let engines = vec![
        Engine::validating(
            documents,
            REPORT,
            "tollgate validate_json_with, lines and columns",
            |json| ours(json) == 0,
        ),
        Engine::validating(
            documents,
            ITER_ERRORS,
            "serde_json Value + jsonschema iter_errors",
            |json| theirs(json) == 0,
        ),
        Engine::validating(
            documents,
            REPORT_WRITTEN,
            "tollgate, each with its words and its path",
            |json| ours_written(json) == 0,
        ),
        Engine::validating(
            documents,
            WRITTEN,
            "serde_json and jsonschema, the same",
            |json| written(json) == 0,
        ),
    ];
    Field {
        engines,
        absent: Vec::new(),
    }
}

static RUN_TIME: LazyLock<Validator> =
    LazyLock::new(|| json_schema_run_time::validator_for(&schema()).expect("the schema is sound"));

/// How many errors Tollgate lists.
pub(super) fn ours(json: &[u8]) -> usize {
    match ReqPayRequest::validate_json_with(json, usize::MAX) {
        Ok(()) => 0,
        Err(report) => black_box(&report).len(),
    }
}

/// How many errors the `jsonschema` crate lists.
pub(super) fn theirs(json: &[u8]) -> usize {
    tree(json).map_or(1, |value| {
        let errors: Vec<_> = RUN_TIME.iter_errors(&value).collect();
        black_box(&errors).len()
    })
}

/// The same with what both write when it is asked for.
fn ours_written(json: &[u8]) -> usize {
    match ReqPayRequest::validate_json_with(json, usize::MAX) {
        Ok(()) => 0,
        Err(report) => {
            let written = report.iter().map(|error| {
                let path = error.instance_location().to_owned();
                (error.message().to_owned(), path)
            });
            black_box(&written.collect::<Vec<_>>()).len()
        }
    }
}

fn written(json: &[u8]) -> usize {
    tree(json).map_or(1, |value| {
        let errors = RUN_TIME.iter_errors(&value);
        let errors = errors.map(|error| (error.to_string(), error.instance_path().to_string()));
        black_box(&errors.collect::<Vec<_>>()).len()
    })
}
