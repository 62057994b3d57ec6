//! Hostile documents: what a byte of them costs beside a byte of an ordinary document of the same type.

mod documents;
mod types;

use crate::section::{Bound, Section, Target};
use documents::{Case, cases};
use std::hint::black_box;
use tollgate_measure::{Effort, Figures, Samples, Work, take_turns};

/// A byte of a hostile document may cost so many times as much as one of an ordinary document.
const MOST: f64 = 10.0;

const ORDINARY: &str = "ordinary";
const LONG: &str = "ordinary, as long as a million members";

/// Measures every type in every way.
pub(crate) fn run(effort: Effort) -> Vec<Section> {
    let mut sections = Vec::new();
    for case in cases() {
        for (name, way) in case.ways {
            sections.push(section(&case, name, way, effort));
        }
    }
    sections
}

fn section(case: &Case, name: &str, way: fn(&[u8]) -> bool, effort: Effort) -> Section {
    let title = format!("hostile documents, {name}: {}", case.title);
    crate::note(&title);
    assert!(
        way(case.ordinary.as_bytes()),
        "an ordinary document is valid"
    );
    let mut documents = vec![(ORDINARY, case.ordinary.as_str())];
    documents.extend(case.long.iter().map(|long| (LONG, long.as_str())));
    let hostile = case.hostile.iter();
    documents.extend(hostile.map(|(name, text)| (*name, text.as_str())));
    let works: Vec<Work<'_>> = documents.iter().map(|(_, text)| work(way, text)).collect();
    let samples = documents.iter().zip(take_turns(&works, effort));
    let engines = samples
        .map(|((name, text), nanoseconds)| Samples::new(name, name, text.len(), &nanoseconds));
    let figures = Figures::of(engines.collect());
    let targets = case.hostile.iter().filter_map(|(name, text)| {
        let is_long = text.len() > 2 * case.ordinary.len() && case.long.is_some();
        let ordinary = if is_long { LONG } else { ORDINARY };
        Some(Target {
            what: format!("{name}: times the cost of an ordinary byte"),
            bound: Bound::Most(MOST),
            reached: figures.times(ordinary, &[name])?,
        })
    });
    Section {
        title,
        baseline: Some(ORDINARY),
        targets: targets.collect(),
        figures,
    }
}

fn work(way: fn(&[u8]) -> bool, text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(way(black_box(text.as_bytes())));
    })
}
