//! Where programs and the cache folder are: the values that the rest of the set-up works with.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::platform::{is_executable, program_files, user_cache};

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
            cache: cache_from(|name| std::env::var_os(name)),
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

    /// A command for `program` with this search path and nothing to read.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path).stdin(std::process::Stdio::null());
        command
    }
}

/// The folder of tools that a release packs beside this program; none where there is none.
fn tools_beside_program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    Some(program.parent()?.join(TOOLS_FOLDER)).filter(|folder| folder.is_dir())
}

/// The cache folder according to the variables that `get` gives; an empty variable counts as none.
pub(super) fn cache_from(get: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let var = |name: &str| get(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = var("JUNSOKU_CACHE_DIR") {
        return std::path::absolute(own).ok();
    }
    user_cache(var).map(|path| path.join("junsoku"))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(vars: &[(&str, &str)]) -> Option<PathBuf> {
        cache_from(|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn the_cache_folder_follows_the_variables_in_order() {
        // Paths that are absolute wherever the test runs; each system's own order is tested in platform/folders.
        let root = std::env::temp_dir().display().to_string();
        let (own, home) = (("JUNSOKU_CACHE_DIR", root.as_str()), [("HOME", root.as_str()), ("LOCALAPPDATA", &root)]);
        assert_eq!(cache(&[own, home[0], home[1]]), Some(PathBuf::from(&root)));
        assert!(cache(&home).is_some_and(|path| path.starts_with(&root) && path.ends_with("junsoku")));
        assert_eq!(cache(&[("JUNSOKU_CACHE_DIR", ""), home[0], home[1]]), cache(&home));
        assert_eq!(cache(&[]), None);
        assert!(cache(&[("JUNSOKU_CACHE_DIR", "relative")]).is_some_and(|path| path.is_absolute()));
    }

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
