//! Draws schemas and instances, and looks for verdicts that another validator does not share.

use std::process::ExitCode;

fn main() -> ExitCode {
    tollgate_tests::search::main()
}
