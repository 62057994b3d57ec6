//! Numbers: recognised as text; converting them is for whoever needs the value.

use super::{Mode, Reader, Sink, Stop, scan};
use crate::JsonType;
use crate::keyword::range;
use crate::number::{Form, FromNumber, NumberText};
use std::any::type_name;
use std::ops::Range;

/// A number of the document, as it is written there.
#[derive(Debug, Clone, Copy)]
pub struct NumberToken<'a> {
    text: &'a str,
    form: Form,
    /// A keyword has refused it: whether a type can hold it does not matter any more.
    refused: bool,
    start: usize,
}

impl<'a> NumberToken<'a> {
    /// Where the number stands in the document, in bytes.
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The digits as written.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Whether the number is written with neither a fraction nor an exponent.
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.form == Form::Plain
    }

    /// Notes that a keyword has refused the number.
    pub(crate) fn refuse(&mut self) {
        self.refused = true;
    }

    /// Whether the number has no fraction, however it is written.
    #[inline]
    pub(crate) fn is_integer(&self) -> bool {
        self.is_plain() || crate::number::Exact::new(self.text).is_integer()
    }

    /// The value, where the number is a short plain integer. This is the way of most numbers.
    #[inline]
    pub fn small(&self) -> Option<i64> {
        // Eighteen digits always fit; a sign may come before them.
        if !self.is_plain() || self.text.len() > 18 {
            return None;
        }
        let (digits, negative) = match self.text.as_bytes() {
            [b'-', digits @ ..] => (digits, true),
            digits => (digits, false),
        };
        let value = digits
            .iter()
            .fold(0i64, |value, digit| value * 10 + i64::from(digit - b'0'));
        Some(if negative { -value } else { value })
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Reads a number; `None` where something else stands, which is reported and skipped.
    #[inline]
    pub fn number(&mut self) -> Result<Option<NumberToken<'a>>, Stop> {
        if let Some(b'-' | b'0'..=b'9') = self.peek() {
            return self.number_token().map(Some);
        }
        self.wrong_type(JsonType::Number.into())?;
        Ok(None)
    }

    /// Reads a number without fraction, however it is written: `1.0` and `1e2` are integers (JSON
    /// Schema Validation 2020-12 §6.1.1). A number with a fraction is reported and given, for other
    /// keywords to judge. `None` where something else stands, which is reported and skipped.
    #[inline]
    pub fn integer(&mut self) -> Result<Option<NumberToken<'a>>, Stop> {
        if let Some(b'-' | b'0'..=b'9') = self.peek() {
            let mut token = self.number_token()?;
            if !token.is_integer() {
                token.refuse();
                self.not_an_integer(token)?;
            }
            return Ok(Some(token));
        }
        self.wrong_type(JsonType::Integer.into())?;
        Ok(None)
    }

    /// The number in the type that was chosen for it. That a type cannot hold what the schema
    /// allows is reported as `range`, also where nothing is built.
    #[inline]
    pub fn held<T: FromNumber>(&mut self, token: NumberToken<'a>) -> Result<S::Out<T>, Stop>
    where
        S: Mode,
    {
        if token.refused {
            return S::absent();
        }
        let text = NumberText::new(token.text, token.form);
        if S::BUILDS {
            if let Some(value) = T::from_number(text) {
                return Ok(S::build(|| value));
            }
        } else if T::holds(text) {
            return Ok(S::build(|| unreachable!("this walk builds nothing")));
        }
        self.capacity(|| range::failure(token.text, type_name::<T>(), token.span()))?;
        S::unheld()
    }

    /// Reads the number that the cursor stands on.
    #[inline]
    pub(super) fn number_token(&mut self) -> Result<NumberToken<'a>, Stop> {
        let start = self.at;
        let form = self.pass_number()?;
        Ok(NumberToken {
            text: &self.text[start..self.at],
            form,
            refused: false,
            start,
        })
    }

    /// Goes behind the number that the cursor stands on. What is returned fits a register, which a
    /// token would not.
    fn pass_number(&mut self) -> Result<Form, Stop> {
        let bytes = self.bytes();
        let first = self.at + usize::from(bytes.get(self.at) == Some(&b'-'));
        let mut end = scan::skip_digits(bytes, first);
        let leading_zero = bytes.get(first) == Some(&b'0') && end > first + 1;
        if end == first || leading_zero {
            let expected = if leading_zero {
                "no leading zero"
            } else {
                "a digit"
            };
            return self.malformed_at(first, expected);
        }
        let mut form = Form::Plain;
        if bytes.get(end) == Some(&b'.') {
            form = Form::Fraction;
            end = self.digits(end + 1)?;
        }
        if let Some(b'e' | b'E') = bytes.get(end) {
            form = Form::Exponent;
            let signed = matches!(bytes.get(end + 1), Some(b'+' | b'-'));
            end = self.digits(end + 1 + usize::from(signed))?;
        }
        self.at = end;
        Ok(form)
    }

    /// Where the digits end that must begin at `at`.
    #[inline]
    fn digits(&mut self, at: usize) -> Result<usize, Stop> {
        let end = scan::skip_digits(self.bytes(), at);
        if end == at {
            self.malformed_at(at, "a digit")
        } else {
            Ok(end)
        }
    }
}
