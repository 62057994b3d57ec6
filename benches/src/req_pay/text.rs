//! A document's text taken apart without a change of any value or of the members' order, and written
//! in other forms.

use std::fmt::Write;

/// A part of a document.
pub(crate) enum Text<'t> {
    Object(Vec<(&'t str, Text<'t>)>),
    Array(Vec<Text<'t>>),
    /// A number, a word, or a string with its quotes.
    Leaf(&'t str),
}

impl<'t> Text<'t> {
    /// Takes a compact document apart, which must be sound.
    pub(crate) fn of(compact: &'t str) -> Self {
        let mut rest = compact;
        let text = value(&mut rest);
        assert!(rest.is_empty(), "nothing follows the document");
        text
    }

    /// Without any white space.
    pub(crate) fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// Each member and item on a line of its own, indented by two spaces for each level.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out
    }

    /// Lets `change` put the members of each object into another order.
    pub(crate) fn reorder(&mut self, change: &mut impl FnMut(&mut Vec<(&'t str, Text<'t>)>)) {
        match self {
            Self::Object(members) => {
                change(members);
                for (_, value) in members {
                    value.reorder(change);
                }
            }
            Self::Array(items) => {
                for item in items {
                    item.reorder(change);
                }
            }
            Self::Leaf(_) => {}
        }
    }

    /// Lets `change` put another leaf in each one's place.
    pub(crate) fn replace(&mut self, change: &impl Fn(&'t str) -> &'t str) {
        match self {
            Self::Object(members) => {
                for (_, value) in members {
                    value.replace(change);
                }
            }
            Self::Array(items) => {
                for item in items {
                    item.replace(change);
                }
            }
            Self::Leaf(leaf) => *leaf = change(leaf),
        }
    }

    fn write(&self, out: &mut String, indent: Option<usize>) {
        let inner = indent.map(|indent| indent + 2);
        match self {
            Self::Leaf(leaf) => out.push_str(leaf),
            Self::Object(members) => {
                let colon = if indent.is_some() { ": " } else { ":" };
                list(out, "{}", indent, members, |out, (name, value)| {
                    let _ = write!(out, "{name}{colon}"); // to a `String`
                    value.write(out, inner);
                });
            }
            Self::Array(items) => {
                list(out, "[]", indent, items, |out, item| {
                    item.write(out, inner);
                });
            }
        }
    }
}

fn list<T>(
    out: &mut String,
    brackets: &str,
    indent: Option<usize>,
    parts: &[T],
    write: impl Fn(&mut String, &T),
) {
    let line = |out: &mut String, deeper: usize| {
        if let Some(indent) = indent {
            let _ = write!(out, "\n{:1$}", "", indent + deeper); // to a `String`
        }
    };
    out.push_str(&brackets[..1]);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        line(out, 2);
        write(out, part);
    }
    if !parts.is_empty() {
        line(out, 0);
    }
    out.push_str(&brackets[1..]);
}

fn value<'t>(rest: &mut &'t str) -> Text<'t> {
    match rest.as_bytes()[0] {
        b'{' => Text::Object(parts(rest, '}', |rest| {
            let name = leaf(rest);
            eat(rest, ':');
            (name, value(rest))
        })),
        b'[' => Text::Array(parts(rest, ']', value)),
        _ => Text::Leaf(leaf(rest)),
    }
}

fn parts<'t, T>(rest: &mut &'t str, end: char, mut part: impl FnMut(&mut &'t str) -> T) -> Vec<T> {
    *rest = &rest[1..];
    let mut parts = Vec::new();
    while !rest.starts_with(end) {
        if !parts.is_empty() {
            eat(rest, ',');
        }
        parts.push(part(rest));
    }
    eat(rest, end);
    parts
}

fn leaf<'t>(rest: &mut &'t str) -> &'t str {
    let mut is_escaped = false;
    let is_string = rest.starts_with('"');
    let end = rest.char_indices().skip(1).find(|&(_, character)| {
        let ends = match character {
            '"' => is_string && !is_escaped,
            ',' | ']' | '}' => !is_string,
            _ => false,
        };
        is_escaped = character == '\\' && !is_escaped;
        ends
    });
    let end = end.map_or(rest.len(), |(index, _)| index + usize::from(is_string));
    let (leaf, after) = rest.split_at(end);
    *rest = after;
    leaf
}

fn eat(rest: &mut &str, expected: char) {
    let after = rest.strip_prefix(expected);
    *rest = after.unwrap_or_else(|| panic!("{expected} is due before {rest:.20}"));
}
