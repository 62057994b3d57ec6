//! The keywords of draft 2019-09: what it adds to draft 7. `definitions` and `dependencies` are no
//! keywords any more, but the meta-schema still describes them, and they are still in use.

use super::{Applicator, Content, Core, Keyword, MetaData, Unevaluated, Validation, draft7};

pub(super) fn keyword(name: &str) -> Keyword {
    match name {
        "$recursiveRef" => Keyword::Core(Core::RecursiveRef),
        "$recursiveAnchor" => Keyword::Core(Core::RecursiveAnchor),
        _ => lasting(name),
    }
}

/// The keywords that 2020-12 takes over as they are.
pub(super) fn lasting(name: &str) -> Keyword {
    match name {
        "$anchor" => Keyword::Core(Core::Anchor),
        "$defs" => Keyword::Core(Core::Defs),
        "$vocabulary" => Keyword::Core(Core::Vocabulary),
        "dependentSchemas" => Keyword::Applicator(Applicator::DependentSchemas),
        "unevaluatedItems" => Keyword::Unevaluated(Unevaluated::Items),
        "unevaluatedProperties" => Keyword::Unevaluated(Unevaluated::Properties),
        "dependentRequired" => Keyword::Validation(Validation::DependentRequired),
        "minContains" => Keyword::Validation(Validation::MinContains),
        "maxContains" => Keyword::Validation(Validation::MaxContains),
        "deprecated" => Keyword::MetaData(MetaData::Deprecated),
        "contentSchema" => Keyword::Content(Content::Schema),
        _ => draft7::keyword(name),
    }
}
