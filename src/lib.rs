//! junsoku (準則) compiles structured YAML that describes regional policies for Medical Care Station into a
//! bilingual website and print-ready PDFs. ARCHITECTURE.md tells the plan of the house; the way through it is
//! [`load`] and [`render`] into a [`publish::NewOutput`].
//!
//! A policy that exists as text, read and written as content, then loaded like any other:
//!
//! ```
//! use junsoku::content::SetKey;
//! use junsoku::base::diagnostics::Diagnostics;
//! use junsoku::import::{self, Names};
//!
//! let text = "みどり町運用規程\n\n（目的）\n第１条　この規程は、道具の使い方を定める。\n";
//! let (source, encoding) = import::read_source(text.as_bytes(), "policy.txt", false).unwrap();
//! assert_eq!(encoding, "UTF-8");
//! let names = Names { region: "midori".into(), document: "policy".into(), name: None };
//! let imported = import::import_source(&source, &names).unwrap();
//! let folder = tempfile::tempdir().unwrap();
//! import::write_files(folder.path(), &imported.files).unwrap();
//!
//! let mut findings = Diagnostics::default();
//! let corpus = junsoku::load(folder.path(), &mut findings);
//! assert!(!findings.has_errors());
//! let midori = corpus.set(&SetKey::Region("midori".into())).unwrap();
//! assert_eq!(midori.documents[0].id, "policy");
//! ```

pub mod apply;
pub mod base;
pub mod commands;
pub mod compare;
pub mod conformance;
pub mod content;
pub mod corpus;
pub mod forms;
pub mod impact;
pub mod import;
pub mod init;
mod machine;
pub mod oscal;
pub mod pdf;
mod platform;
pub mod publish;
pub mod rules;
pub mod serve;
pub mod site;
pub mod theme;

pub use rules::loading::{load, load_on, load_published, load_unreviewed, load_unreviewed_on, resolve, resolve_with};

use std::collections::BTreeSet;

use base::artifact::{Outlet, take_all};
use base::diagnostics::Diagnostics;
use base::{locale, progress};
use corpus::Corpus;
use forms::filling;
use pdf::setup;

/// Gives everything that is published of `corpus` to `outlet` as it is made: the PDFs, if there are `tools` to set them,
/// and the site that offers them. Returns whether all of it was made; `findings` tell what was not.
#[must_use]
pub fn render(corpus: &Corpus, options: &RenderOptions<'_>, outlet: &dyn Outlet, findings: &mut Diagnostics) -> bool {
    // The sheets come first, since a page offers only a sheet that this run has made.
    let sheets = match options.tools {
        Some(tools) => {
            let shown = (options.progress, options.messages);
            pdf::render_sheets(corpus, tools, options.theme, (shown, &BTreeSet::new()), outlet, findings)
        }
        None => Vec::new(),
    };
    // A site without them would look as if none had been asked for.
    if findings.has_errors() {
        return false;
    }
    render_pages(corpus, (&sheets, &BTreeSet::new()), options, outlet, findings)
}

/// Gives the site to `outlet` as [`render`] does, without the PDFs: it offers `sheets`, which were made before. Of the pages
/// those in the set beside them, by their paths, come as soon as they can. Returns whether all of it was made.
#[must_use]
pub fn render_pages(
    corpus: &Corpus,
    (sheets, first): (&[pdf::SheetFile], &BTreeSet<String>),
    options: &RenderOptions<'_>,
    outlet: &dyn Outlet,
    findings: &mut Diagnostics,
) -> bool {
    let _step = options.progress.step(options.messages.text("progress-site"));
    let made = site::render_site_from(corpus, sheets, options.base_url, (options.theme, first), outlet)
        .and_then(|()| take_all(outlet, filling::schemas(corpus)))
        .and_then(|()| oscal::render_oscal(corpus, outlet))
        // Last, so that a file of somebody's own meets all that was made and is told where it would take a place.
        .and_then(|()| publish::add_pictures(&corpus.pictures, outlet, findings))
        .and_then(|()| publish::add_static_files(&corpus.static_files, outlet, findings));
    if let Err(fault) = made {
        findings.push(*fault);
    }
    !findings.has_errors()
}

/// The settings of rendering.
#[derive(Debug, Clone, Copy)]
pub struct RenderOptions<'a> {
    /// Typst and fonts; without them no PDFs are made.
    pub tools: Option<&'a setup::Tools>,
    /// What stands in place of our templates, styles and words.
    pub theme: &'a theme::Theme,
    /// The address that the site will have, if known.
    pub base_url: Option<&'a str>,
    /// The place to show what is going on.
    pub progress: &'a progress::Progress,
    /// The words to show it in.
    pub messages: &'a locale::Messages,
}
