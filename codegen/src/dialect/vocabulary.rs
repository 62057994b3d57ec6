//! Vocabularies: which groups of keywords a meta-schema uses (Core 2020-12 §8.1.2).

use super::{Draft, Keyword};

/// A set of vocabularies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Vocabularies(u8);

impl Vocabularies {
    /// Always there (Core 2020-12 §8).
    pub(super) const CORE: Self = Self(0);
    const APPLICATOR: Self = Self(1);
    const UNEVALUATED: Self = Self(1 << 1);
    const VALIDATION: Self = Self(1 << 2);
    const META_DATA: Self = Self(1 << 3);
    const FORMAT: Self = Self(1 << 4);
    const CONTENT: Self = Self(1 << 5);
    const FORMAT_ASSERTION: Self = Self(1 << 6);
    /// All but the assertion of formats.
    pub(crate) const STANDARD: Self = Self((1 << 6) - 1);

    #[must_use]
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn contain(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether one of them has the keyword.
    pub(super) fn have(self, keyword: Keyword) -> bool {
        match keyword {
            Keyword::Unknown | Keyword::Core(_) => true,
            Keyword::Applicator(_) => self.contain(Self::APPLICATOR),
            Keyword::Unevaluated(_) => self.contain(Self::UNEVALUATED),
            Keyword::Validation(_) => self.contain(Self::VALIDATION),
            Keyword::MetaData(_) => self.contain(Self::META_DATA),
            Keyword::Format => self.contain(Self::FORMAT),
            Keyword::Content(_) => self.contain(Self::CONTENT),
        }
    }

    /// Whether `format` is an assertion.
    pub(crate) fn assert_formats(self) -> bool {
        self.contain(Self::FORMAT_ASSERTION)
    }
}

/// The vocabulary of a URI, and the draft that it belongs to. `required` is what the meta-schema
/// says of it.
pub(super) fn by_uri(uri: &str, required: bool) -> Option<(Draft, Vocabularies)> {
    let rest = uri.strip_prefix("https://json-schema.org/draft/")?;
    let (draft, name) = rest.split_once("/vocab/")?;
    let draft = Draft::from_name(draft).filter(|&draft| draft >= Draft::Draft201909)?;
    let asserted = Vocabularies::FORMAT.with(Vocabularies::FORMAT_ASSERTION);
    let vocabulary = match (draft, name) {
        (_, "core") => Vocabularies::CORE,
        (Draft::Draft201909, "applicator") => {
            Vocabularies::APPLICATOR.with(Vocabularies::UNEVALUATED)
        }
        (_, "applicator") => Vocabularies::APPLICATOR,
        (_, "validation") => Vocabularies::VALIDATION,
        (_, "meta-data") => Vocabularies::META_DATA,
        (_, "content") => Vocabularies::CONTENT,
        (Draft::Draft202012, "unevaluated") => Vocabularies::UNEVALUATED,
        // In 2019-09 formats are assertions where the vocabulary is required (Validation §7.2);
        // in 2020-12 another vocabulary says so, required or not (Validation §7.2.2).
        (Draft::Draft201909, "format") if required => asserted,
        (Draft::Draft202012, "format-assertion") => asserted,
        (Draft::Draft201909, "format") | (Draft::Draft202012, "format-annotation") => {
            Vocabularies::FORMAT
        }
        _ => return None,
    };
    Some((draft, vocabulary))
}
