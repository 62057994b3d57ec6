//! The program that tries folders of schemas fails when something is wrong with one of them.

use jsonschema::Draft;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tollgate_codegen::Remote;
use tollgate_tests::examples::root;
use tollgate_tests::oracle::{Oracle, Settings};
use tollgate_tests::scratch::target;

/// A folder of this name, with the given files and no others.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = target().join("scratch/corpora").join(name);
    let _ = fs::remove_dir_all(&folder); // there is none in the first run
    for part in ["schemas", "instances"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    for (path, text) in files {
        fs::write(folder.join(path), text).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut corpus = Command::new(env!("CARGO_BIN_EXE_corpus"));
    corpus.arg(folder).args(arguments).output().unwrap()
}

/// Runs the program and asserts on its exit code and on what it says.
#[track_caller]
fn check(folder: &Path, arguments: &[&str], code: i32, said: &[&str]) {
    let output = run(folder, arguments);
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).unwrap();
    assert_eq!(output.status.code(), Some(code), "{text}");
    for said in said {
        assert!(text.contains(said), "{said:?} is not in\n{text}");
    }
}

const SMALL: &str = r#"{"type": "integer", "minimum": 3}"#;

#[test]
fn a_wrong_verdict_is_a_failure() {
    let good = r#"{"from": "three", "valid": true, "instance": 3}"#;
    let wrong = r#"{"from": "two", "valid": true, "instance": 2}"#;
    let files = [
        ("schemas/a.json", SMALL),
        ("instances/a.jsonl", good),
        ("schemas/b.json", SMALL),
        ("instances/b.jsonl", wrong),
    ];
    let folder = folder("wrong", &files);
    let tally =
        "2 of 2 schemas: 0 not generated, 0 too long, 0 that rustc refuses, 0 that it warns of";
    let count = "2 instances tried: 1 verdicts differ";
    let said = ["differs: two is valid", "2 is not at least 3", tally, count];
    check(&folder, &[], 1, &said);
    let count = "1 instances tried: 0 verdicts differ";
    check(&folder, &["--every", "2"], 0, &["1 of 2 schemas", count]);
}

#[test]
fn a_schema_that_is_refused_is_a_failure() {
    let folder = folder(
        "refused",
        &[("schemas/a.json", r#"{"type": "number", "minimum": "3"}"#)],
    );
    let said = [
        "expected a number, found a string",
        "1 of 1 schemas: 1 not generated",
    ];
    check(&folder, &["--generate-only"], 1, &said);
}

#[test]
fn nothing_passes_because_it_is_not_there() {
    let empty = folder("empty", &[]);
    check(&empty, &[], 2, &["there are no schemas/*.json in"]);
    let without = [("schemas/a.json", SMALL), ("instances/b.jsonl", "")];
    let without = folder("without", &without);
    check(&without, &[], 2, &["there is no schemas/b.json"]);
    check(
        &without,
        &["--only", "c"],
        2,
        &["there is no schemas/c.json"],
    );
    check(
        &without,
        &["--every", "0"],
        2,
        &["invalid value '0' for '--every <N>'"],
    );
}

#[derive(Deserialize)]
struct Instance {
    valid: bool,
    #[serde(rename = "instance")]
    json: Box<RawValue>,
}

fn remote(path: &Path) -> Remote {
    let file = path.file_name().unwrap().to_str().unwrap().to_owned();
    Remote {
        uri: format!("https://tollgate.example/{file}"),
        text: fs::read_to_string(path).unwrap(),
        file,
    }
}

/// The verdicts of the folder that comes with the tests are those of another validator.
#[test]
fn our_own_verdicts_are_not_only_ours() {
    let folder = root().join("tests/corpus");
    let entries = fs::read_dir(folder.join("schemas")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let remotes: Vec<Remote> = paths.map(|path| remote(&path)).collect();
    assert!(remotes.len() > 2);
    for schema in &remotes {
        let path = folder.join(format!("instances/{}l", schema.file));
        let lines = fs::read_to_string(path).unwrap();
        let mut verdicts = [0, 0];
        let value: Value = serde_json::from_str(&schema.text).unwrap();
        let settings = Settings {
            draft: Draft::default().detect(&value),
            formats: Some(false),
            remotes: &remotes,
        };
        let oracle = Oracle::new(&schema.text, &settings).unwrap();
        for line in lines.lines() {
            let instance: Instance = serde_json::from_str(line).unwrap();
            let errors = oracle.errors(instance.json.get()).unwrap();
            assert_eq!(errors.is_empty(), instance.valid, "{line}: {errors:?}");
            verdicts[usize::from(instance.valid)] += 1;
        }
        assert!(verdicts.iter().all(|&count| count > 1), "{}", schema.file);
    }
}
