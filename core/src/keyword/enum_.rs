//! `enum` (Validation 2020-12 §6.1.2) and `const` (§6.1.3), which is an `enum` of one value.

use super::nearest::nearest;
use crate::Json;
use crate::reader::{Reader, Sink, Stop, StringToken, scan};
use crate::report::{Failure, Text, excerpt};
use std::ops::Range;
use std::sync::OnceLock;

/// A list of this many values is spelt out in the help; of a longer one, the beginning.
const LISTED: usize = 12;
/// A value of the schema is shown up to this length.
const SHOWN: usize = 60;

/// The values that an `enum` or a `const` allows.
#[derive(Debug)]
pub struct Allowed {
    keyword: &'static str,
    /// As JSON texts.
    texts: &'static [&'static str],
    values: OnceLock<Vec<Json>>,
}

impl Allowed {
    /// The values of an `enum`, as JSON texts.
    pub const fn any_of(texts: &'static [&'static str]) -> Self {
        Self {
            keyword: "enum",
            texts,
            values: OnceLock::new(),
        }
    }

    /// The value of a `const`, as JSON text.
    pub const fn only(texts: &'static [&'static str; 1]) -> Self {
        Self {
            keyword: "const",
            texts,
            values: OnceLock::new(),
        }
    }

    fn contains(&self, text: &str) -> bool {
        let parse = |text: &str| crate::json::parse_unchecked(text);
        let values = self
            .values
            .get_or_init(|| self.texts.iter().map(|text| parse(text)).collect());
        values.contains(&parse(text))
    }
}

/// The string `given` is none of the `allowed` strings.
#[cold]
pub(crate) fn string_failure<'n>(
    keyword: &'static str,
    given: &str,
    allowed: impl Iterator<Item = &'n str> + Clone,
    span: Range<usize>,
) -> Failure {
    let list = list(allowed.clone().map(|value| format!("\"{value}\"")));
    let failure = Failure::new(keyword, span, quoting(keyword, &excerpt(given)));
    match nearest(given, allowed.clone()) {
        Some(meant) if allowed.count() > 1 => failure.with_help(Text::quoting(
            format!("did you mean \"{meant}\"? Allowed: {list}"),
            format!("allowed: {list}"),
        )),
        Some(_) | None => failure.with_help(format!("allowed: {list}")),
    }
}

/// The value `given`, a JSON text, is none of the `allowed` ones.
#[cold]
pub(crate) fn value_failure<'n>(
    keyword: &'static str,
    given: &str,
    allowed: impl Iterator<Item = &'n str>,
    span: Range<usize>,
) -> Failure {
    let given = match given.as_bytes().first() {
        Some(b'{') => "the object".to_owned(),
        Some(b'[') => "the array".to_owned(),
        Some(b'"') => "the string".to_owned(),
        _ => given.chars().take(SHOWN).collect(),
    };
    let list = list(allowed.map(|value| value.chars().take(SHOWN).collect()));
    Failure::new(keyword, span, quoting(keyword, &given)).with_help(format!("allowed: {list}"))
}

fn quoting(keyword: &str, given: &str) -> Text {
    let rest = match keyword {
        "const" => "is not the one allowed value",
        _ => "is not one of the allowed values",
    };
    Text::quoting(format!("{given} {rest}"), format!("the value {rest}"))
}

fn list(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    match values.get(..LISTED) {
        Some(first) if values.len() > LISTED => {
            format!("{} and {} more", first.join(", "), values.len() - LISTED)
        }
        _ => values.join(", "),
    }
}

impl<'a, S: Sink> Reader<'a, S> {
    /// Reads a string that must be one of `names`; `None` where something else stands, which is
    /// reported and skipped.
    ///
    /// `keyword` is `enum` or `const`; `typed` says whether the schema's `type` asks for a string
    /// too, which is then an error of its own.
    #[inline]
    pub fn string_among(
        &mut self,
        keyword: &'static str,
        typed: bool,
        names: &[&'static str],
    ) -> Result<Option<StringToken<'a>>, Stop> {
        if self.peek() == Some(b'"') {
            return self.quoted().map(Some);
        }
        self.not_a_string(keyword, typed, names)?;
        Ok(None)
    }

    /// Which of `names` a string is; `None` where it is none of them, which is reported.
    #[inline]
    pub fn index_among(
        &mut self,
        keyword: &'static str,
        given: &StringToken<'_>,
        names: &[&'static str],
    ) -> Result<Option<usize>, Stop> {
        let found = if given.is_escaped() {
            let text = given.text();
            names.iter().position(|name| *name == text)
        } else {
            names.iter().position(|name| scan::same(name, given.raw()))
        };
        if found.is_none() {
            self.not_among(keyword, given, names)?;
        }
        Ok(found)
    }

    #[cold]
    fn not_among(
        &mut self,
        keyword: &'static str,
        given: &StringToken<'_>,
        names: &[&str],
    ) -> Result<(), Stop> {
        let span = given.span();
        let names = names.iter().copied();
        self.sink()
            .fail(|| string_failure(keyword, &given.text(), names, span))
    }

    #[cold]
    fn not_a_string(
        &mut self,
        keyword: &'static str,
        typed: bool,
        names: &[&str],
    ) -> Result<(), Stop> {
        let start = self.position();
        if typed {
            self.wrong_type(crate::JsonType::String.into())?;
        } else {
            self.skip()?;
        }
        let span = start..self.position();
        let text = self.text_of(span.clone());
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let quoted = quoted.iter().map(String::as_str);
        self.sink()
            .fail(|| value_failure(keyword, text, quoted, span))
    }

    /// Checks that the value at hand is one of the `allowed` ones; it stays at hand.
    pub fn listed(&mut self, allowed: &'static Allowed) -> Result<(), Stop> {
        self.peek();
        let span = self.extent()?;
        let text = self.text_of(span.clone());
        if allowed.contains(text) {
            return Ok(());
        }
        let texts = allowed.texts.iter().copied();
        self.sink()
            .fail(|| value_failure(allowed.keyword, text, texts, span))
    }

    /// The same for values that are no strings; strings are judged where they are read.
    pub fn listed_unless_string(&mut self, allowed: &'static Allowed) -> Result<(), Stop> {
        if self.peek() == Some(b'"') {
            Ok(())
        } else {
            self.listed(allowed)
        }
    }
}
