//! Which folders may be replaced.

use std::fs;
use std::path::Path;

use super::{GITIGNORE, MARKER};
use crate::diagnostics::{Code, Diagnostic};

/// Whether `output` is missing, empty, junsoku's own, or holds nothing but the `.gitignore` of a fresh clone.
pub(super) fn may_replace(output: &Path) -> Result<(), Box<Diagnostic>> {
    if !output.exists() || output.join(MARKER).is_file() {
        return Ok(());
    }
    let refused = || Box::new(Diagnostic::new(Code::J0501).arg("path", output.display().to_string()));
    let entries = fs::read_dir(output).map_err(|_| refused())?;
    for entry in entries {
        let name = entry.map_err(|_| refused())?.file_name();
        let ours =
            name == ".gitignore" && fs::read_to_string(output.join(".gitignore")).is_ok_and(|text| text == GITIGNORE);
        if !ours {
            return Err(refused());
        }
    }
    Ok(())
}
