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
            const SCHEMA: &'static str = $schema;
            const SCHEMA_LOCATION: &'static str = $location;
            const SETTINGS: $crate::generated::v1::Settings = SETTINGS;

            #[inline]
            fn judge(json: &[u8]) -> ::std::result::Result<(), $crate::generated::v1::Report> {
                $crate::generated::v1::judge::<$($name)::+>(json)
            }

            #[inline]
            fn allows(document: $crate::generated::v1::Document<'_>) -> bool {
                $crate::generated::v1::allows::<$($name)::+>(document)
            }
        }

        impl$(<$a>)? $($name)::+$(<$a>)? {
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

/// What an enum writes: the value of its variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants_type {
    ($type:ty { $($variant:ident $(as $way:ty)?),* }) => {
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                match self {
                    $(Self::$variant(value) => $crate::generated::v1::ToJson::write(
                        $crate::__written!(item value $(, $way)?),
                        json,
                    ),)*
                }
            }
        }
    };
}

/// What a struct writes: an object of its fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_type {
    (
        $type:ty {
            $($kind:ident $name:literal $field:ident $(as $way:ty)?),*
            $(; others $others:ident $(as $others_way:ty)?)?
        }
    ) => {
        impl<'a> $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                #[allow(unused_mut)]
                let mut object = $crate::generated::v1::ObjectWriter::new(json);
                $(object.$kind($name, $crate::__written!($kind &self.$field $(, $way)?));)*
                $($crate::__written!(object.others(&self.$others $(, $others_way)?));)?
                object.end();
            }
        }
    };
}

/// What a tuple struct writes: an array of its fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __array_type {
    (
        $type:ty {
            $($kind:ident $index:tt $(as $way:ty)?),* $(; rest $rest:tt $(as $rest_way:ty)?)?
        }
    ) => {
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                #[allow(unused_mut)]
                let mut array = $crate::generated::v1::ArrayWriter::new(json);
                $(array.$kind($crate::__written!($kind &self.$index $(, $way)?));)*
                $($crate::__written!(array.rest(&self.$rest $(, $rest_way)?));)?
                array.end();
            }
        }
    };
}

/// A reference to what is written: as it is, or by the way that the compiler gives.
#[doc(hidden)]
#[macro_export]
macro_rules! __written {
    ($writer:ident.others($others:expr)) => {
        $writer.others($others)
    };
    ($writer:ident.others($others:expr, $way:ty)) => {
        $writer.others_by::<$way, _>($others)
    };
    ($writer:ident.rest($rest:expr)) => {
        $writer.rest($rest)
    };
    ($writer:ident.rest($rest:expr, $way:ty)) => {
        $writer.rest_by::<$way, _>($rest)
    };
    ($kind:ident $value:expr) => {
        $value
    };
    (optional $value:expr, $way:ty) => {
        &::std::option::Option::as_ref($value).map($crate::generated::v1::By::<$way, _>::new)
    };
    ($kind:ident $value:expr, $way:ty) => {
        &$crate::generated::v1::By::<$way, _>::new($value)
    };
}

/// What a newtype around a constrained string has. `[…]` says what it holds: a `String`, what it
/// was read from (`'a`), or a type that the caller chose.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_type {
    ([String] $type:ty) => {
        $crate::__any_text!([][::std::string::String] $type);
        $crate::__owned_text!([][::std::string::String] $type);
    };
    ([$a:lifetime] $type:ty) => {
        $crate::__any_text!([$a][::std::borrow::Cow<$a, str>] $type);
        $crate::__owned_text!([$a][::std::borrow::Cow<$a, str>] $type);
    };
    ([$inner:ty] $type:ty) => {
        $crate::__any_text!([][$inner] $type);
        $crate::__chosen_text!([$inner] $type);
    };
}

