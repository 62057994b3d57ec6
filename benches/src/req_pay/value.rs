//! From bytes to a typed value, and its end.

use super::decimal::RoundedDecimal;
use super::plain::Request;
use super::verdict::is_valid;
use req_pay::{ReqPayRequest, borrowed};
use tollgate_measure::id::Id;
use tollgate_measure::{Documents, Engine, Field, is_built, tree};

/// Tollgate's types, which own what they hold.
pub(super) const OWNED: Id = "owned";
/// Tollgate's types, which borrow strings from the document.
pub(super) const BORROWED: Id = "borrowed";
/// Types that one would write by hand, with amounts as `f64`, read by `serde_json`.
pub(super) const SERDE: Id = "serde";
/// The same types read by sonic-rs.
pub(super) const SONIC: Id = "sonic-derived";
/// `serde_json`'s tree, validated, and made into these types.
pub(super) const PASSES: Id = "three-passes";

const SERDE_DECIMAL: Id = "serde-decimal";
const SONIC_DECIMAL: Id = "sonic-decimal";

/// All engines from bytes to a typed value.
pub(super) fn field(documents: &Documents) -> Field<'_> {
    let engines = vec![
        Engine::validating(
            documents,
            OWNED,
            "tollgate from_json, exact decimals",
            |json| is_built(ReqPayRequest::from_json(json)),
        ),
        Engine::validating(
            documents,
            BORROWED,
            "tollgate from_json, exact decimals, borrowed strings",
            |json| is_built(borrowed::ReqPayRequest::from_json(json)),
        ),
        Engine::reading(
            documents,
            SERDE,
            "serde_json derived, f64, nothing validated",
            |json| is_built(serde_json::from_slice::<Request<f64>>(json)),
        ),
        Engine::reading(
            documents,
            SERDE_DECIMAL,
            "serde_json derived, rounded decimals, same",
            |json| is_built(serde_json::from_slice::<Request<RoundedDecimal>>(json)),
        ),
        Engine::reading(
            documents,
            SONIC,
            "sonic-rs derived, f64, nothing validated",
            |json| is_built(sonic_rs::from_slice::<Request<f64>>(json)),
        ),
        Engine::reading(
            documents,
            SONIC_DECIMAL,
            "sonic-rs derived, rounded decimals, same",
            |json| is_built(sonic_rs::from_slice::<Request<RoundedDecimal>>(json)),
        ),
        Engine::validating(
            documents,
            PASSES,
            "Value + #[jsonschema::validator] + from_value, f64",
            |json| is_built(three_passes(json).ok_or(())),
        ),
    ];
    Field {
        engines,
        absent: Vec::new(),
    }
}

fn three_passes(json: &[u8]) -> Option<Request<f64>> {
    let value = tree(json).filter(is_valid)?;
    serde_json::from_value(value).ok()
}
