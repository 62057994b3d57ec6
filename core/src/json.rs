//! An exact JSON value: what a member holds that the schema says nothing about.

use crate::reader::{Array, Build, Names, Reader, Settings, Stop};
use crate::report::Edge;
use crate::{Members, Number};

/// Any JSON value, its numbers exact, its members in order.
///
/// Two values are equal when JSON Schema takes them as equal: numbers by value, members in
/// whatever order (Core 2020-12 §4.2.2).
///
/// ```
/// use tollgate_core::{Json, Schema};
///
/// let value = Json::from_json(br#"{"a": 1.0, "b": [null]}"#)?;
/// assert_eq!(value, Json::from_json(br#"{"b": [null], "a": 1}"#)?);
/// assert_eq!(value.to_json_string(), r#"{"a":1.0,"b":[null]}"#);
/// # Ok::<(), tollgate_core::Report>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// a number, digit by digit
    Number(Number),
    /// a string
    String(String),
    /// an array
    Array(Vec<Json>),
    /// an object
    Object(Members),
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Json {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Number(Number::from_checked(&value.to_string()))
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// Reads any value. Recursion ends at the nesting limit.
pub(crate) fn read(reader: &mut Reader<'_, Build>) -> Result<Json, Stop> {
    Ok(match reader.peek() {
        Some(b'"') => reader
            .string()?
            .map(|text| Json::String(text.to_owned_text())),
        Some(b'{') => read_object(reader)?,
        Some(b'[') => read_array(reader)?,
        Some(b't' | b'f') => reader.boolean()?.map(Json::Bool),
        Some(b'n') => reader.null()?.then_some(Json::Null),
        _ => reader
            .number()?
            .map(|number| Json::Number(Number::from_checked(number.text()))),
    }
    .unwrap_or_default())
}

fn read_object(reader: &mut Reader<'_, Build>) -> Result<Option<Json>, Stop> {
    let Some(mut object) = reader.object()? else {
        return Ok(None);
    };
    let mut members = Members::new();
    while object.next(reader, Names::NONE)?.is_some() {
        object.other(reader, &mut members, Edge::NONE, read)?;
    }
    Ok(Some(Json::Object(members)))
}

fn read_array(reader: &mut Reader<'_, Build>) -> Result<Option<Json>, Stop> {
    match reader.array()? {
        Some(array) => read_items(reader, array).map(|items| Some(Json::Array(items))),
        None => Ok(None),
    }
}

/// Reads the items of an array.
pub(crate) fn read_items(
    reader: &mut Reader<'_, Build>,
    mut array: Array,
) -> Result<Vec<Json>, Stop> {
    let mut items = Vec::new();
    while array.next(reader)? {
        let item = read(reader)?;
        // Room for a few costs most where lists of one item are nested. A bracket on a line of its own is not
        // looked for: such lists have room for a few.
        if items.is_empty() && reader.is_at(b']') {
            items.reserve_exact(1);
        }
        items.push(item);
    }
    Ok(items)
}

/// The value of a text that was read before, or that the compiler wrote.
pub(crate) fn parse_unchecked(text: &str) -> Json {
    let settings = Settings {
        max_depth: usize::MAX,
        ..Settings::DEFAULT
    };
    let mut reader = Reader::new(text, settings, Build);
    read(&mut reader).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Json;
    use crate::Schema;

    #[test]
    fn a_list_of_one_item_has_room_for_one() {
        for (text, room) in [("[]", 0), ("[7]", 1), ("[[\"a\"]]", 1), ("[1,2]", 4)] {
            let list = Json::from_json(text.as_bytes()).unwrap();
            let Json::Array(items) = &list else {
                panic!("{text} is {list:?}");
            };
            assert_eq!(items.capacity(), room, "{text}");
            assert_eq!(list.to_json_string(), text);
        }
    }
}
