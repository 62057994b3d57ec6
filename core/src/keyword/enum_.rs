//! `enum` (Validation 2020-12 §6.1.2) and `const` (§6.1.3), which is an `enum` of one value.

use super::nearest::nearest;
use crate::canonical::key;
use crate::reader::{Reader, Sink, Stop, StringToken, scan};
use crate::report::{Failure, Text, excerpt};
use std::collections::HashSet;
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
    keys: OnceLock<Keys>,
}

impl Allowed {
    /// The values of an `enum`, as JSON texts.
    pub const fn any_of(texts: &'static [&'static str]) -> Self {
        Self {
            keyword: "enum",
            texts,
            keys: OnceLock::new(),
        }
    }

    /// The value of a `const`, as JSON text.
    pub const fn only(texts: &'static [&'static str; 1]) -> Self {
        Self {
            keyword: "const",
            texts,
            keys: OnceLock::new(),
        }
    }

    /// Whether the JSON text `text`, which was read before, is one of the values. One that nests
    /// deeper than `max_depth` was reported already and is let through.
    fn contains(&self, text: &str, max_depth: usize) -> bool {
        let keys = self.keys.get_or_init(|| Keys::of(self.texts));
        if matches!(text.as_bytes(), [b'[' | b'{', ..]) && !keys.composite {
            return false;
        }
        key(text, max_depth).is_none_or(|key| keys.contains(&key))
    }
}

/// The values of a list by their keys.
#[derive(Debug)]
struct Keys {
    list: List,
    /// Whether there is an array or an object among them.
    composite: bool,
}

#[derive(Debug)]
enum List {
    Few(Vec<Vec<u8>>),
    Many(HashSet<Vec<u8>>),
}

/// Up to this many values are compared one by one.
const FEW: usize = 16;

impl Keys {
    fn of(texts: &[&str]) -> Self {
        let keys = texts
            .iter()
            .filter_map(|text| Some(key(text, usize::MAX)?.into_owned()));
        let is_composite = |text: &&str| text.trim_start().starts_with(['[', '{']);
        Self {
            composite: texts.iter().any(is_composite),
            list: if texts.len() <= FEW {
                List::Few(keys.collect())
            } else {
                List::Many(keys.collect())
            },
        }
    }

    fn contains(&self, key: &[u8]) -> bool {
        match &self.list {
            List::Few(keys) => keys.iter().any(|other| other == key),
            List::Many(keys) => keys.contains(key),
        }
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
        if allowed.contains(text, self.depth_left()) {
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

#[cfg(test)]
mod tests {
    use super::Allowed;

    const DEPTH: usize = 128;

    #[test]
    fn values_are_found_however_they_are_written() {
        static FEW: Allowed = Allowed::any_of(&["1", "[1.0]", r#"{"a":1,"b":"c"}"#]);
        for text in [
            "1",
            "1.00",
            "10e-1",
            "[ 1e0 ]",
            r#"{ "b":"\u0063", "a": 1.0 }"#,
        ] {
            assert!(FEW.contains(text, DEPTH), "{text}");
        }
        for text in ["\"1\"", "[1,1]", r#"{"a":1}"#, "null"] {
            assert!(!FEW.contains(text, DEPTH), "{text}");
        }
    }

    #[test]
    fn a_long_list_is_searched_the_same_way() {
        static MANY: Allowed = Allowed::any_of(&[
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
            "16", "17",
        ]);
        assert!(MANY.contains("17", DEPTH) && MANY.contains("1.6e1", DEPTH));
        assert!(!MANY.contains("18", DEPTH) && !MANY.contains("[0]", DEPTH));
    }

    #[test]
    fn a_value_that_nests_too_deep_is_judged_without_recursion() {
        static NESTED: Allowed = Allowed::only(&["[[]]"]);
        static FLAT: Allowed = Allowed::only(&["1"]);
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        assert!(NESTED.contains(&deep, DEPTH));
        assert!(!FLAT.contains(&deep, DEPTH));
    }
}
