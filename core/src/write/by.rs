//! Values that hold types of other crates, which nobody can implement [`ToJson`] for but their
//! authors: the compiler says how they are written.

use super::{ArrayWriter, JsonWriter, ObjectWriter, ToJson};
use crate::Members;
use std::marker::PhantomData;

/// A way to write a `T`.
pub trait Way<T> {
    /// Appends the value to `json`.
    fn write(value: &T, json: &mut JsonWriter);
}

/// As a string.
#[derive(Debug)]
pub struct AsText;

impl<T: AsRef<str>> Way<T> for AsText {
    fn write(value: &T, json: &mut JsonWriter) {
        value.as_ref().write(json);
    }
}

/// What is in the value, by the way `W`.
#[derive(Debug)]
pub struct Inside<W>(PhantomData<W>);

impl<T, W: Way<T>> Way<Option<T>> for Inside<W> {
    fn write(value: &Option<T>, json: &mut JsonWriter) {
        value.as_ref().map(By::<W, T>::new).write(json);
    }
}

impl<T, W: Way<T>> Way<Vec<T>> for Inside<W> {
    fn write(value: &Vec<T>, json: &mut JsonWriter) {
        let mut array = ArrayWriter::new(json);
        array.rest_by::<W, T>(value);
        array.end();
    }
}

impl<T, W: Way<T>> Way<Members<T>> for Inside<W> {
    fn write(value: &Members<T>, json: &mut JsonWriter) {
        let mut object = ObjectWriter::new(json);
        object.others_by::<W, T>(value);
        object.end();
    }
}

/// A value, and the way `W` to write it.
#[derive(Debug)]
pub struct By<'v, W, T>(&'v T, PhantomData<W>);

impl<'v, W: Way<T>, T> By<'v, W, T> {
    /// Says by which way the value is written.
    pub fn new(value: &'v T) -> Self {
        Self(value, PhantomData)
    }
}

impl<W: Way<T>, T> ToJson for By<'_, W, T> {
    fn write(&self, json: &mut JsonWriter) {
        W::write(self.0, json);
    }
}

impl ObjectWriter<'_> {
    /// Writes members that no field names, their values by the way `W`.
    pub fn others_by<W: Way<T>, T>(&mut self, members: &Members<T>) {
        for (name, value) in members.iter() {
            self.member(name, &By::<W, T>::new(value));
        }
    }
}

impl ArrayWriter<'_> {
    /// Writes the items behind those that have a schema of their own, by the way `W`.
    pub fn rest_by<W: Way<T>, T>(&mut self, values: &[T]) {
        for value in values {
            self.item(&By::<W, T>::new(value));
        }
    }
}
