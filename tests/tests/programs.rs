//! Programs of generated types tell apart what is wrong with each, and lose nothing of the others.

use std::collections::BTreeSet;
use tollgate_codegen::{Document, Options};
use tollgate_judge::{Answer, Question, Verdict};
use tollgate_tests::generate::generate;
use tollgate_tests::program::{Library, Module, build};

/// Where the function that reads begins, and the one that writes.
const READ: &str = "-> Result<M::Out<Self>, Stop> {";
const WRITE: &str = "fn write(&self, json: &mut JsonWriter) {";

/// The type of an integer with `code` at the beginning of the function that begins with `at`.
fn module(name: &str, at: &str, code: &str) -> Module {
    let document = Document::new("Root", "integer.json", r#"{"type": "integer"}"#);
    let generated = generate(document, &Options::default()).unwrap();
    let changed = generated.code.replacen(at, &format!("{at}\n{code}"), 1);
    assert!(changed != generated.code);
    Module {
        name: name.to_owned(),
        code: changed,
    }
}

fn questions() -> Vec<Question> {
    let names = [
        "good",
        "aborting",
        "aborting",
        "panicking",
        "lying",
        "noisy",
    ];
    let question = |(index, name): (usize, &str)| Question {
        subject: format!("some::{name}"),
        instance: index.to_string(),
    };
    names.into_iter().enumerate().map(question).collect()
}

fn all(verdict: &Verdict) -> Answer {
    Answer {
        is_valid_json: verdict.clone(),
        validate_json: verdict.clone(),
        from_json: verdict.clone(),
        deserialize: verdict.clone(),
        trees: None,
        errors: BTreeSet::new(),
    }
}

#[test]
fn what_is_wrong_with_one_type_is_not_wrong_with_another() {
    let mut noisy = module("noisy", READ, "");
    noisy.code.push_str("fn unused() {}\n");
    let some = vec![
        module("good", READ, ""),
        module("broken", READ, "let number: u8 = \"\";"),
        module("aborting", READ, "::std::process::abort();"),
        module("panicking", READ, "::std::panic!(\"no {}\", \"way\");"),
        module("lying", WRITE, "return (-1i64).write(json);"),
        noisy,
    ];
    let other = vec![module("good", READ, "")];
    let library = |(name, modules): (&str, _)| Library {
        name: name.to_owned(),
        modules,
    };
    let libraries = [("some", some), ("other", other)].map(library).into();
    let (program, built) = build("programs", libraries).unwrap();

    let (broken, errors) = built.broken.first_key_value().unwrap();
    assert_eq!((built.broken.len(), broken.as_str()), (1, "some::broken"));
    assert!(errors.contains("mismatched types"), "{errors}");
    let (noisy, warnings) = built.warnings.first_key_value().unwrap();
    assert_eq!((built.warnings.len(), noisy.as_str()), (1, "some::noisy"));
    assert!(
        warnings.contains("function `unused` is never used"),
        "{warnings}"
    );

    let answers = program.ask(&questions());
    assert_eq!(answers[0], Ok(all(&Verdict::Valid)));
    for aborted in &answers[1..3] {
        let end = aborted.as_ref().unwrap_err();
        assert!(end.contains("signal: 6"), "{end}");
    }
    let panicked = answers[3].as_ref().unwrap().differences(false).join("\n");
    assert_eq!(panicked.matches("no way").count(), 4, "{panicked}");
    let lying = answers[4].as_ref().unwrap();
    assert_eq!(
        lying.differences(true),
        [
            "from_json: valid, but to_json() gives -1",
            "serde_json::from_slice: valid, but to_json() gives -1"
        ]
    );
    assert_eq!(answers[5], Ok(all(&Verdict::Valid)));
}

#[test]
fn errors_have_places_and_keywords() {
    let modules = vec![module("good", READ, "")];
    let name = "places".to_owned();
    let (program, _) = build("programs-places", vec![Library { name, modules }]).unwrap();
    let question = Question {
        subject: "places::good".to_owned(),
        instance: "\"1\"".to_owned(),
    };
    let answers = program.ask(&[question]);
    let answer = answers[0].as_ref().unwrap();
    assert!(answer.differences(false).is_empty(), "{answer:?}");
    assert_eq!(
        answer.errors,
        BTreeSet::from([(String::new(), "type".to_owned())])
    );
}
