//! Writing values as compact JSON.

mod by;

pub use by::{AsText, By, Inside};

use crate::{Json, Members, Number, number::FromNumber};
use std::borrow::Cow;

/// Compact JSON that is being written.
#[derive(Debug, Default)]
pub struct JsonWriter {
    json: Vec<u8>,
    judged: bool,
}

impl JsonWriter {
    /// JSON for others to read.
    pub fn new() -> Self {
        Self::default()
    }

    /// JSON that is only judged: what JSON has no word for becomes something that no type holds.
    pub(crate) fn judged() -> Self {
        Self {
            json: Vec::new(),
            judged: true,
        }
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.json
    }

    /// Appends bytes as they are.
    #[inline]
    pub fn raw(&mut self, bytes: &[u8]) {
        self.json.extend_from_slice(bytes);
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        self.json.push(byte);
    }

    /// Writes an array of so many items: one function for all arrays.
    fn list(&mut self, count: usize, items: &dyn Items) {
        self.byte(b'[');
        for index in 0..count {
            if index > 0 {
                self.byte(b',');
            }
            items.write_item(index, self);
        }
        self.byte(b']');
    }

    /// Writes a number that is none, such as NaN: `null`, as JSON serialisers do.
    pub(crate) fn non_finite(&mut self) {
        self.raw(if self.judged {
            BEYOND_ANY_TYPE
        } else {
            b"null"
        });
    }
}

/// A number that no fixed-size type holds.
const BEYOND_ANY_TYPE: &[u8] = b"1e999999999";

/// Items that are written by their places.
trait Items {
    fn write_item(&self, index: usize, json: &mut JsonWriter);
}

impl<T: ToJson> Items for Vec<T> {
    #[inline]
    fn write_item(&self, index: usize, json: &mut JsonWriter) {
        self[index].write(json);
    }
}

/// A value that can be written as JSON.
#[doc(hidden)]
pub trait ToJson {
    /// Appends the value to `json`.
    fn write(&self, json: &mut JsonWriter);
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, json: &mut JsonWriter) {
        (**self).write(json);
    }
}

impl<T: ToJson + ?Sized> ToJson for Box<T> {
    #[inline]
    fn write(&self, json: &mut JsonWriter) {
        (**self).write(json);
    }
}

/// `None` is `null`.
impl<T: ToJson> ToJson for Option<T> {
    #[inline]
    fn write(&self, json: &mut JsonWriter) {
        match self {
            Some(value) => value.write(json),
            None => json.raw(b"null"),
        }
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    #[inline]
    fn write(&self, json: &mut JsonWriter) {
        json.list(self.len(), self);
    }
}

impl<T: ToJson> ToJson for Members<T> {
    #[inline]
    fn write(&self, json: &mut JsonWriter) {
        let mut object = ObjectWriter::new(json);
        object.others(self);
        object.end();
    }
}

impl ToJson for () {
    fn write(&self, json: &mut JsonWriter) {
        json.raw(b"null");
    }
}

impl ToJson for bool {
    fn write(&self, json: &mut JsonWriter) {
        json.raw(if *self { b"true" } else { b"false" });
    }
}

impl ToJson for str {
    fn write(&self, json: &mut JsonWriter) {
        write_string(self, json);
    }
}

impl ToJson for String {
    fn write(&self, json: &mut JsonWriter) {
        write_string(self, json);
    }
}

impl ToJson for Cow<'_, str> {
    fn write(&self, json: &mut JsonWriter) {
        write_string(self, json);
    }
}

impl ToJson for Number {
    fn write(&self, json: &mut JsonWriter) {
        self.write_number(json);
    }
}

