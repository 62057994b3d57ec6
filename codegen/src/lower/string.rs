//! `pattern`, `minLength`, and `maxLength`.

use super::Lowering;
use crate::diagnostic::Place;
use crate::ir::{Ruled, StringRule};
use crate::pattern::{Pattern, Refused};
use crate::schema::{Keywords, Spanned};

impl Lowering<'_, '_> {
    pub(super) fn string(&mut self, keywords: &Keywords, place: &Place) -> Vec<Ruled<StringRule>> {
        let pattern = keywords.pattern.as_ref();
        let pattern = pattern.and_then(|pattern| {
            let location = format!("{}/pattern", place.location);
            let place = Place {
                location,
                ..place.clone()
            };
            let rule = StringRule::Pattern(self.pattern(pattern, &place)?);
            Some((pattern.span.start, rule))
        });
        let least = keywords.min_length.as_ref();
        let least = least.map(|count| (count.span.start, StringRule::MinLength(count.value)));
        let most = keywords.max_length.as_ref();
        let most = most.map(|count| (count.span.start, StringRule::MaxLength(count.value)));
        super::in_order([pattern, least, most].into_iter().flatten())
    }

    /// Checks a pattern; `place` says where its keyword stands.
    pub(super) fn pattern(&mut self, pattern: &Spanned<String>, place: &Place) -> Option<Pattern> {
        let place = Place {
            span: pattern.span.clone(),
            ..place.clone()
        };
        if let Some(escape) = crate::pattern::identity_escape(&pattern.value) {
            let message = format!("other validators refuse the escape `{escape}` in this pattern");
            self.diagnostics
                .warning(&place, message)
                .with_help("leave the backslash out");
        }
        match Pattern::compile(&pattern.value, self.backtracking) {
            Ok(pattern) => return Some(pattern),
            Err(Refused::Unsupported(reason)) => {
                self.diagnostics.error(&place, reason);
            }
            Err(Refused::NeedsBacktracking) => {
                let message = "this pattern may take more than linear time";
                self.diagnostics.error(&place, message).with_help(
                    "turn on the feature `backtracking`, or write the pattern without \
                     back-references, and with look-around only at its beginning and its end",
                );
            }
        }
        None
    }
}
