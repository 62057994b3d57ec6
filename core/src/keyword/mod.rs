//! One file for each keyword: how the reader judges it, and how its failure is worded.

pub(crate) mod additional_properties;
pub(crate) mod any_of;
pub(crate) mod bounds;
pub(crate) mod contains;
pub(crate) mod dependent_required;
pub(crate) mod depth;
pub(crate) mod duplicate;
pub(crate) mod enum_;
pub(crate) mod false_;
#[cfg(feature = "formats")]
pub(crate) mod format;
pub(crate) mod item_count;
pub(crate) mod length;
pub(crate) mod limit;
pub(crate) mod multiple_of;
pub(crate) mod nearest;
pub(crate) mod not;
pub(crate) mod one_of;
pub(crate) mod pattern;
pub(crate) mod property_count;
pub(crate) mod range;
pub(crate) mod required;
pub(crate) mod syntax;
pub(crate) mod type_;
pub(crate) mod unevaluated;
pub(crate) mod unique_items;
