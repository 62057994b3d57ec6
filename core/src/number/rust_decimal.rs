//! `rust_decimal::Decimal`: 96 bits of digits, at most 28 behind the point.

use super::{FromNumber, NumberText, Short};
use crate::write::JsonWriter;
use rust_decimal::Decimal;

/// This many digits fit whatever they are.
const DIGITS: usize = 28;

impl FromNumber for Decimal {
    #[inline]
    fn from_number(text: NumberText<'_>) -> Option<Self> {
        match text.short().map(of_short) {
            Some(decimal) => Some(decimal),
            // An exact parse refuses what it would have to round.
            None => Decimal::from_str_exact(&text.plain()?).ok(),
        }
    }

    #[inline]
    fn holds(text: NumberText<'_>) -> bool {
        let is_short = text.len() <= DIGITS && !text.has_exponent();
        is_short || Self::from_number(text).is_some()
    }

    fn write_number(&self, json: &mut JsonWriter) {
        json.raw(self.to_string().as_bytes());
    }
}

#[inline]
fn of_short(short: Short) -> Decimal {
    let digits = short.digits();
    let [low, middle] = [digits, digits >> 32].map(|word| (word & 0xFFFF_FFFF) as u32);
    Decimal::from_parts(low, middle, 0, short.is_negative(), short.places())
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
