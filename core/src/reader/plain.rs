//! Values that are written plainly: where they end is seen without reading them.

use super::hop::behind_container;
use super::{Array, Reader, Sink, scan};
use std::ops::Range;

impl<'a, S: Sink> Reader<'a, S> {
    /// Where the value at hand begins and ends, if it is a string without escapes, an integer
    /// without exponent, `true`, `false` or `null`.
    #[inline]
    pub(crate) fn plain_extent(&self) -> Option<Range<usize>> {
        Some(self.at..plain_end(self.bytes(), self.at)?)
    }

    /// Of the items of an array, all of which was read, the first that equals an earlier one, behind
    /// the first that it equals.
    pub(crate) fn plain_twins(&self, array: &Array) -> Result<Option<(usize, usize)>, Untold> {
        if array.count() > FEW {
            return Err(Untold);
        }
        let bytes = self.bytes();
        let mut name = "";
        let mut values = [""; FEW];
        let mut at = array.span(self).start + 1;
        for count in 0..array.count() {
            let start = scan::skip_whitespace(bytes, at);
            let (telling, end) = self.telling(start).ok_or(Untold)?;
            if count == 0 {
                name = telling.name;
            } else if !scan::same(telling.name, name) {
                return Err(Untold);
            }
            let mut earlier = values[..count].iter();
            if let Some(first) = earlier.position(|value| scan::same(value, telling.value)) {
                // Objects may differ by other members yet.
                return if name.is_empty() {
                    Ok(Some((first, count)))
                } else {
                    Err(Untold)
                };
            }
            if telling.value == "-0" {
                return Err(Untold);
            }
            values[count] = telling.value;
            // Behind the comma.
            at = scan::skip_whitespace(bytes, end) + 1;
        }
        Ok(None)
    }

    /// What mostly tells the item at `start` from others, and where it ends.
    fn telling(&self, start: usize) -> Option<(Telling<'a>, usize)> {
        let bytes = self.bytes();
        if scan::byte(bytes, start) != b'{' {
            let end = plain_end(bytes, start)?;
            let value = self.text_of(start..end);
            return Some((Telling { name: "", value }, end));
        }
        if !self.shadowed.is_empty() {
            // A later member may replace the first one.
            return None;
        }
        let name = scan::skip_whitespace(bytes, start + 1);
        let name = name..plain_end(bytes, name)?;
        let colon = scan::skip_whitespace(bytes, name.end);
        let value = scan::skip_whitespace(bytes, colon + 1);
        let value = value..plain_end(bytes, value)?;
        let telling = Telling {
            name: self.text_of(name),
            value: self.text_of(value),
        };
        Some((telling, behind_container(bytes, start)?))
    }
}

/// What mostly tells an item from others: all of it, if it is plain, or the first member of an object.
struct Telling<'t> {
    /// The member's, with its quotes, or nothing.
    name: &'t str,
    value: &'t str,
}

/// The items of an array are too many for comparing each with each, or their texts do not tell
/// which are equal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Untold;

/// Up to this many items are compared one by one.
const FEW: usize = 16;

pub(super) fn plain_end(bytes: &[u8], start: usize) -> Option<usize> {
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
