//! Panics as values.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs `work`; where it panics, the message and its place in the source are the error, and nothing
/// is printed.
///
/// # Errors
/// What the panic says.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(keep_messages);
    let outer = IS_CAUGHT.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(outer);
    result.map_err(|_| LAST.take())
}

/// Keeps the messages of panics that are caught here; others go where they went.
fn keep_messages() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if IS_CAUGHT.get() {
            LAST.with_borrow_mut(|last| *last = info.to_string());
        } else {
            others(info);
        }
    }));
}
