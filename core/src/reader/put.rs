//! Values that are built in the fields for them: one function for all fields of a type. What is made elsewhere
//! would have to be moved, by code of its own in each row.

use super::{Build, Mode, Reader, Stop};
use crate::number::FromNumber;

/// Each puts the value at hand in its place, which is empty.
impl Reader<'_, Build> {
    /// A string.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline(never)]
    pub fn put_text(&mut self, place: &mut Option<String>) -> Result<(), Stop> {
        Build::put_read(place, self.text_here())
    }

    /// A boolean.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline(never)]
    pub fn put_flag(&mut self, place: &mut Option<bool>) -> Result<(), Stop> {
        Build::put_read(place, self.flag())
    }

    /// A number.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline(never)]
    pub fn put_number_as<T: FromNumber>(&mut self, place: &mut Option<T>) -> Result<(), Stop> {
        Build::put_read(place, self.number_as())
    }

    /// An integer.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline(never)]
    pub fn put_integer_as<T: FromNumber>(&mut self, place: &mut Option<T>) -> Result<(), Stop> {
        Build::put_read(place, self.integer_as())
    }
}
