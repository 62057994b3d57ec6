//! Look-around at the ends of a pattern. `^(?=A)(?!B)C` is three questions about the beginning of a
//! text, each of which takes linear time: whether `A` matches there, whether `B` does not, and
//! whether `C` does. `C(?<!D)$` is two about its end.

use super::ecma::{Kind, Token};

/// A question about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) pattern: String,
    /// Whether the pattern is to match.
    pub(super) wanted: bool,
}

/// The questions that a pattern with look-around stands for, if it has that only at its ends.
pub(super) fn split(tokens: &[Token<'_>]) -> Option<Vec<Question>> {
    let mut questions = Vec::new();
    let mut middle = tokens;
    let (mut begin, mut end) = (String::new(), String::new());
    if let [first @ Token { text: "^", .. }, rest @ ..] = tokens {
        begin.push_str(first.text);
        middle = rest;
        while let Some((look, rest)) = leading(middle) {
            questions.push(look);
            middle = rest;
        }
    }
    if let [rest @ .., last @ Token { text: "$", .. }] = middle {
        end.push_str(last.text);
        middle = rest;
        while let Some((look, rest)) = trailing(middle) {
            questions.push(look);
            middle = rest;
        }
    }
    let is_plain = |token: &Token<'_>| !matches!(token.kind, Kind::OpenLook | Kind::BackReference);
    if !middle.iter().all(is_plain) || has_alternatives(middle) {
        return None;
    }
    questions.push(Question {
        pattern: format!("{begin}{}{end}", text(middle)),
        wanted: true,
    });
    Some(questions)
}

fn text(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|token| token.text).collect()
}

/// The look-ahead that the tokens begin with, and the rest.
fn leading<'t, 'p>(tokens: &'t [Token<'p>]) -> Option<(Question, &'t [Token<'p>])> {
    let (look @ ("(?=" | "(?!"), rest) = opened(tokens)? else {
        return None;
    };
    let close = closing(rest)?;
    let inside = plain(&rest[..close])?;
    let question = Question {
        pattern: format!("^(?:{inside})"),
        wanted: look == "(?=",
    };
    Some((question, &rest[close + 1..]))
}

/// The look-behind that the tokens end with, and the rest.
fn trailing<'t, 'p>(tokens: &'t [Token<'p>]) -> Option<(Question, &'t [Token<'p>])> {
    let open = (0..tokens.len())
        .rev()
        .find(|&at| tokens[at].kind == Kind::OpenLook)?;
    let (look @ ("(?<=" | "(?<!"), rest) = opened(&tokens[open..])? else {
        return None;
    };
    let close = closing(rest)?;
    if close + 1 != rest.len() {
        return None;
    }
    let inside = plain(&rest[..close])?;
    let question = Question {
        pattern: format!("(?:{inside})$"),
        wanted: look == "(?<=",
    };
    Some((question, &tokens[..open]))
}

fn opened<'t, 'p>(tokens: &'t [Token<'p>]) -> Option<(&'p str, &'t [Token<'p>])> {
    match tokens {
        [first, rest @ ..] if first.kind == Kind::OpenLook => Some((first.text, rest)),
        _ => None,
    }
}

/// Where the group closes that was opened before `tokens`.
fn closing(tokens: &[Token<'_>]) -> Option<usize> {
    let mut depth = 0;
    tokens.iter().position(|token| match token.kind {
        Kind::Open | Kind::OpenLook => {
            depth += 1;
            false
        }
        Kind::Close if depth > 0 => {
            depth -= 1;
            false
        }
        Kind::Close => true,
        _ => false,
    })
}

/// The text of tokens that are no business of a backtracking engine.
fn plain(tokens: &[Token<'_>]) -> Option<String> {
    let is_plain = |token: &Token<'_>| !matches!(token.kind, Kind::OpenLook | Kind::BackReference);
    tokens.iter().all(is_plain).then(|| text(tokens))
}

/// Whether there is a `|` outside of every group.
fn has_alternatives(tokens: &[Token<'_>]) -> bool {
    let mut depth = 0;
    tokens.iter().any(|token| {
        match token.kind {
            Kind::Open | Kind::OpenLook => depth += 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
        depth == 0 && token.kind == Kind::Plain && token.text == "|"
    })
}
