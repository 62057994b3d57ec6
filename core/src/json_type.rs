//! The types of JSON values, as JSON Schema counts them (Core 2020-12 §4.2.1, with `integer`).

use std::fmt;

/// A type of JSON values. `Integer` is a number without fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JsonType {
    /// `null`
    Null,
    /// `true` and `false`
    Boolean,
    /// any number
    Number,
    /// a number without fraction, however it is written
    Integer,
    /// any string
    String,
    /// any array
    Array,
    /// any object
    Object,
}

impl JsonType {
    /// All types, in the order of [`TypeSet`]'s iteration.
    pub const ALL: [Self; 7] = [
        Self::Null,
        Self::Boolean,
        Self::Number,
        Self::Integer,
        Self::String,
        Self::Array,
        Self::Object,
    ];

    /// The name that the keyword `type` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The type that the keyword `type` calls `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|json_type| json_type.name() == name)
    }

    /// The name in a sentence.
    pub(crate) const fn with_article(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Integer => "an integer",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

/// A set of types, as the keyword `type` may list them.
///
/// ```
/// use tollgate_core::{JsonType, TypeSet};
///
/// let set = TypeSet::from(JsonType::String).with(JsonType::Null);
/// assert_eq!(set.to_string(), "null or a string");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TypeSet(u8);

impl TypeSet {
    /// No type.
    pub const NONE: Self = Self(0);
    /// Every type.
    pub const ALL: Self = Self(0x7f);
    /// `null` alone.
    pub const NULL: Self = Self::of(&[JsonType::Null]);
    /// Booleans alone.
    pub const BOOLEAN: Self = Self::of(&[JsonType::Boolean]);
    /// Numbers alone.
    pub const NUMBER: Self = Self::of(&[JsonType::Number]);
    /// Numbers without fraction alone.
    pub const INTEGER: Self = Self::of(&[JsonType::Integer]);
    /// Strings alone.
    pub const STRING: Self = Self::of(&[JsonType::String]);
    /// Arrays alone.
    pub const ARRAY: Self = Self::of(&[JsonType::Array]);
    /// Objects alone.
    pub const OBJECT: Self = Self::of(&[JsonType::Object]);

    /// The set of the listed types.
    pub const fn of(types: &[JsonType]) -> Self {
        let mut set = Self::NONE;
        let mut at = 0;
        while at < types.len() {
            set = set.with(types[at]);
            at += 1;
        }
        set
    }

    /// The set with one more type.
    #[must_use]
    pub const fn with(self, json_type: JsonType) -> Self {
        Self(self.0 | 1 << json_type as u8)
    }

    /// The set without a type.
    #[must_use]
    pub const fn without(self, json_type: JsonType) -> Self {
        Self(self.0 & !(1 << json_type as u8))
    }

    /// Whether a type is in the set.
    pub const fn contains(self, json_type: JsonType) -> bool {
        self.0 & 1 << json_type as u8 != 0
    }

    /// Whether a value of which only `found` is known may be of one of the types: a number may be an
    /// integer.
    ///
    /// ```
    /// use tollgate_core::{JsonType, TypeSet};
    ///
    /// assert!(TypeSet::INTEGER.may_hold(JsonType::Number));
    /// assert!(!TypeSet::INTEGER.contains(JsonType::Number));
    /// ```
    pub const fn may_hold(self, found: JsonType) -> bool {
        self.contains(found)
            || (matches!(found, JsonType::Number) && self.contains(JsonType::Integer))
    }

    /// Whether no type is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether values of every type are of a type in the set.
    pub const fn covers_all(self) -> bool {
        self.with(JsonType::Integer).0 == Self::ALL.0
    }

    /// How many types are in the set.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The types in the set.
    pub fn iter(self) -> impl Iterator<Item = JsonType> {
        JsonType::ALL
            .into_iter()
            .filter(move |&json_type| self.contains(json_type))
    }
}

impl From<JsonType> for TypeSet {
    fn from(json_type: JsonType) -> Self {
        Self::NONE.with(json_type)
    }
}

impl fmt::Display for TypeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.len();
        for (index, json_type) in self.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == count => f.write_str(" or ")?,
                _ => f.write_str(", ")?,
            }
            f.write_str(json_type.with_article())?;
        }
        Ok(())
    }
}
