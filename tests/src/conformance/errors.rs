//! The trials of errors: for each invalid case the same places and keywords as the `jsonschema`
//! crate finds.

use super::Planned;
use super::cases::{Cases, asserts_formats};
use super::expected::{ERRORS, VERDICTS, judged_by, row};
use crate::oracle::{Errors, Oracle, Settings};
use jsonschema::Draft;
use libtest_mimic::{Failed, Trial};
use std::sync::Arc;

/// One trial for each invalid case whose verdicts are not expected to differ.
pub(super) fn trials(cases: &Arc<Cases>) -> Vec<Planned> {
    let is_compared =
        |case: &usize| !cases.case(*case).valid && row(VERDICTS, cases, *case).is_none();
    let trial = |case: usize| {
        let name = format!("errors / {}", cases.names[case]);
        let cases = Arc::clone(cases);
        Planned {
            case: Some(case),
            trial: Trial::test(name, move || {
                let row = row(ERRORS, &cases, case);
                judged_by(row, check(&cases, case)).map_err(Failed::from)
            }),
        }
    };
    (0..cases.list.len())
        .filter(is_compared)
        .map(trial)
        .collect()
}

fn check(cases: &Cases, case: usize) -> Result<(), String> {
    let ours = match cases.answer(case) {
        // Capacity is no part of the schema's verdict.
        Ok(answer) => answer
            .errors
            .iter()
            .filter(|(_, keyword)| keyword != "range")
            .cloned()
            .collect(),
        Err(reason) => return Err(reason.to_owned()),
    };
    let oracle = Oracle::new(&cases.group(case).schema, &settings(cases, case));
    let theirs = oracle.and_then(|oracle| oracle.errors(&cases.case(case).instance));
    let theirs = theirs.map_err(|error| format!("the jsonschema crate fails: {error}"))?;
    if ours == theirs {
        return Ok(());
    }
    Err(format!(
        "{}\nonly ours: {}\nonly jsonschema's: {}",
        cases.describe(case),
        listed(&ours, &theirs),
        listed(&theirs, &ours),
    ))
}

fn settings(cases: &Cases, case: usize) -> Settings<'_> {
    let draft = cases.draft.oracle;
    Settings {
        draft,
        formats: match asserts_formats(cases.group(case)) {
            true => Some(true),
            // These drafts have no vocabularies; that crate asserts formats in all of them.
            false if draft < Draft::Draft201909 => Some(false),
            false => None,
        },
        remotes: &cases.remotes,
    }
}

/// The errors of `some` that are not among `others`.
fn listed(some: &Errors, others: &Errors) -> String {
    let missing = some.difference(others);
    let lines: Vec<String> = missing
        .map(|(place, keyword)| format!("{keyword} at {place:?}"))
        .collect();
    match lines.as_slice() {
        [] => "nothing".to_owned(),
        lines => lines.join(", "),
    }
}
