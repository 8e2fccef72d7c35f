//! The comparison tables of amendments: a page of the site for each change from one edition to the next, and a page by
//! itself for the command line.

use serde::Serialize;

use super::links::Page;
use super::pages::{LinkView, PdfView, Site, link};
use super::provisions::Views;
use super::templates::Templates;
use crate::amend::{Change, Options, View, changes};
use crate::content::SetKey;
use crate::corpus::{Corpus, Version};
use crate::diagnostics::Diagnostic;
use crate::locale::Lang;
use crate::pdf;

/// The page of a change.
#[derive(Debug, Serialize)]
pub(super) struct ChangeView {
    table: View,
    pdf: Option<PdfView>,
    /// The document as the change made it.
    document: String,
}

impl ChangeView {
    /// The change that led to the version `key` of `document`.
    pub(super) fn of(site: &Site<'_>, key: &SetKey, document: &str, views: &Views<'_>) -> Option<Self> {
        let change = change(site.corpus, key, document)?;
        let amendment = change.amendment(site.corpus, site.lang())?;
        Some(Self {
            table: View::of(&amendment, site.corpus, Options::default(), site.messages),
            pdf: site.pdf(&pdf::changes_path(site.lang(), key, document), views),
            document: views.links.to(Page::Document(key, document)),
        })
    }
}

fn change<'a>(corpus: &'a Corpus, key: &SetKey, document: &str) -> Option<Change<'a>> {
    changes(corpus).into_iter().find(|change| change.new == key && change.document == document)
}

/// The way to the table of the change that led to `version`, if the version before is there.
pub(super) fn to_change(version: &Version<'_>, views: &Views<'_>) -> Option<LinkView> {
    let (key, id) = (version.key, version.document.id.as_str());
    change(views.links.corpus, key, id)?;
    Some(link(views.messages.text("amend-link"), views.links.to(Page::Amendment(key, id))))
}

/// The comparison table as one page that needs no other file.
///
/// # Errors
/// A finding J0506 where the template is faulty.
pub fn amendment(view: &View, lang: Lang) -> Result<String, Box<Diagnostic>> {
    #[derive(Serialize)]
    struct Alone<'v> {
        lang: &'static str,
        title: &'v str,
        table: &'v View,
        style: &'static str,
    }
    let style = include_str!("../../templates/site/assets/style.css");
    let alone = Alone { lang: lang.code(), title: &view.title, table: view, style };
    let page = Templates::new(lang).and_then(|templates| templates.render("amendment-alone.html", &alone));
    page.map_err(|error| Box::new(super::faulty(&error)))
}
