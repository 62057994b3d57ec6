//! `minimum`, `maximum`, `exclusiveMinimum` and `exclusiveMaximum`.

use crate::ir::{BoundKeyword, NumberRule};
use crate::schema::Keywords;

pub(super) fn number(keywords: &Keywords) -> Vec<NumberRule> {
    let bounds = [
        (BoundKeyword::Minimum, &keywords.minimum),
        (BoundKeyword::Maximum, &keywords.maximum),
        (BoundKeyword::ExclusiveMinimum, &keywords.exclusive_minimum),
        (BoundKeyword::ExclusiveMaximum, &keywords.exclusive_maximum),
    ];
    super::in_order(bounds.into_iter().filter_map(|(keyword, bound)| {
        let bound = bound.as_ref()?;
        Some((
            bound.span.start,
            NumberRule {
                keyword,
                text: bound.value.clone(),
            },
        ))
    }))
}
