//! `items`, `minItems` and `maxItems`.

use super::Lowering;
use crate::ir::{ArrayRule, CountRule};
use crate::schema::Keywords;

impl Lowering<'_, '_> {
    pub(super) fn array(&mut self, keywords: &Keywords) -> Option<ArrayRule> {
        let least = keywords.min_items.as_ref();
        let least = least.map(|count| (count.span.start, CountRule::Min(count.value)));
        let most = keywords.max_items.as_ref();
        let most = most.map(|count| (count.span.start, CountRule::Max(count.value)));
        let counts = super::in_order([least, most].into_iter().flatten());
        let items = keywords.items.map(|items| self.node(items));
        (items.is_some() || !counts.is_empty()).then_some(ArrayRule { items, counts })
    }
}
