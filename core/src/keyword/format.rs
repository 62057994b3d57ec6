//! `format` (Validation 2020-12 §7), where it is asked to assert.

use crate::format::{Format, Wrong};
use crate::reader::{Reader, Sink, Stop, StringToken};
use crate::report::{Failure, Said, Text, excerpt};

/// A string is not of the format, for the reason `wrong`; `given` is an excerpt of it.
#[cold]
fn said(given: &str, format: Format, wrong: Wrong) -> Said {
    let what = format.with_article();
    let message = Text::quoting(
        format!("{given} is not {what}"),
        format!("the string is not {what}"),
    );
    let example = format!("write it like {}", format.example());
    let help = match wrong {
        "" => example,
        wrong => format!("{wrong}; {example}"),
    };
    Said::new(message).with_help(help)
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that a string is of a format.
    #[inline]
    pub fn format(&mut self, given: &StringToken<'_>, format: Format) -> Result<(), Stop> {
        let text = given.text();
        match format.check(&text) {
            Ok(()) => Ok(()),
            Err(wrong) => self.sink().fail(|| {
                let given_text = excerpt(&text);
                let words = move || said(&given_text, format, wrong);
                Failure::later("format", given.span(), words)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::format::Format;
    use crate::reader::{Collect, Reader, Settings};

    #[test]
    fn a_failure_says_what_is_wrong_and_what_would_be_right() {
        let text = r#""2026-02-30""#;
        let mut reader = Reader::new(text, Settings::DEFAULT, Collect::new("", 9));
        let given = reader.string().unwrap().unwrap();
        reader.format(&given, Format::Date).unwrap();
        let report = reader.into_sink().into_report(text.as_bytes()).unwrap();
        assert_eq!(report[0].keyword(), "format");
        assert_eq!(report[0].message(), "\"2026-02-30\" is not a date");
        assert_eq!(
            report[0].help(),
            Some("the month has no such day; write it like 2026-11-22")
        );
    }
}
