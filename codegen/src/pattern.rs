//! Patterns at compile time: checked as ECMA-262, translated, and recognised where they are simple
//! enough for the generated code to match by itself.

use regex_syntax::hir::{Class, Hir, HirKind, Look};
use tollgate_core::pattern;

/// A pattern that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// As the schema spells it.
    pub(crate) source: String,
    pub(crate) form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// The whole text is a sequence of repeated characters.
    Runs(Vec<Run>),
    /// In the syntax of the engine.
    Regex(String),
}

/// Between `least` and `most` characters out of `class`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) class: Vec<(char, char)>,
    pub(crate) least: u32,
    /// `None` for no end.
    pub(crate) most: Option<u32>,
}

impl Pattern {
    /// Whether a text of the schema matches.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        jsonschema_regex::to_rust_regex(&self.source).is_ok_and(|translated| {
            pattern::compile(&translated).is_ok_and(|regex| regex.is_match(text))
        })
    }

    /// Checks and translates a pattern; says what is wrong with it.
    pub(crate) fn compile(source: &str) -> Result<Self, String> {
        if !jsonschema_regex::is_valid_ecma_regex(source) {
            return Err(format!(
                "this pattern is not a regular expression{}",
                reason(source)
            ));
        }
        let translated = jsonschema_regex::to_rust_regex(source)
            .map_err(|()| format!("this pattern is not supported{}", reason(source)))?;
        pattern::compile(&translated).map_err(|error| {
            let first = error.lines().last().unwrap_or_default();
            format!(
                "this pattern is not supported: {}",
                first.trim_start_matches("error: ")
            )
        })?;
        let form = match runs(&translated) {
            Some(runs) => Form::Runs(runs),
            None => Form::Regex(translated.into_owned()),
        };
        Ok(Self {
            source: source.to_owned(),
            form,
        })
    }
}

/// What a parser of regular expressions says, as the end of a sentence.
fn reason(source: &str) -> String {
    match regex_syntax::ast::parse::Parser::new().parse(source) {
        Ok(_) => String::new(),
        Err(error) => format!(
            ": {}, at character {}",
            error.kind(),
            error.span().start.column
        ),
    }
}

/// An escape that ECMA-262 forbids in `u` mode: a backslash before a character that means nothing
/// special.
pub(crate) fn identity_escape(source: &str) -> Option<String> {
    let mut characters = source.chars();
    while let Some(character) = characters.next() {
        if character == '\\'
            && let Some(escaped) = characters.next()
            && !escaped.is_alphanumeric()
            && !"^$\\.*+?()[]{}|/-".contains(escaped)
        {
            return Some(format!("\\{escaped}"));
        }
    }
    None
}

/// The pattern as runs, if it is anchored at both ends and nothing in it has to be tried twice.
fn runs(translated: &str) -> Option<Vec<Run>> {
    let hir = regex_syntax::Parser::new().parse(translated).ok()?;
    let HirKind::Concat(parts) = hir.kind() else {
        return None;
    };
    let [start, middle @ .., end] = parts.as_slice() else {
        return None;
    };
    if !is_look(start, Look::Start) || !is_look(end, Look::End) {
        return None;
    }
    let mut runs = Vec::new();
    for part in middle {
        push_runs(part, &mut runs)?;
    }
    is_deterministic(&runs).then_some(runs)
}

fn is_look(hir: &Hir, look: Look) -> bool {
    matches!(hir.kind(), HirKind::Look(found) if *found == look)
}

fn push_runs(part: &Hir, runs: &mut Vec<Run>) -> Option<()> {
    match part.kind() {
        HirKind::Literal(literal) => {
            for character in std::str::from_utf8(&literal.0).ok()?.chars() {
                let class = vec![(character, character)];
                runs.push(Run {
                    class,
                    least: 1,
                    most: Some(1),
                });
            }
        }
        HirKind::Class(class) => runs.push(Run {
            class: ranges(class)?,
            least: 1,
            most: Some(1),
        }),
        HirKind::Capture(capture) => push_runs(&capture.sub, runs)?,
        HirKind::Repetition(repetition) => {
            let class = single(&repetition.sub)?;
            runs.push(Run {
                class,
                least: repetition.min,
                most: repetition.max,
            });
        }
        HirKind::Concat(parts) => {
            for part in parts {
                push_runs(part, runs)?;
            }
        }
        HirKind::Empty | HirKind::Look(_) | HirKind::Alternation(_) => return None,
    }
    Some(())
}

