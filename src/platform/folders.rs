//! The customary place of a user's cache.

use std::path::PathBuf;

/// The folder in which programs keep what they can make again, by the variables that `variable` gives; none where it is
/// not absolute.
pub(crate) fn user_cache(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    cache_on(std::env::consts::OS, variable)
}

/// As [`user_cache`], on the system of the name `system`.
fn cache_on(system: &str, variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let base = match system {
        "windows" => variable("LOCALAPPDATA"),
        "macos" => variable("HOME").map(|home| home.join("Library").join("Caches")),
        // The XDG specification: a relative value is invalid and to be ignored.
        _ => variable("XDG_CACHE_HOME")
            .filter(|path| path.is_absolute())
            .or_else(|| variable("HOME").map(|home| home.join(".cache"))),
    };
    // A relative HOME would put the cache into whatever folder the program is started in.
    base.filter(|path| path.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_own_place() {
        // A path that is absolute wherever the test runs.
        let root = std::env::temp_dir();
        let given = |name: &str| Some(root.join(name));
        assert_eq!(cache_on("windows", given), Some(root.join("LOCALAPPDATA")));
        assert_eq!(cache_on("macos", given), Some(root.join("HOME").join("Library").join("Caches")));
        assert_eq!(cache_on("linux", given), Some(root.join("XDG_CACHE_HOME")));
        assert_eq!(cache_on("freebsd", |name| (name == "HOME").then(|| root.clone())), Some(root.join(".cache")));
        assert_eq!(cache_on("windows", |_| None), None);
        assert_eq!(cache_on("linux", |_| Some("relative".into())), None);
    }
}
