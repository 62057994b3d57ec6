//! A crate outside the workspace, which depends on `tollgate` by path and on nothing else, as a
//! user's crate would.

use std::process::Output;
use tollgate_tests::scratch::Scratch;

const SCHEMA: &str = r##"{
  "type": "object",
  "required": ["id", "state"],
  "properties": {
    "id": { "type": "string", "pattern": "^[A-Z]{2}[0-9]{4}$" },
    "state": { "enum": ["open", "closed"] },
    "parts": { "type": "array", "items": { "$ref": "#" } }
  }
}
"##;

const MAIN: &str = r##"
mod shop {
    #![deny(warnings, missing_docs)]
    //! Orders.
    tollgate::schema! { path = "schemas/order.schema.json" }
}
use shop::{Order, State};

fn main() {
    let order = Order::from_json(br#"{"id": "AB1234", "state": "open", "parts": [{"id": "CD5678", "state": "closed"}]}"#).unwrap();
    assert_eq!(order.state, State::Open);
    println!("{}", order.parts.unwrap()[0].id);
    println!("{}", Order::from_json(br#"{"id": "AB123", "state": "opne"}"#).unwrap_err());
}
"##;

fn text(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// The first lines of cargo's errors, without the summary at the end.
fn errors(stderr: &str) -> Vec<&str> {
    stderr
        .lines()
        .filter_map(|line| line.strip_prefix("error"))
        .filter(|line| !line.contains("could not compile") && !line.contains("aborting"))
        .map(|line| line.trim_start_matches(": "))
        .collect()
}

#[test]
fn a_small_schema_compiles_and_reads() {
    let crate_ = Scratch::new(
        "outside-good",
        &[("schemas/order.schema.json", SCHEMA), ("src/main.rs", MAIN)],
    );
    let (stdout, stderr) = text(&crate_.cargo(&["run", "--quiet"]));
    assert_eq!(
        stdout,
        "CD5678\n\
         1:8 /id: \"AB123\" does not match the pattern ^[A-Z]{2}[0-9]{4}$; one character is missing\n\
         1:26 /state: \"opne\" is not one of the allowed values; did you mean \"open\"? \
         Allowed: \"open\", \"closed\"\n",
        "{stderr}"
    );
    assert_eq!(stderr, "");

    // The build notices that the schema changes.
    crate_.write(
        "schemas/order.schema.json",
        &SCHEMA.replace("\"open\"", "\"opened\""),
    );
    let (_, stderr) = text(&crate_.cargo(&["build", "--quiet"]));
    assert!(
        stderr.contains("State::Open") || stderr.contains("`Open`"),
        "{stderr}"
    );
}

const REFERRING: &str = r#"{
  "type": "object",
  "properties": {
    "one": { "$ref": "https://example.com/one.json" },
    "more": { "$ref": "https://example.com/shared/deep/more.json#more" },
    "near": { "$ref": "near.json#/$defs/near" }
  }
}
"#;

const REFERRING_MAIN: &str = r##"
mod shop {
    tollgate::schema! {
        path = "schemas/order.json",
        refs = {
            "https://example.com/one.json" = "schemas/one.json",
            "https://example.com/shared/" = "schemas/shared",
            "near.json" = "schemas/near.json",
        },
        formats = annotate,
    }
}

fn main() {
    for document in [r#"{"one": "a", "more": "b", "near": "c"}"#, r#"{"one": 1, "more": 2, "near": 3}"#] {
        let report = shop::Order::from_json(document.as_bytes()).err();
        println!("{}", report.map_or(0, |report| report.len()));
    }
}
"##;

#[test]
fn schemas_refer_to_the_files_that_are_given() {
    let more = r#"{"$defs": {"more": {"$anchor": "more", "type": "string"}}}"#;
    let crate_ = Scratch::new(
        "outside-refs",
        &[
            ("schemas/order.json", REFERRING),
            ("schemas/one.json", r#"{"type": "string"}"#),
            (
                "schemas/near.json",
                r#"{"$defs": {"near": {"type": "string"}}}"#,
            ),
            ("schemas/shared/deep/more.json", more),
            ("schemas/shared/unused.json", "no JSON"),
            ("src/main.rs", REFERRING_MAIN),
        ],
    );
    let (stdout, stderr) = text(&crate_.cargo(&["run", "--quiet"]));
    assert_eq!((stdout.as_str(), stderr.as_str()), ("0\n3\n", ""));

    // The build notices that such a file changes.
    crate_.write(
        "schemas/shared/deep/more.json",
        &more.replace("string", "strin"),
    );
    let (_, stderr) = text(&crate_.cargo(&["build"]));
    let expected = ["schemas/shared/deep/more.json:1:48: \"strin\" is not a JSON type"];
    assert_eq!(errors(&stderr), expected, "{stderr}");
    crate_.write(
        "src/main.rs",
        &REFERRING_MAIN.replace("near.json\",", "far.json\","),
    );
    crate_.write("schemas/shared/deep/more.json", more);
    let (_, stderr) = text(&crate_.cargo(&["build"]));
    let expected = ["schemas/far.json, which `refs` names, cannot be read: \
                     No such file or directory (os error 2)"];
    assert_eq!(errors(&stderr), expected, "{stderr}");
}

const BROKEN: &str = r##"{
  "type": "object",
  "required": ["id", "id"],
  "properties": {
    "id": { "type": "strin", "pattern": "^[a-z" },
    "state": { "enum": ["open"], "maxLength": -1 },
    "sub": { "$ref": "#/$defs/missing" },
    "other": { "oneOf": [true], "title": 5 }
  }
}
"##;

const USER: &str = r#"
tollgate::schema! { path = "broken.schema.json" }
fn main() {
    let broken = Broken::from_json(b"{}").unwrap();
    match broken.state { State::Open => {} }
    println!("{} {}", broken.id.as_str(), Broken { id: "x".parse().unwrap(), ..broken }.to_json_string());
}
"#;

#[test]
fn each_mistake_of_a_schema_is_one_error_at_its_place() {
    let files = [("broken.schema.json", BROKEN), ("src/main.rs", USER)];
    let (_, stderr) = text(&Scratch::new("outside-broken", &files).cargo(&["build"]));
    assert_eq!(
        errors(&stderr),
        [
            "broken.schema.json:3:22: the name \"id\" is listed twice",
            "broken.schema.json:5:21: \"strin\" is not a JSON type",
            "broken.schema.json:5:41: this pattern is not a regular expression: \
             unclosed character class, at character 2",
            "broken.schema.json:6:47: expected a whole number that is not negative, found -1",
            "broken.schema.json:7:22: the reference \"#/$defs/missing\" leads to no schema",
            "broken.schema.json:8:42: expected a string, found a number",
        ],
        "{stderr}"
    );
    assert!(
        stderr.contains("in the schema at /properties/id/type"),
        "{stderr}"
    );
}

const OTHERS: &str = r###"
mod no_json { tollgate::schema! { inline = r#"{"type": }"#, name = NoJson } }
mod doubled { tollgate::schema! { inline = r#"{"type": "string", "type": "number"}"#, name = Doubled } }
mod looping { tollgate::schema! { inline = r##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}"##, name = Looping } }
mod absent { tollgate::schema! { path = "absent.json", name = Absent } }
mod setting { tollgate::schema! { inline = "true", name = Setting, nmuber = exact } }
mod asserted { tollgate::schema! { inline = r##"{"type": "string", "format": "date"}"##, name = Asserted, formats = assert } }
mod backwards { tollgate::schema! { inline = r##"{"type": "string", "pattern": "(a|b)\\1"}"##, name = Backwards } }

fn main() {
    no_json::NoJson::from_json(b"1").unwrap().anything();
    doubled::Doubled::is_valid_json(b"1");
    absent::Absent::is_valid_json(b"1");
}
"###;

#[test]
fn other_mistakes_are_said_as_clearly() {
    let (_, stderr) =
        text(&Scratch::new("outside-others", &[("src/main.rs", OTHERS)]).cargo(&["build"]));
    assert_eq!(
        errors(&stderr),
        [
            "src/main.rs:2:56: expected a value, found `}`",
            "src/main.rs:3:66: the member \"type\" is given more than once",
            "src/main.rs:4:94: this schema leads back to itself, so no value can be judged by it",
            "the schema file absent.json cannot be read: No such file or directory (os error 2)",
            "there is no setting `nmuber`; there are: path, inline, paths, name, draft, refs, \
             unknown, number, integer, string, duplicates, max_depth, formats, vis",
            "src/main.rs:7:78: this format is asserted, and that needs the feature `formats`",
            "src/main.rs:8:80: this pattern may take more than linear time",
        ],
        "{stderr}"
    );
}

const BORROWING: &str = r##"
mod shop {
    #![deny(warnings, missing_docs, rust_2018_idioms, single_use_lifetimes)]
    //! Orders.
    tollgate::schema! { path = "schemas/order.schema.json", string = borrowed }
}
mod shared {
    use std::sync::Arc;
    tollgate::schema! { path = "schemas/order.schema.json", string = Arc<str> }
}
use shop::{Order, State};

struct Kept<'a> {
    orders: Vec<Order<'a>>,
}

fn ids<'a>(document: &'a [u8]) -> Vec<&'a str> {
    let kept = Kept { orders: vec![Order::from_json(document).unwrap()] };
    let borrowed = kept.orders.into_iter().map(|order| order.id.into_inner());
    borrowed.map(|id| match id { std::borrow::Cow::Borrowed(id) => id, _ => "" }).collect()
}

fn main() {
    let document = String::from(r#"{"id": "AB1234", "state": "open"}"#);
    println!("{:?}", ids(document.as_bytes()));
    let order: Order<'static> = Order::from_reader(document.as_bytes(), 100).unwrap();
    assert_eq!(order.state, State::Open);
    let shared: std::sync::Arc<str> = shared::Order::from_json(document.as_bytes()).unwrap().id.into_inner();
    println!("{shared} {}", Order::from_json(br#"{"id": 1, "state": "opne"}"#).unwrap_err().len());
}
"##;

#[test]
fn a_crate_borrows_strings_or_shares_them() {
    let files = [
        ("schemas/order.schema.json", SCHEMA),
        ("src/main.rs", BORROWING),
    ];
    let crate_ = Scratch::new("outside-borrowing", &files);
    let (stdout, stderr) = text(&crate_.cargo(&["run", "--quiet"]));
    assert_eq!(stdout, "[\"AB1234\"]\nAB1234 2\n", "{stderr}");
    assert_eq!(stderr, "");
}

const WRONG: &str = r###"
mod quoted { tollgate::schema! { inline = "true", name = Quoted, string = "borrowed" } }
mod broken {
    tollgate::schema! {
        inline = r##"{"properties": {"id": {"pattern": "("}, "state": {"enum": ["a"]}}}"##,
        name = Broken,
        string = borrowed,
    }
}
mod absent { tollgate::schema! { path = "absent.json", name = Absent, string = borrowed } }
mod bare { tollgate::schema!("order.json"); }

struct Kept<'a> {
    broken: broken::Broken<'a>,
    state: broken::State,
    absent: absent::Absent<'a>,
}

fn main() {
    let broken = broken::Broken::from_json(b"1").unwrap().into_owned();
    let kept = Kept { broken, state: broken::State::A, absent: absent::Absent::from_json(b"1").unwrap() };
    println!("{}", kept.absent.id);
}
"###;

#[test]
fn mistakes_are_said_once_also_where_types_have_lifetimes() {
    let (_, stderr) =
        text(&Scratch::new("outside-wrong", &[("src/main.rs", WRONG)]).cargo(&["build"]));
    assert_eq!(
        errors(&stderr),
        [
            "expected `String`, `borrowed` or a type",
            "src/main.rs:5:56: this pattern is not a regular expression: unclosed group, at \
             character 1",
            "the schema file absent.json cannot be read: No such file or directory (os error 2)",
            "expected a setting: write `path = \"order.json\"`",
        ],
        "{stderr}"
    );
}
