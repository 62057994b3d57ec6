//! Patterns and formats.

use super::{Setup, says};

#[test]
fn a_pattern_is_a_regular_expression() {
    says(&[
        (
            r#"{"pattern": "^[a-z"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: unclosed character class, at character 2",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "(a"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: unclosed group, at character 1",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "a)"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: unopened group, at character 2",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "a{2,1}"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: invalid repetition count range, the start must be <= the end, at character 2",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "*a"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: repetition operator missing expression, at character 1",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "a**"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "\\p{Nonsense}"}"#,
            &[
                "order.json:1:13: this pattern is not supported: Unicode property not found",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "(?<n>a)(?<n>b)"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: duplicate capture group name, at character 11",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "[b-a]"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: invalid character class range, the start must be <= the end, at character 2",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"pattern": "\\"}"#,
            &[
                "order.json:1:13: this pattern is not a regular expression: incomplete escape sequence, reached end of pattern prematurely, at character 1",
                "  in the schema at /pattern",
            ],
        ),
        (
            r#"{"patternProperties": {"(a": {}}}"#,
            &[
                "order.json:1:24: this pattern is not a regular expression: unclosed group, at character 1",
                "  in the schema at /patternProperties/(a",
            ],
        ),
    ]);
}

#[test]
fn a_pattern_takes_linear_time() {
    says(&[
        (
            r#"{"pattern": "(a|b)\\1"}"#,
            &[
                "order.json:1:13: this pattern may take more than linear time",
                "  in the schema at /pattern",
                "  help: turn on the feature `backtracking`, or write the pattern without back-references, and with look-around only at its beginning and its end",
            ],
        ),
        (
            r#"{"pattern": "a(?=b)c"}"#,
            &[
                "order.json:1:13: this pattern may take more than linear time",
                "  in the schema at /pattern",
                "  help: turn on the feature `backtracking`, or write the pattern without back-references, and with look-around only at its beginning and its end",
            ],
        ),
        (
            r#"{"pattern": "(?<!a)b+(?!c)d"}"#,
            &[
                "order.json:1:13: this pattern may take more than linear time",
                "  in the schema at /pattern",
                "  help: turn on the feature `backtracking`, or write the pattern without back-references, and with look-around only at its beginning and its end",
            ],
        ),
        (
            r#"{"patternProperties": {"(a)\\1": {}}}"#,
            &[
                "order.json:1:24: this pattern may take more than linear time",
                r"  in the schema at /patternProperties/(a)\1",
                "  help: turn on the feature `backtracking`, or write the pattern without back-references, and with look-around only at its beginning and its end",
            ],
        ),
    ]);
}

#[test]
fn an_escape_that_others_refuse_is_warned_of() {
    says(&[
        (
            r#"{"pattern": "^\\@$"}"#,
            &[
                r"warning: order.json:1:13: other validators refuse the escape `\@` in this pattern",
                "  in the schema at /pattern",
                "  help: leave the backslash out",
            ],
        ),
        (
            r#"{"pattern": "\\_\\-"}"#,
            &[
                r"warning: order.json:1:13: other validators refuse the escape `\_` in this pattern",
                "  in the schema at /pattern",
                "  help: leave the backslash out",
            ],
        ),
    ]);
}

#[test]
fn asserted_formats_need_a_feature() {
    Setup::asserting_formats().says(&[
        (
            r#"{"format": "date"}"#,
            &[
                "order.json:1:12: this format is asserted, and that needs the feature `formats`",
                "  in the schema at /format",
                "  help: turn the feature `formats` of `tollgate` on",
            ],
        ),
        (
            r#"{"properties": {"a": {"format": "uri"}}}"#,
            &[
                "order.json:1:33: this format is asserted, and that needs the feature `formats`",
                "  in the schema at /properties/a/format",
                "  help: turn the feature `formats` of `tollgate` on",
            ],
        ),
    ]);
}
