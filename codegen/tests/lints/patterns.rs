//! Patterns that are none.

use super::Setup;

#[test]
fn broken_patterns_that_nothing_reaches() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"$defs": {"a": {"pattern": "^[a-z"}}}"#,
            &[
                "broken-pattern: order.json:1:29: this pattern is not a regular expression: unclosed character class, at character 2",
                "  in the schema at /$defs/a/pattern",
            ],
        ),
        (
            r#"{"$defs": {"a": {"patternProperties": {"(": {}}}}}"#,
            &[
                "broken-pattern: order.json:1:40: this pattern is not a regular expression: unclosed group, at character 1",
                "  in the schema at /$defs/a/patternProperties/(",
            ],
        ),
    ]);
}

#[test]
fn what_is_reached_is_an_error() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"pattern": "^[a-z"}"#,
            &[
                "broken-schema: order.json:1:13: this pattern is not a regular expression: unclosed character class, at character 2",
                "  in the schema at /pattern",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"$defs": {"a": {"pattern": "^[a-z]$", "patternProperties": {"(?<!a)b(?=c)": {}}}}}"#,
        r#"{"$defs": {"a": {"pattern": "(a)|b\\1"}}}"#,
    ]);
}
