//! `minLength` and `maxLength` (Validation 2020-12 §6.3.1, §6.3.2): counted in characters, not in
//! bytes and not in UTF-16 units.

use crate::reader::{Reader, Sink, Stop, StringToken};
use crate::report::{Failure, Said};

#[cold]
pub(crate) fn too_short(length: u64, least: u64) -> Said {
    Said::new(format!(
        "{} long, at least {least} needed",
        characters(length)
    ))
}

#[cold]
pub(crate) fn too_long(length: u64, most: u64) -> Said {
    Said::new(format!(
        "{} long, at most {most} allowed",
        characters(length)
    ))
}

fn characters(count: u64) -> String {
    if count == 1 {
        "1 character".to_owned()
    } else {
        format!("{count} characters")
    }
}

fn count(text: &str) -> u64 {
    text.chars().count() as u64
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that a string has at least `least` characters.
    #[inline]
    pub fn min_length(&mut self, given: &StringToken<'_>, least: u64) -> Result<(), Stop> {
        // Any text but the empty one has a character, and a character takes at most four bytes.
        let surely = if least <= 1 {
            least
        } else {
            least.saturating_mul(4)
        };
        if given.raw().len() as u64 >= surely && (least <= 1 || !given.is_escaped()) {
            return Ok(());
        }
        let length = count(&given.text());
        if length >= least {
            return Ok(());
        }
        let said = move || too_short(length, least);
        self.sink()
            .fail(|| Failure::later("minLength", given.span(), said))
    }

    /// Checks that a string has at most `most` characters.
    #[inline]
    pub fn max_length(&mut self, given: &StringToken<'_>, most: u64) -> Result<(), Stop> {
        // A character takes at least one byte; an escape makes the text only shorter.
        if given.raw().len() as u64 <= most {
            return Ok(());
        }
        let length = count(&given.text());
        if length <= most {
            return Ok(());
        }
        let said = move || too_long(length, most);
        self.sink()
            .fail(|| Failure::later("maxLength", given.span(), said))
    }
}
