//! Documents with small mistakes, the same in every run.

use serde_json::{Map, Value, json};

/// A generator of numbers that look random (Knuth's 64-bit linear congruence).
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Starts a sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }
}

/// The document with one to three values changed, members dropped, renamed or added.
pub fn mutant(document: &Value, dice: &mut Dice) -> Value {
    let mut mutant = document.clone();
    for _ in 0..=dice.below(3) {
        let steps = dice.below(6);
        mutate(&mut mutant, steps, dice);
    }
    mutant
}

/// Goes down at most `steps` levels and changes what is there.
fn mutate(value: &mut Value, steps: usize, dice: &mut Dice) {
    match value {
        Value::Object(members) if steps > 0 && !members.is_empty() => {
            let index = dice.below(members.len());
            if let Some((_, value)) = members.iter_mut().nth(index) {
                mutate(value, steps - 1, dice);
            }
        }
        Value::Array(items) if steps > 0 && !items.is_empty() => {
            let index = dice.below(items.len());
            mutate(&mut items[index], steps - 1, dice);
        }
        Value::Object(members) if dice.below(3) > 0 => mutate_members(members, dice),
        Value::Array(items) if dice.below(3) > 0 => {
            items.push(other_value(dice));
        }
        Value::String(text) if dice.below(2) > 0 => mutate_text(text, dice),
        value => *value = other_value(dice),
    }
}

fn mutate_members(members: &mut Map<String, Value>, dice: &mut Dice) {
    let names: Vec<String> = members.keys().cloned().collect();
    let name = names
        .get(dice.below(names.len()))
        .cloned()
        .unwrap_or_default();
    match dice.below(3) {
        0 => {
            members.remove(&name);
        }
        1 => {
            let value = members.remove(&name).unwrap_or_default();
            members.insert(format!("{name}s"), value);
        }
        _ => {
            members.insert("extra/~".to_owned(), other_value(dice));
        }
    }
}

fn mutate_text(text: &mut String, dice: &mut Dice) {
    match dice.below(5) {
        0 => text.push('\n'),
        1 => text.push('"'),
        2 => *text = text.to_lowercase(),
        3 => text.clear(),
        _ => *text = "\u{1f600}".repeat(dice.below(130)),
    }
}

fn other_value(dice: &mut Dice) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1.0),
        json!(-1.5),
        json!(1e3),
        json!(""),
        json!("x"),
        json!("INR"),
        json!("NEFT"),
        json!([]),
        json!([1, "a"]),
        json!({}),
        json!({"name": 1}),
        json!({"objectId": "x"}),
    ];
    values[dice.below(values.len())].clone()
}

/// The text with one byte changed, dropped or doubled.
pub fn broken_text(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.to_vec();
    let at = dice.below(bytes.len());
    match dice.below(3) {
        0 => {
            let alphabet = b"{}[]:,\"\\ \n0123456789.eE+-truefalsn/\x00\x1f\x7f\x80\xc3\xff";
            bytes[at] = alphabet[dice.below(alphabet.len())];
        }
        1 => {
            bytes.remove(at);
        }
        _ => bytes.insert(at, bytes[at]),
    }
    bytes
}
