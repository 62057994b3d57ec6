//! An `enum` of strings as a type has it: what reads such values, and lists of them, gets it as data.

use super::array::TakeWord;
use super::{Build, Reader, Stop};
use crate::keyword::enum_::Listed;

/// Strings one of which a value must be, and the values of a type that stand for them, in the same order.
#[derive(Debug)]
pub struct Enumerated<'a, T> {
    listed: &'static Listed,
    values: &'a [T],
}

impl<'a, T> Enumerated<'a, T> {
    /// The strings, and the value of each.
    pub const fn new(listed: &'static Listed, values: &'a [T]) -> Self {
        Self { listed, values }
    }

    /// The strings.
    pub(crate) const fn listed(&self) -> &'static Listed {
        self.listed
    }

    /// The value that stands for the string with this index.
    #[inline]
    pub(super) fn value(&self, index: usize) -> Option<&'a T> {
        self.values.get(index)
    }
}

impl<T: Clone> Enumerated<'_, T> {
    /// Puts the items of the array at hand, each of which is one of the strings, into a list.
    #[inline]
    pub(super) fn list(
        &self,
        reader: &mut Reader<'_, Build>,
        items: &mut Vec<T>,
    ) -> Result<(), Stop> {
        let values = self.values;
        reader.each_word(self.listed, &mut Taken { values, items })
    }
}

/// The values of those that were read.
struct Taken<'v, T> {
    values: &'v [T],
    items: &'v mut Vec<T>,
}

impl<T: Clone> TakeWord for Taken<'_, T> {
    #[inline]
    fn take(&mut self, index: usize) {
        if let Some(value) = self.values.get(index) {
            self.items.push(value.clone());
        }
    }
}
