//! How the lines of a document are indented. That the next one is indented like the last one at its level
//! of nesting is tried instead of looking where it begins: so the processor, which guesses the same, can
//! go on with what stands there before it has seen what is before it.

use super::scan::{self, Block, Window, blanks, block, equal, leading_run};
use super::{Name, Reader, Sink};

/// How long the last line break was with its indentation, by the level of nesting. Whatever stands here is
/// no more than a guess, so levels that are far apart share a place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lines([u8; LEVELS]);

const LEVELS: usize = 16;

/// The longest one that is tried: seven levels of four spaces.
const LONGEST: usize = 31;

impl Lines {
    /// How long the line break behind the first byte of the window is with its indentation, if it is at
    /// least as long as the last one at this level. Whether it is longer, what stands there tells.
    #[inline]
    pub(super) fn tried(&self, level: usize, window: &Window) -> Option<usize> {
        const SPACES: Block = [b' '; 16];
        const LINE: Block = {
            let mut line = SPACES;
            line[0] = b'\n';
            line
        };
        let same_at = |at, other| block(window, at).map_or(0, |block| equal(block, other));
        let length = usize::from(self.0[level % LEVELS]) & LONGEST;
        let mut found = same_at(1, &LINE);
        if length > 16 {
            found |= same_at(17, &SPACES) << 16;
        }
        (leading_run(found) >= length).then_some(length)
    }

    /// How many blanks stand behind the first byte of the window; `None` for too many.
    #[inline]
    pub(super) fn measured(&mut self, level: usize, window: &Window) -> Option<usize> {
        let mut length = leading_run(blanks(block(window, 1)?));
        if length == 16 {
            length += leading_run(blanks(block(window, 17)?));
        }
        self.keep(level, window.get(1..=length)?);
        (length <= LONGEST).then_some(length)
    }

    /// Keeps how long white space is that begins with a line break.
    #[inline]
    pub(super) fn keep(&mut self, level: usize, blanks: &[u8]) {
        if let [b'\n', ..] = blanks
            && blanks.len() <= LONGEST
            && let Ok(length) = u8::try_from(blanks.len())
        {
            self.0[level % LEVELS] = length;
        }
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Where the value of the member begins whose name is expected behind the opening byte, which should
    /// stand at `before`, on a line like the last one; 0 where something else stands there.
    pub(super) fn indented_here(
        &mut self,
        before: usize,
        name: &'static Name,
        opening: u8,
    ) -> usize {
        if let Some(window) = self.text.wide_window(before)
            && window[0] == opening
            && let Some(line) = self.lines.tried(self.depth_left, window)
            && let Some(length) = name.end_at(window, 1 + line)
            && window[length] == b' '
        {
            return before + length + 1;
        }
        0
    }

    /// How many blanks stand between the first byte of the window and the quote of a name, a member of the
    /// object at hand; `None` where something else stands there, or too many.
    #[inline]
    pub(super) fn blanks_before_name(&mut self, window: &Window) -> Option<usize> {
        let level = self.depth_left;
        if let Some(length) = self.lines.tried(level, window)
            && window[1 + length] == b'"'
        {
            return Some(length);
        }
        let length = self.lines.measured(level, window)?;
        (window[1 + length] == b'"').then_some(length)
    }

    /// Where the bracket stands that ends the container at hand, if it is on a line like that in which the
    /// container begins.
    #[inline]
    pub(super) fn bracket_tried(&self, at: usize) -> Option<usize> {
        // Something stands before `at`: the container has begun.
        let window = self.text.wide_window(at - 1)?;
        let length = self.lines.tried(self.depth_left + 1, window)?;
        (window[1 + length] == b'}').then_some(at + length)
    }

    /// Where the white space at `at` ends behind which an item of the container at hand stands, or where
    /// `is_end`, its bracket: on a line like that in which the container begins.
    #[inline]
    pub(super) fn behind_blanks(&mut self, at: usize, is_end: bool) -> usize {
        let level = self.depth_left + usize::from(is_end);
        if let Some(window) = scan::window(self.bytes(), at - 1)
            && let Some(length) = self.lines.tried(level, window)
            && window[1 + length] > b' '
        {
            return at + length;
        }
        let end = scan::skip_whitespace(self.bytes(), at);
        self.lines.keep(level, &self.bytes()[at..end]);
        end
    }

    /// Goes there.
    pub(super) fn pass_blanks_here(&mut self, is_end: bool) {
        self.at = self.behind_blanks(self.at, is_end);
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Lines, Window};
    use crate::reader::{Name, Reader, Settings, Verdict};

    /// A window with a line break and so many bytes of indentation less one.
    fn window(length: usize) -> Window {
        let mut window = [b'"'; size_of::<Window>()];
        for (index, byte) in window[1..].iter_mut().take(length).enumerate() {
            *byte = if index == 0 { b'\n' } else { b' ' };
        }
        window
    }

    #[test]
    fn a_line_is_measured_and_found_again() {
        for length in 0..40 {
            let measured = Lines::default().measured(3, &window(length));
            assert_eq!(measured, (length <= LONGEST).then_some(length));
            for last in 0..=LONGEST {
                let mut lines = Lines::default();
                lines.keep(3, &window(last)[1..=last]);
                let found = lines.tried(3, &window(length));
                assert_eq!(found, (last <= length).then_some(last), "{length}");
                assert_eq!(lines.tried(4, &window(length)), Some(0));
            }
        }
    }

    #[test]
    fn what_is_no_line_or_too_long_is_not_kept() {
        let mut lines = Lines::default();
        for blanks in ["", " ", "   \n", "\r\n  ", &format!("\n{:31}", "")] {
            lines.keep(0, blanks.as_bytes());
            assert_eq!(lines.tried(0, &window(9)), Some(0), "{blanks:?}");
        }
        lines.keep(0, b"\n\t\t");
        assert_eq!(lines.tried(0, &window(1)), None);
    }

    #[test]
    fn a_name_is_found_on_a_line_like_the_last_one() {
        static ID: Name = Name::new("id");
        for length in 1..=LONGEST {
            let line = format!("\n{}", " ".repeat(length - 1));
            for (text, is_found) in [
                (format!(",{line}\"id\": 1"), true),
                (format!(",{line}\"id\":1"), false),
                (format!(",{line} \"id\": 1"), false),
                (format!(",{}\"id\": 1", &line[..length - 1]), false),
                (format!(",{line}\"ID\": 1"), false),
                (format!("{{{line}\"id\": 1"), false),
                (format!(",{}\"id\": 1", " ".repeat(length)), false),
            ] {
                let text = format!("{text}{:70}", "");
                let mut reader = Reader::new(&text, Settings::DEFAULT, Verdict);
                reader.lines.keep(reader.depth_left, line.as_bytes());
                let end = reader.indented_here(0, &ID, b',');
                assert_eq!(end, if is_found { length + 7 } else { 0 }, "{text}");
            }
        }
    }

    #[test]
    fn blanks_are_passed_whatever_the_last_line_was() {
        for last in 0..5 {
            for blanks in ["\n", "\n ", "\n   ", "\n     ", " \n", "\r\n", "\t", "  "] {
                let text = format!("[{blanks}]{:70}", "");
                let mut reader = Reader::new(&text, Settings::DEFAULT, Verdict);
                for is_end in [false, true] {
                    reader
                        .lines
                        .keep(128 + usize::from(is_end), &b"\n   "[..last]);
                    assert_eq!(reader.behind_blanks(1, is_end), 1 + blanks.len(), "{text}");
                }
            }
        }
    }
}
