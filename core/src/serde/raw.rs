//! The JSON text behind a serde deserializer: the text itself where the format is JSON, else text
//! that says the same.

use super::gather::{self, Gather};
use crate::write::{JsonWriter, ToJson};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// By this name `serde_json` hands out text as it stands (its feature `raw_value`).
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The value behind `deserializer` as JSON text.
pub(super) fn json_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Cow<'de, str>, D::Error> {
    deserializer.deserialize_newtype_struct(RAW_VALUE, RawText)
}

/// Takes raw text where it is offered, else gathers.
struct RawText;

/// Forwards what a format offers without asking to the gathering visitor.
macro_rules! gather {
    ($($visit:ident: $type:ty),*) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<Self::Value, E> {
            gather::text(|json| Gather(json).$visit(value))
        }
    )*};
}

impl<'de> Visitor<'de> for RawText {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    /// Formats without raw text pass themselves on. From here on every name is a member's.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        gather::text(|json| deserializer.deserialize_any(Gather(json)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        match map.next_key::<Cow<'_, str>>()? {
            Some(name) if name == RAW_VALUE => map.next_value_seed(Borrowed),
            first => gather::text(|json| Gather(json).members(first, map)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        gather::text(|json| Gather(json).visit_seq(seq))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        gather::text(|json| deserializer.deserialize_any(Gather(json)))
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        gather::text(|json| Gather(json).visit_unit())
    }

    gather!(
        visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128,
        visit_f32: f32, visit_f64: f64, visit_str: &str
    );
}

/// A string, borrowed where the format can lend it.
struct Borrowed;

impl<'de> DeserializeSeed<'de> for Borrowed {
    type Value = Cow<'de, str>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Borrowed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// Writes a member name.
pub(super) fn write_name(name: &str, json: &mut JsonWriter) {
    name.write(json);
    json.raw(b":");
}
