//! `tollgate lint`, run as users run it.

mod binary;

use binary::{Run, run, run_with, tollgate, write};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use tempfile::TempDir;

const SOUND: &str = r#"{
  "type": "object",
  "required": ["id"],
  "properties": { "id": { "type": "string" } }
}
"#;

const ODD: &str = r#"{
  "type": "object",
  "requried": ["id"],
  "properties": {
    "id": { "type": "integer", "minLength": 1, "default": "none" }
  }
}
"#;

const BROKEN: &str = r#"{
  "properties": { "id": { "type": "strin" } },
  "$defs": { "a": { "pattern": "\\@" } }
}
"#;

fn command(folder: &TempDir, args: &[&str]) -> Command {
    tollgate(folder.path(), &[&["lint"], args].concat())
}

fn lint(folder: &TempDir, args: &[&str]) -> Run {
    run(&mut command(folder, args))
}

/// What is said as JSON.
#[track_caller]
fn told(folder: &TempDir, args: &[&str]) -> (i32, Value) {
    let run = lint(folder, &[&["--format", "json"], args].concat());
    let told = serde_json::from_str(&run.stdout).expect("JSON");
    (run.code, told)
}

/// A folder with `sound.json`, `odd.json` and `broken.json`.
fn scratch() -> TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    write(&folder, "sound.json", SOUND);
    write(&folder, "odd.json", ODD);
    write(&folder, "broken.json", BROKEN);
    folder
}

/// The codes of what is found in the only file.
fn codes(told: &Value) -> Vec<&str> {
    let found = told["files"][0]["diagnostics"].as_array().expect("a list");
    let codes = found.iter().map(|found| found["code"].as_str());
    codes.collect::<Option<_>>().expect("each has a code")
}

#[test]
fn sound_schemas_are_all_right() {
    let folder = scratch();
    let run = lint(&folder, &["sound.json"]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "ok sound.json\nchecked 1 schema: sound\n", "")
    );
    let run = lint(&folder, &["sound.json", "sound.json"]);
    let two = "ok sound.json\nok sound.json\nchecked 2 schemas: all sound\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, two));
}

#[test]
fn what_is_odd_is_shown_where_it_stands() {
    let run = lint(&scratch(), &["odd.json", "sound.json"]);
    let expected = "\
odd.json:3:3: lint[misspelt-keyword]: `requried` is no keyword at /requried
  |
3 |   \"requried\": [\"id\"],
  |   ^^^^^^^^^^
  |
  = help: is `required` meant?

odd.json:5:32: lint[keyword-of-other-type]: `minLength` is about strings, but only an integer is \
allowed here at /properties/id/minLength
  |
5 |     \"id\": { \"type\": \"integer\", \"minLength\": 1, \"default\": \"none\" }
  |                                ^^^^^^^^^^^
  |
  = help: leave it out, or let `type` allow \"string\"

odd.json:5:59: lint[refused-default]: the schema refuses this default: `type` allows only an \
integer at /properties/id/default
  |
5 | … \"integer\", \"minLength\": 1, \"default\": \"none\" }
  |                                         ^^^^^^

ok sound.json
checked 2 schemas: 1 sound, 1 unsound, 3 lints
";
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (1, expected, "")
    );
}

#[test]
fn programs_are_told_the_same() {
    let (code, told) = told(&scratch(), &["sound.json", "odd.json"]);
    assert_eq!(code, 1);
    assert_eq!(
        told,
        json!({
            "files": [
                {"file": "sound.json", "sound": true, "diagnostics": []},
                {"file": "odd.json", "sound": false, "diagnostics": [
                    {
                        "severity": "lint",
                        "code": "misspelt-keyword",
                        "message": "`requried` is no keyword",
                        "line": 3,
                        "column": 3,
                        "schemaLocation": "/requried",
                        "help": "is `required` meant?"
                    },
                    {
                        "severity": "lint",
                        "code": "keyword-of-other-type",
                        "message": "`minLength` is about strings, but only an integer is allowed here",
                        "line": 5,
                        "column": 32,
                        "schemaLocation": "/properties/id/minLength",
                        "help": "leave it out, or let `type` allow \"string\""
                    },
                    {
                        "severity": "lint",
                        "code": "refused-default",
                        "message": "the schema refuses this default: `type` allows only an integer",
                        "line": 5,
                        "column": 59,
                        "schemaLocation": "/properties/id/default"
                    }
                ]}
            ],
            "summary": {"checked": 2, "unsound": 1, "errors": 0, "warnings": 0, "lints": 3}
        })
    );
}

