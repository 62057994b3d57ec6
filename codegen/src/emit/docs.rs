//! Documentation: what the schema says to people, made safe for rustdoc. Nothing in it becomes
//! code, a test, a link or markup.

use crate::ir::Annotations;
use proc_macro2::TokenStream;
use quote::quote;

/// `#[doc = …]` lines for a type, with the place of its schema.
pub(super) fn of_type(annotations: &Annotations, fallback: &str, location: &str) -> TokenStream {
    let place = match location {
        "" => "Schema: the document's root.".to_owned(),
        pointer => format!("Schema: {}.", code(pointer)),
    };
    lines(&[
        text(annotations, fallback),
        examples(annotations),
        vec![place],
    ])
}

/// `#[doc = …]` lines for a field or a variant; `own` is what is said where it is used, `target`
/// what the reference leads to.
pub(super) fn of_field(own: &Annotations, target: &Annotations, fallback: &str) -> TokenStream {
    let annotations = if own.description.is_some() {
        own
    } else {
        target
    };
    lines(&[text(annotations, fallback), examples(annotations)])
}

/// A single line that is ours.
pub(super) fn line(text: &str) -> TokenStream {
    lines(&[vec![text.to_owned()]])
}

/// A text of the schema as code in a sentence of ours.
pub(super) fn code(text: &str) -> String {
    let shown: String = text.chars().map(visible).collect();
    if shown.contains('`') {
        format!("`` {shown} ``")
    } else {
        format!("`{shown}`")
    }
}

pub(super) fn deprecated(annotations: &Annotations) -> TokenStream {
    if annotations.deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}

/// Paragraphs, an empty line between each two.
fn lines(paragraphs: &[Vec<String>]) -> TokenStream {
    let paragraphs: Vec<&Vec<String>> = paragraphs
        .iter()
        .filter(|lines| !lines.is_empty())
        .collect();
    let mut all = Vec::new();
    for (index, lines) in paragraphs.iter().enumerate() {
        if index > 0 {
            all.push(String::new());
        }
        all.extend(lines.iter().cloned());
    }
    let all = all.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #all])*)
}

fn text(annotations: &Annotations, fallback: &str) -> Vec<String> {
    let own = annotations
        .description
        .as_deref()
        .or(annotations.title.as_deref());
    match own.map(str::trim) {
        Some(own) if !own.is_empty() => own.lines().map(plain).collect(),
        _ => vec![fallback.to_owned()],
    }
}

fn examples(annotations: &Annotations) -> Vec<String> {
    let shown: Vec<String> = annotations
        .examples
        .iter()
        .filter(|example| example.len() <= 80)
        .take(3)
        .map(|example| code(example))
        .collect();
    match shown.as_slice() {
        [] => Vec::new(),
        [one] => vec![format!("Example: {one}")],
        several => vec![format!("Examples: {}", several.join(", "))],
    }
}

/// A line of a description as plain text: no indentation, which would make it a code block, and
/// nothing that Markdown, HTML or rustdoc's links give a meaning.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    for character in line.trim().chars().map(visible) {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '|'
        ) {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

/// Control characters and those that turn the direction of text would be refused in source code,
/// or would show something else than they are (CVE-2021-42574).
fn visible(character: char) -> char {
    match character {
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => ' ',
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => '\u{fffd}',
        '\u{2060}'..='\u{206f}' | '\u{feff}' => '\u{fffd}',
        other => other,
    }
}
