//! The official suite against generated types: for each case, four functions must say what the
//! suite says, and the errors must be those that the `jsonschema` crate finds.

mod answer;
mod cases;
mod verdicts;

use crate::suite::{Draft, Suite};
use cases::Cases;
use libtest_mimic::{Arguments, Conclusion, Failed, Trial};
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the tests of a draft as the command line asks: the main function of a test target.
pub fn run(draft: &'static Draft) -> ExitCode {
    let arguments = Arguments::from_args();
    let cases = Suite::find().and_then(|suite| Cases::of(draft, &suite));
    let conclusion = match cases {
        Ok(cases) => run_cases(&arguments, cases),
        Err(error) => {
            let trial = Trial::test("the suite is here", || Err(Failed::from(error)));
            libtest_mimic::run(&arguments, vec![trial])
        }
    };
    conclusion.exit_code()
}

fn run_cases(arguments: &Arguments, cases: Cases) -> Conclusion {
    let cases = Arc::new(cases);
    let trials = verdicts::trials(&cases);
    if !arguments.list {
        let is_selected = |case: &usize| !arguments.is_filtered_out(&trials[*case]);
        let selected: Vec<usize> = (0..trials.len()).filter(is_selected).collect();
        let answers = answer::answer(&cases, &selected);
        cases.answers.get_or_init(|| answers);
    }
    libtest_mimic::run(arguments, trials)
}

/// Tells how far the work has come.
fn tell(message: &str) {
    // Whether anybody reads this changes nothing.
    let _ = writeln!(io::stderr(), "{message}");
}
