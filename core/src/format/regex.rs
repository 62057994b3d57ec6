//! `regex`: ECMA-262 §22.2.1.

use super::Wrong;

pub(super) fn regex(text: &str) -> Result<(), Wrong> {
    if jsonschema_regex::is_valid_ecma_regex(text) {
        Ok(())
    } else {
        Err("")
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn patterns_are_those_of_ecma_262() {
        examples(
            Format::Regex,
            &[
                "",
                "^a+?$",
                "(?<n>a)\\k<n>",
                "(?<=a+)b",
                "[^]",
                "\\p{L}\\cA",
            ],
            &[
                "(", "a**", "[z-a]", "\\a", "(?P<n>a)", "(?#a)", "^(?i)a", "\\Z",
            ],
        );
    }
}
