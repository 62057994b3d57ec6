//! Number types of Rust that hold the numbers of a document.

use super::exact::equal;
use super::short::Simple;
use super::{Exact, Short};
use crate::JsonType;
use crate::reader::{Build, NumberRule, Reader, Stop};
use crate::write::JsonWriter;
use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

/// The text of a JSON number, for types that are made from it.
#[derive(Debug, Clone, Copy)]
pub struct NumberText<'t> {
    /// What the number stands in; where in it is looked up only by who needs the text.
    document: &'t str,
    start: usize,
    end: usize,
    form: Form,
}

/// How a number is written. One word, since each number has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form(usize);

impl Form {
    /// With neither a fraction nor an exponent.
    pub(crate) const PLAIN: Self = Self(0);
    /// With an exponent.
    pub(crate) const EXPONENT: Self = Self(usize::MAX);

    /// With so many digits behind the point, and no exponent.
    #[inline]
    pub(crate) fn of_places(places: usize) -> Self {
        Self(places)
    }
}

/// How many digits a type holds whatever they are, in numbers that have neither sign nor exponent.
///
/// ```
/// use tollgate_core::FromNumber;
///
/// assert_eq!(<u8 as FromNumber>::SURE.whole, 2); // 99 and less; of 100 and more some
/// assert_eq!(<u8 as FromNumber>::SURE.broken, 0); // 1.0 is held, 1.5 is not
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Digits {
    /// Of numbers without a point.
    pub whole: usize,
    /// Of numbers with a point, which counts as a digit.
    pub broken: usize,
}

impl Digits {
    /// None: each number has to be looked at.
    pub const NONE: Self = Self::up_to(0);

    /// So many, with or without a point among them.
    pub const fn up_to(digits: usize) -> Self {
        Self {
            whole: digits,
            broken: digits,
        }
    }

    /// How many there may be in a number of this form.
    #[inline]
    pub(crate) fn of(&self, form: Form) -> usize {
        match form {
            Form::PLAIN => self.whole,
            Form::EXPONENT => 0,
            _ => self.broken,
        }
    }
}

/// Whatever so many digits are, an `f64` is near them.
const FINITE: usize = 308;

/// Exponents within this many places either way are written out for types that take plain digits.
const EXPANDED: i128 = 100;

impl<'t> NumberText<'t> {
    #[inline]
    pub(crate) fn new(document: &'t str, span: Range<usize>, form: Form) -> Self {
        Self {
            document,
            start: span.start,
            end: span.end,
            form,
        }
    }

    /// The number as a machine word, where it is short and has no exponent.
    #[inline]
    pub(crate) fn short(self) -> Option<Short> {
        if self.document.as_bytes().get(self.start) != Some(&b'-')
            && let Some(simple) = self.simple()
        {
            return Some(simple.short());
        }
        short_digit_by_digit(self.document, self.start, self.end)
    }

    /// The same for a number without sign, all digits at once. `None` also where a closer look is needed.
    #[expect(
        clippy::inline_always,
        reason = "what it takes and gives would go through memory"
    )]
    #[inline(always)]
    pub(super) fn simple(self) -> Option<Simple> {
        let Form(places) = self.form;
        let before = self.document.as_bytes().get(..self.end)?;
        Simple::of_block(before.last_chunk()?, self.len(), places)
    }

    /// The text of a number.
    pub fn of(number: &'t super::Number) -> Self {
        let text = number.as_str();
        let form = if text.contains(['e', 'E']) {
            Form::EXPONENT
        } else {
            let point = text.find('.');
            Form::of_places(point.map_or(0, |point| text.len() - point - 1))
        };
        Self::new(text, 0..text.len(), form)
    }

    /// The number as written in the document.
    #[inline]
    pub fn as_str(self) -> &'t str {
        &self.document[self.start..self.end]
    }

    /// Where it ends in the document.
    #[inline]
    pub(crate) fn end(self) -> usize {
        self.end
    }

    /// How many bytes it is written with.
    #[inline]
    pub(super) fn len(self) -> usize {
        self.end - self.start
    }

    /// The number in plain digits, its exponent expanded; `None` for an exponent beyond 100.
    pub fn plain(self) -> Option<String> {
        Exact::new(self.as_str()).plain(EXPANDED)
    }

    /// Whether the number is written with neither a fraction nor an exponent.
    #[inline]
    pub fn is_plain_integer(self) -> bool {
        self.form == Form::PLAIN
    }

    /// Whether the number is written with an exponent.
    #[inline]
    pub fn has_exponent(self) -> bool {
        self.form == Form::EXPONENT
    }

    /// The value in a type that reads and prints plain digits, if it holds the number exactly.
    pub fn parse<T: FromStr + Display>(self) -> Option<T> {
        let value: T = self.plain()?.parse().ok()?;
        let printed = value.to_string();
        (super::exact::is_json_number(&printed) && equal(&printed, self.as_str())).then_some(value)
    }
}

/// Whether a type can hold a number of which its length does not tell.
#[cold]
#[inline(never)]
pub(super) fn is_held<T: FromNumber>(text: NumberText<'_>) -> bool {
    T::from_number(text).is_some()
}

/// What is seldom done gets words, which need not be in memory for the case that they are.
#[cold]
#[inline(never)]
fn short_digit_by_digit(document: &str, start: usize, end: usize) -> Option<Short> {
    Short::of(&document.as_bytes()[start..end])
}

