//! One error of a report.

use super::failure::{Failure, Said, Text, Wording};
use super::location::{self, Step};
use super::position::Place;
use super::trail::Trail;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// One mistake in a document: which keyword of the schema it breaks, where, and what to do.
#[derive(Clone)]
pub struct ValidationError {
    keyword: &'static str,
    place: Option<Place>,
    /// The way to it, where its locations are not known: which one of all ways of the report. There
    /// are none while errors are gathered.
    trail: Option<Arc<Trail>>,
    way: usize,
    locations: OnceLock<Box<Locations>>,
    wording: Wording,
    said: OnceLock<Box<Said>>,
    branches: Box<[ValidationError]>,
}

/// JSON Pointers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Locations {
    /// That in the instance, that in the schema, and the way through the schema, one behind the other.
    all: String,
    schema_start: usize,
    evaluation_start: usize,
    redacted: Option<String>,
}

/// Few errors have longer pointers, all three together.
const MANY_BYTES: usize = 256;

impl Locations {
    /// The locations of a failure of `keyword` at the end of a way.
    fn at(path: &[&Step], keyword: &str) -> Self {
        let mut all = String::with_capacity(MANY_BYTES);
        let end = if WITHOUT_KEYWORD.contains(&keyword) {
            ["", ""]
        } else {
            ["/", keyword]
        };
        location::push_instance_location(&mut all, path);
        let schema_start = all.len();
        location::push_schema_location(&mut all, path);
        all.extend(end);
        let evaluation_start = all.len();
        location::push_evaluation_path(&mut all, path);
        all.extend(end);
        Self {
            all,
            schema_start,
            evaluation_start,
            redacted: location::redacted_location(path),
        }
    }

    fn of(instance: &str, schema: &str, evaluation: &str) -> Self {
        Self {
            all: [instance, schema, evaluation].concat(),
            schema_start: instance.len(),
            evaluation_start: instance.len() + schema.len(),
            redacted: None,
        }
    }

    fn instance(&self) -> &str {
        &self.all[..self.schema_start]
    }

    fn schema(&self) -> &str {
        &self.all[self.schema_start..self.evaluation_start]
    }

    fn evaluation(&self) -> &str {
        &self.all[self.evaluation_start..]
    }
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
    /// The error that `failure` is at the end of a way.
    pub(crate) fn new(failure: Failure, way: usize) -> Self {
        let Failure {
            keyword,
            span,
            wording,
            branches,
        } = failure;
        Self {
            keyword,
            place: Some(Place {
                start: span.start,
                end: span.end,
                line: 0,
                column: 0,
            }),
            trail: None,
            way,
            locations: OnceLock::new(),
            wording,
            said: OnceLock::new(),
            branches: branches.into_boxed_slice(),
        }
    }

    /// The error that `failure` is at the given locations, all JSON Pointers.
    pub(crate) fn located(
        failure: Failure,
        instance_location: &str,
        schema_location: &str,
        evaluation_path: &str,
    ) -> Self {
        let locations = Locations::of(instance_location, schema_location, evaluation_path);
        Self::new(failure, 0).with_locations(locations)
    }

    /// The error that `failure` is of the document as a whole.
    pub(crate) fn of_document(failure: Failure) -> Self {
        Self::located(failure, "", "", "")
    }

    fn with_locations(self, locations: Locations) -> Self {
        Self {
            trail: None,
            locations: OnceLock::from(Box::new(locations)),
            ..self
        }
    }

    /// Gives this error and those inside it the ways to errors, of which theirs are some.
    pub(crate) fn settle(&mut self, trail: &Arc<Trail>) {
        if self.trail.is_none() && self.locations.get().is_none() {
            self.trail = Some(Arc::clone(trail));
        }
        for branch in &mut self.branches {
            branch.settle(trail);
        }
    }

    fn locations(&self) -> &Locations {
        self.locations.get_or_init(|| {
            let trail = self.trail.as_deref();
            let path = trail.map_or_else(Vec::new, |trail| trail.way(self.way));
            Box::new(Locations::at(&path, self.keyword))
        })
    }

    fn said(&self) -> &Said {
        match &self.wording {
            Wording::Said(said) => said,
            later => self.said.get_or_init(|| Box::new(later.said())),
        }
    }

