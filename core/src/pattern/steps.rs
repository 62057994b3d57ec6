//! Patterns as steps, which the compiler of the schema has made, and the automaton that they become:
//! no program has to read the syntax of regular expressions.

use super::alphabet::{KINDS, spelled};
use regex_automata::nfa::thompson::{BuildError, Builder, NFA, Transition};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// A step of a pattern. Each makes a part of it, out of parts that the steps before have made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<K = &'static [(u16, u16)], T = &'static str> {
    /// One character of a kind in these ranges, which are in order.
    Kinds(K),
    /// These ASCII characters.
    Text(T),
    /// The last so many parts, one behind another.
    Join(usize),
    /// One of the last so many parts.
    Either(usize),
    /// The last part between so many and so many times; `u32::MAX` for no end.
    Repeat(u32, u32),
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
    /// Where a word of ASCII characters begins or ends.
    Boundary,
    /// Anywhere else.
    NoBoundary,
}

/// The automaton of those texts in which a pattern matches somewhere, in at most so many bytes of
/// memory. It reads kinds of characters.
///
/// # Errors
/// That it would be larger.
pub fn network<K, T>(steps: &[Step<K, T>], memory: usize) -> Result<NFA, Box<BuildError>>
where
    K: Borrow<[(u16, u16)]>,
    T: Borrow<str>,
{
    let mut builder = Builder::new();
    builder.set_utf8(false);
    builder.set_size_limit(Some(memory))?;
    builder.start_pattern()?;
    let end = builder.add_match()?;
    let (start, _) = part(&mut builder, steps, end)?;
    builder.finish_pattern(start)?;
    let anywhere = builder.add_union(vec![start])?;
    let later = kinds(&mut builder, &[(0, KINDS - 1)], anywhere)?;
    builder.patch(anywhere, later)?;
    Ok(builder.build(start, anywhere)?)
}

/// Where a part begins, and the steps before it.
type Added<'s, K, T> = Result<(StateID, &'s [Step<K, T>]), Box<BuildError>>;

/// Adds the last part that the steps make, in front of what is at `next`.
fn part<'s, K, T>(builder: &mut Builder, steps: &'s [Step<K, T>], next: StateID) -> Added<'s, K, T>
where
    K: Borrow<[(u16, u16)]>,
    T: Borrow<str>,
{
    let Some((step, mut before)) = steps.split_last() else {
        return Ok((next, steps));
    };
    let start = match step {
        Step::Kinds(ranges) => kinds(builder, ranges.borrow(), next)?,
        Step::Text(text) => {
            let mut start = next;
            for byte in text.borrow().bytes().rev() {
                start = builder.add_range(between(byte, byte, start))?;
            }
            start
        }
        Step::Join(count) => {
            let mut start = next;
            for _ in 0..*count {
                (start, before) = part(builder, before, start)?;
            }
            start
        }
        Step::Either(count) => {
            let mut starts = Vec::new();
            for _ in 0..*count {
                let (start, rest) = part(builder, before, next)?;
                starts.push(start);
                before = rest;
            }
            builder.add_union(starts)?
        }
        Step::Repeat(least, most) => return repeated(builder, before, [*least, *most], next),
        Step::Start => builder.add_look(next, Look::Start)?,
        Step::End => builder.add_look(next, Look::End)?,
        Step::Boundary => builder.add_look(next, Look::WordAscii)?,
        Step::NoBoundary => builder.add_look(next, Look::WordAsciiNegate)?,
    };
    Ok((start, before))
}

/// Adds the last part so many times, at most once or more.
fn repeated<'s, K, T>(
    builder: &mut Builder,
    steps: &'s [Step<K, T>],
    [least, most]: [u32; 2],
    next: StateID,
) -> Added<'s, K, T>
where
    K: Borrow<[(u16, u16)]>,
    T: Borrow<str>,
{
    let (mut start, mut before, mut left) = (next, steps, least);
    if most == u32::MAX {
        let again = builder.add_union(vec![next])?;
        (start, before) = part(builder, steps, again)?;
        builder.patch(again, start)?;
        match least.checked_sub(1) {
            Some(others) => left = others,
            None => start = again,
        }
    } else {
        for _ in least..most {
            (start, before) = part(builder, steps, start)?;
            start = builder.add_union(vec![start, next])?;
        }
    }
    for _ in 0..left {
        (start, before) = part(builder, steps, start)?;
    }
    Ok((start, before))
}

