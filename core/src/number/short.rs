//! Short numbers without exponent, which are compared as machine words.

use std::cmp::Ordering;

/// `value * 10^-places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Short {
    value: i64,
    /// At most as many as the longest text has digits.
    places: u32,
}

impl Short {
    /// So many digits always fit.
    const LONGEST: usize = 18;

    /// Reads a text that is a JSON number; `None` where it is longer, or has an exponent.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "of eighteen places at most"
    )]
    #[inline]
    pub(crate) const fn of(text: &[u8]) -> Option<Self> {
        if text.len() > Self::LONGEST {
            return None;
        }
        let negative = matches!(text, [b'-', ..]);
        let (mut value, mut places) = (0, 0);
        let mut at = negative as usize;
        (value, at) = add_digits(value, text, at);
        if at < text.len() && text[at] == b'.' {
            let point = at;
            (value, at) = add_digits(value, text, point + 1);
            places = (at - point - 1) as u32;
        }
        if at < text.len() {
            return None;
        }
        let value = if negative { -value } else { value };
        Some(Self { value, places })
    }

    /// The value, where no digit stands behind the point.
    #[inline]
    pub(super) fn integer(self) -> Option<i64> {
        (self.places == 0).then_some(self.value)
    }

    /// The nearest `f64`, where one division of exact numbers gives it. Not for zero, which may have
    /// a sign.
    #[inline]
    pub(super) fn to_f64(self) -> Option<f64> {
        // Up to this, every integer is an `f64`, and every power of ten is one far beyond 10^18.
        const EXACT: u64 = 1 << 53;
        let is_exact = self.value != 0 && self.value.unsigned_abs() <= EXACT;
        #[expect(clippy::cast_precision_loss, reason = "there is none, see above")]
        is_exact.then(|| self.value as f64 / POWERS[self.places as usize])
    }

    /// 1 above zero, -1 below.
    #[inline]
    pub(crate) fn signum(self) -> i64 {
        self.value.signum()
    }

    /// All digits as one number, without the sign.
    #[inline]
    pub(super) fn digits(self) -> u64 {
        self.value.unsigned_abs()
    }

    /// How many of the digits stand behind the point.
    #[inline]
    pub(super) fn places(self) -> u32 {
        self.places
    }

    /// Whether it is below zero.
    #[cfg(feature = "rust_decimal")]
    #[inline]
    pub(super) fn is_negative(self) -> bool {
        self.value < 0
    }

    #[inline]
    pub(crate) fn compare(self, other: Self) -> Ordering {
        // Zero is zero wherever its point stands.
        if self.places == other.places || other.value == 0 {
            return self.value.cmp(&other.value);
        }
        // Each factor has at most eighteen digits, so the product fits.
        let scaled = |one: Self, by: u32| i128::from(one.value) * i128::from(10i64.pow(by));
        scaled(self, other.places).cmp(&scaled(other, self.places))
    }
}

/// The digits of a number without sign and exponent, as one number, and how many stand behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Simple {
    pub(super) digits: u64,
    pub(super) places: u32,
}

impl Simple {
    /// Reads a number of so many characters that stands at the end of a block: all digits at once. `None`
    /// where it is longer than the block.
    #[expect(
        clippy::inline_always,
        reason = "what it gives would go through memory"
    )]
    #[inline(always)]
    pub(super) fn of_block(block: &[u8; 16], length: usize, places: usize) -> Option<Self> {
        let digits = match eight_of_block(block, length, places) {
            Some(digits) => digits,
            None => sixteen_of_block(block, length, places)?,
        };
        let places = u32::try_from(places).ok()?;
        Some(Self { digits, places })
    }

    /// The same as other short numbers, which may have a sign.
    #[inline]
    pub(super) fn short(self) -> Short {
        // Of sixteen digits.
        let value = self.digits.cast_signed();
        Short {
            value,
            places: self.places,
        }
    }
}

/// The digits of a number at the end of a block, if they are at most eight: half the steps.
#[inline]
fn eight_of_block(block: &[u8; 16], length: usize, places: usize) -> Option<u64> {
    let last = |digits: usize| LAST_EIGHT.get(digits).copied();
    let ([.., word], [.., moved]) = (block.as_chunks().0, block[7..15].as_chunks().0) else {
        return None;
    };
    let [word, moved] = [word, moved].map(|bytes: &[u8; 8]| u64::from_le_bytes(*bytes));
    if places == 0 {
        return Some(eight_digits(word & last(length)?));
    }
    let (all, fraction) = (last(length.checked_sub(1)?)?, last(places)?);
    // What stands before the point moves into its place.
    Some(eight_digits(word & fraction | moved & (all ^ fraction)))
}

