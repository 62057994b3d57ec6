//! The schemas that have names, judged by the code that was generated from them.

use req_pay::{ReqPayRequest, ReqPayResponse};
use tollgate_core::Report;

/// Judges of documents, generated from one schema.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Builtin {
    name: &'static str,
    pub(crate) is_valid: fn(&[u8]) -> bool,
    pub(crate) validate: fn(&[u8]) -> Result<(), Report>,
}

const BUILTINS: [Builtin; 2] = [
    Builtin {
        name: "req-pay",
        is_valid: ReqPayRequest::is_valid_json,
        validate: ReqPayRequest::validate_json,
    },
    Builtin {
        name: "req-pay-response",
        is_valid: ReqPayResponse::is_valid_json,
        validate: ReqPayResponse::validate_json,
    },
];

/// The judges called `name`.
pub(crate) fn find(name: &str) -> Option<Builtin> {
    BUILTINS.into_iter().find(|known| known.name == name)
}

/// All names.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    BUILTINS.into_iter().map(|known| known.name)
}
