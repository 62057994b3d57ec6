//! The official suite against generated types: for each case, four functions must say what the
//! suite says, and the errors must be those that the `jsonschema` crate finds.

mod answer;
mod cases;
mod errors;
mod expected;
mod lists;
mod verdicts;

use crate::suite::{Draft, Suite};
use cases::Cases;
use libtest_mimic::{Arguments, Conclusion, Trial};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the tests of a draft as the command line asks: the main function of a test target.
pub fn run(draft: &'static Draft) -> ExitCode {
    run_in(draft, false)
}

/// Runs the required tests of a draft with the features of `serde_json` by which trees hold every
/// digit: what is asked of each type then includes reading and writing trees.
pub fn run_through_trees(draft: &'static Draft) -> ExitCode {
    run_in(draft, true)
}

fn run_in(draft: &'static Draft, trees: bool) -> ExitCode {
    let arguments = Arguments::from_args();
    let cases = Suite::find().and_then(|suite| Cases::of(draft, &suite));
    match cases {
        Ok(cases) => run_cases(&arguments, Cases { trees, ..cases }).exit_code(),
        // No trial, which a filter could leave out.
        Err(error) => {
            tell(&error);
            ExitCode::FAILURE
        }
    }
}

/// A trial, and the case that it needs the answer to.
struct Planned {
    case: Option<usize>,
    trial: Trial,
}

impl Planned {
    fn is_required(&self, cases: &Cases) -> bool {
        self.case
            .is_some_and(|case| !cases.group(case).is_optional())
    }
}

fn run_cases(arguments: &Arguments, cases: Cases) -> Conclusion {
    let cases = Arc::new(cases);
    let mut planned = verdicts::trials(&cases);
    if cases.trees {
        planned.retain(|planned| planned.is_required(&cases));
    } else {
        planned.extend(errors::trials(&cases));
        planned.extend(lists::trials(&cases));
    }
    if !arguments.list {
        let selected = selected(arguments, &planned);
        let answers = answer::answer(&cases, &selected);
        cases.answers.get_or_init(|| answers);
    }
    let trials = planned.into_iter().map(|planned| planned.trial);
    libtest_mimic::run(arguments, trials.collect())
}

/// The cases that the trials need which are going to run. Nothing is generated for others.
fn selected(arguments: &Arguments, planned: &[Planned]) -> Vec<usize> {
    let runs = |planned: &&Planned| !arguments.is_filtered_out(&planned.trial);
    let cases = planned
        .iter()
        .filter(runs)
        .filter_map(|planned| planned.case);
    let cases: BTreeSet<usize> = cases.collect();
    cases.into_iter().collect()
}

/// Tells how far the work has come.
fn tell(message: &str) {
    // Whether anybody reads this changes nothing.
    let _ = writeln!(io::stderr(), "{message}");
}
