//! From cases to answers: one module is generated for each group, one program is built of all, and
//! asked.

use super::cases::{Answers, Cases, options};
use super::tell;
use crate::generate::generate;
use crate::program::{Library, Module, build_judged, crate_name};
use crate::suite::Group;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;
use tollgate_codegen::Document;
use tollgate_judge::Question;

/// Something for each group, by its place among all of them.
type ByGroup<T> = BTreeMap<usize, T>;

/// The answers to the selected cases.
pub(super) fn answer(cases: &Cases, selected: &[usize]) -> Answers {
    let groups: BTreeSet<usize> = selected.iter().map(|&case| cases.list[case].0).collect();
    let started = Instant::now();
    let (codes, mut refused) = generate_all(cases, &groups);
    tell(&format!(
        "{}: {} cases; code for {} of {} groups generated in {:.1} s",
        cases.draft.folder,
        selected.len(),
        codes.len(),
        groups.len(),
        started.elapsed().as_secs_f32()
    ));
    let is_generated = |case: &&usize| codes.contains_key(&cases.list[**case].0);
    let askable: Vec<usize> = selected.iter().filter(is_generated).copied().collect();
    let mut answers = build_and_ask(cases, codes, &askable, &mut refused);
    for &case in selected {
        if let Some(reason) = refused.get(&cases.list[case].0) {
            answers.insert(case, Err(reason.clone()));
        }
    }
    answers
}

/// The code of each group; the reason for each that has none.
fn generate_all(cases: &Cases, groups: &BTreeSet<usize>) -> (ByGroup<String>, ByGroup<String>) {
    let generate_one = |&index: &usize| {
        let group = &cases.groups[index];
        let (line, column) = group.place;
        let file = format!("{}/{}", cases.draft.folder, group.file);
        let document = Document::new("Root", &file, &group.schema).starting_at(line, column);
        let options = options(cases.draft, group, &cases.remotes);
        (index, generate(document, &options))
    };
    let generated: Vec<_> = groups.par_iter().map(generate_one).collect();
    let (mut codes, mut refused) = (ByGroup::new(), ByGroup::new());
    for (group, result) in generated {
        match result {
            Ok(generated) => drop(codes.insert(group, generated.code)),
            Err(reason) => drop(refused.insert(group, reason)),
        }
    }
    (codes, refused)
}

/// The answers to those of the cases whose groups the Rust compiler takes; the others join the
/// refused.
fn build_and_ask(
    cases: &Cases,
    codes: ByGroup<String>,
    askable: &[usize],
    refused: &mut ByGroup<String>,
) -> Answers {
    let groups: Vec<usize> = codes.keys().copied().collect();
    if groups.is_empty() {
        return Answers::new();
    }
    let started = Instant::now();
    let mut name = format!("conformance-{}", cases.draft.folder);
    let mut judge: &[&str] = &[];
    if cases.trees {
        name.push_str("-trees");
        judge = &["trees"];
    }
    let (program, built) = match build_judged(&name, libraries(cases, codes), judge) {
        Ok(built) => built,
        Err(error) => {
            refused.extend(groups.into_iter().map(|group| (group, error.clone())));
            return Answers::new();
        }
    };
    for group in groups {
        if let Some(error) = built.broken.get(&subject(&cases.groups[group])) {
            let reason = format!("rustc refuses the generated code:\n{error}");
            refused.insert(group, reason);
        }
    }
    tell(&format!(
        "built in {:.1} s",
        started.elapsed().as_secs_f32()
    ));
    let is_built = |case: &&usize| !refused.contains_key(&cases.list[**case].0);
    let askable: Vec<usize> = askable.iter().filter(is_built).copied().collect();
    let questions: Vec<Question> = askable.iter().map(|&case| question(cases, case)).collect();
    askable.into_iter().zip(program.ask(&questions)).collect()
}

fn question(cases: &Cases, case: usize) -> Question {
    Question {
        subject: subject(cases.group(case)),
        instance: cases.case(case).instance.clone(),
    }
}

/// One library for each file.
fn libraries(cases: &Cases, codes: ByGroup<String>) -> Vec<Library> {
    let mut libraries: BTreeMap<String, Vec<Module>> = BTreeMap::new();
    for (index, code) in codes {
        let group = &cases.groups[index];
        let modules = libraries.entry(library(group)).or_default();
        modules.push(Module {
            name: module(group),
            code,
        });
    }
    let library = |(name, modules)| Library { name, modules };
    libraries.into_iter().map(library).collect()
}

fn subject(group: &Group) -> String {
    format!("{}::{}", library(group), module(group))
}

fn library(group: &Group) -> String {
    crate_name(&group.file)
}

fn module(group: &Group) -> String {
    format!("group{}", group.index)
}
