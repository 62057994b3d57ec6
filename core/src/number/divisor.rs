//! Whether a decimal is a multiple of another. With the two taken apart as `X * 10^x` and
//! `M * 10^m`, `X` and `M` without zeros at the end, that is a question about whole numbers: `x`
//! must not be below `m`, and `M` must divide `X * 10^(x - m)`. Of those zeros only the first few
//! matter, so a long exponent costs no more than a short one.

use super::exact::parse_exponent;
use super::{Exact, Short};
use std::iter::repeat_n;

/// A number of the schema that numbers of documents are to be multiples of.
///
/// ```
/// use tollgate_core::generated::v1::Divisor;
///
/// const CENT: Divisor<'_> = Divisor::new("0.01");
/// assert!(CENT.divides("19.99") && CENT.divides("1e300"));
/// assert!(!CENT.divides("19.995"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Divisor<'s> {
    text: &'s str,
    /// `M`, where it is below [`LIMIT`].
    digits: Option<u128>,
    /// `m`
    unit: i128,
}

/// A remainder below this can take one more digit in `u128`.
const LIMIT: u128 = 10u128.pow(37);
/// A remainder of a `u64` can take so many digits at once.
const CHUNK: usize = 18;
/// A number of at most `CHUNK` digits can take so many zeros.
const MOST_ZEROS: i128 = 20;

impl<'s> Divisor<'s> {
    /// The number that is written `text` in the schema.
    pub const fn new(text: &'s str) -> Self {
        let bytes = text.as_bytes();
        let (mut digits, mut zeros, mut fraction) = (Some(0), 0u32, 0);
        let mut behind_point = 0;
        let mut at = 0;
        while at < bytes.len() && !matches!(bytes[at], b'e' | b'E') {
            match bytes[at] {
                b'.' => behind_point = 1,
                b'0' => {
                    zeros += 1;
                    fraction += behind_point;
                }
                digit @ b'1'..=b'9' => {
                    digits = push(digits, zeros, digit);
                    zeros = 0;
                    fraction += behind_point;
                }
                _ => {}
            }
            at += 1;
        }
        let exponent = match bytes.split_at(at).1 {
            [_, exponent @ ..] => parse_exponent(exponent),
            [] => 0,
        };
        Self {
            text,
            digits,
            unit: exponent + zeros as i128 - fraction,
        }
    }

    /// As the schema spells it.
    pub(crate) fn text(&self) -> &'s str {
        self.text
    }

    /// Whether `number`, a JSON number, is a multiple.
    pub fn divides(&self, number: &str) -> bool {
        match (self.digits, short(number)) {
            // The specification has no such divisor; nothing but zero is a multiple of it.
            (Some(0), _) => Exact::new(number).is_zero(),
            (Some(digits), Some(short)) => self
                .divides_short(digits, short)
                .unwrap_or_else(|| self.divides_any(number)),
            _ => self.divides_any(number),
        }
    }

    /// The same for an integer.
    #[inline]
    pub(crate) fn divides_integer(&self, number: i64) -> bool {
        match self.digits {
            Some(digits @ 1..) if self.unit == 0 => u64::try_from(digits)
                .map_or(number == 0, |digits| {
                    number.unsigned_abs().is_multiple_of(digits)
                }),
            Some(digits @ 1..) => self
                .divides_short(digits, (number.unsigned_abs(), 0))
                .unwrap_or_else(|| self.divides_any(&number.to_string())),
            _ => self.divides_any(&number.to_string()),
        }
    }

    /// Whether a short number is known to be a multiple.
    #[inline]
    pub(crate) fn divides_some(&self, number: Short) -> bool {
        let decimal = (number.digits(), number.places());
        match self.digits {
            Some(digits @ 1..) => self.divides_short(digits, decimal) == Some(true),
            _ => false,
        }
    }

    /// The same for `value * 10^-places`, of at most [`CHUNK`] digits, where that fits a machine.
    fn divides_short(&self, digits: u128, (value, places): (u64, u32)) -> Option<bool> {
        let shift = -i128::from(places) - self.unit;
        let value = u128::from(value);
        match u32::try_from(shift.unsigned_abs()) {
            Ok(zeros) if shift < 0 => {
                let scaled = 10u128.checked_pow(zeros)?.checked_mul(digits)?;
                Some(value.is_multiple_of(scaled))
            }
            Ok(zeros) if shift <= MOST_ZEROS => {
                Some((value * 10u128.pow(zeros)).is_multiple_of(digits))
            }
            _ => None,
        }
    }

    fn divides_any(&self, number: &str) -> bool {
        let number = Exact::new(number);
        let zeros = number.unit() - self.unit;
        if number.is_zero() || zeros < 0 {
            return number.is_zero();
        }
        // A number has fewer factors two, and fewer factors five, than four times its digits;
        // zeros past that many add no factor that it lacks.
        let enough = 4 * self.text.len() + 1;
        let zeros = usize::try_from(zeros).map_or(enough, |zeros| zeros.min(enough));
        let digits = number.digits().chain(repeat_n(b'0', zeros));
        let digits = digits.map(|digit| digit - b'0');
        match self.digits {
            Some(divisor) => match u64::try_from(divisor) {
                Ok(divisor) => short_remainder(digits, divisor) == 0,
                Err(_) => remainder(digits, divisor) == 0,
            },
            None => long_divides(digits, Exact::new(self.text).digits()),
        }
    }
}

