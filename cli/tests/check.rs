//! `tollgate check`, run as users run it.

mod binary;

use binary::{Run, run, run_with, tollgate, write};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const REQUEST_SCHEMA: &str = "schema/req-pay.request.schema.json";
const FIVE_MISTAKES: [(&str, &str); 5] = [
    ("required", "/b2bIds"),
    ("pattern", "/payment/objectId"),
    ("enum", "/payment/mode"),
    (
        "type",
        "/payment/invoicesPayInfos/0/invoiceAmount/dueAmount",
    ),
    ("type", "/additionalInfos"),
];

fn command(folder: &Path) -> Command {
    tollgate(folder, &["check"])
}

fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn example(name: &str) -> String {
    format!("schema/examples/{name}.json")
}

/// In the workspace, where the schema and the examples are.
fn check(args: &[&str]) -> Run {
    run(command(&workspace()).args(args))
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
}

/// Keyword and instance location of each error of a file.
fn errors(file: &Value) -> Vec<(&str, &str)> {
    let errors = file["errors"].as_array().expect("a list of errors");
    errors
        .iter()
        .map(|error| {
            let field = |name: &str| error[name].as_str().expect("a string");
            assert_ne!(field("message"), "");
            (field("keyword"), field("instanceLocation"))
        })
        .collect()
}

fn scratch() -> TempDir {
    tempfile::tempdir().expect("a scratch folder")
}

#[test]
fn valid_files_are_named_and_counted() {
    for schema in [REQUEST_SCHEMA, "req-pay"] {
        let run = check(&[
            "--schema",
            schema,
            &example("one-invoice"),
            &example("hundred-invoices"),
        ]);
        let expected = format!(
            "ok schema/examples/one-invoice.json\nok schema/examples/hundred-invoices.json\n\
             checked 2 files against {schema}: all valid\n"
        );
        assert_eq!(
            (run.code, run.stdout, run.stderr),
            (0, expected, String::new())
        );
    }
    let run = check(&["--schema", "req-pay-response", &example("response")]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(
        run.stdout
            .ends_with("checked 1 file against req-pay-response: valid\n")
    );
}

#[test]
fn five_mistakes_are_five_blocks_and_one_count() {
    let file = example("five-mistakes");
    let run = check(&["--schema", REQUEST_SCHEMA, &file, &example("one-invoice")]);
    assert_eq!(run.code, 1);
    let counts =
        format!("checked 2 files against {REQUEST_SCHEMA}: 1 valid, 1 invalid, 5 errors\n");
    assert!(run.stdout.ends_with(&counts), "{}", run.stdout);
    assert_eq!(run.stdout.matches("error[").count(), 5, "{}", run.stdout);
    let expected = [
        "error[enum]: \"NETFT\" is not one of the allowed values at /payment/mode",
        "--> schema/examples/five-mistakes.json:16:13",
        "\"mode\": \"NETFT\"",
        "^^^^^^^",
        "did you mean \"NEFT\"?",
        "is it \"supplierB2BId\" misspelt?",
    ];
    for part in expected {
        assert!(run.stdout.contains(part), "{part} is not in {}", run.stdout);
    }
    assert!(!run.stdout.contains('\u{1b}'), "no colours in a pipe");
}

#[test]
fn alternatives_say_what_stands_against_each() {
    let folder = scratch();
    write(
        &folder,
        "size.schema.json",
        r#"{"oneOf": [{"type": "integer", "maximum": 5}, {"const": "large"}]}"#,
    );
    write(&folder, "size.json", "9");
    let run = run(command(folder.path()).args(["--schema", "size.schema.json", "size.json"]));
    assert_eq!(run.code, 1);
    let notes: Vec<_> = run
        .stdout
        .lines()
        .filter_map(|line| line.split_once("= note: "))
        .map(|(_, note)| note)
        .collect();
    assert_eq!(
        notes,
        [
            "schema: /oneOf",
            "tried /oneOf/0/maximum: 9 is not at most 5",
            "tried /oneOf/1/const: 9 is not the one allowed value",
        ]
    );
}

#[test]
fn json_is_one_object_with_the_errors_of_every_file() {
    for schema in [REQUEST_SCHEMA, "req-pay"] {
        let (one, other) = (example("five-mistakes"), example("documented"));
        let valid = example("one-invoice");
        let run = check(&["--format", "json", "--schema", schema, &one, &other, &valid]);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        assert_eq!(run.stdout.lines().count(), 1);
        let object = json(&run);
        assert_eq!(errors(&object["files"][0]), FIVE_MISTAKES);
        assert_eq!(
            errors(&object["files"][1]),
            [("pattern", "/payment/objectId")]
        );
        assert_eq!(errors(&object["files"][2]), []);
        assert_eq!(
            object["files"][0]["file"],
            "schema/examples/five-mistakes.json"
        );
        assert_eq!(object["files"][0]["errors"][2]["line"], 16);
        assert_eq!(object["files"][0]["errors"][2]["column"], 13);
        let mode = "/properties/payment/properties/mode/enum";
        assert_eq!(object["files"][0]["errors"][2]["schemaLocation"], mode);
        assert_eq!(object["files"][2]["valid"], true);
        let summary = serde_json::json!({"checked": 3, "invalid": 2, "errors": 6});
        assert_eq!(object["summary"], summary);
    }
}

#[test]
fn a_hyphen_is_standard_input() {
    let payload = fs::read(workspace().join(example("documented"))).expect("an example");
    let mut check = command(&workspace());
    let run = run_with(check.args(["--schema", REQUEST_SCHEMA, "-"]), &payload);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("--> <stdin>:"), "{}", run.stdout);
    assert!(
        run.stdout.ends_with("1 invalid, 1 error\n"),
        "{}",
        run.stdout
    );

    let mut check = command(&workspace());
    let run = run_with(check.args(["--schema", REQUEST_SCHEMA, "-"]), b"{\"a\": }");
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("error[syntax]"), "{}", run.stdout);
}

