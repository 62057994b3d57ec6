//! Numbers: recognised as text; converting them is for whoever needs the value.

use super::{Mode, NumberRule, Reader, Sink, Stop, scan};
use crate::JsonType;
use crate::keyword::range;
use crate::number::{Digits, Form, FromNumber, NumberText, Short};
use std::any::type_name;
use std::hint::cold_path;
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
        self.form == Form::PLAIN
    }

    #[inline]
    fn number_text(&self) -> NumberText<'a> {
        NumberText::new(self.document, self.span(), self.form)
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

    /// The number as a machine word, where it is short and has no exponent.
    #[inline]
    pub(crate) fn short(&self) -> Option<Short> {
        NumberText::new(self.document, self.span(), self.form).short()
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
        self.number_or(JsonType::Number)
    }

    /// Reads a number without fraction, however it is written: `1.0` and `1e2` are integers (JSON
    /// Schema Validation 2020-12 §6.1.1). A number with a fraction is reported and given, for other
    /// keywords to judge. `None` where something else stands, which is reported and skipped.
    #[inline]
    pub fn integer(&mut self) -> Result<Option<NumberToken<'a>>, Stop> {
        let token = self.number_or(JsonType::Integer)?;
        self.without_fraction(token)
    }

    /// Reads over the number at hand, of which nothing is built. Takes the place `at` of the cursor and gives
    /// that of its end, as `Object::build_apart` does.
    #[inline]
    pub(super) fn pass_number_as_here(
        &mut self,
        at: usize,
        holding: &Holding,
    ) -> Result<usize, Stop> {
        match self.sure_number_at(at, holding) {
            Some((_, length)) => Ok(at + length),
            None => self.pass_number_with_care(at, holding, &[]),
        }
    }

    /// The same where the number has to keep rules.
    #[inline]
    pub(super) fn pass_number_within_here(
        &mut self,
        at: usize,
        holding: &Holding,
        rules: &'static [NumberRule],
    ) -> Result<usize, Stop> {
        if let Some((form, length)) = self.sure_number_at(at, holding)
            && NumberRule::all_allow(rules, || self.number_text(at..at + length, form))
        {
            return Ok(at + length);
        }
        self.pass_number_with_care(at, holding, rules)
    }

    /// Form and length of the number at `at`, if it is a simple one that is held.
    #[inline]
    fn sure_number_at(&self, at: usize, holding: &Holding) -> Option<(Form, usize)> {
        let (form, length) = self.short_number_at(at)?;
        (length <= holding.sure.of(form)).then_some((form, length))
    }

    /// Form and length of the number at `at`, if it is a simple one.
    #[inline]
    fn short_number_at(&self, at: usize) -> Option<(Form, usize)> {
        short_number(self.text.window(at)?.first_chunk()?)
    }

    fn pass_number_with_care(
        &mut self,
        at: usize,
        holding: &Holding,
        rules: &'static [NumberRule],
    ) -> Result<usize, Stop> {
        self.at = at;
        let mut token = self.number_or(holding.expected)?;
        if holding.expected == JsonType::Integer {
            token = self.without_fraction(token)?;
        }
        if let Some(mut token) = token {
            S::judge_number(self, &mut token, rules)?;
            if !token.refused && !(holding.holds)(token.number_text()) {
                S::not_held(self, &token, (holding.type_name)())?;
            }
        }
        Ok(self.at)
    }

    #[inline]
    fn without_fraction(
        &mut self,
        mut token: Option<NumberToken<'a>>,
    ) -> Result<Option<NumberToken<'a>>, Stop> {
        if let Some(token) = &mut token
            && !token.is_integer()
        {
            token.refuse();
            S::not_an_integer(self, *token)?;
        }
        Ok(token)
    }

    /// Reads a number; what stands there instead is no value of type `expected`.
    #[expect(
        clippy::inline_always,
        reason = "a token that is handed over goes through memory"
    )]
    #[inline(always)]
    fn number_or(&mut self, expected: JsonType) -> Result<Option<NumberToken<'a>>, Stop> {
        if let Some(token) = self.short_number() {
            return Ok(Some(token));
        }
        self.number_with_care(expected)
    }

    /// The same where no simple number stands at the cursor.
    #[inline]
    pub(super) fn number_with_care(
        &mut self,
        expected: JsonType,
    ) -> Result<Option<NumberToken<'a>>, Stop> {
        if S::comes_to_number(self, expected)? {
            return self.number_token().map(Some);
        }
        Ok(None)
    }

    /// Goes to the number at hand; `false` where something else stands, which is reported and skipped.
    pub(super) fn comes_to_number_here(&mut self, expected: JsonType) -> Result<bool, Stop> {
        if let Some(b'-' | b'0'..=b'9') = self.peek() {
            return Ok(true);
        }
        self.wrong_type(expected.into())?;
        Ok(false)
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
        let text = token.number_text();
        if S::BUILDS {
            if let Some(value) = T::from_number(text) {
                return Ok(S::build(|| value));
            }
        } else if T::holds(text) {
            return Ok(S::build(|| unreachable!("this walk builds nothing")));
        }
        S::not_held(self, &token, type_name::<T>())?;
        S::judged()
    }

    /// Reports that a type cannot hold a number.
    pub(super) fn not_held_here(
        &mut self,
        token: &NumberToken<'_>,
        type_name: &'static str,
    ) -> Result<(), Stop> {
        self.out_of_range(|| range::failure(token.text(), type_name, token.span()))
    }

    /// Reads a number where a simple one stands at the cursor, else nothing.
    #[inline]
    pub(super) fn short_number(&mut self) -> Option<NumberToken<'a>> {
        let start = self.at;
        let (form, length) = self.short_number_at(self.at)?;
        self.at += length;
        Some(self.token(start, form))
    }

    /// Where the number ends whose first digit the cursor stands on, if it is a simple one.
    #[inline]
    pub(super) fn short_number_end(&self) -> Option<usize> {
        let block: &scan::Block = self.window()?.first_chunk()?;
        // Most are integers with a comma or a bracket behind them, of which less has to be asked.
        let length = (!scan::digits(block)).trailing_zeros() as usize;
        if let Some(b',' | b'}' | b']') = block.get(length)
            && (length == 1 || scan::byte(self.bytes(), self.at) != b'0')
        {
            return Some(self.at + length);
        }
        let (_, length) = short_number(block)?;
        Some(self.at + length)
    }

    /// The number at `at`, if that is a simple one.
    #[inline]
    pub(super) fn short_number_here(&self, at: usize, is_integer: bool) -> Option<NumberText<'a>> {
        let (form, length) = self.short_number_at(at)?;
        let is_allowed = !is_integer || form == Form::PLAIN;
        is_allowed.then(|| self.number_text(at..at + length, form))
    }

    #[inline]
    fn number_text(&self, span: Range<usize>, form: Form) -> NumberText<'a> {
        NumberText::new(self.text.as_str(), span, form)
    }

    /// Goes behind the number that the cursor stands on.
    #[inline]
    pub(super) fn pass_number(&mut self) -> Result<(), Stop> {
        match self.short_number_end() {
            Some(end) => {
                self.at = end;
                Ok(())
            }
            None => S::pass_any_number(self).map(drop),
        }
    }

    /// Reads the number that the cursor stands on.
    #[inline]
    fn number_token(&mut self) -> Result<NumberToken<'a>, Stop> {
        let start = self.at;
        let form = S::pass_any_number(self)?;
        Ok(self.token(start, form))
    }

    /// The number from `start` to the cursor.
    #[inline]
    fn token(&self, start: usize, form: Form) -> NumberToken<'a> {
        NumberToken {
            document: self.text.as_str(),
            form,
            refused: false,
            start,
            end: self.at,
        }
    }

    /// Goes behind the number that the cursor stands on. What is returned fits a register, which a
    /// token would not.
    pub(super) fn pass_any_number_here(&mut self) -> Result<Form, Stop> {
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
        let mut form = Form::PLAIN;
        if bytes.get(end) == Some(&b'.') {
            let point = end;
            end = self.digits(point + 1)?;
            form = Form::of_places(end - point - 1);
        }
        if let Some(b'e' | b'E') = bytes.get(end) {
            form = Form::EXPONENT;
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

/// What a type says of numbers, for what is compiled once for all types.
#[derive(Debug)]
pub struct Holding {
    /// What the schema asks for.
    pub(super) expected: JsonType,
    /// Numbers that are what it asks for, and are held.
    sure: Digits,
    holds: fn(NumberText<'_>) -> bool,
    type_name: fn() -> &'static str,
}

impl Holding {
    /// What the type `T` says of numbers.
    pub(super) const fn number<T: FromNumber>() -> Self {
        Self {
            expected: JsonType::Number,
            sure: T::SURE,
            holds: T::holds,
            type_name: type_name::<T>,
        }
    }

    /// What it says of integers. Whether a number with a point is one has to be looked at.
    pub(super) const fn integer<T: FromNumber>() -> Self {
        Self {
            expected: JsonType::Integer,
            sure: Digits {
                whole: T::SURE.whole,
                broken: 0,
            },
            ..Self::number::<T>()
        }
    }
}

/// Form and length of the number at the beginning of a block, if it is a simple one: not negative,
/// without exponent, and shorter than the block. What is rarely wrong is a jump, which is guessed: what follows
/// the number waits for its length alone.
#[inline]
fn short_number(block: &scan::Block) -> Option<(Form, usize)> {
    let (digits, points) = (scan::digits(block), scan::points(block));
    let others = !(digits | points);
    let length = others.trailing_zeros() as usize;
    let behind = *block.get(length)?;
    let leading_zero = block[0] == b'0' && digits & 0b10 != 0;
    // This bit tells small letters from capital ones.
    if digits & 1 == 0 || leading_zero || behind | 0x20 == b'e' {
        return None;
    }
    // Those up to the first other character, which is none.
    let points = points & (others ^ others.wrapping_sub(1));
    if points == 0 {
        return Some((Form::PLAIN, length));
    }
    if points & points.wrapping_sub(1) != 0 {
        cold_path(); // so that it is no sum with what follows
        return None;
    }
    let places = length - 1 - points.trailing_zeros() as usize;
    (places != 0).then(|| (Form::of_places(places), length))
}

#[cfg(test)]
mod tests {
    use super::{Form, scan, short_number};

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, usize)>) {
        let padded = format!("{text}{}", " ".repeat(16));
        let block = scan::block(padded.as_bytes(), 0).unwrap();
        let expected = expected.map(|(places, length)| (Form::of_places(places), length));
        assert_eq!(short_number(block), expected, "{text}");
    }

    #[test]
    fn simple_numbers_are_recognised_and_no_others() {
        check("0", Some((0, 1)));
        check("42,", Some((0, 2)));
        check("42/7", Some((0, 2)));
        check("0.50}", Some((2, 4)));
        check("118000.50", Some((2, 9)));
        check("123456789012345", Some((0, 15)));
        for text in [
            "",
            "-1",
            "01",
            "00.5",
            ".5",
            "1.",
            "1.2.3",
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
