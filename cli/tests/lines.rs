//! `tollgate check --lines`, and checks of many files: run as users run them.

mod binary;

use binary::{Run, run, run_with, tollgate, write};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use tempfile::TempDir;

/// A scratch folder with a schema for small objects, `s.json`.
fn scratch() -> TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    write(
        &folder,
        "s.json",
        r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
    );
    folder
}

fn command(folder: &TempDir, args: &[&str]) -> Command {
    let mut command = tollgate(folder.path(), &["check", "--lines"]);
    command.args(args);
    command
}

fn check(folder: &TempDir, args: &[&str]) -> Run {
    run(&mut command(folder, args))
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
}

/// Keyword, line and column of each error of a file.
fn places(file: &Value) -> Vec<(&str, u64, u64)> {
    fn place(error: &Value) -> (&str, u64, u64) {
        let number = |name: &str| error[name].as_u64().expect("a number");
        let keyword = error["keyword"].as_str().expect("a string");
        (keyword, number("line"), number("column"))
    }
    let errors = file["errors"].as_array().expect("a list of errors");
    errors.iter().map(place).collect()
}

fn request() -> String {
    let example = include_bytes!("../../schema/examples/one-invoice.json");
    let example: Value = serde_json::from_slice(example).expect("an example");
    example.to_string()
}

#[test]
fn an_error_names_file_line_and_column() {
    let folder = scratch();
    write(
        &folder,
        "a.ndjson",
        "{\"a\": \"b\"}\n{\"a\": 1}\n{}\n  [2]\n",
    );
    let run = check(&folder, &["--schema", "s.json", "a.ndjson"]);
    let expected = "\
error[type]: expected a string, found a number at /a
 --> a.ndjson:2:7
  |
2 | {\"a\": 1}
  |       ^
  |
  = help: put the value in double quotes
  = note: schema: /properties/a/type

error[type]: expected an object, found an array
 --> a.ndjson:4:3
  |
4 |   [2]
  |   ^^^
  |
  = note: schema: /type

checked 4 lines in 1 file against s.json: 2 valid, 2 invalid, 2 errors
";
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (1, expected, "")
    );
}

#[test]
fn json_has_an_entry_for_each_file_with_the_errors_of_its_lines() {
    let folder = scratch();
    write(&folder, "a.ndjson", "{\"a\": 1}\n{}\n[\n");
    write(&folder, "b.ndjson", "{}\n{}");
    write(&folder, "c.ndjson", "");
    let files = ["a.ndjson", "b.ndjson", "c.ndjson"];
    let args = [&["--format", "json", "--schema", "s.json"], &files[..]].concat();
    let run = check(&folder, &args);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert_eq!(run.stdout.lines().count(), 1);
    let object = json(&run);
    let first = &object["files"][0];
    assert_eq!(places(first), [("type", 1, 7), ("syntax", 3, 2)]);
    assert_eq!(first["errors"][0]["instanceLocation"], "/a");
    assert_eq!(first["errors"][0]["schemaLocation"], "/properties/a/type");
    let entry = |file, valid, checked, invalid, errors| json!({"file": file, "valid": valid, "errors": errors, "checked": checked, "invalid": invalid});
    let expected = json!({
        "files": [
            entry("a.ndjson", false, 3, 2, first["errors"].clone()),
            entry("b.ndjson", true, 2, 0, json!([])),
            entry("c.ndjson", true, 0, 0, json!([])),
        ],
        "summary": {"checked": 5, "invalid": 2, "errors": 2},
    });
    assert_eq!(object, expected);
}

#[test]
fn files_whose_lines_are_all_valid_are_named() {
    let folder = scratch();
    write(&folder, "a.ndjson", &format!("{}\n", request()).repeat(3));
    write(&folder, "b.ndjson", "");
    let run = check(&folder, &["--schema", "req-pay", "a.ndjson", "b.ndjson"]);
    let expected =
        "ok a.ndjson\nok b.ndjson\nchecked 3 lines in 2 files against req-pay: all valid\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, expected));
}

#[test]
fn lines_may_be_blank_and_end_in_any_way() {
    let folder = scratch();
    let text = b"{}\r\n\r\n\n \t \r\n{\"a\": 1}\r\n\xff\n{\"a\": \"\xc3\xbc\"}\n{\"a\":\r\n\n[]";
    fs::write(folder.path().join("a.ndjson"), text).expect("it can be written");
    let args = ["--format", "json", "--schema", "s.json", "a.ndjson"];
    let run = check(&folder, &args);
    let object = json(&run);
    let expected = [
        ("type", 5, 7),
        ("syntax", 6, 1),
        ("syntax", 8, 6),
        ("type", 10, 1),
    ];
    assert_eq!(places(&object["files"][0]), expected);
    assert_eq!(object["summary"]["checked"], 6);
    let text = check(&folder, &args[2..]);
    assert!(!text.stdout.contains('\r'), "{}", text.stdout);
    assert_eq!(text.code, 1);
}