/// A type that holds numbers of a document exactly.
///
/// ```
/// use tollgate_core::{FromNumber, Number};
///
/// let number: Number = "2.50e1".parse()?;
/// assert_eq!(number.to::<u8>(), Some(25));
/// assert_eq!(number.to::<f64>(), Some(25.0));
/// assert_eq!("256".parse::<Number>()?.to::<u8>(), None);
/// # Ok::<(), tollgate_core::Report>(())
/// ```
pub trait FromNumber: Sized {
    /// The value; `None` where the type cannot hold it exactly.
    fn from_number(text: NumberText<'_>) -> Option<Self>;

    /// The value of a number that has neither sign nor exponent and at most fifteen characters, where that
    /// takes few steps; `None` leaves it to [`FromNumber::from_number`], with which this must agree.
    #[inline]
    fn from_simple(text: NumberText<'_>) -> Option<Self> {
        Self::from_number(text)
    }

    /// Numbers that the type holds by their length alone, which are not looked at where no value is built.
    /// Must agree with [`FromNumber::from_number`].
    const SURE: Digits = Digits::NONE;

    /// Whether the type can hold the value. Must agree with [`FromNumber::from_number`].
    #[inline]
    fn holds(text: NumberText<'_>) -> bool {
        Self::from_number(text).is_some()
    }

    /// Writes the value as a JSON number.
    fn write_number(&self, json: &mut JsonWriter);

    /// Builds the number at hand.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[doc(hidden)]
    #[inline]
    fn built(
        reader: &mut Reader<'_, Build>,
        expected: JsonType,
        rules: &'static [NumberRule],
    ) -> Result<Self, Stop> {
        reader.number_built(expected, rules)
    }
}

/// What types of this crate say of [`FromNumber::built`]: the same once more, so that it is compiled with them and
/// not with each crate that has numbers.
macro_rules! built_here {
    () => {
        #[inline(never)]
        fn built(
            reader: &mut $crate::reader::Reader<'_, $crate::reader::Build>,
            expected: $crate::JsonType,
            rules: &'static [$crate::reader::NumberRule],
        ) -> Result<Self, $crate::reader::Stop> {
            reader.number_built(expected, rules)
        }
    };
}
pub(super) use built_here;

impl FromNumber for super::Number {
    built_here!();

    const SURE: Digits = Digits::up_to(usize::MAX);

    #[inline]
    fn from_number(text: NumberText<'_>) -> Option<Self> {
        Some(Self::from_checked(text.as_str()))
    }
    #[inline]
    fn holds(_: NumberText<'_>) -> bool {
        true
    }
    fn write_number(&self, json: &mut JsonWriter) {
        json.raw(self.as_str().as_bytes());
    }
}

/// The nearest `f64`: this type is chosen where that is wanted. Numbers past its range are not
/// held.
impl FromNumber for f64 {
    built_here!();

    const SURE: Digits = Digits::up_to(FINITE);

    #[inline]
    fn from_simple(text: NumberText<'_>) -> Option<Self> {
        text.simple()?.short().to_f64()
    }
    fn from_number(text: NumberText<'_>) -> Option<Self> {
        if let Some(value) = text.short().and_then(Short::to_f64) {
            return Some(value);
        }
        text.as_str()
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())
    }
    #[inline]
    fn holds(text: NumberText<'_>) -> bool {
        let is_short = !text.has_exponent() && text.len() <= FINITE;
        is_short || is_held::<Self>(text)
    }
    fn write_number(&self, json: &mut JsonWriter) {
        if self.is_finite() {
            json.raw(format!("{self:?}").as_bytes());
        } else {
            json.non_finite();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FromNumber, NumberText};
    use crate::Number;
    use std::fmt::Debug;

    /// Whatever is sure is held, and what is simple is the same. `expected`: it is sure.
    #[track_caller]
    fn check<T: FromNumber + Debug + PartialEq>(text: &str, expected: bool) {
        let number: Number = text.parse().unwrap();
        // Behind others, as in a document.
        let document = format!("[0.123456789012345,{number}]");
        let form = NumberText::of(&number).form;
        let text = NumberText::new(&document, 19..document.len() - 1, form);
        let is_sure = text.len() <= T::SURE.of(text.form);
        let held = T::from_number(text);
        assert!(held.is_some() || !is_sure, "{number}");
        assert!(is_sure || !expected, "{number}");
        if !text.has_exponent() && text.len() < 16 {
            let simple = T::from_simple(text);
            assert!(simple.is_none() || simple == held, "{number}");
        }
    }

    #[track_caller]
    fn check_all<T: FromNumber + Debug + PartialEq>() {
        let lengths = |most: usize| 1..=most.min(400);
        for digit in ["0", "1", "9"] {
            for length in lengths(T::SURE.whole) {
                let plain = if digit == "0" {
                    "0"
                } else {
                    &digit.repeat(length)
                };
                check::<T>(plain, true);
            }
            for length in lengths(T::SURE.broken).skip(2) {
                for places in [1, length - 2] {
                    let whole = digit.repeat(length - 1 - places);
                    let whole = if digit == "0" { "0" } else { &whole };
                    check::<T>(&format!("{whole}.{}", digit.repeat(places)), true);
                }
            }
            for exponent in ["e0", "E5", "e-40", "e400"] {
                check::<T>(&format!("1{exponent}"), false);
            }
            check::<T>("1.5", false);
        }
    }

    #[test]
    fn what_is_sure_by_its_length_is_held_and_what_is_simple_the_same() {
        check_all::<u8>();
        check_all::<i8>();
        check_all::<u16>();
        check_all::<i32>();
        check_all::<u64>();
        check_all::<i64>();
        check_all::<u128>();
        check_all::<f64>();
        check_all::<Number>();
        #[cfg(feature = "rust_decimal")]
        check_all::<rust_decimal::Decimal>();
    }
}
