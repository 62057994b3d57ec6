//! The documents: valid payments, and each of them with one mistake.

use std::sync::LazyLock;

/// A valid document and its twin with a mistake.
pub(crate) struct Payload {
    pub(crate) name: &'static str,
    pub(crate) valid: &'static [u8],
    /// Where the twin's mistake is.
    pub(crate) mistake: &'static str,
    pub(crate) invalid: Vec<u8>,
}

const ONE: &str = include_str!("../../../schema/examples/one-invoice.json");
const HUNDRED: &str = include_str!("../../../schema/examples/hundred-invoices.json");

/// The first example as a client sends it, without the line breaks and the indentation of the file.
static SENT: LazyLock<String> = LazyLock::new(|| {
    let payment = req_pay::ReqPayRequest::from_json(ONE.as_bytes());
    payment.expect("the example is valid").to_json_string()
});

static ALL: LazyLock<[Payload; 3]> = LazyLock::new(|| {
    [
        Payload {
            name: "one-invoice.json, as sent",
            valid: SENT.as_bytes(),
            mistake: "in its first member",
            invalid: replaced(&SENT, "\"GEOCODE\"", "17"),
        },
        Payload {
            name: "one-invoice.json, indented as in the file",
            valid: ONE.as_bytes(),
            mistake: "in its first member",
            invalid: replaced(ONE, "\"GEOCODE\"", "17"),
        },
        Payload {
            name: "hundred-invoices.json",
            valid: HUNDRED.as_bytes(),
            mistake: "in its last member",
            invalid: replaced(
                HUNDRED,
                "\"October run, approved by accounts payable\"",
                "null",
            ),
        },
    ]
});

/// Every payload.
pub(crate) fn all() -> std::slice::Iter<'static, Payload> {
    ALL.iter()
}

fn replaced(text: &str, value: &str, other: &str) -> Vec<u8> {
    assert_eq!(
        text.matches(value).count(),
        1,
        "{value} stands in the payload once"
    );
    text.replace(value, other).into_bytes()
}
