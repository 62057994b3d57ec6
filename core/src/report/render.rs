//! Reports for people: a block for each error with the line of the source and the place marked.

use super::{Report, ValidationError, visible};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// How a report is rendered.
///
/// ```
/// use tollgate_core::{Json, Schema, report::Rendering};
///
/// let source = b"{\"a\": 01}";
/// let report = Json::from_json(source).unwrap_err();
/// let text = Rendering::new().origin("a.json").render(&report, source);
/// assert!(text.contains("a.json:1:7"), "{text}");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Rendering {
    origin: Option<String>,
    colours: bool,
    place_first: bool,
}

/// Of a longer line, this many characters before the place are shown,
const BEFORE: usize = 40;
/// and this many from the place on.
const FROM: usize = 80;

/// So many of the errors inside alternatives are shown.
const BRANCHES: usize = 6;

impl Rendering {
    /// Plain text, no file name.
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the file that was read.
    #[must_use]
    pub fn origin(mut self, name: impl Into<String>) -> Self {
        self.origin = Some(name.into());
        self
    }

    /// Says whether to use the colours of a terminal.
    #[must_use]
    pub fn colours(mut self, yes: bool) -> Self {
        self.colours = yes;
        self
    }

    /// Begins each block with `file:line:column: error:`, which editors and tools can follow.
    #[must_use]
    pub fn place_first(mut self, yes: bool) -> Self {
        self.place_first = yes;
        self
    }

    /// The text: one block for each error, and a closing count.
    pub fn render(&self, report: &Report, source: &[u8]) -> String {
        let mut text = self.blocks(report, source);
        text.push_str(&count(report));
        text.push('\n');
        text
    }

    /// The blocks alone, for those who count the errors of several reports together.
    ///
    /// ```
    /// use tollgate_core::{Json, Schema, report::Rendering};
    ///
    /// let source = b"[1, 2,, 3]";
    /// let report = Json::from_json(source).unwrap_err();
    /// let rendering = Rendering::new().origin("a.json").place_first(true);
    /// let text = rendering.blocks(&report, source);
    /// assert!(text.starts_with("a.json:1:7: error: expected"), "{text}");
    /// ```
    pub fn blocks(&self, report: &Report, source: &[u8]) -> String {
        let renderer = if self.colours {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = String::new();
        for error in report {
            text.push_str(&self.rendered(&renderer, error, source));
            text.push_str("\n\n");
        }
        text
    }

    fn rendered(&self, renderer: &Renderer, error: &ValidationError, source: &[u8]) -> String {
        let name = self.origin.as_deref().unwrap_or("<input>");
        let (Some(span), Some(line), Some(column)) = (error.span(), error.line(), error.column())
        else {
            return renderer.render(&[with_advice(headed(error), error)]);
        };
        let (excerpt, marked) = line_excerpt(source, span);
        let shown_column = excerpt[..marked.start].chars().count() + 1;
        let snippet = Snippet::source(excerpt)
            .line_start(line)
            .annotation(AnnotationKind::Primary.span(marked));
        if self.place_first {
            let title = format!("{name}:{line}:{column}: error: {}", title(error));
            let block = Group::with_title(Level::ERROR.no_name().primary_title(title));
            return renderer.render(&[with_advice(block.element(snippet), error)]);
        }
        let block = headed(error).element(snippet.path(name));
        let text = renderer.render(&[with_advice(block, error)]);
        if shown_column == column {
            return text;
        }
        // The renderer counts columns in the excerpt, which may begin late in the line.
        let title_end = text.find('\n').unwrap_or(0);
        let (title, rest) = text.split_at(title_end);
        let shown = format!("{name}:{line}:{shown_column}");
        format!(
            "{title}{}",
            rest.replacen(&shown, &format!("{name}:{line}:{column}"), 1)
        )
    }
}

fn headed(error: &ValidationError) -> Group<'_> {
    Group::with_title(Level::ERROR.primary_title(title(error)).id(error.keyword()))
}

fn title(error: &ValidationError) -> String {
    match error.instance_location() {
        "" => error.message().to_owned(),
        pointer => format!("{} at {}", error.message(), shown(pointer)),
    }
}

