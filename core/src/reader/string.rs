//! Strings: found as raw text first, decoded only where somebody needs the characters.

use super::scan::{Start, TwoBlocks};
use super::{Reader, Sink, Stop, scan};
use crate::JsonType;
use std::borrow::Cow;
use std::ops::Range;

/// A string of the document, its escapes checked but not yet decoded.
#[derive(Debug, Clone, Copy)]
pub struct StringToken<'a> {
    document: &'a str,
    /// Where the opening quote stands, and behind the closing one.
    start: usize,
    end: usize,
    escaped: bool,
}

/// How much of a string was looked at that is known to be long.
const LONG: usize = size_of::<TwoBlocks>();

impl<'a> StringToken<'a> {
    /// Where the string stands in the document, quotes included, in bytes.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What stands between the quotes, escapes as they are.
    #[inline]
    pub fn raw(&self) -> &'a str {
        &self.document[self.start + 1..self.end - 1]
    }

    /// Whether there is an escape in it.
    #[inline]
    pub fn is_escaped(&self) -> bool {
        self.escaped
    }

    /// The characters that the string means; borrowed where it holds no escape.
    #[inline]
    pub fn text(&self) -> Cow<'a, str> {
        if self.escaped {
            Cow::Owned(decode(self.raw()))
        } else {
            Cow::Borrowed(self.raw())
        }
    }

    /// The characters that the string means, as an owned string.
    #[inline]
    pub fn to_owned_text(&self) -> String {
        self.text().into_owned()
    }

    /// The characters that the string means, in a type that is made from a string.
    #[inline]
    pub fn to<T: for<'t> From<&'t str>>(&self) -> T {
        T::from(&self.text())
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Reads a string; `None` where something else stands, which is reported and skipped.
    #[expect(
        clippy::inline_always,
        reason = "a token that is handed over goes through memory"
    )]
    #[inline(always)]
    pub fn string(&mut self) -> Result<Option<StringToken<'a>>, Stop> {
        if S::KEEPS_FAILURES {
            return S::string(self);
        }
        self.string_here()
    }

    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    pub(super) fn string_here(&mut self) -> Result<Option<StringToken<'a>>, Stop> {
        let begun = match self.string_start() {
            Start::Short(end) => {
                let start = std::mem::replace(&mut self.at, end);
                return Ok(Some(self.simple_string(start..end)));
            }
            Start::Long => LONG,
            Start::Other if S::comes_to_string(self)? => 0,
            Start::Other => return Ok(None),
        };
        self.quoted_behind(begun).map(Some)
    }

    /// What begins at the cursor.
    #[inline]
    fn string_start(&self) -> Start {
        let Some(window) = self.window() else {
            return scan::string_start_near_end(self.bytes(), self.at);
        };
        match window.first_chunk() {
            Some(start) => match scan::string_start_in(start, self.at) {
                Start::Long => {
                    scan::string_end_in_last(window, self.at).map_or(Start::Long, Start::Short)
                }
                start => start,
            },
            None => Start::Other,
        }
    }

    /// The same where the text does not end within a window: else it takes a closer look.
    #[inline]
    pub(super) fn string_in_window(&self) -> Start {
        match self.window().and_then(|window| window.first_chunk()) {
            Some(window) => scan::string_start_in(window, self.at),
            None => Start::Other,
        }
    }

    /// Reads over the value at hand, which must be a string.
    #[expect(clippy::inline_always, reason = "half the members of most documents")]
    #[inline(always)]
    pub(super) fn pass_text(&mut self) -> Result<(), Stop> {
        // Reports are in no hurry.
        if S::KEEPS_FAILURES {
            return S::pass_any_text(self);
        }
        // One assignment for all ways: what follows would have to read the place back from memory.
        self.at = match self.string_in_window() {
            Start::Short(end) => end,
            Start::Long => S::pass_long_text(self, self.at)?,
            Start::Other => {
                S::pass_any_text(self)?;
                self.at
            }
        };
        Ok(())
    }

    /// What stands between the quotes of a short string without escapes at `at`, and where that ends; `None`
    /// where something else stands.
    #[expect(
        unsafe_code,
        reason = "what the quotes tell would be asked of each string again, of its bytes in memory"
    )]
    #[inline]
    fn short_text_at(&self, at: usize) -> Option<(&'a str, usize)> {
        let window = self.text.window(at)?;
        let end = match scan::string_start_in(window.first_chunk()?, at) {
            Start::Short(end) => end,
            Start::Long => scan::string_end_in_last(window, at)?,
            Start::Other => return None,
        };
        // SAFETY: a quote stands at `at`, where the window begins, and another one behind that, before `end`:
        // both in the window, and so in the text. What stands between two characters is text.
        let text = unsafe { self.text.as_str().get_unchecked(at + 1..end - 1) };
        Some((text, end))
    }

    /// The same as a string that stays in the document.
    #[inline]
    pub fn borrowed_text_at(&self, at: usize) -> Option<(Cow<'a, str>, usize)> {
        let (text, end) = self.short_text_at(at)?;
        Some((Cow::Borrowed(text), end))
    }

    /// The same in a type that is made from a string.
    #[inline]
    pub fn text_as_at<T: for<'t> From<&'t str>>(&self, at: usize) -> Option<(T, usize)> {
        let (text, end) = self.short_text_at(at)?;
        Some((T::from(text), end))
    }

    /// Goes to the quote of the string at hand; `false` where something else stands, which is reported
    /// and skipped.
    pub(super) fn comes_to_string_here(&mut self) -> Result<bool, Stop> {
        if self.peek() == Some(b'"') {
            return Ok(true);
        }
        self.wrong_type(JsonType::String.into())?;
        Ok(false)
    }

    /// Reads over the string at hand; what else stands there is reported and skipped.
    pub(super) fn pass_any_text_here(&mut self) -> Result<(), Stop> {
        if self.peek() != Some(b'"') {
            return self.wrong_type(JsonType::String.into());
        }
        self.quoted().map(drop)
    }

    /// Reads a string where a short one without escapes stands at the cursor, else nothing.
    #[inline]
    pub(crate) fn short_string(&mut self) -> Option<StringToken<'a>> {
        let Start::Short(end) = self.string_start() else {
            return None;
        };
        let start = std::mem::replace(&mut self.at, end);
        Some(self.simple_string(start..end))
    }

    /// The string in `span`, which was read before and holds no escape.
    #[inline]
    pub(super) fn simple_string(&self, span: Range<usize>) -> StringToken<'a> {
        StringToken {
            document: self.text.as_str(),
            start: span.start,
            end: span.end,
            escaped: false,
        }
    }

    /// The string at `start`, which was read before.
    pub(super) fn string_at(&self, start: usize) -> StringToken<'a> {
        S::string_at(self, start)
    }

    pub(super) fn string_at_here(&self, start: usize) -> StringToken<'a> {
        let mut end = scan::string_end(self.bytes(), start + 1);
        let escaped = self.bytes().get(end) == Some(&b'\\');
        while let Some(b'\\') = self.bytes().get(end) {
            end = scan::string_end(self.bytes(), end + 2);
        }
        StringToken {
            document: self.text.as_str(),
            start,
            end: end + 1,
            escaped,
        }
    }

    /// Reads a string whose opening quote the cursor stands on.
    #[inline]
    pub(crate) fn quoted(&mut self) -> Result<StringToken<'a>, Stop> {
        self.quoted_behind(0)
    }

    /// The same where so many bytes of it were looked at and are nothing special.
    #[inline]
    fn quoted_behind(&mut self, begun: usize) -> Result<StringToken<'a>, Stop> {
        let start = self.at;
        let escapes = S::pass_string(self, begun)?;
        Ok(StringToken {
            document: self.text.as_str(),
            start,
            end: self.at,
            escaped: escapes > 0,
        })
    }

    /// Goes behind the string that the cursor stands on, whose first `begun` bytes are nothing
    /// special; gives how many escapes it holds. What is returned fits registers, which neither a token
    /// nor a truth value does beside an error.
    pub(super) fn pass_string_here(&mut self, begun: usize) -> Result<usize, Stop> {
        let end = scan::long_string_end(self.bytes(), self.at + 1 + begun);
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(0);
        }
        self.pass_escapes(end)
    }

    /// Goes behind the string at `at`, of which so much was looked at that it is known to be long. Gives
    /// where it ends, as `Object::build_apart` does.
    pub(super) fn pass_long_text_here(&mut self, at: usize) -> Result<usize, Stop> {
        let end = scan::long_string_end(self.bytes(), at + 1 + LONG);
        if self.bytes().get(end) == Some(&b'"') {
            return Ok(end + 1);
        }
        self.at = at;
        self.pass_escapes(end)?;
        Ok(self.at)
    }

    #[cold]
    fn pass_escapes(&mut self, mut end: usize) -> Result<usize, Stop> {
        let mut escapes = 0;
        loop {
            match self.bytes().get(end) {
                Some(b'"') => break,
                Some(b'\\') => end = self.escape(end)?,
                Some(_) => return self.malformed_at(end, "no control character, but its escape"),
                None => return self.malformed_at(end, "the quote that ends the string"),
            }
            escapes += 1;
            end = scan::string_end(self.bytes(), end);
        }
        self.at = end + 1;
        Ok(escapes)
    }

    /// Checks the escape at `at` and gives the place behind it.
    fn escape(&mut self, at: usize) -> Result<usize, Stop> {
        match self.bytes().get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
            Some(b'u') => match unit(self.bytes(), at) {
                Some(0xD800..=0xDBFF) => match unit(self.bytes(), at + 6) {
                    Some(0xDC00..=0xDFFF) => Ok(at + 12),
                    _ => self.malformed_at(at, "the second half of a surrogate pair after this"),
                },
                Some(0xDC00..=0xDFFF) => {
                    self.malformed_at(at, "the first half of a surrogate pair before this")
                }
                Some(_) => Ok(at + 6),
                None => self.malformed_at(at, "four hexadecimal digits after `\\u`"),
            },
            _ => self.malformed_at(
                at,
                "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u",
            ),
        }
    }
}

