//! Files of an output.

use std::collections::BTreeMap;
use std::path::Path;

use junsoku::base::artifact::Artifact;

/// Files by their paths below the output folder, so that two outputs can be compared and looked into.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Artifacts as [`Files`].
pub(crate) fn by_path(artifacts: Vec<Artifact>) -> Files {
    artifacts.into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect()
}

/// Text that must be UTF-8.
pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8 text")
}

/// Whether `path` is a file of this kind.
pub(crate) fn is_kind(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}
