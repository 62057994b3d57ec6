//! The only authority on Rust identifiers: how a name of the schema is spelt, and what happens when
//! two are spelt alike.

use proc_macro2::{Ident, Span};
use std::collections::BTreeSet;

/// `invoicesPayInfos` and `INTERNET BANKING` as a type or a variant: `InvoicesPayInfos`,
/// `InternetBanking`.
pub(crate) fn type_case(name: &str) -> String {
    let camel: String = words(name).iter().map(|word| capitalised(word)).collect();
    identifier(camel, "Value")
}

/// `buyerB2BId` as a field or a function: `buyer_b2b_id`.
pub(crate) fn field_case(name: &str) -> String {
    let words: Vec<String> = words(name).iter().map(|word| word.to_lowercase()).collect();
    identifier(words.join("_"), "value")
}

/// `currency` as a constant: `CURRENCY`.
pub(crate) fn constant_case(name: &str) -> String {
    let words: Vec<String> = words(name).iter().map(|word| word.to_uppercase()).collect();
    identifier(words.join("_"), "VALUE")
}

/// The last words of a schema's location: they say where it stands.
pub(crate) fn last_words(location: &str) -> String {
    let mut words: Vec<&str> = location.rsplit('/').take(3).collect();
    words.reverse();
    words.join("_")
}

pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The local variable for a field, apart from the names that reading functions use themselves. No
/// field has two underscores in a row.
pub(crate) fn local(field: &str) -> Ident {
    let is_variable = matches!(
        field,
        "r" | "obj" | "index" | "next" | "count" | "evaluated" | "mark"
    );
    let is_function = ["read", "judge", "matched"]
        .iter()
        .any(|prefix| field.starts_with(prefix));
    let is_used = is_variable || is_function;
    if is_used {
        ident(&format!("{field}__"))
    } else {
        ident(field)
    }
}

/// The first of `candidates` that is not taken, else the last one with a number; it is taken then.
pub(crate) fn unused(taken: &mut BTreeSet<String>, candidates: &[String]) -> String {
    let free = candidates
        .iter()
        .find(|name| !taken.contains(*name))
        .cloned();
    let name = free.unwrap_or_else(|| {
        let last = candidates.last().map_or("Value", String::as_str);
        let numbered = (2u64..).map(|number| format!("{last}{number}"));
        numbered
            .into_iter()
            .find(|name| !taken.contains(name))
            .unwrap_or_default()
    });
    taken.insert(name.clone());
    name
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first
        .chain(characters.flat_map(char::to_lowercase))
        .collect()
}

/// The words of a name. They are divided by what is no letter and no digit, where a capital follows
/// a small letter, and before the last capital of a run that small letters follow. Digits belong to
/// the word before them, and an acronym goes on behind them: `buyerB2BId` is buyer, B2B, Id.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = name.chars().collect();
    for (index, &character) in characters.iter().enumerate() {
        if !unicode_ident::is_xid_continue(character) || character == '_' {
            words.extend(take(&mut word));
            continue;
        }
        let next_is_small = characters
            .get(index + 1)
            .is_some_and(|next| next.is_lowercase());
        if character.is_uppercase() && begins_word(&word, next_is_small) {
            words.extend(take(&mut word));
        }
        word.push(character);
    }
    words.extend(take(&mut word));
    words
}

fn take(word: &mut String) -> Option<String> {
    (!word.is_empty()).then(|| std::mem::take(word))
}

/// Whether a capital begins a new word behind `word`.
fn begins_word(word: &str, next_is_small: bool) -> bool {
    let is_acronym = !word.chars().any(char::is_lowercase);
    !is_acronym || (next_is_small && word.chars().any(char::is_uppercase))
}

/// Makes an identifier of a name in its case: no keyword, no leading digit, not empty.
fn identifier(name: String, fallback: &str) -> String {
    let name = match name.chars().next() {
        None => fallback.to_owned(),
        Some(first) if unicode_ident::is_xid_start(first) => name,
        Some(_) => format!("{}{name}", if fallback == "value" { "n" } else { "N" }),
    };
    if KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// Keywords of all editions, reserved ones included (Rust reference, "Keywords").
const KEYWORDS: [&str; 53] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_conventions_of_rust() {
        let cases = [
            ("buyerB2BId", "buyer_b2b_id", "BuyerB2bId"),
            ("b2bIds", "b2b_ids", "B2bIds"),
            ("invoicesPayInfos", "invoices_pay_infos", "InvoicesPayInfos"),
            ("INTERNET BANKING", "internet_banking", "InternetBanking"),
            ("businessVPA", "business_vpa", "BusinessVpa"),
            ("HTTPServer", "http_server", "HttpServer"),
            ("response_code", "response_code", "ResponseCode"),
            ("type", "type_", "Type"),
            ("self", "self_", "Self_"),
            ("utf8String", "utf8_string", "Utf8String"),
            ("3d", "n3d", "N3d"),
            ("$ref", "ref_", "Ref"),
            ("", "value", "Value"),
            ("🙂", "value", "Value"),
            ("größe", "größe", "Größe"),
        ];
        for (name, field, type_) in cases {
            assert_eq!(
                (field_case(name), type_case(name)),
                (field.into(), type_.into()),
                "{name}"
            );
        }
    }

    #[test]
    fn equal_names_are_told_apart() {
        let mut taken = BTreeSet::new();
        let names = ["Tag".to_owned(), "DeviceTag".to_owned()];
        let found: Vec<String> = (0..4).map(|_| unused(&mut taken, &names)).collect();
        assert_eq!(found, ["Tag", "DeviceTag", "DeviceTag2", "DeviceTag3"]);
    }
}
