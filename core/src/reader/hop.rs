//! Getting behind an array or an object without looking at what it holds, beside the value's own
//! walk, which judges that: whatever is wrong in there ends that walk.

use super::{Reader, Sink, Stop, scan};
use std::ops::Range;

impl<S: Sink> Reader<'_, S> {
    /// Goes behind the container that the cursor stands on. Where the text is not JSON that may be
    /// anywhere, or nowhere.
    pub(super) fn hop(&mut self) -> Result<(), Stop> {
        let known = self.last_passed();
        self.at = behind_container_of(self.bytes(), self.at, known).ok_or(Stop::Fatal)?;
        Ok(())
    }
}

/// The place behind the array or object that begins at `at`; `None` where it does not end.
///
/// The first bytes are gone over token by token, since most containers are short; of what follows many
/// bytes at a time.
pub(super) fn behind_container(bytes: &[u8], at: usize) -> Option<usize> {
    behind_container_of(bytes, at, 0..0)
}

/// The same where it is known of a container in it where that begins and ends: it is passed at once.
fn behind_container_of(bytes: &[u8], at: usize, known: Range<usize>) -> Option<usize> {
    if known.start == at && !known.is_empty() {
        return Some(known.end);
    }
    let is_near = !known.is_empty() && (at..at + FAR).contains(&known.start);
    let (known, until) = if is_near {
        let until = known.start + 1;
        (known, until)
    } else {
        (0..0, at)
    };
    let mut hop = Hop {
        bytes,
        at,
        depth: 0,
        known,
    };
    if !hop.over_tokens(until.max(at + NEAR))? && !hop.over_pieces()? {
        hop.over_tokens(usize::MAX)?;
    }
    Some(hop.at)
}

/// So far it is gone token by token.
const NEAR: usize = 16;

/// Or so far, where there is something that is known.
const FAR: usize = 256;

/// So many bytes are gone over at a time.
const PIECE: usize = u64::BITS as usize;

struct Hop<'t> {
    bytes: &'t [u8],
    at: usize,
    /// How many brackets are open.
    depth: usize,
    known: Range<usize>,
}

impl Hop<'_> {
    /// Goes on to the end of the container, or behind the place `until`: `false` then.
    fn over_tokens(&mut self, until: usize) -> Option<bool> {
        while self.at < until {
            if self.at == self.known.start && self.known.end > self.at {
                self.at = self.known.end;
                continue;
            }
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'"' => self.at = behind_string(self.bytes, self.at)?,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 => return Some(true),
                b'}' | b']' => self.depth -= 1,
                _ => self.pass_rest(),
            }
        }
        Some(false)
    }

    /// Goes on to the next bracket or quote.
    fn pass_rest(&mut self) {
        while let Some(block) = scan::block(self.bytes, self.at) {
            let found = scan::brackets_and_quotes(block);
            self.at += block.len().min(found.trailing_zeros() as usize);
            if found != 0 {
                break;
            }
        }
    }

    /// Goes on to the end of the container, or to where less than a piece is left: `false` then.
    fn over_pieces(&mut self) -> Option<bool> {
        let mut strings = Strings::default();
        while let Some(piece) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk) {
            let found = Found::in_piece(piece);
            let outside = !strings.pass(found.quotes, found.backslashes);
            if let Some(end) = self.pass_brackets(found.opening & outside, found.closing & outside)
            {
                self.at += end + 1;
                return Some(true);
            }
            self.at += PIECE;
        }
        if strings.is_inside() {
            self.at = behind_string(self.bytes, self.at + usize::from(strings.escapes_next))?;
        }
        Some(false)
    }

    /// Counts the brackets of a piece; gives the place in it of the one that ends the container.
    fn pass_brackets(&mut self, opening: u64, closing: u64) -> Option<usize> {
        if (closing.count_ones() as usize) < self.depth {
            self.depth += opening.count_ones() as usize;
            self.depth -= closing.count_ones() as usize;
            return None;
        }
        let mut brackets = opening | closing;
        while brackets != 0 {
            let bracket = brackets & brackets.wrapping_neg();
            brackets ^= bracket;
            if opening & bracket != 0 {
                self.depth += 1;
            } else if self.depth <= 1 {
                return Some(bracket.trailing_zeros() as usize);
            } else {
                self.depth -= 1;
            }
        }
        None
    }
}

/// A bit for each byte of a piece, the first one lowest.
struct Found {
    quotes: u64,
    backslashes: u64,
    opening: u64,
    closing: u64,
}

