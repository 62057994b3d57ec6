//! The files of a program: a folder for each library, and the program itself around them.

use crate::scratch::{Scratch, dependency, manifest};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A crate of generated modules.
#[derive(Debug)]
pub struct Library {
    /// Its name as a crate.
    pub name: String,
    /// Its modules.
    pub modules: Vec<Module>,
}

/// What was generated from one schema.
#[derive(Debug)]
pub struct Module {
    /// Its name in the crate.
    pub name: String,
    /// The code, with a type `Root`.
    pub code: String,
}

/// The text as the name of a crate: in small letters, so that nobody warns of it, and no word of the
/// language when the text has a dot.
pub fn crate_name(text: &str) -> String {
    text.to_ascii_lowercase()
        .replace(|character: char| !character.is_ascii_alphanumeric(), "_")
}

/// Nothing but speed: nobody debugs these programs, and what is built anew is built whole.
const PROFILE: &str = "[profile.dev]\ndebug = 0\nincremental = false\n\n[workspace]\n";

/// The attributes of a user who wants to hear everything.
const ATTRIBUTES: &str = "#![warn(warnings, missing_docs)]\n//! Generated types.\n";

impl Library {
    /// A module's name among those of all libraries.
    pub(super) fn subject(&self, module: &Module) -> String {
        format!("{}::{}", self.name, module.name)
    }

    /// The path of a module's file in the program's folder.
    pub(super) fn path(&self, module: &Module) -> String {
        format!("{}/src/{}.rs", self.name, module.name)
    }

    pub(super) fn remove(&mut self, broken: &BTreeMap<String, String>) {
        let name = self.name.clone();
        let is_broken = |module: &Module| broken.contains_key(&format!("{name}::{}", module.name));
        self.modules.retain(|module| !is_broken(module));
    }
}

/// Writes everything; `features` are those of the judge, which Cargo turns on for all.
pub(super) fn write(scratch: &Scratch, name: &str, libraries: &[Library], features: &[&str]) {
    let mut dependencies = vec![judge(features)];
    for library in libraries {
        let package = package(name, library);
        let library_name = &library.name;
        dependencies.push(format!(
            "{library_name} = {{ path = '{library_name}', package = '{package}' }}"
        ));
        write_library(scratch, &package, library);
    }
    scratch.write("Cargo.toml", &manifest(name, &dependencies, PROFILE));
    scratch.write("src/main.rs", &main(libraries));
}

/// The package of a library. Cargo tells apart what it has built by the names of packages and their
/// paths in the workspace, and all programs are built into one folder.
fn package(program: &str, library: &Library) -> String {
    format!("{program}-{}", library.name)
}

fn judge(features: &[&str]) -> String {
    dependency("tollgate-judge", "tests/judge", features)
}

/// Emits the list of all libraries' types.
fn main(libraries: &[Library]) -> String {
    let mut subjects = String::new();
    for library in libraries {
        let _ = writeln!(subjects, "        {}::subjects(),", library.name); // to a `String`
    }
    format!(
        "fn main() -> std::process::ExitCode {{\n    let subjects: &[Vec<tollgate_judge::Subject>] \
         = &[\n{subjects}    ];\n    tollgate_judge::run(&subjects.concat())\n}}\n"
    )
}

fn write_library(scratch: &Scratch, package: &str, library: &Library) {
    let mut modules = String::new();
    let mut subjects = String::new();
    for module in &library.modules {
        let (name, subject) = (&module.name, library.subject(module));
        let _ = writeln!(modules, "#[allow(missing_docs)]\npub mod {name};");
        let of = format!("tollgate_judge::Subject::of::<{name}::Root>({subject:?})");
        let _ = writeln!(subjects, "        {of},");
        scratch.write(&library.path(module), &module.code);
    }
    let root = format!(
        "{ATTRIBUTES}\n{modules}\n/// All types.\n\
         pub fn subjects() -> Vec<tollgate_judge::Subject> {{\n    vec![\n{subjects}    ]\n}}\n"
    );
    // Some programs are generated with asserted formats.
    let core = dependency("tollgate-core", "core", &["formats"]);
    let dependencies = [core, judge(&[])];
    let target = format!("[lib]\nname = '{}'\n", library.name);
    let manifest = manifest(package, &dependencies, &target);
    scratch.write(&format!("{}/Cargo.toml", library.name), &manifest);
    scratch.write(&format!("{}/src/lib.rs", library.name), &root);
}
