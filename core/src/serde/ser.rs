//! Exact JSON values as serde values.

use crate::{Json, Number};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => value.serialize(serializer),
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members.iter() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// A number goes out as a standard type that holds it exactly. There is none for some numbers:
/// they are refused, never rounded.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_plain = !self.as_str().contains(['.', 'e', 'E']) && self.as_str() != "-0";
        if is_plain {
            if let Some(value) = self.to::<i64>() {
                return serializer.serialize_i64(value);
            }
            if let Some(value) = self.to::<u64>() {
                return serializer.serialize_u64(value);
            }
            if let Some(value) = self.to::<i128>() {
                let written = serializer.serialize_i128(value);
                return written.map_err(|error| not_taken(self, &error));
            }
        }
        let nearest = self.to_f64();
        if nearest.is_finite() && crate::number::equal(&format!("{nearest:?}"), self.as_str()) {
            return serializer.serialize_f64(nearest);
        }
        Err(S::Error::custom(format!(
            "no standard number type holds {self} exactly; `to_json` writes every digit"
        )))
    }
}

/// Not every format has integers of 128 bits.
fn not_taken<E: Error>(number: &Number, error: &E) -> E {
    let help = "`to_json` writes every digit";
    E::custom(format!(
        "the format does not take {number} ({error}); {help}"
    ))
}

impl<'de> serde::Deserialize<'de> for Json {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::deserialize(deserializer)
    }
}