#[test]
fn a_hyphen_is_standard_input() {
    let folder = scratch();
    for jobs in ["1", "3"] {
        let mut command = command(&folder, &["--jobs", jobs, "--schema", "s.json", "-"]);
        let run = run_with(&mut command, b"{}\n5");
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        assert!(run.stdout.contains("--> <stdin>:2:1\n"), "{}", run.stdout);
    }
}

#[test]
fn what_cannot_be_read_outweighs_what_is_invalid_and_stops_nothing() {
    let folder = scratch();
    write(&folder, "a.ndjson", "{}\n5\n");
    let args = ["--schema", "s.json", "none.ndjson", ".", "a.ndjson"];
    let run = check(&folder, &args);
    assert_eq!(run.code, 2);
    assert!(run.stdout.contains("--> a.ndjson:2:1"), "{}", run.stdout);
    let (missing, rest) = run.stderr.split_once('\n').expect("two lines");
    assert!(
        missing.starts_with("error: none.ndjson cannot be read: "),
        "{missing}"
    );
    assert!(rest.starts_with("error: . cannot be read: "), "{rest}");
    assert!(
        run.stdout.ends_with(
            "checked 4 lines in 3 files against s.json: 1 valid, 1 invalid, 2 not checked, 1 error\n"
        ),
        "{}",
        run.stdout
    );
    let run = check(&folder, &[&["--format", "json"], &args[..]].concat());
    assert_eq!(run.code, 2);
    let object = json(&run);
    assert_eq!(object["files"][0]["errors"][0]["keyword"], "io");
    assert_eq!(places(&object["files"][2]), [("type", 2, 1)]);
    assert_eq!(check(&folder, &["--jobs", "0", "a.ndjson"]).code, 2);
}

#[test]
fn lines_may_name_their_schema_themselves() {
    let folder = scratch();
    write(
        &folder,
        "a.ndjson",
        "{\"$schema\": \"s.json\"}\n{\"$schema\": \"s.json\", \"a\": 1}\n{}\n[\n",
    );
    let run = check(&folder, &["a.ndjson"]);
    assert_eq!(run.code, 2);
    let expected = "error: a.ndjson:3 is not checked: no schema is named for it\nhelp: ";
    assert!(run.stderr.starts_with(expected), "{}", run.stderr);
    let run = check(&folder, &["--format", "json", "a.ndjson"]);
    let object = json(&run);
    let expected = [("type", 2, 28), ("schema", 3, 1), ("syntax", 4, 2)];
    assert_eq!(places(&object["files"][0]), expected);
}

/// Lines of all lengths, some of them invalid, and the numbers of those.
fn mixed_lines(count: usize) -> (String, Vec<u64>) {
    let (mut text, mut invalid) = (String::new(), Vec::new());
    for number in 1..=count {
        let length = number * 7_919 % 997;
        let value = "x".repeat(length);
        // In some blocks every line is invalid, in others none is.
        if number % 1_000 < number / 100 {
            invalid.push(number as u64);
            let _ = writeln!(text, "{{\"b\": \"{value}\", \"a\": {length}}}");
        } else {
            let _ = writeln!(text, "{{\"a\": \"{value}\"}}");
        }
    }
    (text, invalid)
}

#[test]
fn reports_are_the_same_and_in_order_whatever_the_number_of_threads() {
    let folder = scratch();
    let (text, invalid) = mixed_lines(8_000);
    write(&folder, "a.ndjson", &text);
    write(&folder, "b.ndjson", "5\n");
    let run_in = |jobs, format| {
        let args = ["--jobs", jobs, "--format", format, "--schema", "s.json"];
        let run = check(&folder, &[&args[..], &["a.ndjson", "b.ndjson"]].concat());
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        run
    };
    let alone = run_in("1", "json");
    let object = json(&alone);
    let lines = places(&object["files"][0]);
    assert!(lines.iter().map(|place| place.1).eq(invalid));
    assert_eq!(places(&object["files"][1]), [("type", 1, 1)]);
    let text_alone = run_in("1", "text");
    for jobs in ["2", "7"] {
        assert!(run_in(jobs, "json").stdout == alone.stdout, "{jobs}");
        assert!(run_in(jobs, "text").stdout == text_alone.stdout, "{jobs}");
    }
}

