//! The pages that are served, in memory, and who looks at which.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hyper::body::Bytes;
use tokio::sync::watch;

use super::laid_over::LaidOver;

/// A file that is served.
#[derive(Debug, Clone)]
pub(super) struct LiveFile {
    /// Its bytes, as a build would publish them.
    pub(super) bytes: Bytes,
    /// The hash of its bytes.
    pub(super) hash: String,
}

impl LiveFile {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        let hash = blake3::hash(&bytes).to_hex()[..16].to_owned();
        Self { bytes: bytes.into(), hash }
    }
}

/// The site as it is served.
#[derive(Debug)]
pub(super) struct LiveSite {
    state: Mutex<State>,
    /// Told of every change, so that open pages ask whether it concerns them.
    ticks: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<String, LiveFile>,
    sheets: BTreeMap<String, LiveFile>,
    /// The hash of all that pages load: a page looks otherwise when a style does.
    assets: String,
    laid_over: LaidOver,
    /// The pages that are open, by connection.
    open: BTreeMap<u64, String>,
    connections: u64,
}

impl Default for LiveSite {
    fn default() -> Self {
        Self { state: Mutex::default(), ticks: watch::Sender::new(0) }
    }
}

impl LiveSite {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tick(&self) {
        self.ticks.send_modify(|tick| *tick += 1);
    }

    /// Returns what changes tell.
    pub(super) fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }

    /// Returns the file at `path`.
    pub(super) fn file(&self, path: &str) -> Option<LiveFile> {
        let state = self.state();
        state.files.get(path).or_else(|| state.sheets.get(path)).cloned()
    }

    /// Whether there is any page.
    pub(super) fn is_empty(&self) -> bool {
        self.state().files.is_empty()
    }

    /// Returns what tells one state of the page at `path` from another.
    pub(super) fn version(&self, path: &str) -> String {
        let state = self.state();
        let page = state.files.get(path).map_or("", |file| file.hash.as_str());
        format!("{page}{}", state.assets)
    }

    /// Returns what is laid over the pages.
    pub(super) fn laid_over(&self) -> LaidOver {
        self.state().laid_over.clone()
    }

    /// Lays something else over the pages.
    pub(super) fn lay_over(&self, laid_over: LaidOver) {
        let mut state = self.state();
        if state.laid_over != laid_over {
            state.laid_over = laid_over;
            drop(state);
            self.tick();
        }
    }

    /// Puts a page in its place at once, and tells those who look at it.
    pub(super) fn put_page(&self, path: &str, file: LiveFile) {
        let mut state = self.state();
        if state.files.get(path).is_none_or(|old| old.hash != file.hash) {
            state.files.insert(path.to_owned(), file);
            drop(state);
            self.tick();
        }
    }

    /// Takes `files` for all there is beside the PDFs, and returns how many are new or changed.
    pub(super) fn put_all(&self, files: BTreeMap<String, LiveFile>) -> usize {
        let mut hasher = blake3::Hasher::new();
        // The index of the search is a script as well, but no page looks otherwise when it changes.
        for (path, file) in files.iter().filter(|(path, _)| path.starts_with("assets/")) {
            hasher.update(path.as_bytes()).update(file.hash.as_bytes());
        }
        let assets = hasher.finalize().to_hex()[..16].to_owned();
        let mut state = self.state();
        let is_new =
            |(path, file): &(&String, &LiveFile)| state.files.get(*path).is_none_or(|old| old.hash != file.hash);
        let changed = files.iter().filter(is_new).count();
        state.files = files;
        state.assets = assets;
        drop(state);
        self.tick();
        changed
    }

    /// Takes `sheets` for all PDFs there are, and returns how many are new or changed.
    pub(super) fn put_sheets(&self, sheets: BTreeMap<String, LiveFile>) -> usize {
        let mut state = self.state();
        let is_new =
            |(path, file): &(&String, &LiveFile)| state.sheets.get(*path).is_none_or(|old| old.hash != file.hash);
        let changed = sheets.iter().filter(is_new).count();
        state.sheets = sheets;
        changed
    }

    /// Notes that somebody looks at the page at `path`, until [`close`](Self::close).
    pub(super) fn open(&self, path: &str) -> u64 {
        let mut state = self.state();
        state.connections += 1;
        let connection = state.connections;
        state.open.insert(connection, path.to_owned());
        connection
    }

    /// Notes that the page of `connection` was closed.
    pub(super) fn close(&self, connection: u64) {
        self.state().open.remove(&connection);
    }

    /// Returns the pages that are open.
    pub(super) fn open_pages(&self) -> BTreeSet<String> {
        self.state().open.values().cloned().collect()
    }
}
