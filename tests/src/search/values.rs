//! The few names and values that schemas and instances share, so that they meet.

use fastrand::Rng;
use jsonschema::Draft;
use serde_json::{Value, json};

/// The names of members. The first four are drawn most of the time.
const NAMES: [&str; 6] = ["a", "b", "abc", "x", "é", "😀\"/~"];

/// Patterns that match some of the names and strings.
pub(super) const PATTERNS: [&str; 9] = [
    "^a",
    "b",
    "^x$",
    "c$",
    "^[a-c]+$",
    "",
    "^.$",
    "^\\W*$",
    "^(a|b)+c?$",
];

const STRINGS: [&str; 9] = [
    "",
    "a",
    "abc",
    "x",
    "bb",
    "é",
    "😀",
    "a\"b\\/",
    "\u{7f}\n\t\u{0}",
];

/// As documents write them: some are equal, some no double holds as they are. All are such that the
/// other crate, which reckons with doubles, divides them rightly.
const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "1.0",
    "-1",
    "2",
    "3",
    "2.5",
    "100.0",
    "0.1",
    "0.3",
    "-2.0",
    "0.7",
    "1e30",
    "4503599627370497",
];

/// What numbers are multiples of.
pub(super) const DIVISORS: [&str; 7] = ["2", "1", "3", "0.5", "0.1", "0.01", "1.5"];

/// A format, the first draft that asserts it, and strings of which it admits the first.
type Format = (&'static str, Draft, [&'static str; 3]);

const FORMATS: [Format; 12] = [
    (
        "date-time",
        Draft::Draft4,
        [
            "2024-02-29T10:00:00Z",
            "2023-02-29T10:00:00Z",
            "2024-02-29 10",
        ],
    ),
    ("email", Draft::Draft4, ["a@b.example", "a", "@b"]),
    ("hostname", Draft::Draft4, ["a.example", "-a", "a_b"]),
    ("ipv4", Draft::Draft4, ["127.0.0.1", "256.0.0.1", "1.2.3"]),
    ("ipv6", Draft::Draft4, ["::1", "1::2::3", "12345::"]),
    (
        "uri",
        Draft::Draft4,
        ["https://a.example/x?y#z", "a b", "/x"],
    ),
    ("json-pointer", Draft::Draft6, ["/a~1b", "a", "/~2"]),
    ("uri-reference", Draft::Draft6, ["x/y", "\\x", "a b"]),
    (
        "date",
        Draft::Draft7,
        ["2024-02-29", "2023-02-29", "2024-2-9"],
    ),
    ("time", Draft::Draft7, ["10:00:00Z", "24:00:00Z", "10:00"]),
    ("regex", Draft::Draft7, ["^a*$", "(", "[b-a]"]),
    (
        "uuid",
        Draft::Draft201909,
        ["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08", "x"],
    ),
];

pub(super) fn name(rng: &mut Rng) -> String {
    let count = if rng.u8(0..8) == 0 { NAMES.len() } else { 4 };
    pick(rng, &NAMES[..count]).to_string()
}

pub(super) fn pick<'t, T>(rng: &mut Rng, some: &'t [T]) -> &'t T {
    &some[rng.usize(..some.len())]
}

pub(super) fn number(rng: &mut Rng) -> Value {
    written(pick::<&str>(rng, &NUMBERS))
}

/// The number that is written so.
pub(super) fn written(number: &str) -> Value {
    number.parse().expect("the tables hold JSON")
}

/// A format of a draft.
pub(super) fn format(rng: &mut Rng, draft: Draft) -> &'static str {
    let known = FORMATS.iter().filter(|(_, first, _)| *first <= draft);
    let known: Vec<&str> = known.map(|(name, ..)| *name).collect();
    pick::<&str>(rng, &known)
}

/// A string that the format may admit.
pub(super) fn formatted(rng: &mut Rng, format: &str) -> Option<&'static str> {
    let known = FORMATS.iter().find(|(name, ..)| *name == format);
    known.map(|(.., strings)| *pick(rng, strings))
}

pub(super) fn string(rng: &mut Rng) -> String {
    pick(rng, &STRINGS).to_string()
}

/// A value that is no container, or a small one.
pub(super) fn value(rng: &mut Rng, depth: usize) -> Value {
    let kinds = if depth == 0 { 11 } else { 15 };
    match rng.u8(0..kinds) {
        0..=4 => number(rng),
        5 | 6 => json!(string(rng)),
        7 => json!(name(rng)),
        8 | 9 => json!(rng.bool()),
        10 => Value::Null,
        11 | 12 => {
            let length = rng.usize(0..4);
            (0..length).map(|_| value(rng, depth - 1)).collect()
        }
        _ => {
            let length = rng.usize(0..4);
            let member = |_| (name(rng), value(rng, depth - 1));
            Value::Object((0..length).map(member).collect())
        }
    }
}