#[test]
fn errors_are_told_as_such() {
    let folder = scratch();
    let run = lint(&folder, &["broken.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let error = "broken.json:2:35: error: \"strin\" is not a JSON type at /properties/id/type\n";
    assert!(run.stdout.starts_with(error), "{}", run.stdout);
    let end = "checked 1 schema: 1 unsound, 1 error, 1 lint\n";
    assert!(run.stdout.ends_with(end), "{}", run.stdout);
    let (_, told) = told(&folder, &["broken.json"]);
    assert_eq!(codes(&told), ["broken-schema", "unused-definition"]);
    assert_eq!(told["files"][0]["diagnostics"][0]["severity"], "error");
}

#[test]
fn what_is_allowed_is_not_told() {
    let folder = scratch();
    let (code, told_) = told(&folder, &["--allow", "misspelt-keyword", "odd.json"]);
    assert_eq!(code, 1);
    assert_eq!(codes(&told_), ["keyword-of-other-type", "refused-default"]);
    let all = "misspelt-keyword,keyword-of-other-type";
    let args = ["--allow", all, "--allow", "refused-default", "odd.json"];
    let run = lint(&folder, &args);
    let sound = "ok odd.json\nchecked 1 schema: sound\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, sound));
    for unknown in ["broken-schema", "misspelled"] {
        let run = lint(&folder, &["--allow", unknown, "odd.json"]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("unused-definition"), "{}", run.stderr);
    }
}

#[test]
fn the_draft_is_what_the_schema_says_else_the_argument() {
    let folder = scratch();
    write(&folder, "old.json", r#"{"dependencies": {"a": ["b"]}}"#);
    let (_, newest) = told(&folder, &["old.json"]);
    assert_eq!(codes(&newest), ["keyword-of-other-draft"]);
    assert_eq!(lint(&folder, &["--draft", "7", "old.json"]).code, 0);
    write(
        &folder,
        "own.json",
        r#"{"$schema": "http://json-schema.org/draft-07/schema#", "dependencies": {"a": ["b"]}}"#,
    );
    assert_eq!(lint(&folder, &["own.json"]).code, 0);
}

#[test]
fn references_find_what_is_given() {
    let folder = scratch();
    write(
        &folder,
        "order.json",
        r#"{"items": {"$ref": "refs/id.json"}}"#,
    );
    write(&folder, "refs/id.json", r#"{"type": "strin"}"#);
    let (code, lost) = told(&folder, &["order.json"]);
    assert_eq!((code, codes(&lost)), (1, vec!["broken-schema"]));
    let message = lost["files"][0]["diagnostics"][0]["message"].as_str();
    assert_eq!(
        message,
        Some("the reference \"refs/id.json\" leads to no known document")
    );
    let refs = ["--ref", "https://example.com/=refs/", "order.json"];
    let (code, found) = told(&folder, &refs);
    assert_eq!(code, 1);
    let error = &found["files"][0]["diagnostics"][0];
    assert_eq!(error["file"], "refs/id.json");
    assert_eq!(error["message"], "\"strin\" is not a JSON type");
    let run = lint(&folder, &refs);
    assert!(run.stdout.starts_with("refs/id.json:1:10: error"));
    assert!(
        run.stdout.contains(r#"{"type": "strin"}"#),
        "{}",
        run.stdout
    );
    write(&folder, "refs/id.json", r#"{"type": "string"}"#);
    assert_eq!(lint(&folder, &refs).code, 0);
}

#[test]
fn patterns_for_an_engine_that_gives_up_are_sound_and_judge_nothing() {
    let folder = scratch();
    let schema = r#"{"pattern": "(a)(b)\\1", "default": "b", "required": ["c"],
        "patternProperties": {"(a)\\1": {}}, "additionalProperties": false}"#;
    write(&folder, "order.json", schema);
    assert_eq!(
        lint(&folder, &["order.json"]).stdout,
        "ok order.json\nchecked 1 schema: sound\n"
    );
}

#[test]
fn standard_input_is_a_schema_too() {
    let folder = scratch();
    let run = run_with(&mut command(&folder, &["-"]), ODD.as_bytes());
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.starts_with("<stdin>:3:3: lint"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_is_no_json_is_unsound() {
    let folder = scratch();
    write(&folder, "comma.json", "{\"type\": \"string\",}");
    let run = lint(&folder, &["comma.json"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.starts_with("comma.json:1:19: error: "),
        "{}",
        run.stdout
    );
    fs::write(folder.path().join("latin.json"), b"{\"title\": \"\xe9\"}").expect("it is written");
    let run = lint(&folder, &["latin.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert!(run.stdout.contains("UTF-8"), "{}", run.stdout);
    let (code, told) = told(&folder, &["latin.json"]);
    assert_eq!((code, codes(&told)), (1, vec!["broken-schema"]));
    assert_eq!(told["files"][0]["diagnostics"][0]["column"], 12);
}

#[test]
fn what_cannot_be_read_is_another_matter() {
    let folder = scratch();
    let run = lint(&folder, &["missing.json", "odd.json"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .starts_with("error: missing.json cannot be read: ")
    );
    let end = "checked 2 schemas: 1 unsound, 1 not checked, 3 lints\n";
    assert!(run.stdout.ends_with(end), "{}", run.stdout);
    let (code, told) = told(&folder, &["missing.json"]);
    assert_eq!((code, codes(&told)), (2, vec!["io"]));
    assert_eq!(told["files"][0]["sound"], false);
    assert_eq!(told["summary"]["unsound"], 1);
    for wrong in [
        &["--ref", "https://example.com/a=none.json", "odd.json"][..],
        &[],
        &["--draft", "5", "odd.json"],
    ] {
        assert_eq!(lint(&folder, wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn the_schemas_of_this_repository_are_sound() {
    let run = lint(
        &scratch(),
        &[
            concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/schema/req-pay.request.schema.json"
            ),
            concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/schema/req-pay.response.schema.json"
            ),
        ],
    );
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}
