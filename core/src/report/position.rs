//! Byte offsets to lines and columns, in one sweep over the text.

use super::ValidationError;

/// Gives each of the `errors`, and those inside them, its line and column.
pub(super) fn locate(errors: &mut [ValidationError], text: &[u8]) {
    let mut places = Vec::with_capacity(errors.len());
    for error in errors {
        error.places_mut(&mut places);
    }
    places.sort_by_key(|place| place.span.start);
    let mut sweep = Sweep {
        text,
        at: 0,
        line: 1,
        column: 1,
    };
    for place in places {
        sweep.advance(place.span.start);
        (place.line, place.column) = (sweep.line, sweep.column);
    }
}

struct Sweep<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
    column: usize,
}

impl Sweep<'_> {
    fn advance(&mut self, to: usize) {
        let to = to.min(self.text.len());
        for &byte in &self.text[self.at.min(to)..to] {
            match byte {
                b'\n' => (self.line, self.column) = (self.line + 1, 1),
                // Continuation bytes of UTF-8 begin no character.
                0x80..=0xBF => {}
                _ => self.column += 1,
            }
        }
        self.at = self.at.max(to);
    }
}
