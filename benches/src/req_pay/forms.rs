//! Tollgate alone, on the same payment in different forms, and on more and more invoices.

use super::payload::{payment, pretty, shuffled, sorted};
use crate::section::{Bound, Section, Target};
use req_pay::ReqPayRequest;
use std::hint::black_box;
use tollgate_measure::{Effort, Figures, Samples, Work, count, take_turns};

/// The least part of the compact form's speed per byte.
const PARTS: [(&str, f64); 3] = [("pretty", 0.7), ("sorted", 0.5), ("shuffled", 0.5)];

/// The forms of a payment.
pub(super) fn forms(invoices: usize, effort: Effort) -> Section {
    let compact = payment(invoices);
    let documents = [
        ("pretty", pretty(&compact)),
        ("sorted", sorted(&compact)),
        ("shuffled", shuffled(&compact)),
        ("compact", compact),
    ];
    let figures = measure(&documents, effort);
    let targets = PARTS.iter().filter_map(|(form, least)| {
        let part = figures.times(form, &["compact"])?;
        Some(Target {
            what: format!("{form}: part of the speed per byte of compact"),
            bound: Bound::Least(*least),
            reached: part,
        })
    });
    Section {
        title: format!("tollgate is_valid_json by form: {invoices} invoices"),
        baseline: Some("compact"),
        targets: targets.collect(),
        figures,
    }
}

/// What more and more invoices cost.
pub(super) fn growth(effort: Effort) -> Section {
    let document = |invoices: usize| (format!("{invoices} invoices"), payment(invoices));
    let documents = [1, 10, 100, 1_000, 10_000].map(document);
    let documents = documents
        .each_ref()
        .map(|(name, text)| (name.as_str(), text.clone()));
    let figures = measure(&documents, effort);
    let bytes = |index: usize| count(figures.engines[index].bytes);
    let per_byte = figures.times("100 invoices", &["10000 invoices"]);
    let targets = per_byte.map(|times| Target {
        what: "10,000 invoices cost so many times 100 times what 100 cost".to_owned(),
        bound: Bound::Most(1.1),
        reached: times * bytes(4) / (100.0 * bytes(2)),
    });
    Section {
        title: "tollgate is_valid_json by number of invoices".to_owned(),
        baseline: Some("100 invoices"),
        targets: targets.into_iter().collect(),
        figures,
    }
}

fn measure(documents: &[(&str, String)], effort: Effort) -> Figures {
    let work = |text: &'_ str| -> Work<'_> {
        let json = text.as_bytes().to_vec();
        assert!(ReqPayRequest::is_valid_json(&json));
        Box::new(move || {
            black_box(ReqPayRequest::is_valid_json(black_box(&json)));
        })
    };
    let works: Vec<Work<'_>> = documents.iter().map(|(_, text)| work(text)).collect();
    let samples = documents.iter().zip(take_turns(&works, effort));
    let engines = samples
        .map(|((name, text), nanoseconds)| Samples::new(name, name, text.len(), &nanoseconds));
    Figures::of(engines.collect())
}
