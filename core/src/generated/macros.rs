//! What every generated type has, spelt once.

/// The functions of a generated type, and serde for it.
#[doc(hidden)]
#[macro_export]
macro_rules! __type {
    ($type:ty, $schema:expr, $location:expr, $settings:expr) => {
        impl $crate::generated::v1::Origin for $type {
            const SCHEMA: &'static str = $schema;
            const SCHEMA_LOCATION: &'static str = $location;
            const SETTINGS: $crate::generated::v1::Settings = $settings;
        }

        impl $type {
            /// The text of the schema document that the type was generated from.
            pub const SCHEMA: &'static str = <Self as $crate::generated::v1::Origin>::SCHEMA;
            /// JSON Pointer to the type's schema in that document.
            pub const SCHEMA_LOCATION: &'static str =
                <Self as $crate::generated::v1::Origin>::SCHEMA_LOCATION;

            /// Reads a document: parses, validates and builds in one pass.
            ///
            /// # Errors
            /// A report of every error in the document.
            #[inline]
            pub fn from_json(
                bytes: &[u8],
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::from_json(bytes)
            }

            /// Judges a document as `from_json` does, and builds nothing.
            ///
            /// # Errors
            /// A report of every error in the document.
            #[inline]
            pub fn validate_json(
                bytes: &[u8],
            ) -> ::std::result::Result<(), $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::validate_json(bytes)
            }

            /// Judges a document; the report lists at most `limit` errors and counts the rest.
            ///
            /// # Errors
            /// A report of the first errors in the document.
            #[inline]
            pub fn validate_json_with(
                bytes: &[u8],
                limit: usize,
            ) -> ::std::result::Result<(), $crate::generated::v1::Report> {
                <Self as $crate::Schema<'_>>::validate_json_with(bytes, limit)
            }

            /// Judges a document as `from_json` does, and stops at the first error.
            #[inline]
            #[must_use]
            pub fn is_valid_json(bytes: &[u8]) -> bool {
                <Self as $crate::Schema<'_>>::is_valid_json(bytes)
            }

            /// Reads a document of at most `limit` bytes from a stream.
            ///
            /// # Errors
            /// A report of every error in the document, or of why there was none to read.
            #[inline]
            pub fn from_reader(
                stream: impl ::std::io::Read,
                limit: u64,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                <Self as $crate::OwnedSchema>::from_reader(stream, limit)
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

        $crate::__from_value!($type);
        $crate::__json_schema!($type);

        #[automatically_derived]
        impl<'de> $crate::generated::v1::Deserialize<'de> for $type {
            fn deserialize<D: $crate::generated::v1::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::generated::v1::deserialize(deserializer)
            }
        }

        #[automatically_derived]
        impl $crate::generated::v1::Serialize for $type {
            fn serialize<S: $crate::generated::v1::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::generated::v1::serialize(self, serializer)
            }
        }
    };
}

/// `from_value`, where the feature `serde_json` is on.
#[cfg(feature = "serde_json")]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_value {
    ($type:ty) => {
        impl $type {
            /// Reads a tree. Numbers are taken as the tree holds them.
            ///
            /// # Errors
            /// A report of every error, without lines and columns.
            #[inline]
            pub fn from_value(
                value: &$crate::__serde_json::Value,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                <Self as $crate::OwnedSchema>::from_value(value)
            }
        }
    };
}

/// Nothing: the feature `serde_json` is off.
#[cfg(not(feature = "serde_json"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_value {
    ($type:ty) => {};
}

/// `schemars::JsonSchema`, where the feature `schemars` is on.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($type:ty) => {
        impl $crate::__schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $crate::json_schema::name(::std::stringify!($type))
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
    ($type:ty) => {};
}

/// What an enum writes: the value of its variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants_type {
    ($type:ty { $($variant:ident),* }) => {
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                match self {
                    $(Self::$variant(value) => $crate::generated::v1::ToJson::write(value, json),)*
                }
            }
        }
    };
}

/// What a newtype around a constrained string has.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_type {
    ($type:ty) => {
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                $crate::generated::v1::ToJson::write(self.as_str(), json);
            }
        }

        impl $type {
            /// The string.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The string itself.
            #[inline]
            #[must_use]
            pub fn into_inner(self) -> ::std::string::String {
                self.0
            }
        }

        #[automatically_derived]
        impl ::std::ops::Deref for $type {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        #[automatically_derived]
        impl ::std::borrow::Borrow<str> for $type {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        #[automatically_derived]
        impl ::std::convert::AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        #[automatically_derived]
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        #[automatically_derived]
        impl ::std::str::FromStr for $type {
            type Err = $crate::generated::v1::Report;
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(text)
            }
        }

        #[automatically_derived]
        impl ::std::convert::TryFrom<&str> for $type {
            type Error = $crate::generated::v1::Report;
            fn try_from(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(text)
            }
        }

        #[automatically_derived]
        impl ::std::convert::TryFrom<::std::string::String> for $type {
            type Error = $crate::generated::v1::Report;
            fn try_from(
                text: ::std::string::String,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(&text)
            }
        }

        #[automatically_derived]
        impl ::std::convert::From<$type> for ::std::string::String {
            fn from(text: $type) -> Self {
                text.0
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq<str> for $type {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq<&str> for $type {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    };
}

/// What an enum of strings has.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_type {
    ($type:ty) => {
        #[automatically_derived]
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                $crate::generated::v1::ToJson::write(self.as_str(), json);
            }
        }

        #[automatically_derived]
        impl ::std::convert::AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.as_str(), f)
            }
        }

        #[automatically_derived]
        impl ::std::str::FromStr for $type {
            type Err = $crate::generated::v1::Report;
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(text)
            }
        }

        #[automatically_derived]
        impl ::std::convert::TryFrom<&str> for $type {
            type Error = $crate::generated::v1::Report;
            fn try_from(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(text)
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq<str> for $type {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq<&str> for $type {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }
    };
}

/// A schema that judges in place: the way to it, and its reading function.
#[doc(hidden)]
#[macro_export]
macro_rules! __check {
    ($edge:expr, $read:expr) => {
        const { $crate::generated::v1::Check::new($edge, |r| $read(r), |r| $read(r)) }
    };
}
