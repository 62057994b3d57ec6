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

/// What is said behind one of several that are alike.
pub(super) fn and_more(count: usize, noun: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!(" and one more {noun}"),
        count => format!(" and {count} more {noun}s"),
    }
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

/// A line of a description: no indentation, which would make it a code block, and nothing that
/// HTML, headings or rustdoc's links give a meaning. Pieces of code stay what they are.
fn plain(line: &str) -> String {
    let line: String = line.trim().chars().map(visible).collect();
    let has_code = line.matches('`').count().is_multiple_of(2) && !line.contains("``");
    if !has_code {
        return prose(&line);
    }
    let pieces = line.split('`').enumerate();
    let pieces = pieces.map(|(index, piece)| {
        if index % 2 == 1 {
            format!("`{piece}`")
        } else {
            prose(piece)
        }
    });
    pieces.collect()
}

fn prose(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let is_address = word.starts_with("https://") || word.starts_with("http://");
        if is_address && !word.contains(['<', '>', '`']) {
            address(word)
        } else {
            escaped(word)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// An address as a link; a bare one is against rustdoc's lints.
fn address(word: &str) -> String {
    let end = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'']);
    format!("<{end}>{}", escaped(&word[end.len()..]))
}

fn escaped(word: &str) -> String {
    let mut escaped = String::new();
    for character in word.chars() {
        if matches!(
            character,
            '\\' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '|'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Control characters and those that turn the direction of text would be refused in source code,
/// or would show something else than they are (CVE-2021-42574).
fn visible(character: char) -> char {
    match character {
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => ' ',
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn descriptions_become_neither_markup_nor_tests() {
        let cases = [
            ("    indented();", "indented();"),
            ("```rust", r"\`\`\`rust"),
            ("a `Vec<T>` of [x]", r"a `Vec<T>` of \[x\]"),
            ("<script>", r"\<script\>"),
            (
                "see https://example.com/a_b.",
                "see <https://example.com/a_b>.",
            ),
            ("# no heading", r"\# no heading"),
            ("snake_case \u{202e}x", "snake_case \u{fffd}x"),
        ];
        for (line, expected) in cases {
            assert_eq!(plain(line), expected);
        }
    }
}