    /// Adds the errors inside the branches of the keyword that failed.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub(crate) fn with_branches(self, branches: Vec<Self>) -> Self {
        Self {
            branches: branches.into_boxed_slice(),
            ..self
        }
    }

    /// Adds the instance location with `*` for names that only the document has.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub(crate) fn with_redacted_location(self, location: String) -> Self {
        let locations = Locations {
            redacted: Some(location),
            ..self.locations().clone()
        };
        self.with_locations(locations)
    }

    /// The same error for a document that no schema of the user's judged.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub(crate) fn without_schema_location(self) -> Self {
        let locations = Locations {
            redacted: self.locations().redacted.clone(),
            ..Locations::of(self.instance_location(), "", "")
        };
        self.with_locations(locations)
    }

    /// The keyword that failed: one of the schema's, `false` for a schema that allows nothing, or
    /// one of the reader's own: `syntax`, `duplicate`, `depth`, `range`; `io` and `limit` where a
    /// document could not be read to its end, or not be judged in reasonable time.
    pub fn keyword(&self) -> &str {
        self.keyword
    }

    /// JSON Pointer to the value that is wrong.
    pub fn instance_location(&self) -> &str {
        self.locations().instance()
    }

    /// JSON Pointer to the failed keyword in the schema document.
    pub fn schema_location(&self) -> &str {
        self.locations().schema()
    }

    /// The way from the schema's root to the failed keyword, references included.
    pub fn evaluation_path(&self) -> &str {
        self.locations().evaluation()
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        self.said().message.as_str()
    }

    /// What to do about it, where that can be told.
    pub fn help(&self) -> Option<&str> {
        self.said().help.as_ref().map(Text::as_str)
    }

    /// The errors inside the branches of `anyOf`, `oneOf`, `not` and `contains`.
    pub fn branches(&self) -> &[ValidationError] {
        &self.branches
    }

    /// Where in the text, in bytes; `None` where the value came from no text.
    pub fn span(&self) -> Option<Range<usize>> {
        self.place.map(|place| place.start..place.end)
    }

    /// The line of the text, counted from 1.
    pub fn line(&self) -> Option<usize> {
        self.place.map(|place| place.line)
    }

    /// The column in that line, in characters, counted from 1.
    pub fn column(&self) -> Option<usize> {
        self.place.map(|place| place.column)
    }

    /// Which of two errors comes first: by place, outer before inner.
    pub(super) fn compare_places(&self, other: &Self) -> Ordering {
        let start = |error: &Self| error.place.map_or(0, |place| place.start);
        let starts = start(self).cmp(&start(other));
        starts.then_with(|| self.nesting().cmp(&other.nesting()))
    }

    /// How deep in the document the error stands.
    fn nesting(&self) -> usize {
        match &self.trail {
            Some(trail) => trail.nesting(self.way),
            None => self.instance_location().matches('/').count(),
        }
    }

    /// The place of this error alone.
    pub(super) fn place_mut(&mut self) -> Option<&mut Place> {
        self.place.as_mut()
    }

    /// The places of this error and of those inside it.
    pub(super) fn places_mut<'e>(&'e mut self, places: &mut Vec<&'e mut Place>) {
        places.extend(self.place.as_mut());
        for branch in &mut self.branches {
            branch.places_mut(places);
        }
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
        let locations = self.locations();
        let instance = locations.redacted.as_deref();
        let instance = instance.unwrap_or_else(|| locations.instance());
        Self {
            keyword: self.keyword,
            place: self.place,
            trail: None,
            way: 0,
            locations: OnceLock::from(Box::new(Locations::of(
                instance,
                locations.schema(),
                locations.evaluation(),
            ))),
            wording: Wording::Said(Box::new(self.said().redacted())),
            said: OnceLock::new(),
            branches: self.branches.iter().map(Self::redacted).collect(),
        }
    }
}

impl PartialEq for ValidationError {
    fn eq(&self, other: &Self) -> bool {
        self.keyword == other.keyword
            && self.place == other.place
            && self.locations() == other.locations()
            && self.said() == other.said()
            && self.branches == other.branches
    }
}

impl Eq for ValidationError {}

impl fmt::Debug for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidationError")
            .field("keyword", &self.keyword())
            .field("instance_location", &self.instance_location())
            .field("schema_location", &self.schema_location())
            .field("evaluation_path", &self.evaluation_path())
            .field("message", &self.message())
            .field("help", &self.help())
            .field("branches", &self.branches())
            .field("span", &self.span())
            .field("line", &self.line())
            .field("column", &self.column())
            .finish()
    }
}

/// `3:17 /payment/mode: "NETFT" is not one of the allowed values; did you mean "NEFT"?`
impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{} ", place.line, place.column)?;
        }
        let location = self.instance_location();
        if !location.is_empty() {
            let shown: String = location.chars().map(super::visible).collect();
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
