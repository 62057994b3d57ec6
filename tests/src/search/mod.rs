//! Differential search: schemas and instances are drawn, and what generated types say of them is
//! compared with what the `jsonschema` crate says. All is a function of the seed.

mod assertions;
mod children;
mod compare;
mod disagreement;
mod instance;
mod judge;
mod known;
mod minimise;
mod names;
mod schema;
mod values;

use crate::suite::{DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019_09, DRAFT_2020_12, Draft};
use clap::Parser;
use fastrand::Rng;
use instance::Numbers;
use known::EXCEPTIONS;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

/// Draws schemas and instances, and compares the verdicts and errors of generated types with those
/// of the `jsonschema` crate.
#[derive(Debug, Parser)]
#[command(name = "search")]
struct Arguments {
    /// Where the draw begins
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many schemas are drawn
    #[arg(long, default_value_t = 250)]
    schemas: usize,
    /// How many instances are drawn for each schema
    #[arg(long, default_value_t = 40)]
    instances: usize,
    /// How many disagreements of a batch are minimised, which takes some builds each
    #[arg(long, default_value_t = 5)]
    minimised: usize,
}

/// So many schemas go into one program, which bounds the memory that linking takes.
const BATCH: usize = 250;

/// A schema and instances that were drawn for it.
#[derive(Debug, Clone)]
struct Drawn {
    seed: u64,
    draft: &'static Draft,
    asserts_formats: bool,
    numbers: Numbers,
    schema: Value,
    instances: Vec<String>,
}

/// What a search has found.
#[derive(Debug, Default)]
struct Found {
    /// How many pairs of schema and instance were compared.
    pairs: usize,
    /// How many of the instances are valid.
    valid: usize,
    /// How many pairs differ as they are known to, by what is known.
    known: BTreeMap<&'static str, usize>,
    /// Each disagreement, for people to read.
    disagreements: Vec<String>,
}

/// The main function of the program `search`. It succeeds when nothing disagrees.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut stdout = io::stdout().lock();
    let mut found = Found::default();
    for first in (0..arguments.schemas).step_by(BATCH) {
        let schemas = BATCH.min(arguments.schemas - first);
        let seed = arguments.seed.wrapping_add(first as u64);
        let drawn = draw_all(seed, schemas, arguments.instances);
        let batch = search("search", &drawn, arguments.minimised);
        for disagreement in &batch.disagreements {
            // Whether anybody reads this changes nothing.
            let _ = writeln!(stdout, "{disagreement}\n");
        }
        found.add(batch);
        let _ = writeln!(stdout, "{found}");
    }
    if found.disagreements.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Draws schemas, each from a seed of its own, counted from `seed`: one can be drawn again alone.
fn draw_all(seed: u64, schemas: usize, instances: usize) -> Vec<Drawn> {
    let seeds = (0..schemas as u64).map(|index| seed.wrapping_add(index));
    seeds.map(|seed| draw(seed, instances)).collect()
}

/// Compares a batch, by a program of the given name.
fn search(program: &str, drawn: &[Drawn], minimised: usize) -> Found {
    let results = compare::compare(program, drawn);
    let mut found = Found::default();
    for (drawn, result) in drawn.iter().zip(results) {
        found.count(result.pairs, result.valid, &result.known);
        let Some(first) = result.disagreements.into_iter().next() else {
            continue;
        };
        let smallest = if found.disagreements.len() < minimised {
            minimise::minimise(program, drawn, first)
        } else {
            first
        };
        found.disagreements.push(smallest.to_string());
    }
    found
}

fn draw(seed: u64, instances: usize) -> Drawn {
    let mut rng = Rng::with_seed(seed);
    let draft = match rng.u8(0..12) {
        0 => &DRAFT_4,
        1 => &DRAFT_6,
        2 | 3 => &DRAFT_7,
        4..=6 => &DRAFT_2019_09,
        _ => &DRAFT_2020_12,
    };
    let numbers = match draft.oracle {
        jsonschema::Draft::Draft4 => Numbers::Plain,
        _ if rng.bool() => Numbers::Any,
        _ => Numbers::Small,
    };
    let asserts_formats = rng.u8(0..3) == 0;
    let schema = schema::draw(&mut rng, draft.oracle);
    let instances = (0..instances).map(|_| instance::draw(&mut rng, numbers, &schema));
    Drawn {
        instances: instances.collect(),
        seed,
        draft,
        asserts_formats,
        numbers,
        schema,
    }
}

impl Drawn {
    /// What a schema means with, for people to read.
    fn settings(&self) -> String {
        let formats = if self.asserts_formats {
            "asserted"
        } else {
            "annotated"
        };
        let (draft, numbers) = (self.draft.name, self.numbers);
        format!("draft {draft}, formats {formats}, numbers {numbers:?}")
    }
}

impl Found {
    fn count(&mut self, pairs: usize, valid: usize, known: &BTreeMap<&'static str, usize>) {
        self.pairs += pairs;
        self.valid += valid;
        for (what, pairs) in known {
            *self.known.entry(what).or_default() += pairs;
        }
    }

    fn add(&mut self, other: Self) {
        self.count(other.pairs, other.valid, &other.known);
        self.disagreements.extend(other.disagreements);
    }
}

impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            pairs,
            valid,
            known,
            disagreements,
        } = self;
        let count = disagreements.len();
        write!(
            f,
            "{pairs} pairs compared, {valid} of them valid: {count} schemas disagree"
        )?;
        for exception in &EXCEPTIONS {
            let pairs = known.get(exception.what).unwrap_or(&0);
            let (what, clause) = (exception.what, exception.clause);
            write!(f, "\n{pairs} pairs: {what} ({clause})")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{draw_all, search};

    #[test]
    fn ten_thousand_pairs_agree() {
        // Building costs more than asking, so there are few schemas with many instances.
        let found = search("search-test", &draw_all(1, 80, 125), 0);
        assert_eq!(found.disagreements, Vec::<String>::new());
        assert_eq!(found.pairs, 10_000);
        // Where one verdict is rare, the draw finds little.
        assert!((2_500..=7_500).contains(&found.valid), "{found}");
        // An exception that explains much would hide something.
        assert!(found.known.values().sum::<usize>() <= 500, "{found}");
    }
}
