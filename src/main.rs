//! The `greffe` binary: reads the command line, runs a command, gives its exit code.

use std::process::ExitCode;

mod cli;

fn main() -> ExitCode {
    cli::main()
}
