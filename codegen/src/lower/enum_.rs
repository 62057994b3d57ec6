//! `enum` and `const`, which is an `enum` of one value.

use crate::ir::Listed;
use crate::schema::Keywords;

pub(super) fn listed(keywords: &Keywords) -> Vec<Listed> {
    let enum_ = keywords.enum_.as_ref().map(|values| {
        (
            values.span.start,
            Listed {
                keyword: "enum",
                values: values.value.clone(),
            },
        )
    });
    let const_ = keywords.const_.as_ref().map(|value| {
        (
            value.span.start,
            Listed {
                keyword: "const",
                values: vec![value.value.clone()],
            },
        )
    });
    super::in_order(enum_.into_iter().chain(const_))
}
