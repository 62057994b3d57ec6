//! From what was drawn to what disagrees: one program is built of all schemas, and asked.

use super::Drawn;
use super::known::{Refused, is_dropped_annotation, without_unevaluated};
use crate::generate::generate;
use crate::oracle::{self, Asked, Errors};
use crate::program::{Library, Module, build};
use jsonschema::Draft;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use tollgate_codegen::{Document, Options};
use tollgate_judge::{Answer, Question};

/// Libraries are compiled side by side.
const LIBRARIES: usize = 8;

/// What became of a schema and its instances.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) pairs: usize,
    pub(super) valid: usize,
    pub(super) disagreements: Vec<Disagreement>,
}

/// A schema that is judged in two ways.
#[derive(Debug, Clone)]
pub(super) struct Disagreement {
    pub(super) seed: u64,
    pub(super) draft: &'static str,
    pub(super) schema: Value,
    /// `None` where there are no types at all.
    pub(super) instance: Option<String>,
    /// What each says.
    pub(super) how: String,
}

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
    let document = Document::new("Root", "drawn.json", &drawn.schema.to_string());
    let options = Options {
        draft: drawn.draft.name.to_owned(),
        backtracking: true,
        has_formats: true,
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

impl Drawn {
    fn refused(&self, error: &str) -> Compared {
        Compared {
            disagreements: vec![self.disagreement(None, error.to_owned())],
            ..Compared::default()
        }
    }

    fn compare(&self, answers: &[Result<Answer, String>]) -> Compared {
        let mut compared = Compared::default();
        let text = self.schema.to_string();
        for (instance, answer) in self.instances.iter().zip(answers) {
            compared.pairs += 1;
            let how = match self.theirs(&text, instance) {
                Ok(theirs) => {
                    compared.valid += usize::from(theirs.is_empty());
                    self.difference(instance, answer, &theirs)
                }
                Err(error) => Some(format!("the jsonschema crate fails: {error}")),
            };
            let instance = Some(instance.clone());
            compared
                .disagreements
                .extend(how.map(|how| self.disagreement(instance, how)));
        }
        compared
    }

    fn theirs(&self, schema: &str, instance: &str) -> Result<Errors, String> {
        let draft = self.draft.oracle;
        let asked = Asked {
            schema,
            instance,
            draft,
            formats: (draft < Draft::Draft201909).then_some(false),
            remotes: &[],
        };
        oracle::errors(&asked).map_err(|error| error.to_string())
    }

    /// What differs, unless it is known to.
    fn difference(
        &self,
        instance: &str,
        answer: &Result<Answer, String>,
        theirs: &Errors,
    ) -> Option<String> {
        let answer = match answer {
            Ok(answer) => answer,
            Err(end) => return Some(end.clone()),
        };
        let is_valid = theirs.is_empty();
        let verdicts = answer.differences(is_valid);
        let agree = verdicts.is_empty() && (is_valid || answer.errors == *theirs);
        if agree || verdicts.is_empty() && self.is_known(instance, &answer.errors, theirs) {
            return None;
        }
        Some(format!(
            "{}\nours: {:?}\njsonschema: {theirs:?}",
            verdicts.join("\n"),
            answer.errors
        ))
    }

    /// Whether errors are known to differ, where both refuse the instance.
    fn is_known(&self, instance: &str, ours: &Errors, theirs: &Errors) -> bool {
        let schema = without_unevaluated(&self.schema).to_string();
        self.theirs(&schema, instance).is_ok_and(|others| {
            is_dropped_annotation(&Refused {
                ours,
                theirs,
                without_unevaluated: &others,
            })
        })
    }

    fn disagreement(&self, instance: Option<String>, how: String) -> Disagreement {
        Disagreement {
            seed: self.seed,
            draft: self.draft.name,
            schema: self.schema.clone(),
            instance,
            how,
        }
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            seed,
            draft,
            schema,
            how,
            ..
        } = self;
        let instance = self.instance.as_deref().unwrap_or("none");
        let how = how.trim();
        write!(
            f,
            "seed {seed}, draft {draft}\nschema: {schema}\ninstance: {instance}\n{how}"
        )
    }
}
