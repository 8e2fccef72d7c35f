//! The end of the program by a signal: nothing is left behind, and nothing is there by halves.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::unfinished::remove_unfinished;
use crate::platform::on_request_to_end;

/// Held for reading while something is done that must not end in the middle, for writing by the end.
static GATE: RwLock<()> = RwLock::new(());

/// Keeps the end by a signal waiting until the guard is dropped; once the end has come, waits for ever. A thread that
/// holds one guard must not ask for another.
pub(crate) fn uninterrupted() -> RwLockReadGuard<'static, ()> {
    GATE.read().unwrap_or_else(PoisonError::into_inner)
}

/// From now on, when this process is asked to end (SIGINT, SIGTERM, SIGHUP), the programs that it started are ended,
/// what is unfinished is removed, and the exit status is that of a shell: 130, 143, 129.
pub(crate) fn end_cleanly_when_asked() {
    // Without it a signal ends the process as always, and the next run sweeps.
    let _ = on_request_to_end(|status| {
        // Held until the process is gone, so that nobody begins anew what was just removed.
        let _gate = GATE.write().unwrap_or_else(PoisonError::into_inner);
        remove_unfinished();
        std::process::exit(i32::from(status));
    });
}
