//! `type` (Validation 2020-12 §6.1.1).

use crate::reader::{NumberToken, Reader, Sink, Stop};
use crate::report::{Edge, Failure, Said, Wording};
use crate::{JsonType, TypeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// A value of type `found` stands where one of `expected` should.
#[cold]
pub(crate) fn failure(expected: TypeSet, found: JsonType, span: Range<usize>) -> Failure {
    Failure::worded("type", span, Wording::Type { expected, found })
}

/// What is said of such a value.
pub(crate) fn said(expected: TypeSet, found: JsonType) -> Said {
    let mut message = String::with_capacity(64);
    // Writing to a `String` can't fail.
    let _ = write!(message, "expected {expected}, found ");
    message.push_str(found.with_article());
    let said = Said::new(message);
    match help(expected, found) {
        Some(help) => said.with_help(help),
        None => said,
    }
}

fn help(expected: TypeSet, found: JsonType) -> Option<&'static str> {
    let number = expected.contains(JsonType::Number) || expected.contains(JsonType::Integer);
    match found {
        JsonType::Null => Some("leave the member out, or give it a value"),
        JsonType::String if number => Some("write the number without quotes"),
        JsonType::String if expected.contains(JsonType::Boolean) => {
            Some("write true or false without quotes")
        }
        JsonType::Number | JsonType::Integer | JsonType::Boolean
            if expected.contains(JsonType::String) =>
        {
            Some("put the value in double quotes")
        }
        _ => None,
    }
}

/// The types of values by their first byte: a table, since which of them comes next is hard to guess.
static TYPES: [JsonType; 256] = {
    let mut types = [JsonType::Number; 256];
    types[b'n' as usize] = JsonType::Null;
    types[b't' as usize] = JsonType::Boolean;
    types[b'f' as usize] = JsonType::Boolean;
    types[b'"' as usize] = JsonType::String;
    types[b'[' as usize] = JsonType::Array;
    types[b'{' as usize] = JsonType::Object;
    types
};

impl<S: Sink> Reader<'_, S> {
    /// The type that the first byte of the value at hand tells; `Number` for every number.
    #[inline]
    pub fn type_at_hand(&mut self) -> JsonType {
        S::type_at_hand(self)
    }

    #[inline]
    pub(crate) fn type_at_hand_here(&mut self) -> JsonType {
        let first = self.peek().unwrap_or_default();
        TYPES[usize::from(first)]
    }

    /// Reports that the value at hand is none of `expected`, and skips it.
    #[inline]
    pub fn wrong_type(&mut self, expected: TypeSet) -> Result<(), Stop> {
        S::wrong_type(self, expected)
    }

    pub(crate) fn wrong_type_here(&mut self, expected: TypeSet) -> Result<(), Stop> {
        let found = self.type_at_hand_here();
        let start = self.position();
        self.skip()?;
        let span = start..self.position();
        self.sink().fail(|| failure(expected, found, span))
    }

    /// Checks the type of the value at hand, which stays at hand.
    pub fn typed(&mut self, types: TypeSet) -> Result<(), Stop> {
        S::typed(self, types)
    }

    /// The same where this edge leads to the schema that says so. A closure that goes along it would be
    /// compiled for each kind of walk.
    pub fn typed_through(&mut self, edge: Edge, types: TypeSet) -> Result<(), Stop> {
        S::typed_through(self, edge, types)
    }

    pub(crate) fn typed_through_here(&mut self, edge: Edge, types: TypeSet) -> Result<(), Stop> {
        self.refer(edge, |reader| reader.typed_here(types))
    }

    pub(crate) fn typed_here(&mut self, types: TypeSet) -> Result<(), Stop> {
        let found = self.type_at_hand_here();
        if types.contains(found) {
            return Ok(());
        }
        let span = self.extent()?;
        let is_integer = found == JsonType::Number
            && types.contains(JsonType::Integer)
            && self
                .text_of(span.clone())
                .parse::<crate::Number>()
                .is_ok_and(|number| number.is_integer());
        if is_integer {
            return Ok(());
        }
        self.sink().fail(|| failure(types, found, span))
    }

    /// Checks that a number at hand, if there is one where integers may stand but no other
    /// numbers, is written as an integer: draft 4 counts `1.0` as none.
    pub fn integer_by_form(&mut self) -> Result<(), Stop> {
        if self.type_at_hand_here() != JsonType::Number {
            return Ok(());
        }
        let span = self.extent()?;
        if !self.text_of(span.clone()).contains(['.', 'e', 'E']) {
            return Ok(());
        }
        self.sink()
            .fail(|| failure(JsonType::Integer.into(), JsonType::Number, span))
    }

    /// Reports a number with a fraction where an integer should stand.
    pub(crate) fn not_an_integer_here(&mut self, given: NumberToken<'_>) -> Result<(), Stop> {
        let span = given.span();
        self.sink()
            .fail(|| failure(JsonType::Integer.into(), JsonType::Number, span))
    }
}
