//! Asks generated types for their verdicts on instances. A crate that a test has generated links
//! this and is nothing but a list of its types; the test reads what it prints.

mod answer;
mod panics;
mod program;
mod subject;

pub use answer::{Answer, Question, Verdict};
pub use panics::catch;
pub use program::run;
pub use subject::Subject;
