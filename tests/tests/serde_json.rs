//! Crates outside the workspace that turn features of `serde_json` on: whatever a program's other
//! dependencies ask of it, generated types read and write the same through serde. Inside the
//! workspace Cargo would turn them on for all of us.

use std::fmt::Write;
use tollgate_codegen::{Document, Options};
use tollgate_tests::generate::generate;
use tollgate_tests::scratch::{Scratch, dependency, manifest};

const SCHEMA: &str = r##"{
  "type": "object",
  "properties": {
    "amount": { "type": "number", "multipleOf": 0.1 },
    "count": { "type": "integer" },
    "inner": { "$ref": "#" }
  }
}"##;

/// The program: each document by each way through serde, and by `from_json`.
const MAIN: &str = include_str!("serde_json/program.rs");

const FEATURES: [&str; 3] = ["arbitrary_precision", "preserve_order", "float_roundtrip"];

#[test]
fn the_features_of_serde_json_change_nothing() {
    let sets = [
        &FEATURES[..0],
        &FEATURES[..1],
        &FEATURES[1..2],
        &FEATURES[2..],
        &FEATURES,
    ];
    let names = ["none", FEATURES[0], FEATURES[1], FEATURES[2], "all"];
    let expected = "27 documents read alike, 10 refused alike\n";
    for (name, set) in names.into_iter().zip(sets) {
        let scratch = scratch(name, set);
        let output = scratch.cargo(&["run", "--quiet"]);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let said = (text(&output.stdout), text(&output.stderr));
        assert_eq!((said.0.as_str(), said.1.as_str()), (expected, ""), "{name}");
    }
}

fn scratch(name: &str, features: &[&str]) -> Scratch {
    let name = format!("serde-json-{}", name.replace('_', "-"));
    let scratch = Scratch::empty(&name);
    let core = dependency("tollgate-core", "core", &[]);
    let serde_json = format!("serde_json = {{ version = \"1\", features = {features:?} }}");
    let serde = "serde = \"1\"".to_owned();
    let rest = "[profile.dev]\ndebug = 0\nincremental = false\n\n[workspace]\n";
    scratch.write(
        "Cargo.toml",
        &manifest(&name, &[core, serde, serde_json], rest),
    );
    let document = Document::new("Root", "root.json", SCHEMA);
    let generated = generate(document, &Options::default()).unwrap();
    scratch.write("src/generated.rs", &generated.code);
    let mut set = String::new();
    for feature in FEATURES {
        let is_on = features.contains(&feature);
        writeln!(set, "pub const {}: bool = {is_on};", feature.to_uppercase()).unwrap();
    }
    scratch.write("src/set.rs", &set);
    scratch.write("src/main.rs", MAIN);
    scratch
}
