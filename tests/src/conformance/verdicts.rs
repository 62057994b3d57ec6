//! The trials of verdicts: each function says of each case what the suite says.

use super::Planned;
use super::cases::Cases;
use super::expected::{VERDICTS, judged_by, row};
use libtest_mimic::{Failed, Trial};
use std::sync::Arc;

/// One trial for each case.
pub(super) fn trials(cases: &Arc<Cases>) -> Vec<Planned> {
    let trial = |case: usize| {
        let name = cases.names[case].clone();
        let cases = Arc::clone(cases);
        Planned {
            case: Some(case),
            trial: Trial::test(name, move || {
                let row = row(VERDICTS, &cases, case);
                judged_by(row, check(&cases, case)).map_err(Failed::from)
            }),
        }
    };
    (0..cases.list.len()).map(trial).collect()
}

/// What is wrong with the answer to a case.
fn check(cases: &Cases, case: usize) -> Result<(), String> {
    let valid = cases.case(case).valid;
    let found = match cases.answer(case) {
        Ok(answer) => answer.differences(valid).join("\n"),
        Err(reason) => reason.to_owned(),
    };
    if found.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n{found}", cases.describe(case)))
}
