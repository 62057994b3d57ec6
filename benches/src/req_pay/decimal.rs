//! Amounts as decimals, as far as serde can hand them over.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount as a decimal that has gone through `f64`, because serde hands over nothing else
/// without changing `serde_json` for the whole program. It can be off in the last digits.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct RoundedDecimal(#[serde(with = "rust_decimal::serde::float")] Decimal);
