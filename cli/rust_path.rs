//! Paths of Rust that are given on the command line.

use std::fmt;
use std::str::FromStr;

/// A path such as `rust_decimal::Decimal` or `::tollgate`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RustPath(String);

/// Keywords that can be no part of a path.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

impl RustPath {
    /// Where generated code finds the run time, unless another path is given.
    pub(crate) const RUNTIME: &'static str = "::tollgate_core";

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RustPath {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let relative = text.strip_prefix("::").unwrap_or(text);
        if relative.split("::").enumerate().all(is_segment) {
            Ok(Self(text.to_owned()))
        } else {
            Err("expected a path of Rust, such as `rust_decimal::Decimal`")
        }
    }
}

/// Whether `name` can stand at this place of a path.
fn is_segment((index, name): (usize, &str)) -> bool {
    let mut characters = name.chars();
    let first = characters.next();
    let is_identifier = first.is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|character| character == '_' || character.is_alphanumeric())
        && name != "_";
    match name {
        "crate" | "self" | "Self" => index == 0,
        _ => is_identifier && !KEYWORDS.contains(&name),
    }
}

impl fmt::Display for RustPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
