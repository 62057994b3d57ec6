//! Byte offsets to lines and columns, in one sweep over the text.

use super::ValidationError;

/// Gives each of the `errors`, which are in the order of the text, and those inside them, its line and
/// column.
pub(super) fn locate(errors: &mut [ValidationError], text: &[u8]) {
    let mut sweep = Sweep {
        text,
        at: 0,
        plain: 0,
        line: 1,
        column: 1,
    };
    if errors.iter().all(|error| error.branches().is_empty()) {
        for place in errors.iter_mut().filter_map(ValidationError::place_mut) {
            sweep.locate(place);
        }
        return;
    }
    let mut places = Vec::with_capacity(errors.len());
    for error in errors {
        error.places_mut(&mut places);
    }
    places.sort_by_key(|place| place.start);
    for place in places {
        sweep.locate(place);
    }
}

/// Where an error stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    pub(super) column: usize,
}

struct Sweep<'t> {
    text: &'t [u8],
    at: usize,
    /// Up to here each byte is a character of the line at hand.
    plain: usize,
    line: usize,
    column: usize,
}

impl Sweep<'_> {
    fn locate(&mut self, place: &mut Place) {
        self.advance(place.start.min(self.text.len()));
        (place.line, place.column) = (self.line, self.column);
    }

    fn advance(&mut self, to: usize) {
        while self.at < to {
            let plain = self.plain.min(to);
            self.column += plain.saturating_sub(self.at);
            self.at = self.at.max(plain);
            while self.at < to
                && let Some(&byte) = self.text.get(self.at)
                && is_special(byte)
            {
                self.at += 1;
                match byte {
                    b'\n' => (self.line, self.column) = (self.line + 1, 1),
                    // Continuation bytes of UTF-8 begin no character.
                    0x80..=0xBF => {}
                    _ => self.column += 1,
                }
            }
            if self.at >= self.plain {
                self.plain = plain_end(self.text, self.at);
            }
        }
    }
}

/// A byte that ends a line, or is not all of a character.
fn is_special(byte: u8) -> bool {
    byte == b'\n' || !byte.is_ascii()
}

/// Where the first special byte from `at` on is.
fn plain_end(text: &[u8], at: usize) -> usize {
    let mut end = at;
    for block in text[at..].chunks(32) {
        // In a form that compilers test all at once.
        let found = block
            .iter()
            .fold(false, |found, &byte| found | is_special(byte));
        if found {
            let inside = block.iter().position(|&byte| is_special(byte));
            return end + inside.unwrap_or_default();
        }
        end += block.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Place, Sweep};

    /// Each place is found as if counted character by character.
    #[test]
    fn lines_and_columns_are_those_of_characters() {
        let text = format!(
            "{{\n\n  \"ü€\": 1,\n{}\n\"é\": [{}]\r\n𝄞}}\n",
            "x".repeat(70),
            "नम, ".repeat(9)
        );
        for step in [1, 2, 3, 7, 40] {
            let mut sweep = Sweep {
                text: text.as_bytes(),
                at: 0,
                plain: 0,
                line: 1,
                column: 1,
            };
            for start in (0..=text.len()).step_by(step) {
                if !text.is_char_boundary(start) {
                    continue;
                }
                let mut place = Place {
                    start,
                    end: start,
                    line: 0,
                    column: 0,
                };
                sweep.locate(&mut place);
                let before = &text[..start];
                let line = before.matches('\n').count() + 1;
                let last = before.rsplit('\n').next().unwrap_or_default();
                let expected = (line, last.chars().count() + 1);
                assert_eq!((place.line, place.column), expected, "{start} by {step}");
            }
        }
    }
}
