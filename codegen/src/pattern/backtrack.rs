//! Patterns for the engine that tries several ways. Most of the translation is that of any other
//! pattern: look-around stands in it as groups, back-references as characters, until that is done.

use super::ecma::{Kind, Token, captures, group_name, rewritten};
use super::to_engine;

/// Characters of these codes, which nobody may use for anything, stand for parts of a pattern.
const FIRST_STAND_IN: u32 = 0x10_0000;
const WORD: &str = "[A-Za-z0-9_]";

/// The pattern in the syntax of the engine; or what it has that is not supported.
pub(super) fn translate(source: &str, tokens: &[Token<'_>]) -> Result<String, String> {
    if source.contains("(?P<look") || source.chars().any(|other| other as u32 >= FIRST_STAND_IN) {
        return Err("characters for private use".to_owned());
    }
    sure_references(tokens)?;
    let mut masked = String::new();
    let mut parts = Vec::new();
    for token in tokens {
        let stand_in = match token.text {
            look if token.kind == Kind::OpenLook => {
                masked.push_str(&look_stand_in(parts.len()));
                look.to_owned()
            }
            _ if token.kind == Kind::BackReference => {
                // In a group, lest a digit that follows becomes a part of the number.
                let stand_in = format!("(?:\\{})", target(token, tokens)?);
                masked.push(character(parts.len())?);
                stand_in
            }
            boundary @ ("\\b" | "\\B") => {
                masked.push(character(parts.len())?);
                boundary_of_words(boundary == "\\b")
            }
            _ => {
                masked.push_str(&rewritten(token)?);
                continue;
            }
        };
        parts.push(stand_in);
    }
    let mut translated = to_engine(&masked)?;
    for (at, part) in parts.iter().enumerate() {
        translated = translated.replacen(&look_stand_in(at), part, 1);
        translated = translated.replacen(character(at)?, part, 1);
    }
    Ok(translated)
}

fn look_stand_in(at: usize) -> String {
    format!("(?P<look{at}>")
}

fn character(at: usize) -> Result<char, String> {
    let code = u32::try_from(at).ok().map(|at| FIRST_STAND_IN + at);
    code.and_then(char::from_u32)
        .ok_or_else(|| "so much look-around".to_owned())
}

/// Words are made of ASCII characters (ECMA-262 §22.2.2.9.3), other than the engine has it.
fn boundary_of_words(wanted: bool) -> String {
    let (inside, outside) = if wanted { ("!", "=") } else { ("=", "!") };
    format!("(?:(?<={WORD})(?{inside}{WORD})|(?<!{WORD})(?{outside}{WORD}))")
}

/// The number of the group that a back-reference means.
fn target(reference: &Token<'_>, tokens: &[Token<'_>]) -> Result<usize, String> {
    let mut groups = tokens.iter().filter(|token| captures(token));
    let number = match reference.text.strip_prefix("\\k<") {
        Some(name) => groups
            .position(|group| group_name(group) == name.strip_suffix('>'))
            .map(|at| at + 1),
        None => reference.text[1..].parse().ok(),
    };
    number.ok_or_else(|| format!("the back-reference `{}`", reference.text))
}

/// A group that is open.
struct Frame {
    /// The group's number, if it captures.
    number: Option<usize>,
    start: usize,
    /// The groups that matched before it,
    before: Vec<usize>,
    /// and those that match in each of its alternatives so far.
    common: Option<Vec<usize>>,
}

/// Checks that a back-reference comes only where its group has matched. ECMA-262 lets one to a
/// group that has not match nothing (§22.2.2.9), and forgets groups at each repetition
/// (§22.2.2.3.1); the engine does neither.
fn sure_references(tokens: &[Token<'_>]) -> Result<(), String> {
    let (mut matched, mut frames, mut count) = (Vec::new(), Vec::new(), 0);
    let mut common: Option<Vec<usize>> = None;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open | Kind::OpenLook => {
                count += usize::from(captures(token));
                frames.push(Frame {
                    number: captures(token).then_some(count),
                    start: at,
                    before: matched.clone(),
                    common: common.take(),
                });
            }
            Kind::Plain if token.text == "|" => {
                let before = frames.last().map(|frame: &Frame| frame.before.clone());
                common = Some(both(common.take(), &matched));
                matched = before.unwrap_or_default();
            }
            Kind::Close => {
                let Some(frame) = frames.pop() else { continue };
                let inside = both(common.take(), &matched);
                common = frame.common;
                let is_kept = keeps(tokens[frame.start].text) && !may_be_left_out(tokens, at);
                matched = if is_kept { inside } else { frame.before };
                matched.extend(frame.number.filter(|_| is_kept));
            }
            Kind::BackReference => {
                let behind = |frame: &Frame| tokens[frame.start].text.starts_with("(?<");
                let is_behind = frames
                    .iter()
                    .any(|frame| behind(frame) && tokens[frame.start].kind == Kind::OpenLook);
                if is_behind || !matched.contains(&target(token, tokens)?) {
                    return Err(format!(
                        "the back-reference `{}`, whose group may not have matched before it",
                        token.text
                    ));
                }
            }
            Kind::Escape | Kind::Class | Kind::Plain => {}
        }
    }
    Ok(())
}

fn both(one: Option<Vec<usize>>, other: &[usize]) -> Vec<usize> {
    match one {
        Some(mut one) => {
            one.retain(|group| other.contains(group));
            one
        }
        None => other.to_vec(),
    }
}

/// Whether what matched inside a group stays known behind it. A look-behind captures from its end
/// on, other than the engine does.
fn keeps(open: &str) -> bool {
    !matches!(open, "(?!" | "(?<=" | "(?<!")
}

/// Whether the group that closes at `close` is followed by a quantifier that begins with zero.
fn may_be_left_out(tokens: &[Token<'_>], close: usize) -> bool {
    let following = |at: usize| tokens.get(close + at).map(|token| token.text);
    match following(1) {
        Some("*" | "?") => true,
        Some("{") => following(2) == Some("0"),
        _ => false,
    }
}
