//! The text that is read, and windows into it: so many bytes at the cursor that the next name, string
//! or number is found among them, mostly.

use super::scan::Window;

/// So many bytes are a window.
pub(super) const WINDOW: usize = 40;

/// The text of a document, and where windows into it begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    text: &'a str,
    /// A window begins at each place before this one.
    windows_end: usize,
}

impl<'a> Text<'a> {
    #[inline]
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            windows_end: (text.len() + 1).saturating_sub(WINDOW),
        }
    }

    /// The same text for a walk that has to look closely everywhere.
    pub(super) fn without_windows(self) -> Self {
        Self {
            windows_end: 0,
            ..self
        }
    }

    #[inline]
    pub(super) fn as_str(self) -> &'a str {
        self.text
    }

    /// The window that begins at `at`; `None` where less than that is left of the text.
    #[inline]
    pub(super) fn window(self, at: usize) -> Option<&'a [u8; WINDOW]> {
        self.piece(at)
    }

    /// A window with room for a line break and an indentation before the name.
    #[inline]
    pub(super) fn wide_window(self, at: usize) -> Option<&'a Window> {
        self.piece(at)
    }

    #[expect(
        unsafe_code,
        reason = "one comparison, with what was computed once, for each name, string and number"
    )]
    #[inline]
    fn piece<const N: usize>(self, at: usize) -> Option<&'a [u8; N]> {
        let end = self.windows_end.saturating_sub(const { N - WINDOW });
        // SAFETY: `WINDOW` bytes are left behind each place before `windows_end`, which only the functions
        // above set, and so `N` where that many more places are left before it; bytes may lie anywhere, and
        // live as long as the text.
        (at < end).then(|| unsafe { &*self.text.as_ptr().add(at).cast() })
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, WINDOW, Window};

    #[test]
    fn a_window_is_there_as_long_as_the_text_has_so_many_bytes() {
        let text: String = ('!'..='~').collect();
        for length in 0..text.len() {
            let part = &text[..length];
            for at in 0..length + 3 {
                let expected = part.as_bytes().get(at..at + WINDOW);
                let found = Text::new(part).window(at);
                assert_eq!(
                    found.map(<[u8; WINDOW]>::as_slice),
                    expected,
                    "{length} {at}"
                );
                assert_eq!(Text::new(part).without_windows().window(at), None);
                let expected = part.as_bytes().get(at..at + size_of::<Window>());
                let found = Text::new(part).wide_window(at);
                assert_eq!(found.map(Window::as_slice), expected, "{length} {at}");
                assert_eq!(Text::new(part).without_windows().wide_window(at), None);
            }
        }
    }
}
