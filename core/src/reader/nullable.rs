//! Values that may be `null` instead, which is nothing then. What most of them are is read by one function for
//! all such members.

use super::slot::Reading;
use super::{Build, Mode, Reader, Sink, Stop, scan};
use crate::schema::Read;
use crate::{JsonType, TypeSet};

const TEXT: TypeSet = TypeSet::of(&[JsonType::Null, JsonType::String]);
const OBJECT: TypeSet = TypeSet::of(&[JsonType::Null, JsonType::Object]);

impl<'a, M: Mode> Reader<'a, M> {
    /// A string, or `null` for nothing.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn text_or_null(&mut self) -> Result<M::Out<Option<String>>, Stop> {
        M::text_or_null(self)
    }

    /// An object that is read as its type says, or `null` for nothing.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn object_or_null<T: Read<'a>>(&mut self) -> Result<M::Out<Option<T>>, Stop> {
        M::nullable(self, OBJECT, T::read::<M>)
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    pub(super) fn pass_text_or_null_here(&mut self) -> Result<(), Stop> {
        if scan::byte(self.bytes(), self.at) == b'"' {
            return self.pass_text();
        }
        S::pass_nullable(self, TEXT, Self::pass_text)
    }

    pub(super) fn pass_nullable_here(
        &mut self,
        types: TypeSet,
        read: Reading<'a, S, ()>,
    ) -> Result<(), Stop> {
        match self.type_at_hand_here() {
            JsonType::Null => self.null().map(drop),
            found if types.may_hold(found) => read(self),
            _ => self.wrong_type(types),
        }
    }
}

impl<'a> Reader<'a, Build> {
    /// A value of these types, or nothing for `null`.
    #[inline]
    pub(super) fn built_or_null<T>(
        &mut self,
        types: TypeSet,
        read: Reading<'a, Build, T>,
    ) -> Result<Option<T>, Stop> {
        match self.type_at_hand_here() {
            JsonType::Null if self.null()? => Ok(None),
            found if found != JsonType::Null && types.may_hold(found) => read(self).map(Some),
            _ => Err(Stop::Invalid),
        }
    }

    pub(super) fn text_or_null_here(&mut self) -> Result<Option<String>, Stop> {
        self.built_or_null(TEXT, Build::text)
    }
}
