//! Strings of which a schema asks more than their type.

use super::{Mode, Reader, Sink, Stop, StringToken};
use crate::pattern::Pattern;

/// A keyword that asks something of strings.
#[derive(Debug, Clone, Copy)]
pub enum TextRule {
    /// `minLength`
    MinLength(u64),
    /// `maxLength`
    MaxLength(u64),
    /// `pattern`
    Pattern(&'static Pattern),
}

impl TextRule {
    #[inline]
    fn judge<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        given: &StringToken<'_>,
    ) -> Result<(), Stop> {
        match self {
            Self::MinLength(least) => reader.min_length(given, *least),
            Self::MaxLength(most) => reader.max_length(given, *most),
            Self::Pattern(pattern) => reader.pattern(given, pattern),
        }
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Reads a string that has to keep the rules; `None` where something else stands, which is reported and
    /// skipped.
    #[inline]
    pub(super) fn text_kept_here(
        &mut self,
        rules: &'static [TextRule],
    ) -> Result<Option<StringToken<'a>>, Stop> {
        let Some(text) = self.string_here()? else {
            return Ok(None);
        };
        rules.iter().try_for_each(|rule| rule.judge(self, &text))?;
        Ok(Some(text))
    }

    /// The same for nothing but its verdict: the token that is handed over would go through memory.
    pub(super) fn pass_text_within_here(&mut self, rules: &'static [TextRule]) -> Result<(), Stop> {
        match self.string_here()? {
            Some(text) => rules.iter().try_for_each(|rule| rule.judge(self, &text)),
            None => Ok(()),
        }
    }
}

impl<M: Mode> Reader<'_, M> {
    /// Reads over a string that has to keep the rules.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn pass_text_within(&mut self, rules: &'static [TextRule]) -> Result<(), Stop> {
        M::pass_text_within(self, rules)
    }
}
