//! The official suite's required tests of draft 2020-12, also through trees of `serde_json`.

use std::process::ExitCode;
use tollgate_tests::conformance;
use tollgate_tests::suite::DRAFT_2020_12;

fn main() -> ExitCode {
    conformance::run_through_trees(&DRAFT_2020_12)
}
