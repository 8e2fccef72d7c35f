//! The shipped content, and what its tests share with those of the program.

#[path = "../integration/support/files.rs"]
mod files;
#[path = "../integration/support/html.rs"]
pub(crate) mod html;
#[path = "../integration/support/oscal.rs"]
pub(crate) mod oscal;
#[path = "../integration/support/program.rs"]
mod program;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use junsoku::RenderOptions;
use junsoku::base::diagnostics::Diagnostics;
use junsoku::base::locale::{Lang, Messages};
use junsoku::base::progress::Progress;
use junsoku::corpus::Corpus;

pub(crate) use files::{Files, by_path, is_kind, text};
pub(crate) use program::Program;

/// The content folder of this repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The content, read anew, and what was found.
pub(crate) fn loaded() -> (Corpus, Diagnostics) {
    let mut findings = Diagnostics::default();
    let corpus = junsoku::load(&root(), &mut findings);
    (corpus, findings)
}

/// The content, read once for all tests.
pub(crate) fn corpus() -> &'static Corpus {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(|| loaded().0);
    &CORPUS
}

/// The site and the exports without PDFs, made once for all tests.
pub(crate) fn site() -> &'static Files {
    static SITE: LazyLock<Files> = LazyLock::new(|| {
        let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
        let how = RenderOptions { tools: None, base_url: None, progress: &progress, messages };
        by_path(junsoku::render(corpus(), &how, &mut Diagnostics::default()).expect("a site"))
    });
    &SITE
}
