//! `pattern`, `minLength`, , `maxLength` and asserted `format`.

use super::Lowering;
use crate::diagnostic::{Code, Place};
use crate::ir::{Ruled, StringRule};
use crate::pattern::{Pattern, Refused};
use crate::schema::{Keywords, Spanned};
use tollgate_core::format::Format;

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
        let format = keywords
            .format
            .as_ref()
            .and_then(|format| Some((format.span.start, self.format(format, place)?)));
        super::in_order([pattern, least, most, format].into_iter().flatten())
    }

    /// A format that is asserted. One that nobody knows is a note (Validation 2020-12 §7.2.3).
    fn format(&mut self, format: &Spanned<String>, place: &Place) -> Option<StringRule> {
        let known = Format::from_name(&format.value)?;
        if !self.has_formats {
            let place = Place {
                span: format.span.clone(),
                location: format!("{}/format", place.location),
                ..place.clone()
            };
            self.diagnostics
                .error(
                    &place,
                    "this format is asserted, and that needs the feature `formats`",
                )
                .with_help("turn the feature `formats` of `tollgate` on");
        }
        Some(StringRule::Format(known))
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
                .warning(Code::DoubtfulEscape, &place, message)
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
