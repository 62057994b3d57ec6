//! The req-pay payloads.

mod agree;
mod engines;
mod measure;
mod payload;
mod plain;
mod table;

use crate::Options;

/// Measures everything and returns the table.
pub(crate) fn run(options: Options) -> String {
    agree::check();
    let effort = if options.quick {
        measure::Effort::QUICK
    } else {
        measure::Effort::FULL
    };
    let sections: Vec<_> = engines::groups()
        .iter()
        .flat_map(|group| payload::all().map(|payload| measure::section(group, payload, effort)))
        .collect();
    if options.json {
        table::json(&sections)
    } else {
        table::text(&sections)
    }
}