/// Adds what to do, which part of the schema asks for it, and what stands against each alternative.
fn with_advice<'e>(block: Group<'e>, error: &'e ValidationError) -> Group<'e> {
    let block = match error.help() {
        Some(help) => block.element(Level::HELP.message(help)),
        None => block,
    };
    let block = match error.schema_location() {
        "" => block,
        pointer => block.element(Level::NOTE.message(format!("schema: {}", shown(pointer)))),
    };
    let branches = error.branches();
    let notes = branches.iter().take(BRANCHES).map(|branch| {
        let schema = shown(branch.schema_location());
        format!("tried {schema}: {}", title(branch))
    });
    let more = branches.len().saturating_sub(BRANCHES);
    let more = (more > 0).then(|| format!("tried others: {more} more errors"));
    notes.chain(more).fold(block, |block, note| {
        block.element(Level::NOTE.message(note))
    })
}

fn count(report: &Report) -> String {
    match (report.len(), report.more()) {
        (1, 0) => "1 error".to_owned(),
        (shown, 0) => format!("{shown} errors"),
        (shown, more) => format!("{} errors, the first {shown} shown", shown + more),
    }
}

fn shown(pointer: &str) -> String {
    pointer.chars().map(visible).collect()
}

/// The part of the line around `span` that is shown, and where in it the mark goes.
fn line_excerpt(source: &[u8], span: Range<usize>) -> (String, Range<usize>) {
    let start = span.start.min(source.len());
    let line_start = source[..start]
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let line_end = source[start..]
        .iter()
        .position(|&byte| byte == b'\n')
        .map_or(source.len(), |at| start + at);
    let marked_end = span.end.clamp(start, line_end);

    let mut excerpt = last_characters(&source[line_start..start], BEFORE);
    let marked = excerpt.len();
    excerpt.push_str(&first_characters(&source[start..marked_end], FROM));
    let marked = marked..excerpt.len();
    excerpt.push_str(&first_characters(&source[marked_end..line_end], FROM));
    (excerpt, marked)
}

/// The end of `bytes` as text that is safe to show. Four bytes hold any character.
fn last_characters(bytes: &[u8], most: usize) -> String {
    let window = &bytes[bytes.len().saturating_sub(most * 4)..];
    let characters: Vec<char> = String::from_utf8_lossy(window).chars().collect();
    let kept = &characters[characters.len().saturating_sub(most)..];
    let cut = if kept.len() < characters.len() || window.len() < bytes.len() {
        "…"
    } else {
        ""
    };
    cut.chars()
        .chain(kept.iter().map(|&character| shown_in_line(character)))
        .collect()
}

/// The beginning of `bytes` as text that is safe to show.
fn first_characters(bytes: &[u8], most: usize) -> String {
    let window = &bytes[..bytes.len().min(most * 4)];
    let characters: Vec<char> = String::from_utf8_lossy(window).chars().collect();
    let kept = &characters[..characters.len().min(most)];
    let cut = if kept.len() < characters.len() || window.len() < bytes.len() {
        "…"
    } else {
        ""
    };
    kept.iter()
        .map(|&character| shown_in_line(character))
        .chain(cut.chars())
        .collect()
}

/// Indentation stays as it is in an excerpt.
fn shown_in_line(character: char) -> char {
    if character == '\t' {
        ' '
    } else {
        visible(character)
    }
}

#[cfg(test)]
mod tests {
    use super::Rendering;
    use crate::{Json, Schema as _};

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let report = Json::from_json(source.as_bytes()).expect_err("a malformed document");
        let text = Rendering::new()
            .origin("a.json")
            .blocks(&report, source.as_bytes());
        assert_eq!(text, expected);
    }

    #[test]
    fn a_block_shows_the_line_and_marks_the_place() {
        check(
            "{\n\t\"ü\": 1x}",
            "error[syntax]: expected `,` or `}`, found `x`\n --> a.json:2:8\n  |\n2 |  \"ü\": 1x}\n  \
             |        ^\n\n",
        );
    }

    #[test]
    fn of_a_long_line_a_part_is_shown_and_the_column_is_the_true_one() {
        let source = format!("[{}x]", "1, ".repeat(40));
        let report = Json::from_json(source.as_bytes()).expect_err("a malformed document");
        let text = Rendering::new()
            .origin("a.json")
            .blocks(&report, source.as_bytes());
        assert!(text.contains(" --> a.json:1:122\n"), "{text}");
        assert!(text.contains("1 | … 1, 1, 1, "), "{text}");
    }
}
