//! The content folder as it stood in a revision.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::machine::WorkFolder;
use crate::platform::slashed;

/// The content folder of a revision, taken out into a folder for unfinished work.
pub(super) struct Revision {
    folder: WorkFolder,
    /// The name of this side in findings: `HEAD~1:content/`.
    shown: String,
}

impl Revision {
    /// The folder `content` as it stood in `revision`.
    ///
    /// # Errors
    /// Where there is no git, no repository, no such revision, or no such folder in it.
    pub(super) fn open(content: &Path, revision: &str) -> Result<Self, Box<Diagnostic>> {
        let path = content.display().to_string();
        let refused = |code: Code, reason: String| {
            let given = [("revision", revision.to_owned()), ("path", path.clone()), ("reason", reason)];
            let used = given.into_iter().filter(|(name, _)| code.args().contains(name));
            Box::new(used.fold(Diagnostic::new(code), |finding, (name, value)| finding.arg(name, value)))
        };
        // Asked first, since it alone tells a folder outside any repository from a revision that is not there.
        let prefix = git(content, &["rev-parse", "--show-prefix"])?;
        if !prefix.status.success() {
            return Err(refused(Code::J0045, git_message(&prefix)));
        }
        let commit = format!("{revision}^{{commit}}");
        // A revision that begins with - is no option, and a tag is followed to its commit.
        let commit = git(content, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        if !commit.status.success() {
            return Err(refused(Code::J0046, git_message(&commit)));
        }
        // Here git gives what stands below the working folder, by paths from there.
        let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
        let listed = git(content, &["ls-tree", "--name-only", &commit])?;
        if !listed.status.success() || listed.stdout.is_empty() {
            return Err(refused(Code::J0047, git_message(&listed)));
        }
        // An archive leaves the working tree and the index alone, whatever somebody is doing there.
        let archive = git(content, &["archive", "--format=tar", &commit])?;
        if !archive.status.success() {
            return Err(refused(Code::J0048, git_message(&archive)));
        }
        let folder = WorkFolder::open()?;
        let unpacked = tar::Archive::new(archive.stdout.as_slice()).unpack(folder.path());
        unpacked.map_err(|error| refused(Code::J0048, error.to_string()))?;
        let shown = format!("{revision}:{}", String::from_utf8_lossy(&prefix.stdout).trim_end());
        Ok(Self { folder, shown })
    }

    /// The content folder.
    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The findings with places as a reader can look them up, with `git show`.
    pub(super) fn named(&self, findings: &mut Diagnostics) {
        let root = slashed(self.folder.path()) + "/";
        findings.revise(|finding| {
            let Some(place) = &finding.place else { return Some(finding) };
            let below = place.file.path.strip_prefix(&root).unwrap_or(&place.file.path);
            let file = SourceFile::new(format!("{}{below}", self.shown), place.file.text.clone());
            let place = Place::new(&Arc::new(file), place.span.clone());
            Some(finding.at(&place))
        });
    }
}

/// Calls git in `folder`.
fn git(folder: &Path, args: &[&str]) -> Result<Output, Box<Diagnostic>> {
    let output = Command::new("git").arg("-C").arg(folder).args(args).output();
    output.map_err(|error| {
        let reason = if error.kind() == ErrorKind::NotFound { "git".to_owned() } else { error.to_string() };
        Box::new(Diagnostic::new(Code::J0044).arg("reason", reason))
    })
}

fn git_message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}
