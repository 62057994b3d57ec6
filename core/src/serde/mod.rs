//! serde for generated types, on top of their own reader and writer: there is one place where a
//! keyword is decided, and serde's data model never is that place.

mod gather;
mod raw;
mod ser;

use crate::report::Report;
use crate::schema::Schema;
use crate::write::{JsonWriter, ToJson};
use ::serde::de::{Deserializer, Error as _};
use ::serde::ser::{Serialize, Serializer};

/// Reads a value of a generated type from any serde format.
///
/// From `serde_json` the text itself is read, digit by digit and member by member. Other formats
/// are turned into JSON text first; what they rounded before stays rounded.
///
/// Where serde gathers a value before it knows its type (`untagged`, `flatten`), a program that turns
/// on `arbitrary_precision` of `serde_json` hands out fractions and huge numbers as objects. Objects
/// they stay here: nobody could tell them from objects of the document, so they are refused as
/// numbers, and no object passes for one.
///
/// # Errors
/// The report, as the format's error.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> Schema<'a>,
    D: Deserializer<'de>,
{
    deserialize_by(deserializer, |json| <T as Schema<'_>>::from_json(json))
}

/// The same through `read`, for types that borrow from what they are read from.
///
/// # Errors
/// The report, as the format's error.
pub fn deserialize_by<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: impl FnOnce(&[u8]) -> Result<T, Report>,
) -> Result<T, D::Error> {
    let json = raw::json_text(deserializer)?;
    read(json.as_bytes()).map_err(|report| D::Error::custom(Report::without_positions(report)))
}

/// Writes a value of a generated type to any serde format.
///
/// # Errors
/// Those of the format, and a number that no standard type holds: it is never rounded.
pub fn serialize<T: ToJson, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut json = JsonWriter::new();
    value.write(&mut json);
    let text = String::from_utf8_lossy(&json.into_bytes()).into_owned();
    crate::json::parse_unchecked(&text).serialize(serializer)
}
