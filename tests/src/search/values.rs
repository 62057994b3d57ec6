//! The few names and values that schemas and instances share, so that they meet.

use fastrand::Rng;
use serde_json::{Value, json};

/// The names of members.
pub(super) const NAMES: [&str; 4] = ["a", "b", "abc", "x"];

/// Patterns that match some of the names and strings.
pub(super) const PATTERNS: [&str; 6] = ["^a", "b", "^x$", "c$", "^[a-c]+$", ""];

pub(super) fn name(rng: &mut Rng) -> String {
    pick(rng, &NAMES).to_string()
}

pub(super) fn pick<'t, T>(rng: &mut Rng, some: &'t [T]) -> &'t T {
    &some[rng.usize(..some.len())]
}

/// A value that is no container, or a small one.
pub(super) fn value(rng: &mut Rng, depth: usize) -> Value {
    let kinds = if depth == 0 { 13 } else { 17 };
    match rng.u8(0..kinds) {
        0 => json!(0),
        1 => json!(1),
        2 => json!(1.0),
        3 => json!(-1),
        4 => json!(2.5),
        5 => json!(100.0),
        6 => json!(3),
        7 => json!(""),
        8 => json!("abc"),
        9 => json!(pick(rng, &NAMES)),
        10 => json!(true),
        11 => json!(false),
        12 => Value::Null,
        13 | 14 => {
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
