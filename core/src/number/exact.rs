//! The value of a number's text, without converting it: sign, digits and the place of the point.
//! Nothing here costs more than the text is long, whatever the exponent says.

use std::cmp::Ordering;

/// A JSON number taken apart. Borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exact<'t> {
    negative: bool,
    /// Digits before and after the point, as written.
    whole: &'t [u8],
    fraction: &'t [u8],
    /// Exponents past this type are taken for its ends: texts that long differ in nothing that
    /// fits a machine.
    exponent: i128,
}

impl<'t> Exact<'t> {
    /// Takes apart a text that is a JSON number.
    pub(crate) fn new(text: &'t str) -> Self {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, parse_exponent(exponent.as_bytes())),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        Self {
            negative,
            whole: whole.as_bytes(),
            fraction: fraction.as_bytes(),
            exponent,
        }
    }

    /// All digits, with neither leading nor trailing zeros.
    pub(super) fn digits(&self) -> impl Iterator<Item = u8> {
        let leading = self.leading_zeros();
        let count = self.len() - self.trailing_zeros();
        self.all_digits().take(count).skip(leading)
    }

    fn all_digits(&self) -> impl DoubleEndedIterator<Item = u8> {
        self.whole.iter().chain(self.fraction).copied()
    }

    fn len(&self) -> usize {
        self.whole.len() + self.fraction.len()
    }

    fn leading_zeros(&self) -> usize {
        self.all_digits().take_while(|&digit| digit == b'0').count()
    }

    fn trailing_zeros(&self) -> usize {
        self.all_digits()
            .rev()
            .take_while(|&digit| digit == b'0')
            .count()
    }

    pub(super) fn is_zero(&self) -> bool {
        self.all_digits().all(|digit| digit == b'0')
    }

    /// How many places before the point the first digit stands that is not zero.
    fn magnitude(&self) -> i128 {
        let places = self.whole.len() as i128 - self.leading_zeros() as i128;
        self.exponent.saturating_add(places)
    }

    /// The place of the last digit that is not zero: 0 for ones, -1 for tenths.
    pub(super) fn unit(&self) -> i128 {
        let places = self.fraction.len() as i128 - self.trailing_zeros() as i128;
        self.exponent - places
    }

    /// Whether nothing is left behind the point.
    pub(crate) fn is_integer(&self) -> bool {
        self.is_zero() || self.unit() >= 0
    }

    /// A text that numbers of the same value share: plain digits for integers of up to eighteen.
    pub(crate) fn canonical(&self) -> String {
        if self.is_zero() {
            return "0".to_owned();
        }
        let sign = if self.negative { "-" } else { "" };
        let digits: String = self.digits().map(char::from).collect();
        match usize::try_from(self.magnitude()) {
            Ok(width @ ..=18) if self.is_integer() => format!("{sign}{digits:0<width$}"),
            _ => format!("{sign}{digits}e{}", self.magnitude()),
        }
    }

    fn compare_size(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        // Of equal beginnings the longer is the greater: no number ends with a zero here.
        self.magnitude()
            .cmp(&other.magnitude())
            .then_with(|| self.digits().cmp(other.digits()))
    }

    /// The number in plain digits, its exponent expanded; `None` for an exponent beyond `most`
    /// either way.
    pub(crate) fn plain(&self, most: i128) -> Option<String> {
        if self.exponent.abs() > most {
            return None;
        }
        let point = self.whole.len() as i128 + self.exponent;
        let mut digits: Vec<char> = self.all_digits().map(char::from).collect();
        // Zeros are added on the side that the point moves out of.
        let before = usize::try_from(1 - point).unwrap_or(0);
        digits.splice(0..0, std::iter::repeat_n('0', before));
        let point = usize::try_from(point).unwrap_or(0).max(1);
        digits.resize(digits.len().max(point), '0');
        let (whole, fraction) = digits.split_at(point);
        let whole: String = whole.iter().collect();
        let fraction: String = fraction.iter().collect();
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        let sign = if self.negative { "-" } else { "" };
        let dot = if fraction.is_empty() { "" } else { "." };
        Some(format!("{sign}{whole}{dot}{fraction}"))
    }
}

/// What stands behind the `e`. Numbers past the end of the type are taken for its end here, far
/// enough inside the type for sums and differences of them.
pub(super) const fn parse_exponent(text: &[u8]) -> i128 {
    let negative = matches!(text, [b'-', ..]);
    let digits = match text {
        [b'-' | b'+', digits @ ..] | digits => digits,
    };
    let mut value = 0i128;
    let mut at = 0;
    while at < digits.len() && value < FARTHEST {
        value = value * 10 + (digits[at] - b'0') as i128;
        at += 1;
    }
    let value = if value < FARTHEST { value } else { FARTHEST };
    if negative { -value } else { value }
}

const FARTHEST: i128 = i128::MAX / 16;

/// Compares two JSON numbers by value.
pub(crate) fn compare(one: &str, other: &str) -> Ordering {
    let (one, other) = (Exact::new(one), Exact::new(other));
    if one.is_zero() && other.is_zero() {
        return Ordering::Equal;
    }
    match (
        one.negative && !one.is_zero(),
        other.negative && !other.is_zero(),
    ) {
        (false, false) => one.compare_size(&other),
        (true, true) => other.compare_size(&one),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// Whether two JSON numbers have the same value.
pub(crate) fn equal(one: &str, other: &str) -> bool {
    one == other || compare(one, other) == Ordering::Equal
}

/// Whether `text` is a number by the grammar of RFC 8259 §6.
pub(crate) fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (
            mantissa,
            exponent.strip_prefix(['+', '-']).unwrap_or(exponent),
        ),
        None => (unsigned, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let no_leading_zero = whole == "0" || !whole.starts_with('0');
    digits(whole) && no_leading_zero && digits(fraction) && digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, expected: Ordering, other: &str) {
        assert_eq!(compare(one, other), expected, "{one} against {other}");
        assert_eq!(
            compare(other, one),
            expected.reverse(),
            "{other} against {one}"
        );
    }

    #[test]
    fn numbers_compare_by_value() {
        check("1", Ordering::Equal, "1.000");
        check("-0.0", Ordering::Equal, "0e5");
        check("1.5e3", Ordering::Equal, "1500");
        check("0.00015e7", Ordering::Equal, "1500");
        check("9007199254740993", Ordering::Greater, "9007199254740992");
        check("0.1", Ordering::Less, "0.10000000000000000001");
        check("-2", Ordering::Less, "-1");
        check("-1", Ordering::Less, "0");
        check("1e1000000000", Ordering::Greater, "1e999999999");
        check("1e-1000000000", Ordering::Greater, "0");
        check("10", Ordering::Greater, "9.99");
    }

    #[test]
    fn an_integer_is_told_by_its_value() {
        for text in [
            "0",
            "-0",
            "1.0",
            "1e2",
            "1.50e1",
            "0.0e-5",
            "100e-2",
            "1e1000000000",
        ] {
            assert!(Exact::new(text).is_integer(), "{text}");
        }
        for text in ["0.5", "1e-1", "1.05e1", "10e-2", "1e-1000000000"] {
            assert!(!Exact::new(text).is_integer(), "{text}");
        }
    }

    #[test]
    fn plain_digits_have_the_same_value() {
        let cases = [
            ("1e2", "100"),
            ("-1.5e-3", "-0.0015"),
            ("0.10", "0.10"),
            ("12.5e1", "125"),
        ];
        for (text, expected) in cases {
            assert_eq!(Exact::new(text).plain(100).as_deref(), Some(expected));
        }
        assert_eq!(Exact::new("1e101").plain(100), None);
    }
}
