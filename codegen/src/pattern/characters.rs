//! The characters that parts of a pattern stand for, as the parser has read them.

use regex_syntax::hir::{Class, ClassBytesRange, Literal};

/// The characters of a literal.
pub(super) fn characters(literal: &Literal) -> Result<&str, String> {
    std::str::from_utf8(&literal.0).map_err(|error| error.to_string())
}

/// The characters of a class, as ranges in order.
pub(super) fn ranges(class: &Class) -> Result<Vec<(char, char)>, String> {
    match class {
        Class::Unicode(class) => {
            let ranges = class.ranges().iter();
            Ok(ranges.map(|range| (range.start(), range.end())).collect())
        }
        Class::Bytes(class) => {
            let range = |range: &ClassBytesRange| {
                let ends = [range.start(), range.end()].map(char::from);
                let ascii = ends.iter().all(char::is_ascii);
                ascii.then_some((ends[0], ends[1]))
            };
            let ranges: Option<_> = class.ranges().iter().map(range).collect();
            ranges.ok_or_else(|| "bytes that are no characters".to_owned())
        }
    }
}

/// Whether a character is in one of the ranges, which are in order.
pub(super) fn contains<C: Copy + Ord>(ranges: &[(C, C)], character: C) -> bool {
    let at = ranges.partition_point(|&(_, last)| last < character);
    ranges.get(at).is_some_and(|&(first, _)| first <= character)
}
