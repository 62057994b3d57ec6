//! An `enum` of strings as a type has it: lists of such values are built by one function for all types.

use super::array::TakeWord;
use super::{Build, Reader, Stop};
use crate::keyword::enum_::Listed;

/// Strings one of which a value must be, and the values of a type that stand for them, in the same order.
#[derive(Debug)]
pub struct Enumerated<'a, T> {
    listed: &'static Listed,
    values: &'a [T],
    /// Builds a list of them: made where it is known that the values can be copied.
    list: fn(&Self, &mut Reader<'a, Build>) -> Result<Vec<T>, Stop>,
}

impl<'a, T: Copy> Enumerated<'a, T> {
    /// The strings, and the value of each.
    pub const fn new(listed: &'static Listed, values: &'a [T]) -> Self {
        Self {
            listed,
            values,
            list: Self::build_list,
        }
    }

    #[inline]
    fn build_list(&self, reader: &mut Reader<'a, Build>) -> Result<Vec<T>, Stop> {
        let mut taken = Taken {
            values: self.values,
            items: Vec::new(),
        };
        match reader.each_word(self.listed, &mut taken) {
            Ok(()) => Ok(taken.items),
            Err(stop) => Err(stop),
        }
    }
}

impl<'a, T> Enumerated<'a, T> {
    /// The strings.
    pub(super) const fn listed(&self) -> &'static Listed {
        self.listed
    }

    /// Builds the array at hand, of which each item is one of the strings.
    #[inline]
    pub(super) fn list(&self, reader: &mut Reader<'a, Build>) -> Result<Vec<T>, Stop> {
        (self.list)(self, reader)
    }
}

/// The values of those that were read.
struct Taken<'v, T> {
    values: &'v [T],
    items: Vec<T>,
}

impl<T: Copy> TakeWord for Taken<'_, T> {
    #[inline]
    fn take(&mut self, index: usize) {
        if let Some(&value) = self.values.get(index) {
            self.items.push(value);
        }
    }
}
