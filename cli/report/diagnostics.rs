//! What the compiler says of a schema, in the form in which reports show errors of documents.

use crate::input::shown;
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;
use tollgate_codegen::{Diagnostic, Severity};
use tollgate_core::report::visible;

/// The schema that diagnostics are about.
pub(super) struct Source<'s> {
    pub(super) name: &'s str,
    pub(super) text: &'s str,
    pub(super) colours: bool,
}

/// Of a longer line, this many characters are shown before the place,
const BEFORE: usize = 40;
/// and this many from the place on.
const FROM: usize = 80;

/// One diagnostic: its place and message, the line with the place marked, and what to do.
pub(super) fn block(found: &Diagnostic, source: &Source<'_>) -> String {
    let (word, colour) = match found.severity() {
        Severity::Error => ("error", AnsiColor::BrightRed),
        Severity::Warning => ("warning", AnsiColor::Yellow),
    };
    let loud = style(source.colours, Style::new().bold());
    let mark = style(source.colours, colour.on_default().bold());
    let edge = style(source.colours, AnsiColor::BrightBlue.on_default().bold());
    let (line, column) = (found.line(), found.column());
    let number = line.to_string();
    let pad = " ".repeat(number.len());
    let (excerpt, before, marked) = excerpt(source.text, line, column);
    let title = format!("{word}: {}", title(found));
    let carets = "^".repeat(marked);
    let spaces = " ".repeat(before);
    let mut block = format!(
        "{loud}{}:{line}:{column}: {title}{loud:#}\n\
         {edge}{pad} |{edge:#}\n\
         {edge}{number} |{edge:#} {excerpt}\n\
         {edge}{pad} |{edge:#} {spaces}{mark}{carets}{mark:#}\n",
        source.name
    );
    if let Some(help) = found.help() {
        let help = shown(help);
        // Writing into a string does not fail.
        let _ = write!(
            block,
            "{edge}{pad} |{edge:#}\n{edge}{pad} = {edge:#}{loud}help{loud:#}: {help}\n"
        );
    }
    block.push('\n');
    block
}

fn title(found: &Diagnostic) -> String {
    match found.location() {
        "" => shown(found.message()),
        pointer => format!("{} at {}", shown(found.message()), shown(pointer)),
    }
}

fn style(colours: bool, style: Style) -> Style {
    if colours { style } else { Style::new() }
}

/// The part of a line around a place, how much of it stands before the place, and how much of it is
/// the token there.
fn excerpt(text: &str, line: usize, column: usize) -> (String, usize, usize) {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or("");
    let line = line.strip_suffix('\r').unwrap_or(line);
    let place = column.saturating_sub(1);
    let first = place.saturating_sub(BEFORE);
    let mut excerpt = String::new();
    // What is cut off takes one of the characters.
    let skipped = if first > 0 {
        excerpt.push('…');
        first + 1
    } else {
        0
    };
    let mut rest = line.chars().skip(skipped);
    excerpt.extend(rest.by_ref().take(place - skipped.min(place)).map(in_line));
    let before = excerpt.chars().count();
    let from: Vec<char> = rest.by_ref().take(FROM).collect();
    let marked = token_length(&from);
    if rest.next().is_some() {
        excerpt.extend(from.iter().take(FROM - 1).copied().map(in_line));
        excerpt.push('…');
    } else {
        excerpt.extend(from.into_iter().map(in_line));
    }
    (excerpt, before, marked)
}

/// The length of the token that `text` begins with: a string, a word, a number, else one character.
fn token_length(text: &[char]) -> usize {
    let length = if let Some(('"', rest)) = text.split_first() {
        let mut escaped = false;
        let end = rest.iter().position(|&character| {
            let ends = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        end.map_or(text.len(), |end| end + 2)
    } else {
        let in_word =
            |character: &&char| character.is_alphanumeric() || "+-.".contains(**character);
        text.iter().take_while(in_word).count()
    };
    length.max(1)
}

/// Indentation stays as it is in an excerpt.
fn in_line(character: char) -> char {
    if character == '\t' {
        ' '
    } else {
        visible(character)
    }
}
