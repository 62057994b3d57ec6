//! What a member of a schema object can be: the keywords of all drafts, by vocabulary.

/// What a member of a schema object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keyword {
    /// No keyword of the dialect; an annotation (Core 2020-12 §6.5).
    Unknown,
    Core(Core),
    Applicator(Applicator),
    Unevaluated(Unevaluated),
    Validation(Validation),
    MetaData(MetaData),
    Format,
    Content(Content),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Core {
    Schema,
    Id,
    Ref,
    Anchor,
    DynamicRef,
    DynamicAnchor,
    RecursiveRef,
    RecursiveAnchor,
    /// A `$recursiveRef` in 2020-12, where it means nothing any more.
    FormerRecursiveRef,
    /// A `$recursiveAnchor` in 2020-12, where it means nothing any more.
    FormerRecursiveAnchor,
    Vocabulary,
    Comment,
    Defs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Applicator {
    AllOf,
    AnyOf,
    OneOf,
    Not,
    If,
    Then,
    Else,
    DependentSchemas,
    Dependencies,
    PrefixItems,
    Items,
    /// An `items` that may be a list.
    ItemsOrList,
    AdditionalItems,
    Contains,
    Properties,
    PatternProperties,
    AdditionalProperties,
    PropertyNames,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unevaluated {
    Items,
    Properties,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validation {
    Type,
    Enum,
    Const,
    Pattern,
    MinLength,
    MaxLength,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    /// Draft 4's `exclusiveMinimum: true`.
    MinimumIsExclusive,
    /// Draft 4's `exclusiveMaximum: true`.
    MaximumIsExclusive,
    MultipleOf,
    MinItems,
    MaxItems,
    UniqueItems,
    MinContains,
    MaxContains,
    Required,
    MinProperties,
    MaxProperties,
    DependentRequired,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MetaData {
    Title,
    Description,
    Default,
    Examples,
    Deprecated,
    ReadOnly,
    WriteOnly,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Encoding,
    MediaType,
    Schema,
}
