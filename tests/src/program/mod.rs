//! Programs made of generated types: many modules, each with a type `Root`, become one program that
//! answers questions about them.
//!
//! The modules are gathered in libraries, so that Cargo compiles these side by side and anew only
//! where something has changed. What the Rust compiler refuses is left out and reported; the rest
//! runs all the same.

mod ask;
mod crates;
mod messages;

pub use ask::Program;
pub use crates::{Library, Module, crate_name};

use crate::scratch::Scratch;
use messages::Messages;
use std::collections::BTreeMap;

/// What became of the modules. Each is called `library::module`.
#[derive(Debug, Default)]
pub struct Built {
    /// Those that the Rust compiler refuses, and its words.
    pub broken: BTreeMap<String, String>,
    /// Those that it warns of.
    pub warnings: BTreeMap<String, String>,
}

/// Builds the program `name` of the given libraries.
///
/// # Errors
/// Cargo's words, where it fails for a reason that lies in no module.
pub fn build(name: &str, libraries: Vec<Library>) -> Result<(Program, Built), String> {
    build_judged(name, libraries, &[])
}

/// Builds a program whose judge has the given features.
///
/// # Errors
/// Cargo's words, where it fails for a reason that lies in no module.
pub fn build_judged(
    name: &str,
    mut libraries: Vec<Library>,
    judge: &[&str],
) -> Result<(Program, Built), String> {
    let scratch = Scratch::empty(name);
    let mut built = Built::default();
    loop {
        crates::write(&scratch, name, &libraries, judge);
        let output = scratch.cargo(&["build", "--quiet", "--keep-going", "--message-format=json"]);
        let messages = Messages::read(&output.stdout);
        built.warnings = messages.warnings(&libraries);
        if let (true, Some(path)) = (output.status.success(), messages.executable()) {
            return Ok((Program::new(path, scratch), built));
        }
        let broken = messages.errors(&libraries);
        if broken.is_empty() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        for library in &mut libraries {
            library.remove(&broken);
        }
        built.broken.extend(broken);
    }
}
