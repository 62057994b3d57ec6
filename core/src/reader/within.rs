//! Numbers of which a schema asks more than their type.

use super::number::Holding;
use super::{Build, Mode, NumberToken, Once, Reader, Sink, Stop};
use crate::keyword::bounds::Bound;
use crate::number::{Divisor, FromNumber, NumberText, Short};
use crate::{JsonType, Number};
use std::cmp::Ordering;

/// A keyword that asks something of numbers.
#[derive(Debug, Clone, Copy)]
pub enum NumberRule {
    /// `minimum`
    Minimum(Bound),
    /// `maximum`
    Maximum(Bound),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Bound),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Bound),
    /// `multipleOf`
    MultipleOf(Divisor<'static>),
}

impl NumberRule {
    /// Whether all numbers are allowed that are not negative.
    #[inline]
    fn allows_unsigned(&self) -> bool {
        match self {
            Self::Minimum(bound) => bound.is_at_most_zero(),
            Self::ExclusiveMinimum(bound) => bound.is_negative(),
            Self::Maximum(_) | Self::ExclusiveMaximum(_) | Self::MultipleOf(_) => false,
        }
    }

    /// Whether a short number is known to be allowed.
    #[inline]
    fn allows(&self, given: Short) -> bool {
        match self {
            Self::Minimum(bound) => bound.order(given).is_some_and(Ordering::is_ge),
            Self::Maximum(bound) => bound.order(given).is_some_and(Ordering::is_le),
            Self::ExclusiveMinimum(bound) => bound.order(given).is_some_and(Ordering::is_gt),
            Self::ExclusiveMaximum(bound) => bound.order(given).is_some_and(Ordering::is_lt),
            Self::MultipleOf(divisor) => divisor.divides_some(given),
        }
    }

    /// Whether a simple number, which has no sign, is known to keep all rules. Many ask for no more than
    /// that; so its text is made where one does.
    #[inline]
    pub(super) fn all_allow<'t>(rules: &[Self], given: impl FnOnce() -> NumberText<'t>) -> bool {
        rules.iter().all(Self::allows_unsigned)
            || given()
                .short()
                .is_some_and(|short| rules.iter().all(|rule| rule.allows(short)))
    }

    fn judge<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        given: &mut NumberToken<'_>,
    ) -> Result<(), Stop> {
        match self {
            Self::Minimum(bound) => reader.minimum(given, bound),
            Self::Maximum(bound) => reader.maximum(given, bound),
            Self::ExclusiveMinimum(bound) => reader.exclusive_minimum(given, bound),
            Self::ExclusiveMaximum(bound) => reader.exclusive_maximum(given, bound),
            Self::MultipleOf(divisor) => reader.multiple_of(given, divisor),
        }
    }
}

impl<M: Mode> Reader<'_, M> {
    /// Reads over a number that has to keep the rules.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn pass_number_within(&mut self, rules: &'static [NumberRule]) -> Result<(), Stop> {
        let holding = const { &Holding::number::<Number>() };
        self.at = M::pass_number_within(self, self.at, holding, rules)?;
        Ok(())
    }

    /// A number that keeps all of the rules.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn number_within<T: FromNumber>(
        &mut self,
        rules: &'static [NumberRule],
    ) -> Result<M::Out<T>, Stop> {
        M::number_within(self, const { &Holding::number::<T>() }, rules)
    }

    /// The same for an integer.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn integer_within<T: FromNumber>(
        &mut self,
        rules: &'static [NumberRule],
    ) -> Result<M::Out<T>, Stop> {
        M::number_within(self, const { &Holding::integer::<T>() }, rules)
    }

    /// The value and where it ends, where a simple number stands at `at` that keeps the rules.
    #[inline]
    fn short_within<T: FromNumber>(
        &self,
        at: usize,
        rules: &'static [NumberRule],
        is_integer: bool,
    ) -> Option<(T, usize)> {
        let text = self.short_number_here(at, is_integer)?;
        if !NumberRule::all_allow(rules, || text) {
            return None;
        }
        Some((T::from_simple(text)?, text.end()))
    }

    /// A simple number at `at` as a value, and where it ends; `None` where something else stands.
    #[inline]
    pub fn number_at<T: FromNumber>(&self, at: usize) -> Option<(T, usize)> {
        self.short_within(at, &[], false)
    }

    /// The same for an integer.
    #[inline]
    pub fn integer_at<T: FromNumber>(&self, at: usize) -> Option<(T, usize)> {
        self.short_within(at, &[], true)
    }
}

