//! `enum` (Validation 2020-12 §6.1.2) and `const` (§6.1.3), which is an `enum` of one value.

use super::nearest::nearest;
use crate::canonical::key;
use crate::reader::{Reader, Sink, Stop, StringToken, Words};
use crate::report::{Failure, Said, Text, excerpt, kept};
use crate::write::{JsonWriter, ToJson};
use std::collections::HashSet;
use std::mem::ManuallyDrop;
use std::ops::Range;
use std::sync::OnceLock;

/// A list of this many values is spelt out in the help; of a longer one, the beginning.
const LISTED: usize = 12;
/// The index of no word.
pub(crate) const NO_WORD: usize = usize::MAX;
/// A value of the schema is shown up to this length.
const SHOWN: usize = 60;

/// Strings one of which a value must be, where nothing else is asked of it.
#[derive(Debug)]
pub struct Listed {
    /// `enum` or `const`.
    keyword: &'static str,
    /// Whether the schema's `type` asks for a string too, which is then an error of its own.
    typed: bool,
    words: Words,
}

impl Listed {
    /// The strings of a list.
    pub const fn new(keyword: &'static str, typed: bool, words: Words) -> Self {
        Self {
            keyword,
            typed,
            words,
        }
    }

    /// Writes the string with this index.
    pub fn write(&self, index: usize, json: &mut JsonWriter) {
        let word = self.words.list().get(index);
        word.unwrap_or(&"").write(json);
    }
}

/// The values that an `enum` or a `const` allows.
#[derive(Debug)]
pub struct Allowed {
    keyword: &'static str,
    /// As JSON texts.
    texts: Words,
    plain: Plain,
    /// Nothing drops a static, but what could would be compiled with every program.
    keys: ManuallyDrop<OnceLock<Keys>>,
}

impl Allowed {
    /// The values of an `enum`, as JSON texts.
    pub const fn any_of(texts: Words) -> Self {
        Self::new("enum", texts)
    }

    /// The value of a `const`, as JSON text.
    pub const fn only(texts: Words) -> Self {
        Self::new("const", texts)
    }

    const fn new(keyword: &'static str, texts: Words) -> Self {
        Self {
            keyword,
            texts,
            plain: Plain::of(texts.list()),
            keys: ManuallyDrop::new(OnceLock::new()),
        }
    }

    /// Whether the JSON text `text`, which was read before, is one of the values. One that nests
    /// deeper than `max_depth` was reported already and is let through.
    fn contains(&self, text: &str, max_depth: usize) -> bool {
        if matches!(text.as_bytes(), [b'[' | b'{', ..]) && self.plain.composites {
            return false;
        }
        let keys = self.keys.get_or_init(|| Keys::of(self.texts.list()));
        key(text, max_depth).is_none_or(|key| keys.contains(&key))
    }
}

/// Of which values in a list the text alone tells whether they are equal to one that is written
/// plainly itself.
#[derive(Debug)]
struct Plain {
    /// No string in the list has an escape.
    strings: bool,
    /// Each number in it is a short integer without fraction and exponent.
    numbers: bool,
    /// There are no arrays and objects in it.
    composites: bool,
}

impl Plain {
    const fn of(texts: &[&str]) -> Self {
        let mut plain = Self {
            strings: true,
            numbers: true,
            composites: true,
        };
        let mut at = 0;
        while at < texts.len() {
            match texts[at].as_bytes() {
                text @ [b'"', ..] if has_escape(text) => plain.strings = false,
                text @ [b'-' | b'0'..=b'9', ..] if !is_plain_number(text) => plain.numbers = false,
                [b'[' | b'{', ..] => plain.composites = false,
                _ => {}
            }
            at += 1;
        }
        plain
    }
}

const fn has_escape(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() && text[at] != b'\\' {
        at += 1;
    }
    at < text.len()
}

/// Whether a number is written as all short integers are that are equal to it and plain.
const fn is_plain_number(text: &[u8]) -> bool {
    let mut at = matches!(text, [b'-', ..]) as usize;
    while at < text.len() && text[at].is_ascii_digit() {
        at += 1;
    }
    at == text.len() && at <= 18 && !matches!(text, b"-0")
}

/// The values of a list by their keys.
#[derive(Debug)]
enum Keys {
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
        if texts.len() <= FEW {
            Self::Few(keys.collect())
        } else {
            Self::Many(keys.collect())
        }
    }

    fn contains(&self, key: &[u8]) -> bool {
        match self {
            Self::Few(keys) => keys.iter().any(|other| other == key),
            Self::Many(keys) => keys.contains(key),
        }
    }
}

