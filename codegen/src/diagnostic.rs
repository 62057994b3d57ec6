//! What is wrong with a schema, in the schema's own coordinates.

mod code;

pub use code::Code;

use crate::source::Document;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// Probably not what was meant.
    Warning,
    /// It means something, but hardly what was meant. Only [`lint`](fn@crate::lint) looks for these.
    Lint,
}

impl Severity {
    /// The severity in a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Lint => "lint",
        }
    }
}

/// One thing that is wrong with a schema document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    severity: Severity,
    code: Code,
    file: String,
    line: usize,
    column: usize,
    location: String,
    message: String,
    help: Option<String>,
    /// Index of the document and offset in it, for sorting.
    place: (usize, usize),
}

impl Diagnostic {
    /// Whether this keeps code from being generated.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What it is about.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The file that the schema came from, as the caller named it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line in that file, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in that line, in characters, counted from 1.
    pub fn column(&self) -> usize {
        self.column
    }

    /// JSON Pointer to the place in the schema document.
    pub fn location(&self) -> &str {
        &self.location
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// `order.json:3:17: "strin" is not a JSON type`, with location and help on lines of their own.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.message
        )?;
        if !self.location.is_empty() {
            write!(f, "\n  in the schema at {}", self.location)?;
        }
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

/// Where in which document something stands.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) document: usize,
    pub(crate) span: Range<usize>,
    /// JSON Pointer.
    pub(crate) location: String,
}

/// What was found so far.
pub(crate) struct Diagnostics<'d> {
    documents: &'d [Document],
    found: Vec<Diagnostic>,
    /// Where each message about each place is: a value can be looked at more than once.
    known: BTreeMap<(usize, usize, String), usize>,
}

impl<'d> Diagnostics<'d> {
    pub(crate) fn new(documents: &'d [Document]) -> Self {
        Self {
            documents,
            found: Vec::new(),
            known: BTreeMap::new(),
        }
    }

    pub(crate) fn error(&mut self, place: &Place, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Error, Code::BrokenSchema, place, message.into())
    }

    pub(crate) fn warning(
        &mut self,
        code: Code,
        place: &Place,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add(Severity::Warning, code, place, message.into())
    }

    pub(crate) fn lint(
        &mut self,
        code: Code,
        place: &Place,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add(Severity::Lint, code, place, message.into())
    }

    fn add(
        &mut self,
        severity: Severity,
        code: Code,
        place: &Place,
        message: String,
    ) -> &mut Diagnostic {
        let key = (place.document, place.span.start, message.clone());
        if let Some(&known) = self.known.get(&key) {
            return &mut self.found[known];
        }
        let document = &self.documents[place.document];
        let (line, column) = document.position(place.span.start);
        self.found.push(Diagnostic {
            severity,
            code,
            file: document.file().to_owned(),
            line,
            column,
            location: place.location.clone(),
            message,
            help: None,
            place: (place.document, place.span.start),
        });
        let last = self.found.len() - 1;
        self.known.insert(key, last);
        &mut self.found[last]
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.found
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Everything that was found, in the order of the documents.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| diagnostic.place);
        self.found
    }

    /// The errors in the order of the documents.
    pub(crate) fn errors(&self) -> Vec<&Diagnostic> {
        let is_error = |found: &&Diagnostic| found.severity == Severity::Error;
        let mut errors: Vec<_> = self.found.iter().filter(is_error).collect();
        errors.sort_by_key(|diagnostic| diagnostic.place);
        errors
    }
}

impl Diagnostic {
    /// Index of the document.
    pub(crate) fn document(&self) -> usize {
        self.place.0
    }

    pub(crate) fn with_help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }
}