/// The UTF-16 code unit that the escape `\uXXXX` at `at` stands for.
#[inline]
fn unit(bytes: &[u8], at: usize) -> Option<u32> {
    let &[b'\\', b'u', first, second, third, fourth] = bytes.get(at..)?.first_chunk()? else {
        return None;
    };
    let [first, second, third, fourth] =
        [first, second, third, fourth].map(|digit| u32::from(DIGITS[usize::from(digit)]));
    let is_unit = first | second | third | fourth < 16;
    is_unit.then_some(first << 12 | second << 8 | third << 4 | fourth)
}

/// What each byte is worth as a hexadecimal digit; more than any for what is none.
const DIGITS: [u8; 256] = {
    let mut digits = [u8::MAX; 256];
    let mut value = 0;
    while value < 16 {
        let digit = b"0123456789abcdef"[value as usize];
        digits[digit as usize] = value;
        digits[digit.to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    digits
};

/// The characters of a string whose escapes were checked.
#[cold]
fn decode(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let (character, length) = decode_escape(&rest.as_bytes()[at..]);
        text.push(character);
        rest = &rest[at + length..];
    }
    text.push_str(rest);
    text
}

/// The character that a checked escape means, and how long the escape is.
fn decode_escape(escape: &[u8]) -> (char, usize) {
    let character = match escape[1] {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return decode_unicode(escape),
        same => char::from(same),
    };
    (character, 2)
}

fn decode_unicode(escape: &[u8]) -> (char, usize) {
    let first = unit(escape, 0).unwrap_or(0xFFFD);
    if let 0xD800..=0xDBFF = first {
        let second = unit(escape, 6).unwrap_or(0xDC00);
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return (
            char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
            12,
        );
    }
    (
        char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER),
        6,
    )
}
