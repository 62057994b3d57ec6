//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf`.

use crate::ir::{BoundKeyword, NumberRule, Ruled};
use crate::schema::Keywords;

pub(super) fn number(keywords: &Keywords) -> Vec<Ruled<NumberRule>> {
    let bounds = [
        (BoundKeyword::Minimum, &keywords.minimum),
        (BoundKeyword::Maximum, &keywords.maximum),
        (BoundKeyword::ExclusiveMinimum, &keywords.exclusive_minimum),
        (BoundKeyword::ExclusiveMaximum, &keywords.exclusive_maximum),
    ];
    let bounds = bounds.into_iter().filter_map(|(keyword, bound)| {
        let bound = bound.as_ref()?;
        let rule = NumberRule::Bound(keyword, bound.value.clone());
        Some((bound.span.start, rule))
    });
    let divisor = keywords.multiple_of.iter().map(|divisor| {
        let rule = NumberRule::MultipleOf(divisor.value.clone());
        (divisor.span.start, rule)
    });
    super::in_order(bounds.chain(divisor))
}
