//! The program: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    junsoku::commands::run_command_line(std::env::args_os())
}
