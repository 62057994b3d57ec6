//! Patterns at compile time: checked as ECMA-262, translated, and recognised where they are simple
//! enough for the generated code to match by itself.

mod alphabet;
mod automaton;
mod backtrack;
mod ecma;
mod split;

pub(crate) use automaton::Automaton;
use ecma::{Kind, Token};
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
    /// States are enough to tell.
    Automaton(Automaton),
    /// In the syntax of the engine.
    Regex(String),
    /// Several patterns in the syntax of the engine, each with whether it is to match.
    Parts(Vec<(String, bool)>),
    /// In the syntax of the engine that tries several ways.
    Backtracking(String),
}

/// Between `least` and `most` characters out of `class`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) class: Vec<(char, char)>,
    pub(crate) least: u32,
    /// `None` for no end.
    pub(crate) most: Option<u32>,
}

/// Why there is no engine for a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is none, or has what no engine of ours has.
    Unsupported(String),
    /// It needs an engine that was not asked for.
    NeedsBacktracking,
}

impl From<String> for Refused {
    fn from(reason: String) -> Self {
        Self::Unsupported(reason)
    }
}

impl Pattern {
    /// Checks and translates a pattern; says what is wrong with it. `backtracking` says whether an
    /// engine may be used that tries several ways.
    pub(crate) fn compile(source: &str, backtracking: bool) -> Result<Self, Refused> {
        if let Some(mistake) = mistake(source) {
            return Err(mistake.into());
        }
        let form = form(source, backtracking).map_err(|refused| match refused {
            Refused::Unsupported(what) => format!("this pattern is not supported: {what}").into(),
            Refused::NeedsBacktracking => refused,
        })?;
        Ok(Self {
            source: source.to_owned(),
            form,
        })
    }

    /// Whether there may be texts of which the engine does not find out whether they match.
    pub(crate) fn may_give_up(&self) -> bool {
        matches!(self.form, Form::Backtracking(_))
    }

    /// Whether every text is known to match.
    pub(crate) fn matches_all(&self) -> bool {
        matches!(&self.form, Form::Automaton(automaton) if automaton.matches_all())
    }

    /// Whether a text of the schema matches.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.matcher().is_match(text)
    }

    /// Tells whether texts of the schema match, with engines that are built once.
    pub(crate) fn matcher(&self) -> Matcher<'_> {
        let engine = |translated: &str| pattern::compile(translated).ok();
        let engines = match &self.form {
            Form::Automaton(automaton) => return Matcher::Automaton(automaton),
            Form::Backtracking(translated) => return Matcher::Backtracking(translated),
            Form::Parts(parts) => parts
                .iter()
                .map(|(translated, wanted)| Some((engine(translated)?, *wanted)))
                .collect(),
            Form::Regex(translated) => engine(translated).map(|engine| vec![(engine, true)]),
            Form::Runs(_) => {
                let translated = linear(&self.source).ok();
                let engine = translated.and_then(|translated| engine(&translated));
                engine.map(|engine| vec![(engine, true)])
            }
        };
        Matcher::Engines(engines.unwrap_or_default())
    }
}

/// What tells whether texts of the schema match a pattern.
pub(crate) enum Matcher<'p> {
    Automaton(&'p Automaton),
    Backtracking(&'p str),
    /// Each with whether it is to match. No pattern that was checked has none.
    Engines(Vec<(pattern::Regex, bool)>),
}

impl Matcher<'_> {
    pub(crate) fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Automaton(automaton) => automaton.is_match(text),
            Self::Backtracking(translated) => backtracking_match(translated, text),
            Self::Engines(engines) => {
                !engines.is_empty()
                    && engines
                        .iter()
                        .all(|(engine, wanted)| engine.is_match(text) == *wanted)
            }
        }
    }
}

/// Why a pattern is none.
pub(crate) fn mistake(source: &str) -> Option<String> {
    let message = "this pattern is not a regular expression";
    let is_pattern = jsonschema_regex::is_valid_ecma_regex(source);
    (!is_pattern).then(|| format!("{message}{}", reason(source)))
}

