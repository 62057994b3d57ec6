//! Imprints: numbers that are the same for equal values. Where those of all items of an array differ,
//! no two items are equal, and nothing had to be written down to find out.

use super::plain::plain_end;
use super::{Array, Key, Reader, Sink, scan};

impl<S: Sink> Reader<'_, S> {
    /// Whether the items of an array, all of which was read, are known to differ, each from each.
    pub(crate) fn differ_by_imprint(&self, array: &Array) -> bool {
        // What replaced members say would count.
        self.shadowed.is_empty() && self.imprints_differ(array).unwrap_or(false)
    }

    fn imprints_differ(&self, array: &Array) -> Option<bool> {
        let mut values = Values {
            bytes: self.bytes(),
            at: array.span(self).start + 1,
        };
        let mut imprints = Vec::with_capacity(array.count());
        for _ in 0..array.count() {
            values.pass_whitespace();
            imprints.push(values.value(self.depth_left())?);
            values.pass_whitespace();
            values.at += 1; // the comma
        }
        imprints.sort_unstable();
        let mut neighbours = imprints.array_windows();
        Some(neighbours.all(|[one, other]| one != other))
    }
}

/// A cursor over values that were read before. Where one is not written plainly there is no imprint,
/// because another that is written otherwise may be equal; nor where it nests deeper than walks go.
struct Values<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Values<'_> {
    fn value(&mut self, depth_left: usize) -> Option<u64> {
        match self.bytes.get(self.at)? {
            b'[' => self.items(depth_left.checked_sub(1)?),
            b'{' => self.members(depth_left.checked_sub(1)?),
            _ => self.scalar(),
        }
    }

    fn scalar(&mut self) -> Option<u64> {
        let end = plain_end(self.bytes, self.at)?;
        let text = &self.bytes[self.at..end];
        self.at = end;
        (text != b"-0").then(|| Key::of_text(text).hash())
    }

    fn items(&mut self, depth_left: usize) -> Option<u64> {
        let mut all = 1;
        self.step();
        while *self.bytes.get(self.at)? != b']' {
            all = mixed(all, self.value(depth_left)?);
            self.pass_comma();
        }
        self.at += 1;
        Some(all)
    }

    /// A sum, because the order of members does not count.
    fn members(&mut self, depth_left: usize) -> Option<u64> {
        let mut all = 2_u64;
        self.step();
        while *self.bytes.get(self.at)? != b'}' {
            let name = self.scalar()?;
            self.pass_whitespace();
            self.step(); // the colon
            all = all.wrapping_add(mixed(name, self.value(depth_left)?));
            self.pass_comma();
        }
        self.at += 1;
        Some(all)
    }

    /// Goes behind the byte at hand and the white space that follows.
    fn step(&mut self) {
        self.at += 1;
        self.pass_whitespace();
    }

    /// Goes behind a comma, if one comes next.
    fn pass_comma(&mut self) {
        self.pass_whitespace();
        if self.bytes.get(self.at) == Some(&b',') {
            self.step();
        }
    }

    fn pass_whitespace(&mut self) {
        self.at = scan::skip_whitespace(self.bytes, self.at);
    }
}

fn mixed(one: u64, other: u64) -> u64 {
    (one.rotate_left(23) ^ other).wrapping_mul(Key::FACTOR)
}
