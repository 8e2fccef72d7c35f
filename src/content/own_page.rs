//! Pages of a site's own: Markdown below `pages/`, with what the page is in YAML at its head.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use walkdir::DirEntry;

use super::basics::{Bilingual, Id, unheld_name};
use super::declare::record;
use super::decode::{Decode, Located, Text};
use super::files::{LARGEST_FILE, files_in, read_one, stays_inside};
use super::yaml;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::base::locale::Lang;
use crate::base::visible::is_unprintable;

/// The folder of pages in the content folder.
const PAGES: &str = "pages";

/// The line above and below the head of a page.
const FENCE: &str = "---";

record! {
    /// The head of a page of a site's own.
    pub struct PageHead (Open) => "独自のページの冒頭" {
        /// Its title.
        title: Bilingual => "題名",
        /// Its place among the pages in the menu; those without one come last.
        order: Option<Located<u32>> => "案内の中での順序。ないものは後に並ぶ",
        /// Whether the menu leads to it: a page does, news does not, unless it is said here.
        in_menu: Option<bool> => "案内に載せるか。書かなければ、ページは載せ、お知らせは載せない",
        /// The day of a piece of news; a page has none.
        date: Option<Located<Date>> => "お知らせの日付。ページには書かない",
        /// Ids that it had before: whoever follows a link there is led here.
        formerly: Vec<Text> => "以前のid。そのページからここに移れる",
        /// The region that it is about, in which its references are read.
        region: Option<Id> => "内容が属する地域。参照はその地域のものとして読む",
    }
}

/// A page of a site's own, or a piece of news.
#[derive(Debug, Clone)]
pub struct WrittenPage {
    /// Its id: the name of its file without `.md`.
    pub id: String,
    /// The YAML at its head.
    pub head: PageHead,
    /// The Markdown.
    pub ja: PageText,
    /// That of the English, which has a file of its own: `guide.en.md` beside `guide.md`.
    pub en: Option<PageText>,
}

/// The Markdown of a page, which ends where its file does.
#[derive(Debug, Clone)]
pub struct PageText {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The byte at which the Markdown begins.
    pub start: usize,
}

impl PageText {
    /// Returns the Markdown.
    #[must_use]
    pub fn text(&self) -> &str {
        self.file.text.get(self.start..).unwrap_or("")
    }

    /// Returns the place of the bytes `range` of the Markdown.
    #[must_use]
    pub fn place(&self, range: std::ops::Range<usize>) -> Place {
        Place::new(&self.file, self.start + range.start..self.start + range.end)
    }
}

/// Whether `text` may be the name of a page: letters of an id, which may begin with a digit, as names with a date do.
fn is_page_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The pages below `root`, by id.
pub(super) fn read_pages(root: &Path, findings: &mut Diagnostics) -> Vec<WrittenPage> {
    let mut files: BTreeMap<(String, Lang), Arc<SourceFile>> = BTreeMap::new();
    for entry in files_in(&root.join(PAGES), &[], findings) {
        files.extend(page_file(root, &entry, findings));
    }
    let ids: BTreeSet<String> = files.keys().map(|(id, _)| id.clone()).collect();
    ids.into_iter().filter_map(|id| page(id, &mut files, findings)).collect()
}

fn page_file(root: &Path, entry: &DirEntry, findings: &mut Diagnostics) -> Option<((String, Lang), Arc<SourceFile>)> {
    let path = entry.path();
    let name = entry.file_name().to_string_lossy();
    let stem = name.strip_suffix(".md")?;
    let place = Place::whole(&Arc::new(SourceFile::new(crate::platform::slashed(path), "")));
    if entry.path_is_symlink() && !stays_inside(root, path) {
        findings.push(Diagnostic::new(Code::J0104).at(&place));
        return None;
    }
    if path.is_dir() {
        return None;
    }
    let (id, lang) = stem.strip_suffix(".en").map_or((stem, Lang::Ja), |id| (id, Lang::En));
    if let Some(unheld) = unheld_name(&name) {
        findings.push(unheld.at(&place));
        return None;
    }
    if entry.depth() != 1 || !is_page_name(id) {
        findings.push(Diagnostic::new(Code::J0118).at(&place).arg("kind", "name"));
        return None;
    }
    Some(((id.to_owned(), lang), read_one(path, LARGEST_FILE, findings)?))
}

fn page(
    id: String,
    files: &mut BTreeMap<(String, Lang), Arc<SourceFile>>,
    findings: &mut Diagnostics,
) -> Option<WrittenPage> {
    let [japanese, english] = Lang::ALL.map(|lang| files.remove(&(id.clone(), lang)));
    let en = english.and_then(|file| english_text(file, findings));
    let Some(file) = japanese else {
        let alone = Diagnostic::new(Code::J0118).arg("kind", "alone");
        // An English page is a translation; without its Japanese there is nothing that it translates.
        findings.extend(en.map(|text| alone.at(&Place::whole(&text.file))));
        return None;
    };
    let (head, start) = match head_ends(&file.text) {
        Ok(found) => found,
        Err(kind) => {
            findings.push(Diagnostic::new(Code::J0117).at(&Place::whole(&file)).arg("kind", kind));
            return None;
        }
    };
    // The same file up to the end of the head, so that places in it are places in the file.
    let head = Arc::new(SourceFile::new(file.path.as_str(), &file.text[..head]));
    let head = match yaml::parse_yaml(&head) {
        Ok(node) => PageHead::decode(&node, findings),
        Err(found) => {
            findings.append(found);
            None
        }
    };
    let ja = printable(PageText { file, start }, findings);
    Some(WrittenPage { id, head: head?, ja: ja?, en })
}

/// The ends of the head in bytes: of its YAML, and of the line below it.
fn head_ends(text: &str) -> Result<(usize, usize), &'static str> {
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        // Editors of Windows put a byte order mark before the first line.
        let is_fence = line.trim_start_matches('\u{FEFF}').trim_end() == FENCE;
        match index {
            0 if !is_fence => return Err("missing"),
            0 => {}
            _ if is_fence => return Ok((at, at + line.len())),
            _ => {}
        }
        at += line.len();
    }
    Err(if text.is_empty() { "missing" } else { "open" })
}

fn english_text(file: Arc<SourceFile>, findings: &mut Diagnostics) -> Option<PageText> {
    // The head belongs to the page and stands in its Japanese file; a second one could say something else.
    if head_ends(&file.text) != Err("missing") {
        findings.push(Diagnostic::new(Code::J0117).at(&Place::whole(&file)).arg("kind", "english"));
        return None;
    }
    printable(PageText { file, start: 0 }, findings)
}

/// Refuses letters that no page can show. A line may end as Windows ends it.
fn printable(text: PageText, findings: &mut Diagnostics) -> Option<PageText> {
    let unprintable = text.text().char_indices().find(|(_, letter)| *letter != '\r' && is_unprintable(*letter));
    let Some((at, letter)) = unprintable else { return Some(text) };
    let code = format!("U+{:04X}", u32::from(letter));
    findings.push(Diagnostic::new(Code::J0208).at(&text.place(at..at + letter.len_utf8())).arg("code", code));
    None
}
