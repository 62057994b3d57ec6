//! Keys of JSON values: equal values have the same, all others another (Core 2020-12 §4.2.2). Keys
//! are compared and hashed, so that finding a value among many never means comparing it with each.
//!
//! A scalar that is written as simply as can be is its own key. Otherwise a number is written as
//! [`Exact::canonical`] writes it, a string without escapes, an object by its names in order.
//! Inside a key, bytes that UTF-8 does not have end each scalar, each name and each object.

use crate::number::Exact;
use crate::reader::{Names, Object, Reader, Settings, Stop, Verdict};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// The key of a value.
pub(crate) type Key<'a> = Cow<'a, [u8]>;

const END: u8 = 0xFF;
const END_OF_OBJECT: u8 = 0xFE;
/// Up to this many items are compared one by one.
const FEW: usize = 12;

/// The key of the JSON text `text`, which was read before. `None` where it nests deeper than
/// `max_depth`, which whoever read it has reported.
pub(crate) fn key(text: &str, max_depth: usize) -> Option<Key<'_>> {
    item(&mut reader(text, max_depth)).ok()
}

/// Of the items of the JSON text `array`, the first that equals an earlier one, behind the first
/// that it equals. The text was read before; `max_depth` is as above.
pub(crate) fn equal_items(array: &str, max_depth: usize) -> Option<(usize, usize)> {
    twins(&item_keys(array, max_depth).ok()?)
}

fn reader(text: &str, max_depth: usize) -> Reader<'_, Verdict> {
    let settings = Settings {
        max_depth,
        ..Settings::DEFAULT
    };
    Reader::new(text, settings, Verdict)
}

fn item_keys(array: &str, max_depth: usize) -> Result<Vec<Key<'_>>, Stop> {
    let mut reader = reader(array, max_depth);
    let mut keys = Vec::new();
    if let Some(mut array) = reader.array()? {
        while array.next(&mut reader)? {
            keys.push(item(&mut reader)?);
        }
    }
    Ok(keys)
}

fn twins(keys: &[Key<'_>]) -> Option<(usize, usize)> {
    if keys.len() <= FEW {
        let first = |at: usize| keys[..at].iter().position(|key| *key == keys[at]);
        return (1..keys.len()).find_map(|at| Some((first(at)?, at)));
    }
    let mut seen = HashMap::with_capacity(keys.len());
    let mut keys = keys.iter().enumerate();
    keys.find_map(|(at, key)| seen.insert(key, at).map(|first| (first, at)))
}

/// The key of the value at hand.
fn item<'a>(reader: &mut Reader<'a, Verdict>) -> Result<Key<'a>, Stop> {
    match reader.peek() {
        Some(b'[' | b'{') => {
            let mut key = Vec::new();
            write(reader, &mut key)?;
            Ok(Cow::Owned(key))
        }
        Some(b'"') => {
            let token = reader.quoted()?;
            if token.is_escaped() {
                return Ok(Cow::Owned(format!("\"{}", token.text()).into_bytes()));
            }
            let Range { start, end } = token.span();
            Ok(Cow::Borrowed(reader.text_of(start..end - 1).as_bytes()))
        }
        Some(b'-' | b'0'..=b'9') => {
            let number = reader.number()?.ok_or(Stop::Invalid)?;
            // Eighteen digits, as in `Exact::canonical`, at the least.
            if number.is_plain() && number.text().len() <= 18 && number.text() != "-0" {
                return Ok(Cow::Borrowed(number.text().as_bytes()));
            }
            let canonical = Exact::new(number.text()).canonical();
            Ok(Cow::Owned(canonical.into_bytes()))
        }
        _ => {
            let start = reader.position();
            reader.skip()?;
            let word = reader.text_of(start..reader.position());
            Ok(Cow::Borrowed(word.as_bytes()))
        }
    }
}

/// Writes the value at hand as a part of a key. Recursion ends at the nesting limit.
fn write(reader: &mut Reader<'_, Verdict>, key: &mut Vec<u8>) -> Result<(), Stop> {
    match reader.peek() {
        Some(b'[') => {
            let mut array = reader.array()?.ok_or(Stop::Invalid)?;
            key.push(b'[');
            while array.next(reader)? {
                write(reader, key)?;
            }
            key.push(b']');
        }
        Some(b'{') => {
            let object = reader.object()?.ok_or(Stop::Invalid)?;
            key.push(b'{');
            write_members(reader, object, key)?;
            key.push(END_OF_OBJECT);
        }
        _ => {
            key.extend_from_slice(&item(reader)?);
            key.push(END);
        }
    }
    Ok(())
}

/// A member in a key that is being written: its name, which begins it, and all of it.
struct Member {
    name: Range<usize>,
    end: usize,
}