#[test]
fn a_line_may_be_longer_than_what_is_read_at_once() {
    let folder = scratch();
    let long = "x".repeat(700_000);
    let text = format!("5\n{{\"a\": \"{long}\"}}\n{{\"b\": \"{long}\", \"a\": 1}}\n{{\"a\": 2}}\n");
    write(&folder, "a.ndjson", &text);
    for jobs in ["1", "4"] {
        let args = ["--jobs", jobs, "--format", "json", "--schema", "s.json"];
        let run = check(&folder, &[&args[..], &["a.ndjson"]].concat());
        let object = json(&run);
        let expected = [("type", 1, 1), ("type", 3, 700_016), ("type", 4, 7)];
        assert_eq!(places(&object["files"][0]), expected);
        assert_eq!(object["summary"]["checked"], 4);
    }
}

/// A child that is still running, and what feeds it.
fn spawn(command: &mut Command) -> (Child, ChildStdin) {
    let command = command.stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    let stdin = child.stdin.take().expect("a pipe");
    (child, stdin)
}

/// How much memory a process has held at most, in bytes.
#[cfg(target_os = "linux")]
fn peak_memory(child: &Child) -> usize {
    let path = format!("/proc/{}/status", child.id());
    let status = fs::read_to_string(path).expect("the process is there");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
    let kilobytes: Option<usize> = kilobytes.and_then(|number| number.parse().ok());
    kilobytes.expect("a number of kB") << 10
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input_nor_with_the_reports() {
    let folder = scratch();
    write(
        &folder,
        "strings.json",
        r#"{"additionalProperties": {"type": "string"}}"#,
    );
    let (value, name) = ("x".repeat(4_000), "n".repeat(700));
    let valid = format!("{{\"b\": \"{value}\"}}\n").repeat(64);
    // What is said of each of these lines is longer than the line.
    let refused = format!("{{\"{name}\": 1}}\n").repeat(64);
    for (text, times) in [(&valid, 400), (&refused, 400)] {
        let args = [
            "--jobs",
            "2",
            "--format",
            "json",
            "--schema",
            "strings.json",
            "-",
        ];
        let mut command = command(&folder, &args);
        let (child, mut stdin) = spawn(command.stdout(Stdio::null()));
        for _ in 0..times {
            stdin.write_all(text.as_bytes()).expect("it reads");
        }
        // All but the last pieces are done by now: a pipe holds little.
        let peak = peak_memory(&child);
        drop(stdin);
        let run = child.wait_with_output().expect("it ends");
        assert_eq!(run.stderr, b"");
        assert!(
            peak < 32 << 20,
            "{peak} bytes for {times} times {}",
            text.len()
        );
    }
}

#[cfg(unix)]
#[test]
fn an_endless_stream_ends_when_nobody_reads_the_reports() {
    let folder = scratch();
    let mut command = command(&folder, &["--schema", "s.json", "-"]);
    let (mut child, mut stdin) = spawn(command.stdout(Stdio::piped()));
    let feeder = thread::spawn(move || -> io::Error {
        loop {
            if let Err(error) = stdin.write_all(b"5\n{}\n") {
                return error;
            }
        }
    });
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    stdout.read_line(&mut first).expect("a line");
    assert_eq!(first, "error[type]: expected an object, found a number\n");
    drop(stdout);
    let run = Run::from(child.wait_with_output().expect("it ends"));
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let error = feeder.join().expect("no panic");
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
}

#[test]
fn many_files_are_told_in_their_order() {
    let folder = scratch();
    let names: Vec<String> = (0..600).map(|number| format!("{number}.json")).collect();
    let mut expected = String::new();
    for (number, name) in names.iter().enumerate() {
        let length = number * 7_919 % 9_973;
        let text = format!("{{\"b\": \"{}\"}}", "x".repeat(length));
        write(&folder, name, &text);
        let _ = writeln!(expected, "ok {name}");
    }
    expected.push_str("checked 600 files against s.json: all valid\n");
    let check = |jobs, format| {
        let args = ["check", "--jobs", jobs, "--format", format];
        let mut command = tollgate(folder.path(), &args);
        run(command.args(["--schema", "s.json"]).args(&names))
    };
    for jobs in ["1", "2", "5"] {
        let run = check(jobs, "text");
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert_eq!(run.stdout, expected);
        let object = json(&check(jobs, "json"));
        let files = object["files"].as_array().expect("a list");
        let files = files.iter().map(|entry| entry["file"].as_str());
        assert!(files.eq(names.iter().map(|name| Some(name.as_str()))));
    }
}
