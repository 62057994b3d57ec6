//! The trials of what these tests themselves rely on: that the suite is all there, and that the
//! lists of what differs are about cases that it has.

use super::Planned;
use super::cases::Cases;
use super::expected::{ERRORS, Row, VERDICTS};
use super::tell;
use libtest_mimic::Trial;
use std::sync::Arc;

type Check = fn(&Cases) -> Result<(), String>;

/// The trials; they hold of any state of the suite.
pub(super) fn trials(cases: &Arc<Cases>) -> Vec<Planned> {
    let checks: [(&str, Check); 3] = [
        ("suite / every case is read", counts),
        ("suite / what is listed is there", lost_rows),
        ("suite / no required case is listed", required_rows),
    ];
    let trial = |(name, check): (&str, Check)| {
        let cases = Arc::clone(cases);
        let trial = Trial::test(name, move || Ok(check(&cases)?));
        Planned { case: None, trial }
    };
    checks.map(trial).into()
}

/// How many cases there are is known of one state of the suite.
fn counts(cases: &Cases) -> Result<(), String> {
    let is_optional = |case: &usize| cases.group(*case).is_optional();
    let optional = (0..cases.list.len()).filter(is_optional).count();
    let counts = (cases.list.len() - optional, optional);
    tell(&format!(
        "{}: {} required and {} optional cases in {}",
        cases.draft.folder, counts.0, counts.1, cases.suite
    ));
    if cases.is_pinned && counts != cases.draft.counts {
        return Err(format!(
            "{counts:?} cases instead of {:?}",
            cases.draft.counts
        ));
    }
    match counts {
        (0, _) => Err("no required cases".to_owned()),
        _ => Ok(()),
    }
}

/// Other states of the suite may lack cases; which, is told.
fn lost_rows(cases: &Cases) -> Result<(), String> {
    let rows = VERDICTS.iter().chain(ERRORS);
    let lost: Vec<String> = rows.filter(|row| row.is_lost(cases)).map(named).collect();
    if lost.is_empty() {
        return Ok(());
    }
    let message = format!("listed, but not in the suite:\n{}", lost.join("\n"));
    if cases.is_pinned {
        return Err(message);
    }
    tell(&message);
    Ok(())
}

fn required_rows(_: &Cases) -> Result<(), String> {
    let required = VERDICTS
        .iter()
        .filter(|row| !row.file.starts_with("optional/"));
    let required: Vec<String> = required.map(named).collect();
    match required.as_slice() {
        [] => Ok(()),
        rows => Err(rows.join("\n")),
    }
}

fn named(row: &Row) -> String {
    format!("{} / {} / {}", row.file, row.group, row.case.unwrap_or("*"))
}
