//! The folders that may be replaced.

use std::collections::BTreeSet;
use std::path::Path;

use super::MARKER;
use super::kept::holds_only_kept;
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

/// Refuses a file whose name some system cannot hold.
///
/// # Errors
/// J0509 for such a one.
pub(super) fn can_be_held(path: &str) -> Result<(), Box<Diagnostic>> {
    // Asked of each file of the output, since names come from many places: ids, static files, languages, formats.
    match path.split('/').find_map(file_name_fault) {
        Some(fault) => Err(Box::new(unheld(path, fault.word(), ""))),
        None => Ok(()),
    }
}

/// Refuses files that some system cannot hold beside each other.
///
/// # Errors
/// J0509 for the first that meets another.
pub(super) fn none_meet(paths: &BTreeSet<String>) -> Result<(), Box<Diagnostic>> {
    match meeting_paths(paths.iter().map(String::as_str)) {
        Some((first, second)) => Err(Box::new(unheld(second, "meets", first))),
        None => Ok(()),
    }
}

fn unheld(path: &str, kind: &str, other: &str) -> Diagnostic {
    Diagnostic::new(Code::J0509).arg("path", path).arg("kind", kind).arg("other", other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_some_system_cannot_hold_are_refused() {
        let refused = |paths: &[&str]| {
            let paths: BTreeSet<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            let held = paths.iter().try_for_each(|path| can_be_held(path)).and_then(|()| none_meet(&paths));
            held.err().map(|finding| finding.code)
        };
        assert_eq!(refused(&["ja/a/index.html", "ja/b/index.html", "ja/a"]), None);
        assert_eq!(refused(&["ja/aux/index.html"]), Some(Code::J0509));
        assert_eq!(refused(&["ja/a.html", "ja/A.html"]), Some(Code::J0509));
        assert_eq!(refused(&["ja/a?.html"]), Some(Code::J0509));
    }
}
