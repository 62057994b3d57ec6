//! The req-pay payloads.

mod agree;
mod decimal;
mod errors;
mod forms;
mod payload;
mod plain;
mod text;
mod value;
mod verdict;

use crate::section::{Section, Target};
pub(crate) use payload::payment;
use payload::{Mistake, pretty, shuffled};
use tollgate_measure::id::{self, Id};
use tollgate_measure::{Documents, Effort, Field, measure};

/// An engine, what it is compared with, and how many times as fast it should be at least.
type Goal = (Id, Id, f64);

/// Measures everything.
pub(crate) fn run(effort: Effort) -> Vec<Section> {
    let mut sections = Vec::new();
    for invoices in [1, 10, 100, 10_000] {
        let compact = payment(invoices);
        agree::check_valid(compact.as_bytes());
        sections.push(verdict(&format!("{invoices} invoices"), &compact, effort));
        sections.push(value(&format!("{invoices} invoices"), &compact, effort));
    }
    for invoices in [1, 100] {
        let compact = payment(invoices);
        let name = |form: &str| format!("{invoices} invoices, {form}");
        sections.push(verdict(&name("pretty"), &pretty(&compact), effort));
        sections.push(verdict(&name("shuffled"), &shuffled(&compact), effort));
        sections.push(forms::forms(invoices, effort));
        for mistake in Mistake::ALL {
            let invalid = mistake.in_(&compact);
            agree::check_invalid(invalid.as_bytes());
            let name = name(mistake.title());
            sections.push(verdict(&name, &invalid, effort));
            sections.push(errors(&name, &invalid, effort));
        }
    }
    sections.push(forms::growth(effort));
    sections
}

fn verdict(name: &str, json: &str, effort: Effort) -> Section {
    // What is asked of one invoice and of a hundred, as clients send them.
    let goals: &[Goal] = match name {
        "1 invoices" => &[
            (id::OURS, id::BASELINE, 12.0),
            (id::OURS, id::SONIC, 2.5),
            (id::OURS, id::SONIC_SKIP, 1.8),
        ],
        "100 invoices" => &[
            (id::OURS, id::BASELINE, 20.0),
            (id::OURS, id::SONIC, 2.5),
            (id::OURS, id::SONIC_SKIP, 1.8),
        ],
        _ => &[],
    };
    let title = format!("bytes to verdict: {name}");
    section(title, json, verdict::field, id::BASELINE, goals, effort)
}

fn value(name: &str, json: &str, effort: Effort) -> Section {
    let goals = [
        (value::OWNED, value::SERDE, 2.5),
        (value::OWNED, value::SONIC, 1.8),
        (value::OWNED, value::PASSES, 5.0),
        (value::BORROWED, value::SERDE, 6.0),
    ];
    let title = format!("bytes to typed value: {name}");
    section(title, json, value::field, value::SERDE, &goals, effort)
}

fn errors(name: &str, json: &str, effort: Effort) -> Section {
    let goals = [(errors::REPORT, errors::ITER_ERRORS, 3.0)];
    let title = format!("bytes to list of errors: {name}");
    section(
        title,
        json,
        errors::field,
        errors::ITER_ERRORS,
        &goals,
        effort,
    )
}

fn section(
    title: String,
    json: &str,
    field: fn(&Documents) -> Field<'_>,
    baseline: Id,
    goals: &[Goal],
    effort: Effort,
) -> Section {
    crate::note(&title);
    let documents = Documents::new([json.as_bytes().to_vec()]);
    let figures = measure(field(&documents), &documents, effort);
    let targets = goals.iter();
    let targets = targets.filter_map(|goal| Target::of_speed(&figures, goal.0, goal.1, goal.2));
    Section {
        title,
        baseline: Some(baseline),
        targets: targets.collect(),
        figures,
    }
}
