//! The keywords of draft 2020-12: what it makes different from 2019-09.

use super::{Applicator, Core, Keyword, draft2019_09};

pub(super) fn keyword(name: &str) -> Keyword {
    match name {
        "$dynamicRef" => Keyword::Core(Core::DynamicRef),
        "$dynamicAnchor" => Keyword::Core(Core::DynamicAnchor),
        "$recursiveRef" => Keyword::Core(Core::FormerRecursiveRef),
        "$recursiveAnchor" => Keyword::Core(Core::FormerRecursiveAnchor),
        "prefixItems" => Keyword::Applicator(Applicator::PrefixItems),
        "items" => Keyword::Applicator(Applicator::Items),
        "additionalItems" => Keyword::Unknown,
        _ => draft2019_09::lasting(name),
    }
}