fn form(source: &str, backtracking: bool) -> Result<Form, Refused> {
    let tokens = ecma::tokens(source);
    let is_linear = |token: &Token<'_>| !matches!(token.kind, Kind::OpenLook | Kind::BackReference);
    if tokens.iter().all(is_linear) {
        let translated = linear(source)?;
        if let Some(runs) = runs(&translated) {
            return Ok(Form::Runs(runs));
        }
        return Ok(match Automaton::of(&[(&translated, true)]) {
            Some(automaton) => Form::Automaton(automaton),
            None => Form::Regex(translated),
        });
    }
    if let Some(questions) = split::split(&tokens) {
        let part = |question: &split::Question| Ok((linear(&question.pattern)?, question.wanted));
        let parts: Vec<_> = questions.iter().map(part).collect::<Result<_, String>>()?;
        return Ok(match Automaton::of(&parts) {
            Some(automaton) => Form::Automaton(automaton),
            None => Form::Parts(parts),
        });
    }
    if !backtracking {
        return Err(Refused::NeedsBacktracking);
    }
    let translated = backtrack::translate(source, &tokens)?;
    check_backtracking(&translated)?;
    Ok(Form::Backtracking(translated))
}

/// A pattern without look-around in the syntax of the linear-time engine.
fn linear(source: &str) -> Result<String, String> {
    let mut rewritten = String::new();
    for token in ecma::tokens(source) {
        match token.text {
            // Words are made of ASCII characters (ECMA-262 §22.2.2.9.3).
            boundary @ ("\\b" | "\\B") => {
                rewritten.push_str("(?-u:");
                rewritten.push_str(boundary);
                rewritten.push(')');
            }
            _ => rewritten.push_str(&ecma::rewritten(&token)?),
        }
    }
    let translated = to_engine(&rewritten)?;
    pattern::compile(&translated).map_err(|error| {
        let first = error.lines().last().unwrap_or_default();
        first.trim_start_matches("error: ").to_owned()
    })?;
    Ok(translated)
}

/// A rewritten pattern with classes and escapes as the engines spell what ECMA-262 means.
fn to_engine(rewritten: &str) -> Result<String, String> {
    match jsonschema_regex::to_rust_regex(rewritten) {
        Ok(translated) => Ok(translated.into_owned()),
        Err(()) => Err(format!("no engine takes it{}", reason(rewritten))),
    }
}

#[cfg(feature = "backtracking")]
fn check_backtracking(translated: &str) -> Result<(), String> {
    pattern::compile_backtracking(translated).map(drop)
}

#[cfg(feature = "backtracking")]
fn backtracking_match(translated: &str, text: &str) -> bool {
    pattern::compile_backtracking(translated)
        .is_ok_and(|engine| engine.is_match(text).unwrap_or(false))
}

#[cfg(not(feature = "backtracking"))]
fn check_backtracking(_: &str) -> Result<(), String> {
    Err("the compiler was built without the feature `backtracking`".to_owned())
}

