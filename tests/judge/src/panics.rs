//! Panics as values.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs `work`; where it panics, the message and its place in the source are the error, and nothing
/// is printed.
///
/// # Errors
/// What the panic says.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        panic::set_hook(Box::new(|info| {
            LAST.with_borrow_mut(|last| *last = info.to_string());
        }));
    });
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| LAST.take())
}
