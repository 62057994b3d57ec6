//! Crates outside the workspace, built by cargo as a user's crate would be.

use crate::examples::root;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A crate in a folder of its own.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// A crate called `name` that depends on `tollgate` by path and on nothing else, with the given
    /// files.
    ///
    /// # Panics
    /// When the folder cannot be written.
    pub fn new(name: &str, files: &[(&str, &str)]) -> Self {
        Self::depending_on("tollgate", "tollgate", name, files)
    }

    /// A crate called `name` that depends on `package`, which is in the folder `source` of the
    /// repository, and on nothing else.
    ///
    /// # Panics
    /// When the folder cannot be written.
    pub fn depending_on(package: &str, source: &str, name: &str, files: &[(&str, &str)]) -> Self {
        let folder = target().join("scratch").join(name);
        let root = root().canonicalize().expect("the repository has a path");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{package} = {{ path = '{}' }}\n\n[workspace]\n",
            root.join(source).display()
        );
        let scratch = Self { folder };
        scratch.write("Cargo.toml", &manifest);
        // The versions that the workspace was built with are here already.
        let lock = std::fs::read_to_string(root.join("Cargo.lock")).expect("there is a lock file");
        scratch.write("Cargo.lock", &lock);
        for (path, text) in files {
            scratch.write(path, text);
        }
        scratch
    }

    /// Writes a file of the crate.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// Runs cargo in the crate.
    ///
    /// # Panics
    /// When cargo cannot be run.
    pub fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target().join("scratch-target"))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs")
    }
}

/// The folder for what tests build.
fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => root().join("target"),
    }
}
