//! The crates of a dataset: what Tollgate generates, what the macro generates, and the program that
//! measures both. They are three, so that a change of Tollgate leaves the macro's built.

use super::folder::Dataset;
use std::path::Path;
use tollgate_codegen::{Document, Options, Severity, compile};
use tollgate_scratch::{Scratch, dependency, manifest};

/// The program's package.
pub(crate) fn program(dataset: &Dataset) -> String {
    let name = dataset.name.to_ascii_lowercase();
    let plain = |character: char| !character.is_ascii_alphanumeric();
    format!("benchmark-{}", name.replace(plain, "-"))
}

/// Writes the crates of a dataset into a folder of its own.
pub(crate) fn write(scratch: &Scratch, dataset: &Dataset) -> Result<(), String> {
    let program = program(dataset);
    let ours = generate(&dataset.name, &dataset.schema)?;
    let file = |path: &str, text: &str| scratch.write(&format!("{program}/{path}"), text);
    let core = dependency("tollgate-core", "core", &["backtracking"]);
    file(
        "ours/Cargo.toml",
        &manifest(&format!("{program}-ours"), &[core], LIBRARY),
    );
    file("ours/src/lib.rs", OURS);
    file("ours/src/generated.rs", &ours);
    file(
        "macro/Cargo.toml",
        &manifest(
            &format!("{program}-macro"),
            &MACRO_NEEDS.map(str::to_owned),
            LIBRARY,
        ),
    );
    file("macro/src/lib.rs", MACRO);
    file("macro/schema.json", &dataset.schema);
    file("Cargo.toml", &manifest(&program, &needs(&program), ""));
    file("src/main.rs", &main(&dataset.folder));
    Ok(())
}

/// The code that Tollgate generates from a schema, with default options.
pub(crate) fn generate(name: &str, schema: &str) -> Result<String, String> {
    let document = Document::new("Root", &format!("{name}.json"), schema);
    let options = Options {
        backtracking: true,
        ..Options::default()
    };
    let (output, diagnostics) = compile(&[document], &options);
    let errors = diagnostics.into_iter();
    let errors = errors.filter(|diagnostic| diagnostic.severity() == Severity::Error);
    let errors: Vec<String> = errors.map(|error| error.to_string()).collect();
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    output.to_source()
}

fn needs(program: &str) -> [String; 3] {
    let part =
        |name: &str| format!("{name}_ = {{ path = '{name}', package = '{program}-{name}' }}");
    [
        dependency("tollgate-measure", "benches/measure", &[]),
        part("ours"),
        part("macro"),
    ]
}

const LIBRARY: &str = "[lib]\ndoctest = false\n";

const OURS: &str = "//! What Tollgate generates.

#[allow(missing_docs)]
mod generated;

use tollgate_core::Schema;

pub fn is_valid_json(json: &[u8]) -> bool {
    <generated::Root as Schema<'_>>::is_valid_json(json)
}

pub fn validate_json(json: &[u8]) -> bool {
    <generated::Root as Schema<'_>>::validate_json(json).is_ok()
}
";

pub(crate) const MACRO_NEEDS: [&str; 2] = [
    "jsonschema = { version = '0.60.2', default-features = false, features = ['macros'] }",
    "serde_json = '1'",
];

/// Formats assert nothing, as with Tollgate's default options; the methods that are not asked for
/// would cost minutes with a large schema.
pub(crate) const MACRO: &str = "//! What the macro generates.

#[jsonschema::validator(
    path = \"schema.json\",
    validate_formats = false,
    methods = { is_valid = true, validate = false, iter_errors = false },
)]
struct Validator;

pub fn is_valid(instance: &serde_json::Value) -> bool {
    Validator::is_valid(instance)
}
";

fn main(folder: &Path) -> String {
    let folder = folder.to_string_lossy();
    format!(
        "fn main() -> std::process::ExitCode {{\n    \
             tollgate_measure::main(&tollgate_measure::Dataset {{\n        \
                 folder: {folder:?},\n        \
                 generated: tollgate_measure::Generated {{\n            \
                     is_valid_json: ours_::is_valid_json,\n            \
                     validate_json: ours_::validate_json,\n            \
                     is_valid: macro_::is_valid,\n        \
                 }},\n    \
             }})\n}}\n"
    )
}
