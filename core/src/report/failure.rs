//! A failure as the keyword that failed describes it; the walk adds where that was.

use std::ops::Range;

/// Text for people, and the same with nothing of the document in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    full: String,
    redacted: Option<String>,
}

impl Text {
    /// Text that quotes the document, and what to say where that must not be shown.
    pub fn quoting(full: String, redacted: impl Into<String>) -> Self {
        Self {
            full,
            redacted: Some(redacted.into()),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.full
    }

    pub(crate) fn redacted(&self) -> Self {
        let full = self.redacted.as_ref().unwrap_or(&self.full).clone();
        Self {
            full,
            redacted: None,
        }
    }
}

/// Text that quotes nothing of the document.
impl From<String> for Text {
    fn from(full: String) -> Self {
        Self {
            full,
            redacted: None,
        }
    }
}

impl From<&str> for Text {
    fn from(full: &str) -> Self {
        full.to_owned().into()
    }
}

/// What failed and why, and how to mend it.
#[derive(Debug, Clone)]
pub struct Failure {
    pub(crate) keyword: &'static str,
    /// Where in the document, in bytes.
    pub(crate) span: Range<usize>,
    pub(crate) message: Text,
    pub(crate) help: Option<Text>,
    /// The errors inside the branches of the keyword.
    pub(crate) branches: Vec<super::ValidationError>,
}

impl Failure {
    /// A failure of `keyword` at `span`.
    pub fn new(keyword: &'static str, span: Range<usize>, message: impl Into<Text>) -> Self {
        Self {
            keyword,
            span,
            message: message.into(),
            help: None,
            branches: Vec::new(),
        }
    }

    /// Adds the errors inside the branches of the keyword.
    #[must_use]
    pub(crate) fn with_branches(self, branches: Vec<super::ValidationError>) -> Self {
        Self { branches, ..self }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Text>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Of a text of the document, at most this many characters come into a message.
const EXCERPT_CHARACTERS: usize = 60;

/// A text of the document for a message: in quotes, shortened, and with nothing in it that could
/// steer a terminal or hide in a log.
pub(crate) fn excerpt(text: &str) -> String {
    let mut excerpt = String::from("\"");
    for (count, character) in text.chars().enumerate() {
        if count == EXCERPT_CHARACTERS {
            excerpt.push('…');
            break;
        }
        excerpt.push(visible(character));
    }
    excerpt.push('"');
    excerpt
}

/// The character itself, or a stand-in for one that is invisible or changes how its neighbours are
/// shown (control characters; direction marks, CVE-2021-42574).
///
/// ```
/// let shown: String = "a\u{1b}[31m.json".chars().map(tollgate_core::report::visible).collect();
/// assert_eq!(shown, "a\u{fffd}[31m.json");
/// ```
pub fn visible(character: char) -> char {
    match character {
        '\n' => '␊',
        '\r' => '␍',
        '\t' => '␉',
        '\0'..='\x1f'
        | '\x7f'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        other => other,
    }
}
