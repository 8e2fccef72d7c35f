//! The watch over the folders of content and theme.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// The time without a change after which the changes so far belong together: an editor that saves a file removes, renames
/// and writes within it.
const QUIET: Duration = Duration::from_millis(20);

/// The longest time for which changes are gathered: of ten thousand files that change one after another, some are shown
/// before the last.
const LONGEST_GATHERING: Duration = Duration::from_secs(1);

/// The time after which the folders are looked at without an event: one may have been swapped for another.
const LOOK: Duration = Duration::from_secs(1);

/// The time between two looks of a watch without events, for a system that gives none.
const POLL: Duration = Duration::from_millis(500);

/// What was heard.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Something changed.
    Change,
    /// Nothing did until the moment that was named.
    Quiet,
}

/// The number of changes so far.
pub(super) type Changes = Arc<AtomicU64>;

/// The end at which changes are heard.
#[derive(Debug)]
pub(super) struct Hearing(Receiver<()>);

impl Hearing {
    /// Waits for changes that belong together, or until `due`.
    pub(super) fn wait(&self, due: Option<Instant>) -> Heard {
        let first = match due {
            Some(due) => self.0.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => self.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match first {
            Ok(()) => self.gather(),
            Err(RecvTimeoutError::Timeout) => return Heard::Quiet,
            // The thread that watches never ends; without it nothing would be heard, and turning round would only heat.
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(POLL),
        }
        Heard::Change
    }

    fn gather(&self) {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST_GATHERING && self.0.recv_timeout(QUIET).is_ok() {}
    }
}

/// Begins to watch the folder `content`, and that of the theme: `theme`, or the one beside the content.
pub(super) fn watch(content: &Path, theme: Option<&Path>) -> (Changes, Hearing) {
    let (sender, receiver) = channel();
    let changes = Changes::default();
    let theme = theme.map_or_else(|| crate::theme::Theme::folder_beside(content), Path::to_path_buf);
    let folders = vec![content.to_path_buf(), theme];
    let told = Arc::clone(&changes);
    // Without a thread the pages stay as they were made first; that is said by nothing, and better than no pages.
    let _ = std::thread::Builder::new().name("watch".to_owned()).spawn(move || look_after(&folders, &told, &sender));
    (changes, Hearing(receiver))
}

/// Watches `folders` for ever, anew whenever one of them has become another.
fn look_after(folders: &[PathBuf], changes: &Changes, sender: &Sender<()>) {
    let mut seen = identities(folders);
    let mut watcher = watcher(folders, changes, sender);
    loop {
        std::thread::sleep(LOOK);
        let now = identities(folders);
        if now != seen || watcher.is_none() {
            // The old one goes first, since the system allows only so many.
            drop(watcher.take());
            watcher = self::watcher(folders, changes, sender);
            if now != seen && note_change(changes, sender).is_err() {
                return;
            }
            seen = now;
        }
    }
}

/// Notes a change.
fn note_change(changes: &Changes, sender: &Sender<()>) -> Result<(), ()> {
    changes.fetch_add(1, Ordering::SeqCst);
    sender.send(()).map_err(drop)
}

/// What tells a folder from another that took its place: where it leads and when it was made; nothing where it is not there.
fn identities(folders: &[PathBuf]) -> Vec<Option<(PathBuf, Option<std::time::SystemTime>)>> {
    let identity = |folder: &PathBuf| {
        let path = folder.canonicalize().ok()?;
        let made = path.metadata().ok()?.created().ok();
        Some((path, made))
    };
    folders.iter().map(identity).collect()
}

/// A watch over those of `folders` that are there: by the events of the system, or by looking where it gives none.
fn watcher(folders: &[PathBuf], changes: &Changes, sender: &Sender<()>) -> Option<Box<dyn Watcher + Send>> {
    let roots: Vec<PathBuf> = folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
    let handler = || {
        let (roots, changes, sender) = (roots.clone(), Arc::clone(changes), sender.clone());
        move |event: notify::Result<Event>| {
            // What cannot be told may be anything.
            let counts = event.map_or(true, |event| is_change(&event, &roots));
            if counts {
                let _ = note_change(&changes, &sender);
            }
        }
    };
    let all =
        |watcher: &mut dyn Watcher| roots.iter().try_for_each(|root| watcher.watch(root, RecursiveMode::Recursive));
    if let Ok(mut watcher) = RecommendedWatcher::new(handler(), Config::default())
        && all(&mut watcher).is_ok()
    {
        return Some(Box::new(watcher));
    }
    let mut watcher = PollWatcher::new(handler(), Config::default().with_poll_interval(POLL)).ok()?;
    all(&mut watcher).ok()?;
    Some(Box::new(watcher))
}

/// Whether `event` may change what is made of `roots`.
fn is_change(event: &Event, roots: &[PathBuf]) -> bool {
    if matches!(event.kind, EventKind::Access(_)) {
        return false;
    }
    event.need_rescan() || event.paths.is_empty() || event.paths.iter().any(|path| is_content(path, roots))
}

/// Whether `path` may be content. Hidden files are those of editors and of git; they are not read.
fn is_content(path: &Path, roots: &[PathBuf]) -> bool {
    let below = roots.iter().find_map(|root| path.strip_prefix(root).ok()).unwrap_or(path);
    let is_hidden =
        |part: Component<'_>| matches!(part, Component::Normal(name) if name.to_string_lossy().starts_with('.'));
    !below.components().any(is_hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_follow_each_other_are_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let content = folder.path().join("content");
        std::fs::create_dir(&content).expect("a folder");
        let (changes, hearing) = watch(&content, None);
        // The watch begins in a thread of its own.
        std::thread::sleep(Duration::from_millis(300));
        for number in 0..100 {
            std::fs::write(content.join(format!("{number}.yaml")), "a: b").expect("a file");
        }
        assert_eq!(hearing.wait(Some(Instant::now() + Duration::from_secs(20))), Heard::Change);
        assert!(changes.load(Ordering::SeqCst) > 0);
        // Hidden files change nothing.
        while hearing.wait(Some(Instant::now() + Duration::from_millis(100))) == Heard::Change {}
        std::fs::write(content.join(".a.yaml.swp"), "a: b").expect("a file");
        assert_eq!(hearing.wait(Some(Instant::now() + Duration::from_millis(300))), Heard::Quiet);
    }
}
