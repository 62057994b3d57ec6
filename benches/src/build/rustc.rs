//! What the Rust compiler takes for the code of real schemas: ours with types, readers and reports, and
//! the macro's with `is_valid` alone.

use super::cpu::{measured, printed};
use crate::datasets::crates;
use crate::datasets::folder::Dataset;
use tollgate_scratch::Scratch;

/// CPU seconds for one schema.
pub(super) struct Time {
    pub(super) name: String,
    /// Lines of generated code.
    pub(super) lines: usize,
    pub(super) ours: Result<f64, String>,
    pub(super) theirs: Result<f64, String>,
}

/// Takes the times for all schemas.
pub(super) fn times(datasets: &[Dataset]) -> Result<Vec<Time>, String> {
    let scratch = Scratch::empty("benchmark-rustc");
    let mut members = Vec::new();
    for dataset in datasets {
        crates::write(&scratch, dataset)?;
        let program = crates::program(dataset);
        scratch.write(&format!("{program}/ours/src/lib.rs"), OURS);
        members.push(format!("{program}/ours"));
        members.push(format!("{program}/macro"));
    }
    // Else nothing but the file that was written anew would be compiled anew.
    let profile = "[profile.dev]\nincremental = false\n";
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{profile}");
    scratch.write("Cargo.toml", &manifest);
    datasets
        .iter()
        .map(|dataset| time(&scratch, dataset))
        .collect()
}

fn time(scratch: &Scratch, dataset: &Dataset) -> Result<Time, String> {
    crate::note(&dataset.name);
    let program = crates::program(dataset);
    let code = crates::generate(&dataset.name, &dataset.schema)?;
    Ok(Time {
        name: dataset.name.clone(),
        lines: code.lines().count(),
        ours: build(scratch, &program, "ours")?,
        theirs: build(scratch, &program, "macro")?,
    })
}

/// Builds what the crate needs, and then the crate on the clock.
fn build(scratch: &Scratch, program: &str, part: &str) -> Result<Result<f64, String>, String> {
    let package = format!("{program}-{part}");
    let cargo = || scratch.cargo_into("rustc-target", &["build", "--quiet", "-p", &package]);
    if let Err(error) = printed(&cargo()) {
        return Ok(Err(error));
    }
    let path = format!("{program}/{part}/src/lib.rs");
    let source = if part == "ours" { OURS } else { crates::MACRO };
    scratch.write(&path, &format!("{source}\n"));
    let (built, seconds) = measured(cargo)?;
    scratch.write(&path, source);
    Ok(printed(&built).map(|_| seconds))
}

/// All that a user can ask for is made here, so that nothing is left to who links it.
const OURS: &str = "//! What Tollgate generates.

#[allow(missing_docs)]
pub mod generated;

use tollgate_core::{Report, Schema};

pub fn is_valid_json(json: &[u8]) -> bool {
    <generated::Root as Schema<'_>>::is_valid_json(json)
}

pub fn validate_json(json: &[u8]) -> Result<(), Report> {
    <generated::Root as Schema<'_>>::validate_json(json)
}

pub fn from_json(json: &[u8]) -> Result<generated::Root, Report> {
    <generated::Root as Schema<'_>>::from_json(json)
}

pub fn to_json(value: &generated::Root) -> Vec<u8> {
    <generated::Root as Schema<'_>>::to_json(value)
}
";
