//! Names for what diagnostics are about.

use std::fmt;

/// What a diagnostic is about. Its name says it in configurations and reports, and stays the same.
///
/// ```
/// use tollgate_codegen::Code;
///
/// assert_eq!(Code::from_name("misspelt-keyword"), Some(Code::MisspeltKeyword));
/// assert_eq!(Code::UnusedDefinition.to_string(), "unused-definition");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// Every error: the document is no schema, or not one that can be compiled.
    BrokenSchema,
    /// A reference that leads nowhere, where nothing can be reached from.
    ReferenceToNowhere,
    /// A `$ref` that is no string, which draft 4 allows.
    ReferenceWithoutUri,
    /// An escape in a pattern that other validators refuse.
    DoubtfulEscape,
    /// A pattern that is no regular expression, in a schema that nothing refers to.
    BrokenPattern,
    /// A keyword about values of a type that is not allowed beside it.
    KeywordOfOtherType,
    /// A keyword that counts only beside another one, which is not there.
    KeywordWithoutPartner,
    /// A keyword beside a `$ref` in a draft where nothing counts there.
    IgnoredBesideRef,
    /// A keyword that the dialect of the schema does not know, or no more.
    KeywordOfOtherDraft,
    /// A name that is one letter away from a keyword.
    MisspeltKeyword,
    /// A least that is above the most.
    ContradictingBounds,
    /// A required member that no object can have.
    ImpossibleMember,
    /// A value of `enum` or `const` that what stands beside it refuses.
    RefusedValue,
    /// A value that `enum` lists twice.
    RepeatedValue,
    /// A default that the schema itself refuses.
    RefusedDefault,
    /// An example that the schema itself refuses.
    RefusedExample,
    /// Schemas that all have to hold, and cannot.
    Unsatisfiable,
    /// A branch of `oneOf` that is there twice.
    EqualBranches,
    /// An `anyOf` that lets everything pass.
    IdleAnyOf,
    /// A definition that nothing refers to.
    UnusedDefinition,
}

impl Code {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::BrokenSchema,
        Self::ReferenceToNowhere,
        Self::ReferenceWithoutUri,
        Self::DoubtfulEscape,
        Self::BrokenPattern,
        Self::KeywordOfOtherType,
        Self::KeywordWithoutPartner,
        Self::IgnoredBesideRef,
        Self::KeywordOfOtherDraft,
        Self::MisspeltKeyword,
        Self::ContradictingBounds,
        Self::ImpossibleMember,
        Self::RefusedValue,
        Self::RepeatedValue,
        Self::RefusedDefault,
        Self::RefusedExample,
        Self::Unsatisfiable,
        Self::EqualBranches,
        Self::IdleAnyOf,
        Self::UnusedDefinition,
    ];

    /// The name, in lower case with hyphens.
    pub fn name(self) -> &'static str {
        match self {
            Self::BrokenSchema => "broken-schema",
            Self::ReferenceToNowhere => "reference-to-nowhere",
            Self::ReferenceWithoutUri => "reference-without-uri",
            Self::DoubtfulEscape => "doubtful-escape",
            Self::BrokenPattern => "broken-pattern",
            Self::KeywordOfOtherType => "keyword-of-other-type",
            Self::KeywordWithoutPartner => "keyword-without-partner",
            Self::IgnoredBesideRef => "ignored-beside-ref",
            Self::KeywordOfOtherDraft => "keyword-of-other-draft",
            Self::MisspeltKeyword => "misspelt-keyword",
            Self::ContradictingBounds => "contradicting-bounds",
            Self::ImpossibleMember => "impossible-member",
            Self::RefusedValue => "refused-value",
            Self::RepeatedValue => "repeated-value",
            Self::RefusedDefault => "refused-default",
            Self::RefusedExample => "refused-example",
            Self::Unsatisfiable => "unsatisfiable",
            Self::EqualBranches => "equal-branches",
            Self::IdleAnyOf => "idle-any-of",
            Self::UnusedDefinition => "unused-definition",
        }
    }

    /// The code with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
