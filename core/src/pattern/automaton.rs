//! Patterns as tables that the compiler of the schema has made: one look-up for each character.

use super::Class;
use crate::keyword::pattern::Offence;

/// From here on no text matches,
const NEVER: u8 = 0xFE;
/// and from here on each does.
const ALWAYS: u8 = 0xFF;

/// The states of a walk over a text, and where each character leads.
#[derive(Debug)]
pub struct Automaton<T: ?Sized = [u8]> {
    /// The column of each ASCII character.
    ascii: [u8; 128],
    /// The columns behind the first, which is that of all other characters.
    classes: &'static [Class],
    states: usize,
    /// Column by column the next state by each state; the last column is that of the end.
    next: T,
}

impl<const N: usize> Automaton<[u8; N]> {
    /// Reads a table. It has a word for each state, the one that begins the walk first: the names of
    /// the next states by a character of no class, by one of each class, and at the end. `0` and
    /// `1` are the names of those that end the walk, as a text that does not match and as one that
    /// does; `2` is that of the first word.
    pub const fn new(classes: &'static [Class], table: &[u8; N]) -> Self {
        let width = classes.len() + 2;
        let states = (N + 1) / (width + 1);
        let mut next = [NEVER; N];
        let (mut at, mut state) = (0, 0);
        while state < states {
            let mut place = state;
            while place < states * width {
                next[place] = table[at].wrapping_sub(b'2');
                place += states;
                at += 1;
            }
            at += 1; // what parts the words
            state += 1;
        }
        Self {
            ascii: columns(classes),
            classes,
            states,
            next,
        }
    }
}

/// The column of each ASCII character.
// The compiler goes through this step by step, so only characters that are in a class have one.
const fn columns(classes: &[Class]) -> [u8; 128] {
    let mut columns = [0; 128];
    let mut column = 1;
    let mut rest = classes;
    while let [class, behind @ ..] = rest {
        let mut characters = class.ascii;
        while characters != 0 {
            columns[characters.trailing_zeros() as usize] = column;
            characters &= characters - 1;
        }
        column += 1;
        rest = behind;
    }
    columns
}

impl Automaton {
    /// Whether a text matches.
    pub(super) fn is_match(&self, text: &str) -> bool {
        let mut state = 0;
        for (index, &byte) in text.as_bytes().iter().enumerate() {
            let Some(&column) = self.ascii.get(usize::from(byte)) else {
                return self.walk(state, &text[index..]).1 == ALWAYS;
            };
            state = self.next(state, usize::from(column));
            if state >= NEVER {
                return state == ALWAYS;
            }
        }
        self.at_end(state) == ALWAYS
    }

    /// The first character that no text has there which matches.
    pub(super) fn offence(&self, text: &str) -> Option<Offence> {
        let (index, state) = self.walk(0, text);
        let character = text.chars().nth(index)?;
        (state == NEVER).then_some(Offence::Character { index, character })
    }

    /// How a walk ends that goes on from `state`, and at which character.
    fn walk(&self, mut state: u8, text: &str) -> (usize, u8) {
        for (index, character) in text.chars().enumerate() {
            state = self.next(state, self.column(character));
            if state >= NEVER {
                return (index, state);
            }
        }
        (usize::MAX, self.at_end(state))
    }

    fn column(&self, character: char) -> usize {
        if let Some(&column) = self.ascii.get(character as usize) {
            return usize::from(column);
        }
        let has = |class: &Class| class.contains(character);
        let class = self.classes.iter().position(has);
        class.map_or(0, |class| class + 1)
    }

    #[inline]
    fn next(&self, state: u8, column: usize) -> u8 {
        self.next[column * self.states + usize::from(state)]
    }

    fn at_end(&self, state: u8) -> u8 {
        self.next(state, self.classes.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Class = Class {
        ascii: 0x07ff_fffe_0000_0000_0000_0000_0000_0000,
        others: &[('é', 'é')],
    };
    const DASH: Class = Class {
        ascii: 1 << b'-',
        others: &[],
    };
    /// `^[a-zé]+(-[a-zé]+)*$`
    static WORDS: &Automaton = &const { Automaton::new(&[DASH, SMALL], b"0030 0231") };
    /// `-`
    static HAS_DASH: &Automaton = &const { Automaton::new(&[DASH], b"210") };

    #[test]
    fn a_text_leads_through_the_states() {
        for text in ["a", "ab-c", "é-é", "a-é-b"] {
            assert!(WORDS.is_match(text), "{text}");
            assert_eq!(WORDS.offence(text), None, "{text}");
        }
        for text in ["", "-", "a-", "a--b", "é-", "ü", "a1", "aü"] {
            assert!(!WORDS.is_match(text), "{text}");
        }
        assert!(HAS_DASH.is_match("ü-") && HAS_DASH.is_match("-ü") && !HAS_DASH.is_match("aü"));
    }

    #[test]
    fn the_first_wrong_character_is_found() {
        let offence = |text: &str| match WORDS.offence(text) {
            Some(Offence::Character { index, character }) => Some((index, character)),
            other => {
                assert_eq!(other, None);
                None
            }
        };
        assert_eq!(offence("a--b"), Some((2, '-')));
        assert_eq!(offence("éü"), Some((1, 'ü')));
        assert_eq!(offence("a-"), None);
        assert_eq!(HAS_DASH.offence("abc"), None);
    }
}
