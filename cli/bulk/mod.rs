//! Many documents: all cores, bounded memory, and reports in the order of the documents.

mod blocks;
pub(crate) mod files;
pub(crate) mod lines;
pub(crate) mod progress;
pub(crate) mod turns;

use std::num::NonZeroUsize;
use std::thread;

/// How many threads work: so many as were asked for, else one for each core.
fn threads(jobs: Option<NonZeroUsize>) -> usize {
    jobs.or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
}
