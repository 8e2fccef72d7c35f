//! The one writer of files: what it writes is whole and on the disk before it has its name, and nothing that is there
//! is overwritten unasked.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::ending::uninterrupted;
use super::held_name::{HeldName, sweep, sweep_above};
use super::journal::{Step, hash_of};
use super::staged::Staged;
use super::unfinished::remove;
use super::work_folder::WorkFolder;
use super::write_fault::WriteFault;
use crate::platform::sync_folder;

/// The fate of a file that bears the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    /// It stays, and nothing is written.
    Refused,
    /// It stays beside the new one, under the name of a backup. The work of a person.
    BackedUp,
    /// It goes. The work of this program.
    Replaced,
}

/// A file to be written.
#[derive(Debug, Clone)]
pub(crate) struct FileToWrite<'a> {
    /// Its place; folders that are not there are made.
    pub(crate) path: PathBuf,
    /// Its content.
    pub(crate) bytes: &'a [u8],
    /// The fate of a file that bears the name already.
    pub(crate) existing: Existing,
}

/// Writes all of `files` or none, and returns the backups that were made. A file that holds the very bytes already is
/// left alone.
///
/// # Errors
/// A fault if one of them cannot be written, or is there and must not be overwritten.
pub(crate) fn write_files(files: &[FileToWrite<'_>]) -> Result<Vec<PathBuf>, WriteFault> {
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    folders.iter().copied().for_each(sweep);
    let shared = shared_folder(&folders);
    if let Some(folder) = &shared {
        sweep_above(folder);
    }
    // All bytes are on the disk before the first file has its name, so that a full disk changes nothing
    // (machine/tests.rs).
    let mut staged = Vec::with_capacity(files.len());
    for file in files {
        staged.extend(stage(file).map_err(|error| WriteFault::new(&file.path, error))?);
    }
    let _whole = uninterrupted();
    // One file is placed at one stroke. Where nothing can be noted (a folder above that is not ours), a kill in the middle
    // may leave some of the files.
    let journal = if staged.len() > 1 { shared.and_then(|folder| HeldName::take(&folder).ok()) } else { None };
    let mut undo = Undo { journal, ..Undo::default() };
    for (file, path, bytes) in staged {
        if let Err(error) = place(file, &path, bytes, &mut undo) {
            undo.undo();
            return Err(WriteFault::new(&file.path, error));
        }
    }
    let folders: BTreeSet<&Path> = undo.made.iter().filter_map(|path| path.parent()).collect();
    for folder in folders {
        // The files are whole; that their names outlast a loss of power is asked for, no more.
        let _ = sync_folder(folder);
    }
    Ok(undo.backups.into_iter().map(|(_, backup)| backup).collect())
}

type StagedFile<'f, 'a> = (&'f FileToWrite<'a>, PathBuf, Staged);

/// The bytes of `file` on the disk and where they go; `None` where they are there already.
fn stage<'f, 'a>(file: &'f FileToWrite<'a>) -> io::Result<Option<StagedFile<'f, 'a>>> {
    // A link itself is looked at: one that leads nowhere has taken the name too.
    let found = file.path.symlink_metadata().is_ok();
    if !found {
        let staged = Staged::new(&nearest_folder(&file.path)?, file.bytes, None)?;
        return Ok(Some((file, file.path.clone(), staged)));
    }
    if file.existing == Existing::Refused {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    // A link stays one: what it leads to is replaced.
    let path = file.path.canonicalize()?;
    let metadata = fs::metadata(&path)?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    if usize::try_from(metadata.len()) == Ok(file.bytes.len()) && fs::read(&path)? == file.bytes {
        return Ok(None);
    }
    let staged = Staged::new(&nearest_folder(&path)?, file.bytes, Some(metadata.permissions()))?;
    Ok(Some((file, path, staged)))
}

fn place(file: &FileToWrite<'_>, path: &Path, staged: Staged, undo: &mut Undo) -> io::Result<()> {
    let bytes = file.bytes;
    make_folders(path, undo)?;
    match file.existing {
        Existing::Replaced => {
            if path.symlink_metadata().is_err() {
                undo.note(&Step::File(path.to_owned(), hash_of(bytes)));
            }
            staged.place_over(path)?;
        }
        Existing::BackedUp if path.exists() => {
            // The old bytes get a second name first. The rename takes only the first one from them, so that one version
            // is there at every moment.
            let backup = back_up(path, |backup| {
                undo.note(&Step::BackedUp(path.to_owned(), backup.to_owned(), hash_of(bytes)));
            })?;
            undo.backups.push((path.to_owned(), backup));
            staged.place_over(path)?;
            return Ok(());
        }
        Existing::Refused | Existing::BackedUp => {
            undo.note(&Step::File(path.to_owned(), hash_of(bytes)));
            staged.place_new(path)?;
        }
    }
    undo.made.push(path.to_owned());
    Ok(())
}

/// Gives the file `path` a second name: with `.bak` after it, or `.bak-2` and so on. `announce` is told it before.
fn back_up(path: &Path, announce: impl Fn(&Path)) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 { ".bak".to_owned() } else { format!(".bak-{number}") });
        let backup = PathBuf::from(name);
        if backup.symlink_metadata().is_err() {
            announce(&backup);
            // Not every file system knows second names.
            return fs::hard_link(path, &backup).or_else(|_| fs::copy(path, &backup).map(drop)).map(|()| backup);
        }
        number += 1;
    }
}

