//! The website: HTML pages from the corpus, in both languages. No page needs a script to be read, and none loads
//! anything from another host.

#![warn(clippy::wildcard_enum_match_arm)]

mod accent;
mod editions;
mod feed;
mod findable;
mod former;
mod frame;
mod guard;
mod language;
mod links;
mod page;
mod pages;
mod provisions;
mod rail;
mod robots;
mod search;
mod sources;
mod templates;
mod updates;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use self::accent::accent_style;
use self::frame::{PageOrder, PagePress};
use self::page::{SitePage, page_path};
use self::pages::{DocumentPage, FormPage, PairAlignments, SetSides, TopicComparison};
pub use self::pages::{amendment, comparison};
use self::sources::{SharedFacts, SiteSources};
use self::templates::Templates;
use crate::base::artifact::{Artifact, Outlet, take_all};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::Lang;
use crate::conformance::render_exports;
use crate::content::SetKey;
use crate::corpus::{Corpus, RegionParts};
use crate::pdf::SheetFile;
use crate::theme::Theme;

/// Files that pages load, by their paths below the output folder.
const ASSETS: [(&str, &str); 37] = [
    ("assets/style.css", include_str!("../../templates/site/assets/style.css")),
    ("assets/form.css", include_str!("../../templates/site/assets/form.css")),
    ("assets/print.css", include_str!("../../templates/site/assets/print.css")),
    ("assets/site.js", include_str!("../../templates/site/assets/site.js")),
    ("assets/amendment.css", include_str!("../../templates/site/assets/amendment.css")),
    ("assets/narrow.js", include_str!("../../templates/site/assets/narrow.js")),
    ("assets/prefectures.css", include_str!("../../templates/site/assets/prefectures.css")),
    ("assets/compare.css", include_str!("../../templates/site/assets/compare.css")),
    ("assets/conformance.css", include_str!("../../templates/site/assets/conformance.css")),
    ("assets/choose.js", include_str!("../../templates/site/assets/choose.js")),
    ("assets/compare.js", include_str!("../../templates/site/assets/compare.js")),
    ("assets/forms.js", include_str!("../../templates/site/assets/forms.js")),
    ("assets/filters.js", include_str!("../../templates/site/assets/filters.js")),
    ("assets/form/dates.js", include_str!("../../templates/site/assets/form/dates.js")),
    ("assets/form/values.js", include_str!("../../templates/site/assets/form/values.js")),
    ("assets/form/data.js", include_str!("../../templates/site/assets/form/data.js")),
    ("assets/form/sheet.js", include_str!("../../templates/site/assets/form/sheet.js")),
    ("assets/form/rows.js", include_str!("../../templates/site/assets/form/rows.js")),
    ("assets/form/headings.js", include_str!("../../templates/site/assets/form/headings.js")),
    ("assets/form/entries.js", include_str!("../../templates/site/assets/form/entries.js")),
    ("assets/form/head.js", include_str!("../../templates/site/assets/form/head.js")),
    ("assets/form/lists.js", include_str!("../../templates/site/assets/form/lists.js")),
    ("assets/form/paste.js", include_str!("../../templates/site/assets/form/paste.js")),
    ("assets/form/faults.js", include_str!("../../templates/site/assets/form/faults.js")),
    ("assets/form/replica.js", include_str!("../../templates/site/assets/form/replica.js")),
    ("assets/form/procedure.js", include_str!("../../templates/site/assets/form/procedure.js")),
    ("assets/form/workbook.js", include_str!("../../templates/site/assets/form/workbook.js")),
    ("assets/form/paper.js", include_str!("../../templates/site/assets/form/paper.js")),
    ("assets/form/draft.js", include_str!("../../templates/site/assets/form/draft.js")),
    ("assets/form/page.js", include_str!("../../templates/site/assets/form/page.js")),
    ("assets/search/fold.js", include_str!("../../templates/site/assets/search/fold.js")),
    ("assets/search/stems.js", include_str!("../../templates/site/assets/search/stems.js")),
    ("assets/search/load.js", include_str!("../../templates/site/assets/search/load.js")),
    ("assets/search/match.js", include_str!("../../templates/site/assets/search/match.js")),
    ("assets/search/page.js", include_str!("../../templates/site/assets/search/page.js")),
    ("assets/search.css", include_str!("../../templates/site/assets/search.css")),
    ("assets/icon.svg", include_str!("../../templates/site/assets/icon.svg")),
];