/// The same for up to as many as a block has.
#[inline]
fn sixteen_of_block(block: &[u8; 16], length: usize, places: usize) -> Option<u64> {
    let word = u128::from_le_bytes(*block);
    if places == 0 {
        return Some(sixteen_digits(word & LAST_DIGITS.get(length)?));
    }
    let all = LAST_DIGITS.get(length.checked_sub(1)?)?;
    if length > block.len() {
        return None;
    }
    let fraction = LAST_DIGITS.get(places)?;
    let digits = word & fraction | word << 8 & (all ^ fraction);
    Some(sixteen_digits(digits))
}

/// What is left of so many digits at the end of half a block: their values.
const LAST_EIGHT: [u64; 9] = {
    let mut kept = [0; 9];
    let mut digits = 1;
    while digits <= 8 {
        kept[digits] = kept[digits - 1] >> 8 | 0x0f << 56;
        digits += 1;
    }
    kept
};

/// What is left of so many digits at the end of a block: their values.
const LAST_DIGITS: [u128; 17] = {
    let mut kept = [0; 17];
    let mut digits = 1;
    while digits <= 16 {
        kept[digits] = kept[digits - 1] >> 8 | 0x0f << 120;
        digits += 1;
    }
    kept
};

/// The number that sixteen digits make, the first one lowest in the word.
#[inline]
fn sixteen_digits(word: u128) -> u64 {
    #[expect(clippy::cast_possible_truncation, reason = "half after half")]
    let (upper, lower) = (word as u64, (word >> 64) as u64);
    eight_digits(upper) * 100_000_000 + eight_digits(lower)
}

/// The same for eight.
#[inline]
fn eight_digits(digits: u64) -> u64 {
    const PAIRS: u64 = 0x0000_00FF_0000_00FF;
    // Two digits in each second byte, then four in each second of these, then all.
    let pairs = digits * 10 + (digits >> 8);
    let upper = (pairs & PAIRS).wrapping_mul(100 + (1_000_000 << 32));
    let lower = (pairs >> 16 & PAIRS).wrapping_mul(1 + (10_000 << 32));
    upper.wrapping_add(lower) >> 32
}

/// Powers of ten for as many places as there are digits.
const POWERS: [f64; 19] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
];

/// Appends the digits at `at`; gives where they end.
#[inline]
const fn add_digits(mut value: i64, text: &[u8], mut at: usize) -> (i64, usize) {
    while at < text.len() {
        let digit = text[at].wrapping_sub(b'0');
        if digit > 9 {
            break;
        }
        value = value * 10 + digit as i64;
        at += 1;
    }
    (value, at)
}

#[cfg(test)]
mod tests {
    use super::{Short, Simple};
    use crate::number::compare;

    #[test]
    fn short_numbers_compare_as_others_do() {
        let texts = [
            "0",
            "-0",
            "0.0",
            "-0.00",
            "1",
            "1.0",
            "-1",
            "-1.5",
            "0.5",
            "0.50",
            "0.49999999999999",
            "10",
            "9.99",
            "999999999999999999",
            "-99999999999999999",
            "0.0000000000000001",
            "-0.000000000000001",
            "0.9999999999999999",
        ];
        for one in texts {
            for other in texts {
                let short = |text: &str| Short::of(text.as_bytes()).unwrap();
                let found = short(one).compare(short(other));
                assert_eq!(found, compare(one, other), "{one} {other}");
            }
        }
        for text in texts {
            let short = Short::of(text.as_bytes()).unwrap();
            let nearest: f64 = text.parse().unwrap();
            assert!(
                short
                    .to_f64()
                    .is_none_or(|found| found.to_bits() == nearest.to_bits()),
                "{text}"
            );
        }
        assert_eq!(Short::of(b"0.3").unwrap().to_f64(), Some(0.3));
        assert_eq!(Short::of(b"9007199254740993").unwrap().to_f64(), None);
        assert_eq!(Short::of(b"1e5"), None);
        assert_eq!(Short::of(b"1234567890123456789"), None);
    }

    #[test]
    fn sixteen_digits_are_read_at_once() {
        let digits = "918273645546372819";
        for length in 1..=17 {
            for point in (1..length.max(2) - 1).map(Some).chain([None]) {
                let mut text = digits[..length].to_owned();
                if let Some(point) = point {
                    text.replace_range(point..=point, ".");
                }
                let expected = Short::of(text.as_bytes()).unwrap();
                for before in [" ", "9", ".", "9.9"] {
                    let padded = format!("{}{text}", before.repeat(16));
                    let block = padded.as_bytes().last_chunk().unwrap();
                    let found = Simple::of_block(block, length, expected.places as usize);
                    let found = found.map(Simple::short);
                    assert_eq!(found, (length <= 16).then_some(expected), "{text}");
                }
            }
        }
    }
}
