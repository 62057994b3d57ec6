//! From what was drawn to what disagrees: one program is built of all schemas, and asked.

use super::Drawn;
use super::instance::Numbers;
use super::judge::Compared;
use crate::generate::generate;
use crate::program::{Library, Module, build};
use rayon::prelude::*;
use std::collections::BTreeMap;
use tollgate_codegen::{Document, Formats, IntegerType, Options, Unrolled};
use tollgate_judge::{Answer, Question};

/// Libraries are compiled side by side.
const LIBRARIES: usize = 8;

/// Compares what both say. The results are in the order of what was drawn.
pub(super) fn compare(program: &str, drawn: &[Drawn]) -> Vec<Compared> {
    let codes: Vec<Result<String, String>> = drawn.par_iter().map(code).collect();
    let mut libraries: BTreeMap<usize, Vec<Module>> = BTreeMap::new();
    for (index, code) in codes.iter().enumerate() {
        if let Ok(code) = code {
            let modules = libraries.entry(index % LIBRARIES).or_default();
            modules.push(Module {
                name: module(index),
                code: code.clone(),
            });
        }
    }
    let library = |(index, modules)| Library {
        name: format!("drawn{index}"),
        modules,
    };
    let libraries: Vec<Library> = libraries.into_iter().map(library).collect();
    let mut refused: BTreeMap<usize, String> = BTreeMap::new();
    for (index, code) in codes.into_iter().enumerate() {
        refused.extend(code.err().map(|error| (index, error)));
    }
    let mut answers = ask(program, libraries, drawn, &mut refused);
    let answers: Vec<_> = (0..drawn.len())
        .map(|index| answers.remove(&index).unwrap_or_default())
        .collect();
    let refused = |index| refused.get(&index);
    let indexed = drawn.par_iter().zip(answers).enumerate();
    indexed
        .map(|(index, (drawn, answers))| match refused(index) {
            Some(error) => drawn.refused(error),
            None => drawn.compare(&answers),
        })
        .collect()
}

fn code(drawn: &Drawn) -> Result<String, String> {
    let text = drawn.schema.to_string();
    let document = Document::new("Root", "drawn.json", &text);
    let options = Options {
        draft: drawn.draft.name.to_owned(),
        formats: if drawn.asserts_formats {
            Formats::Assert
        } else {
            Formats::Annotate
        },
        integer: match drawn.numbers {
            Numbers::Small => IntegerType::I64,
            Numbers::Any | Numbers::Plain => IntegerType::Exact,
        },
        backtracking: true,
        has_formats: true,
        // Half of the schemas either way.
        unrolled: if text.len().is_multiple_of(2) {
            Unrolled::Always
        } else {
            Unrolled::Never
        },
        ..Options::default()
    };
    generate(document, &options).map(|generated| generated.code)
}

type Answers = Vec<Result<Answer, String>>;

/// The answers for each schema that has types; the others join the refused.
fn ask(
    program: &str,
    libraries: Vec<Library>,
    drawn: &[Drawn],
    refused: &mut BTreeMap<usize, String>,
) -> BTreeMap<usize, Answers> {
    if libraries.is_empty() {
        return BTreeMap::new();
    }
    let (program, built) = match build(program, libraries) {
        Ok(built) => built,
        Err(error) => {
            refused.extend((0..drawn.len()).map(|index| (index, error.clone())));
            return BTreeMap::new();
        }
    };
    let mut questions = Vec::new();
    let mut asked = Vec::new();
    for (index, drawn) in drawn.iter().enumerate() {
        if let Some(error) = built.broken.get(&subject(index)) {
            refused.insert(index, format!("rustc refuses the generated code:\n{error}"));
        }
        if refused.contains_key(&index) {
            continue;
        }
        asked.push(index);
        questions.extend(drawn.instances.iter().map(|instance| Question {
            subject: subject(index),
            instance: instance.clone(),
        }));
    }
    let mut answers = program.ask(&questions).into_iter();
    let of_one = |index: usize| {
        let count = drawn[index].instances.len();
        (index, answers.by_ref().take(count).collect())
    };
    asked.into_iter().map(of_one).collect()
}

fn module(index: usize) -> String {
    format!("schema{index}")
}

fn subject(index: usize) -> String {
    format!("drawn{}::{}", index % LIBRARIES, module(index))
}