impl ToJson for Json {
    fn write(&self, json: &mut JsonWriter) {
        match self {
            Json::Null => ().write(json),
            Json::Bool(value) => value.write(json),
            Json::Number(value) => value.write(json),
            Json::String(value) => value.write(json),
            Json::Array(items) => items.write(json),
            Json::Object(members) => members.write(json),
        }
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl ToJson for $number {
            fn write(&self, json: &mut JsonWriter) {
                self.write_number(json);
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f64);

#[cfg(feature = "rust_decimal")]
numbers!(rust_decimal::Decimal);

/// Writes an object member by member.
#[derive(Debug)]
pub struct ObjectWriter<'j> {
    json: &'j mut JsonWriter,
    empty: bool,
}

impl<'j> ObjectWriter<'j> {
    /// Begins an object.
    pub fn new(json: &'j mut JsonWriter) -> Self {
        json.byte(b'{');
        Self { json, empty: true }
    }

    fn name(&mut self, name: &str) {
        if !self.empty {
            self.json.byte(b',');
        }
        self.empty = false;
        write_string(name, self.json);
        self.json.byte(b':');
    }

    /// Writes a member.
    pub fn member(&mut self, name: &str, value: &dyn ToJson) {
        self.name(name);
        value.write(self.json);
    }

    /// Writes a member that may be absent.
    #[inline]
    pub fn optional(&mut self, name: &str, value: &Option<impl ToJson>) {
        self.optional_of_any(name, value.as_ref().map(|value| value as &dyn ToJson));
    }

    /// The same: one function for all types.
    fn optional_of_any(&mut self, name: &str, value: Option<&dyn ToJson>) {
        if let Some(value) = value {
            self.name(name);
            value.write(self.json);
        }
    }

    /// Writes members that no field names.
    // Hardly any value has some, so it is a call and no part of what writes each struct.
    #[inline(never)]
    pub fn others<T: ToJson>(&mut self, members: &Members<T>) {
        let list = members.list();
        self.each_of(list.len(), &|index| (&list[index].0, &list[index].1));
    }

    /// Writes so many members, which `member` knows.
    fn each_of<'m>(&mut self, count: usize, member: &dyn Fn(usize) -> (&'m str, &'m dyn ToJson)) {
        for (name, value) in (0..count).map(member) {
            self.member(name, value);
        }
    }

    /// Ends the object.
    pub fn end(self) {
        self.json.byte(b'}');
    }
}

/// Writes an array item by item.
#[derive(Debug)]
pub struct ArrayWriter<'j> {
    json: &'j mut JsonWriter,
    empty: bool,
    /// Whether an item was absent: those behind it would stand in its place.
    ended: bool,
}

impl<'j> ArrayWriter<'j> {
    /// Begins an array.
    pub fn new(json: &'j mut JsonWriter) -> Self {
        json.byte(b'[');
        Self {
            json,
            empty: true,
            ended: false,
        }
    }

    /// Writes an item.
    pub fn item(&mut self, value: &dyn ToJson) {
        if self.ended {
            return;
        }
        if !self.empty {
            self.json.byte(b',');
        }
        self.empty = false;
        value.write(self.json);
    }

    /// Writes an item that may be absent. Nothing is written behind an absent one.
    #[inline]
    pub fn optional(&mut self, value: &Option<impl ToJson>) {
        match value {
            Some(value) => self.item(value),
            None => self.ended = true,
        }
    }

    /// Writes the items behind those that have a schema of their own.
    #[inline]
    pub fn rest(&mut self, values: &[impl ToJson]) {
        for value in values {
            self.item(value);
        }
    }

    /// Ends the array.
    pub fn end(self) {
        self.json.byte(b']');
    }
}

fn write_string(text: &str, json: &mut JsonWriter) {
    json.byte(b'"');
    let mut rest = text.as_bytes();
    let needs_escape = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
    while let Some(at) = rest.iter().position(needs_escape) {
        json.raw(&rest[..at]);
        write_escape(rest[at], json);
        rest = &rest[at + 1..];
    }
    json.raw(rest);
    json.byte(b'"');
}

fn write_escape(byte: u8, json: &mut JsonWriter) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x0c => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => return json.raw(format!("\\u{byte:04x}").as_bytes()),
    };
    json.raw(&[b'\\', short]);
}
