//! Values that are written plainly: where they end is seen without reading them.

use super::{Reader, Sink, scan};
use std::ops::Range;

impl<S: Sink> Reader<'_, S> {
    /// Where the value at hand begins and ends, if it is a string without escapes, an integer
    /// without exponent, `true`, `false` or `null`.
    #[inline]
    pub(crate) fn plain_extent(&self) -> Option<Range<usize>> {
        let (bytes, start) = (self.bytes(), self.at);
        let end = match bytes.get(start)? {
            b'"' => {
                let end = scan::string_end(bytes, start + 1);
                (*bytes.get(end)? == b'"').then_some(end + 1)?
            }
            b'-' | b'0'..=b'9' => integer_end(bytes, start)?,
            b't' => start + bytes[start..].starts_with(b"true").then_some(4)?,
            b'f' => start + bytes[start..].starts_with(b"false").then_some(5)?,
            b'n' => start + bytes[start..].starts_with(b"null").then_some(4)?,
            _ => return None,
        };
        Some(start..end)
    }
}

fn integer_end(bytes: &[u8], start: usize) -> Option<usize> {
    let first = start + usize::from(bytes[start] == b'-');
    let end = scan::skip_digits(bytes, first);
    let leading_zero = bytes.get(first) == Some(&b'0') && end > first + 1;
    let goes_on = matches!(bytes.get(end), Some(b'.' | b'e' | b'E'));
    (end > first && !leading_zero && !goes_on).then_some(end)
}
