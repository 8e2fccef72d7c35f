//! The shelf: PDFs of earlier runs in the cache, by what they were made from. It has a limit; what was used longest ago goes first.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::machine::{WorkFolder, cache_dir, keep_bytes, mark_used, remove_file};

/// The most bytes that stay: PDFs of some hundred regions.
const MOST: u64 = 2 << 30;

/// A file on the shelf: when it was used last, and its length.
#[derive(Debug)]
struct Kept {
    path: PathBuf,
    used: SystemTime,
    length: u64,
}

/// The PDFs of earlier runs.
#[derive(Debug)]
pub struct Shelf(PathBuf);

impl Shelf {
    /// Returns the shelf of the user's cache; `None` where there is no cache.
    #[must_use]
    pub fn of_cache() -> Option<Self> {
        cache_dir().map(|cache| Self(cache.join("pdf")))
    }

    /// The PDF of an earlier run; `None` also where the file was damaged since.
    pub(super) fn taken(&self, key: &str) -> Option<Vec<u8>> {
        let path = self.0.join(key);
        let stored = fs::read(&path).ok()?;
        let (hash, pdf) = stored.split_at_checked(blake3::OUT_LEN)?;
        if blake3::hash(pdf).as_bytes() != hash {
            return None;
        }
        mark_used(&path);
        Some(pdf.to_vec())
    }

    /// Keeps a PDF, made in `work`, for later runs. A shelf that cannot be written costs time, not correctness.
    pub(super) fn put(&self, work: &WorkFolder, key: &str, pdf: &[u8]) {
        let mut stored = blake3::hash(pdf).as_bytes().to_vec();
        stored.extend_from_slice(pdf);
        keep_bytes(work, &self.0.join(key), &stored);
    }

    /// Brings the shelf below its limit; what was used since `begun` stays.
    pub(super) fn trim(&self, begun: SystemTime) {
        self.trim_to(MOST, begun);
    }

    /// Empties the shelf, and returns how many files went and how many bytes they held.
    #[must_use]
    pub fn clean(&self) -> (usize, u64) {
        let gone: Vec<u64> =
            self.kept().iter().filter(|kept| remove_file(&kept.path).is_ok()).map(|kept| kept.length).collect();
        (gone.len(), gone.iter().sum())
    }

    fn trim_to(&self, most: u64, begun: SystemTime) {
        let mut kept = self.kept();
        let mut held: u64 = kept.iter().map(|one| one.length).sum();
        if held <= most {
            return;
        }
        kept.sort_by_key(|one| one.used);
        // A quarter is made free at once, so that not every run has to look for some.
        for old in kept.iter().take_while(|one| one.used < begun) {
            if held <= most / 4 * 3 {
                break;
            }
            if remove_file(&old.path).is_ok() {
                held -= old.length;
            }
        }
    }

    /// The files on it; none where it cannot be read.
    fn kept(&self) -> Vec<Kept> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let kept = entries.filter_map(|entry| {
            let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(Kept { path: entry.path(), used: metadata.modified().ok()?, length: metadata.len() })
        });
        kept.collect()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_was_used_longest_ago_goes_first_and_what_this_run_used_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = Shelf(folder.path().to_owned());
        let begun = SystemTime::now();
        for (name, age) in [("oldest", 300), ("old", 200), ("young", 100), ("now", 0)] {
            let path = folder.path().join(name);
            fs::write(&path, [0; 100]).expect("a file");
            let used = begun - Duration::from_secs(age) + Duration::from_millis(u64::from(age == 0));
            fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(used)).expect("a time");
        }
        let names = || {
            let mut names: Vec<String> = shelf
                .kept()
                .iter()
                .filter_map(|kept| Some(kept.path.file_name()?.to_string_lossy().into_owned()))
                .collect();
            names.sort();
            names
        };
        shelf.trim_to(400, begun);
        assert_eq!(names(), ["now", "old", "oldest", "young"]);
        shelf.trim_to(399, begun);
        assert_eq!(names(), ["now", "young"]);
        shelf.trim_to(0, begun);
        assert_eq!(names(), ["now"]);
        assert_eq!(shelf.clean(), (1, 100));
        assert_eq!(shelf.clean(), (0, 0));
    }

    #[test]
    fn a_pdf_is_given_back_as_it_was_and_marked_as_used() {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = Shelf(folder.path().to_owned());
        let work = WorkFolder::open().expect("a folder");
        shelf.put(&work, "key", b"%PDF");
        let path = folder.path().join("key");
        let long_ago = SystemTime::now() - Duration::from_secs(100_000);
        fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(long_ago)).expect("a time");
        assert_eq!(shelf.taken("key").as_deref(), Some(&b"%PDF"[..]));
        assert!(shelf.kept().iter().all(|kept| kept.used > long_ago));
        fs::write(&path, b"torn").expect("a file");
        assert_eq!(shelf.taken("key"), None);
    }
}
