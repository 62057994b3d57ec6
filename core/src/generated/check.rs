//! Schemas that judge in place, and the types that they allow.

/// A schema that judges in place: the way to it, and its reading function. A generated function is taken as it
/// is; the lifetime of others belongs to their type, so they are called by closures, which are more to compile.
#[doc(hidden)]
#[macro_export]
macro_rules! __check {
    ($types:expr, $edge:expr, $read:ident) => {
        $crate::generated::v1::Check::new($types, $edge, $read, $read)
    };
    ($types:expr, $edge:expr, $read:expr) => {
        $crate::generated::v1::Check::new($types, $edge, |r| $read(r), |r| $read(r))
    };
}

/// Several types: `types![Boolean, String]` is a constant, so that nothing of it is left to compile.
#[doc(hidden)]
#[macro_export]
macro_rules! __types {
    ($($type:ident),*) => {
        const {
            $crate::generated::v1::TypeSet::of(&[$($crate::generated::v1::JsonType::$type),*])
        }
    };
}
