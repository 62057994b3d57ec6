//! Patterns at compile time: checked as ECMA-262, translated, and recognised where they are simple
//! enough for the generated code to match by itself.

mod alphabet;
mod automaton;
mod backtrack;
mod characters;
mod ecma;
mod parts;
mod runs;
mod split;

use alphabet::Alphabet;
pub(crate) use automaton::Automaton;
use ecma::{Kind, Token};
pub(crate) use parts::Parts;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::Hir;
pub(crate) use runs::Run;
use split::Question;
use tollgate_core::pattern::{self, Linear};

/// A step of a pattern, for the engine of linear time.
pub(crate) type Step = pattern::Step<Vec<(u16, u16)>, String>;

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
    /// The engine of linear time tells.
    Parts(Parts),
    /// In the syntax of the engine that tries several ways.
    Backtracking(String),
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
        match &self.form {
            Form::Runs(runs) => Matcher::Runs(runs),
            Form::Automaton(automaton) => Matcher::Automaton(automaton),
            Form::Parts(parts) => Matcher::Linear(parts.engine()),
            Form::Backtracking(translated) => Matcher::Backtracking(translated),
        }
    }
}

/// What tells whether texts of the schema match a pattern.
pub(crate) enum Matcher<'p> {
    Runs(&'p [Run]),
    Automaton(&'p Automaton),
    Linear(Linear),
    Backtracking(&'p str),
}

impl Matcher<'_> {
    pub(crate) fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Runs(runs) => runs::is_match(runs, text),
            Self::Automaton(automaton) => automaton.is_match(text),
            Self::Linear(engine) => engine.is_match(text),
            Self::Backtracking(translated) => backtracking_match(translated, text),
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
    if let Some(questions) = questions(source) {
        return Ok(linear(&parsed(&questions)?)?);
    }
    if !backtracking {
        return Err(Refused::NeedsBacktracking);
    }
    let translated = backtrack::translate(source, &ecma::tokens(source))?;
    check_backtracking(&translated)?;
    Ok(Form::Backtracking(translated))
}

/// What a pattern asks of a text, if that takes linear time.
fn questions(source: &str) -> Option<Vec<Question>> {
    let tokens = ecma::tokens(source);
    let is_linear = |token: &Token<'_>| !matches!(token.kind, Kind::OpenLook | Kind::BackReference);
    if tokens.iter().all(is_linear) {
        let pattern = source.to_owned();
        return Some(vec![Question {
            pattern,
            wanted: true,
        }]);
    }
    split::split(&tokens)
}

/// Questions that were read.
fn parsed(questions: &[Question]) -> Result<Vec<(Hir, bool)>, String> {
    let parsed = |question: &Question| {
        let translated = translated(&question.pattern)?;
        let parsed = ParserBuilder::new().utf8(false).build().parse(&translated);
        let pattern = parsed.map_err(|error| {
            let error = error.to_string();
            let first = error.lines().last().unwrap_or_default();
            first.trim_start_matches("error: ").to_owned()
        })?;
        Ok((pattern, question.wanted))
    };
    questions.iter().map(parsed).collect()
}

/// The simplest way to answer some questions.
fn linear(questions: &[(Hir, bool)]) -> Result<Form, String> {
    if let [(pattern, true)] = questions
        && let Some(runs) = runs::of(pattern)
    {
        return Ok(Form::Runs(runs));
    }
    let alphabet = Alphabet::of(questions.iter().map(|question| &question.0))?;
    let parts = Parts::of(&alphabet, questions)?;
    Ok(match Automaton::of(&alphabet, &parts) {
        Some(automaton) => Form::Automaton(automaton),
        None => Form::Parts(parts),
    })
}

/// A pattern without look-around in the syntax of `regex-syntax`.
fn translated(source: &str) -> Result<String, String> {
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
    to_engine(&rewritten)
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

#[cfg(test)]
mod tests {
    use super::*;

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
