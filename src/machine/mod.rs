//! The machine that the program runs on: the cache folder and in it the private place for unfinished work, the one
//! writer of files, locks, other programs, and the end of this one by a signal.
//!
//! Nothing else writes, moves or removes files, but for the swap of the output folder (a test looks).

mod cache;
mod child;
mod ending;
mod folder_lock;
mod held_name;
mod journal;
mod launch;
mod staged;
#[cfg(test)]
mod tests;
mod unfinished;
mod work_folder;
mod write_fault;
mod writer;

pub use cache::cache_dir;
pub(crate) use child::{Failure, Finished, Program, last_lines};
pub(crate) use ending::{end_cleanly_when_asked, uninterrupted};
pub(crate) use folder_lock::{FolderLock, lock_file};
pub(crate) use held_name::{HeldName, sweep, sweep_above, sweep_below};
pub(crate) use journal::Step;
pub(crate) use launch::{LaunchLimits, launched};
pub(crate) use unfinished::remove as remove_unfinished_work;
pub(crate) use work_folder::{WorkFolder, sweep_work_folders};
pub(crate) use write_fault::WriteFault;
pub(crate) use writer::{
    Existing, FileToWrite, keep_bytes, link_unfinished, mark_used, move_file, remove_file, write_files,
    write_new_folder, write_unfinished,
};
