//! Whole values, for generated code: each function reads what it is named after and makes the value
//! of the Rust type for it.

use super::number::Holding;
use super::{Build, Mode, NumberToken, Reader, Stop, StringToken};
use crate::number::FromNumber;
use crate::schema::Read;
use crate::{Json, Never, TypeSet};
use std::borrow::Cow;

impl<'a, M: Mode> Reader<'a, M> {
    /// Any value, which nothing judges.
    #[inline]
    pub fn any(&mut self) -> Result<M::Out<Json>, Stop> {
        M::json(self)
    }

    /// No value: what is at hand is reported.
    #[inline]
    pub fn never(&mut self) -> Result<M::Out<Never>, Stop> {
        self.nothing()?;
        M::absent()
    }

    /// `null`.
    #[inline]
    pub fn unit(&mut self) -> Result<M::Out<()>, Stop> {
        if self.null()? {
            Ok(M::build(|| ()))
        } else {
            M::absent()
        }
    }

    /// A boolean.
    #[inline]
    pub fn flag(&mut self) -> Result<M::Out<bool>, Stop> {
        M::flag(self)
    }

    /// A string.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "half the members of most documents"),
        inline(always)
    )]
    pub fn text(&mut self) -> Result<M::Out<String>, Stop> {
        M::text(self)
    }

    /// A string, borrowed where it is written without escapes.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as above"),
        inline(always)
    )]
    pub fn borrowed_text(&mut self) -> Result<M::Out<Cow<'a, str>>, Stop> {
        self.text_by(StringToken::text)
    }

    /// A string, in a type that is made from one.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as above"),
        inline(always)
    )]
    pub fn text_as<T: for<'t> From<&'t str>>(&mut self) -> Result<M::Out<T>, Stop> {
        self.text_by(StringToken::to)
    }

    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as above"),
        inline(always)
    )]
    fn text_by<T>(
        &mut self,
        make: impl Copy + FnOnce(&StringToken<'a>) -> T,
    ) -> Result<M::Out<T>, Stop> {
        if !M::BUILDS {
            self.pass_text()?;
            return M::judged();
        }
        let Some(text) = self.string()? else {
            return M::absent();
        };
        Ok(M::build(|| make(&text)))
    }

    /// A number.
    #[inline]
    pub fn number_as<T: FromNumber>(&mut self) -> Result<M::Out<T>, Stop> {
        M::number_as(self, const { &Holding::number::<T>() })
    }

    /// An integer.
    #[inline]
    pub fn integer_as<T: FromNumber>(&mut self) -> Result<M::Out<T>, Stop> {
        M::number_as(self, const { &Holding::integer::<T>() })
    }

    /// A number that must be an integer because a list of values, which was asked before, has no
    /// others.
    #[inline]
    pub fn listed_integer(&mut self) -> Result<Option<NumberToken<'a>>, Stop> {
        let mut number = self.number()?;
        if let Some(number) = &mut number
            && !number.is_integer()
        {
            number.refuse();
        }
        Ok(number)
    }

    /// `null` for nothing.
    #[inline]
    pub fn none<T>(&mut self) -> Result<M::Out<Option<T>>, Stop> {
        if self.null()? {
            Ok(M::build(|| None))
        } else {
            M::absent()
        }
    }

    /// A value where there may be nothing.
    #[inline]
    pub fn some<T>(
        &mut self,
        read: impl Copy + FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<Option<T>>, Stop> {
        self.variant(Some, read)
    }

    /// A value in a box where there may be nothing.
    #[inline]
    pub fn some_boxed<T>(
        &mut self,
        read: impl Copy + FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<Option<Box<T>>>, Stop> {
        self.variant(|value| Some(Box::new(value)), read)
    }

    /// A value in a box.
    #[inline]
    pub fn boxed<T>(
        &mut self,
        read: impl Copy + FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<Box<T>>, Stop> {
        self.variant(Box::new, read)
    }

    /// A value in what `make` makes of it.
    #[inline]
    pub fn variant<T, U>(
        &mut self,
        make: impl Copy + FnOnce(T) -> U,
        read: impl Copy + FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<U>, Stop> {
        M::made(read(self), make)
    }

    /// A value as its type says, in what `make` makes of it.
    #[inline]
    pub fn variant_of<T: Read<'a>, U>(
        &mut self,
        make: impl Copy + FnOnce(T) -> U,
    ) -> Result<M::Out<U>, Stop> {
        M::made_of(self, make)
    }

    /// A value in a box, in what `make` makes of it.
    #[inline]
    pub fn variant_boxed<T, U>(
        &mut self,
        make: impl Copy + FnOnce(Box<T>) -> U,
        read: impl Copy + FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<U>, Stop> {
        self.variant(|value| make(Box::new(value)), read)
    }

    /// Reports that the value at hand is none of these types, and skips it.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn unexpected<T>(&mut self, types: TypeSet) -> Result<M::Out<T>, Stop> {
        match self.wrong_type(types) {
            Ok(()) => M::absent(),
            Err(stop) => Err(stop),
        }
    }

    /// Skips a value that a list of values, which was asked before, does not have.
    #[inline]
    pub fn refused<T>(&mut self) -> Result<M::Out<T>, Stop> {
        self.skip()?;
        M::absent()
    }
}

impl Reader<'_, Build> {
    /// A string, as part of what calls it.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[expect(clippy::inline_always, reason = "where rows are unrolled, for speed")]
    #[inline(always)]
    pub fn text_here(&mut self) -> Result<String, Stop> {
        let text = self.string_here()?.ok_or(Stop::Invalid)?;
        Ok(text.to_owned_text())
    }
}
