//! What every generated type has, spelt once.

/// The functions of a generated type, and serde for it. Where it is called there is a constant
/// `SETTINGS`. A type that borrows is preceded by `['a 'static into_owned]`: its lifetime, the one
/// that it has when it outlives what it was read from, and how it comes to that.
#[doc(hidden)]
#[macro_export]
macro_rules! __type {
    (
        $([$a:lifetime $static:lifetime $into_owned:ident])? $($name:ident)::+,
        $schema:expr, $location:expr
    ) => {
        impl$(<$a>)? $crate::generated::v1::Origin for $($name)::+$(<$a>)? {
            type At<'b> = $crate::__type_at!('b $([$a])? $($name)::+);
            const SOURCE: $crate::generated::v1::Source = $crate::generated::v1::Source {
                schema: $schema,
                location: $location,
                settings: SETTINGS,
            };
        }

        impl$(<$a>)? $($name)::+$(<$a>)? {
            /// The text of the schema document that the type was generated from.
            pub const SCHEMA: &'static str = $schema;
            /// JSON Pointer to the type's schema in that document.
            pub const SCHEMA_LOCATION: &'static str = $location;

            /// Reads a document: parses, validates and builds in one pass.
            ///
            /// # Errors
            /// A report of every error in the document.
            #[inline]
            pub fn from_json(
                bytes: &$($a)? [u8],
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::from_json(bytes)
            }

            /// Judges a document as `from_json` does, and builds nothing.
            ///
            /// # Errors
            /// A report of every error in the document.
            #[inline]
            pub fn validate_json(
                bytes: &$($a)? [u8],
            ) -> ::std::result::Result<(), $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::validate_json(bytes)
            }

            /// Judges a document; the report lists at most `limit` errors and counts the rest.
            ///
            /// # Errors
            /// A report of the first errors in the document.
            #[inline]
            pub fn validate_json_with(
                bytes: &$($a)? [u8],
                limit: usize,
            ) -> ::std::result::Result<(), $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::validate_json_with(bytes, limit)
            }

            /// Judges a document as `from_json` does, and stops at the first error.
            #[inline]
            #[must_use]
            pub fn is_valid_json(bytes: &$($a)? [u8]) -> bool {
                <Self as $crate::Schema<'_>>::is_valid_json(bytes)
            }

            /// Judges a value that was built or changed by hand.
            ///
            /// # Errors
            /// A report of everything that the schema has against the value.
            #[inline]
            pub fn validate(&self) -> ::std::result::Result<(), $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::validate(self)
            }

            /// The value as compact JSON: what was read comes back.
            #[inline]
            #[must_use]
            pub fn to_json(&self) -> ::std::vec::Vec<u8> {
                <Self as $crate::Schema<'_>>::to_json(self)
            }

            /// The value as compact JSON.
            #[inline]
            #[must_use]
            pub fn to_json_string(&self) -> ::std::string::String {
                <Self as $crate::Schema<'_>>::to_json_string(self)
            }

            /// Writes the value as compact JSON.
            ///
            /// # Errors
            /// Those of the stream.
            #[inline]
            pub fn write_json(&self, stream: impl ::std::io::Write) -> ::std::io::Result<()> {
                <Self as $crate::Schema<'_>>::write_json(self, stream)
            }
        }

        impl $($name)::+$(<$static>)? {
            /// Reads a document of at most `limit` bytes from a stream.
            ///
            /// # Errors
            /// A report of every error in the document, or of why there was none to read.
            #[inline]
            pub fn from_reader(
                stream: impl ::std::io::Read,
                limit: u64,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_reader(
                    stream,
                    limit,
                    $crate::__from_json!($([$into_owned])? $($name)::+),
                )
            }

            $crate::__from_value!($([$into_owned])? $($name)::+);
        }

        $crate::__json_schema!($([$a])? $($name)::+);

        #[automatically_derived]
        impl<'de $(, $a)?> $crate::generated::v1::Deserialize<'de> for $($name)::+$(<$a>)? {
            fn deserialize<D: $crate::generated::v1::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::generated::v1::deserialize_by(
                    deserializer,
                    $crate::__from_json!($([$into_owned])? $($name)::+),
                )
            }
        }

        #[automatically_derived]
        impl$(<$a>)? $crate::generated::v1::Serialize for $($name)::+$(<$a>)? {
            fn serialize<S: $crate::generated::v1::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::generated::v1::serialize(self, serializer)
            }
        }
    };
}

/// A type as it is read from text that lives for `$b`.
#[doc(hidden)]
#[macro_export]
macro_rules! __type_at {
    ($b:lifetime [$a:lifetime] $($name:ident)::+) => { $($name)::+<$b> };
    ($b:lifetime $($name:ident)::+) => { $($name)::+ };
}

/// How a value is read that outlives what it is read from. A closure for each type would be one more
/// function to compile, so there is none where none is needed.
#[doc(hidden)]
#[macro_export]
macro_rules! __from_json {
    ([$into_owned:ident] $($name:ident)::+) => {
        |json| <$($name)::+>::from_json(json).map(|value| value.$into_owned())
    };
    ($($name:ident)::+) => {
        <$($name)::+>::from_json
    };
}

/// `from_value`, where the feature `serde_json` is on.
#[cfg(feature = "serde_json")]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_value {
    ($([$into_owned:ident])? $($name:ident)::+) => {
        /// Reads a tree. Numbers are taken as the tree holds them.
        ///
        /// # Errors
        /// A report of every error, without lines and columns.
        #[inline]
        pub fn from_value(
            value: &$crate::__serde_json::Value,
        ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
            $crate::generated::v1::from_value(
                value,
                $crate::__from_json!($([$into_owned])? $($name)::+),
            )
        }
    };
}

/// Nothing: the feature `serde_json` is off.
#[cfg(not(feature = "serde_json"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_value {
    ($($name:tt)*) => {};
}

/// `schemars::JsonSchema`, where the feature `schemars` is on.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($([$a:lifetime])? $($name:ident)::+) => {
        impl$(<$a>)? $crate::__schemars::JsonSchema for $($name)::+$(<$a>)? {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $crate::json_schema::name(::std::stringify!($($name)::+))
            }
            fn json_schema(
                _: &mut $crate::__schemars::SchemaGenerator,
            ) -> $crate::__schemars::Schema {
                $crate::json_schema::of::<Self>()
            }
        }
    };
}

/// Nothing: the feature `schemars` is off.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($($name:tt)*) => {};
}
