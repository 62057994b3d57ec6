//! What generated types say of a schema's instances, beside what that crate says.

use super::Drawn;
use super::disagreement::{Disagreement, Kind};
use super::known::{EXCEPTIONS, Exception};
use crate::oracle::{Errors, Oracle, Settings};
use jsonschema::Draft;
use serde_json::Value;
use std::collections::BTreeMap;
use tollgate_judge::Answer;

/// What became of a schema and its instances.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) pairs: usize,
    pub(super) valid: usize,
    /// How many pairs each exception explains.
    pub(super) known: BTreeMap<&'static str, usize>,
    pub(super) disagreements: Vec<Disagreement>,
}

/// That crate's judge for each way to write a schema that was asked for.
struct Writings<'d> {
    drawn: &'d Drawn,
    others: BTreeMap<&'static str, Result<Oracle, String>>,
}

impl Drawn {
    pub(super) fn refused(&self, error: &str) -> Compared {
        let (kind, how) = match self.oracle(&self.schema) {
            Ok(_) => (Kind::Refused, error.to_owned()),
            Err(other) => (Kind::Unjudged, format!("{error}\n{other}")),
        };
        Compared {
            disagreements: vec![Disagreement::new(self, kind, None, how)],
            ..Compared::default()
        }
    }

    pub(super) fn compare(&self, answers: &[Result<Answer, String>]) -> Compared {
        let mut compared = Compared::default();
        let mut writings = Writings {
            drawn: self,
            others: BTreeMap::new(),
        };
        let oracle = match self.oracle(&self.schema) {
            Ok(oracle) => oracle,
            Err(error) => {
                let unjudged = Disagreement::new(self, Kind::Unjudged, None, error);
                compared.disagreements.push(unjudged);
                return compared;
            }
        };
        for (instance, answer) in self.instances.iter().zip(answers) {
            compared.pairs += 1;
            let theirs = oracle.errors(instance).map_err(|error| error.to_string());
            compared.valid += usize::from(theirs.as_ref().is_ok_and(Errors::is_empty));
            let Err((kind, how)) = agree(answer, &theirs) else {
                continue;
            };
            let errors = answer.as_ref().map(|answer| &answer.errors);
            match errors.ok().filter(|_| kind == Kind::Errors) {
                Some(ours) if let Some(known) = writings.explanation(instance, ours) => {
                    *compared.known.entry(known.what).or_default() += 1;
                }
                _ => {
                    let found = Disagreement::new(self, kind, Some(instance), how);
                    compared.disagreements.push(found);
                }
            }
        }
        compared
    }

    fn oracle(&self, schema: &Value) -> Result<Oracle, String> {
        let draft = self.draft.oracle;
        let settings = Settings {
            draft,
            formats: match self.asserts_formats {
                true => Some(true),
                // These drafts have no vocabularies; that crate asserts formats in all of them.
                false if draft < Draft::Draft201909 => Some(false),
                false => None,
            },
            remotes: &[],
        };
        let oracle = Oracle::new(&schema.to_string(), &settings);
        oracle.map_err(|error| format!("the jsonschema crate fails: {error}"))
    }
}

/// Whether both say the same; else what differs.
fn agree(
    answer: &Result<Answer, String>,
    theirs: &Result<Errors, String>,
) -> Result<(), (Kind, String)> {
    let answer = answer.as_ref();
    let answer = answer.map_err(|end| (Kind::Verdicts, end.clone()))?;
    let theirs = theirs.as_ref();
    let theirs = theirs.map_err(|error| (Kind::Unjudged, error.clone()))?;
    let is_valid = theirs.is_empty();
    let verdicts = answer.differences(is_valid);
    let kind = match verdicts.as_slice() {
        [] if is_valid || answer.errors == *theirs => return Ok(()),
        [] => Kind::Errors,
        _ => Kind::Verdicts,
    };
    let (verdicts, ours) = (verdicts.join("\n"), &answer.errors);
    Err((
        kind,
        format!("{verdicts}\nours: {ours:?}\njsonschema: {theirs:?}"),
    ))
}

impl Writings<'_> {
    /// The exception that explains errors of ours.
    fn explanation(&mut self, instance: &str, ours: &Errors) -> Option<&'static Exception> {
        EXCEPTIONS.iter().find(|exception| {
            let oracle = self.others.entry(exception.what);
            let rewrite = || self.drawn.oracle(&(exception.rewrite)(&self.drawn.schema));
            let oracle = oracle.or_insert_with(rewrite).as_ref();
            oracle.is_ok_and(|oracle| {
                let theirs = oracle.judged(instance);
                theirs.is_ok_and(|theirs| theirs.allows(ours))
            })
        })
    }
}
