//! Writing the output folder: built beside the old one and swapped in, so that no reader meets half a site and
//! an interrupted run leaves the last good one. Nothing else in the program writes files for readers.

mod guard;
mod swap;

use std::io;
use std::path::{Path, PathBuf};

use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::{WriteFault, write_unfinished};
use crate::platform::below_root;

/// The file by which junsoku knows a folder that it made.
const MARKER: &str = ".junsoku";

/// The words of the marker to people who find it.
const MARKER_TEXT: &str = "This folder was made by junsoku; each build replaces all of it.\n";

/// Keeps the published files out of the repository that holds the content.
const GITIGNORE: &str = "*\n!.gitignore\n";

/// The beginning of the names of folders in which output is built, beside the output folder.
const STAGE_PREFIX: &str = ".junsoku-stage-";

/// Replaces the folder `output` by `artifacts`.
///
/// # Errors
/// A finding J0501 where `output` is something that junsoku did not make, J0502 where writing fails,
/// J0509 where some system could not hold a file. The old output is then as it was.
pub fn publish(output: &Path, artifacts: &[Artifact]) -> Result<(), Box<Diagnostic>> {
    let output = real_output(output).map_err(|error| Box::new(publish_failure(output, error)))?;
    guard::may_replace(&output)?;
    guard::all_can_be_held(artifacts)?;
    write_and_swap(&output, artifacts).map_err(|error| Box::new(publish_failure(&output, error)))
}

/// Refuses an `output` that may not be replaced, before the long work begins. `content` is what is published.
///
/// # Errors
/// As [`publish`], and a finding J0508 where `content` lies in `output` and would go with it.
pub fn check_target(output: &Path, content: &Path) -> Result<(), Box<Diagnostic>> {
    let output = real_output(output).map_err(|error| Box::new(publish_failure(output, error)))?;
    if content.canonicalize().is_ok_and(|content| content.starts_with(&output)) {
        return Err(Box::new(Diagnostic::new(Code::J0508).arg("path", output.display().to_string())));
    }
    guard::may_replace(&output)
}

fn publish_failure(output: &Path, error: io::Error) -> Diagnostic {
    WriteFault::new(output, error).diagnostic()
}

/// The real place of the output folder: a link is followed, so that the swap replaces what it points to.
fn real_output(output: &Path) -> io::Result<PathBuf> {
    if output.symlink_metadata().is_ok() { output.canonicalize() } else { std::path::absolute(output) }
}

fn write_and_swap(output: &Path, artifacts: &[Artifact]) -> io::Result<()> {
    let parent = output.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let stage = swap::Stage::open(parent)?;
    for artifact in artifacts {
        write_unfinished(&below_root(stage.path(), &artifact.path), &artifact.bytes)?;
    }
    write_unfinished(&stage.path().join(".gitignore"), GITIGNORE.as_bytes())?;
    stage.swap_in(output)
}
