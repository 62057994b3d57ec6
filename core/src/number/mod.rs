//! Exact numbers: compared as decimals of any size, kept digit by digit.

mod divisor;
mod exact;
mod held;
mod integers;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
mod short;
mod text;

pub use divisor::Divisor;
pub(crate) use exact::{Exact, compare, equal};
pub(crate) use held::Form;
pub use held::{Digits, FromNumber, NumberText};
pub(crate) use short::Short;
use text::Text;

use crate::Report;
use crate::report::Failure;
use std::fmt;
use std::str::FromStr;

/// A JSON number with every digit as it was written.
///
/// Numbers are equal when their values are, however they are written.
///
/// ```
/// use tollgate_core::Number;
///
/// let number: Number = "100.50".parse()?;
/// assert_eq!(number.to_string(), "100.50");
/// assert_eq!(number, "1.005e2".parse()?);
/// assert_eq!(number.to_f64(), 100.5);
/// assert!("01".parse::<Number>().is_err());
/// # Ok::<(), tollgate_core::Report>(())
/// ```
#[derive(Clone)]
pub struct Number(Text);

impl Number {
    /// A number from text that was recognised as one.
    pub(crate) fn from_checked(text: &str) -> Self {
        Self(Text::of(text))
    }

    /// The digits as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether the number has no fraction: `1.0` and `1e2` have none.
    pub fn is_integer(&self) -> bool {
        Exact::new(self.as_str()).is_integer()
    }

    /// The nearest `f64`; infinite beyond its range.
    pub fn to_f64(&self) -> f64 {
        self.as_str().parse().unwrap_or(f64::NAN)
    }

    /// The value as an integer type or another number type, if that can hold it exactly.
    pub fn to<T: FromNumber>(&self) -> Option<T> {
        T::from_number(NumberText::of(self))
    }
}

impl FromStr for Number {
    type Err = Report;

    /// Takes what JSON takes as a number.
    fn from_str(text: &str) -> Result<Self, Report> {
        if exact::is_json_number(text) {
            return Ok(Self::from_checked(text));
        }
        let message = format!("{} is not a JSON number", crate::report::excerpt(text));
        Err(Report::of_failure(Failure::new(
            "syntax",
            0..text.len(),
            message,
        )))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        equal(self.as_str(), other.as_str())
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        compare(self.as_str(), other.as_str())
    }
}

impl Default for Number {
    /// Zero.
    fn default() -> Self {
        Self::from_checked("0")
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({})", self.as_str())
    }
}
