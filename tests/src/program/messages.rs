//! What Cargo says of a build, and which module each message is about.

use super::crates::Library;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Cargo's messages, as far as they matter here.
pub(super) struct Messages(Vec<Message>);

#[derive(Deserialize)]
#[serde(tag = "reason")]
enum Message {
    #[serde(rename = "compiler-message")]
    Compiler { target: Target, message: Diagnostic },
    #[serde(rename = "compiler-artifact")]
    Artifact { executable: Option<PathBuf> },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: String,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    /// Where the macro was called that this is in.
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Messages {
    pub(super) fn read(stdout: &[u8]) -> Self {
        let lines = stdout.split(|&byte| byte == b'\n');
        Self(
            lines
                .filter_map(|line| serde_json::from_slice(line).ok())
                .collect(),
        )
    }

    pub(super) fn executable(&self) -> Option<PathBuf> {
        self.0.iter().find_map(|message| match message {
            Message::Artifact { executable } => executable.clone(),
            _ => None,
        })
    }

    /// The warnings.
    pub(super) fn warnings(&self, libraries: &[Library]) -> BTreeMap<String, String> {
        self.of_level(libraries, "warning")
    }

    /// The errors.
    pub(super) fn errors(&self, libraries: &[Library]) -> BTreeMap<String, String> {
        self.of_level(libraries, "error")
    }

    /// The messages of a level. If they all lie in no module of their libraries, each is one of all
    /// modules.
    fn of_level(&self, libraries: &[Library], level: &str) -> BTreeMap<String, String> {
        let of_modules = self.by_subject(libraries, level, |_| Vec::new());
        if of_modules.is_empty() {
            self.by_subject(libraries, level, |library| {
                let modules = library.modules.iter();
                modules.map(|module| library.subject(module)).collect()
            })
        } else {
            of_modules
        }
    }

    /// The messages of a level, by the modules that they are about; `otherwise` says which those
    /// are where the place of the message does not tell.
    fn by_subject(
        &self,
        libraries: &[Library],
        level: &str,
        otherwise: fn(&Library) -> Vec<String>,
    ) -> BTreeMap<String, String> {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for message in &self.0 {
            let Message::Compiler { target, message } = message else {
                continue;
            };
            let library = libraries.iter().find(|library| library.name == target.name);
            let Some(library) = library.filter(|_| message.level == level) else {
                continue;
            };
            let mut subjects = message.subjects(library);
            if subjects.is_empty() {
                subjects = otherwise(library);
            }
            for subject in subjects {
                found
                    .entry(subject)
                    .or_default()
                    .push_str(&message.rendered);
            }
        }
        found
    }
}

impl Diagnostic {
    /// The module in which the message points at something.
    fn subjects(&self, library: &Library) -> Vec<String> {
        let modules = library.modules.iter();
        let is_meant = |path: &str| self.spans.iter().any(|span| span.is_in(path));
        modules
            .filter(|module| is_meant(&library.path(module)))
            .map(|module| library.subject(module))
            .collect()
    }
}

impl Span {
    fn is_in(&self, path: &str) -> bool {
        self.file_name == path
            || self
                .expansion
                .as_ref()
                .is_some_and(|outer| outer.span.is_in(path))
    }
}