/// The string `given` is none of the `allowed` strings.
#[cold]
pub(crate) fn string_said<'n>(
    keyword: &str,
    given: &str,
    allowed: impl Iterator<Item = &'n str> + Clone,
) -> Said {
    let list = list(allowed.clone().map(|value| format!("\"{value}\"")));
    let said = Said::new(quoting(keyword, &excerpt(given)));
    match nearest(given, allowed.clone()) {
        Some(meant) if allowed.count() > 1 => said.with_help(Text::quoting(
            format!("did you mean \"{meant}\"? Allowed: {list}"),
            format!("allowed: {list}"),
        )),
        Some(_) | None => said.with_help(format!("allowed: {list}")),
    }
}

/// The value `given`, a JSON text or the beginning of one, is none of the `allowed` ones.
#[cold]
pub(crate) fn value_said<'n>(
    keyword: &str,
    given: &str,
    allowed: impl Iterator<Item = &'n str>,
) -> Said {
    let given = match given.as_bytes().first() {
        Some(b'{') => "the object".to_owned(),
        Some(b'[') => "the array".to_owned(),
        Some(b'"') => "the string".to_owned(),
        _ => given.chars().take(SHOWN).collect(),
    };
    let list = list(allowed.map(|value| value.chars().take(SHOWN).collect()));
    Said::new(quoting(keyword, &given)).with_help(format!("allowed: {list}"))
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
    /// Reads a string that must be a listed one, of which nothing else is asked: which one it is, or
    /// [`NO_WORD`] where it is none of them, which is reported. What is given fits registers so.
    #[inline]
    pub(crate) fn word_here(&mut self, listed: &Listed) -> Result<usize, Stop> {
        match self.short_word(&listed.words) {
            Some(found) => Ok(found),
            None => self.word_with_care(listed),
        }
    }

    /// The same for nothing but its verdict. Takes the place `at` of the cursor and gives that of its end, as
    /// `Object::build_apart` does.
    #[inline]
    pub(crate) fn pass_word_here(&mut self, at: usize, listed: &Listed) -> Result<usize, Stop> {
        if let Some((_, end)) = self.short_word_at(at, &listed.words) {
            return Ok(end);
        }
        self.go_to(at);
        self.word_with_care(listed)?;
        Ok(self.position())
    }

    fn word_with_care(&mut self, listed: &Listed) -> Result<usize, Stop> {
        let Listed {
            keyword,
            typed,
            words,
        } = listed;
        let Some(text) = self.string_among(keyword, *typed, words)? else {
            return Ok(NO_WORD);
        };
        let found = self.index_among_here(keyword, &text, words)?;
        Ok(found.unwrap_or(NO_WORD))
    }

    /// Reads a string that must be one of `words`; `None` where something else stands, which is
    /// reported and skipped.
    ///
    /// `keyword` is `enum` or `const`; `typed` says whether the schema's `type` asks for a string
    /// too, which is then an error of its own.
    #[inline]
    pub fn string_among(
        &mut self,
        keyword: &'static str,
        typed: bool,
        words: &Words,
    ) -> Result<Option<StringToken<'a>>, Stop> {
        if let Some(text) = self.short_string() {
            return Ok(Some(text));
        }
        if self.peek() == Some(b'"') {
            return self.quoted().map(Some);
        }
        S::not_a_string(self, keyword, typed, words.list())?;
        Ok(None)
    }

    /// Which of `words` a string is; `None` where it is none of them, which is reported.
    #[inline]
    pub fn index_among(
        &mut self,
        keyword: &'static str,
        given: &StringToken<'_>,
        words: &Words,
    ) -> Result<Option<usize>, Stop> {
        S::index_among(self, keyword, given, words)
    }

    #[inline]
    pub(crate) fn index_among_here(
        &mut self,
        keyword: &'static str,
        given: &StringToken<'_>,
        words: &Words,
    ) -> Result<Option<usize>, Stop> {
        let found = self.index_in(given, words);
        if found.is_none() {
            self.not_among(keyword, given, words.list())?;
        }
        Ok(found)
    }

    #[cold]
    fn not_among(
        &mut self,
        keyword: &'static str,
        given: &StringToken<'_>,
        names: &'static [&'static str],
    ) -> Result<(), Stop> {
        self.sink().fail(|| {
            let text = kept(&given.text());
            let names = names.iter().copied();
            let said = move || string_said(keyword, &text, names.clone());
            Failure::later(keyword, given.span(), said)
        })
    }

    pub(crate) fn not_a_string_here(
        &mut self,
        keyword: &'static str,
        typed: bool,
        names: &'static [&'static str],
    ) -> Result<(), Stop> {
        let start = self.position();
        if typed {
            self.wrong_type(crate::JsonType::String.into())?;
        } else {
            self.skip()?;
        }
        let span = start..self.position();
        let text = self.text_of(span.clone());
        self.sink().fail(|| {
            let text = kept(text);
            Failure::later(keyword, span, move || {
                let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
                value_said(keyword, &text, quoted.iter().map(String::as_str))
            })
        })
    }

    /// Checks that the value at hand is one of the `allowed` ones; it stays at hand.
    #[inline]
    pub fn listed(&mut self, allowed: &'static Allowed) -> Result<(), Stop> {
        S::listed(self, allowed)
    }

    pub(crate) fn listed_here(&mut self, allowed: &'static Allowed) -> Result<(), Stop> {
        self.peek();
        let (span, found) = match self.find_plain(allowed) {
            Some(found) => found,
            None => self.find_by_key(allowed)?,
        };
        if found {
            return Ok(());
        }
        let text = self.text_of(span.clone());
        self.sink().fail(|| {
            let (keyword, texts) = (allowed.keyword, allowed.texts.list().iter().copied());
            let text = kept(text);
            Failure::later(keyword, span, move || {
                value_said(keyword, &text, texts.clone())
            })
        })
    }

    /// Where the value at hand stands and whether it is one of the `allowed` ones, if its text
    /// tells.
    fn find_plain(&self, allowed: &Allowed) -> Option<(Range<usize>, bool)> {
        let span = self.plain_extent()?;
        let text = self.text_of(span.clone()).as_bytes();
        let tells = match text.first()? {
            b'"' => allowed.plain.strings,
            b'-' | b'0'..=b'9' => allowed.plain.numbers && is_plain_number(text),
            _ => true,
        };
        tells.then(|| (span.clone(), self.index_at(span, &allowed.texts).is_some()))
    }

    #[inline(never)]
    fn find_by_key(&mut self, allowed: &Allowed) -> Result<(Range<usize>, bool), Stop> {
        let span = self.extent()?;
        let text = self.text_of(span.clone());
        Ok((span, allowed.contains(text, self.depth_left())))
    }

    /// The same for values that are no strings; strings are judged where they are read.
    #[inline]
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
    use crate::__words as words;
    use crate::reader::{Reader, Settings, Verdict};

    const DEPTH: usize = 128;

    /// Asks in both ways where both tell.
    #[track_caller]
    fn check(allowed: &'static Allowed, text: &str, expected: bool) {
        assert_eq!(allowed.contains(text, DEPTH), expected, "{text}");
        let document = format!(" {text} ");
        let mut reader = Reader::new(&document, Settings::DEFAULT, Verdict);
        assert_eq!(reader.listed(allowed).is_ok(), expected, "{text}");
    }

    #[test]
    fn values_are_found_however_they_are_written() {
        static FEW: Allowed = Allowed::any_of(words!["1", "[1.0]", r#"{"a":1,"b":"c"}"#]);
        for text in [
            "1",
            "1.00",
            "10e-1",
            "[ 1e0 ]",
            r#"{ "b":"\u0063", "a": 1.0 }"#,
        ] {
            check(&FEW, text, true);
        }
        for text in ["\"1\"", "[1,1]", r#"{"a":1}"#, "null"] {
            check(&FEW, text, false);
        }
    }

    #[test]
    fn a_long_list_is_searched_the_same_way() {
        static MANY: Allowed = Allowed::any_of(words![
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
            "16", "17",
        ]);
        for (text, expected) in [("17", true), ("1.6e1", true), ("18", false), ("[0]", false)] {
            check(&MANY, text, expected);
        }
    }

    #[test]
    fn what_is_written_oddly_in_the_list_is_found_too() {
        static PLAIN: Allowed = Allowed::any_of(words!["\"a\"", "1", "-1", "0", "null"]);
        static ODD: Allowed = Allowed::any_of(words![
            "\"a\\\"\"",
            "1.0",
            "-0",
            "123456789012345678901",
            "true"
        ]);
        for (text, expected) in [
            ("\"a\\\"\"", true),
            ("\"a\\u0022\"", true),
            ("\"a\"", false),
            ("1", true),
            ("0", true),
            ("-0.0", true),
            ("-1", false),
            ("123456789012345678901", true),
            ("12345678901234567890e1", false),
            ("true", true),
            ("false", false),
        ] {
            check(&ODD, text, expected);
        }
        for (text, expected) in [
            ("\"a\"", true),
            ("\"\\u0061\"", true),
            ("\"b\"", false),
            ("1", true),
            ("1.0", true),
            ("1e0", true),
            ("1.5", false),
            ("-1", true),
            ("-0", true),
            ("null", true),
            ("true", false),
            ("[]", false),
        ] {
            check(&PLAIN, text, expected);
        }
    }

    #[test]
    fn a_value_that_nests_too_deep_is_judged_without_recursion() {
        static NESTED: Allowed = Allowed::only(words!["[[]]"]);
        static FLAT: Allowed = Allowed::only(words!["1"]);
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        assert!(NESTED.contains(&deep, DEPTH));
        assert!(!FLAT.contains(&deep, DEPTH));
    }
}
