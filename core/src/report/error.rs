//! One error of a report.

use super::failure::{Failure, Text};
use super::location::{self, Step};
use std::fmt;
use std::ops::Range;

/// One mistake in a document: which keyword of the schema it breaks, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationError {
    keyword: &'static str,
    instance_location: String,
    redacted_location: Option<String>,
    schema_location: String,
    evaluation_path: String,
    message: Text,
    help: Option<Text>,
    branches: Vec<ValidationError>,
    place: Option<Place>,
    nesting: usize,
}

/// Where an error stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) span: Range<usize>,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Failures that no keyword of the schema brings about: the reader's own, and a `false` schema.
const WITHOUT_KEYWORD: [&str; 7] = [
    "syntax",
    "duplicate",
    "depth",
    "range",
    "false",
    "io",
    "limit",
];

impl ValidationError {
    /// The error that `failure` is at the end of `path`.
    pub(crate) fn new(failure: Failure, path: &[Step]) -> Self {
        let instance_location = location::instance_location(path);
        let mut schema_location = location::schema_location(path);
        let mut evaluation_path = location::evaluation_path(path);
        if !WITHOUT_KEYWORD.contains(&failure.keyword) {
            for pointer in [&mut schema_location, &mut evaluation_path] {
                pointer.push('/');
                pointer.push_str(failure.keyword);
            }
        }
        let mut error = Self::located(failure, instance_location, schema_location, evaluation_path);
        error.redacted_location = location::redacted_location(path);
        error
    }

    /// The error that `failure` is at the given locations, all JSON Pointers.
    pub(crate) fn located(
        failure: Failure,
        instance_location: String,
        schema_location: String,
        evaluation_path: String,
    ) -> Self {
        let Failure {
            keyword,
            span,
            message,
            help,
            branches,
        } = failure;
        Self {
            keyword,
            nesting: instance_location.matches('/').count(),
            instance_location,
            redacted_location: None,
            schema_location,
            evaluation_path,
            message,
            help,
            branches,
            place: Some(Place {
                span,
                line: 0,
                column: 0,
            }),
        }
    }

    /// Adds the errors inside the branches of the keyword that failed.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub(crate) fn with_branches(mut self, branches: Vec<Self>) -> Self {
        self.branches = branches;
        self
    }

    /// Adds the instance location with `*` for names that only the document has.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub(crate) fn with_redacted_location(mut self, location: String) -> Self {
        self.redacted_location = Some(location);
        self
    }

    /// The same error for a document that no schema of the user's judged.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub(crate) fn without_schema_location(mut self) -> Self {
        self.schema_location.clear();
        self.evaluation_path.clear();
        self
    }

    /// The keyword that failed: one of the schema's, `false` for a schema that allows nothing, or
    /// one of the reader's own: `syntax`, `duplicate`, `depth`, `range`; `io` and `limit` where a
    /// document could not be read to its end, or not be judged in reasonable time.
    pub fn keyword(&self) -> &str {
        self.keyword
    }

    /// JSON Pointer to the value that is wrong.
    pub fn instance_location(&self) -> &str {
        &self.instance_location
    }

    /// JSON Pointer to the failed keyword in the schema document.
    pub fn schema_location(&self) -> &str {
        &self.schema_location
    }

    /// The way from the schema's root to the failed keyword, references included.
    pub fn evaluation_path(&self) -> &str {
        &self.evaluation_path
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        self.message.as_str()
    }

    /// What to do about it, where that can be told.
    pub fn help(&self) -> Option<&str> {
        self.help.as_ref().map(Text::as_str)
    }

    /// The errors inside the branches of `anyOf`, `oneOf`, `not` and `contains`.
    pub fn branches(&self) -> &[ValidationError] {
        &self.branches
    }

    /// Where in the text, in bytes; `None` where the value came from no text.
    pub fn span(&self) -> Option<Range<usize>> {
        self.place.as_ref().map(|place| place.span.clone())
    }

    /// The line of the text, counted from 1.
    pub fn line(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.line)
    }

    /// The column in that line, in characters, counted from 1.
    pub fn column(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.column)
    }

    pub(super) fn span_start(&self) -> usize {
        self.place.as_ref().map_or(0, |place| place.span.start)
    }

    /// How deep in the document the error stands.
    pub(super) fn nesting(&self) -> usize {
        self.nesting
    }

    /// The places of this error and of those inside it.
    pub(super) fn places_mut<'e>(&'e mut self, places: &mut Vec<&'e mut Place>) {
        places.extend(self.place.as_mut());
        self.branches
            .iter_mut()
            .for_each(|branch| branch.places_mut(places));
    }

    /// Adds `lines` to the lines of this error and of those inside it.
    pub(super) fn move_down(&mut self, lines: usize) {
        let mut places = Vec::new();
        self.places_mut(&mut places);
        for place in places {
            place.line = place.line.saturating_add(lines);
        }
    }

    pub(super) fn forget_position(&mut self) {
        self.place = None;
        self.branches.iter_mut().for_each(Self::forget_position);
    }

    pub(super) fn redacted(&self) -> Self {
        let location = self
            .redacted_location
            .as_ref()
            .unwrap_or(&self.instance_location);
        Self {
            instance_location: location.clone(),
            redacted_location: None,
            message: self.message.redacted(),
            help: self.help.as_ref().map(Text::redacted),
            branches: self.branches.iter().map(Self::redacted).collect(),
            ..self.clone()
        }
    }
}

/// `3:17 /payment/mode: "NETFT" is not one of the allowed values; did you mean "NEFT"?`
impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{} ", place.line, place.column)?;
        }
        if !self.instance_location.is_empty() {
            let shown: String = self.instance_location.chars().map(super::visible).collect();
            write!(f, "{shown}: ")?;
        }
        f.write_str(self.message())?;
        match self.help() {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ValidationError {}
