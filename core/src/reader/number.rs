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
    document: &'a str,
    form: Form,
    /// A keyword has refused it: whether a type can hold it does not matter any more.
    refused: bool,
    start: usize,
    end: usize,
}

impl<'a> NumberToken<'a> {
    /// Where the number stands in the document, in bytes.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The digits as written.
    #[inline]
    pub fn text(&self) -> &'a str {
        &self.document[self.span()]
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
        self.is_plain() || crate::number::Exact::new(self.text()).is_integer()
    }

    /// The value, where the number is a short plain integer. This is the way of most numbers.
    #[inline]
    pub fn small(&self) -> Option<i64> {
        // Eighteen digits always fit; a sign may come before them.
        if !self.is_plain() || self.end - self.start > 18 {
            return None;
        }
        let (digits, negative) = match self.text().as_bytes() {
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
        let text = NumberText::new(token.document, token.span(), token.form);
        if S::BUILDS {
            if let Some(value) = T::from_number(text) {
                return Ok(S::build(|| value));
            }
        } else if T::holds(text) {
            return Ok(S::build(|| unreachable!("this walk builds nothing")));
        }
        self.out_of_range(|| range::failure(token.text(), type_name::<T>(), token.span()))?;
        S::judged()
    }

    /// Reads the number that the cursor stands on.
    #[inline]
    pub(super) fn number_token(&mut self) -> Result<NumberToken<'a>, Stop> {
        let start = self.at;
        let form = self.pass_number()?;
        Ok(NumberToken {
            document: self.text,
            form,
            refused: false,
            start,
            end: self.at,
        })
    }

    /// Goes behind the number that the cursor stands on. What is returned fits a register, which a
    /// token would not.
    #[inline]
    fn pass_number(&mut self) -> Result<Form, Stop> {
        if let Some((form, length)) = scan::block(self.bytes(), self.at).and_then(short_number) {
            self.at += length;
            return Ok(form);
        }
        self.pass_any_number()
    }

    #[inline(never)]
    fn pass_any_number(&mut self) -> Result<Form, Stop> {
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

/// Form and length of the number at the beginning of a block, if it is a simple one: not negative,
/// without exponent, and shorter than the block. The length comes out of one test, because what
/// follows the number waits for it; whether all of it is right is looked at beside that.
#[inline]
fn short_number(block: &scan::Block) -> Option<(Form, usize)> {
    let length = scan::leading_run(scan::digits_and_points(block));
    let behind = *block.get(length)?;
    let others = !scan::digits(block) & ((1 << length) - 1);
    let leading_zero = block[0] == b'0' && length > 1 && block[1] != b'.';
    if length == 0 || leading_zero || matches!(behind, b'e' | b'E') {
        return None;
    }
    if others == 0 {
        return Some((Form::Plain, length));
    }
    let point = others.trailing_zeros() as usize;
    #[expect(
        clippy::manual_is_power_of_two,
        reason = "that counts all bits, for which the base of x86-64 has no instruction"
    )]
    let is_only = others & (others - 1) == 0;
    let is_between_digits = 0 < point && point < length - 1 && is_only;
    (is_between_digits && block[point] == b'.').then_some((Form::Fraction, length))
}

#[cfg(test)]
mod tests {
    use super::{Form, scan, short_number};

    #[track_caller]
    fn check(text: &str, expected: Option<(Form, usize)>) {
        let padded = format!("{text}{}", " ".repeat(16));
        let block = scan::block(padded.as_bytes(), 0).unwrap();
        assert_eq!(short_number(block), expected, "{text}");
    }

    #[test]
    fn simple_numbers_are_recognised_and_no_others() {
        check("0", Some((Form::Plain, 1)));
        check("42,", Some((Form::Plain, 2)));
        check("0.50}", Some((Form::Fraction, 4)));
        check("118000.50", Some((Form::Fraction, 9)));
        check("123456789012345", Some((Form::Plain, 15)));
        for text in [
            "",
            "-1",
            "01",
            "00.5",
            ".5",
            "1.",
            "1.2.3",
            "1/2",
            "1..2",
            "1e5",
            "1.5E2",
            "/",
            ".",
            "1234567890123456",
            "12345678901234.56",
        ] {
            check(text, None);
        }
    }
}
