//! Writing the output folder: built beside the old one and swapped in, so that no reader meets half a site and
//! an interrupted run leaves the last good one. Nothing else in the program writes files for readers.

mod earlier;
mod guard;
mod kept;
mod static_files;
mod swap;

pub use earlier::{EarlierPages, earlier_pages};
pub use static_files::add_static_files;

use std::io;
use std::path::{Path, PathBuf};

use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::{WriteFault, write_unfinished};
use crate::platform::below_root;

/// The file by which junsoku knows a folder that it made.
const MARKER: &str = ".junsoku";

/// The words of the marker to people who find it.
const MARKER_TEXT: &str = "This folder was made by junsoku; each build replaces what it made.\n";

/// The list of the files that a build made: any other is somebody else's.
const MADE: &str = ".junsoku-made";

/// What earlier versions wrote into the output, which a clone of a repository may bring.
const GITIGNORE: &str = "*\n!.gitignore\n";

/// The beginning of the names of folders in which output is built, beside the output folder.
const STAGE_PREFIX: &str = ".junsoku-stage-";

/// Replaces the folder `output` by `artifacts`, but for what `keep` names in it.
///
/// # Errors
/// A finding J0501 where `output` is something that junsoku did not make, J0502 or J0511 to J0513 where writing fails,
/// J0509 where some system could not hold a file, J0516 where files would be lost that no build made, J0517 where a name
/// to keep is one that the build makes. The old output is then as it was.
pub fn publish(output: &Path, artifacts: &[Artifact], keep: &[String]) -> Result<(), Box<Diagnostic>> {
    let output = real_output(output).map_err(|error| Box::new(publish_failure(output, error)))?;
    guard::may_replace(&output, keep)?;
    guard::all_can_be_held(artifacts)?;
    kept::refuse_made_names(artifacts, keep)?;
    kept::refuse_foreign_files(&output, keep)?;
    write_and_swap(&output, artifacts, keep).map_err(|error| Box::new(publish_failure(&output, error)))
}

/// Refuses an `output` that may not be replaced but for what `keep` names, before the long work begins. `content` is
/// what is published.
///
/// # Errors
/// As [`publish`] without J0517, and a finding J0508 where `content` lies in `output` and would go with it.
pub fn check_target(output: &Path, content: &Path, keep: &[String]) -> Result<(), Box<Diagnostic>> {
    let output = real_output(output).map_err(|error| Box::new(publish_failure(output, error)))?;
    // Compared as real places: a link or `..` in between would hide that one lies in the other.
    if content.canonicalize().is_ok_and(|content| content.starts_with(&output)) {
        return Err(Box::new(Diagnostic::new(Code::J0508).arg("path", output.display().to_string())));
    }
    guard::may_replace(&output, keep)?;
    kept::refuse_foreign_files(&output, keep)
}

fn publish_failure(output: &Path, error: io::Error) -> Diagnostic {
    WriteFault::new(output, error).diagnostic()
}

/// The real place of the output folder: a link is followed, so that the swap replaces what it points to.
fn real_output(output: &Path) -> io::Result<PathBuf> {
    if output.symlink_metadata().is_ok() { output.canonicalize() } else { std::path::absolute(output) }
}

fn write_and_swap(output: &Path, artifacts: &[Artifact], keep: &[String]) -> io::Result<()> {
    let parent = output.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let stage = swap::Stage::open(parent)?;
    for artifact in artifacts {
        write_unfinished(&below_root(stage.path(), &artifact.path), &artifact.bytes)?;
    }
    write_unfinished(&stage.path().join(MADE), kept::list_made(artifacts).as_bytes())?;
    kept::carry_over(output, stage.path(), keep)?;
    stage.swap_in(output)
}
