//! The names that generated code uses. Hidden from users, but kept: code that was generated once
//! goes on compiling for as long as its version is here.

/// The first version of those names.
#[doc(hidden)]
pub mod v1 {
    pub use crate::format::Format;
    pub use crate::json_type::{JsonType, TypeSet};
    pub use crate::keyword::bounds::Bound;
    pub use crate::keyword::enum_::{Allowed, Listed};
    pub use crate::number::{Divisor, FromNumber};
    pub use crate::owned::IntoOwned;
    pub use crate::pattern::{Automaton, Class, Part, Pattern, Run, Step};
    pub use crate::reader::{
        Apart, Build, ByMembers, ByName, Check, Choice, Collect, Demand, Demands, Document,
        Enumerated, Fill, Judge, Judges, Key, Mode, Name, Names, Noting, NumberRule, Object,
        Others, Reader, Required, Rows, Settings, Slot, Stop, Table, Tell, TextRule, Texts,
        Verdict, Words, filling, judge_by_table, judge_noted_by_table,
    };
    pub use crate::report::Edge;
    #[cfg(feature = "serde_json")]
    pub use crate::schema::from_value;
    pub use crate::schema::{
        Origin, Read, ReadDraft, Schema, Source, from_reader, from_text, judge_text, read,
        write_listed,
    };
    pub use crate::serde::{deserialize, deserialize_by, serialize};
    pub use crate::write::{ArrayWriter, AsText, By, Inside, JsonWriter, ObjectWriter, ToJson};
    pub use crate::{
        __array_type as array_type, __check as check, __enum_type as enum_type, __judged as judged,
        __names as names, __object_type as object_type, __record as record,
        __record_type as record_type, __text_type as text_type, __type as schema_type,
        __types as types, __variants_type as variants_type, __words as words,
    };
    pub use crate::{__into_owned as into_owned, __written as written};
    pub use crate::{Json, Members, Never, Number, Report};
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
    // Generated modules see none of the names around them, so they get the usual ones from here.
    pub use std::borrow::Cow;
    pub use std::boxed::Box;
    pub use std::convert::{AsRef, From, Into, TryFrom};
    pub use std::option::Option::{self, None, Some};
    pub use std::result::Result::{self, Err, Ok};
    pub use std::string::String;
    pub use std::vec::Vec;
}

mod check;
mod record;
mod rows;
mod text;
mod type_;
mod written;
