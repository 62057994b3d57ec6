//! Which type holds an integer: the narrowest that contains the schema's bounds.

use crate::ir::{BoundKeyword, NumberRule, Ruled};
use crate::options::IntegerType;
use tollgate_core::Number;

/// A type for integers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IntegerKind {
    /// What the setting `integer` says.
    Setting,
    /// A type of the standard library, by its name.
    Std(&'static str),
}

const NARROWEST_FIRST: [(&str, i128, i128); 8] = [
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
];

/// The type for integers between the bounds. With the setting `exact` no integer may be too large for
/// its type, so one bound does not do.
pub(super) fn choose(rules: &[Ruled<NumberRule>], setting: &IntegerType) -> IntegerKind {
    let (least, most) = (lower_bound(rules), upper_bound(rules));
    let is_exact = matches!(setting, IntegerType::Exact);
    let found = match (least, most) {
        (Some(least), Some(most)) => NARROWEST_FIRST
            .iter()
            .filter(|(_, min, max)| *min <= least && most <= *max)
            .min_by_key(|(_, min, max)| max - min)
            .map(|(name, ..)| *name),
        (Some(_), None) | (None, Some(_)) if is_exact => None,
        (Some(least), None) if least >= 0 => Some("u64"),
        (Some(_), None) | (None, Some(_)) => Some("i64"),
        (None, None) => None,
    };
    found.map_or(IntegerKind::Setting, IntegerKind::Std)
}

/// The least integer that the rules let pass.
fn lower_bound(rules: &[Ruled<NumberRule>]) -> Option<i128> {
    let bound = |rule: &Ruled<NumberRule>| match &rule.rule {
        NumberRule::Bound(BoundKeyword::Minimum, text) => rounded(text, true),
        NumberRule::Bound(BoundKeyword::ExclusiveMinimum, text) => {
            let up = rounded(text, true)?;
            Some(if is_integer(text) { up + 1 } else { up })
        }
        NumberRule::Bound(..) | NumberRule::MultipleOf(_) => None,
    };
    rules.iter().filter_map(bound).max()
}

/// The greatest integer that the rules let pass.
fn upper_bound(rules: &[Ruled<NumberRule>]) -> Option<i128> {
    let bound = |rule: &Ruled<NumberRule>| match &rule.rule {
        NumberRule::Bound(BoundKeyword::Maximum, text) => rounded(text, false),
        NumberRule::Bound(BoundKeyword::ExclusiveMaximum, text) => {
            let down = rounded(text, false)?;
            Some(if is_integer(text) { down - 1 } else { down })
        }
        NumberRule::Bound(..) | NumberRule::MultipleOf(_) => None,
    };
    rules.iter().filter_map(bound).min()
}

fn is_integer(text: &str) -> bool {
    text.parse::<Number>()
        .is_ok_and(|number| number.is_integer())
}

/// A bound as an integer, rounded up or down; `None` for one beyond every type.
fn rounded(text: &str, up: bool) -> Option<i128> {
    let number: Number = text.parse().ok()?;
    if let Some(integer) = number.to::<i128>() {
        // So that one can be added without leaving the type.
        return (integer.unsigned_abs() < 1 << 100).then_some(integer);
    }
    if number.is_integer() {
        return None;
    }
    let plain = tollgate_core::NumberText::of(&number).plain()?;
    let (whole, _) = plain.split_once('.')?;
    // Cutting the fraction off rounds towards zero.
    let towards_zero: i128 = whole.parse().ok()?;
    let is_negative = plain.starts_with('-');
    Some(match (up, is_negative) {
        (true, false) => towards_zero + 1,
        (false, true) => towards_zero - 1,
        (true, true) | (false, false) => towards_zero,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bounds: &[(BoundKeyword, &str)], expected: IntegerKind) {
        check_with(&IntegerType::I64, bounds, expected);
    }

    #[track_caller]
    fn check_with(setting: &IntegerType, bounds: &[(BoundKeyword, &str)], expected: IntegerKind) {
        let rule = |&(keyword, text): &(BoundKeyword, &str)| {
            Ruled::here(NumberRule::Bound(keyword, text.to_owned()))
        };
        let rules: Vec<Ruled<NumberRule>> = bounds.iter().map(rule).collect();
        assert_eq!(choose(&rules, setting), expected, "{bounds:?}");
    }

    #[test]
    fn one_bound_is_not_enough_where_integers_are_exact() {
        use BoundKeyword::{Maximum, Minimum};
        let exact = IntegerType::Exact;
        check_with(&exact, &[(Minimum, "0")], IntegerKind::Setting);
        check_with(&exact, &[(Maximum, "5")], IntegerKind::Setting);
        let both = [(Minimum, "0"), (Maximum, "5")];
        check_with(&exact, &both, IntegerKind::Std("u8"));
    }

    #[test]
    fn the_narrowest_type_that_contains_the_bounds_is_chosen() {
        use BoundKeyword::{ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum};
        check(&[], IntegerKind::Setting);
        check(&[(Minimum, "0")], IntegerKind::Std("u64"));
        check(&[(ExclusiveMinimum, "-1")], IntegerKind::Std("u64"));
        check(&[(Minimum, "-1")], IntegerKind::Std("i64"));
        check(&[(Maximum, "5")], IntegerKind::Std("i64"));
        check(&[(Minimum, "0"), (Maximum, "255")], IntegerKind::Std("u8"));
        check(
            &[(Minimum, "0"), (ExclusiveMaximum, "256")],
            IntegerKind::Std("u8"),
        );
        check(
            &[(Minimum, "0"), (Maximum, "255.5")],
            IntegerKind::Std("u8"),
        );
        check(
            &[(Minimum, "-0.5"), (Maximum, "256")],
            IntegerKind::Std("u16"),
        );
        check(
            &[(Minimum, "-128"), (Maximum, "127")],
            IntegerKind::Std("i8"),
        );
        check(
            &[(Minimum, "0"), (Maximum, "18446744073709551615")],
            IntegerKind::Std("u64"),
        );
        check(
            &[(Minimum, "-1"), (Maximum, "18446744073709551615")],
            IntegerKind::Setting,
        );
        check(
            &[(Minimum, "0"), (Maximum, "1e400")],
            IntegerKind::Std("u64"),
        );
    }
}