/// What all of them have.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_text {
    ([$($a:lifetime)?][$inner:ty] $type:ty) => {
        impl$(<$a>)? $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                $crate::generated::v1::ToJson::write(self.as_str(), json);
            }
        }

        impl$(<$a>)? $type {
            /// The string.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                ::std::convert::AsRef::<str>::as_ref(&self.0)
            }

            /// The string itself.
            #[inline]
            #[must_use]
            pub fn into_inner(self) -> $inner {
                self.0
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::ops::Deref for $type {
            type Target = str;
            #[inline]
            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::borrow::Borrow<str> for $type {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::convert::AsRef<str> for $type {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.as_str(), f)
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::str::FromStr for $type {
            type Err = $crate::generated::v1::Report;
            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                ::std::convert::TryFrom::try_from(::std::string::String::from(text))
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::convert::TryFrom<&$($a)? str> for $type {
            type Error = $crate::generated::v1::Report;
            #[inline]
            fn try_from(
                text: &$($a)? str,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::judge_text::<Self>(text)?;
                ::std::result::Result::Ok(Self(::std::convert::From::from(text)))
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::cmp::PartialEq<str> for $type {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::cmp::PartialEq<&str> for $type {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }
    };
}

/// How a newtype is made from a `String`, and gives one, where it holds one or may.
#[doc(hidden)]
#[macro_export]
macro_rules! __owned_text {
    ([$($a:lifetime)?][$inner:ty] $type:ty) => {
        #[automatically_derived]
        impl$(<$a>)? ::std::convert::TryFrom<::std::string::String> for $type {
            type Error = $crate::generated::v1::Report;
            #[inline]
            fn try_from(
                text: ::std::string::String,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::judge_text::<Self>(&text)?;
                ::std::result::Result::Ok(Self(<$inner>::from(text)))
            }
        }

        #[automatically_derived]
        impl$(<$a>)? ::std::convert::From<$type> for ::std::string::String {
            #[inline]
            fn from(text: $type) -> Self {
                ::std::string::String::from(text.0)
            }
        }
    };
}

/// The same where it holds a type that the caller chose, of which nothing is known but that it is
/// made from a `str` and gives one. Values are compared by that.
#[doc(hidden)]
#[macro_export]
macro_rules! __chosen_text {
    ([$inner:ty] $type:ty) => {
        #[automatically_derived]
        impl ::std::convert::TryFrom<::std::string::String> for $type {
            type Error = $crate::generated::v1::Report;
            #[inline]
            fn try_from(
                text: ::std::string::String,
            ) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                ::std::convert::TryFrom::try_from(text.as_str())
            }
        }

        #[automatically_derived]
        impl ::std::convert::From<$type> for ::std::string::String {
            #[inline]
            fn from(text: $type) -> Self {
                ::std::string::String::from(text.as_str())
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq for $type {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        #[automatically_derived]
        impl ::std::cmp::Eq for $type {}

        #[automatically_derived]
        impl ::std::cmp::PartialOrd for $type {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        #[automatically_derived]
        impl ::std::cmp::Ord for $type {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                ::std::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }

        #[automatically_derived]
        impl ::std::hash::Hash for $type {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state);
            }
        }
    };
}

/// How a type that borrows comes to outlive what it was read from: `owned` parts copy, `kept` ones
/// borrow nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __into_owned {
    ($type:ident { $($kind:ident $field:tt),* }) => {
        $crate::__into_owned!(@ $type, value => super::$type {
            $($field: $crate::__into_owned!(= $kind value.$field)),*
        });
    };
    ($type:ident | $($kind:ident $variant:ident)|*) => {
        $crate::__into_owned!(@ $type, value => match value {
            $(super::$type::$variant(value) => {
                super::$type::$variant($crate::__into_owned!(= $kind value))
            })*
        });
    };
    (= owned $value:expr) => { $crate::generated::v1::IntoOwned::into_owned($value) };
    (= kept $value:expr) => { $value };
    (@ $type:ident, $value:ident => $owned:expr) => {
        impl super::$type<'_> {
            /// The same value without a loan: what is borrowed is copied, what is owned moves.
            #[must_use]
            pub fn into_owned(self) -> super::$type<'static> {
                let $value = self;
                $owned
            }
        }

        impl $crate::generated::v1::IntoOwned for super::$type<'_> {
            type Owned = super::$type<'static>;
            fn into_owned(self) -> super::$type<'static> {
                <super::$type<'_>>::into_owned(self)
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
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl ::std::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.as_str(), f)
            }
        }

        #[automatically_derived]
        impl ::std::str::FromStr for $type {
            type Err = $crate::generated::v1::Report;
            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(text)
            }
        }

        #[automatically_derived]
        impl ::std::convert::TryFrom<&str> for $type {
            type Error = $crate::generated::v1::Report;
            #[inline]
            fn try_from(text: &str) -> ::std::result::Result<Self, $crate::generated::v1::Report> {
                $crate::generated::v1::from_text(text)
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq<str> for $type {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq<&str> for $type {
            #[inline]
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
    ($types:expr, $edge:expr, $read:expr) => {
        $crate::generated::v1::Check::new($types, $edge, |r| $read(r), |r| $read(r))
    };
}