#[test]
fn a_file_that_cannot_be_read_outweighs_an_invalid_one_and_stops_nothing() {
    let args = ["--schema", REQUEST_SCHEMA, "missing.json"];
    let run = check(&[&args[..], &[&example("documented")]].concat());
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .starts_with("error: missing.json cannot be read: No such file")
    );
    assert!(run.stdout.contains("error[pattern]"), "{}", run.stdout);
    assert!(
        run.stdout.ends_with("1 invalid, 1 not checked, 1 error\n"),
        "{}",
        run.stdout
    );

    let run = check(&[&args[..], &["--format", "json", &example("one-invoice")]].concat());
    assert_eq!(run.code, 2);
    let object = json(&run);
    assert_eq!(errors(&object["files"][0]), [("io", "")]);
    assert_eq!(object["files"][1]["valid"], true);
    assert_eq!(
        object["summary"],
        serde_json::json!({"checked": 2, "invalid": 1, "errors": 1})
    );
}

#[test]
fn wrong_usage_says_what_is_missing() {
    let run = check(&["--schema", "req-pay"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("<FILES>..."), "{}", run.stderr);
    let run = check(&["--format", "xml", "a.json"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("[possible values: text, json]"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_broken_schema_is_reported_at_its_place_before_anything_is_checked() {
    let folder = scratch();
    write(
        &folder,
        "s.json",
        "{\n  \"type\": \"strng\",\n  \"properties\": {\"a\": 5}\n}",
    );
    write(&folder, "a.json", "1");
    let run = run(command(folder.path()).args(["--schema", "s.json", "a.json"]));
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    for part in [
        "s.json:2:11: error: \"strng\" is not one of the allowed values at /type\n",
        "did you mean \"string\"?",
        "s.json:3:23: error: expected a boolean or an object, found a number at /properties/a\n",
        "error: s.json is no schema to check with: 2 problems\n",
    ] {
        assert!(run.stderr.contains(part), "{part} is not in {}", run.stderr);
    }
    assert!(!run.stderr.contains('\u{1b}'));
}

#[test]
fn a_schema_that_is_not_there_names_the_built_in_ones() {
    let run = check(&["--schema", "reqpay", &example("one-invoice")]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .starts_with("error: the schema reqpay cannot be read:"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .ends_with("help: the built-in schemas are req-pay, req-pay-response\n")
    );
}

#[test]
fn documents_may_name_their_schema_themselves() {
    let folder = scratch();
    fs::create_dir(folder.path().join("sub")).expect("a folder");
    write(
        &folder,
        "s.json",
        r#"{"properties": {"a": {"type": "string"}}}"#,
    );
    write(
        &folder,
        "sub/good.json",
        r#"{"$schema": "../s.json", "a": "b"}"#,
    );
    write(&folder, "sub/bad.json", r#"{"$schema": "s.json", "a": 1}"#);
    write(&folder, "none.json", r#"{"a": 1}"#);
    write(
        &folder,
        "remote.json",
        r#"{"$schema": "https://example.com/s.json"}"#,
    );
    let run = run(command(folder.path()).args(["sub/good.json", "sub/bad.json"]));
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert!(
        run.stdout.starts_with("ok sub/good.json\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("error[type]: expected a string, found a number at /a")
    );
    assert!(
        run.stdout
            .ends_with("checked 2 files: 1 valid, 1 invalid, 1 error\n")
    );

    let files = ["none.json", "remote.json", "sub/good.json"];
    let run = self::run(command(folder.path()).args(files));
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .contains("none.json is not checked: no schema is named for it")
    );
    assert!(
        run.stderr
            .contains("`$schema` \"https://example.com/s.json\" is no file")
    );
    assert!(
        run.stderr.contains("help: say which with `--schema FILE`"),
        "{}",
        run.stderr
    );
    assert_eq!(
        run.stdout,
        "ok sub/good.json\nchecked 3 files: 1 valid, 2 not checked\n"
    );
}

#[test]
fn a_document_cannot_point_out_of_the_working_tree() {
    let folder = scratch();
    fs::create_dir(folder.path().join("tree")).expect("a folder");
    write(&folder, "outside.json", "true");
    write(&folder, "tree/a.json", r#"{"$schema": "../outside.json"}"#);
    let run = run(command(&folder.path().join("tree")).arg("a.json"));
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("is no file in this working tree"),
        "{}",
        run.stderr
    );
}

#[test]
fn names_cannot_steer_the_terminal() {
    let folder = scratch();
    write(&folder, "a\u{1b}[31m.json", "{");
    write(&folder, "s.json", "true");
    let run =
        run(command(folder.path()).args(["--schema", "s.json", "a\u{1b}[31m.json", "b\u{1b}"]));
    assert_eq!(run.code, 2);
    assert!(
        run.stdout.contains("--> a\u{fffd}[31m.json:1:2"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'));
}

#[test]
fn colours_are_shown_when_forced_and_never_with_no_color() {
    let args = [
        "--schema",
        REQUEST_SCHEMA,
        "schema/examples/documented.json",
    ];
    let forced = run(command(&workspace()).args(args).env("CLICOLOR_FORCE", "1"));
    assert!(forced.stdout.contains("\u{1b}["), "{}", forced.stdout);
    let plain = run(command(&workspace()).args(args).env("NO_COLOR", "1"));
    assert!(!plain.stdout.contains('\u{1b}'), "{}", plain.stdout);
}

#[test]
fn more_errors_than_are_listed_are_counted() {
    let folder = scratch();
    write(&folder, "s.json", r#"{"items": {"type": "string"}}"#);
    write(
        &folder,
        "a.json",
        &format!("[{}]", vec!["1"; 1_200].join(",")),
    );
    let run = run(command(folder.path()).args(["--schema", "s.json", "a.json"]));
    assert!(
        run.stdout
            .contains("a.json: 1200 errors, the first 1000 shown\n")
    );
    assert!(run.stdout.ends_with("1 invalid, 1200 errors\n"));

    let args = ["--format", "json", "--schema", "s.json", "a.json"];
    let object = json(&self::run(command(folder.path()).args(args)));
    assert_eq!(object["summary"]["errors"], 1_200);
    assert_eq!(
        object["files"][0]["errors"].as_array().map(Vec::len),
        Some(1_000)
    );
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    let folder = scratch();
    write(&folder, "s.json", r#"{"items": {"type": "string"}}"#);
    write(
        &folder,
        "a.json",
        &format!("[{}]", vec!["1"; 900].join(",")),
    );
    let mut check = command(folder.path());
    check.args(["--schema", "s.json", "a.json"]);
    check.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = check.spawn().expect("the binary runs");
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().expect("it ends"));
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
}

#[test]
fn help_shows_examples_and_exit_codes() {
    let run = check(&["--help"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stdout
            .contains("tollgate check --schema req-pay payment.json")
    );
    assert!(run.stdout.contains("Exit codes:"));
    let mut version = Command::new(env!("CARGO_BIN_EXE_tollgate"));
    let run = self::run(version.arg("--version"));
    assert_eq!(
        run.stdout,
        format!("tollgate {}\n", env!("CARGO_PKG_VERSION"))
    );
}
