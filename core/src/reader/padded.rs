//! Short documents with room behind their end. What looks at many bytes at a time has to look at the
//! last ones otherwise; in a document of some hundred bytes there are many last ones.

use super::scan;
use std::cell::Cell;

/// A document, and how much of the text it is.
#[derive(Debug, Clone, Copy)]
pub struct Document<'t> {
    pub(super) text: &'t str,
    pub(super) end: usize,
}

/// Longer documents would be copied for longer than their ends take.
const LONGEST: usize = 768;

/// Zeros, which are neither white space nor part of anything else.
const PADDING: &str = match str::from_utf8(&[0; 72]) {
    Ok(zeros) => zeros,
    Err(_) => unreachable!(),
};

thread_local! {
    /// Room for the copy of the thread's next document.
    static ROOM: Cell<String> = const { Cell::new(String::new()) };
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
    // The copy would have to reach memory before it is looked at.
    let Ok(text) = scan::text(bytes) else {
        return false;
    };
    if text.len() > LONGEST {
        return judge(Document::new(text));
    }
    // Somebody's `Drop` may judge another document meanwhile, or run when the thread has ended.
    let mut room = ROOM.try_with(Cell::take).unwrap_or_default();
    room.clear();
    room.push_str(text);
    room.push_str(PADDING);
    let end = text.len();
    let judged = judge(Document { text: &room, end });
    let _ = ROOM.try_with(|place| place.set(room));
    judged
}
