//! The keywords of draft 4.

use super::{Applicator, Core, Keyword, MetaData, Validation};

pub(super) fn keyword(name: &str) -> Keyword {
    match name {
        "id" => Keyword::Core(Core::Id),
        "exclusiveMinimum" => Keyword::Validation(Validation::MinimumIsExclusive),
        "exclusiveMaximum" => Keyword::Validation(Validation::MaximumIsExclusive),
        _ => lasting(name),
    }
}

/// The keywords that draft 6 takes over as they are.
pub(super) fn lasting(name: &str) -> Keyword {
    match name {
        "$schema" => Keyword::Core(Core::Schema),
        "$ref" => Keyword::Core(Core::Ref),
        "definitions" => Keyword::Core(Core::Defs),

        "allOf" => Keyword::Applicator(Applicator::AllOf),
        "anyOf" => Keyword::Applicator(Applicator::AnyOf),
        "oneOf" => Keyword::Applicator(Applicator::OneOf),
        "not" => Keyword::Applicator(Applicator::Not),
        "dependencies" => Keyword::Applicator(Applicator::Dependencies),
        "items" => Keyword::Applicator(Applicator::ItemsOrList),
        "additionalItems" => Keyword::Applicator(Applicator::AdditionalItems),
        "properties" => Keyword::Applicator(Applicator::Properties),
        "patternProperties" => Keyword::Applicator(Applicator::PatternProperties),
        "additionalProperties" => Keyword::Applicator(Applicator::AdditionalProperties),

        "type" => Keyword::Validation(Validation::Type),
        "enum" => Keyword::Validation(Validation::Enum),
        "pattern" => Keyword::Validation(Validation::Pattern),
        "minLength" => Keyword::Validation(Validation::MinLength),
        "maxLength" => Keyword::Validation(Validation::MaxLength),
        "minimum" => Keyword::Validation(Validation::Minimum),
        "maximum" => Keyword::Validation(Validation::Maximum),
        "multipleOf" => Keyword::Validation(Validation::MultipleOf),
        "minItems" => Keyword::Validation(Validation::MinItems),
        "maxItems" => Keyword::Validation(Validation::MaxItems),
        "uniqueItems" => Keyword::Validation(Validation::UniqueItems),
        "required" => Keyword::Validation(Validation::Required),
        "minProperties" => Keyword::Validation(Validation::MinProperties),
        "maxProperties" => Keyword::Validation(Validation::MaxProperties),

        "title" => Keyword::MetaData(MetaData::Title),
        "description" => Keyword::MetaData(MetaData::Description),
        "default" => Keyword::MetaData(MetaData::Default),
        "format" => Keyword::Format,
        _ => Keyword::Unknown,
    }
}
