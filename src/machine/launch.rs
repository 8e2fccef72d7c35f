//! Starting other programs so that none outlives this one, even when it is killed: this program is started again with
//! an argument of its own, which makes it die with its parent, sets limits, and turns it into the other program.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use crate::platform::{ProgramLimits, WATCHES_OVER_PROGRAM, lead_group, run_in_place};

/// The first argument by which this program turns into another; then come the parent's number, the most memory in
/// bytes, the other program and its arguments.
const IN_PLACE: &str = "--in-place-of";

/// The exit status where the other program cannot be started, as shells have it.
const NOT_STARTED: u8 = 127;

/// This program, once it is known to understand [`IN_PLACE`]. In tests of the library the process is another one.
static LAUNCHER: OnceLock<PathBuf> = OnceLock::new();

/// The most that a program may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LaunchLimits {
    /// The longest time that it may run.
    pub(crate) time: Duration,
    /// The most memory in bytes (of its address space).
    pub(crate) memory: u64,
}

impl LaunchLimits {
    /// Memory without a limit.
    pub(crate) const ANY_MEMORY: u64 = u64::MAX;
}

/// Becomes another program where `args` ask for it, and gives the exit status that comes of that. From now on other
/// programs are started so.
pub(crate) fn launched(args: &[OsString]) -> Option<ExitCode> {
    let [_, asked, parent, memory, words @ ..] = args else { return begin() };
    if asked != IN_PLACE {
        return begin();
    }
    let number = |word: &OsString| word.to_str().and_then(|word| word.parse::<u64>().ok());
    let status = match (number(parent).and_then(|parent| u32::try_from(parent).ok()), number(memory)) {
        (Some(parent), Some(memory)) => run_in_place(words, parent, ProgramLimits { memory }),
        _ => Ok(NOT_STARTED),
    };
    Some(ExitCode::from(status.unwrap_or_else(|error| {
        // Shown as what the other program said.
        eprintln!("{error}");
        NOT_STARTED
    })))
}

fn begin() -> Option<ExitCode> {
    if let Ok(program) = std::env::current_exe() {
        LAUNCHER.get_or_init(|| program);
    }
    None
}

/// A command for `program`, to which arguments can be added. It takes at most `memory` bytes, reads nothing, and dies
/// with this process.
pub(super) fn command(program: &Path, memory: u64) -> Command {
    let mut command = match LAUNCHER.get() {
        Some(launcher) => {
            let mut command = Command::new(launcher);
            command.arg(IN_PLACE).arg(std::process::id().to_string()).arg(memory.to_string()).arg(program);
            command
        }
        None => Command::new(program),
    };
    // The pipe is never written to. It ends when this process does, however it dies, and that tells the one who
    // watches to end the program.
    let watched = WATCHES_OVER_PROGRAM && LAUNCHER.get().is_some();
    command.stdin(if watched { Stdio::piped() } else { Stdio::null() });
    lead_group(&mut command);
    command
}
