//! Tries a folder of schemas and instances that nobody wrote for this project.

use std::process::ExitCode;

fn main() -> ExitCode {
    tollgate_tests::corpus::main()
}
