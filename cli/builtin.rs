//! The schemas that have names, judged by the code that was generated from them.

use req_pay::{ReqPayRequest, ReqPayResponse};
use tollgate_core::Report;

/// A generated judge of documents.
pub(crate) type Validate = fn(&[u8]) -> Result<(), Report>;

const BUILTINS: [(&str, Validate); 2] = [
    ("req-pay", ReqPayRequest::validate_json),
    ("req-pay-response", ReqPayResponse::validate_json),
];

/// The judge called `name`.
pub(crate) fn find(name: &str) -> Option<Validate> {
    BUILTINS
        .into_iter()
        .find(|(known, _)| *known == name)
        .map(|(_, validate)| validate)
}

/// All names.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    BUILTINS.into_iter().map(|(name, _)| name)
}
