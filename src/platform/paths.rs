//! Paths with `/`, as they stand in content and in the site, and paths of the disk.

use std::path::{Path, PathBuf};

/// The path of the disk for `path` below `root`, joined part by part: a `/` is no separator everywhere.
pub(crate) fn below_root(root: &Path, path: &str) -> PathBuf {
    let mut joined = root.to_path_buf();
    joined.extend(path.split('/'));
    joined
}

/// The path with `/`, as people are shown it on every system.
pub(crate) fn slashed(path: &Path) -> String {
    // The components leave out a `.` in the middle and doubled separators, so that one folder is not shown in
    // two ways.
    let parts: PathBuf = path.components().collect();
    parts.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_to_the_disk_and_back() {
        let path = below_root(Path::new("content"), "regions/chuo/policy.yaml");
        assert_eq!(path, Path::new("content").join("regions").join("chuo").join("policy.yaml"));
        assert_eq!(slashed(&path), "content/regions/chuo/policy.yaml");
        assert_eq!(slashed(Path::new("content//./regions/")), "content/regions");
    }
}
