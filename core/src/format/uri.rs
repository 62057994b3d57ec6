//! `uri`, `uri-reference`, `iri`, `iri-reference` (RFC 3986, RFC 3987) and `uri-template`
//! (RFC 6570).

use super::Wrong;
use super::grammar::engine;
use crate::pattern::Regex;
use iri_string::spec::{IriSpec, Spec, UriSpec};
use iri_string::validate::{iri as validate, iri_reference as validate_reference};
use std::sync::LazyLock;

pub(super) fn uri(text: &str) -> Result<(), Wrong> {
    absolute::<UriSpec>(text)
}

pub(super) fn iri(text: &str) -> Result<(), Wrong> {
    absolute::<IriSpec>(text)
}

pub(super) fn uri_reference(text: &str) -> Result<(), Wrong> {
    reference::<UriSpec>(text)
}

pub(super) fn iri_reference(text: &str) -> Result<(), Wrong> {
    reference::<IriSpec>(text)
}

fn absolute<S: Spec>(text: &str) -> Result<(), Wrong> {
    match validate::<S>(text) {
        Ok(()) => Ok(()),
        Err(_) if validate_reference::<S>(text).is_ok() => Err("the scheme is missing"),
        Err(_) => Err(character(text)),
    }
}

fn reference<S: Spec>(text: &str) -> Result<(), Wrong> {
    validate_reference::<S>(text).map_err(|_| character(text))
}

/// What is wrong with a text that is no reference at all, if a character alone makes it so.
fn character(text: &str) -> Wrong {
    let never = |byte: u8| byte <= b' ' || b"\"<>\\^`{|}\x7f".contains(&byte);
    if text.bytes().any(never) {
        "there is a character in it that must be written as `%` and two digits"
    } else if !text.is_ascii() && validate_reference::<IriSpec>(text).is_ok() {
        "characters that are not ASCII must be written as `%` and two digits"
    } else {
        ""
    }
}

/// The grammar of RFC 6570 §2, with the `'` of erratum 6937. Crates for templates leave out parts of
/// it.
const TEMPLATE: &str = r"(?x) ^ (?:
    [!\#$&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]
  | [[\x{A0}-\x{10FFFD}]--[\x{FFF0}-\x{FFFF}\x{E0000}-\x{E0FFF}\p{NChar}]]
  | % [0-9A-Fa-f]{2}
  | \{
      [+\#./;?&=,!@|]?
      VARIABLE (?: , VARIABLE )*
    \}
  )* $";
const VARIABLE: &str = r"
    CHARACTER (?: \.? CHARACTER )* (?: \* | : [1-9] [0-9]{0,3} )?";
const CHARACTER: &str = r"(?: [A-Za-z0-9_] | % [0-9A-Fa-f]{2} )";

pub(super) fn template(text: &str) -> Result<(), Wrong> {
    static ENGINE: LazyLock<Regex> = LazyLock::new(|| {
        let variable = VARIABLE.replace("CHARACTER", CHARACTER);
        engine(&TEMPLATE.replace("VARIABLE", &variable))
    });
    if ENGINE.is_match(text.as_bytes()) {
        return Ok(());
    }
    if text.matches('{').count() == text.matches('}').count() {
        Err("")
    } else {
        Err("a brace has no partner")
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn a_uri_has_a_scheme_and_a_reference_need_not() {
        let absolute = [
            "a:",
            "https://user@example.com:8080/p/a%20th?q#f",
            "urn:a:b",
            "http://[::1]/",
        ];
        let relative = ["", "a", "//host", "?q", "#f", "../a;b"];
        let neither = [
            ":",
            "a b",
            "a%",
            "a%2",
            "http://[::1",
            "http://a:b/",
            "\\\\a",
            "<a>",
            "a#b#c",
            "{a}",
        ];
        let foreign = ["http://é.example/ü?é#é"];
        examples(
            Format::Uri,
            &absolute,
            &[&relative[..], &neither, &foreign].concat(),
        );
        examples(
            Format::UriReference,
            &[&absolute[..], &relative].concat(),
            &[&neither[..], &foreign].concat(),
        );
        examples(
            Format::Iri,
            &[&absolute[..], &foreign].concat(),
            &[&relative[..], &neither].concat(),
        );
        examples(
            Format::IriReference,
            &[&absolute[..], &relative, &foreign].concat(),
            &neither,
        );
    }

    #[test]
    fn templates_have_expressions() {
        examples(
            Format::UriTemplate,
            &[
                "",
                "a",
                "{a}",
                "{+a,b}/{#c:3}{?d*}",
                "{a.b}",
                "é\u{1f600}",
                "{%41}",
                "{=a}",
            ],
            &[
                "{",
                "}",
                "{}",
                "{a",
                "{a:0}",
                "{a b}",
                "{a:10000}",
                "a%",
                "<",
                "{a*:1}",
            ],
        );
    }
}
