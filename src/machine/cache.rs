//! The folder in which junsoku keeps what it fetched and what is unfinished.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::platform::user_cache;

/// The folder in which junsoku keeps what it fetched and what is unfinished; `None` where the environment names none.
///
/// It need not exist. `JUNSOKU_CACHE_DIR` comes first, then the customary place of the operating system.
#[must_use]
pub fn cache_dir() -> Option<PathBuf> {
    cache_from(|name| std::env::var_os(name))
}

/// The cache folder according to the variables that `get` gives; an empty variable counts as none.
fn cache_from(get: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let var = |name: &str| get(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = var("JUNSOKU_CACHE_DIR") {
        // Programs are started in folders of their own, where a relative path would lead elsewhere.
        return std::path::absolute(own).ok();
    }
    user_cache(var).map(|path| path.join("junsoku"))
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
}
