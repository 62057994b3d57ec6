//! How far the work is, on a terminal, when it takes longer than a moment.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

/// So long nobody wonders.
const MOMENT: Duration = Duration::from_millis(700);

pub(crate) struct Progress {
    begun: Instant,
    /// What a bar would show; nothing where nobody looks.
    unit: Option<Unit>,
    total: Option<u64>,
    done: u64,
    bar: Option<ProgressBar>,
}

enum Unit {
    Files,
    Bytes,
}

impl Progress {
    pub(crate) fn of_files(count: usize) -> Self {
        Self::new(Unit::Files, Some(count as u64))
    }

    /// Where the number of bytes is not known, what was read is shown.
    pub(crate) fn of_bytes(total: Option<u64>) -> Self {
        Self::new(Unit::Bytes, total)
    }

    fn new(unit: Unit, total: Option<u64>) -> Self {
        Self {
            begun: Instant::now(),
            unit: io::stderr().is_terminal().then_some(unit),
            total,
            done: 0,
            bar: None,
        }
    }

    pub(crate) fn advance(&mut self, by: u64) {
        self.done += by;
        match (&self.bar, &self.unit) {
            (Some(bar), _) => bar.set_position(self.done),
            (None, Some(unit)) if self.begun.elapsed() > MOMENT => {
                let bar = bar(unit, self.total);
                bar.set_position(self.done);
                self.bar = Some(bar.with_elapsed(MOMENT));
            }
            (None, _) => {}
        }
    }

    /// Does something that may write to the same terminal.
    pub(crate) fn aside(&self, write: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(unit: &Unit, total: Option<u64>) -> ProgressBar {
    let (bar, template) = match (total, unit) {
        (Some(total), Unit::Files) => (
            ProgressBar::new(total),
            "{wide_bar} {pos}/{len} files, {eta} left",
        ),
        (Some(total), Unit::Bytes) => (
            ProgressBar::new(total),
            "{wide_bar} {binary_bytes}/{binary_total_bytes}, {binary_bytes_per_sec}, {eta} left",
        ),
        (None, _) => (
            ProgressBar::no_length(),
            "{spinner} {binary_bytes} read, {binary_bytes_per_sec}",
        ),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
