//! `hostname` (RFC 1123 §2.1) and `idn-hostname` (RFC 5890 §2.3.2.3). The crate `idna` does the
//! mapping and most of the checks; what IDNA 2008 forbids beyond UTS #46 is looked up by pattern.

use super::Wrong;
use super::grammar::engine;
use crate::pattern::Regex;
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use std::sync::LazyLock;

/// RFC 1034 §3.1, without the root.
const LONGEST: usize = 253;
const LONGEST_LABEL: usize = 63;

pub(super) fn hostname(text: &str) -> Result<(), Wrong> {
    if text.len() > LONGEST {
        return Err("it is longer than 253 characters");
    }
    text.split('.').try_for_each(label)
}

fn label(label: &str) -> Result<(), Wrong> {
    if label.is_empty() {
        return Err("a part between the dots is empty");
    }
    if label.len() > LONGEST_LABEL {
        return Err("a part between the dots is longer than 63 characters");
    }
    if label.starts_with('-') || label.ends_with('-') {
        return Err("a part between the dots begins or ends with `-`");
    }
    if !label
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        return Err("there are other characters in it than letters, digits and `-`");
    }
    if label
        .get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"))
    {
        return idn_hostname(label);
    }
    Ok(())
}

pub(super) fn idn_hostname(text: &str) -> Result<(), Wrong> {
    // A character has at most four bytes, and becomes at least one.
    if text.len() > 4 * LONGEST {
        return Err("it is longer than 253 characters");
    }
    let rules = Uts46::new();
    let bytes = text.as_bytes();
    let (deny, hyphens) = (AsciiDenyList::STD3, Hyphens::Check);
    if rules
        .to_ascii(bytes, deny, hyphens, DnsLength::Verify)
        .is_err()
    {
        return Err("a part between the dots is no internationalized label");
    }
    let (unicode, _) = rules.to_unicode(bytes, deny, hyphens);
    if unicode
        .split('.')
        .all(|label| label.is_ascii() || is_idna_2008(label))
    {
        Ok(())
    } else {
        Err("a character is not allowed there")
    }
}

/// Whether a label, as text, is one of IDNA 2008: made of the characters of RFC 5892 §2, and none of
/// them where its appendix A does not allow it.
fn is_idna_2008(label: &str) -> bool {
    static ALLOWED: LazyLock<Vec<Regex>> = LazyLock::new(|| engines(&[CHARACTERS]));
    static FORBIDDEN: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        engines(&[
            DISALLOWED,
            MIDDLE_DOT,
            KERAIA,
            GERESH,
            KATAKANA_DOT,
            ARABIC_DIGITS,
        ])
    });
    let label = label.as_bytes();
    ALLOWED.iter().all(|engine| engine.is_match(label))
        && !FORBIDDEN.iter().any(|engine| engine.is_match(label))
}

/// Letters, digits and marks, and the exceptions that are valid (§2.1, §2.6), or valid in context.
const CHARACTERS: &str = r"^[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}\-\x{6FD}\x{6FE}\x{F0B}\x{3007}\x{B7}\x{375}\x{5F3}\x{5F4}\x{30FB}\x{200C}\x{200D}]*$";
/// The exceptions that are not (§2.6), and old letters of Hangul (§2.9).
const DISALLOWED: &str = r"[\x{640}\x{7FA}\x{302E}\x{302F}\x{3031}-\x{3035}\x{303B}\x{1100}-\x{11FF}\x{A960}-\x{A97C}\x{D7B0}-\x{D7FB}]";
/// Appendices A.3 to A.9. The joiners of A.1 and A.2 are judged by UTS #46 already.
const MIDDLE_DOT: &str = r"(?:^|[^l])\x{B7}|\x{B7}(?:[^l]|$)";
const KERAIA: &str = r"\x{375}(?:\P{Greek}|$)";
const GERESH: &str = r"(?:^|\P{Hebrew})[\x{5F3}\x{5F4}]";
const KATAKANA_DOT: &str =
    r"^[^\p{Hiragana}\p{Katakana}\p{Han}]*\x{30FB}[^\p{Hiragana}\p{Katakana}\p{Han}]*$";
const ARABIC_DIGITS: &str =
    r"[\x{660}-\x{669}].*[\x{6F0}-\x{6F9}]|[\x{6F0}-\x{6F9}].*[\x{660}-\x{669}]";

fn engines(patterns: &[&str]) -> Vec<Regex> {
    patterns.iter().map(|pattern| engine(pattern)).collect()
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn host_names_have_labels_of_letters_digits_and_hyphens() {
        let long = |length: usize| "a".repeat(length);
        let whole = |last: usize| [long(63), long(63), long(63), long(last)].join(".");
        examples(
            Format::Hostname,
            &[
                "a",
                "A-1.b--c.9",
                "xn--bcher-kva.example",
                &long(63),
                &whole(61),
            ],
            &[
                "",
                ".",
                "a.",
                ".a",
                "a..b",
                "-a",
                "a-",
                "a_b",
                "é",
                "a b",
                "xn--a",
                "xn--",
                "XN--a",
                &long(64),
                &whole(62),
            ],
        );
    }

    #[test]
    fn international_names_are_those_of_idna_2008() {
        examples(
            Format::IdnHostname,
            &[
                "bücher.example",
                "a。b",
                "l·l",
                "α͵β",
                "א׳ב",
                "・ア",
                "ß",
                "क्‍ष",
                "xn--bcher-kva",
            ],
            &[
                "",
                "a。",
                "☃",
                "a·l",
                "·",
                "α͵",
                "׳ב",
                "・",
                "\u{640}\u{628}",
                "\u{660}\u{6f0}",
                "\u{300}a",
                "aא",
                "क‍ष",
                "-a",
                "ab--cd",
                "xn--bcher-kv",
            ],
        );
    }
}
