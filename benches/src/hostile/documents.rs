//! The documents: ordinary ones, and those that somebody writes who wants the reader to suffer. All are
//! about as long.

use super::types::{ANY, NUMBERS, PATTERNS, PAYMENT, STRINGS, TREES, UNIQUE, Ways};
use crate::req_pay::payment;

/// Documents of one type.
pub(super) struct Case {
    pub(super) title: &'static str,
    pub(super) ways: Ways,
    pub(super) ordinary: String,
    /// An ordinary one that is as long as those of a million members, where there are such.
    pub(super) long: Option<String>,
    pub(super) hostile: Vec<(&'static str, String)>,
}

/// The bytes of a document, roughly.
const SIZE: usize = 1 << 20;

/// The bytes of a million members.
const MILLION: usize = 12 * SIZE;

/// The bytes of an invoice.
const INVOICE: usize = 680;

/// Every type with its documents.
pub(super) fn cases() -> [Case; 7] {
    [
        anything(),
        payments(),
        numbers(),
        strings(),
        unique(),
        patterns(),
        trees(),
    ]
}

fn anything() -> Case {
    let nested = |open: &str, close: &str| {
        let one = format!("{}1{}", open.repeat(100), close.repeat(100));
        list(|_| one.clone())
    };
    Case {
        title: "any value",
        ways: ANY,
        ordinary: payment(SIZE / INVOICE),
        long: Some(payment(MILLION / INVOICE)),
        hostile: vec![
            (
                "nested as deep as allowed, again and again",
                nested("[", "]"),
            ),
            ("objects nested as deep as allowed", nested("{\"a\":", "}")),
            ("nested without end", "[".repeat(SIZE)),
            (
                "nested much too deep and closed",
                format!("{}{}", "[".repeat(SIZE / 2), "]".repeat(SIZE / 2)),
            ),
            (
                "a million members",
                million_members(|index| format!("\"k{index}\":0")),
            ),
            (
                "a million members of one name",
                million_members(|_| "\"k\":0".to_owned()),
            ),
            ("one long string", format!("\"{}\"", "a".repeat(SIZE))),
            (
                "one long string of escapes",
                format!("\"{}\"", "\\ud83d\\ude00".repeat(SIZE / 12)),
            ),
            ("one long name", format!("{{\"{}\":0}}", "a".repeat(SIZE))),
            ("one long number", "7".repeat(SIZE)),
            ("one long fraction", format!("0.{}", "7".repeat(SIZE))),
            ("empty lists", list(|_| "[]".to_owned())),
        ],
    }
}

fn payments() -> Case {
    let ordinary = payment(SIZE / INVOICE);
    let wrong = ordinary
        .replace("\"INR\"", "0")
        .replace("\"currentVersion\":", "\"currentVersion\":0.5,\"x\":");
    Case {
        title: "payments",
        ways: PAYMENT,
        long: Some(payment(MILLION / INVOICE)),
        hostile: vec![
            ("mistakes in every invoice", wrong),
            (
                "a million members",
                million_members(|index| format!("\"k{index}\":0")),
            ),
            (
                "nested much too deep",
                format!("{{\"x\":{}", "[".repeat(SIZE)),
            ),
        ],
        ordinary,
    }
}

fn numbers() -> Case {
    Case {
        title: "numbers that are multiples",
        ways: NUMBERS,
        long: None,
        ordinary: list(|index| format!("{}.{:02}", index % 100_000, index % 100)),
        hostile: vec![
            ("one long number", format!("[{}]", "7".repeat(SIZE))),
            ("one long fraction", format!("[0.{}]", "7".repeat(SIZE))),
            ("long numbers", list(|_| "7".repeat(1000))),
            (
                "large exponents",
                list(|index| format!("1e{}", 1_000_000_000 + index)),
            ),
            (
                "small exponents",
                list(|index| format!("1e-{}", 1_000_000_000 + index)),
            ),
            ("a million errors", list(|_| "[]".to_owned())),
        ],
    }
}

fn strings() -> Case {
    Case {
        title: "strings that match",
        ways: STRINGS,
        long: None,
        ordinary: list(|_| "\"abababaabb\"".to_owned()),
        hostile: vec![
            (
                "one long string",
                format!("[\"{}\"]", "ab".repeat(SIZE / 2)),
            ),
            (
                "one long string that fails at its end",
                format!("[\"{}c\"]", "ab".repeat(SIZE / 2)),
            ),
            (
                "one long string of escapes",
                format!("[\"{}\"]", "\\u0061".repeat(SIZE / 6)),
            ),
            ("a million errors", list(|_| "0".to_owned())),
            ("a million mismatches", list(|_| "\"c\"".to_owned())),
        ],
    }
}

fn unique() -> Case {
    let object = |index: usize| {
        let [a, b] = [format!("\"a\":{index}"), format!("\"b\":[{index},{{}}]")];
        if index.is_multiple_of(2) {
            format!("{{{a},{b}}}")
        } else {
            format!("{{{b},{a}}}")
        }
    };
    Case {
        title: "items that differ",
        ways: UNIQUE,
        long: None,
        ordinary: list(|index| format!("\"item {index}\"")),
        hostile: vec![
            (
                "numbers in many spellings",
                list(|index| format!("{index}.0e{}", index % 50)),
            ),
            (
                "long numbers that differ at the end",
                list(|index| format!("{}{index:07}", "7".repeat(90))),
            ),
            ("objects in two orders", list(object)),
            (
                "lists that differ at the end",
                list(|index| format!("[[0,0,0,0,0,0,0,0],{index}]")),
            ),
            (
                "lists nested deep",
                list(|index| format!("{}{index}{}", "[".repeat(90), "]".repeat(90))),
            ),
            (
                "strings of escapes",
                list(|index| format!("\"\\u0061\\u0062{index}\"")),
            ),
            ("all items equal", list(|_| "{\"a\":[0]}".to_owned())),
        ],
    }
}

fn patterns() -> Case {
    let name = |name: String| format!("\"{name}\":1");
    Case {
        title: "names that match patterns",
        ways: PATTERNS,
        long: None,
        ordinary: object(|index| format!("\"member {index}\":1")),
        hostile: vec![
            (
                "names that nearly match",
                object(|index| name(format!("{}{index}", "a".repeat(50)))),
            ),
            (
                "names that need each way",
                object(|index| name(format!("{}{index}", "xy".repeat(25)))),
            ),
            (
                "one long name that nearly matches",
                format!("{{\"{}c\":1}}", "a".repeat(SIZE)),
            ),
            (
                "one long name that needs each way",
                format!("{{\"{}\":1}}", "xyz".repeat(SIZE / 3) + "w"),
            ),
            (
                "a million errors",
                object(|index| format!("\"x{index}yz\":1")),
            ),
        ],
    }
}

fn trees() -> Case {
    let nested = |end: &str| {
        let one = format!("{}{end}{}", "{\"a\":".repeat(100), "}".repeat(100));
        list(|_| one.clone())
    };
    let beside = |end: &str| {
        let one = format!(
            "{}{end}{}",
            "{\"z\":[1,2,3],\"a\":".repeat(100),
            ",\"y\":1}".repeat(100)
        );
        list(|_| one.clone())
    };
    Case {
        title: "trees of several alternatives",
        ways: TREES,
        long: None,
        ordinary: list(|index| format!("{{\"x\":1,\"name\":\"item {index}\",\"a\":{{\"y\":2}}}}")),
        hostile: vec![
            ("nested, the last alternative at each level", nested("1")),
            ("nested, the second at each level, known late", beside("{}")),
        ],
    }
}

/// A list of as many items as make up the size.
fn list(item: impl Fn(usize) -> String) -> String {
    format!("[{}]", joined(item))
}

fn object(member: impl Fn(usize) -> String) -> String {
    format!("{{{}}}", joined(member))
}

fn joined(part: impl Fn(usize) -> String) -> String {
    let mut out = part(0);
    for index in 1.. {
        if out.len() >= SIZE {
            break;
        }
        out.push(',');
        out.push_str(&part(index));
    }
    out
}

fn million_members(member: impl Fn(usize) -> String) -> String {
    let members: Vec<String> = (0..1_000_000).map(member).collect();
    format!("{{{}}}", members.join(","))
}
