//! What automata read instead of characters: a byte for each kind of characters that some patterns
//! tell apart. ASCII characters stand for themselves.

use regex_syntax::hir::{Class, ClassBytes, ClassBytesRange, Hir, HirKind, Look, Repetition};
use std::collections::{BTreeMap, BTreeSet};

/// The first byte that stands for characters beyond ASCII.
const FIRST: u8 = 0x80;
/// So many ranges of such characters the classes of a pattern may have. Tables of letters are left
/// to the engine, which shares them.
const RANGES: usize = 64;

/// The ranges of a class that are beyond ASCII.
type Ranges = Vec<(u32, u32)>;

/// Which byte stands for which characters.
pub(super) struct Alphabet {
    /// All characters beyond ASCII, in order: the first and the last of each range, and its byte.
    ranges: Vec<(char, char, u8)>,
    last: u8,
}

impl Alphabet {
    /// The alphabet of several patterns; `None` where it would be too large.
    pub(super) fn of(patterns: &[Hir]) -> Option<Self> {
        let mut classes = BTreeSet::new();
        for pattern in patterns {
            collect(pattern, &mut classes)?;
        }
        if classes.iter().map(Vec::len).sum::<usize>() > RANGES {
            return None;
        }
        let mut borders = BTreeSet::from([u32::from(FIRST), u32::from(char::MAX) + 1]);
        for &(first, last) in classes.iter().flatten() {
            borders.extend([first, behind(last)]);
        }
        let mut bytes = BTreeMap::new();
        let mut ranges: Vec<(char, char, u8)> = Vec::new();
        for (&first, &end) in borders.iter().zip(borders.iter().skip(1)) {
            let member =
                |class: &Ranges| class.iter().any(|&(from, to)| from <= first && first <= to);
            let kind: Vec<bool> = classes.iter().map(member).collect();
            let next = u8::try_from(usize::from(FIRST) + bytes.len()).ok()?;
            let byte = *bytes.entry(kind).or_insert(next);
            ranges.push((char::from_u32(first)?, before(end)?, byte));
        }
        let last = ranges.iter().map(|range| range.2).max()?;
        Some(Self { ranges, last })
    }

    /// The bytes that stand for something.
    pub(super) fn bytes(&self) -> impl Iterator<Item = u8> {
        0..=self.last
    }

    /// The characters that some bytes stand for, as ranges.
    pub(super) fn characters(&self, bytes: &BTreeSet<u8>) -> Vec<(char, char)> {
        let ascii = (0..FIRST).map(|byte| (char::from(byte), char::from(byte), byte));
        let mut found: Vec<(char, char)> = Vec::new();
        for (first, last, byte) in ascii.chain(self.ranges.iter().copied()) {
            if bytes.contains(&byte) {
                match found.last_mut() {
                    Some(range) if behind(u32::from(range.1)) == u32::from(first) => range.1 = last,
                    _ => found.push((first, last)),
                }
            }
        }
        found
    }

    /// A pattern with bytes instead of characters. `None` where it has what means something else
    /// then.
    pub(super) fn translate(&self, pattern: &Hir) -> Option<Hir> {
        Some(match pattern.kind() {
            HirKind::Empty => Hir::empty(),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                Hir::concat(text.chars().map(|one| self.class(&[(one, one)])).collect())
            }
            HirKind::Class(class) => self.class(&super::ranges(class)?),
            HirKind::Look(
                look @ (Look::Start | Look::End | Look::WordAscii | Look::WordAsciiNegate),
            ) => Hir::look(*look),
            HirKind::Look(_) => return None,
            HirKind::Repetition(repetition) => Hir::repetition(Repetition {
                sub: Box::new(self.translate(&repetition.sub)?),
                ..*repetition
            }),
            HirKind::Capture(capture) => self.translate(&capture.sub)?,
            HirKind::Concat(parts) => Hir::concat(self.each(parts)?),
            HirKind::Alternation(parts) => Hir::alternation(self.each(parts)?),
        })
    }

    fn each(&self, parts: &[Hir]) -> Option<Vec<Hir>> {
        parts.iter().map(|part| self.translate(part)).collect()
    }

    fn class(&self, class: &[(char, char)]) -> Hir {
        let ascii = class.iter().filter(|range| range.0.is_ascii());
        let mut bytes: Vec<ClassBytesRange> = ascii
            .map(|&(first, last)| ClassBytesRange::new(first as u8, last.min('\x7f') as u8))
            .collect();
        for &(first, _, byte) in &self.ranges {
            if class.iter().any(|&(from, to)| (from..=to).contains(&first)) {
                bytes.push(ClassBytesRange::new(byte, byte));
            }
        }
        Hir::class(Class::Bytes(ClassBytes::new(bytes)))
    }
}

/// What follows a character: no character is half of a surrogate pair.
fn behind(character: u32) -> u32 {
    match character {
        0xD7FF => 0xE000,
        other => other + 1,
    }
}

fn before(end: u32) -> Option<char> {
    match end {
        0xE000 => Some('\u{D7FF}'),
        _ => char::from_u32(end - 1),
    }
}

/// Notes the classes of a pattern that have characters beyond ASCII.
fn collect(pattern: &Hir, classes: &mut BTreeSet<Ranges>) -> Option<()> {
    let mut note = |class: &[(char, char)]| {
        let beyond = class.iter().filter(|range| !range.1.is_ascii());
        let clipped = |&(first, last): &(char, char)| (u32::from(first.max('\u{80}')), last.into());
        let ranges: Ranges = beyond.map(clipped).collect();
        if !ranges.is_empty() {
            classes.insert(ranges);
        }
    };
    match pattern.kind() {
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            text.chars().for_each(|one| note(&[(one, one)]));
        }
        HirKind::Class(class) => note(&super::ranges(class)?),
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Repetition(repetition) => collect(&repetition.sub, classes)?,
        HirKind::Capture(capture) => collect(&capture.sub, classes)?,
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            for part in parts {
                collect(part, classes)?;
            }
        }
    }
    Some(())
}
