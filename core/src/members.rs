//! Members of an object that no field names, in the order of the document.

use crate::Json;
use std::fmt;

/// An ordered map from member names to values.
///
/// Two of them are equal when they have the same members, in whatever order.
///
/// ```
/// use tollgate_core::{Json, Members};
///
/// let mut members = Members::new();
/// members.insert("note", Json::from("paid"));
/// assert_eq!(members.get("note"), Some(&Json::from("paid")));
/// assert_eq!(members.insert("note", Json::Null), Some(Json::from("paid")));
/// assert_eq!(members.iter().count(), 1);
/// ```
#[derive(Clone)]
pub struct Members<T = Json>(Option<Box<List<T>>>);

/// Behind a pointer, because most structs have members that no field names, and hardly any document
/// does: those that are not there take the room of one word.
type List<T> = Vec<(String, T)>;

impl<T> Members<T> {
    /// No members.
    #[inline]
    pub const fn new() -> Self {
        Self(None)
    }

    pub(crate) fn list(&self) -> &[(String, T)] {
        match &self.0 {
            Some(list) => list,
            None => &[],
        }
    }

    fn into_list(self) -> List<T> {
        self.0.map_or_else(Vec::new, |list| *list)
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.list().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    /// The value of the member `name`. Looks at the members one by one.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.iter()
            .find_map(|(other, value)| (other == name).then_some(value))
    }

    /// The value of the member `name`, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let mut members = self.0.iter_mut().flat_map(|list| list.iter_mut());
        members.find_map(|(other, value)| (other == name).then_some(value))
    }

    /// Sets the member `name` and gives the value it had. A new member comes last.
    pub fn insert(&mut self, name: impl Into<String>, value: T) -> Option<T> {
        let name = name.into();
        if let Some(old) = self.get_mut(&name) {
            Some(std::mem::replace(old, value))
        } else {
            self.push_new(name, value);
            None
        }
    }

    /// Takes the member `name` out.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        let list = self.0.as_mut()?;
        let index = list.iter().position(|(other, _)| other == name)?;
        Some(list.remove(index).1)
    }

    /// The members in order.
    #[inline]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &T)> {
        let members = self.list().iter();
        members.map(|(name, value)| (name.as_str(), value))
    }

    /// Adds a member that is known to be new.
    #[inline]
    pub(crate) fn push_new(&mut self, name: String, value: T) {
        if self.0.is_none() {
            self.0 = Some(Box::default());
        }
        if let Some(list) = &mut self.0 {
            list.push((name, value));
        }
    }

    /// The same members, with what `change` makes of their values.
    pub(crate) fn map<U>(self, change: impl Fn(T) -> U) -> Members<U> {
        let members = self.into_list().into_iter();
        Members::of(members.map(|(name, value)| (name, change(value))).collect())
    }

    fn of(list: List<T>) -> Self {
        Self((!list.is_empty()).then(|| Box::new(list)))
    }

    /// The members by name, so that comparing them never costs more than sorting them.
    fn sorted(&self) -> Vec<(&str, &T)> {
        let mut members: Vec<_> = self.iter().collect();
        members.sort_by_key(|&(name, _)| name);
        members
    }
}

impl<T> Default for Members<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: PartialEq> PartialEq for Members<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && (self.list() == other.list() || self.sorted() == other.sorted())
    }
}

impl<T: Eq> Eq for Members<T> {}

impl<T: fmt::Debug> fmt::Debug for Members<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<N: Into<String>, T> FromIterator<(N, T)> for Members<T> {
    /// Of equally named members the last counts.
    fn from_iter<I: IntoIterator<Item = (N, T)>>(members: I) -> Self {
        let mut all = List::new();
        let mut places = std::collections::HashMap::new();
        for (name, value) in members {
            let name = name.into();
            if let Some(&place) = places.get(&name) {
                let slot: &mut (String, T) = &mut all[place];
                slot.1 = value;
            } else {
                places.insert(name.clone(), all.len());
                all.push((name, value));
            }
        }
        Self::of(all)
    }
}

impl<T> IntoIterator for Members<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;
    fn into_iter(self) -> Self::IntoIter {
        self.into_list().into_iter()
    }
}
