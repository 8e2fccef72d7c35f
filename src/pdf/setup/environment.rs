//! The places of programs and of the cache folder: the values that the rest of the set-up works with.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::machine::{LaunchLimits, Program, cache_dir};
use crate::platform::{is_executable, program_files};

/// The folder of typst and fonts that may stand beside the program.
const TOOLS_FOLDER: &str = "junsoku-tools";

/// The values that the set-up takes from the environment, so that tests need not change the process's own.
#[derive(Debug, Clone)]
pub(super) struct Environment {
    /// The search path; the called programs get the same one.
    pub path: OsString,
    /// The cargo that runs this program (`cargo run` says so), for when none is on the search path.
    pub running_cargo: Option<PathBuf>,
    /// The folder of tools beside the program, if there is one: typst, and `fonts/`.
    pub tools: Option<PathBuf>,
    /// The cache folder, absolute, if one can be determined. It need not exist.
    pub cache: Option<PathBuf>,
}

impl Environment {
    /// The environment of this process.
    pub(super) fn of_process() -> Self {
        Self {
            path: std::env::var_os("PATH").unwrap_or_default(),
            running_cargo: std::env::var_os("CARGO").map(PathBuf::from).filter(|path| is_executable(path)),
            tools: tools_beside_program(),
            cache: cache_dir(),
        }
    }

    /// Every program called `name` on the search path, in its order.
    pub(super) fn programs<'a>(&'a self, name: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
        let files = program_files(name);
        // A relative folder would run whatever lies in the folder of the user's content.
        std::env::split_paths(&self.path)
            .filter(|folder| folder.is_absolute())
            .flat_map(move |folder| files.iter().map(|file| folder.join(file)).collect::<Vec<_>>())
            .filter(|path| is_executable(path))
    }

    /// The program `program` for at most `time`, with this search path and the variables of this process that `takes`
    /// says.
    pub(super) fn program(&self, program: &Path, time: Duration, takes: impl Fn(&OsStr) -> bool) -> Program {
        // Cargo and npm take the memory that they need; only sheets are set within a limit.
        let mut started = Program::new(program, LaunchLimits { time, memory: LaunchLimits::ANY_MEMORY });
        for (name, value) in std::env::vars_os().filter(|(name, _)| takes(name)) {
            started = started.env(name, value);
        }
        started.env("PATH", &self.path)
    }
}

/// The folder of tools that a release packs beside this program; none where there is none.
fn tools_beside_program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    Some(program.parent()?.join(TOOLS_FOLDER)).filter(|folder| folder.is_dir())
}

/// The variable that has typst leave aside the fonts that it carries. A typst that carries none, such as `setup` builds, refuses the argument
/// of that meaning.
pub(in crate::pdf) const WITHOUT_OWN_FONTS: &str = "TYPST_IGNORE_EMBEDDED_FONTS";

/// Whether the variable `name` would change how `cargo install` builds typst: the settings of the user's own
/// build, and what `cargo run` sets for its child. What cargo needs to reach its registry stays.
pub(super) fn disturbs_cargo(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let keeps = ["CARGO_HOME", "CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTR", "CARGO_SOURCE_", "CARGO_BUILD_JOBS"];
    let linker = name.starts_with("CARGO_TARGET_") && name.ends_with("_LINKER");
    let setting = name.starts_with("CARGO_") && !linker && !keeps.iter().any(|keep| name.starts_with(keep));
    let foreign = ["RUSTC", "RUSTFLAGS", "RUSTDOCFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"];
    setting || foreign.contains(&&*name)
}

/// Whether typst needs the variable `name` to find the fonts of the machine: those of the user lie below HOME.
pub(in crate::pdf) fn is_needed_by_fonts(name: &OsStr) -> bool {
    ["HOME", "XDG_DATA_HOME", "SystemRoot", "LOCALAPPDATA"].iter().any(|needed| name == *needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_of_typst_keeps_only_what_reaches_the_registry() {
        for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_TARGET_DIR", "RUSTFLAGS", "RUSTC_WRAPPER"] {
            assert!(disturbs_cargo(OsStr::new(name)), "{name}");
        }
        for name in ["CARGO", "CARGO_HOME", "CARGO_HTTP_PROXY", "CARGO_REGISTRIES_X_INDEX", "RUSTUP_TOOLCHAIN"] {
            assert!(!disturbs_cargo(OsStr::new(name)), "{name}");
        }
        assert!(!disturbs_cargo(OsStr::new("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER")));
        assert!(disturbs_cargo(OsStr::new("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS")));
    }
}
