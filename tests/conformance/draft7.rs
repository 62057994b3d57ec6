//! The official suite's tests of draft 7.

use std::process::ExitCode;
use tollgate_tests::conformance;
use tollgate_tests::suite::DRAFT_7;

fn main() -> ExitCode {
    conformance::run(&DRAFT_7)
}
