//! The type of values that no schema allows.

use crate::write::{JsonWriter, ToJson};

/// What the schema `false` allows: there is no such value, so an `Option<Never>` is always `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Never {}

impl ToJson for Never {
    fn write(&self, _: &mut JsonWriter) {
        match *self {}
    }
}
