//! What generated types write.

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
