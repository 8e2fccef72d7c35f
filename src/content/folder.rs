//! A content folder, of which regions can be read some at a time.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::files::{self, ContentFile, ListedFile, LockFile};
use super::own_page::read_pages;
use super::read::{Content, read_files};
use super::set_key::SetKey;
use crate::base::diagnostics::Diagnostics;

/// The folder of regions in the content folder.
const REGIONS: &str = "regions";

/// A content folder: what belongs to no region as read, the files of regions as listed.
#[derive(Debug)]
pub struct ContentFolder {
    root: PathBuf,
    common: Vec<ContentFile>,
    regions: BTreeMap<String, Vec<ListedFile>>,
    /// The ids of the regions, for texts of many words to be asked of each whether it is one.
    ids: HashSet<String>,
    /// The regions that are named outside of regions.
    named: BTreeSet<String>,
    record: LockFile,
    addresses: LockFile,
}

impl ContentFolder {
    /// Opens the content folder `root`; files that cannot be read are reported.
    #[must_use]
    pub fn open(root: &Path, findings: &mut Diagnostics) -> Self {
        let mut common = Vec::new();
        let mut regions: BTreeMap<String, Vec<ListedFile>> = BTreeMap::new();
        for file in files::list_content_files(root, findings) {
            match file.parts.as_slice() {
                [folder, id, _, ..] if folder == REGIONS => regions.entry(id.clone()).or_default().push(file),
                _ => common.extend(file.read(findings)),
            }
        }
        let record = files::read_record(root, findings);
        // Reading reports what is wrong with pages.
        let pages = read_pages(root, &mut Diagnostics::default());
        let pages = pages.iter().flat_map(|page| [Some(&page.ja), page.en.as_ref()]).flatten();
        let texts = common.iter().map(|file| &file.source).chain(pages.map(|page| &page.file));
        let ids: HashSet<String> = regions.keys().cloned().collect();
        let named = texts.flat_map(|file| words_in(&file.text)).filter(|name| ids.contains(*name));
        let named = named.map(str::to_owned).collect();
        let addresses = files::read_addresses(root, findings);
        Self { root: root.to_owned(), common, regions, ids, named, record, addresses }
    }

    /// Returns the ids of the regions, in their order.
    #[must_use]
    pub fn regions(&self) -> Vec<&str> {
        self.regions.keys().map(String::as_str).collect()
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The ledger of published addresses.
    #[must_use]
    pub fn addresses(&self) -> &LockFile {
        &self.addresses
    }

    /// The record of reviews.
    #[must_use]
    pub fn record(&self) -> &LockFile {
        &self.record
    }

    /// Reads the regions `wanted`, those that they name, directly or not, and what belongs to no region, reporting all
    /// faults of all files.
    #[must_use]
    pub fn read(&self, wanted: &[&str], findings: &mut Diagnostics) -> Content {
        let mut files = self.common.clone();
        let mut read: BTreeSet<String> = BTreeSet::new();
        let mut next: Vec<String> =
            wanted.iter().map(|id| (*id).to_owned()).chain(self.named.iter().cloned()).collect();
        while let Some(id) = next.pop() {
            let Some(listed) = self.regions.get(&id).filter(|_| read.insert(id)) else { continue };
            for file in listed.iter().filter_map(|file| file.read(findings)) {
                let names = words_in(&file.source.text).filter(|name| self.ids.contains(*name));
                let new: BTreeSet<&str> = names.filter(|name| !read.contains(*name)).collect();
                next.extend(new.into_iter().map(str::to_owned));
                files.push(file);
            }
        }
        files.sort_by(|one, other| one.parts.cmp(&other.parts));
        let unread = self.regions.keys().filter(|id| !read.contains(*id));
        let unread = unread.map(|id| SetKey::Region(id.clone())).collect();
        Content { unread, ..read_files(&self.root, &files, findings) }
    }
}

/// The words of `text` that may be ids.
fn words_in(text: &str) -> impl Iterator<Item = &str> {
    let is_id_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    text.split(move |letter| !is_id_letter(letter)).filter(|word| !word.is_empty())
}
