//! Patterns: what the generated code matches by itself, and what it leaves to an engine.

use crate::pattern::{Form, Parts, Pattern, Run, Step};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Emits a pattern, for a static.
pub(super) fn pattern(pattern: &Pattern) -> TokenStream {
    let source = &pattern.source;
    match &pattern.form {
        Form::Runs(runs) => {
            let runs = runs.iter().map(run);
            quote!(Pattern::of_runs(#source, &[#(#runs),*]))
        }
        Form::Automaton(automaton) => {
            let classes = automaton.classes.iter().map(|ranges| class(ranges));
            let table = Literal::byte_string(&automaton.written());
            quote!(Pattern::of_automaton(#source, &const {
                Automaton::new(&[#(#classes),*], #table)
            }))
        }
        Form::Parts(Parts { alphabet, parts }) => {
            let parts = parts.iter().map(|part| {
                let (steps, wanted) = (part.steps.iter().map(step), part.wanted);
                quote!(Part { steps: &[#(#steps),*], wanted: #wanted })
            });
            quote!(Pattern::of_parts(#source, #alphabet, &[#(#parts),*]))
        }
        Form::Backtracking(translated) => {
            quote!(Pattern::of_backtracking(#source, #translated))
        }
    }
}

/// Emits `Step::Text("…")`, or another.
fn step(step: &Step) -> TokenStream {
    let number = |count: &usize| Literal::usize_unsuffixed(*count);
    match step {
        Step::Kinds(ranges) => {
            let ranges = ranges.iter().map(|&(first, last)| {
                let [first, last] = [first, last].map(Literal::u16_unsuffixed);
                quote!((#first, #last))
            });
            quote!(Step::Kinds(&[#(#ranges),*]))
        }
        Step::Text(text) => quote!(Step::Text(#text)),
        Step::Join(count) => {
            let count = number(count);
            quote!(Step::Join(#count))
        }
        Step::Either(count) => {
            let count = number(count);
            quote!(Step::Either(#count))
        }
        Step::Repeat(least, u32::MAX) => {
            let least = Literal::u32_unsuffixed(*least);
            quote!(Step::Repeat(#least, u32::MAX))
        }
        Step::Repeat(least, most) => {
            let [least, most] = [*least, *most].map(Literal::u32_unsuffixed);
            quote!(Step::Repeat(#least, #most))
        }
        Step::Start => quote!(Step::Start),
        Step::End => quote!(Step::End),
        Step::Boundary => quote!(Step::Boundary),
        Step::NoBoundary => quote!(Step::NoBoundary),
    }
}

/// Emits `Run { class: …, least: …, most: … }`.
fn run(run: &Run) -> TokenStream {
    let class = class(&run.class);
    let (least, most) = (run.least, run.most.unwrap_or(u32::MAX));
    quote!(Run { class: #class, least: #least, most: #most })
}

/// Emits `Class { ascii: …, others: … }`.
fn class(ranges: &[(char, char)]) -> TokenStream {
    let mut ascii = 0u128;
    let mut others = Vec::new();
    for &(first, last) in ranges {
        for code in (first as u32)..=(last as u32).min(127) {
            ascii |= 1 << code;
        }
        if last > '\x7f' {
            let first = first.max('\u{80}');
            others.push(quote!((#first, #last)));
        }
    }
    let ascii: TokenStream = format!("0x{ascii:032x}").parse().unwrap_or_default();
    quote!(Class { ascii: #ascii, others: &[#(#others),*] })
}
