//! From a batch of schemas to what became of each.

use super::attempt::{Attempt, Problem};
use super::folder::{Folder, Instance, Schema};
use crate::generate::generate;
use crate::program::{Built, Library, Module, Program, build};
use rayon::prelude::*;
use std::time::Instant;
use tollgate_codegen::{Document, Options};
use tollgate_judge::{Answer, Question};

/// So many schemas go into one program: enough to keep all cores at work, and few enough that
/// linking any folder takes bounded memory.
pub(super) const BATCH: usize = 40;

/// What the one module of each library is called.
const MODULE: &str = "generated";

/// A schema on its way.
struct Tried<'s> {
    schema: &'s Schema,
    attempt: Attempt,
    /// What was generated, until it is written into the program.
    code: Option<String>,
}

/// Tries the schemas of a batch.
pub(super) fn attempts(
    folder: &Folder,
    batch: &[Schema],
    program: &str,
    generate_only: bool,
) -> Vec<Attempt> {
    let tried = batch.par_iter().map_init(|| folder.options(), generate_one);
    let mut tried: Vec<Tried<'_>> = tried.collect();
    if !generate_only {
        judge(&mut tried, program);
    }
    tried.into_iter().map(|tried| tried.attempt).collect()
}

fn generate_one<'s>(options: &mut Options, schema: &'s Schema) -> Tried<'s> {
    let started = Instant::now();
    let document = Document::new("Root", &format!("{}.json", schema.name), &schema.text);
    let code = generate(document, options).map(|generated| generated.code);
    Tried {
        schema,
        attempt: Attempt::new(&schema.name, &schema.text, started.elapsed(), &code),
        code: code.ok(),
    }
}

/// Builds what was generated, and compares verdicts.
fn judge(tried: &mut [Tried<'_>], program: &str) {
    let mut libraries = Vec::new();
    let mut generated = Vec::new();
    for tried in tried {
        if let Some(code) = tried.code.take() {
            libraries.push(library(tried.schema, code));
            generated.push(tried);
        }
    }
    if libraries.is_empty() {
        return;
    }
    match build(program, libraries) {
        Ok((program, built)) => {
            for tried in generated {
                judge_one(tried, &program, &built);
            }
        }
        Err(error) => {
            for tried in generated {
                tried.attempt.add(Problem::Refused(error.clone()));
            }
        }
    }
}

fn library(schema: &Schema, code: String) -> Library {
    Library {
        name: schema.library.clone(),
        modules: vec![Module {
            name: MODULE.to_owned(),
            code,
        }],
    }
}

fn judge_one(tried: &mut Tried<'_>, program: &Program, built: &Built) {
    let subject = format!("{}::{MODULE}", tried.schema.library);
    if let Some(errors) = built.broken.get(&subject) {
        tried.attempt.add(Problem::Refused(errors.clone()));
        return;
    }
    if let Some(warnings) = built.warnings.get(&subject) {
        tried.attempt.add(Problem::Warned(warnings.clone()));
    }
    let instances = &tried.schema.instances;
    let question = |instance: &Instance| Question {
        subject: subject.clone(),
        instance: instance.json.get().to_owned(),
    };
    let questions: Vec<Question> = instances.iter().map(question).collect();
    tried.attempt.instances = instances.len();
    for (instance, answer) in instances.iter().zip(program.ask(&questions)) {
        if let Some(how) = difference(instance, answer) {
            tried.attempt.add(Problem::Differs(how));
        }
    }
}

/// What is wrong with the answer about an instance.
fn difference(instance: &Instance, answer: Result<Answer, String>) -> Option<String> {
    let differences = answer.map(|answer| answer.differences(instance.valid));
    let how = match differences {
        Ok(differences) if differences.is_empty() => return None,
        Ok(differences) => differences.join("\n"),
        Err(end) => end,
    };
    let verdict = if instance.valid { "valid" } else { "invalid" };
    Some(format!("{} is {verdict}\n{how}", instance.from))
}
