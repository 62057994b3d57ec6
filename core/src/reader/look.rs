//! One look over the members of the object at hand, before alternatives are asked: which of some
//! members are there, and which string one of them is. It judges nothing, and ends where anything
//! is out of the ordinary; what it did not find out remains open.

use super::hop::{behind_container, behind_string};
use super::key::Key;
use super::window::WINDOW;
use super::words::Words;
use super::{Reader, Sink, scan};
use std::ops::Range;

/// Members that tell alternatives apart. A set of alternatives has a bit for each.
#[derive(Debug)]
pub struct Tell {
    /// The names. If strings are listed, they are those of the first member.
    names: Words,
    /// For each name the alternatives that allow no object without such a member.
    needed_by: &'static [u64],
    strings: Words,
    /// For each string the alternatives that allow it.
    allowed_by: &'static [u64],
    /// The alternatives that allow any other string.
    others_allowed_by: u64,
}

/// No look goes further than this many bytes.
const FURTHEST: usize = 1_024;

impl Tell {
    /// Alternatives are told apart by the members that they need.
    pub const fn new(names: Words, needed_by: &'static [u64]) -> Self {
        Self {
            names,
            needed_by,
            strings: Words::NONE,
            allowed_by: &[],
            others_allowed_by: u64::MAX,
        }
    }

    /// And by the string that the first of these is.
    #[must_use]
    pub const fn by_value(
        self,
        strings: Words,
        allowed_by: &'static [u64],
        others_allowed_by: u64,
    ) -> Self {
        Self {
            strings,
            allowed_by,
            others_allowed_by,
            ..self
        }
    }

    /// The alternatives that need a member which is not among those that were `seen`.
    fn needing_more(&self, seen: u64) -> u64 {
        let needed = self.needed_by.iter().enumerate();
        let missing = needed.filter(|(index, _)| seen & 1 << index == 0);
        missing.fold(0, |all, (_, needed)| all | needed)
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Those of the alternatives in `open` that may allow the object at hand.
    #[inline(never)]
    pub(super) fn told_apart(&mut self, tell: &Tell, open: u64) -> u64 {
        if !self.shadowed.is_empty() {
            return open;
        }
        let mut look = self.look(FURTHEST);
        let left = look.over_members(tell, open);
        self.aside.looks = self.aside.looks.saturating_sub(look.at - self.at);
        left
    }

    /// Where the values of the members with these names stand in the object at hand; `None` where
    /// that could not be found out.
    #[inline(never)]
    pub(super) fn places(&mut self, names: &Words) -> Option<Places> {
        if !self.shadowed.is_empty() {
            return None;
        }
        let mut look = self.look(usize::MAX);
        let places = look.for_places(names);
        self.aside.looks = self.aside.looks.saturating_sub(look.at - self.at);
        places
    }

    /// Begins a look at the object at hand.
    fn look(&self, furthest: usize) -> Look<'_> {
        Look {
            document: self.text.as_str(),
            text: self.bytes(),
            at: self.at + 1,
            end: self.at.saturating_add(furthest.min(self.aside.looks)),
        }
    }
}

/// Where the values of some members of an object stand, by the places of their names in a list.
#[derive(Debug)]
pub struct Places {
    places: [usize; MOST_PLACES],
    /// A bit for each value that the object's walk went past without reading it.
    unread: u32,
}

/// The compiler looks for no more.
const MOST_PLACES: usize = u32::BITS as usize;

impl Places {
    /// None of them is known to be there.
    pub(super) const NONE: Self = Self {
        places: [0; MOST_PLACES],
        unread: 0,
    };

    /// Notes where one of them stands.
    #[inline]
    pub(super) fn note(&mut self, index: usize, place: usize) {
        if let Some(noted) = self.places.get_mut(index) {
            *noted = place;
        }
    }

    /// Where one of them stands, if it is there.
    #[inline]
    pub(super) fn of(&self, index: usize) -> Option<usize> {
        // No value in an object is the first byte of a document.
        self.places.get(index).copied().filter(|&place| place > 0)
    }

    /// Notes that one of them is yet to be read.
    pub(super) fn leave(&mut self, index: usize) {
        self.unread |= 1 << index;
    }

    /// Whether one of them is yet to be read.
    pub(super) fn is_unread(&self, index: usize) -> bool {
        self.unread & 1 << index != 0
    }

    /// Notes that one of them was read.
    pub(super) fn set_read(&mut self, index: usize) {
        self.unread &= !(1 << index);
    }

    /// Takes one that is yet to be read: where it stands.
    pub(super) fn take_unread(&mut self) -> Option<usize> {
        if self.unread == 0 {
            return None;
        }
        let index = self.unread.trailing_zeros() as usize;
        self.set_read(index);
        self.of(index)
    }
}

struct Look<'t> {
    document: &'t str,
    text: &'t [u8],
    at: usize,
    /// From here on nothing is looked at.
    end: usize,
}

