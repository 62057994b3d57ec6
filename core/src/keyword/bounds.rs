//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` (Validation 2020-12 §6.2.2 to
//! §6.2.5), compared as exact decimals.

use crate::number::{self, Short};
use crate::reader::{NumberToken, Reader, Sink, Stop};
use crate::report::{Failure, Said, Text, kept};
use std::cmp::Ordering;

/// A number is on the wrong side of `bound`; `given` is its text or the beginning of that.
#[cold]
pub(crate) fn said(keyword: &str, given: &str, bound: &str) -> Said {
    let relation = match keyword {
        "minimum" => "at least",
        "maximum" => "at most",
        "exclusiveMinimum" => "more than",
        _ => "less than",
    };
    let short: String = given.chars().take(40).collect();
    let dots = if short.len() < given.len() { "…" } else { "" };
    let message = Text::quoting(
        format!("{short}{dots} is not {relation} {bound}"),
        format!("the number is not {relation} {bound}"),
    );
    Said::new(message)
}

/// How `given` compares with `bound`.
#[inline]
fn compare(given: &NumberToken<'_>, bound: &Bound) -> Ordering {
    let short = given.short().and_then(|given| bound.order(given));
    short.unwrap_or_else(|| number::compare(given.text(), bound.text))
}

macro_rules! bound {
    ($name:ident, $keyword:literal, $wrong:pat, $doc:literal) => {
        #[doc = $doc]
        #[inline]
        pub fn $name(&mut self, given: &mut NumberToken<'_>, bound: &Bound) -> Result<(), Stop> {
            if !matches!(compare(given, bound), $wrong) {
                return Ok(());
            }
            given.refuse();
            self.sink().fail(|| {
                let (given_text, bound) = (kept(given.text()), bound.text);
                let words = move || said($keyword, &given_text, bound);
                Failure::later($keyword, given.span(), words)
            })
        }
    };
}

/// A number of the schema that numbers are compared with.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    text: &'static str,
    short: Option<Short>,
}

impl Bound {
    /// The bound that is written `text` in the schema.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            short: Short::of(text.as_bytes()),
        }
    }

    /// Whether the bound is known to be zero or less.
    #[inline]
    pub(crate) fn is_at_most_zero(&self) -> bool {
        self.short.is_some_and(|bound| bound.signum() <= 0)
    }

    /// Whether the bound is known to be less than zero.
    #[inline]
    pub(crate) fn is_negative(&self) -> bool {
        self.short.is_some_and(|bound| bound.signum() < 0)
    }

    /// How a number compares with the bound; `None` where that needs a closer look.
    #[inline]
    pub(crate) fn order(&self, given: Short) -> Option<Ordering> {
        self.short.map(|bound| given.compare(bound))
    }
}

impl<S: Sink> Reader<'_, S> {
    bound!(
        minimum,
        "minimum",
        Ordering::Less,
        "Checks that a number is at least `bound`."
    );
    bound!(
        maximum,
        "maximum",
        Ordering::Greater,
        "Checks that a number is at most `bound`."
    );
    bound!(
        exclusive_minimum,
        "exclusiveMinimum",
        Ordering::Less | Ordering::Equal,
        "Checks that a number is more than `bound`."
    );
    bound!(
        exclusive_maximum,
        "exclusiveMaximum",
        Ordering::Greater | Ordering::Equal,
        "Checks that a number is less than `bound`."
    );
}
