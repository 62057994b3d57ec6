//! What engines and automata read instead of characters: a number for each kind of characters that a
//! pattern tells apart. ASCII characters stand for themselves.

use super::characters::{characters, contains, ranges};
use regex_syntax::hir::{Hir, HirKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tollgate_core::pattern::KINDS;

/// The first kind of characters beyond ASCII.
const FIRST: u16 = 0x80;

/// The ranges of a class that are beyond ASCII.
type Ranges = Vec<(u32, u32)>;

/// Which kind is that of which characters.
pub(super) struct Alphabet {
    /// All characters beyond ASCII, in order: the first and the last of each range, and its kind.
    ranges: Vec<(char, char, u16)>,
}

impl Alphabet {
    /// The alphabet of several patterns.
    ///
    /// # Errors
    /// That it would be too large, or what is no class of characters.
    pub(super) fn of<'h>(patterns: impl Iterator<Item = &'h Hir>) -> Result<Self, String> {
        let mut classes = BTreeSet::new();
        for pattern in patterns {
            collect(pattern, &mut classes)?;
        }
        let mut borders = BTreeSet::from([u32::from(FIRST), u32::from(char::MAX) + 1]);
        for &(first, last) in classes.iter().flatten() {
            borders.extend([first, behind(last)]);
        }
        // What no class has is the first kind.
        let mut kinds = BTreeMap::from([(vec![false; classes.len()], FIRST)]);
        let mut ranges: Vec<(char, char, u16)> = Vec::new();
        for (&first, &end) in borders.iter().zip(borders.iter().skip(1)) {
            let classes: Vec<bool> = classes.iter().map(|class| contains(class, first)).collect();
            let next = usize::from(FIRST) + kinds.len();
            let next = u16::try_from(next).ok().filter(|&next| next < KINDS);
            let next = next.ok_or("it tells too many kinds of characters apart")?;
            let kind = *kinds.entry(classes).or_insert(next);
            if let (Some(first), Some(last)) = (char::from_u32(first), before(end)) {
                ranges.push((first, last, kind));
            }
        }
        Ok(Self { ranges })
    }

    /// The kinds that there are characters of.
    pub(super) fn kinds(&self) -> BTreeSet<u16> {
        let beyond = self.ranges.iter().map(|range| range.2);
        (0..FIRST).chain(beyond).collect()
    }

    /// How many ranges of characters beyond ASCII are told apart.
    pub(super) fn ranges(&self) -> usize {
        self.ranges.len()
    }

    /// The characters of some kinds, as ranges.
    pub(super) fn characters(&self, kinds: &BTreeSet<u16>) -> Vec<(char, char)> {
        let ascii = ('\0'..='\x7f').map(|one| (one, one, one as u16));
        let mut found: Vec<(char, char)> = Vec::new();
        for (first, last, kind) in ascii.chain(self.ranges.iter().copied()) {
            if kinds.contains(&kind) {
                match found.last_mut() {
                    Some(range) if behind(u32::from(range.1)) == u32::from(first) => range.1 = last,
                    _ => found.push((first, last)),
                }
            }
        }
        found
    }

    /// As the run time reads it: how many characters one after another are of which kind.
    pub(super) fn written(&self) -> String {
        let mut written = String::new();
        let firsts = self.ranges.iter().map(|range| u32::from(range.0));
        for (&(first, _, kind), next) in self.ranges.iter().zip(firsts.skip(1)) {
            let space = if written.is_empty() { "" } else { " " };
            let count = next - u32::from(first);
            let _ = write!(written, "{space}{count:x}");
            if kind != FIRST {
                let _ = write!(written, ".{kind:x}");
            }
        }
        // What is behind the last is of the first kind if nothing else is said.
        if let Some(&(first, last, kind)) = self.ranges.last()
            && kind != FIRST
        {
            let count = u32::from(last) - u32::from(first) + 1;
            let _ = write!(written, " {count:x}.{kind:x}");
        }
        written.trim_start().to_owned()
    }

    /// The kinds of the characters of a class, as ranges.
    pub(super) fn class(&self, class: &[(char, char)]) -> Vec<(u16, u16)> {
        let ascii = class.iter().filter(|range| range.0.is_ascii());
        let mut kinds: Vec<(u16, u16)> = ascii
            .map(|&(first, last)| (first as u16, last.min('\x7f') as u16))
            .collect();
        let beyond = self.ranges.iter().filter(|range| contains(class, range.0));
        let beyond: BTreeSet<u16> = beyond.map(|range| range.2).collect();
        for kind in beyond {
            match kinds.last_mut() {
                Some(range) if range.1 + 1 == kind => range.1 = kind,
                _ => kinds.push((kind, kind)),
            }
        }
        kinds
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
fn collect(pattern: &Hir, classes: &mut BTreeSet<Ranges>) -> Result<(), String> {
    let mut note = |class: &[(char, char)]| {
        let beyond = class.iter().filter(|range| !range.1.is_ascii());
        let clipped = |&(first, last): &(char, char)| (u32::from(first.max('\u{80}')), last.into());
        let ranges: Ranges = beyond.map(clipped).collect();
        if !ranges.is_empty() {
            classes.insert(ranges);
        }
    };
    match pattern.kind() {
        HirKind::Literal(literal) => characters(literal)?
            .chars()
            .for_each(|one| note(&[(one, one)])),
        HirKind::Class(class) => note(&ranges(class)?),
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Repetition(repetition) => collect(&repetition.sub, classes)?,
        HirKind::Capture(capture) => collect(&capture.sub, classes)?,
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().try_for_each(|part| collect(part, classes))?;
        }
    }
    Ok(())
}