#[cfg(not(feature = "backtracking"))]
fn backtracking_match(_: &str, _: &str) -> bool {
    false
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
    fn both_spellings_of_the_same_class_are_the_same_pattern() {
        let form = |source| Pattern::compile(source, false).unwrap().form;
        assert_eq!(form(r#"^([^\\\"]){1,100}$"#), form(r#"^[^\\"]{1,100}$"#));
    }

    #[test]
    fn an_escape_that_means_nothing_is_found() {
        assert_eq!(identity_escape(r#"^([^\\\"])$"#).as_deref(), Some("\\\""));
        assert_eq!(identity_escape(r#"^[^\\"]\.\d$"#), None);
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_said() {
        let refused = |source| match Pattern::compile(source, false) {
            Err(Refused::Unsupported(reason)) => reason,
            other => panic!("{other:?}"),
        };
        let reason = refused("^[a-z$");
        assert!(reason.contains("not a regular expression"), "{reason}");
        let reason = refused("[\\uD800-\\uDFFF]");
        assert!(reason.contains("half a character"), "{reason}");
        assert_eq!(
            Pattern::compile("(?=a)b", false),
            Err(Refused::NeedsBacktracking)
        );
    }

    #[track_caller]
    fn matches(source: &str, good: &[&str], bad: &[&str]) -> Form {
        let pattern = Pattern::compile(source, true).unwrap();
        for text in good {
            assert!(pattern.is_match(text), "{source} on {text:?}");
        }
        for text in bad {
            assert!(!pattern.is_match(text), "{source} on {text:?}");
        }
        pattern.form
    }

    #[test]
    fn escapes_mean_what_they_mean_in_ecma_262() {
        matches(r"\bfoo\b", &["fooé", "a foo"], &["foo1"]);
        matches(r"\Bfoo", &["xfoo"], &["éfoo", "foo"]);
        matches(r"^\<a\>$", &["<a>"], &["a"]);
        matches(r"^\cJ\0[\b]$", &["\n\0\u{8}"], &["cJ0b"]);
        matches(r"^\uD83D\uDC32$", &["\u{1f432}"], &["\u{1f409}"]);
        matches(
            r"^[\uD83D\uDC32-\uD83D\uDC33]$",
            &["\u{1f432}"],
            &["\u{1f409}"],
        );
        matches("^a[^]b$", &["a\nb"], &["ab"]);
        matches("^a[]|b$", &["b"], &["a"]);
        matches(r"^(?<$word>\w+)$", &["abc"], &["é"]);
    }

    #[test]
    fn look_around_at_the_ends_takes_linear_time() {
        for (source, good, bad) in [
            ("^(?!-)[a-z-]+(?<!-)$", "a-b", "-ab"),
            ("^(?!-)[a-z-]+(?<!-)$", "ab", "ab-"),
            (r"^(?=.*\d)(?=.*[a-z]).{4,}$", "abc1", "abcd"),
            (r"^(?!(con|prn)(\.|$))\w+", "cone", "con"),
            (r"[)(](?<!\()$", "()", "("),
            ("^(?!^a|b)", "c", "b"),
        ] {
            let form = matches(source, &[good], &[bad]);
            assert!(matches!(form, Form::Automaton(_)), "{source}: {form:?}");
        }
        let form = matches(r"^(?!-)[\p{L}-]+$", &["é-a"], &["-é"]);
        assert!(matches!(form, Form::Parts(_)), "{form:?}");
    }

    #[cfg(feature = "backtracking")]
    #[test]
    fn look_around_elsewhere_and_references_take_an_engine_of_their_own() {
        for (source, good, bad) in [
            ("^(?!a)b|c", "ac", "ab"),
            (r"a(?=\b)", "ba", "ab"),
            (r"^(?:(?!ab).)*$", "ba", "ab"),
            (r"(['\x22])\d\1", "'1'", "'1\""),
            (r"^(?<n>\d)\k<n>1$", "221", "211"),
            (r"^(?=(\d+))\1x", "12x", "12"),
            (r"(?:(a)|(a)b)(?<!\d)c", "ac", "a1c"),
        ] {
            let form = matches(source, &[good], &[bad]);
            assert!(matches!(form, Form::Backtracking(_)), "{source}: {form:?}");
        }
    }

    /// Where the engine and ECMA-262 would not agree.
    #[cfg(feature = "backtracking")]
    #[test]
    fn a_reference_to_what_may_not_have_matched_is_refused() {
        for source in [
            r"(?:a|(b))\1",
            r"^(a)?\1$",
            r"(?:(a)|b)*\1",
            r"(?!(a))\1",
            r"(?<=(a))b\1",
            r"\1(a)",
            r"(a\1)",
            r"(a){0,2}\1",
        ] {
            match Pattern::compile(source, true) {
                Err(Refused::Unsupported(reason)) => assert!(reason.contains("may not have")),
                other => panic!("{source}: {other:?}"),
            }
        }
    }
}
