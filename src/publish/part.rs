//! Shares of a build that several machines made, and their joining into one output.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{MADE, NewOutput};
use crate::base::address::stays_below;
use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::shard::Shard;
use crate::platform::below_root;

/// The file that says of which build an output is a share.
const PART: &str = ".junsoku-part";

/// What a share says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRecord {
    /// Its number, from 1.
    pub number: usize,
    /// How many shares there are.
    pub count: usize,
    /// The digest of all that the build was made from.
    pub digest: String,
    /// The paths in the output folder that a build leaves as they are.
    pub keep: Vec<String>,
}

impl PartRecord {
    /// Returns the record as the file that stands in the share.
    #[must_use]
    pub fn artifact(&self) -> Artifact {
        // Numbers and texts alone cannot fail to be written.
        Artifact::new(PART, serde_json::to_string(self).unwrap_or_default() + "\n")
    }
}

/// An outlet that wants only the files of one share. What others make counts as taken, so that pages lead there.
pub struct PartOutlet<'a> {
    inner: &'a dyn Outlet,
    shard: Shard,
    left: Mutex<BTreeSet<String>>,
}

impl<'a> PartOutlet<'a> {
    /// Returns an outlet that gives the files of `shard` to `inner`.
    #[must_use]
    pub fn new(inner: &'a dyn Outlet, shard: Shard) -> Self {
        Self { inner, shard, left: Mutex::default() }
    }
}

impl Outlet for PartOutlet<'_> {
    fn take(&self, artifact: Artifact) -> Result<(), Box<Diagnostic>> {
        self.inner.take(artifact)
    }

    fn taken(&self) -> BTreeSet<String> {
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        self.inner.taken().union(&left).cloned().collect()
    }

    fn is_unwanted(&self) -> bool {
        self.inner.is_unwanted()
    }

    fn wants(&self, path: &str) -> bool {
        let has = self.shard.has(path);
        if !has {
            self.left.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
        has
    }
}

/// A share as it was found.
struct FoundPart {
    folder: PathBuf,
    record: PartRecord,
    /// The paths of its files.
    files: Vec<String>,
}

/// Joins the shares in `folders` into the folder `output`, with one swap. Returns the paths of its files.
///
/// # Errors
/// A finding J0520 where a folder is no share or lacks a file, J0521 where shares are of different builds, J0522 where one is there
/// twice, J0523 where some are missing, and those of [`NewOutput`]. The old output is then as it was.
pub fn merge_parts(output: &Path, folders: &[PathBuf]) -> Result<BTreeSet<String>, Box<Diagnostic>> {
    let parts = folders.iter().map(|folder| found_part(folder)).collect::<Result<Vec<_>, _>>()?;
    let Some(first) = parts.first() else { return Err(Box::new(missing("1"))) };
    agree(&parts)?;
    let new = NewOutput::open(output, &first.record.keep)?;
    let mut from: BTreeMap<&str, &FoundPart> = BTreeMap::new();
    for part in &parts {
        for path in part.files.iter().filter(|path| *path != PART) {
            let bytes = read_file(part, path)?;
            match from.get(path.as_str()) {
                // What every share makes is the same in all of them.
                Some(other) if read_file(other, path)? != bytes => {
                    return Err(Box::new(different(&other.folder, &part.folder)));
                }
                Some(_) => {}
                None => {
                    from.insert(path, part);
                    new.take(Artifact::new(path, bytes))?;
                }
            }
        }
    }
    new.swap_in()
}

fn found_part(folder: &Path) -> Result<FoundPart, Box<Diagnostic>> {
    let record = fs::read_to_string(folder.join(PART)).map_err(|error| Box::new(no_part(folder, &error)))?;
    let record: PartRecord = serde_json::from_str(&record).map_err(|error| Box::new(no_part(folder, &error.into())))?;
    let list = fs::read_to_string(folder.join(MADE)).map_err(|error| Box::new(no_part(folder, &error)))?;
    // A list that somebody made could name files of others.
    if let Some(path) = list.lines().find(|path| !stays_below(path)) {
        return Err(Box::new(no_part(&folder.join(MADE), &io::Error::other(path.to_owned()))));
    }
    Ok(FoundPart { folder: folder.to_owned(), record, files: list.lines().map(str::to_owned).collect() })
}

fn read_file(part: &FoundPart, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let file = below_root(&part.folder, path);
    fs::read(&file).map_err(|error| Box::new(no_part(&file, &error)))
}

/// Whether the shares are those of one build, each there once.
fn agree(parts: &[FoundPart]) -> Result<(), Box<Diagnostic>> {
    let mut seen: BTreeMap<usize, &FoundPart> = BTreeMap::new();
    for part in parts {
        let (one, other) = (&parts[0].record, &part.record);
        if (one.count, &one.digest, &one.keep) != (other.count, &other.digest, &other.keep) {
            return Err(Box::new(different(&parts[0].folder, &part.folder)));
        }
        if let Some(twin) = seen.insert(part.record.number, part) {
            let finding = Diagnostic::new(Code::J0522).arg("number", part.record.number.to_string());
            let [path, other] = [&twin.folder, &part.folder].map(|folder| folder.display().to_string());
            return Err(Box::new(finding.arg("path", path).arg("other", other)));
        }
    }
    let count = parts[0].record.count;
    let lacking: Vec<String> =
        (1..=count).filter(|number| !seen.contains_key(number)).map(|one| format!("{one}/{count}")).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Box::new(missing(&lacking.join(", ")))) }
}

fn no_part(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0520).arg("path", path.display().to_string()).arg("reason", error.to_string())
}

fn different(one: &Path, other: &Path) -> Diagnostic {
    let [path, other] = [one, other].map(|folder| folder.display().to_string());
    Diagnostic::new(Code::J0521).arg("path", path).arg("other", other)
}

fn missing(shares: &str) -> Diagnostic {
    Diagnostic::new(Code::J0523).arg("shares", shares)
}