impl Look<'_> {
    fn over_members(&mut self, tell: &Tell, mut open: u64) -> u64 {
        let mut seen = 0;
        while self.at < self.end {
            match self.name(&tell.names) {
                Some(Ok(Some(index))) => {
                    seen |= 1 << index;
                    if index == 0
                        && !tell.allowed_by.is_empty()
                        && let Some(span) = self.string()
                    {
                        let found = tell.strings.index_at(self.document, span);
                        let allowed = found.and_then(|index| tell.allowed_by.get(index));
                        open &= allowed.copied().unwrap_or(tell.others_allowed_by);
                        if open & open.wrapping_sub(1) == 0 {
                            return open;
                        }
                    }
                    if seen + 1 == 1 << tell.needed_by.len() {
                        return open;
                    }
                }
                Some(Ok(None)) => {}
                Some(Err(End)) => return open & !tell.needing_more(seen),
                None => return open,
            }
            if self.pass_value().is_none() {
                return open;
            }
        }
        open
    }

    fn for_places(&mut self, names: &Words) -> Option<Places> {
        let mut places = Places::NONE;
        while self.at < self.end {
            match self.name(names)? {
                Ok(Some(index)) => places.note(index, self.at),
                Ok(None) => {}
                Err(End) => return Some(places),
            }
            self.pass_value()?;
        }
        None
    }

    /// Goes to the next value; gives the index of its name, if it is one that tells something.
    #[inline]
    fn name(&mut self, names: &Words) -> Option<Result<Option<usize>, End>> {
        let filled;
        let window: &[u8; WINDOW] = if let Some(window) = scan::piece(self.text, self.at) {
            window
        } else {
            filled = scan::last_piece(self.text, self.at);
            &filled
        };
        match window {
            [b'"', ..] => {}
            [b'}', ..] => return Some(Err(End)),
            _ => return self.name_with_care(names),
        }
        let name = window[1..].first_chunk::<35>()?;
        let (blocks, _) = name.split_first_chunk()?;
        let length = scan::ends_in(blocks).trailing_zeros() as usize;
        match name[..].get(length..length + 3) {
            Some(&[b'"', b':', behind]) if behind > b' ' => {}
            Some([b'"', b':', b' ']) if window[length + 4] > b' ' => self.at += 1,
            _ => return self.name_with_care(names),
        }
        self.at += length + 3;
        Some(Ok(names.find_short(&Key::of_start(blocks, length))))
    }

    /// The same for a long name, or one that is not written as most are.
    #[inline(never)]
    fn name_with_care(&mut self, names: &Words) -> Option<Result<Option<usize>, End>> {
        match self.peek()? {
            b'}' => return Some(Err(End)),
            b'"' => {}
            _ => return None,
        }
        let name = self.string()?;
        self.at = name.end + 1;
        if self.peek()? != b':' {
            return None;
        }
        self.at += 1;
        self.peek()?;
        Some(Ok(names.index_of(&self.document[name])))
    }

    /// Goes behind the value at hand, and behind the comma and the white space that follow.
    #[inline]
    fn pass_value(&mut self) -> Option<()> {
        match *self.text.get(self.at)? {
            b'"' => match scan::short_string_end(self.text, self.at) {
                Some(end) => self.at = end,
                None => self.pass_string()?,
            },
            b'{' | b'[' => self.pass_container()?,
            b't' | b'n' => self.at += 4,
            b'f' => self.at += 5,
            _ => {
                let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b'\0'..=b' ');
                self.at += self.text.get(self.at..)?.iter().position(ends)?;
            }
        }
        match self.peek()? {
            b',' => {
                self.at += 1;
                self.peek().map(drop)
            }
            b'}' => Some(()),
            _ => None,
        }
    }

    #[inline]
    fn peek(&mut self) -> Option<u8> {
        let byte = *self.text.get(self.at)?;
        if byte > b' ' {
            return Some(byte);
        }
        self.at = scan::skip_whitespace(self.text, self.at);
        self.text.get(self.at).copied()
    }

    /// Where the string at hand stands between its quotes, which stays at hand; `None` where
    /// there is none, or an escape in it.
    #[inline]
    fn string(&self) -> Option<Range<usize>> {
        if *self.text.get(self.at)? != b'"' {
            return None;
        }
        let end = scan::string_end(self.text, self.at + 1);
        if *self.text.get(end)? != b'"' {
            return None;
        }
        Some(self.at + 1..end)
    }

    /// Goes behind the string that the cursor stands on.
    #[inline]
    fn pass_string(&mut self) -> Option<()> {
        let behind = behind_string(self.text, self.at + 1);
        self.go_to(behind, self.text.len())
    }

    /// Goes behind the array or object that the cursor stands on, if it ends where looks do.
    fn pass_container(&mut self) -> Option<()> {
        let end = self.end.min(self.text.len());
        let behind = behind_container(&self.text[..end], self.at);
        self.go_to(behind, end)
    }

    /// Goes to a place; where there is none, to where it was looked for, because looks are counted by
    /// how far they got.
    #[inline]
    fn go_to(&mut self, place: Option<usize>, looked_to: usize) -> Option<()> {
        self.at = place.unwrap_or(looked_to);
        place.map(|_| ())
    }
}

/// Behind the last member.
struct End;
