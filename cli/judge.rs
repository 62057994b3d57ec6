//! Judges documents by one schema, or each by its own.

use crate::engine::{Engine, SchemaProblem, schema_name};
use crate::own_schema::{Found, OwnSchemas};
use crate::report::explain::{self, Message};
use std::io;
use std::path::Path;
use tollgate_core::Report;

pub(crate) enum Judge {
    One(Engine),
    Own(OwnSchemas),
}

#[derive(Debug)]
pub(crate) enum Verdict {
    Valid,
    Invalid(Report),
    /// It could not be judged.
    Unusable(Obstacle),
}

/// Why a document could not be judged.
#[derive(Debug)]
pub(crate) struct Obstacle {
    pub(crate) keyword: &'static str,
    pub(crate) summary: String,
    /// The same for people.
    pub(crate) message: Message,
}

/// The ways to say which schema a document is for.
const WAYS: &str = "say which with `--schema FILE`, with `--schema req-pay`, or in the document \
                    with a member `$schema` that names a schema file";

impl Judge {
    pub(crate) fn new(schema: Option<&Path>) -> Result<Self, Message> {
        let Some(schema) = schema else {
            return Ok(Self::Own(OwnSchemas::default()));
        };
        let engine = Engine::named(schema);
        let engine = engine.map_err(|problem| explain::schema_problem(schema, &problem));
        engine.map(Self::One)
    }

    /// Whether a document is valid, where that can be told without much ado.
    #[inline]
    pub(crate) fn passes(&self, document: &[u8]) -> bool {
        match self {
            Self::One(engine) => engine.is_valid(document),
            Self::Own(_) => false,
        }
    }

    /// Judges the document at `place`, as messages name it.
    pub(crate) fn judge(&self, place: &str, folder: Option<&Path>, document: &[u8]) -> Verdict {
        match self {
            Self::One(engine) => engine.validate(document).into(),
            Self::Own(schemas) => judge_by_own(schemas, place, folder, document),
        }
    }
}

impl Verdict {
    /// What is said besides the report.
    pub(crate) fn into_message(self) -> Option<Message> {
        match self {
            Self::Unusable(obstacle) => Some(obstacle.message),
            Self::Valid | Self::Invalid(_) => None,
        }
    }
}

impl From<Result<(), Report>> for Verdict {
    fn from(result: Result<(), Report>) -> Self {
        result.map_or_else(Self::Invalid, |()| Self::Valid)
    }
}

fn judge_by_own(
    schemas: &OwnSchemas,
    place: &str,
    folder: Option<&Path>,
    document: &[u8],
) -> Verdict {
    let (path, engine) = match schemas.find(folder, document) {
        Found::Schema(path, engine) => (path, engine),
        Found::Malformed(report) => return Verdict::Invalid(report),
        Found::None { message } => {
            return Verdict::Unusable(Obstacle {
                keyword: "schema",
                summary: format!("{message}: {WAYS}"),
                message: explain::not_checked(place, &message, WAYS),
            });
        }
    };
    match engine.as_ref() {
        Ok(engine) => engine.validate(document).into(),
        Err(problem) => Verdict::Unusable(Obstacle {
            keyword: "schema",
            summary: problem.summary(&path),
            message: explain::schema_problem(&path, problem),
        }),
    }
}

impl Obstacle {
    /// A file, or the rest of one, cannot be read.
    pub(crate) fn unreadable(name: &str, error: &io::Error) -> Self {
        Self {
            keyword: "io",
            summary: format!("the file cannot be read: {error}"),
            message: explain::unreadable(name, error),
        }
    }
}

impl SchemaProblem {
    /// What is wrong, in one line.
    fn summary(&self, path: &Path) -> String {
        let name = schema_name(path);
        match self {
            Self::Unreadable { error, .. } => format!("the schema {name} cannot be read: {error}"),
            Self::Broken { .. } => format!("the schema {name} is broken"),
        }
    }
}
