//! The trials of verdicts: each function says of each case what the suite says.

use super::cases::Cases;
use libtest_mimic::{Failed, Trial};
use std::sync::Arc;
use tollgate_judge::{Answer, Verdict};

/// So many characters of a schema or an instance are shown.
const SHOWN: usize = 2_000;

/// One trial for each case.
pub(super) fn trials(cases: &Arc<Cases>) -> Vec<Trial> {
    let trial = |case: usize| {
        let name = cases.names[case].clone();
        let cases = Arc::clone(cases);
        Trial::test(name, move || check(&cases, case).map_err(Failed::from))
    };
    (0..cases.list.len()).map(trial).collect()
}

/// What is wrong with the answer to a case.
fn check(cases: &Cases, case: usize) -> Result<(), String> {
    let valid = cases.case(case).valid;
    let found = match cases.answer(case) {
        Ok(answer) => differences(answer, valid),
        Err(reason) => reason.to_owned(),
    };
    if found.is_empty() {
        return Ok(());
    }
    let (line, _) = cases.group(case).place;
    Err(format!(
        "schema, in line {line} of {}/{}: {}\ninstance: {}\nthe suite says: {}\n{found}",
        cases.draft.folder,
        cases.group(case).file,
        shown(&cases.group(case).schema),
        shown(&cases.case(case).instance),
        if valid { "valid" } else { "invalid" },
    ))
}

/// The functions whose verdict is another, and what they say.
fn differences(answer: &Answer, valid: bool) -> String {
    let differs = |verdict: &Verdict| match verdict {
        Verdict::Valid => !valid,
        Verdict::Invalid(_) => valid,
        Verdict::Unfaithful(_) | Verdict::Panicked(_) => true,
    };
    let differing = answer
        .verdicts()
        .into_iter()
        .filter(|(_, verdict)| differs(verdict));
    let lines: Vec<String> = differing
        .map(|(function, verdict)| format!("{function}: {verdict}"))
        .collect();
    lines.join("\n")
}

/// The text without line breaks and indentation, and not all of it when it is long.
fn shown(json: &str) -> String {
    let lines: Vec<&str> = json.lines().map(str::trim).collect();
    lines.join(" ").chars().take(SHOWN).collect()
}
