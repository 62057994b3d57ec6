//! `rust_decimal::Decimal`: 96 bits of digits, at most 28 behind the point.

use super::held::{built_here, is_held};
use super::{Digits, FromNumber, NumberText};
use crate::write::JsonWriter;
use rust_decimal::Decimal;

/// This many digits fit whatever they are.
const DIGITS: usize = 28;

impl FromNumber for Decimal {
    built_here!();

    const SURE: Digits = Digits::up_to(DIGITS);

    #[inline]
    fn from_simple(text: NumberText<'_>) -> Option<Self> {
        let simple = text.simple()?;
        Some(of_parts(simple.digits.into(), false, simple.places))
    }

    fn from_number(text: NumberText<'_>) -> Option<Self> {
        if let Some(short) = text.short() {
            let digits = u128::from(short.digits());
            return Some(of_parts(digits, short.is_negative(), short.places()));
        }
        let (digits, negative, places) = long_parts(text)?;
        Some(of_parts(digits, negative, places))
    }

    #[inline]
    fn holds(text: NumberText<'_>) -> bool {
        let is_short = text.len() <= DIGITS && !text.has_exponent();
        is_short || is_held::<Self>(text)
    }

    fn write_number(&self, json: &mut JsonWriter) {
        json.raw(self.to_string().as_bytes());
    }
}

#[inline]
fn of_parts(digits: u128, negative: bool, places: u32) -> Decimal {
    let [low, middle, high] = [0, 32, 64].map(|bits| (digits >> bits & 0xFFFF_FFFF) as u32);
    Decimal::from_parts(low, middle, high, negative, places)
}

/// Digits, sign and places of a number that is not short. As parts, since two decimals that come
/// from different ways would meet in memory.
#[cold]
#[inline(never)]
fn long_parts(text: NumberText<'_>) -> Option<(u128, bool, u32)> {
    // An exact parse refuses what it would have to round.
    let decimal = Decimal::from_str_exact(&text.plain()?).ok()?;
    let digits = decimal.mantissa().unsigned_abs();
    Some((digits, decimal.is_sign_negative(), decimal.scale()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let number: crate::Number = text.parse().unwrap();
        let text = NumberText::of(&number);
        let held = Decimal::from_number(text).map(|decimal| decimal.to_string());
        assert_eq!(held.as_deref(), expected, "{text:?}");
        assert_eq!(Decimal::holds(text), expected.is_some(), "{text:?}");
    }

    #[test]
    fn a_decimal_is_exact_or_refused() {
        check("118000.50", Some("118000.50"));
        check("-0.10", Some("-0.10"));
        check("1.5e3", Some("1500"));
        check(
            "79228162514264337593543950335",
            Some("79228162514264337593543950335"),
        );
        check("79228162514264337593543950336", None);
        check(
            "0.0000000000000000000000000001",
            Some("0.0000000000000000000000000001"),
        );
        check("0.00000000000000000000000000001", None);
        check("1.00000000000000000000000000001", None);
        check("1e-40", None);
    }
}