/// Adds a character of some kinds.
fn kinds(
    builder: &mut Builder,
    ranges: &[(u16, u16)],
    next: StateID,
) -> Result<StateID, Box<BuildError>> {
    let mut all = Vec::new();
    let mut beyond: BTreeMap<u8, Vec<Transition>> = BTreeMap::new();
    for &(first, last) in ranges {
        if let Some(first) = ascii(first) {
            all.push(between(first, ascii(last).unwrap_or(0x7f), next));
        }
        if ascii(last).is_none() {
            let [from, first] = spelled(first.max(0x80));
            let [to, last] = spelled(last);
            for begins in from..=to {
                let first = if begins == from { first } else { 0x80 };
                let last = if begins == to { last } else { 0xff };
                let ends = beyond.entry(begins).or_default();
                ends.push(between(first, last, next));
            }
        }
    }
    for (begins, ends) in beyond {
        let ends = builder.add_sparse(ends)?;
        all.push(between(begins, begins, ends));
    }
    Ok(builder.add_sparse(all)?)
}

fn ascii(kind: u16) -> Option<u8> {
    u8::try_from(kind).ok().filter(u8::is_ascii)
}

fn between(start: u8, end: u8, next: StateID) -> Transition {
    Transition { start, end, next }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Step::{Boundary, Either, End, Join, Kinds, NoBoundary, Repeat, Start, Text};

    const LETTER: Step = Kinds(&[(b'a' as u16, b'z' as u16), (0x81, 0x81), (0x102, 0x407f)]);
    /// Whether a pattern of `steps` matches in kinds as they are written.
    fn matches(steps: &[Step], kinds: &[u8]) -> bool {
        let network = network(steps, 1 << 16).unwrap();
        let automaton = super::super::linear::Regex::new(network).unwrap();
        automaton.is_match(kinds)
    }

    #[track_caller]
    fn check(steps: &[Step], good: &[&[u8]], bad: &[&[u8]]) {
        for kinds in good {
            assert!(matches(steps, kinds), "{steps:?} in {kinds:x?}");
        }
        for kinds in bad {
            assert!(!matches(steps, kinds), "{steps:?} in {kinds:x?}");
        }
    }

    #[test]
    fn a_part_is_made_of_those_before_it() {
        check(&[], &[b"", b"a"], &[]);
        check(&[Text("ab")], &[b"ab", b"xaby"], &[b"", b"a", b"ba"]);
        check(
            &[Start, Text("a"), LETTER, Either(2), Text("1"), End, Join(4)],
            &[b"a1", b"z1"],
            &[b"1", b"ab1", b"a1 "],
        );
        check(&[Kinds(&[])], &[], &[b"", b"a"]);
        check(&[Either(0)], &[], &[b"", b"a"]);
        check(&[Start, End, Join(2)], &[b""], &[b"a"]);
    }

    #[test]
    fn kinds_beyond_ascii_are_two_bytes() {
        let whole = [Start, LETTER, End, Join(3)];
        let good: [&[u8]; 5] = [b"a", b"\x80\x81", b"\x81\x82", b"\x82\x80", b"\xff\xff"];
        check(
            &whole,
            &good,
            &[b"\x80\x80", b"\x80\x82", b"\x81\x81", b"A"],
        );
        // What begins a character is none of its own.
        check(&[Text("a")], &[b"\x80\x81a"], &[b"\x80\x81"]);
        check(&[Kinds(&[(0x80, 0x80)])], &[b"\x80\x80"], &[b"\x81\x80"]);
    }

    #[test]
    fn parts_are_repeated() {
        let repeated = |least, most| [Start, Text("ab"), Repeat(least, most), End, Join(3)];
        for (least, most) in [(0, 1), (1, 1), (0, 3), (2, 3), (3, 3)] {
            for count in 0..5 {
                let found = matches(&repeated(least, most), "ab".repeat(count).as_bytes());
                let count = u32::try_from(count).unwrap();
                assert_eq!(
                    found,
                    least <= count && count <= most,
                    "{least} {most} {count}"
                );
            }
        }
        for least in 0..4 {
            for count in 0..5 {
                let found = matches(&repeated(least, u32::MAX), "ab".repeat(count).as_bytes());
                assert_eq!(found, least as usize <= count, "{least} {count}");
            }
        }
        let nested = [
            Start,
            LETTER,
            Repeat(0, u32::MAX),
            Repeat(2, 2),
            Text("1"),
            Join(3),
        ];
        check(&nested, &[b"1", b"abc1"], &[b"A1"]);
    }

    #[test]
    fn words_are_made_of_ascii() {
        check(
            &[Text("a"), Boundary, Join(2)],
            &[b"a", b"a-", b"a\x80\x81"],
            &[b"ab"],
        );
        check(
            &[Text("a"), NoBoundary, Join(2)],
            &[b"ab"],
            &[b"a", b"a\x80\x81"],
        );
    }

    #[test]
    fn what_takes_too_much_memory_is_refused() {
        let steps = [LETTER, Repeat(1000, 1000), Repeat(1000, 1000)];
        let error = network(&steps, 1 << 20).unwrap_err();
        assert_eq!(error.size_limit(), Some(1 << 20));
    }
}
