//! The keywords of draft 6: what it adds to draft 4.

use super::{Applicator, Core, Keyword, MetaData, Validation, draft4};

pub(super) fn keyword(name: &str) -> Keyword {
    match name {
        "$id" => Keyword::Core(Core::Id),
        "contains" => Keyword::Applicator(Applicator::Contains),
        "propertyNames" => Keyword::Applicator(Applicator::PropertyNames),
        "const" => Keyword::Validation(Validation::Const),
        "exclusiveMinimum" => Keyword::Validation(Validation::ExclusiveMinimum),
        "exclusiveMaximum" => Keyword::Validation(Validation::ExclusiveMaximum),
        "examples" => Keyword::MetaData(MetaData::Examples),
        _ => draft4::lasting(name),
    }
}
