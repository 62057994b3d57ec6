//! Patterns that are a sequence of repeated characters, in which nothing has to be tried twice.

use super::characters::{characters, contains, ranges};
use regex_syntax::hir::{Hir, HirKind, Look};

/// Between `least` and `most` characters out of `class`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) class: Vec<(char, char)>,
    pub(crate) least: u32,
    /// `None` for no end.
    pub(crate) most: Option<u32>,
}

/// The pattern as runs, if it is anchored at both ends and nothing in it has to be tried twice.
pub(super) fn of(pattern: &Hir) -> Option<Vec<Run>> {
    let HirKind::Concat(parts) = pattern.kind() else {
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
            for character in characters(literal).ok()?.chars() {
                let class = vec![(character, character)];
                runs.push(Run {
                    class,
                    least: 1,
                    most: Some(1),
                });
            }
        }
        HirKind::Class(class) => runs.push(Run {
            class: ranges(class).ok()?,
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

/// Whether a text is made of `runs`.
pub(super) fn is_match(runs: &[Run], text: &str) -> bool {
    let mut characters = text.chars().peekable();
    let mut fits = |run: &Run| {
        let mut count = 0;
        while Some(count) != run.most
            && characters
                .next_if(|&one| contains(&run.class, one))
                .is_some()
        {
            count += 1;
        }
        count >= run.least
    };
    runs.iter().all(&mut fits) && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use crate::pattern::{Form, Pattern};

    #[track_caller]
    fn check(source: &str, expected: Option<&[(u32, Option<u32>)]>) {
        let pattern = Pattern::compile(source, false).unwrap();
        let counts = match pattern.form {
            Form::Runs(runs) => Some(
                runs.iter()
                    .map(|run| (run.least, run.most))
                    .collect::<Vec<_>>(),
            ),
            _ => None,
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
    fn texts_of_the_schema_are_tried() {
        let pattern = Pattern::compile("^[a-zé]+-[0-9]{0,2}$", false).unwrap();
        assert!(matches!(pattern.form, Form::Runs(_)));
        let found =
            ["a-", "éa-12", "", "-1", "a", "a-123", "a-1 "].map(|text| pattern.is_match(text));
        assert_eq!(found, [true, true, false, false, false, false, false]);
    }

    #[test]
    fn both_spellings_of_the_same_class_are_the_same_pattern() {
        let form = |source| Pattern::compile(source, false).unwrap().form;
        assert_eq!(form(r#"^([^\\\"]){1,100}$"#), form(r#"^[^\\"]{1,100}$"#));
    }
}
