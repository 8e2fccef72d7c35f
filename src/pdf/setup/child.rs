//! Running another program without trusting it: it may hang, flood or fail.

use std::io::{self, BufRead as _, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Longest stretch without a line break that is kept as one line, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;
/// The number of lines of standard output that are kept: the first ones.
const MOST_OUTPUT: usize = 50_000;
/// The number of lines of standard error that are kept: the last ones.
const MOST_ERRORS: usize = 100;
/// The time for which a finished program's streams are still read, should a process that it left behind hold them.
const GRACE: Duration = Duration::from_millis(500);
/// The time between two looks whether the program has ended although its streams stay open.
const POLL: Duration = Duration::from_millis(50);

/// The result of a program that ran to its end.
#[derive(Debug)]
pub(super) struct Finished {
    pub status: ExitStatus,
    pub stdout: Vec<String>,
    pub stderr: Vec<String>,
}

/// The reason why there is no [`Finished`].
#[derive(Debug)]
pub(super) enum Failure {
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

/// Runs `command` for at most `limit`; `watch` sees each line of standard error as it comes.
///
/// # Errors
/// [`Failure`] where the program cannot be started or takes too long; a failing program is no error.
pub(super) fn run_child(command: &mut Command, limit: Duration, watch: impl FnMut(&str)) -> Result<Finished, Failure> {
    let end = Instant::now() + limit;
    let mut child = spawn(command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let result = follow_child(&mut child, end, watch);
    if result.is_err() {
        // Whatever these say, the child is given up.
        let _ = child.kill();
        let _ = child.wait();
    }
    result
}

fn spawn(command: &mut Command) -> io::Result<Child> {
    for _ in 0..5 {
        match command.spawn() {
            // The file was written a moment ago, and a process forked meanwhile still holds it open.
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy => thread::sleep(POLL),
            other => return other,
        }
    }
    command.spawn()
}

fn follow_child(child: &mut Child, end: Instant, mut watch: impl FnMut(&str)) -> Result<Finished, Failure> {
    let lines = read_streams(child);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let (mut status, mut stop) = (None, end);
    loop {
        match lines.recv_timeout(POLL) {
            Ok(StreamLine::Out(line)) if stdout.len() < MOST_OUTPUT => stdout.push(line),
            Ok(StreamLine::Err(line)) => {
                watch(&line);
                if stderr.len() == MOST_ERRORS {
                    stderr.remove(0);
                }
                stderr.push(line);
            }
            Ok(StreamLine::Out(_)) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if status.is_none() {
            status = child.try_wait()?;
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
    Ok(Finished { status, stdout, stderr })
}

/// Waits for a child that has closed its streams.
fn wait(child: &mut Child, end: Instant) -> Result<ExitStatus, Failure> {
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
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
    while matches!(reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes), Ok(1..)) {
        let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
        if sender.send(kind(line)).is_err() {
            return;
        }
        bytes.clear();
    }
}

/// The last `count` lines with text, on one line; for the reason of a finding.
pub(super) fn last_lines(lines: &[String], count: usize) -> String {
    let with_text: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    with_text[with_text.len().saturating_sub(count)..].join(" / ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Result<Finished, Failure> {
        run_child(Command::new("/bin/sh").arg("-c").arg(script), limit, |_| {})
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
