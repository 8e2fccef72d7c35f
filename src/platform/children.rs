//! Programs that are started: ended with all that they have started themselves, never left without a parent, and held
//! within limits.

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command};

/// The most that a started program may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ProgramLimits {
    /// The address space in bytes.
    pub(crate) memory: u64,
}

/// Lets the program lead a group of its own, which is ended as a whole.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn lead_group(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

/// Leaves the program in the group of its parent.
#[cfg(not(all(unix, not(junsoku_portable))))]
pub(crate) fn lead_group(_: &mut Command) {}

/// Ends the program, which leads a group, and what it started. It must not have been waited for, so that its number is
/// still its own.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn end_group(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        // It may have ended by itself.
        let _ = kill_process_group(group, Signal::KILL);
    }
    let _ = child.kill();
}

/// Ends the program. One that was started by the twin of [`run_in_place`] ends with its standard input.
#[cfg(not(all(unix, not(junsoku_portable))))]
pub(crate) fn end_group(child: &mut Child) {
    // The end of its standard input tells the one that watches to end the program below it. Killed itself, it
    // could not, and the program would live on.
    if child.stdin.take().is_none() {
        // It may have ended by itself.
        let _ = child.kill();
    }
}

/// Whether the one that starts a program in its place ([`run_in_place`]) stays above it, and ends it when its own
/// standard input ends.
pub(crate) const WATCHES_OVER_PROGRAM: bool = !cfg!(all(target_os = "linux", not(junsoku_portable)));

/// Turns this process into the program of `words` (its path, then its arguments) within `limits`. It dies with the
/// process `parent` that asked for it. Comes back only with an error.
///
/// # Errors
/// The error of the operating system.
#[cfg(all(target_os = "linux", not(junsoku_portable)))]
pub(crate) fn run_in_place(words: &[OsString], parent: u32, limits: ProgramLimits) -> io::Result<u8> {
    use rustix::process::{Resource, Rlimit, Signal, getppid, getrlimit, set_parent_process_death_signal, setrlimit};
    use std::os::unix::process::CommandExt as _;
    let Some((program, arguments)) = words.split_first() else { return Err(io::ErrorKind::InvalidInput.into()) };
    // The signal is asked for before the parent is looked at: in the other order a parent that dies in between
    // would go unnoticed.
    set_parent_process_death_signal(Some(Signal::KILL))?;
    // The parent may have gone before it was asked to tell.
    let present = getppid().map(|pid| pid.as_raw_nonzero().get());
    if present.and_then(|pid| u32::try_from(pid).ok()) != Some(parent) {
        return Err(io::ErrorKind::NotFound.into());
    }
    // A limit that stands already is not raised.
    let present = getrlimit(Resource::As).maximum.unwrap_or(u64::MAX);
    if limits.memory < present {
        let memory = Some(limits.memory);
        setrlimit(Resource::As, Rlimit { current: memory, maximum: memory })?;
    }
    // A crash must not leave an image of its memory, in which the values of a filled form may stand.
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    Err(Command::new(program).args(arguments).exec())
}

/// Runs the program of `words` (its path, then its arguments) below this process and gives its exit status. When the
/// standard input of this process ends, since its parent has, so does the program. Memory is not limited.
///
/// # Errors
/// The error of the operating system.
#[cfg(not(all(target_os = "linux", not(junsoku_portable))))]
pub(crate) fn run_in_place(words: &[OsString], _: u32, _: ProgramLimits) -> io::Result<u8> {
    use std::io::Read as _;
    use std::process::Stdio;
    use std::sync::{Arc, Mutex, PoisonError};
    use std::time::Duration;
    let Some((program, arguments)) = words.split_first() else { return Err(io::ErrorKind::InvalidInput.into()) };
    // The program reads nothing, since the standard input of this process is what tells that the parent is
    // gone.
    let child = Command::new(program).args(arguments).stdin(Stdio::null()).spawn()?;
    let child = Arc::new(Mutex::new(child));
    let watched = Arc::clone(&child);
    std::thread::spawn(move || {
        // Nothing is ever written there.
        let _ = io::stdin().read(&mut [0]);
        let _ = watched.lock().unwrap_or_else(PoisonError::into_inner).kill();
    });
    loop {
        // Looked at again and again: `wait` would keep the lock, without which the other thread could not end the
        // program.
        if let Some(status) = child.lock().unwrap_or_else(PoisonError::into_inner).try_wait()? {
            return Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(u8::MAX));
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}
