//! The integer types of Rust.

use super::held::{built_here, is_held};
use super::{Digits, FromNumber, NumberText, Short};
use crate::write::JsonWriter;
use std::str::FromStr;

/// The integer that a number is, however it is written.
fn of_any<T: FromStr>(text: NumberText<'_>) -> Option<T> {
    // `-0` is an integer that unsigned types do not parse.
    if text.is_plain_integer() && text.as_str() != "-0" {
        return text.as_str().parse().ok();
    }
    let plain = text.plain()?;
    let whole = match plain.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole,
        Some(_) => return None,
        None => &plain,
    };
    let digits = if whole == "-0" { "0" } else { whole };
    digits.parse().ok()
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl FromNumber for $integer {
            built_here!();

            const SURE: Digits = Digits {
                whole: <$integer>::MAX.ilog10() as usize,
                broken: 0,
            };

            #[inline]
            fn from_simple(text: NumberText<'_>) -> Option<Self> {
                let simple = text.simple().filter(|simple| simple.places == 0)?;
                Self::try_from(simple.digits).ok()
            }
            fn from_number(text: NumberText<'_>) -> Option<Self> {
                // Of the type alone, so that it is compiled with it.
                #[cold]
                #[inline(never)]
                fn of_long(text: NumberText<'_>) -> Option<$integer> {
                    of_any(text)
                }
                if let Some(value) = text.short().and_then(Short::integer) {
                    return Self::try_from(value).ok();
                }
                of_long(text)
            }
            #[inline]
            fn holds(text: NumberText<'_>) -> bool {
                #[inline(never)]
                fn holds_long(text: NumberText<'_>) -> bool {
                    is_held::<$integer>(text)
                }
                // So many digits fit whatever they are; where there is no sign, none is allowed.
                let is_short = text.is_plain_integer()
                    && text.len() <= Self::SURE.whole
                    && (<$integer>::MIN != 0 || !text.as_str().starts_with('-'));
                is_short || holds_long(text)
            }
            fn write_number(&self, json: &mut JsonWriter) {
                json.raw(self.to_string().as_bytes());
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

#[cfg(test)]
mod tests {
    use crate::Number;
    use crate::number::{FromNumber, NumberText};

    #[test]
    fn integers_are_held_exactly_or_not_at_all() {
        let number = |text: &str| text.parse::<Number>().unwrap();
        assert_eq!(number("1.0").to::<i64>(), Some(1));
        assert_eq!(number("-0").to::<u8>(), Some(0));
        assert_eq!(number("-0.0").to::<u8>(), Some(0));
        assert_eq!(number("9223372036854775807").to::<i64>(), Some(i64::MAX));
        assert_eq!(number("9223372036854775808").to::<i64>(), None);
        assert_eq!(number("1e3").to::<i16>(), Some(1000));
        assert_eq!(number("1.5").to::<i64>(), None);
        assert_eq!(number("1e400").to::<i64>(), None);
    }

    #[test]
    fn what_is_held_is_told_without_converting() {
        fn check<T: FromNumber>() {
            for digits in 1..=40 {
                for digit in ["1", "9"] {
                    let plain = digit.repeat(digits);
                    for text in [format!("-{plain}"), format!("{plain}.0"), plain] {
                        let number: Number = text.parse().unwrap();
                        let text = NumberText::of(&number);
                        assert_eq!(T::holds(text), T::from_number(text).is_some(), "{number}");
                    }
                }
            }
        }
        check::<u8>();
        check::<i8>();
        check::<u64>();
        check::<i64>();
        check::<i128>();
        check::<f64>();
    }
}
