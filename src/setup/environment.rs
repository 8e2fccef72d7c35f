//! Where programs and the cache folder are: the values that the rest of the set-up works with.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the set-up takes from the environment, as values, so that tests need not change the process's own.
#[derive(Debug, Clone)]
pub(super) struct Environment {
    /// The search path; the called programs get the same one.
    pub path: OsString,
    /// The cargo that runs this program (`cargo run` says so), for when none is on the search path.
    pub running_cargo: Option<PathBuf>,
    /// The cache folder, absolute, if one can be determined. It need not exist.
    pub cache: Option<PathBuf>,
}

impl Environment {
    /// The environment of this process.
    pub(super) fn of_process() -> Self {
        Self {
            path: std::env::var_os("PATH").unwrap_or_default(),
            running_cargo: std::env::var_os("CARGO").map(PathBuf::from).filter(|path| is_program(path)),
            cache: cache_from(|name| std::env::var_os(name)),
        }
    }

    /// Every program called `name` on the search path, in its order.
    pub(super) fn programs<'a>(&'a self, name: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
        let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
        // A relative folder would run whatever lies in the folder of the user's content.
        std::env::split_paths(&self.path)
            .filter(|folder| folder.is_absolute())
            .flat_map(move |folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
            .filter(|path| is_program(path))
    }

    /// A command for `program` with this search path and nothing to read.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path).stdin(std::process::Stdio::null());
        command
    }
}

fn is_program(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    path.is_file()
}

/// The cache folder according to the variables that `get` gives; an empty variable counts as none.
pub(super) fn cache_from(get: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let var = |name: &str| get(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = var("JUNSOKU_CACHE_DIR") {
        return std::path::absolute(own).ok();
    }
    let base = if cfg!(windows) {
        var("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        var("HOME").map(|home| home.join("Library/Caches"))
    } else {
        // The XDG specification: a relative value is invalid and to be ignored.
        var("XDG_CACHE_HOME").filter(|path| path.is_absolute()).or_else(|| var("HOME").map(|home| home.join(".cache")))
    };
    base.filter(|path| path.is_absolute()).map(|path| path.join("junsoku"))
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

    #[cfg(target_os = "linux")]
    #[test]
    fn the_cache_folder_follows_the_variables_in_order() {
        let (own, xdg, home) = (("JUNSOKU_CACHE_DIR", "/own"), ("XDG_CACHE_HOME", "/xdg"), ("HOME", "/home/me"));
        assert_eq!(cache(&[own, xdg, home]), Some("/own".into()));
        assert_eq!(cache(&[xdg, home]), Some("/xdg/junsoku".into()));
        assert_eq!(cache(&[home]), Some("/home/me/.cache/junsoku".into()));
        assert_eq!(cache(&[("XDG_CACHE_HOME", "relative"), home]), Some("/home/me/.cache/junsoku".into()));
        assert_eq!(cache(&[("JUNSOKU_CACHE_DIR", ""), home]), Some("/home/me/.cache/junsoku".into()));
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