impl Reader<'_, Build> {
    /// The value of the number at hand. Most numbers are simple: no token goes through memory for them.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub(crate) fn number_built<T: FromNumber>(
        &mut self,
        expected: JsonType,
        rules: &'static [NumberRule],
    ) -> Result<T, Stop> {
        match self.short_within(self.at, rules, expected == JsonType::Integer) {
            Some((value, end)) => {
                self.at = end;
                Ok(value)
            }
            None => self.number_built_with_care(expected, rules),
        }
    }

    #[cold]
    #[inline(never)]
    fn number_built_with_care<T: FromNumber>(
        &mut self,
        expected: JsonType,
        rules: &'static [NumberRule],
    ) -> Result<T, Stop> {
        let number = match expected {
            JsonType::Integer => self.integer()?,
            _ => self.number()?,
        };
        let mut number = number.ok_or(Stop::Invalid)?;
        Build::judge_number(self, &mut number, rules)?;
        self.held(number)
    }
}

impl<S: Sink> Reader<'_, S> {
    pub(super) fn judge_number_here(
        &mut self,
        number: &mut NumberToken<'_>,
        rules: &'static [NumberRule],
    ) -> Result<(), Stop> {
        rules.iter().try_for_each(|rule| rule.judge(self, number))
    }
}

#[cfg(test)]
mod tests {
    use super::NumberRule;
    use crate::keyword::bounds::Bound;
    use crate::number::Divisor;
    use crate::reader::{Build, Collect, Reader, Settings, Verdict};

    const RULES: &[NumberRule] = &[
        NumberRule::Minimum(Bound::new("-1")),
        NumberRule::ExclusiveMinimum(Bound::new("-1.5")),
        NumberRule::Maximum(Bound::new("10.5")),
        NumberRule::ExclusiveMaximum(Bound::new("1e2")),
        NumberRule::MultipleOf(Divisor::new("0.25")),
    ];

    /// What is reported of a number by the rules.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let padded = format!("{text}                ");
        let mut reader = Reader::new(&padded, Settings::DEFAULT, Collect::new("", 9));
        reader.number_within::<f64>(RULES).unwrap();
        let report = reader.into_sink().into_report(padded.as_bytes());
        let found: Vec<String> = report
            .iter()
            .flat_map(|report| report.iter())
            .map(|error| error.keyword().to_owned())
            .collect();
        assert_eq!(found, expected, "{text}");
        let mut reader = Reader::new(&padded, Settings::DEFAULT, Verdict);
        let verdict = reader.number_within::<f64>(RULES);
        assert_eq!(verdict.is_ok(), expected.is_empty(), "{text}");
        let mut reader = Reader::new(&padded, Settings::DEFAULT, Build);
        let value = reader.number_within::<f64>(RULES).ok();
        let held = expected.is_empty().then(|| text.parse().unwrap());
        assert_eq!(value, held, "{text}");
    }

    #[test]
    fn each_rule_is_kept_however_a_number_is_written() {
        for text in [
            "0",
            "0.25",
            "10.5",
            "10.50",
            "1e1",
            "-1",
            "-0.75",
            "0.2500000000000000000",
        ] {
            check(text, &[]);
        }
        check("0.3", &["multipleOf"]);
        check("-1.25", &["minimum"]);
        check("-1.5", &["minimum", "exclusiveMinimum"]);
        check("10.75", &["maximum"]);
        check("100", &["maximum", "exclusiveMaximum"]);
        check("123456789012345678.5", &["maximum", "exclusiveMaximum"]);
    }

    #[test]
    fn an_integer_has_no_fraction_and_fits_its_type() {
        const RULES: &[NumberRule] = &[NumberRule::Minimum(Bound::new("1"))];
        let read = |text: &str| {
            let padded = format!("{text}                ");
            let mut reader = Reader::new(&padded, Settings::DEFAULT, Build);
            let read = reader.integer_within::<u8>(RULES).ok();
            let mut reader = Reader::new(&padded, Settings::DEFAULT, Verdict);
            assert_eq!(
                reader.integer_within::<u8>(RULES).is_ok(),
                read.is_some(),
                "{text}"
            );
            read
        };
        assert_eq!(read("1"), Some(1));
        assert_eq!(read("255"), Some(255));
        assert_eq!(read("2.0"), Some(2));
        assert_eq!(read("2e1"), Some(20));
        for text in ["0", "256", "1.5", "-1", "\"1\"", "1000000000000000000000"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
