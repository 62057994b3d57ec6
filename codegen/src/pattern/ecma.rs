//! Patterns as ECMA-262 writes them, token by token, and what is written for the engines instead
//! where those would read something else. Only patterns that were checked come here.

use std::borrow::Cow;

/// A piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'p> {
    pub(super) kind: Kind,
    pub(super) text: &'p str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `\d`, `\u{41}`, `\/`, …
    Escape,
    /// `\1`, `\k<name>`
    BackReference,
    /// `[…]`
    Class,
    /// `(`, `(?:`, `(?<name>`, `(?i:`
    Open,
    /// `(?=`, `(?!`, `(?<=`, `(?<!`
    OpenLook,
    /// `)`
    Close,
    /// Any other character.
    Plain,
}

/// The tokens of a pattern, one after another.
pub(super) fn tokens(pattern: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '\\' => escape(rest),
            '[' => (Kind::Class, class_length(rest)),
            '(' => group(rest),
            ')' => (Kind::Close, 1),
            other => (Kind::Plain, other.len_utf8()),
        };
        let (text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        tokens.push(Token { kind, text });
        rest = after;
    }
    tokens
}

/// The escape that `text` begins with.
fn escape(text: &str) -> (Kind, usize) {
    let escaped = &text[1..];
    let until = |end: char| text.find(end).map_or(text.len(), |at| at + 1);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match escaped.as_bytes() {
        [b'0', ..] => (Kind::Escape, 2),
        [b'1'..=b'9', ..] => (Kind::BackReference, 1 + digits),
        [b'k', b'<', ..] => (Kind::BackReference, until('>')),
        [b'u' | b'p' | b'P', b'{', ..] => (Kind::Escape, until('}')),
        [b'u', ..] if is_high(unit(text)) && is_low(unit(&text[6..])) => (Kind::Escape, 12),
        [b'u', ..] => (Kind::Escape, 6),
        [b'x', ..] => (Kind::Escape, 4),
        [b'c', ..] => (Kind::Escape, 3),
        _ => {
            let length = escaped.chars().next().map_or(0, char::len_utf8);
            (Kind::Escape, 1 + length)
        }
    }
}

/// The UTF-16 unit that `text` begins with as `\uXXXX`.
fn unit(text: &str) -> Option<u32> {
    u32::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

fn is_high(unit: Option<u32>) -> bool {
    matches!(unit, Some(0xD800..=0xDBFF))
}

fn is_low(unit: Option<u32>) -> bool {
    matches!(unit, Some(0xDC00..=0xDFFF))
}

fn class_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn group(text: &str) -> (Kind, usize) {
    let looks = ["(?=", "(?!", "(?<=", "(?<!"];
    if let Some(look) = looks.iter().find(|look| text.starts_with(**look)) {
        return (Kind::OpenLook, look.len());
    }
    let end = match text.as_bytes() {
        [b'(', b'?', b'<', ..] => text.find('>'),
        [b'(', b'?', ..] => text.find(':'),
        _ => Some(0),
    };
    (Kind::Open, end.map_or(text.len(), |end| end + 1))
}

/// The name of the group that a token opens.
pub(super) fn group_name<'p>(token: &Token<'p>) -> Option<&'p str> {
    token.text.strip_prefix("(?<")?.strip_suffix('>')
}

/// Whether a token opens a group that captures.
pub(super) fn captures(token: &Token<'_>) -> bool {
    token.kind == Kind::Open && (token.text == "(" || token.text.starts_with("(?<"))
}

/// A token as the engines mean it. What depends on the engine stays as it is: boundaries of words,
/// look-around and back-references.
pub(super) fn rewritten<'p>(token: &Token<'p>) -> Result<Cow<'p, str>, String> {
    match token.kind {
        Kind::Escape => rewritten_escape(token.text),
        Kind::Class => rewritten_class(token.text),
        // Engines allow fewer names than ECMA-262, and nobody asks for a name.
        Kind::Open if group_name(token).is_some() => Ok("(".into()),
        Kind::Open => match token.text.find(['m', 's']) {
            Some(_) => Err(format!("the modifiers `{}`", token.text)),
            None => Ok(token.text.into()),
        },
        Kind::BackReference | Kind::OpenLook | Kind::Close | Kind::Plain => Ok(token.text.into()),
    }
}

fn rewritten_escape(text: &str) -> Result<Cow<'_, str>, String> {
    let escaped = text[1..].chars().next().unwrap_or('\\');
    Ok(match escaped {
        '0' => "\\x00".into(),
        'c' => {
            let letter = text.as_bytes().last().copied().unwrap_or_default();
            format!("\\x{:02x}", letter % 32).into()
        }
        'u' => {
            let (first, second) = (unit(text), text.get(6..).and_then(unit));
            match (first, second) {
                (Some(high), Some(low)) => {
                    let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                    format!("\\u{{{code:x}}}").into()
                }
                _ if is_high(first) || is_low(first) => {
                    return Err(format!("`{text}`, half a character that no text holds"));
                }
                _ => text.into(),
            }
        }
        // An escape that changes nothing, and that an engine reads as something else.
        '<' | '>' => text[1..].into(),
        other if !other.is_ascii() => text[1..].into(),
        _ => text.into(),
    })
}

fn rewritten_class(text: &str) -> Result<Cow<'_, str>, String> {
    match text {
        "[]" => return Ok("[^\\x00-\\x{10FFFF}]".into()),
        "[^]" => return Ok("[\\x00-\\x{10FFFF}]".into()),
        _ if !text.contains('\\') => return Ok(text.into()),
        _ => {}
    }
    let mut class = String::from("[");
    let mut rest = &text[1..];
    while let Some(at) = rest.find('\\') {
        class.push_str(&rest[..at]);
        rest = &rest[at..];
        let (_, length) = escape(rest);
        match &rest[..length] {
            "\\b" => class.push_str("\\x08"),
            escape => class.push_str(&rewritten_escape(escape)?),
        }
        rest = &rest[length..];
    }
    class.push_str(rest);
    Ok(class.into())
}
