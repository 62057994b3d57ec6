//! Whether a schema is what its draft's meta-schema says: the compiler, which parses each keyword by
//! what the specification says of its value, is compared with a validator that applies the
//! meta-schema. What the meta-schema refuses, the compiler must refuse; what it accepts, the
//! compiler must accept unless one of a few exceptions explains each error.

mod compare;
mod exception;
mod made_up;
mod tally;

use compare::Judge;
use exception::Exception;
use made_up::{every_keyword_with_every_value, with_mutants};
use serde_json::{Value, json};
use std::fs;
use tally::Tally;
use tollgate_tests::examples::root;
use tollgate_tests::mutants::Dice;
use tollgate_tests::suite::{DRAFT_4, DRAFT_7, DRAFT_2020_12, DRAFTS, Draft, Suite};

/// Real schemas, where they are beside the repository.
const WORLD: &str = "../shared/corpora/schemastore/schemas";

/// So many mutants are made of each schema of the suite; of real ones, which are large, fewer.
const MUTANTS: (usize, usize) = (3, 1);

#[test]
fn keywords_take_what_their_meta_schema_says() {
    let mut all = Tally::default();
    for draft in DRAFTS {
        let schemas = every_keyword_with_every_value();
        all.add(Judge::new(draft, &[]).compare_all(&schemas));
    }
    all.tell("keywords");
    all.assert_clean();
    all.assert_both_verdicts(4);
}

#[test]
fn schemas_of_the_suite_are_sound_if_their_meta_schema_says_so() {
    let suite = Suite::find().unwrap_or_else(|error| panic!("{error}"));
    let remotes = suite.remotes().unwrap();
    let mut all = Tally::default();
    for draft in DRAFTS {
        let groups = suite.groups(draft).unwrap();
        let schema = |text: &str| serde_json::from_str(text).expect("schemas are JSON");
        let schemas = groups.iter().map(|group| schema(&group.schema));
        let schemas = with_mutants(schemas, MUTANTS.0, &mut Dice::new(7));
        all.add(Judge::new(draft, &remotes).compare_all(&schemas));
    }
    all.tell("the official suite");
    all.assert_clean();
    all.assert_both_verdicts(4);
}

#[test]
fn real_schemas_are_sound_if_their_meta_schema_says_so() {
    let folder = root().join(WORLD);
    let mut all = Tally::default();
    if folder.is_dir() {
        let schemas = real_schemas(&folder);
        for draft in DRAFTS {
            let own = schemas
                .iter()
                .filter(|schema| draft_of(schema) == draft.name);
            let own = with_mutants(own.cloned(), MUTANTS.1, &mut Dice::new(11));
            all.add(Judge::new(draft, &[]).compare_all(&own));
        }
        all.assert_both_verdicts(20);
    }
    all.tell(WORLD);
    all.assert_clean();
}

#[test]
fn each_exception_explains_something() {
    let twice = json!({"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}});
    let by_reference = json!({"$ref": "#/x~1y/z", "x/y": {"z": {"type": "any"}}});
    let expected = [
        (
            &DRAFT_7,
            json!({"$schema": "urn:example:x"}),
            Exception::UnknownDialect,
        ),
        (&DRAFT_7, json!({"$id": "a b"}), Exception::LenientUri),
        (&DRAFT_7, json!({"$ref": "#/x"}), Exception::Reference),
        (&DRAFT_7, by_reference, Exception::SchemaByReference),
        (&DRAFT_7, json!({"$ref": "#"}), Exception::Cycle),
        (&DRAFT_2020_12, twice, Exception::Twice),
        (&DRAFT_2020_12, json!({"pattern": "["}), Exception::Pattern),
        (&DRAFT_4, json!({"maxItems": 1e300}), Exception::HugeNumber),
    ];
    for (draft, schema, exception) in expected {
        let tally = Judge::new(draft, &[]).compare_all(std::slice::from_ref(&schema));
        tally.assert_clean();
        tally.assert_only(exception, &schema);
    }
}

fn real_schemas(folder: &std::path::Path) -> Vec<Value> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    paths.iter().map(read).collect()
}

/// The name of the draft that a schema is written in.
fn draft_of(schema: &Value) -> &'static str {
    let detected = DRAFT_2020_12.oracle.detect(schema);
    let is_meant = |draft: &&&Draft| draft.oracle == detected;
    DRAFTS
        .iter()
        .find(is_meant)
        .map_or(DRAFT_2020_12.name, |draft| draft.name)
}
