//! Content for one test, written in one text.
//!
//! A line `=== regions/midori/policy.yaml` begins a file; what stands above the first one says what the case is
//! about. The files of `cases/default.txt` are there too unless the case has one of the same path or takes it away
//! with `=== !path`, so that a case holds only what it is about. A line `base: conformance` above the first file adds
//! those of `cases/conformance.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use junsoku::RenderOptions;
use junsoku::base::artifact::ArtifactsInMemory;
use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::base::progress::Progress;
use junsoku::corpus::Corpus;
use junsoku::theme::Theme;
use tempfile::TempDir;

use super::{Files, by_path, check_arguments, text};

const CONFORMANCE: &str = include_str!("../../cases/conformance.txt");
const DEFAULT: &str = include_str!("../../cases/default.txt");

/// The day on which the tests look at content: after all that the cases tell but what is to come.
const TODAY: Date = date(2030, 1, 1);

/// A content folder that lives as long as this.
pub(crate) struct Case {
    folder: TempDir,
}

impl Case {
    /// The default files and those of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let mut files = split(DEFAULT);
        if text.lines().take_while(|line| !line.starts_with("=== ")).any(|line| line == "base: conformance") {
            files.extend(split(CONFORMANCE));
        }
        for (path, content) in split(text) {
            match path.strip_prefix('!') {
                Some(path) => drop(files.remove(path).expect("a default file to take away")),
                None => drop(files.insert(path, content)),
            }
        }
        let case = Self::empty();
        for (path, content) in files {
            case.write(&path, &content);
        }
        case
    }

    /// The case that stands in the file `path`.
    pub(crate) fn from_file(path: &Path) -> Self {
        Self::new(&fs::read_to_string(path).expect("a readable case"))
    }

    /// A folder without any file.
    pub(crate) fn empty() -> Self {
        let case = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        fs::create_dir(case.root()).expect("a content folder");
        case
    }

    /// The content folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    /// Writes one file of the content.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of the content");
        fs::write(path, content).expect("a writable file");
        self
    }

    /// The text of one file of the content.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("a file of the content")
    }

    /// Loads the content with the library.
    pub(crate) fn load(&self) -> Loaded {
        Loaded::from(&self.root())
    }

    /// Loads the content with the library as it is published on `day`.
    pub(crate) fn load_on(&self, day: Date) -> Loaded {
        let mut findings = Diagnostics::default();
        let corpus = junsoku::load_published(&self.root(), day, &mut findings);
        check_arguments(&findings);
        Loaded { corpus, findings, root: self.root() }
    }

    /// Loads content that has no errors and renders the site without PDFs.
    pub(crate) fn build(&self) -> Built {
        self.load().build()
    }
}

/// The files of a case's text, by path.
fn split(text: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("=== ") {
            files.extend(open.replace((path.trim().to_owned(), String::new())));
        } else if let Some((_, content)) = &mut open {
            content.push_str(line);
        }
    }
    files.extend(open);
    files
}

/// A content folder as the library read it.
pub(crate) struct Loaded {
    pub(crate) corpus: Corpus,
    pub(crate) findings: Diagnostics,
    root: PathBuf,
}

impl Loaded {
    /// Reads the folder `root`.
    pub(crate) fn from(root: &Path) -> Self {
        let mut findings = Diagnostics::default();
        let mut corpus = junsoku::load_on(root, TODAY, &mut findings);
        corpus.leave_out_parts();
        check_arguments(&findings);
        Self { corpus, findings, root: root.to_owned() }
    }

    /// The codes of all findings, by file and place.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.findings.sorted().iter().map(|finding| finding.code.name()).collect()
    }

    /// The findings as people read them, with the content folder called `content`.
    pub(crate) fn told(&self, lang: Lang) -> String {
        human(&self.findings, Messages::of(lang), false).replace(&self.root.display().to_string(), "content")
    }

    /// Demands exactly these codes.
    pub(crate) fn check_codes(&self, expected: &[&str]) -> &Self {
        assert_eq!(self.codes(), expected, "{}", self.told(Lang::En));
        self
    }

    /// Where the only finding stands: file below the content folder, line, column.
    pub(crate) fn only_place(&self) -> (String, usize, usize) {
        let sorted = self.findings.sorted();
        let [finding] = sorted.as_slice() else { panic!("{}", self.told(Lang::En)) };
        let place = finding.place.as_ref().expect("a place");
        let path = Path::new(&place.file.path).strip_prefix(&self.root).expect("a path below the content folder");
        (path.display().to_string(), place.start().line, place.start().column)
    }

    /// Renders the site without PDFs.
    pub(crate) fn build(&self) -> Built {
        assert!(!self.findings.has_errors(), "{}", self.told(Lang::En));
        let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
        let theme = Theme::default();
        let how = RenderOptions { tools: None, theme: &theme, base_url: None, progress: &progress, messages };
        let mut findings = Diagnostics::default();
        let made = ArtifactsInMemory::default();
        let whole = junsoku::render(&self.corpus, &how, &made, &mut findings);
        assert!(whole, "{:?}", findings.sorted());
        check_arguments(&findings);
        Built { files: by_path(made.into_artifacts()) }
    }
}

/// The site of a case.
pub(crate) struct Built {
    pub(crate) files: Files,
}

impl Built {
    /// The page at `path`.
    pub(crate) fn page(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no {path} among {:?}", self.files.keys()));
        text(bytes)
    }

    /// Demands that every one of `wanted` stands on the page, in this order.
    pub(crate) fn check_page(&self, path: &str, wanted: &[&str]) -> &Self {
        let mut rest = self.page(path);
        for piece in wanted {
            let at = rest.find(piece).unwrap_or_else(|| panic!("{path}: “{piece}” is not in:\n{rest}"));
            rest = &rest[at + piece.len()..];
        }
        self
    }

    /// Demands that `unwanted` stands nowhere on the page.
    pub(crate) fn check_page_lacks(&self, path: &str, unwanted: &str) -> &Self {
        assert!(!self.page(path).contains(unwanted), "{path}: “{unwanted}”");
        self
    }
}
