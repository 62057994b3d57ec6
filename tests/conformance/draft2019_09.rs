//! The official suite's tests of draft 2019-09.

use std::process::ExitCode;
use tollgate_tests::conformance;
use tollgate_tests::suite::DRAFT_2019_09;

fn main() -> ExitCode {
    conformance::run(&DRAFT_2019_09)
}
