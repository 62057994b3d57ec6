//! Strings that alternatives list: which of them allow a string is mostly known when it is looked up, before any
//! is asked.

use super::key::Key;
use super::words::Words;
use super::{Reader, Sink, scan};

/// Strings that tell alternatives apart. A set of leaves has a bit for each.
#[derive(Debug)]
pub struct Texts {
    words: Words,
    /// For each string the leaves that may allow it,
    allowed_by: &'static [u64],
    /// and whether it is known to be allowed.
    are_allowed: &'static [bool],
    /// The leaves that may allow any other string.
    others_allowed_by: u64,
}

impl Texts {
    /// What is known of some strings, and of all others.
    pub const fn new(
        words: Words,
        allowed_by: &'static [u64],
        are_allowed: &'static [bool],
        others_allowed_by: u64,
    ) -> Self {
        Self {
            words,
            allowed_by,
            are_allowed,
            others_allowed_by,
        }
    }
}

/// The leaves that may allow the value at hand, and where it ends if it is known to be allowed, else
/// [`UNREAD`]: two words, which are handed over in registers.
pub(super) type Told = (u64, usize);

/// No place where a value ends.
pub(super) const UNREAD: usize = 0;

impl<S: Sink> Reader<'_, S> {
    /// What is known of the string at hand, which one of the `open` leaves may allow.
    // Not a part of what asks: most alternatives are told by their types or their members.
    #[inline(never)]
    pub(super) fn text_told(&self, texts: &Texts, open: u64) -> Told {
        let (leaves, end) = self.short_text_told(texts).unwrap_or((open, UNREAD));
        (leaves & open, end)
    }

    /// The same by its characters, if it is a short one without escapes.
    #[inline]
    fn short_text_told(&self, texts: &Texts) -> Option<Told> {
        let blocks = self.window()?[1..].first_chunk()?;
        let length = scan::ends_in(blocks).trailing_zeros() as usize;
        if blocks.get(length) != Some(&b'"') {
            return None;
        }
        let Some(found) = texts.words.find_short(&Key::of_start(blocks, length)) else {
            return Some((texts.others_allowed_by, UNREAD));
        };
        let &leaves = texts.allowed_by.get(found)?;
        let is_allowed = *texts.are_allowed.get(found)?;
        let end = self.at + length + 2;
        Some((leaves, if is_allowed { end } else { UNREAD }))
    }
}