impl Found {
    fn in_piece(piece: &[u8; PIECE]) -> Self {
        let mut found = Self {
            quotes: 0,
            backslashes: 0,
            opening: 0,
            closing: 0,
        };
        for (index, block) in piece.as_chunks().0.iter().enumerate() {
            let shift = index * block.len();
            let equal = |block, byte| u64::from(scan::equal(block, &[byte; 16])) << shift;
            found.quotes |= equal(block, b'"');
            found.backslashes |= equal(block, b'\\');
            // Square brackets become curly ones, and nothing else does.
            let block = block.map(|byte| byte | 0x20);
            found.opening |= equal(&block, b'{');
            found.closing |= equal(&block, b'}');
        }
        found
    }
}

/// What of the text is inside of strings.
#[derive(Default)]
struct Strings {
    /// All bits, where the last byte was inside.
    inside: u64,
    /// Whether the last byte was a backslash that escapes the next.
    escapes_next: bool,
}

impl Strings {
    fn is_inside(&self) -> bool {
        self.inside != 0
    }

    /// Goes over a piece, and gives a bit for each of its bytes that is inside of a string.
    fn pass(&mut self, quotes: u64, backslashes: u64) -> u64 {
        let quotes = quotes & !self.escaped(backslashes);
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= self.inside;
        self.inside = if inside >> (PIECE - 1) == 0 {
            0
        } else {
            u64::MAX
        };
        inside
    }

    /// A bit for each byte that a backslash escapes.
    fn escaped(&mut self, backslashes: u64) -> u64 {
        let mut escaped = u64::from(self.escapes_next);
        let mut left = backslashes & !escaped;
        self.escapes_next = false;
        while left != 0 {
            let backslash = left & left.wrapping_neg();
            self.escapes_next = backslash >> (PIECE - 1) != 0;
            escaped |= backslash << 1;
            left &= !(backslash | backslash << 1);
        }
        escaped
    }
}

/// The place behind the string whose characters begin at `at`; `None` where it does not end.
pub(super) fn behind_string(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at = scan::string_end(bytes, at);
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Reader, Settings, Verdict};

    fn hop(text: &str) -> Option<usize> {
        let mut reader = Reader::new(text, Settings::DEFAULT, Verdict);
        reader.hop().ok().map(|()| reader.position())
    }

    #[test]
    fn a_container_ends_at_its_own_bracket() {
        for text in [
            "[]",
            "{}",
            "[[],[[]]]",
            r#"{"a": {"b": "]}"}, "c": ["\"]", "\\"], "a long name, longer than a block": [1]}"#,
        ] {
            assert_eq!(hop(&format!("{text}, 1]")), Some(text.len()), "{text}");
            for end in 1..text.len() {
                assert_eq!(hop(&text[..end]), None, "{}", &text[..end]);
            }
        }
    }

    /// Whatever stands at whichever place of a piece.
    #[test]
    fn long_containers_end_at_their_own_bracket() {
        let tokens = [
            r#""a":[{}]"#,
            r#""]}\\":"\"]""#,
            r#""\\\"{":1"#,
            r#""b":[[[]]]"#,
            r#""long long long long long long long long long":{"[":"\\"}"#,
        ];
        let mut state = 7_usize;
        for count in 0..200 {
            let mut next = || {
                state = state.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1);
                state >> 60
            };
            let parts: Vec<String> = (0..count % 40)
                .map(|_| " ".repeat(next()) + tokens[next() % tokens.len()])
                .collect();
            let text = format!("{{{}}}", parts.join(","));
            for behind in ["", "]", &format!(",{text}{text}]")] {
                assert_eq!(hop(&format!("{text}{behind}")), Some(text.len()), "{text}");
            }
            assert_eq!(hop(&text[..text.len() - 1]), None, "{text}");
        }
    }

    #[test]
    fn what_is_known_in_a_container_is_passed_at_once() {
        let text = r#"{"a": {"b": [1]}, "c": "{"}"#;
        let behind = |known| super::behind_container_of(text.as_bytes(), 0, known);
        for known in [0..0, 6..16, 6..6, 12..15, 0..text.len(), 90..99] {
            assert_eq!(behind(known), Some(text.len()));
        }
        // That is believed.
        assert_eq!(behind(6..text.len() - 1), Some(text.len()));
    }

    #[test]
    fn nesting_has_no_limit() {
        let text = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(hop(&text), Some(text.len()));
    }
}
