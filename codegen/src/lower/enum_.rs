//! `enum` and `const`, which is an `enum` of one value.

use crate::ir::{Listed, Ruled};
use crate::schema::Keywords;

pub(super) fn listed(keywords: &Keywords) -> Vec<Ruled<Listed>> {
    let enum_ = keywords.enum_.iter().map(|values| {
        let (keyword, values_) = ("enum", values.value.clone());
        (
            values.span.start,
            Listed {
                keyword,
                values: values_,
            },
        )
    });
    let const_ = keywords.const_.iter().map(|value| {
        let (keyword, values) = ("const", vec![value.value.clone()]);
        (value.span.start, Listed { keyword, values })
    });
    super::in_order(enum_.chain(const_))
}