/// `digits`, then `zeros` zeros, then `digit`; `None` from [`LIMIT`] on.
const fn push(digits: Option<u128>, zeros: u32, digit: u8) -> Option<u128> {
    let before = match (digits, 10u128.checked_pow(zeros.saturating_add(1))) {
        (Some(0), _) => Some(0),
        (Some(digits), Some(factor)) => digits.checked_mul(factor),
        _ => None,
    };
    match before {
        Some(before) if before < LIMIT - 10 => Some(before + (digit - b'0') as u128),
        _ => None,
    }
}

/// A number of at most [`CHUNK`] digits and no exponent, without its sign: its digits, and how many
/// of them stand behind the point.
fn short(number: &str) -> Option<(u64, u32)> {
    if number.len() > CHUNK {
        return None;
    }
    let (mut value, mut places, mut behind_point) = (0, 0, 0);
    for byte in number.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10 + u64::from(byte - b'0');
                places += behind_point;
            }
            b'.' => behind_point = 1,
            b'-' => {}
            _ => return None,
        }
    }
    Some((value, places))
}

fn short_remainder(mut digits: impl Iterator<Item = u8>, divisor: u64) -> u128 {
    let mut remainder = 0;
    loop {
        let (mut chunk, mut factor) = (0, 1);
        for digit in digits.by_ref().take(CHUNK) {
            chunk = chunk * 10 + u128::from(digit);
            factor *= 10;
        }
        if factor == 1 {
            return remainder;
        }
        remainder = (remainder * factor + chunk) % u128::from(divisor);
    }
}

fn remainder(digits: impl Iterator<Item = u8>, divisor: u128) -> u128 {
    digits.fold(0, |remainder, digit| {
        (remainder * 10 + u128::from(digit)) % divisor
    })
}

/// Long division, digit by digit. The time is that of the one length times that of the other, of
/// which the schema has one.
fn long_divides(digits: impl Iterator<Item = u8>, divisor: impl Iterator<Item = u8>) -> bool {
    let mut long = Long::default();
    divisor.for_each(|digit| long.push(digit - b'0'));
    let mut remainder = Long::default();
    for digit in digits {
        remainder.push(digit);
        while remainder.subtract(&long) {}
    }
    remainder.0.iter().all(|&part| part == 0)
}

/// A whole number of any size, its last eighteen digits first.
#[derive(Debug, Default)]
struct Long(Vec<u64>);

const BASE: u64 = 10u64.pow(18);

impl Long {
    /// Puts a digit behind the others.
    fn push(&mut self, digit: u8) {
        let mut carry = u64::from(digit);
        for part in &mut self.0 {
            let wide = *part * 10 + carry;
            (*part, carry) = (wide % BASE, wide / BASE);
        }
        if carry > 0 {
            self.0.push(carry);
        }
    }

    /// Takes `other` away, if it is not the greater.
    fn subtract(&mut self, other: &Self) -> bool {
        if self.0.len() < other.0.len() || self.is_below(other) {
            return false;
        }
        let mut borrow = 0;
        for (at, part) in self.0.iter_mut().enumerate() {
            let taken = other.0.get(at).copied().unwrap_or(0) + borrow;
            borrow = u64::from(*part < taken);
            *part = *part + borrow * BASE - taken;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        true
    }

    /// Whether `self`, which has no fewer parts, is below `other`.
    fn is_below(&self, other: &Self) -> bool {
        let pad = repeat_n(0, self.0.len() - other.0.len());
        let other = pad.chain(other.0.iter().rev().copied());
        self.0.iter().rev().copied().lt(other)
    }
}

#[cfg(test)]
mod tests {
    use super::Divisor;

