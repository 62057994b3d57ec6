//! A failure as the keyword that failed describes it; the walk adds where that was.

use crate::keyword::nearest::LONGEST_COMPARED;
use crate::{JsonType, TypeSet, keyword};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Text for people, and the same with nothing of the document in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    full: Cow<'static, str>,
    redacted: Option<Cow<'static, str>>,
}

impl Text {
    /// Text that quotes the document, and what to say where that must not be shown.
    pub fn quoting(full: String, redacted: impl Into<Cow<'static, str>>) -> Self {
        Self {
            full: full.into(),
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
            full: full.into(),
            redacted: None,
        }
    }
}

impl From<&'static str> for Text {
    fn from(full: &'static str) -> Self {
        Self {
            full: full.into(),
            redacted: None,
        }
    }
}

/// What is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(super) message: Text,
    pub(super) help: Option<Text>,
}

impl Said {
    /// What is wrong, without help.
    pub(crate) fn new(message: impl Into<Text>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub(crate) fn with_help(self, help: impl Into<Text>) -> Self {
        let help = Some(help.into());
        Self { help, ..self }
    }

    pub(super) fn redacted(&self) -> Self {
        Self {
            message: self.message.redacted(),
            help: self.help.as_ref().map(Text::redacted),
        }
    }
}

/// The words of a failure, or what they are made from when somebody reads them: of a long list of
/// errors, programs often need no more than the places.
#[derive(Clone)]
pub(crate) enum Wording {
    /// The words.
    Said(Box<Said>),
    /// A value of the wrong type, which is what most errors are.
    Type { expected: TypeSet, found: JsonType },
    /// What makes the words.
    Later(Arc<dyn Fn() -> Said + Send + Sync>),
}

impl Wording {
    pub(super) fn said(&self) -> Said {
        match self {
            Self::Said(said) => said.as_ref().clone(),
            Self::Type { expected, found } => keyword::type_::said(*expected, *found),
            Self::Later(make) => make(),
        }
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

/// What failed and why, and how to mend it.
#[derive(Debug, Clone)]
pub struct Failure {
    pub(crate) keyword: &'static str,
    /// Where in the document, in bytes.
    pub(crate) span: Range<usize>,
    pub(crate) wording: Wording,
    /// The errors inside the branches of the keyword.
    pub(crate) branches: Vec<super::ValidationError>,
}

impl Failure {
    /// A failure of `keyword` at `span`.
    pub fn new(keyword: &'static str, span: Range<usize>, message: impl Into<Text>) -> Self {
        Self::said(keyword, span, Said::new(message))
    }

    /// The same with all that is to be said of it.
    pub(crate) fn said(keyword: &'static str, span: Range<usize>, said: Said) -> Self {
        Self::worded(keyword, span, Wording::Said(Box::new(said)))
    }

    /// The same with words that are made when somebody reads them.
    pub(crate) fn later(
        keyword: &'static str,
        span: Range<usize>,
        said: impl Fn() -> Said + Send + Sync + 'static,
    ) -> Self {
        Self::worded(keyword, span, Wording::Later(Arc::new(said)))
    }

    /// The same in these words.
    pub(crate) fn worded(keyword: &'static str, span: Range<usize>, wording: Wording) -> Self {
        Self {
            keyword,
            span,
            wording,
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
    pub fn with_help(self, help: impl Into<Text>) -> Self {
        let said = self.wording.said().with_help(help);
        Self {
            wording: Wording::Said(Box::new(said)),
            ..self
        }
    }
}

/// So much of a text of the document as words may need of it later: more than is quoted, and more
/// than is compared with what may be meant.
pub(crate) fn kept(text: &str) -> Box<str> {
    text[..text.floor_char_boundary(KEPT_BYTES)].into()
}

/// A character takes at most four bytes.
const KEPT_BYTES: usize = 4 * (LONGEST_COMPARED + 1);

/// Of a text of the document, at most this many characters come into a message.
const EXCERPT_CHARACTERS: usize = 60;

/// A text of the document for a message: in quotes, shortened, and with nothing in it that could
/// steer a terminal or hide in a log.
pub(crate) fn excerpt(text: &str) -> String {
    format!("\"{}\"", cut(text, EXCERPT_CHARACTERS))
}

/// At most so many characters of a text, all of them visible.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut characters = text.chars().map(visible);
    let mut cut: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() {
        cut.push('…');
    }
    cut
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
