//! The keywords that assert.

use super::{Found, Parser, Site};
use crate::dialect::{Draft, Validation};

impl Parser<'_, '_> {
    pub(super) fn validation(&mut self, keyword: Validation, site: Site<'_>, found: &mut Found) {
        let draft = self.draft();
        let least = usize::from(draft == Draft::Draft4);
        let mut values = self.values(site);
        let keywords = &mut found.keywords;
        match keyword {
            Validation::Type => keywords.type_ = values.types(),
            Validation::Enum => keywords.enum_ = values.constants(),
            Validation::Const => {
                let value = values.constant();
                keywords.const_ = Some(values.spanned(value));
            }
            Validation::Pattern => keywords.pattern = values.string(),
            Validation::MinLength => keywords.min_length = values.count(draft),
            Validation::MaxLength => keywords.max_length = values.count(draft),
            Validation::Minimum => keywords.minimum = values.number(),
            Validation::Maximum => keywords.maximum = values.number(),
            Validation::ExclusiveMinimum => keywords.exclusive_minimum = values.exclusive_bound(),
            Validation::ExclusiveMaximum => keywords.exclusive_maximum = values.exclusive_bound(),
            Validation::MinimumIsExclusive => {
                found.minimum_is_exclusive = values.is_exclusive("minimum");
            }
            Validation::MaximumIsExclusive => {
                found.maximum_is_exclusive = values.is_exclusive("maximum");
            }
            Validation::MultipleOf => keywords.multiple_of = values.positive_number(),
            Validation::MinItems => keywords.min_items = values.count(draft),
            Validation::MaxItems => keywords.max_items = values.count(draft),
            Validation::UniqueItems => {
                let asserted = values.bool() == Some(true);
                keywords.unique_items = asserted.then(|| values.spanned(()));
            }
            Validation::MinContains => keywords.min_contains = values.count(draft),
            Validation::MaxContains => keywords.max_contains = values.count(draft),
            Validation::Required => keywords.required = values.names(least),
            Validation::MinProperties => keywords.min_properties = values.count(draft),
            Validation::MaxProperties => keywords.max_properties = values.count(draft),
            Validation::DependentRequired => self.dependent_required(site, found),
        }
    }
}
