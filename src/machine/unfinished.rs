//! Things that would be left behind if the program ended now.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::platform::end_group;

/// A program that runs below this one.
pub(super) type SharedChild = Arc<Mutex<Child>>;

/// Something that is removed or ended if the program ends.
#[derive(Debug)]
enum Leftover {
    Path(PathBuf),
    Program(SharedChild),
}

/// Everything unfinished of this process, in the order in which it was begun.
static LEFTOVERS: Mutex<BTreeMap<u64, Leftover>> = Mutex::new(BTreeMap::new());

/// The number of times that a folder is removed into which something may still be written.
const ATTEMPTS: usize = 3;

/// An entry in the list of what a signal would remove or end; taken off when dropped.
#[derive(Debug)]
pub(crate) struct Unfinished(u64);

impl Unfinished {
    /// Lists the file or folder `path`.
    pub(crate) fn path(path: &Path) -> Self {
        Self::add(Leftover::Path(path.to_owned()))
    }

    /// Lists the program `child`.
    pub(super) fn program(child: &SharedChild) -> Self {
        Self::add(Leftover::Program(Arc::clone(child)))
    }

    fn add(leftover: Leftover) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        leftovers().insert(number, leftover);
        Self(number)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        leftovers().remove(&self.0);
    }
}

/// Ends the programs and removes the files and folders that are listed.
pub(super) fn remove_unfinished() {
    let listed = leftovers();
    for leftover in listed.values() {
        // Programs first: one that still runs could write into a folder that has just been removed.
        if let Leftover::Program(child) = leftover {
            end_unless_ended(&mut child.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }
    for leftover in listed.values() {
        if let Leftover::Path(path) = leftover {
            remove(path);
        }
    }
}

/// Ends a program that has not ended yet, with all that it started.
pub(super) fn end_unless_ended(child: &mut Child) {
    // Once it has been waited for, its number may be that of another program.
    if matches!(child.try_wait(), Ok(None)) {
        end_group(child);
    }
}

/// Removes a file or folder; what cannot be removed is swept away by a later run.
pub(crate) fn remove(path: &Path) {
    for _ in 0..ATTEMPTS {
        let Ok(metadata) = path.symlink_metadata() else { return };
        let removed = if metadata.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        if removed.is_ok() {
            return;
        }
    }
}

fn leftovers() -> MutexGuard<'static, BTreeMap<u64, Leftover>> {
    LEFTOVERS.lock().unwrap_or_else(PoisonError::into_inner)
}
