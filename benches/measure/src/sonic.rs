//! sonic-rs's tree as the `jsonschema` crate validates it, through that crate's own traits.

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, Node, NodeIdentity, Object};
use serde_json::{Number, Value as SerdeValue};
use sonic_rs::{JsonContainerTrait, JsonValueTrait, Value};
use std::borrow::Cow;

/// The representation.
pub(crate) struct Sonic;

impl Json for Sonic {
    type Node<'a> = SonicNode<'a>;
    type PreparedKey = Box<str>;
    type StringBuffer = ();

    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>((): &mut (), name: &str, f: impl FnOnce(SonicNode<'_>) -> T) -> T {
        f(SonicNode::Name(name))
    }
}

/// A value, or a member's name, which `propertyNames` judges like a value.
#[derive(Clone, Copy)]
pub(crate) enum SonicNode<'a> {
    Value(&'a Value),
    Name(&'a str),
}

impl<'a> SonicNode<'a> {
    fn value(self) -> Option<&'a Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Name(_) => None,
        }
    }
}

impl<'a> Node<'a, Sonic> for SonicNode<'a> {
    type Object = Members<'a>;
    type Array = Items<'a>;
    type Number = Number;

    fn as_object(&self) -> Option<Members<'a>> {
        self.value()?.as_object().map(Members)
    }

    fn as_array(&self) -> Option<Items<'a>> {
        self.value()?.as_array().map(|items| Items(items))
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match *self {
            Self::Value(value) => value.as_str().map(Cow::Borrowed),
            Self::Name(name) => Some(Cow::Borrowed(name)),
        }
    }

    fn as_number(&self) -> Option<Number> {
        let value = self.value()?;
        let integer = value.as_u64().map(Number::from);
        let integer = integer.or_else(|| value.as_i64().map(Number::from));
        integer.or_else(|| Number::from_f64(value.as_f64()?))
    }

    fn as_boolean(&self) -> Option<bool> {
        self.value()?.as_bool()
    }

    fn is_null(&self) -> bool {
        self.value().is_some_and(JsonValueTrait::is_null)
    }

    fn is_number(&self) -> bool {
        self.value().is_some_and(JsonValueTrait::is_number)
    }

    fn json_type(&self) -> JsonType {
        let Self::Value(value) = self else {
            return JsonType::String;
        };
        match value.get_type() {
            sonic_rs::JsonType::Null => JsonType::Null,
            sonic_rs::JsonType::Boolean => JsonType::Boolean,
            sonic_rs::JsonType::Number => JsonType::Number,
            sonic_rs::JsonType::String => JsonType::String,
            sonic_rs::JsonType::Object => JsonType::Object,
            sonic_rs::JsonType::Array => JsonType::Array,
        }
    }

    fn to_value(&self) -> Cow<'a, SerdeValue> {
        let value = match self {
            Self::Value(value) => serde_json::to_value(value).unwrap_or_default(),
            Self::Name(name) => SerdeValue::from(*name),
        };
        Cow::Owned(value)
    }

    fn identity(&self) -> Option<NodeIdentity> {
        let value = self.value()?;
        Some(NodeIdentity::new(std::ptr::from_ref(value).addr()))
    }
}

/// The members of an object.
pub(crate) struct Members<'a>(&'a sonic_rs::Object);

impl<'a> Object<'a, Sonic> for Members<'a> {
    type Node = SonicNode<'a>;
    type MemberName = &'a str;
    type MembersIter = std::iter::Map<
        <&'a sonic_rs::Object as IntoIterator>::IntoIter,
        fn((&'a str, &'a Value)) -> (&'a str, SonicNode<'a>),
    >;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, key: &Box<str>) -> Option<SonicNode<'a>> {
        self.0.get(key).map(SonicNode::Value)
    }

    fn members(&self) -> Self::MembersIter {
        self.0
            .into_iter()
            .map(|(name, value)| (name, SonicNode::Value(value)))
    }
}

/// The items of an array.
pub(crate) struct Items<'a>(&'a [Value]);

impl<'a> Array<'a, Sonic> for Items<'a> {
    type Node = SonicNode<'a>;
    type ElementsIter = std::iter::Map<std::slice::Iter<'a, Value>, fn(&'a Value) -> SonicNode<'a>>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn elements(&self) -> Self::ElementsIter {
        self.0.iter().map(SonicNode::Value)
    }
}
