//! The crates of a dataset that others generate: all methods of `jsonschema`'s macro, and typify's types.

use super::cpu::printed;
use crate::datasets::crates;
use crate::datasets::folder::Dataset;
use tollgate_scratch::Scratch;

/// A manifest of a package without dependencies of ours.
pub(super) fn manifest(name: &str, needs: &[&str]) -> String {
    let needs: Vec<String> = needs.iter().map(|&need| need.to_owned()).collect();
    tollgate_scratch::manifest(name, &needs, "")
}

/// What the macro makes where it is not told what to make; what no one can call would not be compiled.
pub(super) const MACRO_ALL: &str = "//! What the macro generates.

#[jsonschema::validator(path = \"schema.json\", validate_formats = false)]
struct Validator;

pub fn is_valid(instance: &serde_json::Value) -> bool {
    Validator::is_valid(instance)
}

pub fn validate(instance: &serde_json::Value) -> Result<(), jsonschema::ValidationError<'_>> {
    Validator::validate(instance)
}

pub fn iter_errors(instance: &serde_json::Value) -> jsonschema::ErrorIterator<'_> {
    Validator::iter_errors(instance)
}
";

/// The crate around what typify generates.
pub(super) const TYPIFIED: &str = "//! What typify generates.

#[allow(clippy::all)]
pub mod generated;
";

/// Writes the peers' crates for a dataset.
pub(super) fn write(scratch: &Scratch, program: &str, dataset: &Dataset) {
    let file = |path: &str, text: &str| scratch.write(&format!("{program}/{path}"), text);
    file(
        "macro-all/Cargo.toml",
        &manifest(&format!("{program}-macro-all"), &crates::MACRO_NEEDS),
    );
    file("macro-all/src/lib.rs", MACRO_ALL);
    file("macro-all/schema.json", &dataset.schema);
    file(
        "typify/Cargo.toml",
        &manifest(&format!("{program}-typify"), &TYPIFIED_NEEDS),
    );
    file("typify/src/lib.rs", TYPIFIED);
    file("typify/src/generated.rs", "");
}

const TYPIFIED_NEEDS: [&str; 3] = [
    "serde = { version = '1', features = ['derive'] }",
    "serde_json = '1'",
    "regress = '*'",
];

/// The program that writes what typify generates, since its versions of `syn` and `schemars` are others.
pub(super) const TYPIFY: &str = "typify-output";

/// Writes that program.
pub(super) fn write_typify(scratch: &Scratch) {
    let needs = ["serde_json = '1'", "typify = '*'", "schemars = '0.8'"];
    let manifest = manifest(TYPIFY, &needs);
    scratch.write(&format!("{TYPIFY}/Cargo.toml"), &manifest);
    scratch.write(&format!("{TYPIFY}/src/main.rs"), TYPIFY_MAIN);
}

/// Writes what typify generates for a dataset.
///
/// # Errors
/// Why it generates nothing.
pub(super) fn typify(scratch: &Scratch, program: &str, dataset: &Dataset) -> Result<(), String> {
    let schema = dataset.folder.join("schema.json");
    let schema = schema.to_string_lossy();
    let arguments = ["run", "--quiet", "-p", TYPIFY, "--", &schema];
    let code = printed(&scratch.cargo_into("rustc-target", &arguments));
    let code = code.map_err(|error| format!("typify generates nothing: {error}"))?;
    scratch.write(&format!("{program}/typify/src/generated.rs"), &code);
    Ok(())
}

const TYPIFY_MAIN: &str = "//! Prints what typify generates.

use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or(\"a schema\")?;
    let schema: schemars::schema::RootSchema = serde_json::from_str(&fs::read_to_string(path)?)?;
    let mut types = typify::TypeSpace::new(&typify::TypeSpaceSettings::default());
    types.add_root_schema(schema)?;
    println!(\"{}\", types.to_stream());
    Ok(())
}
";
