//! The website: HTML pages from the corpus, in both languages. No page needs a script to be read, and none loads
//! anything from another host.

#![warn(clippy::wildcard_enum_match_arm)]

mod accent;
mod editions;
mod feed;
mod frame;
mod guard;
mod links;
mod page;
mod pages;
mod provisions;
mod robots;
mod sources;
mod templates;
mod updates;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::accent::accent_style;
use self::frame::{PageOrder, PagePress};
use self::page::{SitePage, page_path};
use self::pages::{DocumentPage, FormPage, SetSides, TopicComparison};
pub use self::pages::{amendment, comparison};
use self::sources::SiteSources;
use self::templates::Templates;
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::Lang;
use crate::conformance::{CSV, exports};
use crate::content::SetKey;
use crate::corpus::Corpus;
use crate::pdf::SheetFile;
use crate::theme::Theme;

/// Files that pages load, by their paths below the output folder.
const ASSETS: [(&str, &str); 15] = [
    ("assets/style.css", include_str!("../../templates/site/assets/style.css")),
    ("assets/site.js", include_str!("../../templates/site/assets/site.js")),
    ("assets/compare.css", include_str!("../../templates/site/assets/compare.css")),
    ("assets/compare.js", include_str!("../../templates/site/assets/compare.js")),
    ("assets/filters.js", include_str!("../../templates/site/assets/filters.js")),
    ("assets/form/dates.js", include_str!("../../templates/site/assets/form/dates.js")),
    ("assets/form/values.js", include_str!("../../templates/site/assets/form/values.js")),
    ("assets/form/data.js", include_str!("../../templates/site/assets/form/data.js")),
    ("assets/form/sheet.js", include_str!("../../templates/site/assets/form/sheet.js")),
    ("assets/form/rows.js", include_str!("../../templates/site/assets/form/rows.js")),
    ("assets/form/faults.js", include_str!("../../templates/site/assets/form/faults.js")),
    ("assets/form/paper.js", include_str!("../../templates/site/assets/form/paper.js")),
    ("assets/form/draft.js", include_str!("../../templates/site/assets/form/draft.js")),
    ("assets/form/page.js", include_str!("../../templates/site/assets/form/page.js")),
    ("assets/icon.svg", include_str!("../../templates/site/assets/icon.svg")),
];

/// Returns the whole site. `sheets` are the PDFs of this run, so that no page offers one that is not there; `base_url`
/// is where the site will stand, if known; what `theme` has stands in place of ours.
///
/// # Errors
/// A finding J0506 where a template is faulty, J0621 where one of the theme is, J0502 where a file to download cannot be written.
pub fn render_site(
    corpus: &Corpus,
    sheets: &[SheetFile],
    base_url: Option<&str>,
    theme: &Theme,
) -> Result<Vec<Artifact>, Box<Diagnostic>> {
    let sheets: BTreeMap<&str, &SheetFile> = sheets.iter().map(|sheet| (sheet.file.path.as_str(), sheet)).collect();
    let asset = |(path, ours): &(&str, &str)| {
        let own = theme.file(&format!("site/{path}"));
        Artifact::new(*path, own.map_or(*ours, |file| file.text.as_str()))
    };
    let mut artifacts: Vec<Artifact> = ASSETS.iter().map(asset).collect();
    artifacts.extend(accent_style(corpus));
    artifacts.extend(exports(corpus).map_err(|error| Box::new(unwritten(CSV, &error)))?);
    // Computed once: they are the same in both languages and on all pages that show them.
    let verdicts = pages::region_verdicts(corpus);
    let comparison = TopicComparison::of(corpus, &verdicts);
    let order = PageOrder::of(pages::in_reading_order(corpus));
    let updates = updates::updates(corpus);
    let base_url = base_url.or(corpus.base_url.as_deref());
    for lang in corpus.languages.iter() {
        let (messages, sides) = (theme.messages(lang), SetSides::of(corpus, lang));
        let site = SiteSources {
            corpus,
            verdicts: &verdicts,
            comparison: &comparison,
            sides: &sides,
            sheets: &sheets,
            updates: &updates,
            messages,
        };
        let templates = order.iter().map(SitePage::template).chain([feed::TEMPLATE]);
        let templates = Templates::new(theme, lang, templates)?;
        let press = PagePress { site: &site, templates: &templates, order: &order, base_url };
        // Side by side, and collected in reading order: the first fault that is told is the same in every run.
        let files: Result<Vec<_>, _> = (0..order.len()).into_par_iter().map(|at| press.files(at)).collect();
        artifacts.extend(files?.into_iter().flatten());
        artifacts.extend(feed::feeds(&site, &templates, base_url)?);
    }
    artifacts.push(pages::gateway(corpus, theme)?);
    artifacts.push(pages::not_found(corpus, base_url, theme)?);
    artifacts.extend(robots::robots(corpus, base_url));
    if let Some(base) = base_url {
        // Last, since a site map lists what is there. Without an address there is none: it must name whole
        // addresses (sitemaps.org).
        artifacts.extend(robots::sitemaps(base, corpus, &artifacts, &updates));
    }
    artifacts.extend(pages::redirect_pages(corpus, &artifacts, theme)?);
    Ok(artifacts)
}

/// Returns where the page of a document stands in `lang`, below the output folder.
#[must_use]
pub fn document_page(set: &SetKey, document: &str, lang: Lang) -> String {
    page_path(&DocumentPage(set, document), lang)
}

/// Returns where the page of a form stands in `lang`, below the output folder.
#[must_use]
pub fn form_page(set: &SetKey, form: &str, lang: Lang) -> String {
    page_path(&FormPage(set, form), lang)
}

fn unwritten(path: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0502).arg("path", path).arg("reason", error.to_string())
}

fn faulty(error: &tera::Error) -> Diagnostic {
    let mut reason = error.to_string();
    // Tera says what is amiss in the innermost error, and in the outer ones only where.
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        reason = format!("{reason}: {inner}");
        source = inner.source();
    }
    Diagnostic::new(Code::J0506).arg("reason", reason)
}
