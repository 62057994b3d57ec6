//! Any serde value as JSON text.

use super::raw::write_name;
use crate::write::{JsonWriter, ToJson};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Appends what it visits to JSON text.
pub(super) struct Gather<'j>(pub(super) &'j mut JsonWriter);

/// The text that `gather` writes.
pub(super) fn text<E: Error>(
    gather: impl FnOnce(&mut JsonWriter) -> Result<(), E>,
) -> Result<Cow<'static, str>, E> {
    let mut json = JsonWriter::new();
    gather(&mut json)?;
    String::from_utf8(json.into_bytes())
        .map(Cow::Owned)
        .map_err(E::custom)
}

impl<'de> DeserializeSeed<'de> for Gather<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Gather<'_> {
    /// The members of an object, of which `first` is the first name.
    pub(super) fn members<'de, A: MapAccess<'de>>(
        self,
        first: Option<Cow<'_, str>>,
        mut map: A,
    ) -> Result<(), A::Error> {
        self.0.raw(b"{");
        let mut name = first.map(Cow::into_owned);
        while let Some(this) = name {
            write_name(&this, self.0);
            map.next_value_seed(Gather(self.0))?;
            name = map.next_key::<String>()?;
            if name.is_some() {
                self.0.raw(b",");
            }
        }
        self.0.raw(b"}");
        Ok(())
    }
}

macro_rules! write {
    ($($visit:ident: $type:ty),*) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<(), E> {
            value.write(self.0);
            Ok(())
        }
    )*};
}

impl<'de> Visitor<'de> for Gather<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    write!(
        visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128,
        visit_str: &str
    );

    fn visit_f32<E: Error>(self, value: f32) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom("JSON has no NaN and no infinities"));
        }
        self.0.raw(format!("{value:?}").as_bytes());
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom("JSON has no NaN and no infinities"));
        }
        value.write(self.0);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        ().write(self.0);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.raw(b"[");
        let mut first = true;
        loop {
            let mut item = JsonWriter::new();
            if seq.next_element_seed(Gather(&mut item))?.is_none() {
                break;
            }
            if !first {
                self.0.raw(b",");
            }
            first = false;
            self.0.raw(&item.into_bytes());
        }
        self.0.raw(b"]");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let first = map.next_key::<String>()?.map(Cow::Owned);
        self.members(first, map)
    }
}
