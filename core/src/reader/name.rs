//! Names of members, prepared at compile time so that the one that is expected next is compared
//! with the text before anything else is done, all at once.

use super::key::Key;
use super::scan::{Block, TwoBlocks, Window, equal};

/// The longest prepared text: a name, its quotes and the colon. Longer names are found by look-up.
const LONGEST: usize = 32;

/// The name of a member that a schema knows. As many bytes as are a power of two, so that the place of
/// one in a list is quickly found.
#[derive(Debug, Clone, Copy)]
#[repr(C, align(128))]
pub struct Name {
    /// A comma at the end of the first block, then `"name":`, filled up with zeros.
    written: [Block; 1 + LONGEST / 16],
    text: &'static str,
    key: Key,
    /// A bit for each byte of that, the first byte lowest.
    mask: u32,
    /// What the mask leaves of a comparison that finds the name: the mask itself. Where the name is
    /// too long to be prepared, or written with escapes, it is what no comparison gives.
    found: u32,
    length: u32,
}

impl Name {
    /// Prepares a name.
    pub const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut name = Self {
            text,
            key: Key::of_name(bytes),
            written: [[b','; 16], [0; 16], [0; 16]],
            mask: 0,
            found: 1,
            length: 0,
        };
        if bytes.len() > LONGEST - 3 {
            return name;
        }
        if let Some([one, two]) = name.key.quoted(bytes.len()) {
            name.written = [name.written[0], one, two];
            name.mask = u32::MAX >> (LONGEST - 3 - bytes.len());
            name.found = name.mask;
            name.length = name.mask.count_ones();
        }
        name
    }

    /// The name itself.
    #[inline]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    #[inline]
    pub(super) const fn key(&self) -> &Key {
        &self.key
    }

    /// Four bytes at this place of `"name":`, the first one lowest; `None` behind its end, and for a name that
    /// is not prepared. For the compiler, which takes as long for a call as for many steps.
    pub(super) const fn four_at(&self, place: usize) -> Option<u32> {
        const LENGTH: usize = size_of::<Block>();
        if place + 4 > self.length as usize {
            return None;
        }
        let mut four = 0;
        let mut at = place + 4;
        while at > place {
            at -= 1;
            four = four << 8 | self.written[1 + at / LENGTH][at % LENGTH] as u32;
        }
        Some(four)
    }

    /// Where `"name":` ends, if it begins at `at` in the text, behind a comma unless it is the first
    /// name. `None` as for `end_at`.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `end_at`"),
        inline(always)
    )]
    pub(super) fn end_in(&self, text: &[u8], at: usize, is_first: bool) -> Option<usize> {
        let length = self.length as usize + usize::from(!is_first);
        let start = size_of::<Block>() - usize::from(!is_first);
        let written = self.written.as_flattened().get(start..start + length)?;
        let found = text.get(at..at + length)?;
        (self.length != 0 && found == written).then_some(at + length)
    }

    /// Whether these bytes begin with `"name":`; `false` also for what only a closer look can tell.
    #[inline]
    pub(super) fn is_at(&self, text: &TwoBlocks) -> bool {
        let ([one, two], _) = text.as_chunks() else {
            return false;
        };
        let equal = equal(one, &self.written[1]) | equal(two, &self.written[2]) << 16;
        equal & self.mask == self.found
    }

    /// Where `"name":` ends, if it begins at `start` and the name is too long to be prepared. `None` also for what
    /// takes a closer look: an escape, or more than the ends of the name tell.
    #[inline]
    pub(super) fn end_of_long(&self, text: &[u8], start: usize) -> Option<usize> {
        const MOST: usize = 2 * Key::LENGTH;
        let name = self.text.as_bytes();
        if !(Key::LENGTH..=MOST).contains(&name.len()) {
            return None;
        }
        let end = start + 1 + name.len();
        let written = text.get(start + 1..end + 2)?;
        let (written, [b'"', b':']) = written.split_last_chunk()? else {
            return None;
        };
        // Both ends are all of it. The key of a name that needs escapes begins like no text.
        let is_it = self.key.begins_with(written.first_chunk()?)
            && written.last_chunk::<{ Key::LENGTH }>() == name.last_chunk();
        is_it.then_some(end + 2)
    }

    /// How long `"name":` is.
    #[inline]
    pub(super) fn length(&self) -> usize {
        self.length as usize
    }

    /// Where `"name":` ends, if it begins at `at` in the window. `None` also for what only a closer look can
    /// tell: a space before the colon, an escape in the name.
    #[cfg_attr(
        not(debug_assertions),
        expect(
            clippy::inline_always,
            reason = "nearly all of it is known to the compiler where the name is"
        ),
        inline(always)
    )]
    pub(super) fn end_at(&self, window: &Window, at: usize) -> Option<usize> {
        let first = window.get(at..)?.first_chunk::<LONGEST>()?;
        self.is_at(first).then(|| at + self.length())
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Name};
    use crate::reader::scan;

    /// Looks for the name at the beginning of `text`, in both ways.
    #[track_caller]
    fn check(name: &'static str, text: &str, expected: Option<usize>) {
        let window = format!(",{text}{}", "1".repeat(70));
        let window = scan::window(window.as_bytes(), 0).unwrap();
        let name = Name::new(name);
        assert_eq!(name.end_at(window, 1), expected.map(|length| 1 + length));
        assert_eq!(name.end_in(text.as_bytes(), 0, true), expected);
        let behind_comma = format!(",{text}");
        let end = name.end_in(behind_comma.as_bytes(), 0, false);
        assert_eq!(end, expected.map(|length| 1 + length));
        assert_eq!(name.end_in(text.as_bytes(), 0, false), None);
    }

    #[test]
    fn a_name_is_found_with_its_quotes_and_its_colon() {
        check("id", "\"id\":1", Some(5));
        check("", "\"\":1", Some(3));
        check("id", "\"id\" :1", None);
        check("id", "\"ids\":1", None);
        check("id", "\"i\":1", None);
        check("é", "\"é\":1", Some(5));
        let long: &'static str = "a23456789012345678901234567890";
        check(&long[..29], &format!("\"{}\":", &long[..29]), Some(32));
        check(long, &format!("\"{long}\":"), None);
        check("a\"", "\"a\\\"\":", None);
        check("id", "\"id\"", None);
        check("id", "", None);
        check(long, &"\0".repeat(40), None);
    }

    #[test]
    fn a_long_name_is_found_by_both_its_ends() {
        let text: &'static str =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+";
        for length in 0..=text.len() {
            let name = Name::new(&text[..length]);
            let end = |text: &str| name.end_of_long(format!("[{{{text}").as_bytes(), 2);
            let written = format!("\"{}\":", &text[..length]);
            let expected = (32..=64).contains(&length).then_some(2 + written.len());
            assert_eq!(end(&written), expected, "{length}");
            for at in 0..written.len() {
                let mut other = written.clone();
                other.replace_range(at..=at, "/");
                // The first quote was seen before.
                assert_eq!(end(&other), expected.filter(|_| at == 0), "{other}");
            }
            assert_eq!(end(&written[..written.len() - 1]), None);
        }
        let escaped = Name::new("a name of which the raw text is no JSON\"");
        let raw = format!("\"{}\":", escaped.text());
        assert_eq!(escaped.end_of_long(raw.as_bytes(), 0), None);
    }

    #[test]
    fn a_name_of_any_length_is_found() {
        let text: &'static str = "abcdefghijklmnopqrstuvwxyzABCD";
        for length in 0..LONGEST - 2 {
            let name = &text[..length];
            check(name, &format!("\"{name}\":"), Some(length + 3));
            check(name, &format!("\"{name}\";"), None);
            check(name, &format!("\"{name}:"), None);
            check(name, &format!("\"{name}A\":"), None);
        }
    }
}
