//! Schema documents as text, and as trees that know their places.

mod library;
pub(crate) mod uri;

pub(crate) use library::{Library, gather};

use proc_macro2::TokenStream;
use std::borrow::Cow;

/// A schema document to compile.
#[derive(Debug, Clone)]
pub struct Document {
    name: String,
    named_by_caller: bool,
    file: String,
    text: Cow<'static, str>,
    /// The URI under which the document is found.
    address: String,
    start: (usize, usize),
    embedding: Option<TokenStream>,
}

impl Document {
    /// A document whose root type is called `name`; `file` is what diagnostics call the document.
    pub fn new(name: &str, file: &str, text: &str) -> Self {
        Self {
            named_by_caller: true,
            ..Self::from_file(file, text).renamed(name)
        }
    }

    /// A document whose root type is called by its `title`, else by its file: the name of
    /// `req-pay.request.schema.json` is `ReqPayRequest`.
    pub fn from_file(file: &str, text: &str) -> Self {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = [".schema.json", ".json", ".schema"]
            .iter()
            .find_map(|ending| name.strip_suffix(ending))
            .unwrap_or(name);
        Self {
            name: stem.to_owned(),
            named_by_caller: false,
            file: file.to_owned(),
            text: Cow::Owned(text.to_owned()),
            address: uri::of_file(file),
            start: (1, 1),
            embedding: None,
        }
    }

    fn renamed(self, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..self
        }
    }

    /// Says that the text begins at `line` and `column` of the file.
    #[must_use]
    pub fn starting_at(self, line: usize, column: usize) -> Self {
        Self {
            start: (line, column),
            ..self
        }
    }

    /// Gives an expression for the text, instead of a literal, for the generated code.
    #[must_use]
    pub fn embedded_by(self, expression: TokenStream) -> Self {
        Self {
            embedding: Some(expression),
            ..self
        }
    }

    /// The name of the root type, unless the schema's `title` says another.
    pub fn type_name(&self) -> String {
        crate::names::type_case(&self.name)
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn is_named_by_caller(&self) -> bool {
        self.named_by_caller
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn embedding(&self) -> Option<&TokenStream> {
        self.embedding.as_ref()
    }

    /// Line and column of an offset in the text, in the coordinates of the file.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let lines = before.matches('\n').count();
        let last = before.rsplit('\n').next().unwrap_or("");
        let column = last.chars().count();
        let (line, first_column) = self.start;
        if lines == 0 {
            (line, first_column + column)
        } else {
            (line + lines, column + 1)
        }
    }
}
