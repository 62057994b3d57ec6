//! What the caller chooses.

use proc_macro2::TokenStream;
use quote::quote;

/// Which Rust type holds JSON numbers.
#[derive(Debug, Clone, Default)]
pub enum NumberType {
    /// `tollgate::Number`: every digit as written.
    #[default]
    Exact,
    /// A type, by its path.
    Path(TokenStream),
}

/// Which Rust type holds integers that the schema sets no bounds for.
#[derive(Debug, Clone, Default)]
pub enum IntegerType {
    /// `i64`; what does not fit is reported as `range`.
    #[default]
    I64,
    /// `tollgate::Number`: integers of any size.
    Exact,
    /// A type, by its path.
    Path(TokenStream),
}

/// Which Rust type holds strings.
#[derive(Debug, Clone, Default)]
pub enum StringType {
    /// `String`.
    #[default]
    Owned,
    /// `Cow<'a, str>`: what stands in the document without escapes is not copied. Types that hold
    /// strings get the lifetime of the document.
    Borrowed,
    /// A type, by its path. It is made from a `str` and gives one.
    Path(TokenStream),
}

/// What becomes of members that the schema does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnknownMembers {
    /// They are kept in the field `other`.
    #[default]
    Keep,
    /// They are read over.
    Ignore,
}

/// What a member name means that is given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Duplicates {
    /// An error.
    #[default]
    Reject,
    /// The last one counts, as if the others were not there.
    Last,
}

/// What `format` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formats {
    /// A note for people (Validation 2020-12 §7.2.1).
    #[default]
    Annotate,
    /// An assertion, for every format that the drafts name (§7.2.2).
    Assert,
}

/// Where the code that reads an object has a step for each of its members in the schema's order, instead of
/// a loop over a table. That is the faster way for documents in that order, and takes longer to compile. In
/// any case the objects have few members, and so have all of them together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unrolled {
    /// Nowhere.
    Never,
    /// Where documents are messages, which programs write: objects that require at least half of their
    /// members.
    #[default]
    Messages,
    /// In every schema.
    Always,
}

/// A document that a schema may refer to by its URI. Nothing else is ever loaded.
#[derive(Debug, Clone)]
pub struct Remote {
    /// The URI that leads to the document, without fragment.
    pub uri: String,
    /// What diagnostics call the document.
    pub file: String,
    /// The document itself.
    pub text: String,
}

/// The settings of a compilation. The default is what `tollgate::schema!` does without settings.
#[derive(Debug, Clone)]
pub struct Options {
    /// The path under which generated code finds the run time.
    pub runtime: TokenStream,
    /// The dialect of a schema that does not name its own: `4`, `6`, `7`, `2019-09` or
    /// `2020-12`.
    pub draft: String,
    /// Which type holds numbers.
    pub number: NumberType,
    /// Which type holds integers without bounds.
    pub integer: IntegerType,
    /// Which type holds strings.
    pub string: StringType,
    /// What becomes of unknown members.
    pub unknown: UnknownMembers,
    /// What doubled members mean.
    pub duplicates: Duplicates,
    /// How deep documents may nest.
    pub max_depth: usize,
    /// What `format` means.
    pub formats: Formats,
    /// Whether patterns may take more than linear time, up to a limit at which a document is
    /// refused with the keyword `limit`. What is generated then needs the feature `backtracking`,
    /// and so does the compiler.
    pub backtracking: bool,
    /// Whether the run time will have the feature `formats`, which asserted formats need.
    pub has_formats: bool,
    /// Where the rows of objects of few members are unrolled.
    pub unrolled: Unrolled,
    /// Documents that schemas may refer to. They are parsed only when they are.
    pub remotes: Vec<Remote>,
    /// The visibility of what is generated.
    pub visibility: TokenStream,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime: quote!(::tollgate_core),
            draft: "2020-12".to_owned(),
            number: NumberType::default(),
            integer: IntegerType::default(),
            string: StringType::default(),
            unknown: UnknownMembers::default(),
            duplicates: Duplicates::default(),
            max_depth: 128,
            formats: Formats::default(),
            has_formats: false,
            backtracking: false,
            unrolled: Unrolled::default(),
            remotes: Vec::new(),
            visibility: quote!(pub),
        }
    }
}
