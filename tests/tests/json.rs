//! What JSON is: the reader and `serde_json` agree on texts with one byte changed, whether values are
//! built or only judged.

use req_pay::ReqPayRequest;
use serde::de::IgnoredAny;
use tollgate::{Json, Schema};
use tollgate_tests::examples::example;
use tollgate_tests::mutants::{Dice, broken_text};

/// Texts with everything in them that JSON has.
const SEEDS: [&str; 4] = [
    r#"{"a": [1, -0.5e+10, 1E-2, 0], "b": {"c": null, "d": [true, false, []], "": {}}}"#,
    r#"["\u0041\ud83d\ude00\"\\\/\b\f\n\r\t", "é\u00e9", "\u2028"]"#,
    " [ 1 , \t{ \"x\" : \"y\" } \r\n] ",
    r"[1.25, 12345678901234567890123456789, 1e999, -1, 0.0]",
];

#[test]
fn the_reader_accepts_what_serde_json_accepts() {
    let mut dice = Dice::new(7);
    let (mut accepted, mut refused) = (0, 0);
    let mut seeds: Vec<Vec<u8>> = SEEDS.iter().map(|seed| seed.as_bytes().to_vec()).collect();
    seeds.push(example("one-invoice.json"));
    for seed in &seeds {
        for _ in 0..4_000 {
            let mut text = broken_text(seed, &mut dice);
            if dice.below(4) == 0 {
                text = broken_text(&text, &mut dice);
            }
            let expected = is_json(&text);
            let found = Json::validate_json(&text);
            let is_syntax = |report: &tollgate::Report| report[0].keyword() == "syntax";
            let is_refused = found.as_ref().err().is_some_and(is_syntax);
            assert_eq!(!is_refused, expected, "{}", String::from_utf8_lossy(&text));
            assert_eq!(Json::from_json(&text).is_ok(), found.is_ok());
            assert_eq!(Json::is_valid_json(&text), found.is_ok());
            if expected {
                accepted += 1;
            } else {
                refused += 1;
            }
        }
    }
    assert!(
        accepted > 1_000 && refused > 1_000,
        "{accepted} accepted, {refused} refused"
    );
}

/// The example with another line break and another step of indentation.
fn indented(line_break: &str, step: &str) -> Vec<u8> {
    let text = String::from_utf8(example("one-invoice.json")).unwrap();
    let lines = text.lines().map(|line| {
        let content = line.trim_start();
        let levels = (line.len() - content.len()) / 2;
        format!("{}{content}{line_break}", step.repeat(levels))
    });
    lines.collect::<String>().into_bytes()
}

/// The example with lines of which each is indented as it comes.
fn uneven(dice: &mut Dice) -> Vec<u8> {
    let text = String::from_utf8(example("one-invoice.json")).unwrap();
    let lines = text.lines().map(|line| {
        let step = if dice.below(3) == 0 {
            dice.below(40)
        } else {
            4
        };
        format!("{:step$}{}\n", "", line.trim_start())
    });
    lines.collect::<String>().into_bytes()
}

#[test]
fn generated_types_read_every_way_to_write_a_document_and_nothing_that_is_not_json() {
    let mut dice = Dice::new(11);
    let mut seeds: Vec<Vec<u8>> = (0..6).map(|_| uneven(&mut dice)).collect();
    for line_break in ["", " ", "\n", "\r\n", "\n\n"] {
        for step in ["", " ", "  ", "    ", "        ", "\t"] {
            seeds.push(indented(line_break, step));
        }
    }
    for seed in seeds {
        assert!(ReqPayRequest::is_valid_json(&seed));
        assert!(ReqPayRequest::from_json(&seed).is_ok());
        for _ in 0..250 {
            let text = broken_text(&seed, &mut dice);
            let shown = String::from_utf8_lossy(&text);
            let found = ReqPayRequest::validate_json(&text);
            assert_eq!(ReqPayRequest::is_valid_json(&text), found.is_ok());
            assert_eq!(ReqPayRequest::from_json(&text).is_ok(), found.is_ok());
            let keyword = found.as_ref().err().map(|report| report[0].keyword());
            assert_eq!(keyword == Some("syntax"), !is_json(&text), "{shown}");
            assert_ne!(keyword, Some("internal"), "{shown}");
        }
    }
}

/// `serde_json` passes over what it ignores without looking closely, so the text is also read into
/// its values; numbers beyond its own range are none of this test's business.
fn is_json(text: &[u8]) -> bool {
    match serde_json::from_slice::<serde_json::Value>(text) {
        Ok(_) => true,
        Err(error) => {
            error.to_string().contains("number out of range")
                && serde_json::from_slice::<IgnoredAny>(text).is_ok()
                && std::str::from_utf8(text).is_ok()
        }
    }
}
