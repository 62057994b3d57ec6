//! The documents: payments of any number of invoices, in several forms, and with mistakes.

use super::text::Text;
use req_pay::ReqPayRequest;

const ONE: &str = include_str!("../../../schema/examples/one-invoice.json");
const HUNDRED: &str = include_str!("../../../schema/examples/hundred-invoices.json");

/// A valid payment of so many invoices, as a client sends it: no line breaks, no indentation, the
/// members in the schema's order. The invoices of one example come again and again.
pub(crate) fn payment(invoices: usize) -> String {
    let read = |json: &str| ReqPayRequest::from_json(json.as_bytes());
    let mut payment = read(ONE).expect("the example is valid");
    if invoices > 1 {
        let hundred = read(HUNDRED).expect("the example is valid");
        let all = hundred.payment.invoices_pay_infos.into_iter();
        payment.payment.invoices_pay_infos = all.cycle().take(invoices).collect();
    }
    payment.to_json_string()
}

/// The same indented.
pub(crate) fn pretty(compact: &str) -> String {
    Text::of(compact).pretty()
}

/// The members of each object by name, as `serde_json` writes them from a tree.
pub(crate) fn sorted(compact: &str) -> String {
    let mut text = Text::of(compact);
    text.reorder(&mut |members| members.sort_by_key(|(name, _)| *name));
    text.compact()
}

/// The members of each object in an order of its own.
pub(crate) fn shuffled(compact: &str) -> String {
    let mut text = Text::of(compact);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    text.reorder(&mut |members| {
        for end in (1..members.len()).rev() {
            // Xorshift: no order is likelier than another, and each run has the same.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let other = state % (end as u64 + 1);
            members.swap(end, usize::try_from(other).expect("a place in the object"));
        }
    });
    text.compact()
}

/// Where mistakes are.
#[derive(Clone, Copy)]
pub(crate) enum Mistake {
    First,
    Last,
    Everywhere,
}

impl Mistake {
    pub(crate) const ALL: [Self; 3] = [Self::First, Self::Last, Self::Everywhere];

    /// How a table calls it.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::First => "a mistake in the first member",
            Self::Last => "a mistake in the last member",
            Self::Everywhere => "mistakes everywhere",
        }
    }

    /// The payment with this mistake.
    pub(crate) fn in_(self, compact: &str) -> String {
        match self {
            Self::First => replaced(compact, "\"GEOCODE\"", "17"),
            Self::Last => {
                let last = "\"October run, approved by accounts payable\"";
                replaced(compact, last, "null")
            }
            Self::Everywhere => {
                let mut text = Text::of(compact);
                text.replace(&|leaf| {
                    if leaf.starts_with('"') {
                        "17"
                    } else {
                        "\"17\""
                    }
                });
                text.compact()
            }
        }
    }
}

fn replaced(text: &str, value: &str, other: &str) -> String {
    assert_eq!(
        text.matches(value).count(),
        1,
        "{value} stands in the payload once"
    );
    text.replace(value, other)
}
