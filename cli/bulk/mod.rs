//! Many documents: all cores, bounded memory, and reports in the order of the documents.

mod blocks;
pub(crate) mod files;
pub(crate) mod lines;
mod numbers;
pub(crate) mod progress;
pub(crate) mod turns;

use std::num::NonZeroUsize;
use std::thread;

/// How many threads work on so many pieces: as many as were asked for, else one for each core.
fn threads(jobs: Option<NonZeroUsize>, pieces: usize) -> usize {
    // To ask for the number of cores means to read files.
    if pieces <= 1 {
        return 1;
    }
    let threads = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    threads.min(pieces)
}
