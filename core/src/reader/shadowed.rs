//! `duplicates = last`: finds the members that a later one of the same name replaces, before the
//! document is read, so that they can be passed over as if they were not there.

use super::{Names, Object, Reader, Settings, Sink, Stop};
use crate::report::Failure;
use std::collections::HashMap;

/// The sink of a walk that looks for duplicates: it judges nothing.
#[derive(Debug)]
pub(super) struct Ignore;

impl Sink for Ignore {
    const TELLS_DOUBLED: bool = false;

    fn fail(&mut self, _: impl FnOnce() -> Failure) -> Result<(), Stop> {
        Ok(())
    }
    fn syntax(&mut self, _: &mut dyn FnMut() -> Failure) {}
}

/// Where the names of replaced members begin, in order. A malformed document has none: reading it
/// says what is wrong with it.
#[cold]
pub(super) fn members(text: &str, settings: Settings) -> Vec<usize> {
    let settings = Settings {
        last_duplicate_counts: false,
        ..settings
    };
    let mut reader = Reader::new(text, settings, Ignore);
    let mut shadowed = Vec::new();
    match find(&mut reader, &mut shadowed) {
        Ok(()) => shadowed.sort_unstable(),
        Err(Stop::Invalid | Stop::Fatal) => shadowed.clear(),
    }
    shadowed
}

impl<S: Sink> Reader<'_, S> {
    /// Where the value at hand begins and ends. Nothing in it is judged but that it is JSON.
    pub(crate) fn extent(&mut self) -> Result<std::ops::Range<usize>, Stop> {
        S::extent(self)
    }

    pub(super) fn extent_here(&mut self) -> Result<std::ops::Range<usize>, Stop> {
        let settings = Settings {
            max_depth: usize::MAX,
            ..Settings::DEFAULT
        };
        let mut ahead = Reader::new(self.text.as_str(), settings, Ignore);
        (ahead.at, ahead.depth_left) = (self.at, self.depth_left);
        match ahead.skip() {
            Ok(()) => Ok(self.at..ahead.at),
            // Reading the value finds the same and reports it.
            Err(_) => self.skip().map(|()| self.at..self.at),
        }
    }
}

fn find(reader: &mut Reader<'_, Ignore>, shadowed: &mut Vec<usize>) -> Result<(), Stop> {
    match reader.peek() {
        Some(b'{') => match reader.object_here()? {
            Some(object) => find_in_object(reader, object, shadowed),
            None => Ok(()),
        },
        Some(b'[') => {
            if let Some(mut array) = reader.array_here()? {
                while array.next(reader)? {
                    find(reader, shadowed)?;
                }
            }
            Ok(())
        }
        _ => reader.skip(),
    }
}

fn find_in_object(
    reader: &mut Reader<'_, Ignore>,
    mut object: Object,
    shadowed: &mut Vec<usize>,
) -> Result<(), Stop> {
    let mut last = HashMap::new();
    while object.next(reader, Names::NONE)?.is_some() {
        let (name, span) = object.name(reader);
        if let Some(earlier) = last.insert(name, span.start) {
            shadowed.push(earlier);
        }
        find(reader, shadowed)?;
    }
    Ok(())
}
