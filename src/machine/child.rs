//! Running another program without trusting it: it may hang, flood or fail.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::ending::uninterrupted;
use super::launch::{self, LaunchLimits};
use super::unfinished::{SharedChild, Unfinished, end_unless_ended};

/// Longest stretch without a line break that is kept as one line, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;
/// The number of lines of standard output that are kept: the first ones.
const MOST_OUTPUT: usize = 50_000;
/// The number of lines of standard error that are kept: the last ones.
const MOST_ERRORS: usize = 2_000;
/// The time for which a finished program's streams are still read, should a process that it left behind hold them.
const GRACE: Duration = Duration::from_millis(500);
/// The time between two looks whether the program has ended although its streams stay open.
const POLL: Duration = Duration::from_millis(50);

/// The result of a program that ran to its end.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: Vec<String>,
    pub(crate) stderr: Vec<String>,
}

/// The reason why there is no [`Finished`].
#[derive(Debug)]
pub(crate) enum Failure {
    /// It could not be started or waited for.
    Io(io::Error),
    /// It ran longer than allowed and was ended.
    TimedOut,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A line of one of the two streams.
enum StreamLine {
    Out(String),
    Err(String),
}

/// A program to be run, with its arguments and surroundings.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    limits: LaunchLimits,
}

impl Program {
    /// The program at `path`, which may take what `limits` say and sees nothing of this process's environment but what
    /// [`env`](Self::env) gives it.
    pub(crate) fn new(path: &Path, limits: LaunchLimits) -> Self {
        let mut command = launch::command(path, limits.memory);
        command.env_clear();
        Self { command, limits }
    }

    /// With one more argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// With more arguments.
    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    /// With a variable of the environment.
    pub(crate) fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// In the folder `folder`.
    pub(crate) fn current_dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it to its end; `watch` sees each line of standard error as it comes. It is ended when this process ends.
    ///
    /// # Errors
    /// [`Failure`] where the program cannot be started or takes too long; a failing program is no error.
    pub(crate) fn run(mut self, watch: impl FnMut(&str)) -> Result<Finished, Failure> {
        let end = Instant::now() + self.limits.time;
        let (child, lines, _listed) = spawn(self.command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
        let result = follow_child(&child, &lines, end, watch);
        if result.is_err() {
            let mut child = alone(&child);
            end_unless_ended(&mut child);
            // Whatever this says, the child is given up.
            let _ = child.wait();
        }
        result
    }
}

fn alone(child: &SharedChild) -> MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the program and lists it as unfinished, at one stroke.
fn spawn(command: &mut Command) -> io::Result<(SharedChild, Receiver<StreamLine>, Unfinished)> {
    let mut attempts = 0;
    loop {
        // A signal between the start and the listing would end this process while the program is in no list, and
        // the program would live on.
        let whole = uninterrupted();
        match command.spawn() {
            // The file was written a moment ago, and a process forked meanwhile still holds it open.
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy && attempts < 5 => {
                // The end by a signal need not wait for the pause.
                drop(whole);
                attempts += 1;
                thread::sleep(POLL);
            }
            Err(error) => return Err(error),
            Ok(mut child) => {
                let lines = read_streams(&mut child);
                let child = Arc::new(Mutex::new(child));
                let listed = Unfinished::program(&child);
                return Ok((child, lines, listed));
            }
        }
    }
}

fn follow_child(
    child: &SharedChild,
    lines: &Receiver<StreamLine>,
    end: Instant,
    mut watch: impl FnMut(&str),
) -> Result<Finished, Failure> {
    let (mut stdout, mut stderr) = (Vec::new(), VecDeque::new());
    let (mut status, mut stop) = (None, end);
    loop {
        match lines.recv_timeout(POLL) {
            Ok(StreamLine::Out(line)) if stdout.len() < MOST_OUTPUT => stdout.push(line),
            Ok(StreamLine::Err(line)) => {
                watch(&line);
                if stderr.len() == MOST_ERRORS {
                    stderr.pop_front();
                }
                stderr.push_back(line);
            }
            // What is beyond the limit is still read: a program whose pipe is full waits for ever.
            Ok(StreamLine::Out(_)) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if status.is_none() {
            // Looked at beside the streams, since a process that the program left behind may hold them open.
            status = alone(child).try_wait()?;
            if status.is_some() {
                stop = end.min(Instant::now() + GRACE);
            }
        }
        if Instant::now() >= stop {
            break;
        }
    }
    let status = match status {
        Some(status) => status,
        None => wait(child, end)?,
    };
    Ok(Finished { status, stdout, stderr: stderr.into() })
}

/// Waits for a child that has closed its streams.
fn wait(child: &SharedChild, end: Instant) -> Result<ExitStatus, Failure> {
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = alone(child).try_wait()? {
            return Ok(status);
        }
        if Instant::now() >= end {
            return Err(Failure::TimedOut);
        }
        thread::sleep(pause);
        pause = POLL.min(pause * 2);
    }
}

/// The lines of both streams, read by threads of their own; nobody waits for those, because a process left
/// behind by the child can hold the streams open for ever.
fn read_streams(child: &mut Child) -> Receiver<StreamLine> {
    let (sender, receiver) = channel();
    if let Some(stdout) = child.stdout.take() {
        let sender = sender.clone();
        thread::spawn(move || read_lines(stdout, &sender, StreamLine::Out));
    }
    if let Some(stderr) = child.stderr.take() {
        thread::spawn(move || read_lines(stderr, &sender, StreamLine::Err));
    }
    receiver
}

fn read_lines(stream: impl Read, sender: &Sender<StreamLine>, kind: fn(String) -> StreamLine) {
    let mut reader = BufReader::new(stream);
    let mut bytes = Vec::new();
    // Cut at the limit, so that a flood without a line break does not fill the memory.
    while matches!(reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes), Ok(1..)) {
        let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
        if sender.send(kind(line)).is_err() {
            return;
        }
        bytes.clear();
    }
}

/// The last `count` lines with text, on one line; for the reason of a finding.
pub(crate) fn last_lines(lines: &[String], count: usize) -> String {
    let with_text: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    with_text[with_text.len().saturating_sub(count)..].join(" / ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Result<Finished, Failure> {
        let limits = LaunchLimits { time: limit, memory: 1 << 30 };
        Program::new(Path::new("/bin/sh"), limits).env("PATH", "/usr/bin:/bin").args(["-c", script]).run(|_| {})
    }

    #[test]
    fn both_streams_and_the_status_are_kept() {
        let done = shell("echo out; echo one >&2; echo two >&2; exit 3", Duration::from_secs(20)).unwrap();
        assert_eq!(done.stdout, ["out"]);
        assert_eq!(last_lines(&done.stderr, 5), "one / two");
        assert_eq!(done.status.code(), Some(3));
    }

    #[test]
    fn a_hanging_program_is_ended() {
        let start = Instant::now();
        for script in ["sleep 30", "exec sleep 30 >&- 2>&-"] {
            assert!(matches!(shell(script, Duration::from_millis(200)), Err(Failure::TimedOut)), "{script}");
        }
        assert!(start.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_process_left_behind_does_not_hold_up_the_run() {
        let start = Instant::now();
        let done = shell("sleep 30 & echo done", Duration::from_secs(20)).unwrap();
        assert_eq!(done.stdout, ["done"]);
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}
