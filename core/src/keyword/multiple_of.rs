//! `multipleOf` (Validation 2020-12 §6.2.1), judged by exact decimals.

use crate::number::Divisor;
use crate::reader::{NumberToken, Reader, Sink, Stop};
use crate::report::{Failure, Text};
use std::ops::Range;

/// `given` is no multiple of `divisor`.
#[cold]
pub(crate) fn failure(given: &str, divisor: &str, span: Range<usize>) -> Failure {
    let short: String = given.chars().take(40).collect();
    let dots = if short.len() < given.len() { "…" } else { "" };
    let message = Text::quoting(
        format!("{short}{dots} is not a multiple of {divisor}"),
        format!("the number is not a multiple of {divisor}"),
    );
    Failure::new("multipleOf", span, message)
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that a number is a multiple of `divisor`.
    #[inline]
    pub fn multiple_of(
        &mut self,
        given: &mut NumberToken<'_>,
        divisor: &Divisor<'_>,
    ) -> Result<(), Stop> {
        let divides = match given.small() {
            Some(integer) => divisor.divides_integer(integer),
            None => divisor.divides(given.text()),
        };
        if divides {
            return Ok(());
        }
        given.refuse();
        self.sink()
            .fail(|| failure(given.text(), divisor.text(), given.span()))
    }
}

#[cfg(test)]
mod tests {
    use crate::number::Divisor;
    use crate::reader::{Collect, Reader, Settings};

    #[test]
    fn what_is_no_multiple_is_told_with_what_it_should_be_of() {
        const CENT: Divisor<'_> = Divisor::new("0.01");
        let mut messages = Vec::new();
        for text in ["10", "10.01", "10.005", "1e9", "1e-3"] {
            let mut reader = Reader::new(text, Settings::DEFAULT, Collect::new("", 9));
            let mut number = reader.number().unwrap().unwrap();
            reader.multiple_of(&mut number, &CENT).unwrap();
            let report = reader.into_sink().into_report(text.as_bytes());
            messages.extend(report.map(|report| report[0].message().to_owned()));
        }
        let expected = [
            "10.005 is not a multiple of 0.01",
            "1e-3 is not a multiple of 0.01",
        ];
        assert_eq!(messages, expected);
    }
}
