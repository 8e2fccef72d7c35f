//! Signals by which a process is asked to end.

use std::io;

/// The status of a shell for a process that a signal ended is this and the signal's number.
#[cfg(all(unix, not(junsoku_portable)))]
const BY_SIGNAL: u8 = 128;

/// Calls `end` in a thread of its own when the user or the system asks this process to end (SIGINT, SIGTERM, SIGHUP),
/// with the exit status that shells expect. A signal that was ignored when the process began (by `nohup`, or for a job
/// in the background) stays so.
///
/// # Errors
/// The error of the operating system.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn on_request_to_end(end: impl FnOnce(u8) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    let ignored = ignored_signals();
    let heard = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let mut signals = Signals::new(heard)?;
    let wait = move || {
        // The first signal only. The later ones are heard and dropped, so that a second Ctrl-C cannot cut the clean
        // end short.
        if let Some(signal) = signals.forever().next() {
            end(BY_SIGNAL.saturating_add(u8::try_from(signal).unwrap_or(u8::MAX)));
        }
    };
    std::thread::Builder::new().name("signals".to_owned()).spawn(wait).map(drop)
}

/// The signals that this process ignores, a bit each, the lowest for number 1; none where the system does not tell
/// (proc(5), `SigIgn`).
#[cfg(all(unix, not(junsoku_portable)))]
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Leaves it to the system, which ends the process and its programs; what it left is swept by the next run.
///
/// # Errors
/// None.
#[cfg(not(all(unix, not(junsoku_portable))))]
#[expect(clippy::unnecessary_wraps, reason = "the twin can fail")]
pub(crate) fn on_request_to_end(_: impl FnOnce(u8) + Send + 'static) -> io::Result<()> {
    Ok(())
}
