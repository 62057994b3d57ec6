//! What types have that are strings: newtypes around one, enums, and what borrows.

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

/// What an enum of strings has; behind its name, how it is read, where nothing else is asked of values than
/// to be one of these strings.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_type {
    ($type:ty, $keyword:literal, $typed:literal, [$($word:literal),*]) => {
        #[automatically_derived]
        impl<'a> $crate::generated::v1::Read<'a> for $type {
            const LISTED: ::std::option::Option<
                &'a $crate::generated::v1::Enumerated<'a, Self>,
            > = ::std::option::Option::Some(&$crate::generated::v1::Enumerated::new(
                &$crate::generated::v1::Listed::new(
                    $keyword, $typed, $crate::__words![$($word),*]
                ),
                &Self::ALL,
            ));
        }

        #[automatically_derived]
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                $crate::generated::v1::write_listed::<Self>(*self as usize, json);
            }
        }
        $crate::__enum_type!(@ $type);
    };
    ($type:ty) => {
        #[automatically_derived]
        impl $crate::generated::v1::ToJson for $type {
            fn write(&self, json: &mut $crate::generated::v1::JsonWriter) {
                $crate::generated::v1::ToJson::write(self.as_str(), json);
            }
        }
        $crate::__enum_type!(@ $type);
    };
    (@ $type:ty) => {
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