/// The steps done so far, to be undone where it cannot be done to the end.
#[derive(Debug, Default)]
struct Undo {
    /// The same steps on the disk, for the run after one that is killed.
    journal: Option<HeldName>,
    folders: Vec<PathBuf>,
    made: Vec<PathBuf>,
    /// Files and their backups.
    backups: Vec<(PathBuf, PathBuf)>,
}

impl Undo {
    fn note(&self, step: &Step) {
        if let Some(journal) = &self.journal {
            // A step that cannot be noted is done all the same; see `write_files`.
            let _ = journal.note(step);
        }
    }

    fn undo(&self) {
        for path in &self.made {
            remove(path);
        }
        for (path, backup) in &self.backups {
            // What cannot be put back stands beside.
            let _ = fs::rename(backup, path);
        }
        for folder in self.folders.iter().rev() {
            // One that is not empty is somebody else's.
            let _ = fs::remove_dir(folder);
        }
    }
}

fn make_folders(path: &Path, undo: &mut Undo) -> io::Result<()> {
    let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|folder| is_missing(folder)).collect();
    for folder in missing.into_iter().rev() {
        undo.note(&Step::Folder(folder.to_owned()));
        match fs::create_dir(folder) {
            Ok(()) => undo.folders.push(folder.to_owned()),
            // Another run made it meanwhile, and it is not ours to take away again.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn is_missing(folder: &Path) -> bool {
    !folder.as_os_str().is_empty() && folder.symlink_metadata().is_err()
}

/// The folder above `path` that is there already.
fn nearest_folder(path: &Path) -> io::Result<PathBuf> {
    let found = path.ancestors().skip(1).find(|folder| !is_missing(folder));
    match found {
        Some(folder) if !folder.as_os_str().is_empty() => Ok(folder.to_owned()),
        Some(_) => Ok(PathBuf::from(".")),
        None => Err(io::ErrorKind::NotFound.into()),
    }
}

/// The folder that is there and holds all of `folders`, at whatever depth.
fn shared_folder(folders: &BTreeSet<&Path>) -> Option<PathBuf> {
    let (first, rest) = (folders.first()?, folders.iter().skip(1));
    let shared = first.ancestors().find(|above| rest.clone().all(|folder| folder.starts_with(above)))?;
    nearest_folder(&shared.join("file")).ok()
}

/// Writes the new folder `folder` with `files`, by their paths below it; it is there as a whole or not at all.
///
/// # Errors
/// A fault if it cannot be written, or something bears its name.
pub(crate) fn write_new_folder(folder: &Path, files: &[(PathBuf, &[u8])]) -> Result<(), WriteFault> {
    let write = || -> io::Result<()> {
        if folder.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let near = nearest_folder(folder)?;
        // Staged above the new folder, whose own place may lie in folders that are not there yet.
        let staged: Vec<Staged> =
            files.iter().map(|(_, bytes)| Staged::new(&near, bytes, None)).collect::<io::Result<_>>()?;
        let above = folder.parent().unwrap_or(folder);
        let _whole = uninterrupted();
        fs::create_dir_all(above)?;
        sweep(above);
        // Filled under a hidden name: whoever looks meanwhile sees no half of a region.
        let hidden = HeldName::take(above)?;
        fs::create_dir(hidden.path())?;
        for ((below, _), staged) in files.iter().zip(staged) {
            let path = hidden.path().join(below);
            fs::create_dir_all(path.parent().unwrap_or(hidden.path()))?;
            staged.place_new(&path)?;
        }
        fs::rename(hidden.path(), folder)?;
        sync_folder(above)
    };
    write().map_err(|error| WriteFault::new(folder, error))
}

/// Writes a file of a folder that is itself unfinished, such as a [`WorkFolder`](super::WorkFolder); folders that are
/// not there are made.
///
/// # Errors
/// The error of the file system.
pub(crate) fn write_unfinished(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let _whole = uninterrupted();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

/// Gives the file `from` a second name in a folder that is itself unfinished; a folder is made there. Where the file
/// system knows no second names, a file is copied.
///
/// # Errors
/// The error of the file system.
pub(crate) fn link_unfinished(from: &Path, to: &Path) -> io::Result<()> {
    let _whole = uninterrupted();
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let metadata = from.symlink_metadata()?;
    if metadata.is_dir() {
        fs::create_dir_all(to)?;
        return fs::set_permissions(to, metadata.permissions());
    }
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
}

/// Keeps `bytes` as the file `path` of the cache for later runs, made in `work`. Where that cannot be, it costs time, no
/// more.
pub(crate) fn keep_bytes(work: &WorkFolder, path: &Path, bytes: &[u8]) {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let unfinished = work.path().join(format!("kept-{}", NEXT.fetch_add(1, Ordering::Relaxed)));
    let keep = || -> io::Result<()> {
        // Not synced: what a loss of power tears is told by its hash and made again.
        write_unfinished(&unfinished, bytes)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::rename(&unfinished, path)
    };
    let _ = keep();
}

/// Marks a file of the cache as used now. Where that cannot be, it may go before its time, no more.
pub(crate) fn mark_used(path: &Path) {
    let now = std::time::SystemTime::now();
    let _ = fs::File::options().write(true).open(path).and_then(|file| file.set_modified(now));
}

/// Moves a file within a file system, over what is there, and its bytes to the disk; folders that are not there are made.
///
/// # Errors
/// The error of the file system.
pub(crate) fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)?;
    fs::File::options().write(true).open(to)?.sync_all()
}

/// Removes a file, which need not be there.
///
/// # Errors
/// The error of the file system.
pub(crate) fn remove_file(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
