//! From bytes to verdict.

use req_pay::ReqPayRequest;
use serde_json::Value;
use tollgate_measure::{Documents, Field, Generated, tree};

/// The methods that nobody asks for cost minutes to build.
#[jsonschema::validator(
    path = "../schema/req-pay.request.schema.json",
    methods = { is_valid = true, validate = false, iter_errors = false },
)]
struct CompileTime;

/// All engines from bytes to verdict.
pub(super) fn field(documents: &Documents) -> Field<'_> {
    let generated = Generated {
        is_valid_json: ReqPayRequest::is_valid_json,
        validate_json: |json| ReqPayRequest::validate_json(json).is_ok(),
        is_valid,
    };
    Field::of_verdict(generated, &schema(), documents)
}

/// The macro's verdict.
pub(super) fn is_valid(tree: &Value) -> bool {
    CompileTime::is_valid(tree)
}

pub(super) fn schema() -> Value {
    tree(ReqPayRequest::SCHEMA.as_bytes()).expect("the schema is JSON")
}
