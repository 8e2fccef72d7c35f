//! Names of the files of programs.

use std::env::consts::EXE_SUFFIX;

/// The name of the file of the program `name`: `typst.exe` on Windows.
pub(crate) fn program_file(name: &str) -> String {
    format!("{name}{EXE_SUFFIX}")
}

/// The names under which the program `name` may stand on the search path, the best first; on Windows npm is a `.cmd`.
pub(crate) fn program_files(name: &str) -> Vec<String> {
    let mut names = vec![program_file(name)];
    if !EXE_SUFFIX.is_empty() {
        names.push(format!("{name}.cmd"));
    }
    names
}
