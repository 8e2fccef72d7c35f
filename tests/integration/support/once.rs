//! The content of these tests, read and rendered once for all of them.

use std::sync::LazyLock;

use junsoku::RenderOptions;
use junsoku::base::artifact::ArtifactsInMemory;
use junsoku::base::diagnostics::Diagnostics;
use junsoku::base::locale::{Lang, Messages};
use junsoku::base::progress::Progress;
use junsoku::corpus::Corpus;

use super::{Files, by_path, root};

/// The content of [`root`].
pub(crate) fn corpus() -> &'static Corpus {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
        let mut findings = Diagnostics::default();
        let corpus = junsoku::load(&root(), &mut findings);
        assert!(!findings.has_errors(), "{:?}", findings.sorted());
        corpus
    });
    &CORPUS
}

/// The site and the exports without PDFs.
pub(crate) fn site() -> &'static Files {
    static SITE: LazyLock<Files> = LazyLock::new(|| {
        let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
        let theme = junsoku::theme::Theme::default();
        let how = RenderOptions { tools: None, theme: &theme, base_url: None, progress: &progress, messages };
        let made = ArtifactsInMemory::default();
        assert!(junsoku::render(corpus(), &how, &made, &mut Diagnostics::default()));
        by_path(made.into_artifacts())
    });
    &SITE
}
