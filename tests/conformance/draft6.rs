//! The official suite's tests of draft 6.

use std::process::ExitCode;
use tollgate_tests::conformance;
use tollgate_tests::suite::DRAFT_6;

fn main() -> ExitCode {
    conformance::run(&DRAFT_6)
}
