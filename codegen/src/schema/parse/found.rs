//! What keywords mean beside each other.

use super::super::{Keywords, SchemaId};
use super::Parser;
use crate::dialect::Draft;
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::Member;

/// The keywords of a schema as they are found one by one.
#[derive(Default)]
pub(super) struct Found {
    pub(super) keywords: Keywords,
    /// `items` is a list.
    pub(super) has_list: bool,
    pub(super) additional_items: Option<SchemaId>,
    /// Draft 4's `exclusiveMinimum: true`.
    pub(super) minimum_is_exclusive: bool,
    /// Draft 4's `exclusiveMaximum: true`.
    pub(super) maximum_is_exclusive: bool,
}

impl Parser<'_, '_> {
    /// The keywords as they count beside each other.
    pub(super) fn finish(
        &mut self,
        found: Found,
        members: &[Member<'_>],
        location: &str,
    ) -> Keywords {
        let mut keywords = found.keywords;
        let draft = self.draft();
        if draft == Draft::Draft4 {
            self.check_exclusive(members, location);
            keywords.integer_by_form = true;
        }
        if found.minimum_is_exclusive {
            keywords.exclusive_minimum = keywords.minimum.take();
        }
        if found.maximum_is_exclusive {
            keywords.exclusive_maximum = keywords.maximum.take();
        }
        // Without a list there are no additional items (Core 2019-09 §9.3.1.2).
        if found.has_list {
            keywords.items = found.additional_items;
        }
        if keywords.if_.is_none() {
            keywords.then = None;
            keywords.else_ = None;
        }
        if keywords.contains.is_none() {
            keywords.min_contains = None;
            keywords.max_contains = None;
        }
        keywords.contains_evaluates = keywords.contains.is_some() && draft == Draft::Draft202012;
        keywords
    }

    /// Draft 4's `exclusiveMinimum` says something of `minimum`, which has to be there (Validation
    /// draft 4 §5.1.2.1).
    fn check_exclusive(&mut self, members: &[Member<'_>], location: &str) {
        for (keyword, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            let find = |name| members.iter().find(|member| member.name == name);
            let Some(member) = find(keyword).filter(|_| find(bound).is_none()) else {
                continue;
            };
            let location = format!("{location}/{}", escape_pointer(keyword));
            let place = self.place(&member.node, &location);
            let message = format!("in draft 4 `{keyword}` is there only beside `{bound}`");
            self.diagnostics.error(&place, message);
        }
    }
}
