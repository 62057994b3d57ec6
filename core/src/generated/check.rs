//! Schemas that judge in place.

/// A schema that judges in place: the way to it, and its reading function.
#[doc(hidden)]
#[macro_export]
macro_rules! __check {
    ($types:expr, $edge:expr, $read:expr) => {
        $crate::generated::v1::Check::new($types, $edge, |r| $read(r), |r| $read(r))
    };
}