/// Gives the whole site to `outlet`. `sheets` are the PDFs of this run, so that no page offers one that is not there;
/// `base_url` is where the site will stand, if known; what `theme` has stands in place of ours.
///
/// # Errors
/// A finding J0506 where a template is faulty, J0621 where one of the theme is, J0502 where a file to download cannot be
/// written, and those of `outlet`.
pub fn render_site(
    corpus: &Corpus,
    sheets: &[SheetFile],
    base_url: Option<&str>,
    theme: &Theme,
    outlet: &dyn Outlet,
) -> Result<(), Box<Diagnostic>> {
    render_site_from(corpus, sheets, base_url, (theme, &BTreeSet::new()), outlet)
}

/// As [`render_site`], with the pages whose paths are in `first` before all others.
///
/// # Errors
/// As [`render_site`].
pub fn render_site_from(
    corpus: &Corpus,
    sheets: &[SheetFile],
    base_url: Option<&str>,
    (theme, first): (&Theme, &BTreeSet<String>),
    outlet: &dyn Outlet,
) -> Result<(), Box<Diagnostic>> {
    let sheets: BTreeMap<&str, &SheetFile> = sheets.iter().map(|sheet| (sheet.path.as_str(), sheet)).collect();
    let asset = |(path, ours): &(&str, &str)| {
        let own = theme.file(&format!("site/{path}"));
        Artifact::new(*path, own.map_or(*ours, |file| file.text.as_str()))
    };
    take_all(outlet, ASSETS.iter().map(asset))?;
    take_all(outlet, accent_style(corpus))?;
    // Computed once: they are the same in both languages and on all pages that show them.
    let verdicts = pages::region_verdicts(corpus);
    let outdated = pages::outdated_by_set(corpus);
    let comparison = TopicComparison::of(corpus, &verdicts);
    let parts = RegionParts::of(corpus);
    let facts = SharedFacts::of(corpus);
    let alignments = PairAlignments::of(corpus);
    let order = PageOrder::of(pages::in_reading_order(corpus, &parts));
    let updates = updates::updates(corpus);
    let former = former::former_places(corpus);
    let base_url = base_url.or(corpus.base_url.as_deref());
    let mut langs: Vec<Lang> = corpus.languages.iter().collect();
    // The language in which somebody waits for a page.
    langs.sort_by_key(|lang| !first.iter().any(|path| path.starts_with(&format!("{lang}/"))));
    for lang in langs {
        let (messages, sides) = (theme.messages(lang), SetSides::of(corpus, lang));
        let script_words = pages::script_words(messages);
        let site = SiteSources {
            corpus,
            parts: &parts,
            facts: &facts,
            verdicts: &verdicts,
            outdated: &outdated,
            comparison: &comparison,
            sides: &sides,
            alignments: &alignments,
            script_words: &script_words,
            sheets: &sheets,
            updates: &updates,
            former: &former,
            messages,
        };
        let templates = order.iter().map(SitePage::template).chain([feed::TEMPLATE]);
        let templates = Templates::new(theme, lang, templates)?;
        let press = PagePress { site: &site, templates: &templates, order: &order, base_url };
        let paths = order.paths(lang);
        let wanted = (0..order.len()).filter(|at| outlet.wants(&paths[*at]));
        let (soon, later): (Vec<usize>, Vec<usize>) = wanted.partition(|at| first.contains(&paths[*at]));
        let press_all = |part: Vec<usize>| part.into_par_iter().try_for_each(|at| take_all(outlet, press.files(at)?));
        press_all(soon)?;
        pages::write_sides(&site, outlet)?;
        // The index is one thread's work, beside which the other pages are made.
        let (pages, index) = rayon::join(|| press_all(later), || findable::write_index(&site, outlet));
        pages.and(index)?;
        for feed in feed::feeds(&site, &templates, base_url) {
            outlet.take(feed?)?;
        }
    }
    render_exports(corpus, &parts, outlet)?;
    outlet.take(pages::gateway(corpus, theme)?)?;
    outlet.take(pages::not_found(corpus, base_url, theme)?)?;
    take_all(outlet, robots::robots(corpus, base_url))?;
    if let Some(base) = base_url {
        // Without an address there is none: it must name whole addresses (sitemaps.org).
        take_all(outlet, robots::sitemaps(base, corpus, |lang| order.paths(lang), &updates))?;
    }
    // Last, since they lead to what is there.
    take_all(outlet, pages::redirect_pages(corpus, &outlet.taken(), theme)?)
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
