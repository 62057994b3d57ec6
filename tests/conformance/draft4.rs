//! The official suite's tests of draft 4.

use std::process::ExitCode;
use tollgate_tests::conformance;
use tollgate_tests::suite::DRAFT_4;

fn main() -> ExitCode {
    conformance::run(&DRAFT_4)
}
