//! `tollgate check`: are these documents what a schema allows?

use crate::args::Check;
use crate::engine::{Engine, SchemaProblem, schema_name};
use crate::input::Input;
use crate::own_schema::{Found, OwnSchemas};
use crate::report::{Checked, Output, Tally, Verdict, explain};
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn run(args: &Check) -> ExitCode {
    let mut judge = match Judge::new(args.schema.as_deref()) {
        Ok(judge) => judge,
        Err(code) => return code,
    };
    let mut output = Output::new(args.format, args.schema.as_deref().map(schema_name));
    let mut tally = Tally::default();
    for file in &args.files {
        let checked = judge.check(Input::new(file));
        tally.add(&checked);
        output.file(&checked);
    }
    output.close(&tally);
    tally.exit_code(output.is_broken())
}

/// Judges all documents by one schema, or each by its own.
enum Judge {
    One(Engine),
    Own(OwnSchemas),
}

impl Judge {
    fn new(schema: Option<&Path>) -> Result<Self, ExitCode> {
        let Some(schema) = schema else {
            return Ok(Self::Own(OwnSchemas::default()));
        };
        Engine::named(schema).map(Self::One).map_err(|problem| {
            explain::schema_problem(schema, &problem);
            ExitCode::from(2)
        })
    }

    fn check(&mut self, input: Input<'_>) -> Checked {
        let name = input.name();
        let source = match input.read() {
            Ok(source) => source,
            Err(error) => {
                explain::unreadable(&name, &error);
                let message = format!("the file cannot be read: {error}");
                return Checked {
                    name,
                    verdict: Verdict::unusable("io", message),
                };
            }
        };
        let verdict = match self {
            Self::One(engine) => Verdict::new(engine.validate(&source), source),
            Self::Own(schemas) => judge_by_own(schemas, input, source),
        };
        Checked { name, verdict }
    }
}

/// The ways to say which schema a document is for.
const WAYS: &str = "say which with `--schema FILE`, with `--schema req-pay`, or in the document \
                    with a member `$schema` that names a schema file";

fn judge_by_own(schemas: &mut OwnSchemas, input: Input<'_>, source: Vec<u8>) -> Verdict {
    let (path, engine) = match schemas.find(input, &source) {
        Found::Schema(path, engine) => (path, engine),
        Found::Malformed(report) => return Verdict::new(Err(report), source),
        Found::None { message } => {
            explain::without_schema(&input.name(), &message, WAYS);
            return Verdict::unusable("schema", format!("{message}: {WAYS}"));
        }
    };
    match engine.as_ref() {
        Ok(engine) => Verdict::new(engine.validate(&source), source),
        Err(problem) => {
            explain::schema_problem(&path, problem);
            Verdict::unusable("schema", problem.summary(&path))
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
