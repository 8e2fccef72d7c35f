//! Writing the output folder: built beside the old one and swapped in, so that no reader meets half a site and
//! an interrupted run leaves the last good one. Nothing else in the program writes files for readers.

mod earlier;
mod guard;
mod kept;
mod part;
mod static_files;
mod swap;

pub use earlier::{EarlierPages, earlier_pages};
pub use part::{PartOutlet, PartRecord, merge_parts};
pub use static_files::{add_pictures, add_static_files};

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::{FolderLock, WriteFault, sweep, write_unfinished};
use crate::platform::below_root;

/// The file by which junsoku knows a folder that it made.
const MARKER: &str = ".junsoku";

/// The words of the marker to people who find it.
const MARKER_TEXT: &str = "This folder was made by junsoku; each build replaces what it made.\n";

/// The list of the files that a build made: any other is somebody else's.
const MADE: &str = ".junsoku-made";

/// What earlier versions wrote into the output, which a clone of a repository may bring.
const GITIGNORE: &str = "*\n!.gitignore\n";

/// Refuses an `output` that may not be replaced but for what `keep` names, before the long work begins. `content` is
/// what is published.
///
/// # Errors
/// As [`NewOutput::open`], and a finding J0508 where `content` lies in `output` and would go with it.
pub fn check_target(output: &Path, content: &Path, keep: &[String]) -> Result<(), Box<Diagnostic>> {
    let output = real_output(output).map_err(|error| Box::new(publish_failure(output, error)))?;
    // Compared as real places: a link or `..` in between would hide that one lies in the other.
    if content.canonicalize().is_ok_and(|content| content.starts_with(&output)) {
        return Err(Box::new(Diagnostic::new(Code::J0508).arg("path", output.display().to_string())));
    }
    // A run that was killed between two renames left the last output under another name.
    output.parent().into_iter().for_each(sweep);
    let _alone = alone_with(&output);
    guard::may_replace(&output, keep)?;
    kept::refuse_foreign_files(&output, keep)
}

/// Keeps other runs from putting theirs in the place of `output` while it is looked at: a list of the one and files of the
/// other would look like files of somebody else. Where there is no lock to be had, a run may be stopped by that, no more.
fn alone_with(output: &Path) -> Option<FolderLock> {
    output.parent().filter(|folder| folder.is_dir()).and_then(|folder| FolderLock::take(folder).ok())
}

fn publish_failure(output: &Path, error: io::Error) -> Diagnostic {
    WriteFault::new(output, error).diagnostic()
}

/// The real place of the output folder: a link is followed, so that the swap replaces what it points to.
fn real_output(output: &Path) -> io::Result<PathBuf> {
    if output.symlink_metadata().is_ok() { output.canonicalize() } else { std::path::absolute(output) }
}

/// An output that is made beside the one that it will replace: files go to the disk as they are made, and until it is swapped
/// in, readers have the old one. Dropped before, it leaves nothing.
pub struct NewOutput<'a> {
    output: PathBuf,
    keep: &'a [String],
    stage: swap::Stage,
    paths: Mutex<BTreeSet<String>>,
}

impl<'a> NewOutput<'a> {
    /// Begins an output that will replace the folder `output`, but for what `keep` names in it.
    ///
    /// # Errors
    /// A finding J0501 where `output` is something that junsoku did not make, J0516 where files would be lost that no build
    /// made, J0502 or J0511 to J0513 where nothing can be written beside it.
    pub fn open(output: &Path, keep: &'a [String]) -> Result<Self, Box<Diagnostic>> {
        let output = real_output(output).map_err(|error| Box::new(publish_failure(output, error)))?;
        let alone = alone_with(&output);
        guard::may_replace(&output, keep)?;
        kept::refuse_foreign_files(&output, keep)?;
        drop(alone);
        let parent = output.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput));
        let stage = parent.and_then(swap::Stage::open).map_err(|error| Box::new(publish_failure(&output, error)))?;
        Ok(Self { output, keep, stage, paths: Mutex::default() })
    }

    /// Puts it in the place of the old one and returns the paths of what was made.
    ///
    /// # Errors
    /// As [`open`](Self::open), for what changed since; and a finding J0509 where some system could not hold two of the
    /// files beside each other, J0517 where a name to keep is one that was made. The old output is then as it was.
    pub fn swap_in(self) -> Result<BTreeSet<String>, Box<Diagnostic>> {
        let paths = self.paths.into_inner().unwrap_or_else(PoisonError::into_inner);
        guard::none_meet(&paths)?;
        kept::refuse_made_names(&paths, self.keep)?;
        let _alone = alone_with(&self.output);
        guard::may_replace(&self.output, self.keep)?;
        kept::refuse_foreign_files(&self.output, self.keep)?;
        let swapped = finish(&self.output, self.stage, &paths, self.keep);
        swapped.map_err(|error| Box::new(publish_failure(&self.output, error)))?;
        Ok(paths)
    }

    fn paths(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Outlet for NewOutput<'_> {
    fn take(&self, artifact: Artifact) -> Result<(), Box<Diagnostic>> {
        guard::can_be_held(&artifact.path)?;
        write_unfinished(&below_root(self.stage.path(), &artifact.path), &artifact.bytes)
            .map_err(|error| Box::new(publish_failure(&self.output, error)))?;
        self.paths().insert(artifact.path);
        Ok(())
    }

    fn taken(&self) -> BTreeSet<String> {
        self.paths().clone()
    }
}

fn finish(output: &Path, stage: swap::Stage, paths: &BTreeSet<String>, keep: &[String]) -> io::Result<()> {
    write_unfinished(&stage.path().join(MADE), kept::list_made(paths).as_bytes())?;
    kept::carry_over(output, stage.path(), keep)?;
    stage.swap_in(output)
}
