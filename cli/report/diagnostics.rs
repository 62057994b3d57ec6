//! What the compiler says of a schema, in the form in which reports show errors of documents.

use crate::input::shown;
use anstyle::{AnsiColor, Style};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use tollgate_codegen::{Diagnostic, Remote, Severity};
use tollgate_core::report::visible;

/// The schema that diagnostics are about, and the documents that it refers to.
pub(crate) struct Sources<'s> {
    /// As messages name the schema.
    pub(super) name: &'s str,
    text: &'s str,
    /// The texts of other documents, by their names.
    others: BTreeMap<&'s str, &'s str>,
}

impl<'s> Sources<'s> {
    /// `file` is what the compiler calls the schema.
    pub(crate) fn new(name: &'s str, file: &str, text: &'s str, remotes: &'s [Remote]) -> Self {
        let others = remotes.iter();
        let others = others.map(|remote| (remote.file.as_str(), remote.text.as_str()));
        Self {
            name,
            text,
            others: others.filter(|&(other, _)| other != file).collect(),
        }
    }

    /// The name and the text of another document, if a diagnostic is about one.
    pub(super) fn other(&self, found: &Diagnostic) -> Option<(&'s str, &'s str)> {
        let (name, text) = self.others.get_key_value(found.file())?;
        Some((name, text))
    }
}

/// Of a longer line, this many characters are shown before the place,
const BEFORE: usize = 40;
/// and this many from the place on.
const FROM: usize = 80;

/// One diagnostic: its place and message, the line with the place marked, and what to do.
pub(super) fn block(found: &Diagnostic, sources: &Sources<'_>, colours: bool) -> String {
    let (name, text) = match sources.other(found) {
        Some((name, text)) => (shown(name), text),
        None => (sources.name.to_owned(), sources.text),
    };
    let colour = match found.severity() {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Lint => AnsiColor::BrightCyan,
    };
    let loud = style(colours, Style::new().bold());
    let mark = style(colours, colour.on_default().bold());
    let edge = style(colours, AnsiColor::BrightBlue.on_default().bold());
    let (line, column) = (found.line(), found.column());
    let number = line.to_string();
    let pad = " ".repeat(number.len());
    let (excerpt, before, marked) = excerpt(text, line, column);
    let title = format!("{}: {}", word(found), title(found));
    let carets = "^".repeat(marked);
    let spaces = " ".repeat(before);
    let mut block = format!(
        "{loud}{name}:{line}:{column}: {title}{loud:#}\n\
         {edge}{pad} |{edge:#}\n\
         {edge}{number} |{edge:#} {excerpt}\n\
         {edge}{pad} |{edge:#} {spaces}{mark}{carets}{mark:#}\n"
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

/// What is no error can be allowed by its code.
fn word(found: &Diagnostic) -> String {
    let (severity, code) = (found.severity(), found.code());
    match severity {
        Severity::Error => severity.name().to_owned(),
        Severity::Warning | Severity::Lint => format!("{}[{code}]", severity.name()),
    }
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
