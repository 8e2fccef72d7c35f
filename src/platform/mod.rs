//! Everything in which operating systems differ: the rename that exchanges two folders, what files permit, the cache
//! folder, names of programs, the width of the terminal, and which names a disk can hold.
//!
//! What one system does better has a portable twin, made of the standard library alone. Other systems use the twin, and
//! so does every system when built with `--cfg junsoku_portable`; by that the tests run the twins on Linux.

mod exchange;
mod folders;
mod names;
mod paths;
mod permissions;
mod programs;
#[cfg(test)]
mod tests;
mod width;

pub(crate) use exchange::{OPEN_FILES_HOLD_FOLDERS, exchange_folders};
pub(crate) use folders::user_cache;
pub(crate) use names::{file_name_fault, meeting_paths};
pub(crate) use paths::{below_root, slashed};
pub(crate) use permissions::{is_executable, open_folder_to_readers, take_permissions};
pub(crate) use programs::{program_file, program_files};
pub(crate) use width::terminal_columns;
