//! Values that are written plainly: where they end is seen without reading them.

use super::{Array, Reader, Sink, scan};
use std::ops::Range;

impl<S: Sink> Reader<'_, S> {
    /// Where the value at hand begins and ends, if it is a string without escapes, an integer
    /// without exponent, `true`, `false` or `null`.
    #[inline]
    pub(crate) fn plain_extent(&self) -> Option<Range<usize>> {
        Some(self.at..plain_end(self.bytes(), self.at)?)
    }

    /// Of the items of an array, all of which was read, the first that equals an earlier one, behind
    /// the first that it equals. `None` outside where the items are too many for comparing them one
    /// by one, or their texts do not tell.
    pub(crate) fn plain_twins(&self, array: &Array) -> Option<Option<(usize, usize)>> {
        if array.count() > FEW {
            return None;
        }
        let bytes = self.bytes();
        let mut items = [""; FEW];
        let mut at = array.span(self).start + 1;
        for count in 0..array.count() {
            let start = scan::skip_whitespace(bytes, at);
            let end = plain_end(bytes, start)?;
            let text = self.text_of(start..end);
            let earlier = items.get(..count)?;
            let first = earlier.iter().position(|item| scan::same(item, text));
            if let Some(first) = first {
                return Some(Some((first, count)));
            }
            if text == "-0" {
                return None;
            }
            *items.get_mut(count)? = text;
            // Behind the comma.
            at = scan::skip_whitespace(bytes, end) + 1;
        }
        Some(None)
    }
}

/// Up to this many items are compared one by one.
const FEW: usize = 16;

fn plain_end(bytes: &[u8], start: usize) -> Option<usize> {
    Some(match bytes.get(start)? {
        b'"' => {
            let end = scan::string_end(bytes, start + 1);
            (*bytes.get(end)? == b'"').then_some(end + 1)?
        }
        b'-' | b'0'..=b'9' => integer_end(bytes, start)?,
        b't' => start + bytes[start..].starts_with(b"true").then_some(4)?,
        b'f' => start + bytes[start..].starts_with(b"false").then_some(5)?,
        b'n' => start + bytes[start..].starts_with(b"null").then_some(4)?,
        _ => return None,
    })
}

fn integer_end(bytes: &[u8], start: usize) -> Option<usize> {
    let first = start + usize::from(bytes[start] == b'-');
    let end = scan::skip_digits(bytes, first);
    let leading_zero = bytes.get(first) == Some(&b'0') && end > first + 1;
    let goes_on = matches!(bytes.get(end), Some(b'.' | b'e' | b'E'));
    (end > first && !leading_zero && !goes_on).then_some(end)
}