fn write_members(
    reader: &mut Reader<'_, Verdict>,
    mut object: Object,
    key: &mut Vec<u8>,
) -> Result<(), Stop> {
    let begin = key.len();
    let mut members = Vec::new();
    while object.next(reader, Names::NONE)?.is_some() {
        let start = key.len();
        key.extend_from_slice(object.name(reader).0.as_bytes());
        let name = start..key.len();
        key.push(END);
        write(reader, key)?;
        let end = key.len();
        members.push(Member { name, end });
    }
    let name = |member: &Member| &key[member.name.clone()];
    if members.is_sorted_by(|one, next| name(one) < name(next)) {
        return Ok(());
    }
    members.sort_by(|one, other| name(one).cmp(name(other)));
    let sorted = in_order(&members, key);
    key.truncate(begin);
    key.extend_from_slice(&sorted);
    Ok(())
}

/// The sorted members one after another. Of equally named ones the last counts: where that is not
/// what the schema's settings say, they were reported.
fn in_order(members: &[Member], key: &[u8]) -> Vec<u8> {
    let mut sorted = Vec::new();
    for (at, member) in members.iter().enumerate() {
        let next = members.get(at + 1).map(|next| &key[next.name.clone()]);
        if next != Some(&key[member.name.clone()]) {
            sorted.extend_from_slice(&key[member.name.start..member.end]);
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::{equal_items, key};
    use std::fmt::Write as _;

    const DEPTH: usize = 128;

    /// Each value as the exact comparison of whole values sees it is the oracle.
    #[test]
    fn keys_are_equal_where_values_are() {
        let values = [
            "null",
            "true",
            "false",
            "0",
            "-0",
            "0.0",
            "0e5",
            "1",
            "1.0",
            "1e0",
            "10e-1",
            "-1",
            "100",
            "1e2",
            "123456789012345678",
            "123456789012345678.0",
            "1234567890123456789",
            "1234567890123456789.0",
            "1234567890123456790",
            "123456789012345679e1",
            "0.1",
            "1e-1",
            "1e400",
            "10e399",
            "-1e400",
            "\"\"",
            "\"1\"",
            "\"null\"",
            "\"a\"",
            "\"\\u0061\"",
            "\"a\\\"\"",
            "\"\\\"\"",
            "\"\\n\"",
            "\"\\u000a\"",
            "[]",
            "[[]]",
            "[1]",
            "[1.0]",
            "[11]",
            "[1,1]",
            "[\"1\",\"1\"]",
            "[\"1,1\"]",
            "[null]",
            "[\"null\"]",
            "{}",
            "[{}]",
            "{\"a\":1}",
            "{\"a\":[1]}",
            "{\"\\u0061\":1.0}",
            "{\"a\":1,\"b\":2}",
            "{ \"b\" : 2.0 , \"a\" : 1 }",
            "{\"a\":2,\"b\":1}",
            "{\"ab\":1,\"a\":[{},{}]}",
            "{\"a\":[{},{}],\"ab\":1}",
            "{\"a\":[{}],\"ab\":1}",
            "{\"a\":\"b\",\"c\":1}",
            "{\"a\":{\"b\":1}}",
            "{\"a\":{},\"b\":1}",
            "{\"a\":{\"}b\":1}}",
            "{\"a\":{\"b\":1},\"c\":{}}",
            "{\"c\":{},\"a\":{\"b\":1}}",
        ];
        for one in values {
            for other in values {
                let value = |text: &str| crate::json::parse_unchecked(text);
                let expected = value(one) == value(other);
                assert_eq!(
                    key(one, DEPTH) == key(other, DEPTH),
                    expected,
                    "{one} {other}"
                );
                let array = format!("[{one} ,{other}]");
                let twins = equal_items(&array, DEPTH);
                assert_eq!(twins, expected.then_some((0, 1)), "{array}");
            }
        }
    }

    #[test]
    fn the_first_of_many_twins_is_found() {
        for count in [3, 12, 13, 1000] {
            let mut array = "[\"a\"".to_owned();
            for at in 1..count {
                let _ = write!(array, ", {at}");
            }
            assert_eq!(equal_items(&format!("{array}]"), DEPTH), None);
            let twins = equal_items(&format!("{array}, 2.0, \"a\"]"), DEPTH);
            assert_eq!(twins, Some((2, count)));
        }
    }

    #[test]
    fn of_equally_named_members_the_last_counts() {
        let twice = r#"{"b":1,"a":1,"b":[]}"#;
        assert_eq!(key(twice, DEPTH), key(r#"{"a":1,"b":[]}"#, DEPTH));
    }

    #[test]
    fn what_nests_too_deep_has_no_key() {
        let nest = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(key(&nest(128), DEPTH).is_some());
        assert!(key(&nest(129), DEPTH).is_none());
        assert!(key(&nest(1_000_000), DEPTH).is_none());
    }
}
