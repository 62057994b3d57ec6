//! What became of one schema.

use serde_json::Value;
use std::fmt;
use std::time::Duration;

/// What became of one schema, as it is printed.
pub(super) struct Attempt {
    pub(super) name: String,
    /// How long the compiler took, formatting included.
    pub(super) time: Duration,
    /// Lines of the schema, indented by two spaces.
    pub(super) schema_lines: usize,
    /// Lines of what was generated, formatted.
    pub(super) code_lines: usize,
    /// How many instances were tried.
    pub(super) instances: usize,
    /// What is wrong.
    pub(super) problems: Vec<Problem>,
}

/// Something that is wrong with a schema's types.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Problem {
    /// There are none: the compiler reports errors, or broke down.
    NotGenerated(String),
    /// There is more code than a user should have to wait for.
    TooLong,
    /// The Rust compiler refuses them.
    Refused(String),
    /// The Rust compiler warns of them.
    Warned(String),
    /// A verdict is another one than that of the folder, or there is none.
    Differs(String),
}

/// So many lines of a problem are shown.
const SHOWN: usize = 12;

/// How many lines of code each line of a schema may bring about, and how many there may be besides.
const LINES: (usize, usize) = (40, 300);

impl Attempt {
    /// What became of a schema, up to the code.
    pub(super) fn new(
        name: &str,
        schema: &str,
        time: Duration,
        code: &Result<String, String>,
    ) -> Self {
        let value: Value = serde_json::from_str(schema).unwrap_or_default();
        let mut attempt = Self {
            name: name.to_owned(),
            time,
            schema_lines: format!("{value:#}").lines().count(),
            code_lines: code.as_ref().map_or(0, |code| code.lines().count()),
            instances: 0,
            problems: Vec::new(),
        };
        match code {
            Err(errors) => attempt.add(Problem::NotGenerated(errors.clone())),
            Ok(_) if attempt.code_lines > attempt.allowed_lines() => attempt.add(Problem::TooLong),
            Ok(_) => {}
        }
        attempt
    }

    pub(super) fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn allowed_lines(&self) -> usize {
        LINES.0 * self.schema_lines + LINES.1
    }
}

/// `tsconfig: 0.4 s, 5000 lines from 2000 (80300 allowed), 12 instances`, and a paragraph for each
/// problem.
impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {:.2} s, {} lines from {} ({} allowed), {} instances",
            self.name,
            self.time.as_secs_f32(),
            self.code_lines,
            self.schema_lines,
            self.allowed_lines(),
            self.instances
        )?;
        for problem in &self.problems {
            let text = problem.to_string();
            for line in text.lines().take(SHOWN) {
                write!(f, "\n    {line}")?;
            }
            if text.lines().nth(SHOWN).is_some() {
                f.write_str("\n    …")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotGenerated(errors) => write!(f, "not generated: {errors}"),
            Self::TooLong => f.write_str("too many lines"),
            Self::Refused(errors) => write!(f, "rustc refuses the code: {errors}"),
            Self::Warned(warnings) => write!(f, "rustc warns: {warnings}"),
            Self::Differs(how) => write!(f, "differs: {how}"),
        }
    }
}