    #[track_caller]
    fn check(number: &str, divisor: &str, expected: bool) {
        let divides = |number: &str| Divisor::new(divisor).divides(number);
        assert_eq!(divides(number), expected, "{number} by {divisor}");
        assert_eq!(divides(&format!("-{number}")), expected, "-{number}");
        // The same value in other spellings takes other ways.
        for spelling in [
            format!("{number}e0"),
            format!("{number}e+00000000000000000"),
        ] {
            assert_eq!(divides(&spelling), expected, "{spelling} by {divisor}");
        }
        if let Ok(integer) = number.parse() {
            let divides = Divisor::new(divisor).divides_integer(integer);
            assert_eq!(divides, expected, "{integer} by {divisor}");
        }
    }

    #[test]
    fn decimals_are_multiples_by_their_exact_values() {
        check("0", "7", true);
        check("0.000", "1e-300", true);
        check("10", "2", true);
        check("7", "2", false);
        check("4.5", "1.5", true);
        check("35", "1.5", false);
        check("0.0075", "0.0001", true);
        check("0.00751", "0.0001", false);
        check("19.99", "0.01", true);
        check("19.995", "0.01", false);
        check("1.10", "0.1", true);
        check("300", "1e2", true);
        check("350", "1e2", false);
        check("3", "100", false);
        check("12391239123", "1e-8", true);
        check("0.1", "0.3", false);
        check("0.30", "0.1", true);
        check("9007199254740993", "2", false);
        check("123456789012345678901234567890", "10", true);
        check("123456789012345678901234567891", "10", false);
        check("1", "0", false);
        check("0", "0", true);
    }

    #[test]
    fn an_exponent_of_a_billion_costs_nothing() {
        let divides = |number, divisor| Divisor::new(divisor).divides(number);
        assert!(divides("1e1000000000", "0.5"));
        assert!(divides("1e1000000000", "1024"));
        assert!(!divides("1e1000000000", "3"));
        assert!(divides("3e1000000000", "3"));
        assert!(!divides("1e-1000000000", "3"));
        assert!(divides("1", "1e-1000000000"));
        assert!(!divides("1", "3e-1000000000"));
        assert!(!divides("1", "1e1000000000"));
        assert!(divides("5e1000000001", "1e1000000000"));
        let beyond = format!("1e{}", "9".repeat(60));
        assert!(divides(&beyond, "2"));
        assert!(!divides(&beyond, "3"));
        assert!(divides(&beyond, &beyond));
        assert!(!divides("1", &beyond));
    }

    /// Powers of two need as many zeros as they have factors.
    #[test]
    fn zeros_are_enough_for_every_factor() {
        for power in 0..=126u32 {
            let divisor = (1u128 << power).to_string();
            let divides = |number: &str| Divisor::new(&divisor).divides(number);
            assert!(divides(&format!("1e{power}")), "{divisor}");
            assert!(divides("1e500"), "{divisor}");
            if let Some(less) = power.checked_sub(1) {
                assert!(!divides(&format!("1e{less}")), "{divisor}");
            }
        }
    }

    #[test]
    fn machine_integers_are_the_oracle() {
        let mut state = 1u128;
        let mut next = |below: u128| {
            state = state.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645) + 1;
            (state >> 32) % below
        };
        for _ in 0..20_000 {
            let size = (0..next(19)).fold(1, |size, _| size * 10);
            let divisor = next(size) + 1;
            let factor = next(10u128.pow(18));
            let number = divisor * factor + next(2) * next(divisor);
            let places = next(20);
            let divides = Divisor::new(&format!("{divisor}e-{places}"))
                .divides(&format!("{number}e-{places}"));
            assert_eq!(divides, number % divisor == 0, "{number} by {divisor}");
            // Long division of the same, both times a number beyond every machine's.
            let times = |number: u128| format!("{number}{}{:019}", "0".repeat(32), number * 7);
            if number < 10u128.pow(18) && divisor < 10u128.pow(18) {
                let divides = Divisor::new(&times(divisor)).divides(&times(number));
                assert_eq!(
                    divides,
                    number % divisor == 0,
                    "{number} by {divisor}, both times 10^51 + 7"
                );
            }
        }
    }
}
