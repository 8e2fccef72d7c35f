//! Everything in which operating systems differ: the rename that exchanges two folders, files without a name, what files
//! permit, what outlasts a loss of power, the cache folder, names of programs, how programs are started and ended, signals,
//! the width of the terminal, and which names a disk can hold.
//!
//! What one system does better has a portable twin, made of the standard library alone. Other systems use the twin, and
//! so does every system when built with `--cfg junsoku_portable`; by that the tests run the twins on Linux.

mod children;
mod exchange;
mod folders;
mod names;
mod paths;
mod permissions;
mod programs;
mod signals;
mod syncing;
#[cfg(test)]
mod tests;
mod unnamed;
mod width;

pub(crate) use children::{ProgramLimits, WATCHES_OVER_PROGRAM, end_group, lead_group, run_in_place};
pub(crate) use exchange::exchange_folders;
pub(crate) use folders::user_cache;
pub(crate) use names::{file_name_fault, meeting_paths};
pub(crate) use paths::{below_root, slashed};
pub(crate) use permissions::{is_executable, make_private_folder};
pub(crate) use programs::{program_file, program_files};
pub(crate) use signals::on_request_to_end;
pub(crate) use syncing::{folder_to_lock, sync_below, sync_folder};
pub(crate) use unnamed::{name_file, unnamed_file};
pub(crate) use width::terminal_columns;
