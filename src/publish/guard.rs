//! The folders that may be replaced.

use std::path::Path;

use super::MARKER;
use super::kept::holds_only_kept;
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::platform::{file_name_fault, meeting_paths};

/// Refuses an `output` that is neither missing nor empty nor junsoku's own, and holds more than what is kept and the
/// `.gitignore` of a clone.
///
/// # Errors
/// J0501 for such a one.
pub(super) fn may_replace(output: &Path, keep: &[String]) -> Result<(), Box<Diagnostic>> {
    if !output.exists() || output.join(MARKER).is_file() || holds_only_kept(output, keep).unwrap_or(false) {
        return Ok(());
    }
    Err(Box::new(Diagnostic::new(Code::J0501).arg("path", output.display().to_string())))
}

/// Refuses files whose names some system cannot hold, all beside each other.
///
/// # Errors
/// J0509 for the first that cannot be held.
pub(super) fn all_can_be_held(artifacts: &[Artifact]) -> Result<(), Box<Diagnostic>> {
    let refused = |path: &str, kind: &str| Diagnostic::new(Code::J0509).arg("path", path).arg("kind", kind);
    for artifact in artifacts {
        // Asked of the whole output, since names come from many places: ids, static files, languages, formats.
        if let Some(fault) = artifact.path.split('/').find_map(file_name_fault) {
            return Err(Box::new(refused(&artifact.path, fault.word()).arg("other", "")));
        }
    }
    match meeting_paths(artifacts.iter().map(|artifact| artifact.path.as_str())) {
        Some((first, second)) => Err(Box::new(refused(second, "meets").arg("other", first))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_some_system_cannot_hold_are_refused() {
        let refused = |paths: &[&str]| {
            let artifacts: Vec<Artifact> = paths.iter().map(|path| Artifact::new(*path, "")).collect();
            all_can_be_held(&artifacts).err().map(|finding| finding.code)
        };
        assert_eq!(refused(&["ja/a/index.html", "ja/b/index.html", "ja/a"]), None);
        assert_eq!(refused(&["ja/aux/index.html"]), Some(Code::J0509));
        assert_eq!(refused(&["ja/a.html", "ja/A.html"]), Some(Code::J0509));
        assert_eq!(refused(&["ja/a?.html"]), Some(Code::J0509));
    }
}