/// The class of a part that is one character.
fn single(part: &Hir) -> Option<Vec<(char, char)>> {
    let mut runs = Vec::new();
    push_runs(part, &mut runs)?;
    match runs.as_slice() {
        [
            Run {
                class,
                least: 1,
                most: Some(1),
            },
        ] => Some(class.clone()),
        _ => None,
    }
}

fn ranges(class: &Class) -> Option<Vec<(char, char)>> {
    match class {
        Class::Unicode(class) => Some(
            class
                .ranges()
                .iter()
                .map(|range| (range.start(), range.end()))
                .collect(),
        ),
        Class::Bytes(class) => {
            let all_ascii = class.ranges().iter().all(|range| range.end().is_ascii());
            let range = |range: &regex_syntax::hir::ClassBytesRange| {
                (char::from(range.start()), char::from(range.end()))
            };
            all_ascii.then(|| class.ranges().iter().map(range).collect())
        }
    }
}

/// Whether each run can simply take as many characters as it may: whatever can follow a run of no
/// fixed length has none of its characters.
fn is_deterministic(runs: &[Run]) -> bool {
    runs.iter().enumerate().all(|(index, run)| {
        if Some(run.least) == run.most {
            return true;
        }
        for next in &runs[index + 1..] {
            if overlap(&run.class, &next.class) {
                return false;
            }
            if next.least > 0 {
                return true;
            }
        }
        true
    })
}

fn overlap(one: &[(char, char)], other: &[(char, char)]) -> bool {
    one.iter()
        .any(|&(first, last)| other.iter().any(|&(from, to)| first <= to && from <= last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<&[(u32, Option<u32>)]>) {
        let pattern = Pattern::compile(source).unwrap();
        let counts = match pattern.form {
            Form::Runs(runs) => Some(
                runs.iter()
                    .map(|run| (run.least, run.most))
                    .collect::<Vec<_>>(),
            ),
            Form::Regex(_) => None,
        };
        assert_eq!(counts.as_deref(), expected, "{source}");
    }

    #[test]
    fn simple_patterns_become_runs() {
        check(r#"^[^\\"]{1,100}$"#, Some(&[(1, Some(100))]));
        check(r#"^([^\\\"]){1,100}$"#, Some(&[(1, Some(100))]));
        check(
            "^[PMT]{3}[A-Za-z0-9]{32,32}$",
            Some(&[(3, Some(3)), (32, Some(32))]),
        );
        check(
            "^[a-z]+-[0-9]*$",
            Some(&[(1, None), (1, Some(1)), (0, None)]),
        );
        check("^[a-z]*[a-f]$", None);
        check("^[a-z]*[0-9]?[a-f]$", None);
        check("[a-z]", None);
        check("^(a|bc)$", None);
    }

    #[test]
    fn both_spellings_of_the_same_class_are_the_same_pattern() {
        let form = |source| Pattern::compile(source).unwrap().form;
        assert_eq!(form(r#"^([^\\\"]){1,100}$"#), form(r#"^[^\\"]{1,100}$"#));
    }

    #[test]
    fn an_escape_that_means_nothing_is_found() {
        assert_eq!(identity_escape(r#"^([^\\\"])$"#).as_deref(), Some("\\\""));
        assert_eq!(identity_escape(r#"^[^\\"]\.\d$"#), None);
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_said() {
        let error = Pattern::compile("^[a-z$").unwrap_err();
        assert!(error.contains("not a regular expression"), "{error}");
        let error = Pattern::compile("(?=a)b").unwrap_err();
        assert!(error.contains("not supported"), "{error}");
    }
}
