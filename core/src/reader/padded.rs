//! Short documents with room behind their end. What looks at many bytes at a time has to look at the
//! last ones otherwise; in a document of some hundred bytes there are many last ones, and blanks make them
//! more.

use super::scan;
use std::mem::MaybeUninit;
use std::ops::BitOr;

/// A document, and how much of the text it is.
#[derive(Debug, Clone, Copy)]
pub struct Document<'t> {
    pub(super) text: &'t str,
    pub(super) end: usize,
}

/// Longer documents would be copied for longer than their ends take.
const LONGEST: usize = 2_048;

/// Zeros, which are neither white space nor part of anything else.
const PADDING: [u8; 72] = [0; 72];

/// Room for a copy. It is not filled before: that would take as long as the copy. It begins where a line of
/// the cache does, so that no piece is written across two.
#[repr(align(64))]
struct Room([MaybeUninit<u8>; LONGEST + PADDING.len()]);

impl Room {
    const fn new() -> Self {
        Self([const { MaybeUninit::uninit() }; LONGEST + PADDING.len()])
    }

    /// Copies a document, with padding behind it; `None` for what is not UTF-8, and for what is longer
    /// than there is room.
    #[expect(
        unsafe_code,
        reason = "to fill the room first, or to test the copy for UTF-8, takes as long as to copy"
    )]
    #[inline]
    fn copy(&mut self, bytes: &[u8]) -> Option<Document<'_>> {
        let is_text = self.copy_bytes(bytes)? || str::from_utf8(bytes).is_ok();
        let end = bytes.len();
        let padding = self.0.get_mut(end..)?.first_chunk_mut()?;
        *padding = PADDING.map(MaybeUninit::new);
        let copied = &self.0[..end + PADDING.len()];
        is_text.then(|| {
            // SAFETY: so many bytes were written: UTF-8, and zeros.
            let text = unsafe { str::from_utf8_unchecked(copied.assume_init_ref()) };
            Document { text, end }
        })
    }

    /// Copies as many bytes as there are: whether all are ASCII. That is seen on the way: the copy would have
    /// to reach memory before it is looked at.
    #[inline]
    fn copy_bytes(&mut self, bytes: &[u8]) -> Option<bool> {
        let place = self.0.get_mut(..bytes.len())?;
        let copied = copy_pieces(bytes, place)
            .or_else(|| copy_ends::<32>(bytes, place))
            .or_else(|| copy_ends::<16>(bytes, place));
        Some(copied.unwrap_or_else(|| {
            place.write_copy_of_slice(bytes);
            bytes.is_ascii()
        }))
    }
}

/// Copies 64 bytes at a time, the last ones once more if need be: whether all are ASCII; `None` for less
/// than that.
#[inline]
fn copy_pieces(bytes: &[u8], place: &mut [MaybeUninit<u8>]) -> Option<bool> {
    let last: &[u8; 64] = bytes.last_chunk()?;
    place.last_chunk_mut::<64>()?.write_copy_of_slice(last);
    // All words that stand as far from the beginning of their pieces: tested once for all pieces.
    let mut all = [0; 8];
    let pieces = bytes.as_chunks::<64>().0.iter();
    for (piece, place) in pieces.zip(place.as_chunks_mut::<64>().0) {
        place.write_copy_of_slice(piece);
        for (all, word) in all.iter_mut().zip(piece.as_chunks().0) {
            *all |= u64::from_ne_bytes(*word);
        }
    }
    Some(scan::is_ascii_piece(last) & scan::is_ascii_word(all.into_iter().fold(0, BitOr::bitor)))
}

/// Copies so many bytes from the beginning and so many up to the end, which together are all: whether they
/// are ASCII; `None` for less than that, and for more than both.
#[inline]
fn copy_ends<const N: usize>(bytes: &[u8], place: &mut [MaybeUninit<u8>]) -> Option<bool> {
    if bytes.len() > 2 * N {
        return None;
    }
    let (first, last) = (bytes.first_chunk::<N>()?, bytes.last_chunk::<N>()?);
    place.first_chunk_mut::<N>()?.write_copy_of_slice(first);
    place.last_chunk_mut::<N>()?.write_copy_of_slice(last);
    Some(scan::is_ascii_piece(first) & scan::is_ascii_piece(last))
}

impl<'t> Document<'t> {
    /// The document that is the whole text.
    pub(crate) fn new(text: &'t str) -> Self {
        let end = text.len();
        Self { text, end }
    }
}

/// Has a document judged that nothing is kept of; `false` for what is not UTF-8. It is one function for
/// all types, which would compile it again and again.
pub(crate) fn judge(bytes: &[u8], judge: fn(Document<'_>) -> bool) -> bool {
    if bytes.len() > LONGEST {
        return scan::text(bytes).is_ok_and(|text| judge(Document::new(text)));
    }
    let mut room = Room::new();
    room.copy(bytes).is_some_and(judge)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, PADDING, Room};

    /// Around the sizes of pieces, and of the room.
    fn lengths() -> impl Iterator<Item = usize> {
        (0..=200).chain(LONGEST - 3..=LONGEST)
    }

    #[test]
    fn a_copy_is_the_text_with_zeros_behind() {
        for length in lengths() {
            let text: String = ('a'..='z').cycle().take(length).collect();
            let mut room = Room::new();
            let document = room.copy(text.as_bytes()).unwrap();
            let expected = format!("{text}{}", "\0".repeat(PADDING.len()));
            assert_eq!((document.text, document.end), (expected.as_str(), length));
        }
        assert!(Room::new().copy(&[b' '; LONGEST + 1]).is_none());
    }

    #[test]
    fn a_copy_is_utf8_wherever_other_characters_stand() {
        for length in lengths() {
            for at in 0..length {
                let mut bytes = vec![b' '; length];
                bytes[at] = 0xc3;
                assert!(Room::new().copy(&bytes).is_none(), "{length} {at}");
                if at + 1 < length {
                    bytes[at + 1] = 0xa9;
                    let mut room = Room::new();
                    let document = room.copy(&bytes).unwrap();
                    assert_eq!(&document.text.as_bytes()[..length], bytes, "{at}");
                }
            }
        }
    }
}
