//! Crates outside the workspace, built by cargo as a user's crate would be.

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
        let dependency = dependency(package, source, &[]);
        let scratch = Self::empty(name);
        scratch.write(
            "Cargo.toml",
            &manifest(name, &[dependency], "[workspace]\n"),
        );
        for (path, text) in files {
            scratch.write(path, text);
        }
        scratch
    }

    /// A folder for a crate called `name`, with a lock file and nothing else that is new.
    ///
    /// # Panics
    /// When the folder cannot be written.
    pub fn empty(name: &str) -> Self {
        let folder = target().join("scratch").join(name);
        let scratch = Self { folder };
        // The versions that the workspace was built with are here already.
        let lock = root().join("Cargo.lock");
        let lock = std::fs::read_to_string(lock).expect("there is a lock file");
        scratch.write("Cargo.lock", &lock);
        scratch
    }

    /// Where the crate is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file of the crate, unless it holds this text already: to Cargo, a file that was
    /// written is a file that has changed.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        if std::fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            return;
        }
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// Runs cargo in the crate.
    ///
    /// # Panics
    /// When cargo cannot be run.
    pub fn cargo(&self, arguments: &[&str]) -> Output {
        self.cargo_into("scratch-target", arguments)
    }

    /// Runs cargo in the crate, with another folder under `target` for what it builds.
    ///
    /// # Panics
    /// When cargo cannot be run.
    pub fn cargo_into(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO"));
        // Some packages name a toolchain for themselves, and rustup would look for that one.
        if let Some(toolchain) = option_env!("RUSTUP_TOOLCHAIN") {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target().join(folder))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs")
    }
}

/// The manifest of the package `name`; `rest` follows its dependencies.
pub fn manifest(name: &str, dependencies: &[String], rest: &str) -> String {
    let dependencies = dependencies.join("\n");
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependencies}\n\n{rest}"
    )
}

/// The line of a manifest that makes it depend on `package`, which is in the folder `source` of the
/// repository, with the given features beside the default ones.
///
/// # Panics
/// When the repository is not there.
pub fn dependency(package: &str, source: &str, features: &[&str]) -> String {
    let root = root().canonicalize().expect("the repository has a path");
    let path = root.join(source);
    format!(
        "{package} = {{ path = '{}', features = {features:?} }}",
        path.display()
    )
}

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The folder for what tests build.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => root().join("target"),
    }
}
