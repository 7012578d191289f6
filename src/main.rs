//! `jisr MAP` opens the window; `jisr COMMAND` works without one.

use std::process::ExitCode;

fn main() -> ExitCode {
    jisr::cli::run(std::env::args_os())
}
