//! A file that a command is to write, judged before the long work.

use std::io;
use std::path::Path;

use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::WriteFault;

/// Refuses a file that cannot be there, or that would stand in `content`; asked before the work, and again when it is
/// written.
pub(super) fn check_result_file(file: Option<&Path>, content: &Path, force: bool) -> Result<(), Box<Diagnostic>> {
    let Some(file) = file else { return Ok(()) };
    if is_inside(file, content) {
        return Err(Box::new(Diagnostic::new(Code::J0052).arg("path", file.display().to_string())));
    }
    let refused = |kind: io::ErrorKind| Err(Box::new(WriteFault::new(file, kind.into()).diagnostic()));
    if !force && file.symlink_metadata().is_ok() {
        return refused(io::ErrorKind::AlreadyExists);
    }
    // A folder that is not there is more likely a slip than a wish.
    if parent_folder(file).is_dir() { Ok(()) } else { refused(io::ErrorKind::NotFound) }
}

fn parent_folder(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether `file` would stand in the content folder, where it would be read as content or take its place.
fn is_inside(file: &Path, content: &Path) -> bool {
    match (parent_folder(file).canonicalize(), content.canonicalize()) {
        (Ok(folder), Ok(content)) => folder.starts_with(content),
        _ => false,
    }
}
