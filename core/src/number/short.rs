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
    #[inline]
    pub(crate) const fn of(text: &[u8]) -> Option<Self> {
        if text.len() > Self::LONGEST {
            return None;
        }
        let negative = matches!(text, [b'-', ..]);
        let (mut value, mut places, mut behind_point) = (0, 0, 0);
        let mut at = negative as usize;
        while at < text.len() {
            match text[at] {
                digit @ b'0'..=b'9' => {
                    value = value * 10 + (digit - b'0') as i64;
                    places += behind_point;
                }
                b'.' => behind_point = 1,
                _ => return None,
            }
            at += 1;
        }
        let value = if negative { -value } else { value };
        Some(Self { value, places })
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
    #[inline]
    pub(super) fn is_negative(self) -> bool {
        self.value < 0
    }

    #[inline]
    pub(crate) fn compare(self, other: Self) -> Ordering {
        if self.places == other.places {
            return self.value.cmp(&other.value);
        }
        // Each factor has at most eighteen digits, so the product fits.
        let scaled = |one: Self, by: u32| i128::from(one.value) * i128::from(10i64.pow(by));
        scaled(self, other.places).cmp(&scaled(other, self.places))
    }
}

#[cfg(test)]
mod tests {
    use super::Short;
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
        assert_eq!(Short::of(b"1e5"), None);
        assert_eq!(Short::of(b"1234567890123456789"), None);
    }
}
