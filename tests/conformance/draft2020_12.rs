//! The official suite's tests of draft 2020-12.

use std::process::ExitCode;
use tollgate_tests::conformance;
use tollgate_tests::suite::DRAFT_2020_12;

fn main() -> ExitCode {
    conformance::run(&DRAFT_2020_12)
}
